/** Pages of history, fetched as they are scrolled to. A search goes on through the log until a page has something to show. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import type { Historikpost, Historikslag, UiError } from '../api/generated';

export interface Historikfilter {
  vem: string | null;
  slag: Historikslag | null;
  text: string;
}

/** Nothing chosen: everything. */
export const ALL: Historikfilter = { vem: null, slag: null, text: '' };

interface Page {
  poster: Historikpost[];
  nasta: number | null;
}

/** Stretches of the log that are looked through in one go when nothing in them fits. */
const STRETCHES = 8;

async function page(filter: Historikfilter, thing: string | undefined, from: number | undefined): Promise<Page> {
  let before = from;
  let last: Page = { poster: [], nasta: null };
  for (let i = 0; i < STRETCHES; i += 1) {
    last = await call('read_historik', {
      ...(before === undefined ? {} : { before }),
      ...(filter.vem === null ? {} : { vem: filter.vem }),
      ...(filter.slag === null ? {} : { slag: filter.slag }),
      ...(filter.text === '' ? {} : { text: filter.text }),
      ...(thing === undefined ? {} : { thing }),
    });
    if (last.poster.length > 0 || last.nasta === null) break;
    before = last.nasta;
  }
  return last;
}

export function useHistorik(filter: Historikfilter, thing?: string) {
  return useInfiniteQuery<Page, UiError, Historikpost[], readonly unknown[], number | undefined>({
    queryKey: ['read_historik', filter, thing],
    queryFn: ({ pageParam }) => page(filter, thing, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.nasta ?? undefined,
    select: (data) => data.pages.flatMap((p) => p.poster),
  });
}
