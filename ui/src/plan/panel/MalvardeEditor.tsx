/** The target of a mätetal for the year: at least, at most, within, or only a direction. */
import { useState } from 'react';
import type { Falt, Krav, UiError } from '../../api/generated';
import { useWrite } from '../../api/use';
import { Button } from '../../shared/Button';
import type { Close } from '../../shared/EditorPopover';
import { Field, FormError, SelectField } from '../../shared/Field';
import { refusalOf } from '../../api/refusal';
import { readNumber } from '../number';
import type { FieldWriter } from './useField';

type Kind = 'minst' | 'hogst' | 'intervall' | 'riktning';
const KINDS: { id: Kind; label: string }[] = [
  { id: 'minst', label: 'Minst' },
  { id: 'hogst', label: 'Högst' },
  { id: 'intervall', label: 'Mellan' },
  { id: 'riktning', label: 'Bättre än förra värdet' },
];

interface Stored {
  matetal_id: string;
  organisation_id: string | null;
  period: string;
  krav: Krav | null;
  text: string | null;
}

const text = (value: number | undefined): string => (value === undefined ? '' : String(value).replace('.', ','));

function parts(krav: Krav | null): { kind: Kind; low: string; high: string } {
  if (krav === null) return { kind: 'minst', low: '', high: '' };
  if (krav === 'riktning') return { kind: 'riktning', low: '', high: '' };
  if ('minst' in krav) return { kind: 'minst', low: text(krav.minst), high: '' };
  if ('hogst' in krav) return { kind: 'hogst', low: text(krav.hogst), high: '' };
  return { kind: 'intervall', low: text(krav.intervall[0]), high: text(krav.intervall[1]) };
}

function krav(kind: Kind, low: string, high: string): Krav | null {
  const [a, b] = [readNumber(low), readNumber(high)];
  if (kind === 'riktning') return 'riktning';
  if (a === null || a === undefined) return null;
  if (kind === 'minst') return { minst: a };
  if (kind === 'hogst') return { hogst: a };
  return b === null || b === undefined ? null : { intervall: [a, b] };
}

const MISSING: UiError = { code: 'typed', message: 'Målvärdet är inget tal.', hint: 'Skriv till exempel 95 eller 13,2.', detail: '', field: null };

export function MalvardeEditor({ falt, close }: { falt: Falt; field: FieldWriter; close: Close }) {
  const stored = falt.varde as Stored;
  const first = parts(stored.krav);
  const [kind, setKind] = useState<Kind>(first.kind);
  const [low, setLow] = useState(first.low);
  const [high, setHigh] = useState(first.high);
  const [error, setError] = useState<UiError | null>(null);
  const write = useWrite();
  const key = { matetal_id: stored.matetal_id, organisation_id: stored.organisation_id ?? '', period: stored.period };
  const done = (refused: UiError | undefined) => (refused ? setError(refused) : close());
  const save = async () => {
    const demand = krav(kind, low, high);
    if (!demand) return setError(MISSING);
    return done(await refusalOf(write, 'set_malvarde', { rader: [{ ...key, krav: demand, text: '' }] }, { said: 'Målvärdet är sparat.' }));
  };
  const remove = async () => done(await refusalOf(write, 'delete_malvarde', key, { said: 'Målvärdet är borttaget.' }));
  return (
    <form
      className="small-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SelectField label="Krav" options={KINDS} value={kind} onChange={(id) => setKind(id as Kind)} />
      {kind !== 'riktning' && <Field label={kind === 'intervall' ? 'Lägst' : 'Värde'} value={low} onChange={setLow} autoFocus />}
      {kind === 'intervall' && <Field label="Högst" value={high} onChange={setHigh} />}
      {error && <FormError error={error} />}
      <footer>
        {stored.krav && (
          <Button variant="quiet" onPress={() => void remove()}>
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
