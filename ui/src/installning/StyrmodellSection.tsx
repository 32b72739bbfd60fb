/** The levels of the goal chain: what they are called, who decides, what hangs there and how their mål are judged. */
import { useState } from 'react';
import type { Bedomningsregel, Beslutsfattare, Installningsbild, Nivarad } from '../api/generated';
import { attempt, refusalOf } from '../api/refusal';
import { useWrite } from '../api/use';
import { toast } from '../app/toasts';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { Ask } from '../shared/Dialog';
import { LineEditor } from '../shared/editors';
import type { Column, Editing } from '../shared/Treegrid';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Nivarad;
  /** Of a new one: the level right above it. */
  below: string | null;
}

const YES_OR_NO = [
  { id: 'ja', label: 'Ja' },
  { id: 'nej', label: 'Nej' },
];
const yesOrNo = (yes: boolean): string => (yes ? 'Ja' : 'Nej');

const COLUMNS: Column<Row>[] = [
  { id: 'singular', header: 'Nivå', width: 'minmax(8rem, 1fr)', cell: ({ rad }) => rad.singular, editable: () => true },
  { id: 'plural', header: 'Flera', width: 'minmax(8rem, 1fr)', cell: ({ rad }) => rad.plural, editable: () => true },
  { id: 'beslutas_av', header: 'Beslutas av', width: '10rem', cell: ({ rad }) => rad.beslutas_av_ord, editable: () => true },
  { id: 'bar_uppdrag', header: 'Bär uppdrag', width: '6.25rem', cell: ({ rad, id }) => (id === rad.id ? yesOrNo(rad.bar_uppdrag) : ''), editable: () => true },
  { id: 'bar_matetal', header: 'Bär mätetal', width: '6.25rem', cell: ({ rad, id }) => (id === rad.id ? yesOrNo(rad.bar_matetal) : ''), editable: () => true },
  { id: 'bedomning', header: 'Bedömning', width: 'minmax(11rem, 1.5fr)', cell: ({ rad }) => rad.bedomning_ord, editable: () => true },
  { id: 'anvands', header: 'I planen', width: '10rem', cell: ({ rad }) => <span className="quiet">{rad.anvands}</span> },
];

const EMPTY: Nivarad = {
  id: '', singular: '', plural: '', beslutas_av: 'namnd', beslutas_av_ord: '', bar_matetal: false, bar_uppdrag: false, bedomning: 'ingen', bedomning_ord: '', anvands: '', bort: '',
};

export function StyrmodellSection({ plan: { styrmodell } }: { plan: Installningsbild }) {
  const write = useWrite();
  const [removing, setRemoving] = useState<Nivarad | null>(null);
  const { nivaer } = styrmodell;
  const rows: Row[] = nivaer.map((rad) => ({ id: rad.id, level: 1, rad, below: null }));
  const indexOf = (id: string | undefined) => nivaer.findIndex((n) => n.id === id);

  const editor = ({ row: { rad }, column, typed, close }: Editing<Row>) => {
    const update = (patch: Record<string, unknown>) => refusalOf(write, 'update_niva', { id: rad.id, patch });
    if (column === 'bar_matetal' || column === 'bar_uppdrag') {
      const label = column === 'bar_matetal' ? 'Bär mätetal' : 'Bär uppdrag';
      return <ChoiceEditor label={label} choices={YES_OR_NO} selected={[rad[column] ? 'ja' : 'nej']} save={([value]) => update({ [column]: value === 'ja' })} close={close} />;
    }
    if (column === 'beslutas_av') {
      const choices = styrmodell.beslutsfattare.map((o) => ({ id: o.kod, label: o.ord }));
      return <ChoiceEditor label="Beslutas av" choices={choices} selected={[rad.beslutas_av]} save={([value]) => update({ beslutas_av: value as Beslutsfattare })} close={close} />;
    }
    if (column === 'bedomning') {
      const choices = styrmodell.bedomningar.map((o) => ({ id: o.kod, label: o.ord }));
      return <ChoiceEditor label="Bedömning" choices={choices} selected={[rad.bedomning]} save={([value]) => update({ bedomning: value as Bedomningsregel })} close={close} />;
    }
    const field = column === 'plural' ? 'plural' : 'singular';
    return <LineEditor label={field === 'plural' ? 'Flera' : 'Nivå'} value={rad[field]} typed={typed} save={(text) => update({ [field]: text })} close={close} />;
  };
  const make = (selected: Row | null) => {
    const at = selected ? indexOf(selected.id) + 1 : nivaer.length;
    return { row: { id: '', level: 1, rad: EMPTY, below: nivaer[at - 1]?.id ?? null }, at };
  };
  const create = async ({ below }: Row, singular: string) => {
    const made = await attempt(write, 'create_niva', { niva: { singular }, below });
    return 'refused' in made ? made : made.reply;
  };
  const remove = (rad: Nivarad) => refusalOf(write, 'delete_niva', { id: rad.id }, { said: `${rad.singular} är borttagen. Ctrl+Z tar tillbaka den.` });
  const move = ({ rad }: Row, key: string) => {
    const at = indexOf(rad.id);
    const to = key === 'ArrowUp' ? at - 2 : at + 1;
    const stays = (key !== 'ArrowUp' && key !== 'ArrowDown') || (key === 'ArrowUp' ? at === 0 : at === nivaer.length - 1);
    if (!stays) void write('move_niva', { id: rad.id, after: nivaer[to]?.id ?? null }, { said: `${rad.singular} är flyttad.` });
  };
  const begun = styrmodell.namn && `Planen är gjord efter ${styrmodell.namn}. `;
  return (
    <>
      <SettingsGrid
        title="Styrmodell"
        intro={`${begun}Nivåerna står uppifrån och ned, och Alt med pil flyttar dem. Det som gäller för en nivå följer nivån och inte dess namn, så namnen kan bytas när som helst.`}
        rows={rows}
        columns={COLUMNS}
        editor={editor}
        draft={{ label: (selected) => (selected ? `Ny nivå under ${selected.rad.singular}` : 'Ny nivå'), field: 'Nivå', make, create }}
        first="singular"
        // What has mål is asked about first: they go with their level.
        remove={async ({ rad }) => (rad.bort ? setRemoving(rad) : remove(rad))}
        move={move}
      />
      <Ask
        title={`Ta bort nivån ${removing?.singular ?? ''}?`}
        isOpen={removing !== null}
        verb="Ta bort nivån"
        onClose={() => setRemoving(null)}
        onDo={() => removing && void remove(removing).then((refused) => refused && toast.error(refused))}
      >
        <p>{removing?.bort} Det går att ångra.</p>
      </Ask>
    </>
  );
}
