/** The sheets of the source as tabs, also those that are not read. */
import { CircleX } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import type { Inlasningsblad, Inlasningschip } from '../api/generated';
import { showSheet } from './work';

export const PANEL = 'sheet-panel';

/** Rows that somebody has to look at, wherever they stand: the tab says so before it is chosen. */
const asks = (chip: Inlasningschip) => chip.utslag === 'vagrad' || chip.utslag === 'tvetydig';

interface Props {
  sheets: readonly Inlasningsblad[];
  shown: string;
}

export function SheetTabs({ sheets, shown }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = sheets.findIndex((sheet) => sheet.blad === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: sheets.length - 1 }[event.key];
    const sheet = to === undefined ? undefined : sheets[(to + sheets.length) % sheets.length];
    if (!sheet) return;
    event.preventDefault();
    showSheet(sheet.blad);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[sheets.indexOf(sheet)]?.focus();
  };
  return (
    <div role="tablist" aria-label="Blad i filen" className="sheets" ref={list} onKeyDown={onKeyDown}>
      {sheets.map((sheet) => (
        <button
          key={sheet.blad}
          type="button"
          role="tab"
          aria-selected={sheet.blad === shown}
          aria-controls={sheet.blad === shown ? PANEL : undefined}
          tabIndex={sheet.blad === shown ? 0 : -1}
          onClick={() => showSheet(sheet.blad)}
        >
          {sheet.blad}
          <small>{sheet.antal}</small>
          {sheet.chips.filter(asks).map((chip) => (
            <small key={chip.ord} className="asks">
              <CircleX size={12} aria-hidden />
              {chip.text} {chip.ord}
            </small>
          ))}
        </button>
      ))}
    </div>
  );
}
