/**
 * The focus is never lost. When what had it goes away or is disabled, and nobody else takes it, it moves to the nearest
 * place that is left: the dialog or panel it stood in, else the screen.
 */
import { useEffect } from 'react';

/** Time for a grid or a closing dialog to put the focus where it belongs. */
const WAIT_MS = 120;
const PLACES = '[role=dialog], aside, main';
const TABBABLE = 'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** WebKit leaves the focus on what is disabled, Chromium does not. */
const isLost = () => document.activeElement === null || document.activeElement === document.body || document.activeElement.matches(':disabled');

/** An element and everything round it, from within. */
function around(element: Element | null): Element[] {
  return element ? [element, ...around(element.parentElement)] : [];
}

function focusIn(place: Element | null | undefined): void {
  const target = place?.matches('[tabindex]') ? place : place?.querySelector(TABBABLE);
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/** Keeps the focus for as long as the window is open. */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onFocus = (event: FocusEvent) => {
      last = around(event.target as Element);
      // A radio button is drawn by its label: WebKit shows the small field it hides, and not always that.
      if (last[0]?.matches('[type=radio], [type=checkbox]')) last[0].closest('label')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    };
    /** A click beside everything takes the focus from what still stands there: that is as it should be. */
    const isGone = () => last[0] !== undefined && (!last[0].isConnected || last[0].matches(':disabled'));
    const mend = () => {
      if (isGone() && isLost()) focusIn(last.find((e) => e.isConnected && e.matches(PLACES)) ?? document.querySelector('main'));
    };
    const observer = new MutationObserver(() => {
      if (!isGone()) return;
      clearTimeout(timer);
      timer = setTimeout(mend, WAIT_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocus);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}
