/** One row of the treegrid: its cells as plain text and symbols, and what assistive technology is told of its place. */
import { memo, useId, useLayoutEffect, useRef, type HTMLAttributes, type ReactNode } from 'react';
import type { Arranged, TreeRow } from './treeRows';

/** What a cell is told about its row. */
interface CellContext {
  level: number;
  /** undefined: nothing below it. */
  expanded?: boolean;
  selected: boolean;
}

export interface Column<R extends TreeRow> {
  id: string;
  header: ReactNode;
  /** A track of CSS grid: "minmax(12rem, 1fr)", "6rem". */
  width: string;
  cell: (row: R, context: CellContext) => ReactNode;
  /** Missing: cannot be edited. */
  editable?: (row: R) => boolean;
  className?: string;
}

interface RowViewProps<R extends TreeRow> {
  at: Arranged<R>;
  index: number;
  height: number;
  focusColumn: number;
  selected: boolean;
  columns: readonly Column<R>[];
  className: string;
  measure: (index: number, height: number) => void;
  /** Another number has the row drawn, and so measured, again. */
  drawn: number;
  more?: HTMLAttributes<HTMLDivElement>;
  flat: boolean;
}

function RowViewInner<R extends TreeRow>(p: RowViewProps<R>) {
  const { row, expanded } = p.at;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) p.measure(p.index, box.current.offsetHeight);
  });
  // The element goes on as another row: the focus was the old one's, and comes back with it. Until then the grid has it, so
  // that the keys still work. Not in a cleanup, after which React gives the focus back.
  const shown = useRef(row.id);
  useLayoutEffect(() => {
    if (shown.current === row.id) return;
    shown.current = row.id;
    if (box.current?.contains(document.activeElement)) box.current.closest<HTMLElement>('.grid')?.focus({ preventScroll: true });
  }, [row.id]);
  // WebKitGTK tells no text of a row's header, only its name: so the header names itself by what stands in it.
  const header = useId();
  const tree = p.flat ? {} : { 'aria-level': row.level, 'aria-posinset': p.at.position, 'aria-setsize': p.at.siblings, 'aria-expanded': expanded };
  return (
    <div
      {...p.more}
      {...tree}
      role="row"
      ref={box}
      data-index={p.index}
      data-id={row.id}
      data-selected={p.selected || undefined}
      aria-selected={p.selected}
      aria-rowindex={p.index + 2}
      className={`grid-row ${p.className}`}
      style={{ minHeight: p.height }}
    >
      {p.columns.map((column, c) => (
        <div
          key={column.id}
          {...(c === 0 ? { role: 'rowheader', id: header, 'aria-labelledby': header } : { role: 'gridcell' })}
          aria-colindex={c + 1}
          aria-readonly={column.editable?.(row) ? undefined : true}
          data-column={c}
          tabIndex={c === p.focusColumn ? 0 : -1}
          className={`grid-cell ${column.className ?? ''}`}
        >
          {column.cell(row, { level: row.level, expanded, selected: p.selected })}
        </div>
      ))}
    </div>
  );
}
/** Drawn again only when something in it changes: held-down arrows draw two rows. */
export const RowView = memo(RowViewInner) as typeof RowViewInner;
