/** The screen's one read, following what is being typed: the preview is laid over the plan until the text is saved. */
import { keepPreviousData, useIsFetching, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLayoutEffect, useState } from 'react';
import { call } from '../api/call';
import type { NyAvsnittstext, Rapportbild, Rapportbildval, Rapportval, UiError } from '../api/generated';

/** Answers to half-written texts are soon forgotten. */
const FORGET_MS = 5_000;

/** Which version is looked at: the one in force (or the draft), the draft, or a stored one by id. */
export type Version = 'gallande' | 'utkast' | { id: string };

/** What is typed: at once, and while pages are on their way, when they have come. */
function useFollowed<T>(value: T): T {
  const [followed, setFollowed] = useState(value);
  const busy = useIsFetching({ queryKey: ['read_rapportbild'] }) > 0;
  // Before the page is drawn: the engine lays out meanwhile.
  useLayoutEffect(() => {
    if (!busy || value === null) setFollowed(value);
  }, [value, busy]);
  return followed;
}

export function useRapport(val: Rapportval, version: Version, writing: NyAvsnittstext | null): UseQueryResult<Rapportbild, UiError> {
  const skriver = useFollowed(writing);
  const args: Rapportbildval = {
    val,
    ...(version === 'utkast' && { utkast: true }),
    ...(typeof version === 'object' && { rapport: version.id }),
    ...(skriver && { skriver }),
  };
  return useQuery<Rapportbild, UiError>({
    queryKey: ['read_rapportbild', args],
    queryFn: () => call('read_rapportbild', args),
    placeholderData: keepPreviousData,
    ...(skriver && { gcTime: FORGET_MS }),
  });
}
