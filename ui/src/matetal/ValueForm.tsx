/** Typing in the values of a period: per sex, with source, date, or the reason why there is none. Rust reads the typing. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Kon, Matetalsblad, Saknas, UiError, Vardesrad } from '../api/generated';
import { refusalOf } from '../api/refusal';
import { useWrite } from '../api/use';
import { FieldError, SelectField } from '../shared/Field';

const WORD: Record<Kon, string> = { T: 'Totalt', K: 'Kvinnor', M: 'Män' };
const HAS = '(varde)';
const REASONS: { id: Saknas; label: string }[] = [
  { id: 'ej_matt', label: 'Ej mätt' },
  { id: 'bortfall', label: 'Bortfall' },
  { id: 'ej_tillamplig', label: 'Ej tillämplig' },
  { id: 'sekretess', label: 'Sekretess (för få)' },
];

type Save = (text: string) => Promise<UiError | undefined>;

interface LineProps {
  label: string;
  value: string;
  unit?: string;
  isDisabled?: boolean;
  save: Save;
}

/** One line that is saved when it is left or by Retur; what was refused stays, with the sentence beside it. */
function SavedLine({ label, value, unit, isDisabled, save }: LineProps) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<UiError | null>(null);
  const saved = useRef(value);
  useEffect(() => {
    setText((now) => (now === saved.current ? value : now));
    saved.current = value;
  }, [value]);
  const commit = async () => {
    if (text === saved.current) return;
    const refused = await save(text);
    setError(refused ?? null);
    if (!refused) saved.current = text;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void commit();
    if (event.key === 'Escape' && text !== saved.current) {
      event.stopPropagation();
      setText(saved.current);
      setError(null);
    }
  };
  return (
    <TextField value={text} onChange={(next) => (setText(next), setError(null))} isInvalid={error !== null} isDisabled={isDisabled} className="field value-line">
      <Label>{label}</Label>
      <span className="value-input">
        <Input className="input" onBlur={() => void commit()} onKeyDown={onKeyDown} />
        {unit && <span aria-hidden="true">{unit}</span>}
      </span>
      {error && <FieldError error={error} />}
    </TextField>
  );
}

export function ValueForm({ blad }: { blad: Matetalsblad }) {
  const write = useWrite();
  // What is chosen holds as long as it is there: the page of another period comes after the first drawing.
  const [chosen, setChosen] = useState<{ period?: string; node?: string }>({});
  const node = (blad.noder.find((n) => n.id === chosen.node) ?? blad.noder[0])?.id ?? '';
  const here = blad.varden.filter((v) => v.organisation_id === node);
  const period = here.find((v) => v.period === chosen.period)?.period ?? blad.nu;
  const shown = here.filter((v) => v.period === period);
  const total = shown.find((v) => v.kon === 'T');
  const periods = here.filter((v) => v.kon === 'T').map((v) => ({ id: v.period, label: v.namn, note: v.text }));

  const set = ({ organisation_id, kon, period: of }: Vardesrad, text: string, more: { kalla?: string; datum?: string } = {}) =>
    refusalOf(write, 'set_utfall_text', { matetal_id: blad.id, organisation_id, period: of, kon, text, ...more });
  const asTyped = (v: Vardesrad) => v.varde || REASONS.find((r) => r.id === v.saknas)?.label || '';
  if (!total) return <p className="matetal-none">Det finns ingen enhet att ange värden för.</p>;

  return (
    <div className="value-form">
      <div className="value-row">
        <SelectField label="Period" options={periods} value={period} onChange={(to) => setChosen({ ...chosen, period: to })} />
        {blad.noder.length > 1 && <SelectField label="Enhet" options={blad.noder.map((n) => ({ id: n.id, label: n.namn }))} value={node} onChange={(to) => setChosen({ ...chosen, node: to })} />}
      </div>
      <div className="value-row">
        {shown.map((v) => (
          <SavedLine key={`${node} ${period} ${v.kon}`} label={blad.konsuppdelad ? WORD[v.kon] : 'Utfall'} value={v.varde} unit={blad.enhet.length < 4 ? blad.enhet : undefined} save={(text) => set(v, text)} />
        ))}
      </div>
      <SelectField
        label="Värdet finns eller saknas"
        options={[{ id: HAS, label: 'Värdet finns' }, ...REASONS]}
        value={total.saknas ?? HAS}
        onChange={(id) => void set(total, id === HAS ? total.varde : (REASONS.find((r) => r.id === id)?.label ?? ''))}
      />
      <div className="value-row">
        <SavedLine key={`k ${node} ${period}`} label="Källa" value={total.kalla} isDisabled={!total.text} save={(kalla) => set(total, asTyped(total), { kalla })} />
        <SavedLine key={`d ${node} ${period}`} label="Datum" value={total.datum ?? ''} isDisabled={!total.text} save={(datum) => set(total, asTyped(total), { datum })} />
      </div>
    </div>
  );
}
