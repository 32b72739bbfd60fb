/**
 * The selected row's thread: a bead for each level on one red line, the last one bold; long names in the middle shrink.
 * What hangs on nothing has a dashed line: it is no thread.
 */
import type { Plantrad } from '../api/generated';
import type { PlanRow } from './rows';

interface Props {
  plan: Plantrad;
  thread: readonly PlanRow[];
  onGo: (row: PlanRow) => void;
}

function Words({ plan, row, first }: { plan: Plantrad; row: PlanRow; first: boolean }) {
  const { rad } = row;
  if (!rad) return <>Ny rad</>;
  if (rad.slag === 'grupp') return <>{rad.titel}</>;
  if (rad.slag !== 'mal') {
    const word = rad.slag === 'uppdrag' ? 'Uppdrag' : 'Aktivitet';
    return <>{rad.nr ? `${word} ${rad.nr}` : rad.titel}</>;
  }
  const niva = plan.nivaer[rad.niva ?? 0]?.singular ?? '';
  if (first) return <>{niva}</>;
  return (
    <>
      <span className="hidden">{niva} </span>
      {rad.nr && <b>{rad.nr} </b>}
      {rad.titel}
    </>
  );
}

export function ThreadStrip({ plan, thread, onGo }: Props) {
  return (
    <nav className={`thread-strip ${thread[0]?.rad?.slag === 'grupp' ? 'loose' : ''}`} aria-label="Vald rads röda tråd">
      <ol>
        {thread.map((row, i) => (
          <li key={row.id} className={row.rad?.slag !== 'mal' && row.rad?.nr ? 'short' : undefined}>
            <a
              href={`#${row.id}`}
              title={row.rad?.titel}
              aria-current={i === thread.length - 1 ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                onGo(row);
              }}
            >
              <Words plan={plan} row={row} first={i === 0} />
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
