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
  const add = async (row: Row | null) => {
    const above = row?.rad ?? plan.organisation[1] ?? plan.organisation[0];
    const parent = above && above.slag === 'enhet' ? plan.organisation.find((o) => o.id === above.parent_id) : above;
    const slag = parent?.under ?? 'namnd';
    const ord = plan.organisationsslag.find((o) => o.kod === slag)?.ord ?? '';
    return (await write('create_organisation', { namn: `Ny ${ord.toLocaleLowerCase('sv')}`, parent_id: parent?.id ?? null, slag }))?.id;
  };
  const move = ({ rad }: Row, key: string) => {
    const to = target(plan.organisation, rad, key);
    if (to) void write('move_organisation', { id: rad.id, ...to }, { said: `${rad.namn} är flyttad.` });
  };
  return (
    <SettingsGrid
      title="Organisation"
      intro="Ny lägger till under den valda raden. Alt med pil flyttar: upp och ned bland syskonen, vänster och höger mellan nivåerna."
      rows={rows}
      columns={COLUMNS}
      editor={editor}
      add={{ label: 'Ny', run: add }}
      first="namn"
      remove={({ rad }) => refusalOf(write, 'delete_organisation', { id: rad.id }, { said: `${rad.namn} är borttagen.` })}
      move={move}
      tree
    />
  );
}
