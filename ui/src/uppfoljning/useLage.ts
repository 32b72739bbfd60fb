/**
 * Writing on this screen. What a person says of a row is shown at once, and only that row and the counts are fetched
 * again: a digit must not fetch 5,000 rows.
 */
import type { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, type Args } from '../api/call';
import { refetch } from '../api/depends';
import type { Changes, SetLage, Status, Statusbarare, UiError, Uppfoljningsbild, Uppfoljningsrad, Uppfoljningsval } from '../api/generated';
import { attempt, readDay, refusalOf } from '../api/refusal';
import { useWrite, type WriteName, type WriteOptions } from '../api/use';
import { STATUSES } from '../shared/symbols';

const READ = 'read_uppfoljningsbild';

/** Gives back the refusal, or nothing when it was taken. */
export type Saved = Promise<UiError | undefined>;

type What = Pick<SetLage, 'status' | 'fardiggrad' | 'kommentar'>;

function patchRows(client: QueryClient, val: Uppfoljningsval, change: (bild: Uppfoljningsbild) => Uppfoljningsbild) {
  client.setQueryData<Uppfoljningsbild>([READ, val], (old) => old && change(old));
}

/** Puts fresh rows in the place of the old ones. */
function replaced(rows: readonly Uppfoljningsrad[], fresh: readonly Uppfoljningsrad[]): Uppfoljningsrad[] {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  return rows.map((row) => byId.get(row.id) ?? row);
}

/** Fetches the rows of one thing and the counts; of other reads what depends on what was touched. */
async function fetchRow(client: QueryClient, val: Uppfoljningsval, barare: Statusbarare, changes: Changes) {
  const { rader, antal } = await call('read_uppfoljningsrader', { val, saker: [barare] });
  patchRows(client, val, (old) => ({ ...old, antal, rader: replaced(old.rader, rader) }));
  await client.invalidateQueries({ predicate: (q) => q.queryKey[0] === READ && q.queryKey[1] !== val, refetchType: 'none' });
  await refetch(client, changes, READ);
}

/** The row as it will be if the status is taken. */
function shownAs(bild: Uppfoljningsbild, row: Uppfoljningsrad, status: Status): Uppfoljningsbild {
  const ord = bild.statusord.find((s) => s.status === status)?.ord ?? row.ord;
  return { ...bild, rader: replaced(bild.rader, [{ ...row, status, ord, rapporterad: true, saknar: false }]) };
}

/** The verbs of the screen. */
export function useLage(bild: Uppfoljningsbild | undefined, val: Uppfoljningsval) {
  const write = useWrite();
  return useMemo(() => {
    const save = <K extends WriteName>(name: K, args: Args<K>, options?: WriteOptions): Saved => refusalOf(write, name, args, options);

    const report = (row: Uppfoljningsrad, what: What, options: WriteOptions = {}): Saved => {
      const { barare } = row;
      if (!barare || !bild) return Promise.resolve(undefined);
      return save(
        'set_lage',
        { barare, organisation_id: row.organisation_id, period: bild.period, ...what },
        { refetch: (client, changes) => fetchRow(client, val, barare, changes), ...options },
      );
    };

    const setStatus = (row: Uppfoljningsrad, status: Status, kommentar?: string): Saved => {
      if (!bild) return Promise.resolve(undefined);
      const ord = bild.statusord.find((s) => s.status === status)?.ord ?? '';
      const optimistic = (client: QueryClient) => {
        const before = client.getQueryData<Uppfoljningsbild>([READ, val]);
        patchRows(client, val, (old) => shownAs(old, row, status));
        return () => client.setQueryData([READ, val], before);
      };
      return report(row, { status, kommentar }, { said: `${row.titel}: ${ord}`, ...(status === 'avbruten' ? {} : { optimistic }) });
    };

    const setSlut = async (row: Uppfoljningsrad, text: string): Saved => {
      if (!row.barare || !('aktivitet' in row.barare)) return undefined;
      const { aktivitet } = row.barare;
      const year = Number(bild?.period.slice(0, 4));
      const day = await readDay(text, year);
      if ('refused' in day) return day.refused;
      const barare = row.barare;
      return save('update_aktivitet', { id: aktivitet, patch: { end_date: day.datum } }, { refetch: (client, changes) => fetchRow(client, val, barare, changes) });
    };

    const setAnsvariga = (row: Uppfoljningsrad, ansvariga: string[]): Saved => {
      const { barare } = row;
      if (!barare) return Promise.resolve(undefined);
      const options: WriteOptions = { refetch: (client, changes) => fetchRow(client, val, barare, changes) };
      return 'uppdrag' in barare
        ? save('update_uppdrag', { id: barare.uppdrag, patch: { ansvariga } }, options)
        : save('update_aktivitet', { id: barare.aktivitet, patch: { ansvariga } }, options);
    };

    /** A befattning that the file did not have. */
    const addAnsvarig = async (row: Uppfoljningsrad, titel: string): Saved => {
      const made = await attempt(write, 'create_befattning', { titel });
      return 'refused' in made ? made.refused : setAnsvariga(row, [made.reply.id]);
    };

    return { report, setStatus, setSlut, setAnsvariga, addAnsvarig, save };
  }, [write, bild, val]);
}

export type Lage = ReturnType<typeof useLage>;

/** The status of a digit key; undefined: no status has it. */
export const statusOf = (key: string): Status | undefined => (/^[1-6]$/.test(key) ? STATUSES[Number(key) - 1] : undefined);
