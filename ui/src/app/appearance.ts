/** Light or dark, font and zoom, as the person has chosen; the system decides where nothing is chosen. */
import { useEffect, useSyncExternalStore } from 'react';
import { host } from '../api/host';
import type { Programbild } from '../api/generated';

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = (heard: () => void) => {
  dark.addEventListener('change', heard);
  return () => dark.removeEventListener('change', heard);
};

export function useAppearance(program: Programbild | undefined): void {
  const systemIsDark = useSyncExternalStore(follow, () => dark.matches);
  const { utseende = 'system', typsnitt = 'source_sans', zoom = 100 } = program ?? {};
  useEffect(() => {
    const isDark = utseende === 'mork' || (utseende === 'system' && systemIsDark);
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [utseende, systemIsDark]);
  useEffect(() => {
    document.documentElement.dataset.font = typsnitt;
  }, [typsnitt]);
  useEffect(() => {
    // The web view enlarges everything and breaks the layout where a narrow window would; a browser has a zoom of its own.
    void host('host_set_zoom', { factor: zoom / 100 }).catch(() => {});
  }, [zoom]);
}
