/**
 * The focus is never lost. When what had it goes away or is disabled, and nobody else takes it, it moves to the nearest
 * place that is left: what had it before the dialog, the table or panel it stood in, else the screen. A page just loaded
 * has it where the work is: in the current cell of a tree, say, else in the screen.
 */
import { useEffect } from 'react';

/** Time for a grid or a closing dialog to put the focus where it belongs. */
const WAIT_MS = 120;
const PLACES = '[role=dialog], aside, main';
const DIALOG = '[role=dialog], [role=alertdialog]';
const TABBABLE = 'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';
const GRID = '[role=grid], [role=treegrid]';
const CELL = '[role=row] [data-column][tabindex="0"]';
/** What a screen is about: the current cell of its tree, or what it says itself. */
const WORK = `main [role=treegrid] ${CELL}, main [data-work]`;

/** What had the focus in one layer of the page (the page, a dialog, a list in the dialog), and everything round it from within. */
interface Held {
  layer: Element | undefined;
  round: Element[];
}

/** WebKit leaves the focus on what is disabled, Chromium does not. */
const isLost = () => document.activeElement === null || document.activeElement === document.body || document.activeElement.matches(':disabled');
const isGone = (element: Element) => !element.isConnected || element.matches(':disabled');

/** An element and everything round it, from within. */
function around(element: Element | null): Element[] {
  return element ? [element, ...around(element.parentElement)] : [];
}

/** Where the focus goes in a place: a screen is about something, a dialog takes it itself, a panel gives it to its first part. */
function inside(place: Element | null | undefined): Element | null {
  const work = place?.matches('main') ? document.querySelector(WORK) : null;
  return work ?? (place?.matches('[tabindex]') ? place : (place?.querySelector(TABBABLE) ?? null));
}

/** The nearest that is left of where it was. */
function nearest({ round }: Held): Element | null {
  const [own] = round;
  const left = round.filter((e) => e.isConnected && !e.closest('[inert]'));
  if (own && left[0] === own && !isGone(own)) return own;
  return left.find((e) => e.matches(GRID))?.querySelector(CELL) ?? inside(left.find((e) => e.matches(PLACES)));
}

/** Keeps the focus for as long as the window is open. */
export function useFocusKept(): void {
  useEffect(() => {
    /** By layer, the page first. */
    let held: Held[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** The screen has the focus until its tree is there. */
    let waits = false;
    let byKey = false;
    const give = (target: Element | null) => {
      // Where no key was used nothing is drawn round it.
      if (target instanceof HTMLElement) target.focus({ preventScroll: true, focusVisible: byKey } as FocusOptions);
    };
    const onFocus = (event: FocusEvent) => {
      const round = around(event.target as Element);
      const layer = round.find((e) => e.parentElement === document.body);
      const at = held.findIndex((h) => h.layer === layer);
      held = [...(at < 0 ? held.filter((h) => h.layer?.isConnected) : held.slice(0, at)), { layer, round }];
      // A radio button is drawn by its label: WebKit shows the small field it hides, and not always that.
      if (round[0]?.matches('[type=radio], [type=checkbox]')) round[0].closest('label')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    /** To what the screen is about, or to the screen itself for as long as its content is fetched. */
    const enter = () => {
      const screen = document.querySelector('main');
      waits = screen?.querySelector('.loading') != null && !document.querySelector(WORK);
      give(inside(screen));
    };
    /** A click beside everything takes the focus from what still stands there: that is as it should be. */
    const isOwed = () => {
      const own = held.at(-1)?.round[0];
      // The start screen is not entered by itself: there nothing is chosen yet.
      return own ? isGone(own) : document.querySelector('main[tabindex]') !== null;
    };
    const mend = () => {
      timer = undefined;
      if (!isOwed() || !isLost()) return;
      const target = held.toReversed().map(nearest).find((e) => e !== null);
      const dialog = [...document.querySelectorAll(DIALOG)].at(-1);
      if (dialog && !(target && dialog.contains(target))) give(inside(dialog));
      else if (target) give(target);
      else enter();
    };
    const soon = () => {
      if (isOwed()) timer ??= setTimeout(mend, WAIT_MS);
    };
    const observer = new MutationObserver(() => {
      if (waits && (waits = document.activeElement?.matches('main') ?? false)) {
        if (document.querySelector(WORK)) enter();
        else waits = document.querySelector('main .loading') !== null;
      }
      soon();
    });
    const onKey = (event: KeyboardEvent) => (byKey ||= !['Control', 'Shift', 'Alt', 'Meta'].includes(event.key));
    const onPointer = () => (byKey = false);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    soon();
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('focusin', onFocus, { signal });
    document.addEventListener('keydown', onKey, { signal, capture: true });
    document.addEventListener('pointerdown', onPointer, { signal, capture: true });
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      stop.abort();
    };
  }, []);
}
