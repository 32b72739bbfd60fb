/** A list or tree of settings: a heading, the step that adds, and a grid whose cells are edited in place. */
import { Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { UiError } from '../api/generated';
import { useCommands, type Command } from '../app/commands';
import { moveCommands } from '../app/moves';
import { usePlace } from '../app/place';
import { Button } from '../shared/Button';
import { LineEditor } from '../shared/editors';
import { ErrorNotice } from '../shared/Notice';
import { Treegrid, type Column, type Editing, type TreegridHandle, type TreeRow } from '../shared/Treegrid';

/** A row that is not in the file yet. */
const NEW = 'new';

interface Draft<R> {
  /** "Ny befattning", "Lägg till enhet under Barn och unga". */
  label: (selected: R | null) => string;
  /** The name of the field. */
  field: string;
  /** How it is written, where that is not plain. */
  hint?: string;
  /** What is most likely meant: it stands in the field, to be taken with Retur or written over. */
  proposal?: string;
  /** The empty row, and which one of the rows it is. It gets its id here. */
  make: (selected: R | null) => { row: R; at: number };
  /** Writes it; gives back its id, or the refusal. */
  create: (row: R, text: string) => Promise<{ id: string } | { refused: UiError }>;
}

interface Props<R extends TreeRow> {
  title: string;
  intro: string;
  rows: readonly R[];
  columns: readonly Column<R>[];
  editor: (editing: Editing<R>) => ReactNode;
  /** What is written when it has got its name. Without this nothing can be added. */
  draft?: Draft<R>;
  /** The column that a new row is first typed in. */
  first?: string;
  remove?: (row: R) => Promise<UiError | undefined | void>;
  /** The rows that `remove` is for; missing: all. */
  canRemove?: (row: R) => boolean;
  /** What `remove` does, where it is not to take away. */
  removeLabel?: string;
  /** Alt with an arrow. */
  move?: (row: R, key: string) => void;
  /** A tree instead of a list. */
  tree?: boolean;
}

/** The rows with the one that is being written among them. */
function useDraft<R extends TreeRow>(rows: readonly R[], draft: Draft<R> | undefined) {
  const [begun, setBegun] = useState<{ row: R; at: number; from: string | null } | null>(null);
  const shown = useMemo(() => (begun ? rows.toSpliced(begun.at, 0, begun.row) : rows), [rows, begun]);
  const begin = (below: R | null) => {
    if (!draft) return;
    const made = draft.make(below);
    setBegun({ ...made, row: { ...made.row, id: NEW }, from: below?.id ?? null });
  };
  /** Leaves it; gives back the row that it was begun at. */
  const end = useCallback(() => {
    setBegun(null);
    return begun?.from ?? null;
  }, [begun]);
  return { begun, begin, shown, end };
}

export function SettingsGrid<R extends TreeRow>({ title, intro, rows, columns, editor, draft, first, remove, canRemove = () => true, removeLabel = 'Ta bort', move, tree }: Props<R>) {
  const { place } = usePlace();
  const [selected, setSelected] = useState<string | null>(place.thing?.id ?? null);
  useEffect(() => {
    if (place.thing) setSelected(place.thing.id);
  }, [place.thing]);
  const [refused, setRefused] = useState<UiError | null>(null);
  const [made, setMade] = useState<string | null>(null);
  /** What came of the row being written. */
  const written = useRef<string | null>(null);
  const grid = useRef<TreegridHandle>(null);
  const { begun, begin, shown, end } = useDraft(rows, draft);
  const row = rows.find((r) => r.id === (begun ? begun.from : selected)) ?? null;
  useEffect(() => {
    if (!made || !rows.some((r) => r.id === made)) return;
    setMade(null);
    grid.current?.focus(made);
  }, [made, rows]);
  useEffect(() => {
    if (begun && first) grid.current?.edit(NEW, first);
  }, [begun, first]);
  const create = (below: R | null) => {
    setRefused(null);
    begin(below);
  };
  const save = async (to: R, text: string) => {
    const outcome = await draft?.create(to, text);
    if (outcome && 'refused' in outcome) return outcome.refused;
    written.current = outcome?.id ?? null;
    return undefined;
  };
  const onClosed = useCallback(
    (id: string) => {
      if (id !== NEW) return;
      const from = end();
      if (written.current) setMade(written.current);
      else if (from) grid.current?.focus(from);
      written.current = null;
    },
    [end],
  );
  const inCell = (editing: Editing<R>): ReactNode =>
    editing.row.id === NEW ? (
      <LineEditor label={draft?.field ?? ''} hint={draft?.hint} value="" proposal={draft?.proposal} save={(text) => save(editing.row, text)} close={() => editing.close()} />
    ) : (
      editor(editing)
    );
  const label = draft?.label(row);
  const takeAway = (at: R) => void remove?.(at).then((error) => setRefused(error ?? null));
  const onKey = (event: { key: string; altKey: boolean; ctrlKey: boolean }, at: R): boolean => {
    if (event.key === 'Insert' && label) return create(at), true;
    if (event.key === 'Delete' && remove && canRemove(at)) return takeAway(at), true;
    if (event.altKey && event.key.startsWith('Arrow') && move) return move(at, event.key), true;
    return false;
  };
  const removable = remove && row && canRemove(row) ? row : null;
  const inFirst = first ?? columns.find((column) => column.editable)?.id;
  useCommands([
    ...(label ? [{ id: 'setting-add', label, group: 'Redigera', shortcut: 'Insert', local: true, run: () => create(row) } satisfies Command] : []),
    { id: 'setting-edit', label: 'Ändra raden', group: 'Redigera', shortcut: 'F2', local: true, enabled: row !== null, run: () => row && inFirst && grid.current?.edit(row.id, inFirst) },
    ...(remove ? [{ id: 'setting-delete', label: removeLabel, group: 'Redigera', shortcut: 'Delete', local: true, enabled: removable !== null, run: () => removable && takeAway(removable) } satisfies Command] : []),
    ...(move ? moveCommands('setting', { group: 'Redigera', enabled: row !== null }, (way) => row && move(row, way), !tree) : []),
  ]);
  return (
    <section className="settings-section">
      <header>
        <div>
          <h2>{title}</h2>
          <p className="quiet">{intro}</p>
        </div>
        {removable && (
          <Button variant="quiet" onPress={() => takeAway(removable)}>
            {removeLabel}
          </Button>
        )}
        {label && (
          <Button onPress={() => create(row)}>
            <Plus size={16} aria-hidden />
            {label}
          </Button>
        )}
      </header>
      {refused && <ErrorNotice error={refused} />}
      <div className="settings-grid">
        <Treegrid
          label={title}
          handle={grid}
          rows={shown}
          columns={columns}
          selected={selected}
          onSelect={(r) => setSelected(r.id)}
          editor={inCell}
          onClosed={onClosed}
          onKey={onKey}
          rowHeight={() => 36}
          flat={!tree}
          empty={<p className="quiet settings-empty">Inget är tillagt ännu.</p>}
        />
      </div>
    </section>
  );
}
