/** The four ways a row of a tree is moved, in the same words and with the same keys wherever there is a tree. */
import type { Command } from './commands';

type Way = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const WAYS: readonly (readonly [way: Way, name: string, label: string])[] = [
  ['ArrowUp', 'up', 'Flytta uppåt'],
  ['ArrowDown', 'down', 'Flytta nedåt'],
  ['ArrowLeft', 'out', 'Flytta ut ur sin överordnade rad'],
  ['ArrowRight', 'in', 'Flytta in under raden ovanför'],
];

/** The commands of a table whose rows can be moved; `among` leaves out the ways between the levels. */
export const moveCommands = (table: string, of: Pick<Command, 'group' | 'enabled'>, move: (way: Way) => void, among = false): Command[] =>
  WAYS.slice(0, among ? 2 : 4).map(([way, name, label]) => ({ id: `${table}-${name}`, label, ...of, shortcut: `Alt+${way}`, local: true, run: () => move(way) }));
