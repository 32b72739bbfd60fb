/** Keys: from a keyboard event to a command, and from a shortcut to what stands on the keycaps in Swedish. */
import { useEffect } from 'react';
import { allCommands } from './commands';

const CAPS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Retur',
  Shift: 'Skift',
  Delete: 'Delete',
  Insert: 'Infoga',
  Escape: 'Esc',
  ' ': 'Blanksteg',
  Plus: '+',
  Minus: '−',
};

/** "Alt+ArrowUp" → ["Alt", "↑"]. */
export const keycaps = (shortcut: string): string[] => shortcut.split('+').map((key) => CAPS[key] ?? key);

/** The keys of an event as a shortcut: "Ctrl+Shift+Z". */
export function pressed(event: KeyboardEvent): string {
  const ctrl = event.ctrlKey || event.metaKey;
  // Where + stands above = on one key (US, UK), Ctrl with that key enlarges without Shift too.
  const isPlus = event.key === '+' || (event.key === '=' && ctrl && !event.shiftKey);
  const plain = isPlus ? 'Plus' : event.key === '-' || event.key === '−' ? 'Minus' : event.key;
  const key = plain.length === 1 ? plain.toUpperCase() : plain;
  // Shift makes another character of a character key; it counts as a key of its own only beside Ctrl or a named key.
  const shift = event.shiftKey && (plain.length > 1 ? plain !== 'Plus' : ctrl);
  const held = [ctrl ? 'Ctrl' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : ''];
  return [...held.filter(Boolean), key].join('+');
}

/** Whether typing goes into this element, so that undo there undoes the typing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio], [type=range], [type=button])');
}

const OF_THE_FIELD = new Set(['Ctrl+Z', 'Ctrl+Y', 'Ctrl+Shift+Z', 'Ctrl+A', 'Ctrl+C', 'Ctrl+X', 'Ctrl+V', 'Delete', 'Insert']);

/** Sends keys to commands for as long as the window is open. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const keys = pressed(event);
      if (keys.length === 1) return;
      if (isTyping(event.target) && OF_THE_FIELD.has(keys)) return;
      const command = allCommands().find((c) => c.shortcut === keys && !c.local);
      if (!command) return;
      event.preventDefault();
      if (command.enabled !== false) command.run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
