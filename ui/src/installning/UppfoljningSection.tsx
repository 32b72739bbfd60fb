/** The follow-ups: which month, what kind, when units and nämnd need it, how far it has come. */
import type { Installningsbild, Uppfoljningstid } from '../api/generated';
import { useWrite } from '../api/use';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { DateEditor, LineEditor } from '../shared/editors';
import type { Column, Editing } from '../shared/Treegrid';
import { attempt, readDay, readPeriod, refusalOf } from '../api/refusal';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Uppfoljningstid;
}
const COLUMNS: Column<Row>[] = [
  { id: 'period', header: 'Period', width: 'minmax(9rem, 1fr)', cell: ({ rad }) => rad.period_ord, editable: () => true },
  { id: 'slag', header: 'Slag', width: '11rem', cell: ({ rad }) => rad.slag_ord, editable: () => true },
  { id: 'deadline_enhet', header: 'Enheterna lämnar', width: '10rem', cell: ({ rad }) => rad.deadline_enhet, editable: () => true },
  { id: 'deadline_namnd', header: 'Till nämnden', width: '10rem', cell: ({ rad }) => rad.deadline_namnd, editable: () => true },
  { id: 'state', header: 'Läge', width: '10rem', cell: ({ rad }) => rad.state_ord, editable: () => true },
];
const DATES = { deadline_enhet: 'Enheterna lämnar', deadline_namnd: 'Till nämnden' } as const;

const PERIOD_HINT = 'År och månad, till exempel 2026-10.';
const EMPTY: Row = {
  id: '',
  level: 1,
  rad: { id: '', slag: 'manad', slag_ord: '', period: '', period_ord: '', deadline_enhet: null, deadline_namnd: null, state: 'oppen', state_ord: '' },
};

export function UppfoljningSection({ plan }: { plan: Installningsbild }) {
  const write = useWrite();
  const rows = plan.uppfoljning.map((rad) => ({ id: rad.id, level: 1, rad }));
  const editor = ({ row: { rad }, column, typed, close }: Editing<Row>) => {
    const update = (patch: Record<string, unknown>) => refusalOf(write, 'update_uppfoljning', { id: rad.id, patch });
    if (column === 'slag' || column === 'state') {
      const options = column === 'slag' ? plan.uppfoljningsslag : plan.uppfoljningslage;
      const choices = options.map((o) => ({ id: o.kod, label: o.ord }));
      return <ChoiceEditor label={column === 'slag' ? 'Slag' : 'Läge'} choices={choices} selected={[rad[column]]} save={([value]) => update({ [column]: value })} close={close} />;
    }
    if (column === 'period') {
      const save = async (text: string) => {
        const read = await readPeriod(text);
        return 'refused' in read ? read.refused : update(read);
      };
      return <LineEditor label="Period" hint={PERIOD_HINT} value={rad.period} typed={typed} save={save} close={close} />;
    }
    const field = column === 'deadline_enhet' ? 'deadline_enhet' : 'deadline_namnd';
    const save = async (text: string) => {
      const day = await readDay(text, Number(rad.period.slice(0, 4)));
      return 'refused' in day ? day.refused : update({ [field]: day.datum });
    };
    return <DateEditor label={DATES[field]} value={rad[field] ?? ''} typed={typed} save={save} close={close} />;
  };
  return (
    <SettingsGrid
      title="Uppföljningar"
      intro="En uppföljning per månad som enheterna rapporterar. Datumen syns i uppföljningen."
      rows={rows}
      columns={COLUMNS}
      editor={editor}
      draft={{
        label: () => 'Ny uppföljning',
        field: 'Period',
        hint: PERIOD_HINT,
        proposal: plan.nasta_period,
        make: () => ({ row: EMPTY, at: 0 }),
        create: async (_, text) => {
          const read = await readPeriod(text);
          if ('refused' in read) return read;
          const made = await attempt(write, 'create_uppfoljning', { ...read, slag: 'manad' });
          return 'refused' in made ? made : made.reply;
        },
      }}
      first="period"
      remove={({ rad }) => refusalOf(write, 'delete_uppfoljning', { id: rad.id }, { said: `${rad.period_ord} är borttagen.` })}
    />
  );
}
