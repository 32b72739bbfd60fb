/** The target of a mätetal for the year: at least, at most, within, or only a direction. Typed numbers are read by Rust. */
import { useState } from 'react';
import type { Falt, Krav, UiError } from '../../api/generated';
import { NO_NUMBER, readTal, refusalOf } from '../../api/refusal';
import { useWrite } from '../../api/use';
import type { Close } from '../../shared/EditorPopover';
import { Field, SelectField } from '../../shared/Field';
import { SmallForm } from '../../shared/SmallForm';
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

/** The demand of what is typed, or why it cannot be read. */
async function demandOf(kind: Kind, low: string, high: string, enhet: string): Promise<{ krav: Krav } | { refused: UiError }> {
  if (kind === 'riktning') return { krav: 'riktning' };
  const a = await readTal(low, 'tal', enhet);
  if ('refused' in a || a.varde === null) return { refused: { ...('refused' in a ? a.refused : NO_NUMBER), field: 'low' } };
  if (kind !== 'intervall') return { krav: kind === 'minst' ? { minst: a.varde } : { hogst: a.varde } };
  const b = await readTal(high, 'tal', enhet);
  if ('refused' in b || b.varde === null) return { refused: { ...('refused' in b ? b.refused : NO_NUMBER), field: 'high' } };
  return { krav: { intervall: [a.varde, b.varde] } };
}

export function MalvardeEditor({ falt, field, close }: { falt: Falt; field: FieldWriter; close: Close }) {
  const stored = falt.varde as Stored;
  const first = parts(stored.krav);
  const [kind, setKind] = useState<Kind>(first.kind);
  const [low, setLow] = useState(first.low);
  const [high, setHigh] = useState(first.high);
  const write = useWrite();
  const key = { matetal_id: stored.matetal_id, organisation_id: stored.organisation_id ?? '', period: stored.period };
  const save = async () => {
    const demand = await demandOf(kind, low, high, field.enhet);
    if ('refused' in demand) return demand.refused;
    return refusalOf(write, 'set_malvarde', { rader: [{ ...key, krav: demand.krav, text: '' }] }, { said: 'Målvärdet är sparat.' });
  };
  const remove = stored.krav ? () => refusalOf(write, 'delete_malvarde', key, { said: 'Målvärdet är borttaget.' }) : undefined;
  return (
    <SmallForm save={save} remove={remove} close={close} own={['low', 'high']}>
      {(at) => (
        <>
          <SelectField label="Krav" options={KINDS} value={kind} onChange={(id) => setKind(id as Kind)} />
          {kind !== 'riktning' && <Field label={kind === 'intervall' ? 'Lägst' : 'Värde'} value={low} onChange={setLow} error={at('low')} autoFocus />}
          {kind === 'intervall' && <Field label="Högst" value={high} onChange={setHigh} error={at('high')} />}
        </>
      )}
    </SmallForm>
  );
}
