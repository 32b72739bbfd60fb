/** What the plan is called by, and the limits that its rules go by. */
import type { Installningsbild, Regelrad } from '../api/generated';
import { refusalOf } from '../api/refusal';
import { useWrite } from '../api/use';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { LineEditor } from '../shared/editors';
import type { Column, Editing } from '../shared/Treegrid';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Regelrad;
}
const COLUMNS: Column<Row>[] = [
  { id: 'ord', header: 'Inställning', width: 'minmax(12rem, 1fr)', cell: ({ rad }) => rad.ord },
  { id: 'varde', header: 'Värde', width: 'minmax(10rem, 14rem)', cell: ({ rad }) => rad.text, editable: () => true },
  { id: 'forklaring', header: 'Vad den gör', width: 'minmax(14rem, 1.6fr)', cell: ({ rad }) => <span className="quiet">{rad.forklaring}</span> },
];

export function RegelSection({ plan }: { plan: Installningsbild }) {
  const write = useWrite();
  const rows = plan.regler.map((rad) => ({ id: rad.key, level: 1, rad }));
  const editor = ({ row: { rad }, typed, close }: Editing<Row>) => {
    const save = (value: string) => refusalOf(write, 'set_installning', { key: rad.key, value });
    if (rad.val.length === 0) return <LineEditor label={rad.ord} hint={rad.hjalp} value={rad.varde} typed={typed} save={save} close={close} className="wide" />;
    const choices = rad.val.map((o) => ({ id: o.kod, label: o.ord }));
    return <ChoiceEditor label={rad.ord} choices={choices} selected={[rad.varde]} save={([value]) => save(value ?? rad.varde)} close={close} />;
  };
  return (
    <SettingsGrid
      title="Planen och dess gränser"
      intro="Vad planen kallas i rapporterna, och gränserna som bedömningar och påminnelser räknas efter."
      rows={rows}
      columns={COLUMNS}
      editor={editor}
      removeLabel="Återställ"
      canRemove={({ rad }) => rad.key.includes('.')}
      remove={({ rad }) => refusalOf(write, 'set_installning', { key: rad.key, value: null })}
    />
  );
}
