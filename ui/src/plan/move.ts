/** Where a row may go, by key and by mouse: pure, so that both ways refuse the same and say the same. */
import type { Plantrad } from '../api/generated';
import type { PlanRow } from './rows';
import { REFUSED } from './texts';

/** A move to write: under which row (null: none, or the top), right after which sibling (null: first). */
export interface Move {
  row: PlanRow;
  parent: string | null;
  after: string | null;
}

/** A move, or the sentence that refuses it. */
export type Decision = { move: Move } | { refused: string };

/** Where on a row something is dropped. */
export type Where = 'before' | 'after' | 'into';

const refuse = (refused: string): Decision => ({ refused });

/** Whether the row may lie under the parent. */
function fits(plan: Plantrad, row: PlanRow, parent: PlanRow | undefined): boolean {
  const [own, above] = [row.rad, parent?.rad];
  if (!own) return false;
  if (own.slag === 'aktivitet') return above?.slag === 'uppdrag' || above?.id === 'utan_uppdrag';
  if (own.slag === 'uppdrag') return above?.id === 'utan_mal' || (above?.slag === 'mal' && plan.nivaer[above.niva ?? 0]?.bar_uppdrag === true);
  return parent === undefined || (above?.slag === 'mal' && (above.niva ?? 0) < (own.niva ?? 0));
}

const why = (row: PlanRow): string => REFUSED[row.rad?.slag === 'aktivitet' ? 'aktivitet' : row.rad?.slag === 'uppdrag' ? 'uppdrag' : 'mal'];

/** The rows of the same kind under a parent, in order. */
const family = (rows: readonly PlanRow[], parent: string | null, like: PlanRow): PlanRow[] =>
  rows.filter((r) => r.parent === parent && r.rad?.slag === like.rad?.slag && r.id !== like.id);

const isMovable = (row: PlanRow): boolean => row.rad !== undefined && row.rad.slag !== 'grupp';

/** What dropping one row on another means. */
export function dropOn(plan: Plantrad, rows: readonly PlanRow[], row: PlanRow, target: PlanRow, where: Where): Decision {
  if (!isMovable(row) || !target.rad || target.id === row.id) return refuse(why(row));
  const byId = new Map(rows.map((r) => [r.id, r]));
  const beside = where !== 'into' && target.rad.slag === row.rad?.slag;
  const parentId = beside ? target.parent : target.id;
  if (!fits(plan, row, parentId === null ? undefined : byId.get(parentId))) return refuse(why(row));
  const siblings = family(rows, parentId, row);
  if (!beside) return { move: { row, parent: parentId, after: siblings.at(-1)?.id ?? null } };
  const at = siblings.findIndex((r) => r.id === target.id);
  return { move: { row, parent: parentId, after: (where === 'after' ? target.id : siblings[at - 1]?.id) ?? null } };
}

/** Up or down among the siblings; past the first or last into the neighbouring parent. */
function step(plan: Plantrad, rows: readonly PlanRow[], row: PlanRow, by: 1 | -1): Decision {
  const own = rows.filter((r) => r.parent === row.parent && r.rad?.slag === row.rad?.slag);
  const at = own.findIndex((r) => r.id === row.id);
  if (by === 1 && own[at + 1]) return { move: { row, parent: row.parent, after: own[at + 1]?.id ?? null } };
  if (by === -1 && at > 0) return { move: { row, parent: row.parent, after: own[at - 2]?.id ?? null } };
  const parents = rows.filter((r) => fits(plan, row, r) && r.level === row.level - 1);
  const next = parents[parents.findIndex((r) => r.id === row.parent) + by];
  if (row.parent === null || !next) return refuse(REFUSED.edge);
  return { move: { row, parent: next.id, after: by === 1 ? null : (family(rows, next.id, row).at(-1)?.id ?? null) } };
}

/** Out of its parent: a mål to the one above, uppdrag and aktiviteter out of the chain. */
function out(rows: readonly PlanRow[], row: PlanRow): Decision {
  const parent = rows.find((r) => r.id === row.parent);
  if (!parent || parent.rad?.slag === 'grupp') return refuse(REFUSED.out);
  if (row.rad?.slag === 'mal') return { move: { row, parent: parent.parent, after: parent.id } };
  return { move: { row, parent: null, after: null } };
}

/** Into the nearest row above that can hold it. */
function into(plan: Plantrad, rows: readonly PlanRow[], row: PlanRow): Decision {
  const above = rows.slice(0, rows.findIndex((r) => r.id === row.id)).reverse();
  const next = above.find((r) => r.id !== row.parent && r.rad?.slag !== 'grupp' && fits(plan, row, r));
  if (!next || (row.rad?.slag === 'mal' && next.parent !== row.parent)) return refuse(REFUSED.edge);
  return { move: { row, parent: next.id, after: family(rows, next.id, row).at(-1)?.id ?? null } };
}

/** What Alt with an arrow means. */
export function moveByKey(plan: Plantrad, rows: readonly PlanRow[], row: PlanRow, key: string): Decision | null {
  if (!isMovable(row)) return null;
  switch (key) {
    case 'ArrowUp':
      return step(plan, rows, row, -1);
    case 'ArrowDown':
      return step(plan, rows, row, 1);
    case 'ArrowLeft':
      return out(rows, row);
    case 'ArrowRight':
      return into(plan, rows, row);
    default:
      return null;
  }
}
