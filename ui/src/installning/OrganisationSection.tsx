/** The organisation as a tree: nämnd, förvaltning, verksamhetsområde, enhet. */
import type { Installningsbild, Organisationsrad, Organisationsslag } from '../api/generated';
import { useWrite } from '../api/use';
import { ChoiceEditor } from '../shared/ChoiceEditor';
import { LineEditor } from '../shared/editors';
import type { Column, Editing } from '../shared/Treegrid';
import { attempt, refusalOf } from '../api/refusal';
import { SettingsGrid } from './SettingsGrid';

interface Row {
  id: string;
  level: number;
  rad: Organisationsrad;
}

const COLUMNS: Column<Row>[] = [
  { id: 'namn', header: 'Namn', width: 'minmax(14rem, 1fr)', cell: ({ rad }, { level }) => <span style={{ paddingLeft: `${(level - 1) * 1.125}rem` }}>{rad.namn}</span>, editable: () => true },
  { id: 'slag', header: 'Slag', width: '11rem', cell: ({ rad }) => rad.slag_ord, editable: () => true },
  { id: 'kod', header: 'Kod', width: '7rem', cell: ({ rad }) => rad.kod, editable: () => true },
  { id: 'chef', header: 'Chef', width: 'minmax(10rem, 16rem)', cell: ({ rad }) => rad.chef, editable: () => true },
];

/** Where a node goes when it is moved by key: among its siblings, one level out, or in under the one before. */
function target(rows: readonly Organisationsrad[], rad: Organisationsrad, key: string): { parent: string | null; after: string | null } | null {
  const siblings = rows.filter((r) => r.parent_id === rad.parent_id);
  const at = siblings.findIndex((r) => r.id === rad.id);
  const before = siblings[at - 1];
  const parent = rows.find((r) => r.id === rad.parent_id);
  if (key === 'ArrowUp') return before ? { parent: rad.parent_id, after: siblings[at - 2]?.id ?? null } : null;
  if (key === 'ArrowDown') return siblings[at + 1] ? { parent: rad.parent_id, after: siblings[at + 1]?.id ?? null } : null;
  if (key === 'ArrowLeft') return parent ? { parent: parent.parent_id, after: parent.id } : null;
  return before ? { parent: before.id, after: rows.filter((r) => r.parent_id === before.id).at(-1)?.id ?? null } : null;
}

/** What a new node comes under, and what it is then: beside an enhet, else under what is chosen. */
function below(plan: Installningsbild, selected: Row | null): { parent: Organisationsrad | undefined; slag: Organisationsslag } {
  const above = selected?.rad ?? plan.organisation[1] ?? plan.organisation[0];
  const parent = above?.slag === 'enhet' ? plan.organisation.find((o) => o.id === above.parent_id) : above;
  return { parent, slag: parent?.under ?? 'namnd' };
}

export function OrganisationSection({ plan }: { plan: Installningsbild }) {
  const write = useWrite();
  const rows: Row[] = plan.organisation.map((rad) => ({ id: rad.id, level: rad.niva, rad }));
  const update = (rad: Organisationsrad, patch: Record<string, unknown>) => refusalOf(write, 'update_organisation', { id: rad.id, patch });
  const editor = ({ row: { rad }, column, typed, close }: Editing<Row>) => {
    if (column === 'slag') {
      const choices = plan.organisationsslag.map((o) => ({ id: o.kod, label: o.ord }));
      return <ChoiceEditor label="Slag" choices={choices} selected={[rad.slag]} save={([slag]) => update(rad, { slag: slag as Organisationsslag })} close={close} />;
    }
    if (column === 'chef') {
      const choices = plan.befattning.map((b) => ({ id: b.id, label: b.titel }));
      const create = {
        label: 'Ny befattning',
        run: async (titel: string) => {
          const made = await attempt(write, 'create_befattning', { titel });
          return 'refused' in made ? made.refused : update(rad, { chef_id: made.reply.id });
        },
      };
      return <ChoiceEditor label="Chef" choices={choices} selected={rad.chef_id ? [rad.chef_id] : []} none="Ingen chef" create={create} save={([id]) => update(rad, { chef_id: id ?? null })} close={close} />;
    }
    const field = column === 'kod' ? 'kod' : 'namn';
    return <LineEditor label={field === 'kod' ? 'Kod' : 'Namn'} value={rad[field]} typed={typed} save={(text) => update(rad, { [field]: text })} close={close} />;
  };
  const slagOrd = (slag: Organisationsslag) => plan.organisationsslag.find((o) => o.kod === slag)?.ord ?? '';
  const label = (selected: Row | null) => {
    const { parent, slag } = below(plan, selected);
    const what = `Lägg till ${slagOrd(slag).toLocaleLowerCase('sv')}`;
    return parent ? `${what} under ${parent.namn}` : what;
  };
  const make = (selected: Row | null) => {
    const { parent, slag } = below(plan, selected);
    const first = plan.organisation.findIndex((o) => o.id === parent?.id);
    const next = plan.organisation.findIndex((o, i) => i > first && o.niva <= (parent?.niva ?? 0));
    const rad: Organisationsrad = { id: '', parent_id: parent?.id ?? null, niva: (parent?.niva ?? 0) + 1, namn: '', kod: '', slag, slag_ord: slagOrd(slag), chef_id: null, chef: '', under: slag };
    return { row: { id: '', level: rad.niva, rad }, at: next < 0 ? rows.length : next };
  };
  const create = async ({ rad: { parent_id, slag } }: Row, namn: string) => {
    const made = await attempt(write, 'create_organisation', { namn, parent_id, slag });
    return 'refused' in made ? made : made.reply;
  };
  const move = ({ rad }: Row, key: string) => {
    const to = target(plan.organisation, rad, key);
    if (to) void write('move_organisation', { id: rad.id, ...to }, { said: `${rad.namn} är flyttad.` });
  };
  return (
    <SettingsGrid
      title="Organisation"
      intro="Infoga lägger till under den valda raden. Alt med pil flyttar: upp och ned bland syskonen, vänster och höger mellan nivåerna."
      rows={rows}
      columns={COLUMNS}
      editor={editor}
      draft={{ label, field: 'Namn', make, create }}
      first="namn"
      remove={({ rad }) => refusalOf(write, 'delete_organisation', { id: rad.id }, { said: `${rad.namn} är borttagen.` })}
      move={move}
      tree
    />
  );
}
