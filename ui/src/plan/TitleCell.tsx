/** The first cell of a row: the tree's lines, the fold mark, the level with its counts, and the title. */
import { ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Tradbrist } from '../api/generated';
import { BrokenThread } from '../shared/symbols';
import { typeset } from '../shared/typeset';
import type { PlanRow } from './rows';

/** The red line: the rows from the top to the selected one, and where they stand among the rows that are seen. */
export interface Thread {
  ids: readonly string[];
  at: readonly number[];
}

export interface LinesProps {
  row: PlanRow;
  /** Among the rows that are seen. */
  index: number;
  thread: Thread;
}

const upright = (color: string, j: number, width: string, size = '100%') =>
  `linear-gradient(${color} 0 0) calc(19px + ${j} * var(--indent)) 100% / ${width} ${size} no-repeat`;

/**
 * Grey lines show the levels; the red one runs in the same gutter from the top to the selected row. The uprights are the
 * background of the cell and the elbow is its ::before: an element for each line was a third of what WebKitGTK did to draw a row.
 */
export function treeLines({ row, index, thread }: LinesProps): { className: string; style: CSSProperties } {
  const depth = row.level - 1;
  const red: string[] = [];
  const grey: string[] = [];
  let reached = false;
  row.lasts.forEach((last, j) => {
    const from = thread.at[j];
    const to = thread.at[j + 1];
    if (from !== undefined && to !== undefined && from < index && index < to) red.push(upright('var(--trad)', j, '2px'));
    if (index === to) reached = true;
    if (!last) grey.push(upright('var(--tree-line)', j, '1px'));
  });
  const goesOn = thread.ids[depth] === row.id && depth < thread.ids.length - 1;
  if (goesOn) red.push(upright('var(--trad)', depth, '2px', 'calc(50% - 9px)'));
  return {
    className: `title-cell ${depth > 0 ? 'below' : ''} ${reached ? 'reached' : ''}`,
    style: { background: [...red, ...grey].join(', ') || undefined, ['--d' as string]: depth },
  };
}

interface TitleProps extends LinesProps {
  /** undefined: nothing below. */
  expanded: boolean | undefined;
  /** "saknar aktivitet", by break. */
  words: ReadonlyMap<Tradbrist, string>;
}

export function TitleCell({ row, index, thread, expanded, words }: TitleProps) {
  const { rad } = row;
  if (!rad) return null;
  const breaks = rad.brister?.map((b) => (
    <span key={b} className="break">
      <BrokenThread size={12} />
      {words.get(b)}
    </span>
  ));
  return (
    <span {...treeLines({ row, index, thread })}>
      <span className="node">
        {expanded !== undefined && (
          <span className="chevron" data-chevron aria-hidden="true">
            <ChevronRight size={14} />
          </span>
        )}
        {rad.slag === 'aktivitet' ? (
          <>
            <span className="code">{rad.nr}</span>
            <span className="text">
              {typeset(rad.titel)}
              {breaks}
            </span>
          </>
        ) : (
          <span className="text">
            {(rad.overrad || breaks) && (
              <small>
                {rad.overrad}
                {breaks}
              </small>
            )}
            {typeset(rad.titel)}
          </span>
        )}
      </span>
    </span>
  );
}
