/** Where the person is: which screen, which period, which thing. Remembered between starts by `app/remember`. */
import type { Kind } from '../api/generated';
import { store } from './store';

export type ScreenName = 'plan' | 'uppfoljning' | 'ekonomi' | 'rapport' | 'inlasning' | 'historik' | 'installning';

export interface Thing {
  kind: Kind;
  id: string;
}

export interface Place {
  screen: ScreenName;
  /** "2026-10"; undefined: the newest the plan has rows for. */
  period?: string;
  /** What is selected, or to be shown when the screen opens. */
  thing?: Thing;
  /** What the screen itself wants to come back to (a tab, a section). */
  part?: string;
}

export const START: Place = { screen: 'plan' };
export const placeStore = store<Place>(START);

/** Goes there; what is not said stays as it is, but the thing and the part belong to their screen. */
export function go(to: Partial<Place>): void {
  const from = placeStore.get();
  const elsewhere = to.screen !== undefined && to.screen !== from.screen;
  const kept = elsewhere ? { ...from, thing: undefined, part: undefined } : from;
  placeStore.set({ ...kept, ...to });
}

export function usePlace(): { place: Place; go: typeof go } {
  return { place: placeStore.use(), go };
}
