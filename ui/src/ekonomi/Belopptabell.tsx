/**
 * The nämnd's table as a spreadsheet: one tab stop, arrows between cells, a digit or Retur opens the cell, Retur goes
 * down and Tab to the right, and a column pasted from Excel is one change. Figures are text; one cell at a time is a field.
 */
import { ChevronRight, CircleAlert, MessageSquareText, Pencil } from 'lucide-react';
import { useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import type { Ekonomibild, Tabellrad, UiError } from '../api/generated';
import { Cellfalt, type Move } from './Cellfalt';
import { COLUMNS, amountOf, besideTyped, isTyped, nextTyped, slagOf, type ColumnId, type Spot } from './cells';
import { SLAG } from './texts';

export interface BelopptabellHandle {
  /** Selects the row and moves the focus there. */
  focus: (row: string, column?: ColumnId) => void;
  /** Opens the cell. */
  edit: (row: string, column: ColumnId) => void;
}

interface Props {
  bild: Ekonomibild;
  selected: string | null;
  onSelect: (row: Tabellrad) => void;
  /** Gives back the refusal, or nothing. */
  save: (row: Tabellrad, column: ColumnId, text: string) => Promise<UiError | undefined>;
  rename: (row: Tabellrad, namn: string) => Promise<UiError | undefined>;
  paste: (from: Spot, text: string, columns: readonly ColumnId[]) => void;
  /** Keys the table does not know; true: handled. */
  onKey: (event: KeyboardEvent, row: Tabellrad) => boolean;
  handle?: Ref<BelopptabellHandle>;
}

interface Editing extends Spot {
  /** The character that began the typing. */
  typed?: string;
}

const PAGE = 10;

/** Whether the name of the row can be changed in the table. */
const isNamed = (row: Tabellrad): boolean => row.nyckel !== null;

function Namn({ row, open, fold }: { row: Tabellrad; open: boolean; fold: () => void }) {
  return (
    <span className="row-name">
      {row.barn && (
        <span className="chevron" aria-hidden="true" onClick={fold}>
          <ChevronRight size={14} data-open={open || undefined} />
        </span>
      )}
      <span>{row.namn}</span>
      {row.kommentar === 'behovs' && (
        <span className="row-mark needed" title="Behöver kommentar">
          <CircleAlert size={14} aria-hidden />
          <span className="hidden"> behöver kommentar</span>
        </span>
      )}
      {row.kommentar === 'har' && (
        <span className="row-mark" title="Har kommentar">
          <MessageSquareText size={14} aria-hidden />
          <span className="hidden"> har kommentar</span>
        </span>
      )}
    </span>
  );
}

function cellText(row: Tabellrad, column: ColumnId): string {
  const amount = amountOf(row, column);
  if (amount) return amount.text;
  if (column === 'forbrukat') return row.forbrukat;
  return column === 'avvikelse' || column === 'tidigare' || column === 'andring' ? row[column].text : '';
}

export function Belopptabell({ bild, selected, onSelect, save, rename, paste, onKey, handle }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const base = useId();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [column, setColumn] = useState<ColumnId>('prognos');
  const [editing, setEditing] = useState<Editing | null>(null);
  const columns = useMemo(() => COLUMNS.filter((c) => bild.kolumner.tidigare !== null || (c !== 'tidigare' && c !== 'andring')), [bild.kolumner.tidigare]);
  const rows = useMemo(() => {
    let hidden = false;
    return bild.rader.filter((row) => {
      if (row.niva === 1) {
        hidden = folded.has(row.id);
        return true;
      }
      return !hidden;
    });
  }, [bild.rader, folded]);
  const current = rows.find((r) => r.id === selected) ?? rows[0];

  const element = useCallback((spot: Spot) => table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(spot.row)}"] > [data-column="${spot.column}"]`) ?? null, []);
  const go = useCallback(
    (spot: Spot) => {
      const row = rows.find((r) => r.id === spot.row);
      if (!row) return;
      setColumn(spot.column);
      onSelect(row);
      requestAnimationFrame(() => {
        const cell = element(spot);
        cell?.focus();
        cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      });
    },
    [rows, onSelect, element],
  );
  useImperativeHandle(handle, () => ({
    focus: (row, to = 'prognos') => go({ row, column: to }),
    edit: (row, to) => {
      go({ row, column: to });
      setEditing({ row, column: to });
    },
  }), [go]);
  // A cell that goes (undo of a new row) leaves the focus in the table.
  useEffect(() => {
    if (editing && !rows.some((r) => r.id === editing.row)) setEditing(null);
  }, [rows, editing]);

  const fold = (id: string, close: boolean) => setFolded((old) => new Set(close ? [...old, id] : [...old].filter((one) => one !== id)));
  const canEdit = (row: Tabellrad, at: ColumnId) => (at === 'namn' ? isNamed(row) : isTyped(row, at));
  const open = (spot: Spot, typed?: string) => {
    const row = rows.find((r) => r.id === spot.row);
    if (row && canEdit(row, spot.column)) setEditing({ ...spot, typed });
  };
  const close = (spot: Spot, move: Move) => {
    setEditing(null);
    if (move === 'down') go(spot.column === 'namn' ? spot : nextTyped(rows, spot, 1));
    else if (move === 'up') go(spot.column === 'namn' ? spot : nextTyped(rows, spot, -1));
    else if (move === 'right') go(besideTyped(rows, columns, spot, 1));
    else if (move === 'left') go(besideTyped(rows, columns, spot, -1));
    else if (move === 'stay') go(spot);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (editing || !current || event.defaultPrevented) return;
    const at = rows.indexOf(current);
    const c = columns.indexOf(column);
    const to = (row: number, col: number) => {
      const target = rows[Math.max(0, Math.min(rows.length - 1, row))];
      const there = columns[Math.max(0, Math.min(columns.length - 1, col))];
      if (target && there) go({ row: target.id, column: there });
      event.preventDefault();
    };
    const { key } = event;
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (onKey(event, current)) return event.preventDefault();
    if (key === 'ArrowDown' && plain) to(at + 1, c);
    else if (key === 'ArrowUp' && plain) to(at - 1, c);
    else if (key === 'ArrowRight' && plain) column === 'namn' && current.barn && folded.has(current.id) ? (fold(current.id, false), event.preventDefault()) : to(at, c + 1);
    else if (key === 'ArrowLeft' && plain) column === 'namn' && current.barn ? (fold(current.id, true), event.preventDefault()) : to(at, c - 1);
    else if (key === 'Home') to(event.ctrlKey ? 0 : at, 0);
    else if (key === 'End') to(event.ctrlKey ? rows.length - 1 : at, columns.length - 1);
    else if (key === 'PageDown') to(at + PAGE, c);
    else if (key === 'PageUp') to(at - PAGE, c);
    else if ((key === 'Enter' || key === 'F2') && plain) {
      event.preventDefault();
      if (current.barn && !canEdit(current, column)) fold(current.id, !folded.has(current.id));
      else open({ row: current.id, column });
    } else if (key === 'Delete' && plain && isTyped(current, column)) {
      event.preventDefault();
      void save(current, column, '');
    } else if (key.length === 1 && plain && key !== ' ' && column !== 'namn' && isTyped(current, column)) {
      event.preventDefault();
      open({ row: current.id, column }, key);
    }
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (editing || !current || !slagOf(column) || text.trim() === '') return;
    event.preventDefault();
    paste({ row: current.id, column }, text, columns);
  };

  const head = (id: ColumnId) => {
    if (id === 'namn') return 'Belopp i tkr';
    const [first, second] = bild.kolumner[id] ?? ['', ''];
    return (
      <>
        {id === 'prognos' && <Pencil size={11} aria-hidden />} {first}
        <br />
        {second}
      </>
    );
  };
  return (
    <div className="figures-scroll">
      <table ref={table} className="figures" role="treegrid" aria-label={`${bild.vy === 'drift' ? 'Drift' : 'Verksamheter'} ${bild.period_text}, belopp i tkr`} onKeyDown={onKeyDown} onPaste={onPaste}>
        <thead>
          <tr>
            {columns.map((id) => (
              <th key={id} scope="col" className={`${id === 'namn' ? '' : 'number'} ${id === 'prognos' ? 'work' : ''}`}>
                {head(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr
              key={row.id}
              data-row={row.id}
              className={`${row.slag} level-${row.niva}`}
              aria-level={row.niva}
              aria-expanded={row.barn ? !folded.has(row.id) : undefined}
              aria-selected={row.id === current?.id}
            >
              {columns.map((id) => {
                const spot = { row: row.id, column: id };
                const isEdited = editing?.row === row.id && editing.column === id;
                const Tag = id === 'namn' ? 'th' : 'td';
                return (
                  <Tag
                    key={id}
                    // As in the treegrid: the header names itself by what stands in it.
                    {...(id === 'namn' ? { role: 'rowheader', id: `${base}${r}`, 'aria-labelledby': `${base}${r}` } : { role: 'gridcell' })}
                    data-column={id}
                    tabIndex={!isEdited && row.id === current?.id && id === column ? 0 : -1}
                    aria-readonly={canEdit(row, id) ? undefined : true}
                    className={`${id === 'namn' ? '' : 'number'} ${id === 'prognos' ? 'work' : ''} ${canEdit(row, id) && id !== 'namn' ? 'typed' : ''} ${id === 'prognos' && row.prognos_fran && row.slag === 'rad' ? 'older' : ''}`}
                    title={id === 'prognos' && row.prognos_fran ? `Prognosen är ${row.prognos_fran}` : undefined}
                    onClick={() => !isEdited && go(spot)}
                    onDoubleClick={() => open(spot)}
                  >
                    {id === 'namn' && !isEdited && <Namn row={row} open={!folded.has(row.id)} fold={() => fold(row.id, !folded.has(row.id))} />}
                    {id !== 'namn' && cellText(row, id)}
                    {amountOf(row, id)?.belopp === 'tom' && <span className="hidden">tom</span>}
                    {isEdited && (
                      <Cellfalt
                        label={id === 'namn' ? `Namn på raden ${row.namn}` : `${SLAG[slagOf(id) ?? 'prognos']}, ${row.namn}, tkr`}
                        value={editing.typed ?? (id === 'namn' ? row.namn : (amountOf(row, id)?.typat ?? ''))}
                        saved={id === 'namn' ? row.namn : (amountOf(row, id)?.typat ?? '')}
                        selectAll={editing.typed === undefined}
                        isText={id === 'namn'}
                        save={(text) => (id === 'namn' ? rename(row, text) : save(row, id, text))}
                        close={(move) => close(spot, move)}
                      />
                    )}
                  </Tag>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
