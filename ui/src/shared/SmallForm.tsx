/** A few fields in a popover, with Ta bort, Avbryt and Spara. A refusal stands at the field it names, else above the buttons. */
import { useState, type ReactNode } from 'react';
import type { UiError } from '../api/generated';
import { Button } from './Button';
import type { Close } from './EditorPopover';
import { FormError } from './Field';

interface Props {
  /** Gives back the refusal, or nothing: then the form closes. */
  save: () => Promise<UiError | undefined>;
  /** Takes away what is stored; missing: there is nothing. */
  remove?: () => Promise<UiError | undefined>;
  close: Close;
  /** The fields that show their own refusal. */
  own?: readonly string[];
  /** The fields; `at` gives the refusal of one of them. */
  children: (at: (field: string) => UiError | null) => ReactNode;
}

export function SmallForm({ save, remove, close, own = [], children }: Props) {
  const [error, setError] = useState<UiError | null>(null);
  const run = async (act: Props['save']) => {
    const refused = await act();
    if (refused) setError(refused);
    else close();
  };
  const isOwn = error !== null && own.includes(error.field ?? '');
  return (
    <form
      className="small-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(save);
      }}
    >
      {children((field) => (error?.field === field ? error : null))}
      {error && !isOwn && <FormError error={error} />}
      <footer>
        {remove && (
          <Button variant="quiet" onPress={() => void run(remove)}>
            Ta bort
          </Button>
        )}
        <span className="grow" />
        <Button onPress={() => close()}>Avbryt</Button>
        <Button variant="primary" type="submit">
          Spara
        </Button>
      </footer>
    </form>
  );
}
