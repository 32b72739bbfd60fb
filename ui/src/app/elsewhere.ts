/** What one screen does and every other may ask for: goes there, and runs the screen's own command when it can be run. */
import { NEW_PERIOD } from '../uppfoljning/texts';
import { allCommands, followCommands, useCommands, type Command, type Group } from './commands';
import { go, placeStore, type ScreenName } from './place';

interface Far {
  id: string;
  label: string;
  group: Group;
  screen: ScreenName;
  shortcut?: string;
  words?: string;
}

/** Each screen registers these itself too, with the same id. */
export const FAR: readonly Far[] = [
  { id: 'uppfoljning-new', label: NEW_PERIOD, group: 'Uppföljning', screen: 'uppfoljning', words: 'period månad tertial delår lägg upp' },
  { id: 'rapport-print', label: 'Skriv ut rapporten …', group: 'Arkiv', screen: 'rapport', shortcut: 'Ctrl+P' },
  { id: 'rapport-pdf', label: 'Spara rapporten som PDF …', group: 'Rapport', screen: 'rapport' },
  { id: 'rapport-excel', label: 'Spara rapporten som Excel …', group: 'Rapport', screen: 'rapport' },
];

/** How long a screen may take to be there: after that the person has something else in mind. */
const PATIENCE_MS = 10_000;

/** Goes to the screen; its own command runs there as soon as it is enabled. */
function doThere({ id, screen }: Far): void {
  const until = performance.now() + PATIENCE_MS;
  const stops: (() => void)[] = [];
  const end = () => stops.forEach((stop) => stop());
  stops.push(
    placeStore.follow(() => placeStore.get().screen !== screen && end()),
    followCommands(() => {
      const own = allCommands().find((command) => command.id === id && !command.isElsewhere && command.enabled !== false);
      if (own || performance.now() > until) end();
      // When the screen is drawn: what is run may ask something of its own.
      if (own) setTimeout(own.run);
    }),
  );
  go({ screen });
}

/** Registers what the other screens do. */
export function useElsewhere(current: ScreenName): void {
  const list: Command[] = FAR.filter((far) => far.screen !== current).map((far) => ({
    id: far.id,
    label: far.label,
    group: far.group,
    shortcut: far.shortcut,
    words: far.words,
    isElsewhere: true,
    run: () => doThere(far),
  }));
  useCommands(list);
}
