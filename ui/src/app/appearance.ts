/** Light or dark, font and zoom, as the person has chosen; the system decides where nothing is chosen. */
import { useEffect, useSyncExternalStore } from 'react';
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
    // Every measure of the window is in rem, so the text's size is the zoom.
    document.documentElement.style.fontSize = `${zoom}%`;
  }, [zoom]);
}
