/** Typing letters jumps to the next row whose title begins so. */
import { useRef } from 'react';
import type { PlanRow } from './rows';

const PAUSE_MS = 800;

/** Gives back the row to go to, if there is one. */
export function useTypeAhead(rows: readonly PlanRow[], index: ReadonlyMap<string, number>) {
  const typed = useRef({ text: '', at: 0 });
  return (key: string, from: PlanRow, now: number): PlanRow | undefined => {
    const fresh = now - typed.current.at > PAUSE_MS;
    const text = (fresh ? '' : typed.current.text) + key.toLocaleLowerCase('sv');
    typed.current = { text, at: now };
    const seen = rows.filter((r) => index.has(r.id) && r.rad);
    const start = seen.findIndex((r) => r.id === from.id) + (text.length === 1 ? 1 : 0);
    const inOrder = [...seen.slice(start), ...seen.slice(0, start)];
    return inOrder.find((r) => r.rad?.titel.toLocaleLowerCase('sv').startsWith(text));
  };
}
