/** The columns of the chain. Cells are text and symbols; what opens is the grid's one editor. */
import { useMemo } from 'react';
import type { Plantrad } from '../api/generated';
import { BedomningMark, StatusMark } from '../shared/symbols';
import { withSoftHyphens } from '../shared/typeset';
import type { Column } from '../shared/Treegrid';
import { NewHint, NewRow, type NewRowProps } from './NewRow';
import type { PlanRow } from './rows';
import { TitleCell, type Thread } from './TitleCell';

const isWork = (row: PlanRow): boolean => row.rad?.slag === 'uppdrag' || row.rad?.slag === 'aktivitet';

function Standing({ row, words }: { row: PlanRow; words: ReadonlyMap<string, string> }) {
  const { status, bedomning } = row.rad ?? {};
  if (status) return <StatusMark status={status} ord={words.get(status) ?? status} />;
  if (!bedomning) return null;
  return (
    <>
      <BedomningMark bedomning={bedomning.utfall} ord={bedomning.ord} />
      {bedomning.text && <small className="under">{bedomning.text}</small>}
    </>
  );
}

interface Options {
  plan: Plantrad | undefined;
  thread: Thread;
  /** Where each row stands among those that are seen. */
  index: ReadonlyMap<string, number>;
  newRow: NewRowProps;
}

/** New columns when the red line moves: the few rows on screen are drawn again, and nothing else. */
export function usePlanColumns({ plan, thread, index, newRow }: Options): Column<PlanRow>[] {
  const words = useMemo(() => new Map(plan?.statusord.map((s) => [s.status as string, s.ord])), [plan?.statusord]);
  const breaks = useMemo(() => new Map(plan?.brister.map((b) => [b.brist, b.rad])), [plan?.brister]);
  const open = plan?.stangt === false;
  return useMemo(
    () => [
      {
        id: 'titel',
        header: 'Mål, uppdrag och aktivitet',
        width: 'minmax(14rem, 1fr)',
        className: 'first',
        editable: (row) => open && row.rad !== undefined && row.rad.slag !== 'grupp',
        cell: (row, { expanded }) =>
          row.ny ? <NewRow key={row.id} row={row} index={index.get(row.id) ?? 0} thread={thread} {...newRow} /> : <TitleCell row={row} index={index.get(row.id) ?? 0} thread={thread} expanded={expanded} words={breaks} />,
      },
      { id: 'status', header: 'Status', width: '10.75rem', editable: (row) => open && isWork(row), cell: (row) => (row.ny ? <NewHint /> : <Standing row={row} words={words} />) },
      {
        id: 'klart',
        header: 'Klart senast',
        width: '6.1rem',
        editable: (row) => open && isWork(row),
        cell: (row) => (
          <span className={row.rad?.passerat ? 'passed' : undefined}>
            {row.rad?.klart}
            {row.rad?.passerat && <small>{row.rad.passerat}</small>}
          </span>
        ),
      },
      { id: 'ansvarig', header: 'Ansvarig', width: 'minmax(10rem, 0.42fr)', editable: (row) => open && isWork(row), cell: (row) => <span className="responsible clamp-2" title={row.rad?.ansvarig ?? undefined}>{row.rad?.ansvarig && withSoftHyphens(row.rad.ansvarig)}</span> },
    ],
    [open, index, thread, newRow, breaks, words],
  );
}
