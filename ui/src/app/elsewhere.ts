/** What one screen does and every other may ask for: goes there, and runs the screen's own command when it can be run. */
import { allCommands, followCommands, runCommand, useCommands, type Command } from './commands';
import { go, placeStore, type ScreenName } from './place';
import { toast } from './toasts';

interface Far extends Pick<Command, 'label' | 'group' | 'shortcut' | 'words'> {
  screen: ScreenName;
  /** The part of the screen where it is. */
  part?: string;
  /** What must be so; said where the screen has the command and it cannot be run. */
  needs?: string;
}

/** In menu and palette everywhere, in these words; the screen registers how it is done with `ofScreen`. */
const FAR = {
  'choose-source': { label: 'Läs in fil …', group: 'Arkiv', screen: 'inlasning', words: 'importera excel csv' },
  verify: { label: 'Kontrollera filen', group: 'Arkiv', screen: 'installning', part: 'fil', words: 'hel skadad fel' },
  'plan-new-year': { label: 'Nytt verksamhetsår …', group: 'Plan', screen: 'installning', part: 'verksamhetsar', words: 'öppna planera nästa' },
  'uppfoljning-new': { label: 'Ny uppföljning …', group: 'Uppföljning', screen: 'uppfoljning', words: 'period månad tertial delår lägg upp' },
  'rapport-print': { label: 'Skriv ut rapporten …', group: 'Arkiv', screen: 'rapport', shortcut: 'Ctrl+P' },
  'rapport-pdf': { label: 'Spara rapporten som PDF …', group: 'Rapport', screen: 'rapport' },
  'rapport-excel': { label: 'Spara rapporten som Excel …', group: 'Rapport', screen: 'rapport' },
  'rapport-text': { label: 'Visa som text', group: 'Rapport', screen: 'rapport', words: 'rapporten läsa upp tillgänglig' },
  'rapport-lock': { label: 'Lås för utskick …', group: 'Rapport', screen: 'rapport', needs: 'Bara ett utkast kan låsas, och bara när ingen annan version väntar på beslut.' },
  'rapport-decide': { label: 'Fastställ …', group: 'Rapport', screen: 'rapport', words: 'beslut', needs: 'Bara en rapport som är låst för utskick kan fastställas.' },
  'rapport-unlock': { label: 'Lås upp …', group: 'Rapport', screen: 'rapport', needs: 'Bara en rapport som är låst för utskick kan låsas upp.' },
  'rapport-revoke': { label: 'Upphäv beslutet …', group: 'Rapport', screen: 'rapport', needs: 'Bara en fastställd rapport kan upphävas.' },
  'rapport-arkiv': { label: 'Arkiv …', group: 'Rapport', screen: 'rapport', words: 'låsta fastställda rapporter' },
} as const satisfies Record<string, Far>;

export type FarId = keyof typeof FAR;
const ALL = Object.entries(FAR) as [FarId, Far][];

const words = ({ label, group, shortcut, words: more }: Far) => ({ label, group, shortcut, words: more });

/** The screen's own command: the words are those that stand on every screen. */
export const ofScreen = (id: FarId, own: Pick<Command, 'run' | 'enabled' | 'checked'>): Command => ({ id, ...words(FAR[id]), ...own });

/** The same command as a line of a screen's own list. */
export const asLine = (id: FarId) => ({ label: FAR[id].label, run: () => runCommand(id) });

/** How long a screen may take to be there: after that the person has something else in mind. */
const PATIENCE_MS = 10_000;

/** Goes to the screen; its own command runs there as soon as it is enabled, or it is said what that needs. */
function doThere(id: FarId, { screen, part, needs }: Far): void {
  const until = performance.now() + PATIENCE_MS;
  const stops: (() => void)[] = [];
  const end = () => stops.forEach((stop) => stop());
  stops.push(
    placeStore.follow(() => placeStore.get().screen !== screen && end()),
    followCommands(() => {
      const own = allCommands().find((command) => command.id === id && !command.isElsewhere);
      const can = own !== undefined && own.enabled !== false;
      const cannot = own !== undefined && !can && needs !== undefined;
      if (can || cannot || performance.now() > until) end();
      // When the screen is drawn: what is run may ask something of its own.
      if (can) setTimeout(own.run);
      if (cannot) toast.say(needs);
    }),
  );
  go(part === undefined ? { screen } : { screen, part });
}

const COMMANDS: readonly Command[] = ALL.map(([id, far]) => ({ id, ...words(far), isElsewhere: true, run: () => doThere(id, far) }));

/** Registers what some screen does; where that screen is shown its own command takes the place. */
export function useElsewhere(): void {
  useCommands(COMMANDS);
}
