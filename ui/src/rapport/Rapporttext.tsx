/** The report as text. A table that is wider than its column is read row by row instead, each cell below its heading. */
import { useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useRead } from '../api/use';
import { ErrorNotice, Loading } from '../shared/Notice';

const ROLES: Record<string, string> = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TR: 'row', TD: 'cell' };

/** What a part of a table is for listeners: said outright, since one that is not laid out as a table loses it. */
const roleOf = (part: Element): string => ROLES[part.tagName] ?? (part.getAttribute('scope') === 'col' ? 'columnheader' : 'rowheader');

/** The HTML with what its tables need to be read row by row. */
export function withHeads(html: string): string {
  const page = document.createElement('template');
  page.innerHTML = html;
  for (const table of page.content.querySelectorAll('table')) {
    const heads = [...table.querySelectorAll('thead th')].map((head) => head.textContent ?? '');
    for (const part of [table, ...table.querySelectorAll('thead, tbody, tr, th, td')]) part.setAttribute('role', roleOf(part));
    for (const cell of table.querySelectorAll<HTMLTableCellElement>('tbody td')) cell.dataset.head = heads[cell.cellIndex] ?? '';
  }
  return page.innerHTML;
}

/** Marks the tables that have no room in their column. */
function markWide(text: HTMLElement): void {
  const tables = [...text.querySelectorAll('table')];
  for (const table of tables) delete table.dataset.stacked;
  const room = text.firstElementChild?.clientWidth ?? text.clientWidth;
  const wide = tables.filter((table) => table.offsetWidth > room);
  for (const table of wide) table.dataset.stacked = '';
}

/** Links within it move the focus to their heading, links out of it are only shown. */
export function Rapporttext({ uppstallning }: { uppstallning: number }) {
  const { data, error } = useRead('read_rapporttext', { uppstallning });
  const text = useRef<HTMLDivElement>(null);
  const html = useMemo(() => withHeads(data?.html ?? ''), [data?.html]);
  useLayoutEffect(() => {
    const element = text.current;
    if (!element) return undefined;
    let width = 0;
    let frame = 0;
    const measure = () => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      markWide(element);
    };
    // In the next frame: what is marked changes the height that is observed.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    observer.observe(element);
    measure();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [html]);
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const link = (event.target as HTMLElement).closest('a');
    if (!link) return;
    event.preventDefault();
    const target = event.currentTarget.querySelector<HTMLElement>(`[id="${link.getAttribute('href')?.slice(1)}"]`);
    target?.setAttribute('tabindex', '-1');
    target?.focus();
    target?.scrollIntoView({ block: 'start' });
  };
  if (error) return <ErrorNotice error={error} />;
  if (!html) return <Loading />;
  // Our own HTML from Rust: escaped there, without script, style or picture.
  return <div ref={text} className="rapport-text" lang="sv" onClick={onClick} dangerouslySetInnerHTML={{ __html: html }} />;
}
