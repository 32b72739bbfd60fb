/**
 * What only the desktop can do: native dialogs, the system's viewer, the menu, the window. In a browser (`npm run dev`)
 * the example `bro` answers in its place, so that the screens work there too.
 */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { asUiError, inWindow } from './call';

/** A kind of file in a dialog: its word and its endings. */
export interface Filter {
  name: string;
  extensions: string[];
}

/** A line of the native menu. */
interface MenuEntry {
  id: string;
  label: string;
  /** "Ctrl+Z"; shown, and caught by the page. */
  shortcut?: string;
  enabled: boolean;
  checked?: boolean;
}

/** A heading of the native menu with its groups, parted by lines. */
export interface Menu {
  label: string;
  groups: MenuEntry[][];
}

interface HostCalls {
  /** The chosen path; null when the person changed their mind. */
  host_choose_open: { args: { title: string; filters: Filter[] }; reply: string | null };
  host_choose_save: { args: { title: string; name: string; filters: Filter[] }; reply: string | null };
  host_choose_folder: { args: { title: string }; reply: string | null };
  /** Opens a file in the system's viewer. */
  host_open: { args: { path: string }; reply: null };
  /** Shows a file in the system's file manager. */
  host_reveal: { args: { path: string }; reply: null };
  host_set_menu: { args: { menus: Menu[] }; reply: null };
  /** The words of the title bar. */
  host_set_title: { args: { title: string }; reply: null };
  /** Enlarges the page; 1 is its natural size. */
  host_set_zoom: { args: { factor: number }; reply: null };
  /** What a freshly loaded page should know; told once. */
  host_start: { args: Record<string, never>; reply: { path: string | null; opened: boolean; restarted: boolean } };
  host_quit: { args: Record<string, never>; reply: null };
}

/** What the desktop tells the page. */
interface HostEvents {
  /** A line of the native menu was chosen. */
  menu: { id: string };
  /** Another start of the program, or a double-click, asks for this file. */
  'open-file': { path: string };
}

/** Asks the desktop. Throws a `UiError`. */
export async function host<K extends keyof HostCalls>(name: K, args: HostCalls[K]['args']): Promise<HostCalls[K]['reply']> {
  try {
    if (inWindow) return await invoke(name, args as Record<string, unknown>);
    if (!import.meta.env.DEV) return null as HostCalls[K]['reply'];
    const response = await fetch('/anropa', { method: 'POST', body: JSON.stringify({ name, args }) });
    const answer = (await response.json()) as { ok?: HostCalls[K]['reply'] };
    return (answer.ok ?? null) as HostCalls[K]['reply'];
  } catch (thrown) {
    throw asUiError(thrown);
  }
}

/** Listens until the returned function is called. */
export function onHost<K extends keyof HostEvents>(name: K, heard: (event: HostEvents[K]) => void): () => void {
  if (!inWindow) return () => {};
  const stop = listen<HostEvents[K]>(name, (event) => heard(event.payload));
  return () => void stop.then((f) => f());
}

export const PLAN_FILTER: Filter = { name: 'Verksamhetsplan', extensions: ['vplan'] };
