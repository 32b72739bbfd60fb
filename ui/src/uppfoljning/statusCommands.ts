/** The digits as commands: the row's status in the file's own words. */
import type { Status, Uppfoljningsbild } from '../api/generated';
import type { Command } from '../app/commands';
import type { Row } from './columns';

/** One for each status, in the order of the digits. */
export const statusCommands = (bild: Uppfoljningsbild | undefined, row: Row | undefined, choose: (row: Row, status: Status) => void): Command[] =>
  (bild?.statusord ?? []).map(({ status, ord }, i) => ({
    id: `uppfoljning-status-${status}`,
    label: `Sätt status ${ord}`,
    group: 'Uppföljning',
    shortcut: String(i + 1),
    local: true,
    enabled: row !== undefined && row.slag !== 'rubrik',
    run: () => row && choose(row, status),
  }));
