/**
 * A treegrid after WAI-ARIA: virtual rows, one tab stop, arrows between the cells, one shared editor. Cells are plain text
 * and symbols, never a component each: 5,000 rows with an editor apiece cost 600 MB in WebKitGTK (ui.md).
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { EditorPopover, type Close } from './EditorPopover';
import { RowView, type Column } from './TreegridRow';
import { arrange, type Arranged, type TreeRow } from './treeRows';

export type { Column } from './TreegridRow';
export type { TreeRow } from './treeRows';

/** A cell being edited. */
export interface Editing<R> {
  row: R;
  column: string;
  /** The character that began the typing, if that is how it began. */
  typed?: string;
  close: Close;
}

export interface TreegridHandle {
  /** Moves the selection and the focus there, scrolling if need be. */
  focus: (id: string, column?: string) => void;
  /** Opens the shared editor. */
  edit: (id: string, column: string) => void;
}

interface TreegridProps<R extends TreeRow> {
  label: string;
  /** Every row in display order; the grid hides what is below a collapsed row. */
  rows: readonly R[];
  columns: readonly Column<R>[];
  collapsed?: ReadonlySet<string>;
  onCollapse?: (id: string, collapsed: boolean) => void;
  selected?: string | null;
  onSelect?: (row: R) => void;
  /** The editor of a cell; shown in the one shared popover. */
  editor?: (editing: Editing<R>) => ReactNode;
  /** The editor of a row was closed, whatever came of it. */
  onClosed?: (row: string) => void;
  /** Keys that the grid does not know itself; true: handled. */
  onKey?: (event: KeyboardEvent, row: R, column: string) => boolean;
  rowHeight?: (row: R) => number;
  rowClass?: (row: R) => string;
  /** More on the row's element: drag and drop, data attributes. Must be stable. */
  rowProps?: (row: R) => HTMLAttributes<HTMLDivElement>;
  handle?: Ref<TreegridHandle>;
  /** "treegrid", or "grid" for rows without levels. */
  flat?: boolean;
  empty?: ReactNode;
}

/**
 * Which row's element each row takes over: those that come into view those of the rows that have gone. Made anew, what a
 * long scroll leaves behind is a hundred megabytes until it is collected.
 */
function useSlots(keys: readonly string[]): ReadonlyMap<string, number> {
  const slots = useRef({ of: new Map<string, number>(), next: 0 }).current;
  const present = new Set(keys);
  const free: number[] = [];
  for (const [key, slot] of slots.of) {
    if (present.has(key)) continue;
    slots.of.delete(key);
    free.push(slot);
  }
  for (const key of keys) if (!slots.of.has(key)) slots.of.set(key, free.pop() ?? (slots.next += 1));
  return slots.of;
}

const HEADER = 34;
const ROW = 44;
/** Keys that go to another row, and do nothing else. */
const MOVES: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

export function Treegrid<R extends TreeRow>(props: TreegridProps<R>) {
  const { rows, columns, collapsed, onCollapse, onSelect, onClosed, selected, flat = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const list = useMemo(() => arrange(rows, collapsed), [rows, collapsed]);
  const [at, setAt] = useState({ id: selected ?? list[0]?.row.id ?? '', column: 0 });
  const [editing, setEditing] = useState<{ id: string; column: number; typed?: string } | null>(null);
  const wantsFocus = useRef(false);
  const lastFocused = useRef(false);
  const lastIndex = useRef(0);

  const height = props.rowHeight;
  // The same function as long as the rows are the same: a new one has every row measured anew.
  const keyOf = useCallback((index: number) => list[index]?.row.id ?? index, [list]);
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (height && list[index] ? height(list[index].row) : ROW),
    getItemKey: keyOf,
    overscan: 4,
    paddingStart: HEADER,
    scrollPaddingStart: HEADER,
  });

  // Rows measure themselves when they are drawn, and again when this changes: an observer on each row would keep those that
  // have scrolled by in WebKitGTK's memory.
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    const again = () => setDrawn((n) => n + 1);
    let width = box.current?.clientWidth;
    const observer = new ResizeObserver(() => {
      if (width !== box.current?.clientWidth) again();
      width = box.current?.clientWidth;
    });
    if (box.current) observer.observe(box.current);
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, []);

  // The focus belongs to a row, not to a number: when the row is gone, its place is taken by the next.
  const found = list.findIndex((a) => a.row.id === at.id);
  const index = found >= 0 ? found : Math.min(lastIndex.current, list.length - 1);
  if (found >= 0) lastIndex.current = found;
  const current = list[index];

  const moveTo = useCallback(
    (to: number, column: number) => {
      const i = Math.max(0, Math.min(list.length - 1, to));
      const target = list[i];
      if (!target) return;
      wantsFocus.current = true;
      virtual.scrollToIndex(i);
      setAt({ id: target.row.id, column: Math.max(0, Math.min(columns.length - 1, column)) });
      onSelect?.(target.row);
    },
    [list, columns.length, onSelect, virtual],
  );

  // A selection that comes from outside (palette, undo) moves the grid's own place along.
  useEffect(() => {
    if (selected && selected !== at.id && list.some((a) => a.row.id === selected)) {
      setAt((old) => ({ ...old, id: selected }));
      virtual.scrollToIndex(list.findIndex((a) => a.row.id === selected));
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the selection changes
  }, [selected]);

  useEffect(() => {
    const lost = [null, document.body, box.current].includes(document.activeElement as HTMLElement | null);
    const had = lastFocused.current && lost;
    if (!wantsFocus.current && !had) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-column="${at.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    // Sideways, and in a screen that scrolls as a whole (400 % zoom): the grid itself scrolls by rows alone.
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (current && current.row.id !== at.id) {
      setAt((old) => ({ ...old, id: current.row.id }));
      onSelect?.(current.row);
    }
  });

  const beginEdit = useCallback(
    (row: R, column: number, typed?: string) => {
      if (!props.editor || !columns[column]?.editable?.(row)) return false;
      setAt({ id: row.id, column });
      setEditing({ id: row.id, column, typed });
      return true;
    },
    [columns, props.editor],
  );

  useImperativeHandle(
    props.handle,
    () => ({
      focus: (id, column) => {
        const i = list.findIndex((a) => a.row.id === id);
        if (i >= 0) moveTo(i, column ? columns.findIndex((c) => c.id === column) : at.column);
      },
      edit: (id, column) => {
        const i = list.findIndex((a) => a.row.id === id);
        const row = list[i]?.row;
        if (!row) return;
        virtual.scrollToIndex(i);
        requestAnimationFrame(() => beginEdit(row, columns.findIndex((c) => c.id === column)));
      },
    }),
    [list, moveTo, columns, at.column, virtual, beginEdit],
  );

  const toggle = (a: Arranged<R>) => a.expanded !== undefined && onCollapse?.(a.row.id, a.expanded);

  const onKeyDown = (event: KeyboardEvent) => {
    const isAway = event.target === box.current;
    if (!current || !(isAway || (event.target as HTMLElement).dataset.column)) return;
    const column = columns[at.column]?.id ?? '';
    // What cannot be seen is gone to, and never changed.
    if (!isAway && props.onKey?.(event, current.row, column)) return event.preventDefault();
    if (event.altKey || event.metaKey) return undefined;
    const page = Math.max(1, Math.floor(((box.current?.clientHeight ?? 400) - HEADER) / ROW) - 1);
    const keys: Record<string, () => void> = {
      ArrowDown: () => moveTo(index + 1, at.column),
      ArrowUp: () => moveTo(index - 1, at.column),
      PageDown: () => moveTo(index + page, at.column),
      PageUp: () => moveTo(index - page, at.column),
      Home: () => (event.ctrlKey ? moveTo(0, 0) : moveTo(index, 0)),
      End: () => (event.ctrlKey ? moveTo(list.length - 1, at.column) : moveTo(index, columns.length - 1)),
      ArrowRight: () => (at.column === 0 && current.expanded === false ? toggle(current) : moveTo(index, at.column + 1)),
      ArrowLeft: () => {
        if (at.column > 0) return moveTo(index, at.column - 1);
        if (current.expanded) return toggle(current);
        return current.parent >= 0 ? moveTo(current.parent, 0) : undefined;
      },
      Enter: () => void (beginEdit(current.row, at.column) || toggle(current)),
      F2: () => void beginEdit(current.row, at.column),
    };
    const act = keys[event.key];
    if (!act) return undefined;
    event.preventDefault();
    return isAway && !MOVES.has(event.key) ? moveTo(index, at.column) : act();
  };

  const cellOf = (event: MouseEvent): { a: Arranged<R>; column: number; chevron: boolean } | null => {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-column]');
    const a = list[Number(cell?.closest<HTMLElement>('[data-index]')?.dataset.index)];
    return cell && a ? { a, column: Number(cell.dataset.column), chevron: target.closest('[data-chevron]') !== null } : null;
  };
  const onClick = (event: MouseEvent) => {
    const hit = cellOf(event);
    if (!hit) return;
    setAt({ id: hit.a.row.id, column: hit.column });
    wantsFocus.current = true;
    onSelect?.(hit.a.row);
    if (hit.chevron) toggle(hit.a);
    else if (hit.column > 0) beginEdit(hit.a.row, hit.column);
  };
  // The row's name is chosen by a click; two open it, as F2 does.
  const onDoubleClick = (event: MouseEvent) => {
    const hit = cellOf(event);
    if (hit && !hit.chevron && hit.column === 0) beginEdit(hit.a.row, 0);
  };

  const close = useCallback<Close>(
    (move) => {
      setEditing(null);
      if (move === 'down') moveTo(index + 1, at.column);
      else if (move === 'right') moveTo(index, at.column + 1);
      else if (move === 'left') moveTo(index, at.column - 1);
      else wantsFocus.current = true;
      onClosed?.(at.id);
    },
    [moveTo, index, at, onClosed],
  );
  const edited = editing && list.find((a) => a.row.id === editing.id)?.row;
  const editedColumn = editing && columns[editing.column];
  const drawnRows = virtual.getVirtualItems();
  const slotOf = useSlots(drawnRows.map((item) => String(item.key)));

  return (
    <div
      ref={box}
      className="grid"
      tabIndex={-1}
      role={flat ? 'grid' : 'treegrid'}
      aria-label={props.label}
      aria-rowcount={list.length + 1}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onFocus={() => (lastFocused.current = true)}
      onBlur={(event) => (lastFocused.current = event.relatedTarget === null)}
      style={{ ['--columns' as string]: columns.map((c) => c.width).join(' ') }}
    >
      <div role="row" className="grid-head" aria-rowindex={1}>
        {columns.map((column, c) => (
          <div key={column.id} role="columnheader" aria-colindex={c + 1} className={column.className}>
            {column.header}
          </div>
        ))}
      </div>
      {/* The rows stand in the flow: each in a place of its own would be a layer each, and half again as long to draw. */}
      <div role="rowgroup" style={{ height: virtual.getTotalSize() - HEADER, paddingTop: (drawnRows[0]?.start ?? HEADER) - HEADER }}>
        {drawnRows.map((item) => {
          const a = list[item.index];
          if (!a) return null;
          return (
            <RowView
              key={slotOf.get(String(item.key))}
              at={a}
              index={item.index}
              height={height ? height(a.row) : ROW}
              focusColumn={item.index === index ? at.column : -1}
              selected={item.index === index}
              columns={columns}
              className={props.rowClass?.(a.row) ?? ''}
              measure={virtual.resizeItem}
              drawn={drawn}
              more={props.rowProps?.(a.row)}
              flat={flat}
            />
          );
        })}
      </div>
      {list.length === 0 && props.empty}
      {editing && edited && editedColumn && (
        <EditorPopover
          anchor={() => box.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(editing.id)}"] [data-column="${editing.column}"]`) ?? null}
          label={typeof editedColumn.header === 'string' ? editedColumn.header : editedColumn.id}
          close={close}
        >
          {props.editor?.({ row: edited, column: editedColumn.id, typed: editing.typed, close })}
        </EditorPopover>
      )}
    </div>
  );
}
