/**
 * The only way to Rust: one typed call. In the program it is the window's IPC command `call`; while working on the
 * screens in a browser (`npm run dev`) the same table is reached over HTTP through the example `bro` of the tests' crate.
 */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Commands, UiError } from './generated';

export type CommandName = keyof Commands;
export type Args<K extends CommandName> = Commands[K]['args'];
export type Reply<K extends CommandName> = Commands[K]['reply'];

/** How far long work has come; `text` says what is being done ("Kontrollerar ändringsloggen"). */
export interface Progress {
  text: string;
  done: number;
  total: number;
  /** False from when it is written: it is then carried through. */
  can_stop: boolean;
}

/** Follows one long call and can stop it. */
export interface Watch {
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

export const inWindow = '__TAURI_INTERNALS__' in globalThis;

let calls = 0;

async function throughWindow(name: string, args: unknown, watch?: Watch): Promise<unknown> {
  if (!watch) return invoke('call', { name, args });
  calls += 1;
  const id = calls;
  const progress = new Channel<Progress>();
  progress.onmessage = (message) => watch.onProgress?.(message);
  watch.signal?.addEventListener('abort', () => void invoke('cancel', { id }), { once: true });
  return invoke('call', { name, args, id, progress });
}

async function throughBro(name: string, args: unknown): Promise<unknown> {
  const response = await fetch('/anropa', { method: 'POST', body: JSON.stringify({ name, args }) });
  const answer = (await response.json()) as { ok?: unknown; error?: UiError };
  if (answer.error) throw answer.error;
  return answer.ok;
}

/** Anything that was thrown, as words for a person. */
export function asUiError(thrown: unknown): UiError {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'hint' in thrown) return thrown as UiError;
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return {
    code: 'window',
    message: 'Något gick fel i fönstret.',
    hint: 'Försök igen. Det som redan är sparat finns kvar.',
    detail,
    field: null,
  };
}

/** Runs a command of the table. Throws a `UiError`. */
export async function call<K extends CommandName>(name: K, args: Args<K>, watch?: Watch): Promise<Reply<K>> {
  try {
    const send = inWindow || !import.meta.env.DEV ? throughWindow : throughBro;
    return (await send(name, args, watch)) as Reply<K>;
  } catch (thrown) {
    throw asUiError(thrown);
  }
}
