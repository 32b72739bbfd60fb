/** The line under the table where a new row gets its name. Retur adds and stays for the next; Esc leaves. */
import { Check, Plus } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Checkbox } from 'react-aria-components';
import type { UiError } from '../api/generated';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { holdKeys } from '../shared/heldKeys';

interface Props {
  label: string;
  /** Of the name's field. */
  fieldLabel: string;
  /** Where the row ends up. */
  hint?: string;
  /** A verksamhet may finance the others instead of costing anything. */
  withFinansiering: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  add: (namn: string, finansiering: boolean) => Promise<UiError | undefined>;
}

export function NyRad({ label, fieldLabel, hint, withFinansiering, open, onOpen, add }: Props) {
  const [namn, setNamn] = useState('');
  const [finansiering, setFinansiering] = useState(false);
  const [error, setError] = useState<UiError | null>(null);
  if (!open) {
    return (
      <Button variant="quiet" className="add-row" shortcut="Insert" onPress={() => onOpen(true)}>
        <Plus size={15} aria-hidden />
        {label}
      </Button>
    );
  }
  return (
    <form
      className="new-row"
      onSubmit={(event) => {
        event.preventDefault();
        const release = holdKeys();
        void add(namn, finansiering).then((refused) => {
          // What is typed meanwhile comes in the field when it is empty.
          flushSync(() => {
            setError(refused ?? null);
            if (!refused) setNamn('');
          });
          release('stays');
        });
      }}
      onKeyDown={(event) => event.key === 'Escape' && onOpen(false)}
    >
      <Field label={fieldLabel} hint={hint} value={namn} onChange={setNamn} error={error} autoFocus autoComplete="off" />
      {withFinansiering && (
        <Checkbox className="check" isSelected={finansiering} onChange={setFinansiering}>
          <span className="box">
            <Check size={13} aria-hidden />
          </span>
          Finansiering, till exempel kommunbidrag
        </Checkbox>
      )}
      <div className="new-row-actions">
        <Button type="submit" variant="primary">
          Lägg till
        </Button>
        <Button onPress={() => onOpen(false)}>Klar</Button>
      </div>
    </form>
  );
}
