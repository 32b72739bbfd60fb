/** The columns: plain text and symbols, two lines at most where it can be helped. */
import { ChevronRight } from 'lucide-react';
import type { Uppfoljningsrad } from '../api/generated';
import { StatusMark, StatusSymbol } from '../shared/symbols';
import { typeset, withSoftHyphens } from '../shared/typeset';
import type { Column } from '../shared/Treegrid';
import { LACKS } from './texts';

/** A row of the grid. */
export type Row = Uppfoljningsrad;

const reports = (row: Row) => row.slag !== 'rubrik';
const whole = (row: Row) => row.slag === 'uppdrag' || row.slag === 'aktivitet';

function Name({ row, expanded }: { row: Row; expanded?: boolean }) {
  return (
    <span className={`upp-name ${row.slag}`}>
      <span className="chevron" data-chevron aria-hidden="true">
        {expanded !== undefined && <ChevronRight size={14} />}
      </span>
      {row.slag !== 'enhet' && row.slag !== 'rubrik' && <span className="upp-nr">{row.nr}</span>}
      <span className="upp-title">{typeset(row.titel)}</span>
    </span>
  );
}

function State({ row }: { row: Row }) {
  if (!reports(row)) return null;
  return (
    <span className="upp-state">
      <StatusMark status={row.status} ord={row.ord} />
      {row.fore && (
        <small>
          <StatusSymbol status={row.fore.status} size={10} />
          {row.fore.ord}
        </small>
      )}
      {row.regel && <small className={row.fore ? 'hidden' : ''}>{row.regel}</small>}
    </span>
  );
}

function Done({ row }: { row: Row }) {
  if (row.fardiggrad === null) return null;
  return (
    <span className="upp-done">
      <span className="upp-bar" aria-hidden="true">
        <i style={{ width: `${row.fardiggrad}%` }} />
      </span>
      <span className="upp-percent">{row.fardiggrad_text}</span>
    </span>
  );
}

function Comment({ row }: { row: Row }) {
  if (!reports(row)) return null;
  if (!row.kommentar) return row.saknar && !row.regel ? <span className="upp-lacks">{LACKS}</span> : null;
  const old = row.saknar && row.kommentar_fran;
  return (
    <span className="upp-comment" title={row.kommentar}>
      <span className={old ? 'ellipsis' : 'clamp-2'}>{row.kommentar}</span>
      {old && <small className="ellipsis">{row.kommentar_fran}</small>}
    </span>
  );
}

/** Where the table is narrow the titles get what the bar and the comment can spare (uppfoljning.css). */
export const columns: readonly Column<Row>[] = [
  { id: 'namn', header: 'Uppdrag och aktivitet', width: 'minmax(12.25rem, var(--upp-namn, 1.7fr))', cell: (row, at) => <Name row={row} expanded={at.expanded} />, className: 'upp-first' },
  { id: 'status', header: 'Status', width: '10.5rem', editable: reports, cell: (row) => <State row={row} /> },
  { id: 'fardiggrad', header: 'Klart', width: 'var(--upp-klart, 5.25rem)', editable: reports, cell: (row) => <Done row={row} /> },
  {
    id: 'slut',
    header: 'Klart senast',
    width: '5.75rem',
    editable: (row) => row.slag === 'aktivitet',
    cell: (row) => (
      <span className={row.passerat ? 'upp-date passed' : 'upp-date'}>
        {row.slut_text}
        {row.passerat && <small> passerat</small>}
      </span>
    ),
  },
  { id: 'ansvarig', header: 'Ansvarig', width: 'minmax(7.75rem, 0.8fr)', editable: whole, cell: (row) => <span className="clamp-2 upp-who" title={row.ansvarig}>{withSoftHyphens(row.ansvarig)}</span> },
  { id: 'kommentar', header: 'Kommentar', width: 'minmax(var(--upp-kommentar, 7.75rem), 1fr)', editable: reports, cell: (row) => <Comment row={row} /> },
];
