/** Writing from a form or a cell: the refusal comes back to the one who typed. */
import { asUiError, call, type Args } from '../api/call';
import type { UiError } from '../api/generated';
import type { Write, WriteName } from '../api/use';

/** Writes; gives back the refusal, or nothing. */
export async function refusalOf<K extends WriteName>(write: Write, name: K, args: Args<K>, said?: string): Promise<UiError | undefined> {
  let refused: UiError | undefined;
  await write(name, args, { onError: (error) => (refused = error), said });
  return refused;
}

/** A day as it was typed ("27/11", "sista mars"); empty is none. */
export async function readDay(text: string, year: number): Promise<{ datum: string | null } | { refused: UiError }> {
  if (!text.trim()) return { datum: null };
  try {
    return await call('read_datum', { text, year });
  } catch (thrown) {
    return { refused: asUiError(thrown) };
  }
}
