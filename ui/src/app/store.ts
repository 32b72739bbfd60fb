/** A value outside React that components follow: for the few things that the whole window shares. */
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  get: () => T;
  set: (next: T) => void;
  use: () => T;
  follow: (heard: () => void) => () => void;
}

export function store<T>(first: T): Store<T> {
  let value = first;
  const followers = new Set<() => void>();
  const follow = (heard: () => void) => {
    followers.add(heard);
    return () => void followers.delete(heard);
  };
  const get = () => value;
  const set = (next: T) => {
    if (Object.is(next, value)) return;
    value = next;
    followers.forEach((heard) => heard());
  };
  return { get, set, follow, use: () => useSyncExternalStore(follow, get) };
}
