/** What the screen writes: adding, moving, renaming, taking away. Each is one command and one step to undo. */
import { useMemo } from 'react';
import type { CommandName } from '../api/call';
import type { Planslag, Plantrad, UiError } from '../api/generated';
import { refusalOf } from '../api/refusal';
import { useWrite, type Write, type WriteName } from '../api/use';
import type { Move } from './move';
import type { NewThing, PlanRow } from './rows';

/** The thing a row stands for, or nothing where it is a heading of the program's own. */
export const parentId = (id: string | null): string | null => (id === 'utan_mal' || id === 'grunduppdrag' || id === 'utan_uppdrag' ? null : id);

const UPDATE: Record<Exclude<Planslag, 'grupp'>, CommandName & WriteName> = { mal: 'update_mal', uppdrag: 'update_uppdrag', aktivitet: 'update_aktivitet' };

/** Changes some fields of a thing. */
export function updateThing(write: Write, slag: Planslag, id: string, patch: Record<string, unknown>): Promise<UiError | undefined> {
  if (slag === 'grupp') return Promise.resolve(undefined);
  return refusalOf(write, UPDATE[slag], { id, patch } as never);
}

function createArgs(plan: Plantrad, ny: NewThing, titlar: readonly string[]) {
  const under = parentId(ny.under);
  const grunduppdrag = ny.under === 'grunduppdrag';
  return {
    aktivitet: { uppdrag_id: under, year: plan.ar, titlar: [...titlar] },
    uppdrag: (titel: string) => ({ titel, mal_id: under, grunduppdrag, year_from: plan.ar, year_to: plan.ar }),
    mal: (titel: string) => ({ titel, parent_id: under, niva_id: plan.nivaer[ny.niva ?? 0]?.id }),
  };
}

/** Adds what was typed, a line each; gives back the refusal, or nothing. */
async function create(write: Write, plan: Plantrad, ny: NewThing, titlar: readonly string[]): Promise<UiError | undefined> {
  const args = createArgs(plan, ny, titlar);
  if (ny.kind === 'aktivitet') {
    const said = titlar.length === 1 ? 'Aktiviteten är tillagd.' : `${titlar.length} aktiviteter är tillagda.`;
    return refusalOf(write, 'create_aktiviteter', args.aktivitet, { said });
  }
  for (const titel of titlar) {
    const refused = await (ny.kind === 'uppdrag'
      ? refusalOf(write, 'create_uppdrag', args.uppdrag(titel), { said: 'Uppdraget är tillagt.' })
      : refusalOf(write, 'create_mal', args.mal(titel), { said: 'Målet är tillagt.' }));
    if (refused) return refused;
  }
  return undefined;
}

function move(write: Write, { row, parent, after }: Move) {
  const above = parentId(parent);
  const said = 'Raden är flyttad.';
  switch (row.rad?.slag) {
    case 'mal':
      return write('move_mal', { id: row.id, parent: above, after }, { said });
    case 'uppdrag':
      return write('place_uppdrag', { id: row.id, mal_id: above, after }, { said });
    default:
      return write('place_aktivitet', { id: row.id, uppdrag_id: above, after }, { said });
  }
}

async function remove(write: Write, row: PlanRow): Promise<boolean> {
  const said = `${row.rad?.titel ?? 'Raden'} är borttagen. Ctrl+Z tar tillbaka den.`;
  const names = { mal: 'delete_mal', uppdrag: 'delete_uppdrag', aktivitet: 'delete_aktivitet' } as const;
  if (!row.rad || row.rad.slag === 'grupp') return false;
  return (await write(names[row.rad.slag], { id: row.id }, { said })) !== undefined;
}

/** The screen's own verbs. */
export function usePlanActions(plan: Plantrad | undefined) {
  const write = useWrite();
  return useMemo(
    () => ({
      write,
      create: (ny: NewThing, titlar: readonly string[]) => (plan ? create(write, plan, ny, titlar) : Promise.resolve(undefined)),
      move: (to: Move) => move(write, to),
      remove: (row: PlanRow) => remove(write, row),
      update: (row: PlanRow, patch: Record<string, unknown>) => (row.rad ? updateThing(write, row.rad.slag, row.id, patch) : Promise.resolve(undefined)),
    }),
    [plan, write],
  );
}
