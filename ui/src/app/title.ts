/** The title bar names the open plan, so that windows can be told apart. */
import { useEffect } from 'react';
import type { Filbild } from '../api/generated';
import { host } from '../api/host';

const PROGRAM = 'Röda tråden';

/** "Socialförvaltningen, Verksamhetsplan 2026 – Röda tråden"; the program alone while nothing is open. */
export function titleOf(file: Pick<Filbild, 'namn' | 'rubrik'> | null): string {
  const plan = [file?.namn, file?.rubrik].filter(Boolean).join(', ');
  return plan ? `${plan} – ${PROGRAM}` : PROGRAM;
}

/** Keeps the title bar, and the page's own title, up to date. */
export function useTitle(file: Filbild | null): void {
  const title = titleOf(file);
  useEffect(() => {
    document.title = title;
    // A window with an older name disturbs nobody.
    void host('host_set_title', { title }).catch(() => {});
  }, [title]);
}
