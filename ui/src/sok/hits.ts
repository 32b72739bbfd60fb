/** What the palette shows: things that Rust found, and commands that answer to the text, those used last first. */
import type { Kind, Soksvar, Soktraff, Status } from '../api/generated';
import { GROUPS, type Command, type Group } from '../app/commands';
import { go, placeStore, type ScreenName } from '../app/place';
import { placeOf } from '../rapport/choice';
import { remember, usedLast } from '../app/used';

export interface PaletteHit {
  id: string;
  heading: string;
  title: string;
  code?: string;
  status?: Status | null;
  statusWord?: string;
  /** Where it is, or which group of commands it is of. */
  note?: string;
  shortcut?: string;
  run: () => void;
}

const MOST_THINGS = 14;
const MOST_COMMANDS = 8;

/** Where a person may want to go first, what the window looks like last. */
const ORDER: readonly Group[] = ['Gå till', ...GROUPS.filter((g) => !['Gå till', 'Redigera', 'Visa', 'Hjälp'].includes(g)), 'Redigera', 'Hjälp', 'Visa'];

const SCREENS: Partial<Record<Kind, ScreenName>> = { matetal: 'uppfoljning', organisation: 'installning', befattning: 'installning', driftrad: 'ekonomi', verksamhet: 'ekonomi' };
const FOLLOWED_UP: readonly Kind[] = ['uppdrag', 'aktivitet', 'matetal'];

/** Shows the thing where it belongs; who is following up stays there. */
function show({ kind, id, period, rapport }: Soktraff): void {
  if (period && rapport) return go({ screen: 'rapport', ...placeOf({ ...rapport, period }), thing: { kind, id } });
  if (period) return go({ screen: 'uppfoljning', period });
  const here = placeStore.get().screen;
  const screen = here === 'uppfoljning' && FOLLOWED_UP.includes(kind) ? here : (SCREENS[kind] ?? 'plan');
  go({ screen, thing: { kind, id } });
}

export function thingHits(found: Soksvar | undefined): PaletteHit[] {
  return (found?.traffar ?? []).slice(0, MOST_THINGS).map((thing) => ({
    id: `${thing.kind} ${thing.id || thing.titel}`,
    heading: 'I planen',
    title: thing.titel,
    code: thing.kod,
    status: thing.status,
    statusWord: thing.status_ord,
    note: [thing.slag, thing.plats].filter(Boolean).join(' · '),
    run: () => show(thing),
  }));
}

const fold = (text: string) => text.toLocaleLowerCase('sv').normalize('NFD').replace(/\p{M}/gu, '');

/** Every word of the text begins a word of the command. */
function answers(command: Command, words: readonly string[]): boolean {
  const own = fold(`${command.label} ${command.words ?? ''} ${command.group}`).split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

export function commandHits(commands: readonly Command[], text: string): PaletteHit[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const recent = usedLast.get();
  const rank = (command: Command) => (recent.includes(command.id) ? recent.indexOf(command.id) : recent.length + ORDER.indexOf(command.group));
  const possible = commands.filter((c) => c.enabled !== false && c.id !== 'palette' && answers(c, words));
  const sorted = [...possible].sort((a, b) => rank(a) - rank(b));
  const shown = words.length > 0 ? sorted.slice(0, MOST_COMMANDS) : sorted;
  return shown.map((command) => ({
    id: `command ${command.id}`,
    heading: words.length === 0 && recent.includes(command.id) ? 'Senast använda' : 'Kommandon',
    title: command.label,
    note: command.group,
    shortcut: command.shortcut,
    run: () => {
      remember(command.id);
      command.run();
    },
  }));
}
