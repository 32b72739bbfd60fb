/** Which cells the table has, which of them are typed, and where keys and pasted figures go. Pure. */
import type { Beloppscell, Beloppsslag, Tabellrad, Typcell } from '../api/generated';

/** The columns in order; the first is the row's name. */
export const COLUMNS = ['namn', 'budget', 'utfall', 'forbrukat', 'prognos', 'avvikelse', 'tidigare', 'andring'] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** A place in the table: row by its id. */
export interface Spot {
  row: string;
  column: ColumnId;
}

const SLAG: Partial<Record<ColumnId, Beloppsslag>> = { budget: 'budget', utfall: 'utfall_ack', prognos: 'prognos' };

/** What kind of amount a column holds; none for one that is computed. */
export const slagOf = (column: ColumnId): Beloppsslag | undefined => SLAG[column];

/** The stored amount of a cell; none in a column that is computed. */
export function amountOf(row: Tabellrad, column: ColumnId): Beloppscell | undefined {
  if (column === 'budget') return row.budget;
  if (column === 'utfall') return row.utfall;
  return column === 'prognos' ? row.prognos : undefined;
}

/** Whether an amount can be typed there. */
export const isTyped = (row: Tabellrad, column: ColumnId): boolean => amountOf(row, column)?.andras ?? false;

/** The nearest row below (or above) where an amount can be typed in the column; the row itself where there is none. */
export function nextTyped(rows: readonly Tabellrad[], from: Spot, step: 1 | -1): Spot {
  const at = rows.findIndex((r) => r.id === from.row);
  for (let i = at + step; i >= 0 && i < rows.length; i += step) {
    const row = rows[i];
    if (row && isTyped(row, from.column)) return { row: row.id, column: from.column };
  }
  return from;
}

/** The next typed cell to the right (or left), going on to the next row at the end. */
export function besideTyped(rows: readonly Tabellrad[], columns: readonly ColumnId[], from: Spot, step: 1 | -1): Spot {
  const cells = rows.flatMap((row) => columns.filter((column) => isTyped(row, column)).map((column) => ({ row: row.id, column })));
  const at = cells.findIndex((c) => c.row === from.row && c.column === from.column);
  return cells[at + step] ?? from;
}

/** A clipboard's text as rows of cells; an Excel column ends with a line break that is no row. */
const clipboardCells = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));

/**
 * Where pasted figures go. As many lines as rows can be typed in, from there down: those rows only. Otherwise line by
 * line as the rows stand, with the sums left out, as when the table is copied with its sums.
 */
export function placePasted(rows: readonly Tabellrad[], columns: readonly ColumnId[], from: Spot, text: string): { celler: Typcell[]; skipped: number } {
  const lines = clipboardCells(text);
  const below = rows.slice(rows.findIndex((r) => r.id === from.row));
  const typed = below.filter((row) => isTyped(row, from.column));
  const onlyTyped = lines.length === typed.length && lines.length !== below.length;
  const targets = onlyTyped ? typed : below;
  const across = columns.slice(columns.indexOf(from.column)).filter((column) => slagOf(column));
  const celler: Typcell[] = [];
  let skipped = 0;
  lines.slice(0, targets.length).forEach((line, i) => {
    const row = targets[i];
    if (!row) return;
    line.slice(0, across.length).forEach((value, c) => {
      const column = across[c];
      const slag = column && slagOf(column);
      if (!slag || !column) return;
      if (row.nyckel && isTyped(row, column)) celler.push({ nyckel: row.nyckel, slag, text: value });
      else if (value !== '') skipped += 1;
    });
  });
  return { celler, skipped };
}
