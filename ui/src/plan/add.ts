/** What may be added beside or below a row, by the levels of the styrmodell. */
import type { Plantrad } from '../api/generated';
import type { NewThing, PlanRow } from './rows';
import { kindWord } from './texts';

/** One thing to add, in the words of the menu. */
export interface AddOption {
  id: string;
  label: string;
  /** Where it comes: "i uppdrag 1". */
  note: string;
  ny: NewThing;
}

const nameOf = (row: PlanRow): string => [row.rad?.nr, row.rad?.titel].filter(Boolean).join(' ');

const dividesIntoMal = ({ rader }: Plantrad, id: string): boolean => rader.some((r) => r.slag === 'mal' && r.foralder !== undefined && rader[r.foralder]?.id === id);

function below(plan: Plantrad, row: PlanRow): NewThing[] {
  const { rad } = row;
  if (!rad) return row.ny ? [row.ny] : [];
  if (rad.slag === 'aktivitet') return [{ kind: 'aktivitet', under: row.parent }];
  if (rad.slag === 'uppdrag') return [{ kind: 'aktivitet', under: row.id }];
  if (rad.slag === 'grupp') return rad.id === 'utan_uppdrag' ? [{ kind: 'aktivitet', under: row.id }] : [{ kind: 'uppdrag', under: row.id }];
  const niva = rad.niva ?? 0;
  const uppdrag: NewThing[] = plan.nivaer[niva]?.bar_uppdrag ? [{ kind: 'uppdrag', under: row.id }] : [];
  const mal: NewThing[] = plan.nivaer[niva + 1] ? [{ kind: 'mal', under: row.id, niva: niva + 1 }] : [];
  // Where both may lie below, what lies there already says which is meant.
  return dividesIntoMal(plan, row.id) ? [...mal, ...uppdrag] : [...uppdrag, ...mal];
}

function beside(row: PlanRow): NewThing[] {
  const { rad } = row;
  if (!rad || rad.slag === 'grupp' || rad.slag === 'aktivitet') return [];
  if (rad.slag === 'uppdrag') return [{ kind: 'uppdrag', under: row.parent }];
  return [{ kind: 'mal', under: row.parent, niva: rad.niva }];
}

/** What *Infoga* adds: the nearest below. */
export const childOf = (plan: Plantrad, row: PlanRow | undefined): NewThing | undefined => (row ? below(plan, row)[0] : { kind: 'mal', under: null, niva: 0 });

/** What *Skift+Infoga* adds: one of the same kind. */
export const siblingOf = (row: PlanRow | undefined): NewThing | undefined => row && beside(row)[0];

/** Everything that can be added at a row, and the loose things that always can. */
export function addOptions(plan: Plantrad, rows: ReadonlyMap<string, PlanRow>, row: PlanRow | undefined): AddOption[] {
  const at = row ? [...below(plan, row), ...beside(row)] : [];
  const top: NewThing[] = [{ kind: 'mal', under: null, niva: 0 }];
  const option = (ny: NewThing): AddOption => {
    const parent = ny.under === null ? undefined : rows.get(ny.under);
    const niva = ny.niva === undefined ? undefined : plan.nivaer[ny.niva];
    return { id: `${ny.kind}:${ny.under ?? ''}`, label: kindWord(ny.kind, niva), note: parent ? `under ${nameOf(parent)}` : 'överst', ny };
  };
  const byId = new Map<string, AddOption>();
  for (const ny of [...at, ...top]) byId.set(option(ny).id, option(ny));
  return [...byId.values()];
}
