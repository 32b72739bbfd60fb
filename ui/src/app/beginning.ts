/** The beginning of a page: the file the program was started with, and a word when an earlier page died. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import { host, onHost } from '../api/host';
import { openPlan } from '../program/file';
import { toast } from './toasts';

/** True when the window may be shown: what was asked for at the start is open, or was refused in words. */
export function useBeginning(): boolean {
  const client = useQueryClient();
  const [begun, setBegun] = useState(false);
  useLayoutEffect(() => {
    const begin = async () => {
      const news = await host('host_start', {});
      if (news?.restarted) toast.say('Fönstret startades om. Allt som var sparat finns kvar.');
      if (!news?.path) return;
      // Opened while the page was loading; what was refused is asked for again here, where it can be explained.
      if (news.opened) await client.resetQueries();
      else await openPlan(client, news.path);
    };
    void begin()
      .catch(() => {})
      .finally(() => setBegun(true));
  }, [client]);
  useEffect(() => onHost('open-file', ({ path }) => void openPlan(client, path)), [client]);
  return begun;
}
