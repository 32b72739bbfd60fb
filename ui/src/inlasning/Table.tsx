/** The rows of a sheet under its two-storey heads: the file's heading, and the field it is read as. Only the rows in sight are drawn. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type CSSProperties, type FocusEvent } from 'react';
import type { Inlasningsblad, Inlasningskolumn, Inlasningsrad } from '../api/generated';
import { useRead } from '../api/use';
import { SelectField } from '../shared/Field';
import { Cell, cellState, type Statuschoice } from './Cell';
import { Verdict } from './verdict';
import { chooseField, mend } from './work';

/** Sheets of more rows than this draw only those in sight. */
const ALL_DRAWN = 200;
const ROW_PX = 46;

const textOf = (cell: Inlasningsrad['celler'][number] | undefined): string => {
  if (cell === undefined || typeof cell === 'string') return cell ?? '';
  return cell.till?.text ?? cell.text;
};

/** Room for a status with its symbol, and for the way to mend a cell. */
function leastOf(column: Inlasningskolumn, rows: readonly Inlasningsrad[], at: number): number {
  const { falt } = column;
  if (falt === 'status') return 10.5;
  const isMended = ({ celler }: Inlasningsrad) => typeof celler[at] === 'object' && (celler[at].fel !== null || celler[at].rattad);
  return rows.some(isMended) ? 9 : 4.5;
}

/** Widths in rem by what stands in the columns: long texts wrap, short ones keep to one line. */
function useWidths(sheet: Inlasningsblad): number[] {
  return useMemo(() => {
    const some = sheet.rader.slice(0, 150);
    return sheet.kolumner.map((column, at) => {
      const chosen = column.val.find((v) => v.varde === column.falt)?.ord ?? '';
      const head = Math.max(column.rubrik.length * 0.44, chosen.length * 0.44 + 2.2) + 1;
      const lengths = some.map((row) => textOf(row.celler[at]).length).filter((n) => n > 0);
      const longest = Math.max(0, ...lengths);
      const text = longest > 24 ? Math.min(17, 9 + longest * 0.045) : longest * 0.44 + 1.3;
      return Math.max(leastOf(column, some, at), Math.min(17, Math.max(head, text)));
    });
  }, [sheet]);
}

function Head({ sheet, column }: { sheet: Inlasningsblad; column: Inlasningskolumn }) {
  return (
    <th scope="col" data-unread={column.falt ? undefined : true} className={column.tal ? 'number' : undefined}>
      <span className="file-heading">
        <span className="hidden">Filens rubrik </span>
        {column.rubrik}
      </span>
      {column.val.length > 0 && (
        <SelectField
          label={`Fält för ${column.rubrik}`}
          quiet
          className="field-choice"
          options={column.val.map((v) => ({ id: v.varde || 'unread', label: v.ord }))}
          value={column.falt || 'unread'}
          onChange={(id) => chooseField(sheet.blad, column.kolumn, id === 'unread' ? '' : id)}
        />
      )}
    </th>
  );
}

interface RowProps {
  sheet: Inlasningsblad;
  row: Inlasningsrad;
  index: number;
  statuses: readonly Statuschoice[] | undefined;
  measure?: (element: HTMLElement | null) => void;
}

function Row({ sheet, row, index, statuses, measure }: RowProps) {
  return (
    <tr ref={measure} data-index={index} data-utslag={row.utslag ?? undefined} aria-rowindex={index + 2}>
      <th scope="row" className="row-number">
        {row.rad}
      </th>
      <td className="row-verdict">
        <Verdict rad={row} />
      </td>
      {row.celler.map((cell, at) => {
        const column = sheet.kolumner[at];
        if (!column) return null;
        const place = { blad: sheet.blad, rad: row.rad, kolumn: column.kolumn };
        return (
          <td key={column.kolumn} data-unread={column.falt ? undefined : true} data-state={cellState(cell)} className={column.tal ? 'number' : undefined}>
            <Cell cell={cell} statuses={column.falt === 'status' ? statuses : undefined} label={`${column.rubrik}, rad ${row.rad}`} onMend={(text) => mend(place, text)} />
          </td>
        );
      })}
    </tr>
  );
}

/** Keeps the room of rows that are not drawn. */
const Gap = ({ height, span }: { height: number; span: number }) =>
  height > 0 ? (
    <tr aria-hidden="true" className="gap">
      <td colSpan={span} style={{ height }} />
    </tr>
  ) : null;

/** What has the focus is seen as a whole: a browser is content when a part of it is in view. */
function showWhole({ currentTarget: box, target }: FocusEvent<HTMLElement>): void {
  const beyond = target.getBoundingClientRect().right - box.getBoundingClientRect().right;
  if (target !== box && beyond > 0) box.scrollLeft += beyond + 8;
}

export function Table({ sheet, rows }: { sheet: Inlasningsblad; rows: readonly Inlasningsrad[] }) {
  const box = useRef<HTMLDivElement>(null);
  const widths = useWidths(sheet);
  const hasStatus = sheet.kolumner.some((column) => column.falt === 'status');
  const statuses = useRead('read_installning', hasStatus ? {} : null).data?.statusord;
  const virtual = rows.length > ALL_DRAWN;
  const virtualizer = useVirtualizer({
    count: virtual ? rows.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const span = sheet.kolumner.length + 2;
  const drawn = virtualizer.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const judged = sheet.slag !== null;
  // What room is left over goes to the widest column.
  const widest = widths.indexOf(Math.max(...widths));
  const verdict = judged ? 11.75 : 0.5;
  const numbers = (rows.at(-1)?.rad ?? 0) > 999 ? 4.5 : 3.5;
  const total = numbers + verdict + widths.reduce((sum, width) => sum + width, 0);
  return (
    <div className="rows" ref={box} onFocus={showWhole} tabIndex={0} role="region" aria-label={`Rader i bladet ${sheet.blad}`}>
      <table className="preview" aria-rowcount={rows.length + 1} style={{ minWidth: `${total}rem`, '--numbers': `${numbers}rem` } as CSSProperties}>
        <caption className="hidden">Rader i bladet {sheet.blad}. Filens rubrik står överst och fältet den läses som under.</caption>
        <colgroup>
          <col style={{ width: `${numbers}rem` }} />
          <col style={{ width: `${verdict}rem` }} />
          {widths.map((width, at) => (
            <col key={sheet.kolumner[at]?.kolumn} style={at === widest ? undefined : { width: `${width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="row-number">
              Rad
            </th>
            <th scope="col" className="row-verdict">
              {judged ? 'Utfall' : <span className="hidden">Utfall</span>}
            </th>
            {sheet.kolumner.map((column) => (
              <Head key={column.kolumn} sheet={sheet} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {!virtual && rows.map((row, at) => <Row key={`${row.rad} ${at}`} sheet={sheet} row={row} index={at} statuses={statuses} />)}
          {virtual && <Gap height={before} span={span} />}
          {virtual &&
            drawn.map((item) => {
              const row = rows[item.index];
              return row && <Row key={item.key} sheet={sheet} row={row} index={item.index} statuses={statuses} measure={virtualizer.measureElement} />;
            })}
          {virtual && <Gap height={after} span={span} />}
        </tbody>
      </table>
    </div>
  );
}
