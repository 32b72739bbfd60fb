/** The history of the selected row, at the foot of the panel. */
import { FoldedHistory } from '../historik/ThingHistory';
import type { Row } from './columns';

/** Who changed the selected row, and when: of an enhet's row the history of what was passed on to it. */
export function RowHistory({ row: { barare } }: { row: Row }) {
  if (!barare) return null;
  return 'uppdrag' in barare ? (
    <FoldedHistory thing={{ kind: 'uppdrag', id: barare.uppdrag }} label="Uppdragets historik" />
  ) : (
    <FoldedHistory thing={{ kind: 'aktivitet', id: barare.aktivitet }} label="Aktivitetens historik" />
  );
}
