/** The rows on screen: what is shown, what is folded, where each stands, and the thread to the selected one. */
import { useMemo, useRef, useState } from 'react';
import type { Plantrad } from '../api/generated';
import { arrange } from '../shared/treeRows';
import { planRows, threadTo, type Filters, type NewThing, type PlanRow } from './rows';
import type { Thread } from './TitleCell';

/** More rows than this start with the uppdrag folded, so that the chain itself can be seen. */
const OPEN_AT_FIRST = 150;

const NOTHING: PlanRow[] = [];
const folds = new Map<string, ReadonlySet<string>>();

/** What is folded, kept for as long as the program runs. */
function useFolds(plan: Plantrad | undefined) {
  const key = plan ? `${plan.rader[0]?.id ?? ''}` : '';
  const [, redraw] = useState(0);
  const first = () => new Set(plan && plan.rader.length > OPEN_AT_FIRST ? plan.rader.filter((r) => r.slag === 'uppdrag').map((r) => r.id) : []);
  const collapsed = folds.get(key) ?? (plan ? (folds.set(key, first()), folds.get(key)) : undefined) ?? new Set<string>();
  const setCollapsed = (next: ReadonlySet<string>) => {
    folds.set(key, next);
    redraw((n) => n + 1);
  };
  return { collapsed, setCollapsed };
}

export function usePlanRows(plan: Plantrad | undefined, filters: Filters, ny: NewThing | null, selected: string | null) {
  const { collapsed, setCollapsed } = useFolds(plan);
  const rows = useMemo(() => (plan ? planRows(plan, filters, ny) : []), [plan, filters, ny]);
  const byId = useMemo(() => new Map(rows.map((r) => [r.id, r])), [rows]);
  // What a filter found is shown, whatever is folded.
  const folded = useMemo(() => (filters.brister.size > 0 ? new Set<string>() : collapsed), [filters.brister, collapsed]);
  const index = useMemo(() => new Map(arrange(rows, folded).map((a, i) => [a.row.id, i])), [rows, folded]);
  const lastIndex = useRef(0);
  /** Where the grid stands: on its first row until one is chosen, and where a row was taken away on the one in its place. */
  const standing = (id: string | null): string | null => {
    const i = id === null ? 0 : index.get(id);
    if (i !== undefined) lastIndex.current = i;
    if (id !== null && byId.has(id)) return id;
    return [...index.keys()][Math.min(lastIndex.current, index.size - 1)] ?? null;
  };
  const at = standing(selected);
  const path = useMemo(() => threadTo(byId, at), [byId, at]);
  // What hangs on nothing is no thread: no red line there.
  const red = path[0]?.rad?.slag === 'grupp' ? NOTHING : path;
  const thread: Thread = useMemo(() => ({ ids: red.map((r) => r.id), at: red.map((r) => index.get(r.id) ?? -1) }), [red, index]);
  const fold = (id: string, closed: boolean) => {
    const next = new Set(collapsed);
    if (closed) next.add(id);
    else next.delete(id);
    setCollapsed(next);
  };
  const parents = () => new Set(rows.map((r) => r.parent).filter((id) => id !== null));
  return { rows, byId, index, standing, path, thread, collapsed: folded, fold, unfold: (row: PlanRow | undefined) => open(row), foldAll: () => setCollapsed(parents()), openAll: () => setCollapsed(new Set()) };

  /** Opens everything above a row, and the row itself. */
  function open(row: PlanRow | undefined) {
    const above = new Set(threadTo(byId, row?.id ?? null).map((r) => r.id));
    if ([...above].some((id) => collapsed.has(id))) setCollapsed(new Set([...collapsed].filter((id) => !above.has(id))));
  }
}
