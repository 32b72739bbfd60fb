/** The commands used last from the palette, newest first: remembered between starts by `app/remember`. */
import { store } from './store';

const REMEMBERED = 6;

/** Ids of commands. */
export const usedLast = store<readonly string[]>([]);

/** Puts a command first among them. */
export function remember(id: string): void {
  usedLast.set([id, ...usedLast.get().filter((one) => one !== id)].slice(0, REMEMBERED));
}
