/** The last place, the panels and the commands used last, kept by the program between starts. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { call } from '../api/call';
import type { Programbild } from '../api/generated';
import { START, placeStore, type Place } from './place';
import { store } from './store';
import { usedLast } from './used';

/** What the window remembers of its own looks. */
export interface Panels {
  /** Closed side panels, by screen. */
  closed: readonly string[];
}
/** What is kept: the panels, and the commands used last from the palette. */
interface Kept extends Panels {
  used: readonly string[];
}
export const panelStore = store<Panels>({ closed: [] });

const WAIT_MS = 600;

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'screen' in value;
}

/** True when what was remembered has been put in place. */
export function useRemembered(program: Programbild | undefined): boolean {
  const [readyFor, setReadyFor] = useState<string | null>(null);
  const file = program ? (program.fil?.fil ?? '') : null;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLayoutEffect(() => {
    if (file === null || !program || readyFor === file) return;
    placeStore.set(isPlace(program.plats) ? program.plats : START);
    const kept = program.paneler as Partial<Kept> | null;
    if (kept?.closed) panelStore.set({ closed: kept.closed });
    if (kept?.used) usedLast.set(kept.used);
    setReadyFor(file);
  }, [file, program, readyFor]);
  useEffect(() => {
    const save = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // That it could not be remembered disturbs nobody.
        const paneler: Kept = { ...panelStore.get(), used: usedLast.get() };
        void call('set_program', { plats: placeStore.get(), paneler }).catch(() => {});
      }, WAIT_MS);
    };
    const stops = [placeStore.follow(save), panelStore.follow(save), usedLast.follow(save)];
    return () => stops.forEach((stop) => stop());
  }, []);
  return file !== null && readyFor === file;
}
