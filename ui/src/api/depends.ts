/**
 * Which kinds of thing a read depends on. A write gives back the things it touched (`Changes`); only reads of those kinds
 * are fetched again. A read that is not listed here is fetched again after every write.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { CommandName } from './call';
import type { Changes, Kind } from './generated';

const EKONOMI: readonly Kind[] = ['driftrad', 'verksamhet', 'avsnittstext', 'rapport', 'installning', 'verksamhetsar', 'organisation'];

const DEPENDS: Partial<Record<CommandName, readonly Kind[]>> = {
  read_ekonomi: EKONOMI,
  read_ekonomirad: EKONOMI,
  judge_ekonomi: EKONOMI,
  list_arkiv: ['rapport'],
  read_plantrad: ['installning', 'verksamhetsar', 'befattning', 'organisation', 'niva', 'mal', 'uppdrag', 'aktivitet', 'matetal'],
  read_rad: ['installning', 'verksamhetsar', 'befattning', 'organisation', 'niva', 'mal', 'uppdrag', 'aktivitet', 'matetal'],
  read_valmangder: ['installning', 'verksamhetsar', 'befattning', 'organisation', 'niva', 'mal', 'uppdrag'],
  read_matetalsblad: ['installning', 'organisation', 'matetal', 'avsnittstext'],
  read_matetalsgnistor: ['installning', 'organisation', 'matetal'],
  // Pages are known by what they look like: a write makes other pages, never these other.
  read_rapportsida: [],
  read_rapporttext: [],
};

/** Reads that show the program itself and not the plan. */
const PROGRAM: readonly string[] = ['read_program', 'list_senaste'];

/** Marks what a write made stale, and fetches again what is on screen; not `except`, where the writer did that itself. */
export function refetch(client: QueryClient, changes: Changes, except?: CommandName): Promise<void> {
  const kinds = Object.keys(changes) as Kind[];
  return client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const name = queryKey[0] as CommandName;
      if (name === except) return false;
      if (PROGRAM.includes(name)) return name === 'read_program';
      const depends = DEPENDS[name];
      return depends === undefined || depends.some((kind) => kinds.includes(kind));
    },
  });
}
