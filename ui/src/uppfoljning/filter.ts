/** Which rows the chips leave. A filter hides rows; how many there are of each is counted in Rust. */
import type { Uppfoljningsrad } from '../api/generated';

/** Chips beside the statuses. */
export const PASSED = 'passerat';
export const LACKING = 'saknar';

function fits(row: Uppfoljningsrad, wanted: ReadonlySet<string>): boolean {
  if (row.slag !== 'aktivitet') return wanted.has(LACKING) && row.slag === 'uppdrag' && row.saknar;
  return wanted.has(row.status) || (wanted.has(PASSED) && row.passerat) || (wanted.has(LACKING) && row.saknar);
}

/** The rows that fit, with those above them and the units below them. */
export function filtered(rows: readonly Uppfoljningsrad[], wanted: ReadonlySet<string>): readonly Uppfoljningsrad[] {
  if (wanted.size === 0) return rows;
  const kept: Uppfoljningsrad[] = [];
  let top: Uppfoljningsrad | null = null;
  let under = false;
  for (const row of rows) {
    if (row.level === 1) {
      top = row;
      under = fits(row, wanted);
      if (under) kept.push(row);
      if (under) top = null;
      continue;
    }
    if (row.slag === 'enhet') {
      if (under) kept.push(row);
      continue;
    }
    under = fits(row, wanted);
    if (!under) continue;
    if (top) kept.push(top);
    top = null;
    kept.push(row);
  }
  return kept;
}

/** Folded from the start: the units below an aktivitet. `toggled` are those that were changed by hand. */
export function collapsedRows(rows: readonly Uppfoljningsrad[], toggled: ReadonlySet<string>): Set<string> {
  const closed = new Set<string>();
  rows.forEach((row, i) => {
    if (row.slag === 'enhet' || row.slag === 'rubrik') return;
    const next = rows[i + 1];
    const foldable = next !== undefined && next.level > row.level;
    if (foldable && (row.slag === 'aktivitet') !== toggled.has(row.id)) closed.add(row.id);
  });
  return closed;
}

/** The next row after another that wants a word; round the end to the start. */
export function nextLacking(rows: readonly Uppfoljningsrad[], after: string | null): Uppfoljningsrad | undefined {
  const at = rows.findIndex((row) => row.id === after);
  const round = [...rows.slice(at + 1), ...rows.slice(0, at + 1)];
  return round.find((row) => row.saknar && row.regel === '');
}
