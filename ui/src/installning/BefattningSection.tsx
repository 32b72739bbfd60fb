/** The befattningar that are responsible for things. Functions first; a person's name only where somebody wants it. */
import type { Befattningsrad, Installningsbild } from '../api/generated';
import { useWrite } from '../api/use';
import { LineEditor } from '../shared/editors';
import type { Column, Editing } from '../shared/Treegrid';
import { attempt, refusalOf } from '../api/refusal';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Befattningsrad;
}
const COLUMNS: Column<Row>[] = [
  { id: 'titel', header: 'Befattning', width: 'minmax(14rem, 1fr)', cell: ({ rad }) => rad.titel, editable: () => true },
  { id: 'namn', header: 'Namn (frivilligt)', width: 'minmax(9rem, 14rem)', cell: ({ rad }) => rad.namn, editable: () => true },
  { id: 'anvands', header: 'Används', width: 'minmax(12rem, 1fr)', cell: ({ rad }) => <span className="quiet">{rad.anvands}</span> },
];

const EMPTY: Row = { id: '', level: 1, rad: { id: '', titel: '', namn: '', anvands: '' } };

export function BefattningSection({ plan }: { plan: Installningsbild }) {
  const write = useWrite();
  const rows = plan.befattning.map((rad) => ({ id: rad.id, level: 1, rad }));
  const editor = ({ row: { rad }, column, typed, close }: Editing<Row>) => {
    const field = column === 'namn' ? 'namn' : 'titel';
    const save = (text: string) => refusalOf(write, 'update_befattning', { id: rad.id, patch: { [field]: text } });
    return <LineEditor label={field === 'namn' ? 'Namn' : 'Befattning'} value={rad[field]} typed={typed} save={save} close={close} />;
  };
  return (
    <SettingsGrid
      title="Befattningar"
      intro="Den som ansvarar för ett uppdrag eller en aktivitet står som befattning. Skriv aldrig personnummer."
      rows={rows}
      columns={COLUMNS}
      editor={editor}
      draft={{
        label: () => 'Ny befattning',
        field: 'Befattning',
        make: () => ({ row: EMPTY, at: rows.length }),
        create: async (_, titel) => {
          const made = await attempt(write, 'create_befattning', { titel });
          return 'refused' in made ? made : made.reply;
        },
      }}
      first="titel"
      remove={({ rad }) => refusalOf(write, 'delete_befattning', { id: rad.id }, { said: `${rad.titel} är borttagen.` })}
    />
  );
}
