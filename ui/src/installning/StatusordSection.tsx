/** What the six statuses are called in this file. The symbols and their meaning stay. */
import type { Installningsbild, Statusordval } from '../api/generated';
import { useWrite } from '../api/use';
import { LineEditor } from '../shared/editors';
import { StatusMark } from '../shared/symbols';
import type { Column, Editing } from '../shared/Treegrid';
import { refusalOf } from '../api/refusal';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Statusordval;
}
const COLUMNS: Column<Row>[] = [
  { id: 'ord', header: 'Ord i planen', width: 'minmax(14rem, 1fr)', cell: ({ rad }) => <StatusMark status={rad.status} ord={rad.ord} />, editable: () => true },
  { id: 'standard', header: 'Ursprungligt ord', width: 'minmax(12rem, 1fr)', cell: ({ rad }) => <span className="quiet">{rad.standard}</span> },
];

export function StatusordSection({ plan }: { plan: Installningsbild }) {
  const write = useWrite();
  const rows = plan.statusord.map((rad) => ({ id: rad.status, level: 1, rad }));
  const editor = ({ row: { rad }, typed, close }: Editing<Row>) => {
    const save = (text: string) => refusalOf(write, 'set_installning', { key: rad.key, value: text });
    return <LineEditor label={rad.standard} hint="Tomt fält ger tillbaka det ursprungliga ordet." value={rad.ord} typed={typed} save={save} close={close} />;
  };
  return (
    <SettingsGrid
      title="Statusord"
      intro="Orden kan bytas, symbolerna och ordningen ligger fast. Tomt ord ger tillbaka det ursprungliga."
      rows={rows}
      columns={COLUMNS}
      editor={editor}
      removeLabel="Återställ ordet"
      remove={({ rad }) => refusalOf(write, 'set_installning', { key: rad.key, value: null })}
    />
  );
}
