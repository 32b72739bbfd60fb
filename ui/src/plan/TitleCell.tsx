/** The first cell of a row: the tree's lines, the fold mark, the level with its counts, and the title. */
import { ChevronRight } from 'lucide-react';
import type { Tradbrist } from '../api/generated';
import { BrokenThread } from '../shared/symbols';
import { typeset } from '../shared/typeset';
import type { PlanRow } from './rows';

/** The red line: the rows from the top to the selected one, and where they stand among the rows that are seen. */
export interface Thread {
  ids: readonly string[];
  at: readonly number[];
}

interface LinesProps {
  row: PlanRow;
  /** Among the rows that are seen. */
  index: number;
  thread: Thread;
}

/** Grey lines show the levels; the red one runs in the same gutter from the top to the selected row. */
function Lines({ row, index, thread }: LinesProps) {
  const depth = row.level - 1;
  const goesOn = thread.ids[depth] === row.id && depth < thread.ids.length - 1;
  return (
    <span className="lines" aria-hidden="true">
      {row.lasts.map((last, j) => {
        const from = thread.at[j];
        const to = thread.at[j + 1];
        const red = from !== undefined && to !== undefined && from < index && index <= to;
        return (
          <span key={j} style={{ ['--j' as string]: j }}>
            {j === depth - 1 && <i className="elbow" />}
            {!last && <i className="straight" />}
            {red && <i className={index === to ? 'elbow red' : 'straight red'} />}
          </span>
        );
      })}
      {goesOn && (
        <span style={{ ['--j' as string]: depth }}>
          <i className="down red" />
        </span>
      )}
    </span>
  );
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
    <span className="title-cell" style={{ ['--d' as string]: row.level - 1 }}>
      <Lines row={row} index={index} thread={thread} />
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
