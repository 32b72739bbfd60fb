/** F6 goes between the parts of the window: the places to go, the screen, its side panel. Each keeps its own place. */
import { useCommands } from './commands';

/** In the order of the page. A panel may lie within the screen: it is a part of its own all the same. */
const PARTS = 'nav.nav, main, aside';
const TABBABLE = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';

const left = new WeakMap<Element, HTMLElement>();

const partOf = (element: Element | null): Element | null => element?.closest('aside') ?? element?.closest('main, nav.nav') ?? null;
const isSeen = (element: HTMLElement): boolean => element.tabIndex >= 0 && element.getClientRects().length > 0;

/** Where the focus goes in a part: where it was, else what is chosen there, else the first that takes it. */
function entry(part: Element): HTMLElement | undefined {
  const before = left.get(part);
  if (before?.isConnected && isSeen(before)) return before;
  const own = (found: string) => [...part.querySelectorAll<HTMLElement>(found)].find((element) => isSeen(element) && partOf(element) === part);
  return own('[aria-current]') ?? own('.content [role=row] [tabindex="0"]') ?? own(`.content :is(${TABBABLE})`) ?? own(TABBABLE);
}

/** Moves the focus to the next part, round the end to the first. */
export function nextPart(step: 1 | -1): void {
  const parts = [...document.querySelectorAll(PARTS)].filter((part) => entry(part));
  const from = partOf(document.activeElement);
  if (from && document.activeElement instanceof HTMLElement) left.set(from, document.activeElement);
  const at = from ? parts.indexOf(from) : -1;
  const to = parts[at < 0 ? 0 : (at + step + parts.length) % parts.length];
  if (to) entry(to)?.focus();
}

/** The keys, in the menu too. */
export function usePartCommands(): void {
  useCommands([
    { id: 'part-next', label: 'Nästa del av fönstret', group: 'Visa', shortcut: 'F6', words: 'huvudmeny innehåll sidopanel', run: () => nextPart(1) },
    { id: 'part-before', label: 'Föregående del av fönstret', group: 'Visa', shortcut: 'Shift+F6', words: 'huvudmeny innehåll sidopanel', run: () => nextPart(-1) },
  ]);
}
