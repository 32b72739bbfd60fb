/** What the screen writes: adding, moving, renaming, taking away. Each is one command and one step to undo. */
import { useMemo } from 'react';
import type { Args, CommandName } from '../api/call';
import type { Planslag, Plantrad, UiError } from '../api/generated';
import { useWrite, type Write, type WriteName } from '../api/use';
import type { Move } from './move';
import type { NewThing, PlanRow } from './rows';

/** Writes; gives back the refusal for the one who asked, or nothing. */
export async function refusalOf<K extends WriteName>(write: Write, name: K, args: Args<K>, said?: string): Promise<UiError | undefined> {
  let refused: UiError | undefined;
  await write(name, args, { onError: (error) => (refused = error), said });
  return refused;
}

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

/** Adds what was typed, a line each; gives back the id of the last, or the refusal. */
async function create(write: Write, plan: Plantrad, ny: NewThing, titlar: readonly string[]): Promise<{ id?: string; refused?: UiError }> {
  let refused: UiError | undefined;
  const onError = (error: UiError) => (refused = error);
  const args = createArgs(plan, ny, titlar);
  let id: string | undefined;
  if (ny.kind === 'aktivitet') {
    const said = titlar.length === 1 ? 'Aktiviteten är tillagd.' : `${titlar.length} aktiviteter är tillagda.`;
    id = (await write('create_aktiviteter', args.aktivitet, { onError, said }))?.id.at(-1);
  } else {
    for (const titel of titlar) {
      if (refused) break;
      const said = ny.kind === 'uppdrag' ? 'Uppdraget är tillagt.' : 'Målet är tillagt.';
      const made = ny.kind === 'uppdrag' ? write('create_uppdrag', args.uppdrag(titel), { onError, said }) : write('create_mal', args.mal(titel), { onError, said });
      id = (await made)?.id ?? id;
    }
  }
  return { id, refused };
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
      create: (ny: NewThing, titlar: readonly string[]) => (plan ? create(write, plan, ny, titlar) : Promise.resolve<{ id?: string; refused?: UiError }>({})),
      move: (to: Move) => move(write, to),
      remove: (row: PlanRow) => remove(write, row),
      update: (row: PlanRow, patch: Record<string, unknown>) => (row.rad ? updateThing(write, row.rad.slag, row.id, patch) : Promise.resolve(undefined)),
    }),
    [plan, write],
  );
}

export type PlanActions = ReturnType<typeof usePlanActions>;
