/** Writing from a cell or a form: the refusal comes back to the one who typed, and what was typed stays. */
import { asUiError, call, type Args, type Reply } from './call';
import type { Talslag, UiError } from './generated';
import type { Write, WriteName, WriteOptions } from './use';

/** Nothing was written because the person would not say who they are. */
const NOT_SAVED: UiError = { code: 'not_saved', message: 'Inget sparades.', hint: 'Ange vem du är och försök igen.', detail: '', field: null };

type Options = Omit<WriteOptions, 'onError'>;

/** Writes; gives back the answer, or the refusal. */
export async function attempt<K extends WriteName>(write: Write, name: K, args: Args<K>, options: Options = {}): Promise<{ reply: Reply<K> } | { refused: UiError }> {
  let refused: UiError = NOT_SAVED;
  const reply = await write(name, args, { ...options, onError: (error) => (refused = error) });
  return reply === undefined ? { refused } : { reply };
}

/** Writes; gives back the refusal, or nothing. */
export async function refusalOf<K extends WriteName>(write: Write, name: K, args: Args<K>, options?: Options): Promise<UiError | undefined> {
  const outcome = await attempt(write, name, args, options);
  return 'refused' in outcome ? outcome.refused : undefined;
}

/** A day as people type it ("27/11", "sista mars"), read by Rust; nothing typed is no day. */
export async function readDay(text: string, year: number): Promise<{ datum: string | null } | { refused: UiError }> {
  try {
    return { datum: (await call('read_datum', { text, year })).datum };
  } catch (thrown) {
    return { refused: asUiError(thrown) };
  }
}

/** A period as people type it ("2026-10", "oktober 2026"), read by Rust. */
export async function readPeriod(text: string): Promise<{ period: string } | { refused: UiError }> {
  try {
    return await call('read_period', { text });
  } catch (thrown) {
    return { refused: asUiError(thrown) };
  }
}

/** Where a number must stand and none is typed. */
export const NO_NUMBER: UiError = { code: 'typed', message: 'Värdet saknas.', hint: 'Skriv ett tal.', detail: '', field: null };

/** A number as people type it ("1 234,5", "250 tkr"), read by Rust; nothing typed is no number. */
export async function readTal(text: string, slag: Talslag, enhet?: string): Promise<{ varde: number | null } | { refused: UiError }> {
  try {
    return { varde: (await call('read_tal', { text, slag, enhet })).varde };
  } catch (thrown) {
    return { refused: asUiError(thrown) };
  }
}
