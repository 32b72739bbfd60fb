/** A list or tree of settings: a heading, the step that adds, and a grid whose cells are edited in place. */
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { UiError } from '../api/generated';
import { usePlace } from '../app/place';
import { Button } from '../shared/Button';
import { ErrorNotice } from '../shared/Notice';
import { Treegrid, type Column, type Editing, type TreegridHandle, type TreeRow } from '../shared/Treegrid';

interface Props<R extends TreeRow> {
  title: string;
  intro: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  editor: (editing: Editing<R>) => ReactNode;
  /** "Ny befattning"; missing: nothing can be added. */
  add?: { label: string; run: (selected: R | null) => Promise<string | undefined> };
  /** The column that a new row is first typed in. */
  first?: string;
  remove?: (row: R) => Promise<UiError | undefined>;
  /** The rows that `remove` is for; missing: all. */
  canRemove?: (row: R) => boolean;
  /** What `remove` does, where it is not to take away. */
  removeLabel?: string;
  /** Alt with an arrow; true when it was taken. */
  move?: (row: R, key: string) => void;
  /** A tree instead of a list. */
  tree?: boolean;
}

export function SettingsGrid<R extends TreeRow>({ title, intro, rows, columns, editor, add, first, remove, canRemove = () => true, removeLabel = 'Ta bort', move, tree }: Props<R>) {
  const { place } = usePlace();
  const [selected, setSelected] = useState<string | null>(place.thing?.id ?? null);
  useEffect(() => {
    if (place.thing) setSelected(place.thing.id);
  }, [place.thing]);
  const [refused, setRefused] = useState<UiError | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const grid = useRef<TreegridHandle>(null);
  const row = rows.find((r) => r.id === selected) ?? null;
  // A new row is typed in as soon as it is there.
  useEffect(() => {
    if (!made || !rows.some((r) => r.id === made)) return;
    setMade(null);
    if (first) grid.current?.edit(made, first);
    else grid.current?.focus(made);
  }, [made, rows, first]);
  const create = async (below: R | null) => {
    setRefused(null);
    setMade((await add?.run(below)) ?? null);
  };
  const onKey = (event: { key: string; altKey: boolean; ctrlKey: boolean }, at: R): boolean => {
    if (event.key === 'Insert' && add) return void create(at), true;
    if (event.key === 'Delete' && remove && canRemove(at)) return void remove(at).then((error) => setRefused(error ?? null)), true;
    if (event.altKey && event.key.startsWith('Arrow') && move) return move(at, event.key), true;
    return false;
  };
  return (
    <section className="settings-section">
      <header>
        <div>
          <h2>{title}</h2>
          <p className="quiet">{intro}</p>
        </div>
        {remove && row && canRemove(row) && (
          <Button variant="quiet" onPress={() => void remove(row).then((error) => setRefused(error ?? null))}>
            {removeLabel}
          </Button>
        )}
        {add && (
          <Button onPress={() => void create(row)}>
            <Plus size={16} aria-hidden />
            {add.label}
          </Button>
        )}
      </header>
      {refused && <ErrorNotice error={refused} />}
      <div className="settings-grid">
        <Treegrid
          label={title}
          handle={grid}
          rows={rows}
          columns={columns}
          selected={selected}
          onSelect={(r) => setSelected(r.id)}
          editor={editor}
          onKey={onKey}
          rowHeight={() => 36}
          flat={!tree}
          empty={<p className="quiet settings-empty">Inget är tillagt ännu.</p>}
        />
      </div>
    </section>
  );
}
