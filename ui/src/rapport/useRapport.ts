/** The screen's one read, following what is being typed: the preview is laid over the plan until the text is saved. */
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../api/call';
import type { NyAvsnittstext, Rapportbild, Rapportbildval, Rapportval, UiError } from '../api/generated';

/** Typing rests this long before the pages follow; with the layout it stays well within 300 ms. */
const REST_MS = 120;
/** Answers to half-written texts are soon forgotten. */
const FORGET_MS = 5_000;

/** Which version is looked at: the one in force (or the draft), the draft, or a stored one by id. */
export type Version = 'gallande' | 'utkast' | { id: string };

function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), value === null ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

export function useRapport(val: Rapportval, version: Version, writing: NyAvsnittstext | null): UseQueryResult<Rapportbild, UiError> {
  const skriver = useRested(writing);
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
