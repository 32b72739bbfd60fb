/** Asks once, before the first change in a file, who writes. The answer is a befattning, never a person's name. */
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { asUiError, call } from '../api/call';
import type { UiError } from '../api/generated';
import { useRead } from '../api/use';
import { question } from '../app/who';
import { Button } from '../shared/Button';
import { Dialog } from '../shared/Dialog';
import { Field } from '../shared/Field';
import './program.css';

/** The choice that is not in the list. */
const OTHER = 'other';

interface FormProps {
  /** Called with true when it is known who writes. */
  done: (known: boolean) => void;
}

function WhoForm({ done }: FormProps) {
  const client = useQueryClient();
  const titles = useRead('list_vem', {}).data?.befattningar ?? [];
  const current = useRead('read_program', {}).data?.vem ?? '';
  const [chosen, setChosen] = useState<string>(OTHER);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<UiError | null>(null);
  const [dirty, setDirty] = useState(false);
  // The present one, else the first in the list, is proposed until something else is chosen.
  const proposed = titles.includes(current) ? current : (titles[0] ?? OTHER);
  const value = dirty ? chosen : proposed;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const befattning = value === OTHER ? typed : value;
      const program = await call('set_vem', { befattning, ny: value === OTHER });
      client.setQueryData(['read_program', {}], program);
      await client.invalidateQueries();
      done(true);
    } catch (thrown) {
      setError(asUiError(thrown));
    }
  };
  return (
    <form className="who" onSubmit={(event) => void submit(event)} noValidate>
      <p>Ändringsloggen visar vem som ändrade vad. Välj din befattning; namnet på en person ska inte stå här. Valet gäller den här filen på den här datorn.</p>
      {titles.length > 0 && (
        <RadioGroup
          className="who-list"
          value={value}
          onChange={(next) => {
            setChosen(next);
            setDirty(true);
          }}
        >
          <Label className="hidden">Befattning</Label>
          {[...titles, OTHER].map((titel) => (
            <Radio key={titel} value={titel} className="radio" autoFocus={titel === value && !dirty}>
              <span className="dot" aria-hidden="true" />
              {titel === OTHER ? 'En annan befattning' : titel}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {value === OTHER && (
        <Field
          label={titles.length > 0 ? 'Den nya befattningen' : 'Befattning'}
          placeholder="Till exempel Enhetschef Hemtjänst norr"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setError(null);
          }}
          error={error}
          autoFocus={titles.length === 0 || dirty}
        />
      )}
      <footer className="dialog-actions">
        <Button onPress={() => done(false)}>Avbryt</Button>
        <Button type="submit" variant="primary">
          Fortsätt
        </Button>
      </footer>
    </form>
  );
}

/** Shown while a write waits for the answer; Esc lets the write be. */
export function WhoDialog() {
  const asked = question.use();
  return (
    <Dialog title="Vem är du?" help="borja" isOpen={asked !== null} onClose={() => asked?.answer(false)}>
      {asked && <WhoForm done={asked.answer} />}
    </Dialog>
  );
}
