/** The chips: how many stand at each status, what has passed and what lacks a word; and whose rows are shown. */
import type { Uppfoljningsbild } from '../api/generated';
import { Chips, type Chip } from '../shared/Chips';
import { SelectField } from '../shared/Field';
import { StatusSymbol } from '../shared/symbols';
import { LACKING, PASSED } from './filter';

const ALL = '(alla)';
const MINE = '(mina)';

interface ChipsProps {
  bild: Uppfoljningsbild;
  wanted: ReadonlySet<string>;
  onChange: (wanted: Set<string>) => void;
}

export function StatusChips({ bild, wanted, onChange }: ChipsProps) {
  const since = bild.sedan?.replace('± ', '');
  const statuses: Chip[] = bild.antal.status.map((s) => ({
    id: s.status,
    status: s.status,
    count: s.antal,
    label: s.ord,
    icon: <StatusSymbol status={s.status} />,
    change: s.andring ?? undefined,
    changeSaid: since,
  }));
  const { passerat, saknar } = bild.antal;
  const facts: Chip[] = [
    ...(passerat > 0 || wanted.has(PASSED) ? [{ id: PASSED, count: passerat, label: 'passerat datum' }] : []),
    ...(saknar > 0 || wanted.has(LACKING) ? [{ id: LACKING, count: saknar, label: 'saknar uppdatering' }] : []),
  ];
  return <Chips label="Visa bara" chips={[...statuses, ...facts]} selected={wanted} onChange={onChange} />;
}

interface WhoseProps {
  bild: Uppfoljningsbild;
  enhet: string | undefined;
  mina: boolean;
  onChange: (whose: { enhet?: string; mina: boolean }) => void;
}

export function Whose({ bild, enhet, mina, onChange }: WhoseProps) {
  const options = [
    { id: ALL, label: 'Alla enheter' },
    ...(bild.jag || mina ? [{ id: MINE, label: 'Mina' }] : []),
    ...bild.enheter.map((e) => ({ id: e.id, label: e.namn })),
  ];
  return (
    <SelectField
      quiet
      label="Enhet"
      className="upp-whose"
      options={options}
      value={mina ? MINE : (enhet ?? ALL)}
      onChange={(id) => onChange(id === MINE ? { mina: true } : { enhet: id === ALL ? undefined : id, mina: false })}
    />
  );
}
