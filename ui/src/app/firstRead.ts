/** What the first screen shows, fetched before anything is drawn: the window is then drawn once, and not first without its rows. */
import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { prefetch } from '../api/use';
import { placeStore } from './place';

/** True when the first screen's rows are there, or cannot be had: the screen says why. */
export function useFirstRead(isOpen: boolean | undefined): boolean {
  const client = useQueryClient();
  const [read, setRead] = useState(false);
  // Without waiting for the empty page to be drawn.
  useLayoutEffect(() => {
    if (isOpen === undefined || read) return;
    const { screen, period } = placeStore.get();
    const rows = isOpen && screen === 'plan' ? prefetch(client, 'read_plantrad', { period }) : Promise.resolve();
    void rows.then(() => setRead(true));
  }, [client, isOpen, read]);
  return read;
}
