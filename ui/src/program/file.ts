/** Files as the person handles them: open, make, copy, close. What cannot be opened is told in a dialog of its own. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asUiError, call, type Args, type CommandName, type Watch } from '../api/call';
import type { Filbild, Programbild, UiError } from '../api/generated';
import { PLAN_FILTER, host } from '../api/host';
import { useCommands, type Command } from '../app/commands';
import { store } from '../app/store';
import { toast } from '../app/toasts';
import { changeWho } from '../app/who';
import { useProgress, type Run } from '../shared/ProgressDialog';
import { bytesOf } from './bytes';

/** The commands that end with another file open, or none. */
type Opening = { [K in CommandName]: K extends `open_${string}` | 'close_plan' | 'create_plan_file' | 'restore_sakerhetskopia' ? K : never }[CommandName];

/** Why a file was not opened; `fil` when it has a path, and so a copy or a backup to offer. */
export interface OpenFailure {
  error: UiError;
  fil?: string;
}
export const openFailure = store<OpenFailure | null>(null);

/** The file whose backups are shown, without a path the open one. */
export const backupsOf = store<{ fil?: string } | null>(null);

/** Somebody asked for the form of a new plan. */
export const newPlanWanted = store<boolean>(false);

/** What is being opened, for the words that are said meanwhile. */
export const opening = store<boolean>(false);

/** Runs one of them and reads everything on screen anew. Throws a `UiError`. */
export async function change<K extends Opening>(client: QueryClient, name: K, args: Args<K>, watch?: Watch): Promise<void> {
  opening.set(true);
  try {
    const program = (await call(name, args, watch)) as Programbild;
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'read_program' });
    client.setQueryData(['read_program', {}], program);
    await client.invalidateQueries();
  } finally {
    opening.set(false);
  }
}

/** As `change`, with the dialog when it could not be done. True when it was; `watch` where a whole file is copied first. */
export async function tryChange<K extends Opening>(client: QueryClient, name: K, args: Args<K>, watch?: Watch): Promise<boolean> {
  try {
    await change(client, name, args, watch);
    return true;
  } catch (thrown) {
    const error = asUiError(thrown);
    if (error.code === 'cancelled') toast.error(error);
    else openFailure.set({ error, fil: 'fil' in args ? args.fil : undefined });
    return false;
  }
}

export const openPlan = (client: QueryClient, fil: string) => tryChange(client, 'open_plan', { fil });

/** The native dialog, then the file. */
export async function chooseAndOpen(client: QueryClient): Promise<void> {
  const fil = await host('host_choose_open', { title: 'Öppna plan', filters: [PLAN_FILTER] });
  if (fil) await openPlan(client, fil);
}

/** A lost file looked for and found in another place. */
export async function lookUp(client: QueryClient, lost: string): Promise<void> {
  const ny = await host('host_choose_open', { title: 'Leta upp planen', filters: [PLAN_FILTER] });
  if (ny) await tryChange(client, 'open_moved', { fil: lost, ny });
}

/** A file that was dropped in the window: its content is all there is, so it is opened as a copy. */
export async function openDropped(client: QueryClient, file: File): Promise<void> {
  const opened = await tryChange(client, 'open_bytes', { namn: file.name, bytes: await bytesOf(file) });
  if (opened) toast.say('Filen öppnades som en kopia. Originalet är orört.');
}

/** Asks for a place and writes a whole copy there; says where it went. The system's dialog has asked when a file lies there. */
export async function saveCopy(file: Filbild, run: Run): Promise<string | undefined> {
  try {
    const stem = file.filnamn.replace(/\.vplan$/i, '');
    const till = await host('host_choose_save', { title: 'Spara en kopia', name: `${stem} (kopia).vplan`, filters: [PLAN_FILTER] });
    if (!till) return undefined;
    const { natverk } = await run('Sparar en kopia', (watch) => call('save_copy', { till, ersatt: true }, watch));
    toast.say(['Kopian är sparad.', natverk].filter(Boolean).join(' '), { label: 'Visa i mappen', run: () => void host('host_reveal', { path: till }) });
    return till;
  } catch (thrown) {
    toast.error(asUiError(thrown));
    return undefined;
  }
}

/** A backup at once, besides those that the program makes by itself. */
export async function backUp(client: QueryClient, run: Run): Promise<void> {
  try {
    const made = await run('Säkerhetskopierar', (watch) => call('backup', {}, watch));
    toast.say(made.fil ? 'Säkerhetskopian är gjord.' : 'Programmet håller inga säkerhetskopior på den här datorn.');
    await client.invalidateQueries({ queryKey: ['list_sakerhetskopia'] });
  } catch (thrown) {
    toast.error(asUiError(thrown));
  }
}

/** To the form of a new plan: it stands on the start screen, so the open plan is closed first. */
async function toNewPlan(client: QueryClient, isOpen: boolean): Promise<void> {
  if (!isOpen || (await tryChange(client, 'close_plan', {}))) newPlanWanted.set(true);
}

/** The file's commands, in menu, palette and keys; gives the dialog of the one that takes its time. */
export function useFileCommands(file: Filbild | null): ReactNode {
  const client = useQueryClient();
  const { dialog, run } = useProgress();
  const always: Command[] = [
    { id: 'new-plan', label: 'Ny plan …', group: 'Arkiv', shortcut: 'Ctrl+N', words: 'skapa', run: () => void toNewPlan(client, file !== null) },
    { id: 'open', label: 'Öppna fil …', group: 'Arkiv', shortcut: 'Ctrl+O', run: () => void chooseAndOpen(client) },
    { id: 'open-example', label: 'Öppna exemplet', group: 'Arkiv', run: () => void tryChange(client, 'open_exempel', {}) },
  ];
  const ofFile: Command[] = file
    ? [
        { id: 'save', label: 'Allt sparas medan du arbetar', group: 'Arkiv', shortcut: 'Ctrl+S', words: 'spara', run: () => toast.say('Allt är redan sparat. Varje ändring sparas när den görs.') },
        { id: 'save-copy', label: 'Spara en kopia …', group: 'Arkiv', shortcut: 'Ctrl+Shift+S', run: () => void saveCopy(file, run) },
        { id: 'show-file', label: 'Visa filen i mappen', group: 'Arkiv', run: () => void host('host_reveal', { path: file.fil }).catch((e: unknown) => toast.error(asUiError(e))) },
        { id: 'backup', label: 'Säkerhetskopiera nu', group: 'Arkiv', words: 'kopia', run: () => void backUp(client, run) },
        { id: 'backups', label: 'Säkerhetskopior …', group: 'Arkiv', words: 'återställ kopia tidigare', run: () => backupsOf.set({}) },
        { id: 'who', label: 'Byt befattning …', group: 'Arkiv', words: 'vem jag är skriver som', run: () => void changeWho() },
        { id: 'close-plan', label: 'Stäng planen', group: 'Arkiv', shortcut: 'Ctrl+W', words: 'startskärm', run: () => void tryChange(client, 'close_plan', {}) },
      ]
    : [];
  useCommands([...always, ...ofFile, { id: 'quit', label: 'Avsluta', group: 'Arkiv', shortcut: 'Ctrl+Q', run: () => void host('host_quit', {}) }]);
  return dialog;
}
