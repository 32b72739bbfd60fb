/**
 * One object per thing a person can do: it feeds the keys, the palette (Ctrl+K) and the native menu. A screen registers
 * its own while it is shown; the newest registered wins where two share an id.
 */
import { useEffect, useId } from 'react';
import { store } from './store';

/** The headings of the native menu, in order. */
export const GROUPS = ['Arkiv', 'Redigera', 'Visa', 'Gå till', 'Plan', 'Uppföljning', 'Ekonomi', 'Rapport', 'Hjälp'] as const;
export type Group = (typeof GROUPS)[number];

export interface Command {
  id: string;
  label: string;
  group: Group;
  /** "Ctrl+Z", "F1", "Alt+ArrowUp". Letters and digits alone are never global keys. */
  shortcut?: string;
  /** The key belongs to the grid or field that has the focus: shown in menu and palette, caught there. */
  local?: boolean;
  enabled?: boolean;
  checked?: boolean;
  /** Other words to find it by in the palette. */
  words?: string;
  /** Done on another screen, which has a command of the same id: going there is the first half. */
  isElsewhere?: boolean;
  run: () => void;
}

const registered = store<ReadonlyMap<string, readonly Command[]>>(new Map());

/** Every command there is right now, in the order of registration; a screen's own before what would go there. */
export function allCommands(): Command[] {
  const byId = new Map<string, Command>();
  for (const list of registered.get().values()) for (const command of list) if (!command.isElsewhere || !byId.has(command.id)) byId.set(command.id, command);
  return [...byId.values()];
}

export function useAllCommands(): Command[] {
  registered.use();
  return allCommands();
}

export const followCommands = registered.follow;

/** Registers commands while the component is shown. `list` may be new on every render. */
export function useCommands(list: readonly Command[]): void {
  const owner = useId();
  useEffect(() => {
    registered.set(new Map(registered.get()).set(owner, list));
  }, [owner, list]);
  useEffect(
    () => () => {
      const rest = new Map(registered.get());
      rest.delete(owner);
      registered.set(rest);
    },
    [owner],
  );
}

/** Runs a command by its id, as the menu does. */
export function runCommand(id: string): void {
  const command = allCommands().find((c) => c.id === id);
  if (command && command.enabled !== false) command.run();
}
