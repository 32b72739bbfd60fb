/** From the chain as Rust sends it to the rows of the grid: filters, the row for something new, and the tree's lines. */
import type { Planrad, Plantrad, Tradbrist } from '../api/generated';
import type { TreeRow } from '../shared/treeRows';
import type { NewKind } from './texts';

/** Something about to be written, and where. */
export interface NewThing {
  kind: NewKind;
  /** The row it comes under; null: at the top. */
  under: string | null;
  /** The level of a mål, as an index. */
  niva?: number;
}

/** A row of the grid; without `rad` it is the one where something new is written. */
export interface PlanRow extends TreeRow {
  rad?: Planrad;
  ny?: NewThing;
  parent: string | null;
  /** For each level above: nothing more comes there. */
  lasts: readonly boolean[];
}

/** How far down the chain is shown: a level's index, to the uppdrag, or all. */
export type Depth = number | 'uppdrag' | 'aktivitet';

/** What is left out. */
export interface Filters {
  depth: Depth;
  brister: ReadonlySet<Tradbrist>;
}

const isShown = (rad: Planrad, depth: Depth): boolean => {
  if (depth === 'aktivitet') return true;
  if (rad.slag === 'aktivitet') return false;
  return depth === 'uppdrag' || (rad.slag === 'mal' && (rad.niva ?? 0) <= depth);
};

/** Indexes of the rows that miss something asked for, and of those above them. */
function broken(rader: readonly Planrad[], brister: ReadonlySet<Tradbrist>): Set<number> {
  const kept = new Set<number>();
  rader.forEach((rad, i) => {
    if (!rad.brister?.some((b) => brister.has(b))) return;
    for (let at: number | undefined = i; at !== undefined && !kept.has(at); at = rader[at]?.foralder) kept.add(at);
  });
  return kept;
}

/** The id of the row where something new is written: one at a time under each parent. */
export const newId = (ny: NewThing): string => `ny:${ny.kind}:${ny.under ?? ''}`;

function withNew(rows: PlanRow[], ny: NewThing): void {
  const at = rows.findIndex((row) => row.id === ny.under);
  const level = at < 0 ? 1 : (rows[at]?.level ?? 0) + 1;
  let end = at < 0 ? rows.length : at + 1;
  while (at >= 0 && end < rows.length && (rows[end]?.level ?? 0) >= level) end += 1;
  rows.splice(end, 0, { id: newId(ny), level, ny, parent: ny.under, lasts: [] });
}

/** Says of every row, for each level above it, whether more comes there: from the last row up. */
function drawLines(rows: PlanRow[]): void {
  const more: boolean[] = [];
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    const row = rows[i];
    if (!row) continue;
    const depth = row.level - 1;
    row.lasts = Array.from({ length: depth }, (_, j) => !more[j + 1]);
    more[depth] = true;
    more.length = depth + 1;
  }
}

/** The rows to show. */
export function planRows(plan: Plantrad, filters: Filters, ny: NewThing | null): PlanRow[] {
  const { rader } = plan;
  const kept = filters.brister.size > 0 ? broken(rader, filters.brister) : null;
  const rows: PlanRow[] = [];
  rader.forEach((rad, i) => {
    if ((kept && !kept.has(i)) || !isShown(rad, filters.depth)) return;
    const parent = rad.foralder === undefined ? null : (rader[rad.foralder]?.id ?? null);
    rows.push({ id: rad.id, level: rad.djup + 1, rad, parent, lasts: [] });
  });
  if (ny) withNew(rows, ny);
  drawLines(rows);
  return rows;
}

/** The rows from the top down to one of them. */
export function threadTo(rows: ReadonlyMap<string, PlanRow>, id: string | null): PlanRow[] {
  const thread: PlanRow[] = [];
  for (let at: string | null = id; at !== null; ) {
    const row = rows.get(at);
    if (!row) break;
    thread.unshift(row);
    at = row.parent;
  }
  return thread;
}
