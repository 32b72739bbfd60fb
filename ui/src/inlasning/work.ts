/** The source being looked at, and what the person has decided about it: kept while other screens are visited. */
import { useMemo } from 'react';
import type { Args } from '../api/call';
import type { Bladval, Inlasningskalla, Rattning, Tabellslag } from '../api/generated';
import { store } from '../app/store';

/** A source under way. */
interface Work {
  kalla: Inlasningskalla;
  /** Decisions by sheet. */
  blad: Record<string, Bladval>;
  rattningar: readonly Rattning[];
  period?: string;
  /** The sheet shown. */
  shown?: string;
  kom_ihag: boolean;
}

const work = store<Work | null>(null);

/** Begins with a source, or puts it away. */
export const setSource = (kalla: Inlasningskalla | null): void => work.set(kalla && { kalla, blad: {}, rattningar: [], kom_ihag: true });

const change = (next: (now: Work) => Partial<Work>) => {
  const now = work.get();
  if (now) work.set({ ...now, ...next(now) });
};

const ofSheet = (blad: string, next: (val: Bladval) => Partial<Bladval>) =>
  change((now) => {
    const val = now.blad[blad] ?? { blad };
    return { blad: { ...now.blad, [blad]: { ...val, ...next(val) } } };
  });

/** What the sheet holds; `null`: it is not read. Fields chosen for another kind no longer mean anything. */
export const chooseKind = (blad: string, slag: Tabellslag | null) =>
  ofSheet(blad, () => (slag ? { las: true, slag, falt: {} } : { las: false }));

/** The row the headings stand in. */
export const chooseHeadings = (blad: string, rubrikrad: number) => ofSheet(blad, () => ({ rubrikrad, falt: {} }));

/** The field of a column; empty: the column is not read. */
export const chooseField = (blad: string, kolumn: number, falt: string) =>
  ofSheet(blad, (val) => ({ falt: { ...val.falt, [kolumn]: falt } }));

/** Puts a text in place of what stands in a cell; `null` takes that back. */
export const mend = (rattning: Omit<Rattning, 'text'>, text: string | null) =>
  change((now) => {
    const same = (r: Rattning) => r.blad === rattning.blad && r.rad === rattning.rad && r.kolumn === rattning.kolumn;
    const rest = now.rattningar.filter((r) => !same(r));
    return { rattningar: text === null ? rest : [...rest, { ...rattning, text }] };
  });

export const choosePeriod = (period: string) => change(() => ({ period }));
export const showSheet = (shown: string) => change(() => ({ shown }));
export const remember = (kom_ihag: boolean) => change(() => ({ kom_ihag }));

/** The request that shows the source as decided. */
export function requestOf({ kalla, blad, rattningar, period }: Work): Args<'preview_inlasning'> {
  const decided = Object.values(blad);
  return {
    kalla,
    ...(decided.length > 0 && { blad: decided }),
    ...(rattningar.length > 0 && { rattningar: [...rattningar] }),
    ...(period !== undefined && { period }),
  };
}

/** The source under way. */
export function useWork(): { now: Work | null; request: Args<'preview_inlasning'> | null } {
  const now = work.use();
  const request = useMemo(() => (now ? requestOf(now) : null), [now?.kalla, now?.blad, now?.rattningar, now?.period]); // eslint-disable-line react-hooks/exhaustive-deps -- the sheet shown asks for nothing
  return { now, request };
}
