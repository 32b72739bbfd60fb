/** Reading and writing from components: TanStack Query over the one `call`. */
import { QueryClient, keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { announce } from '../app/announce';
import { toast } from '../app/toasts';
import { fileGone } from '../app/gone';
import { askWho } from '../app/who';
import { asUiError, call, type Args, type CommandName, type Reply, type Watch } from './call';
import { refetch } from './depends';
import type { Angrasteg, Changes, Commands, UiError } from './generated';

/** Everything shown comes from one local file: nothing grows stale by itself, and nothing is tried twice. */
export function newClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: Infinity, gcTime: 10 * 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Reads ahead of the component that will ask; a refusal is left for it to meet. */
export const prefetch = <K extends CommandName>(client: QueryClient, name: K, args: Args<K>): Promise<void> =>
  client.prefetchQuery({ queryKey: [name, args], queryFn: () => call(name, args) });

/** Reads; while newer data is on its way the older stays on screen. `args` null: not yet. */
export function useRead<K extends CommandName>(name: K, args: Args<K> | null): UseQueryResult<Reply<K>, UiError> {
  return useQuery<Reply<K>, UiError>({
    queryKey: [name, args],
    queryFn: () => call(name, args as Args<K>),
    enabled: args !== null,
    placeholderData: keepPreviousData,
  });
}

/** The commands that write in the plan. */
export type WriteName = { [K in CommandName]: Commands[K]['undo'] extends 'read' ? never : K }[CommandName];

export interface WriteOptions {
  /** Takes the refusal instead of a message at the foot of the window: the form shows it beside the field. */
  onError?: (error: UiError) => void;
  /** Shows the change before Rust has answered; gives back how to take it away again if it is refused. */
  optimistic?: (client: QueryClient) => () => void;
  /** What to do instead of fetching every stale read again. */
  refetch?: (client: QueryClient, changes: Changes) => Promise<void> | void;
  /** Said to listeners when it is done. */
  said?: string;
  /** Follows long work, and can stop it. */
  watch?: Watch;
}

export type Write = <K extends WriteName>(name: K, args: Args<K>, options?: WriteOptions) => Promise<Reply<K> | undefined>;

function changesOf(reply: unknown): Changes {
  if (typeof reply === 'object' && reply !== null && 'changes' in reply) return reply.changes as Changes;
  return (reply ?? {}) as Changes;
}

/** Writes one change; `undefined` when it was refused or the person would not say who they are. */
export function useWrite(): Write {
  const client = useQueryClient();
  return useCallback<Write>(
    async (name, args, options = {}) => {
      if (!(await askWho())) return undefined;
      const takeBack = options.optimistic?.(client);
      try {
        const reply = await call(name, args, options.watch);
        toast.changed();
        const changes = changesOf(reply);
        await (options.refetch ?? refetch)(client, changes);
        void client.invalidateQueries({ queryKey: ['undo_state'] });
        void client.invalidateQueries({ queryKey: ['read_program'] });
        if (options.said) announce(options.said);
        return reply;
      } catch (thrown) {
        takeBack?.();
        const error = asUiError(thrown);
        // The report stands in the plan, decided or locked, though its files could not be written beside it.
        if (error.code === 'stored_not_written') await refetch(client, { rapport: 'all' });
        if (error.code === 'gone') fileGone.set(error);
        if (options.onError) options.onError(error);
        else if (error.code !== 'gone') toast.error(error);
        return undefined;
      }
    },
    [client],
  );
}

/** At a barrier it can be tried too: the refusal says why, and what to do instead. */
const canTry = (step: Angrasteg | undefined): boolean => step !== undefined && (step.mojligt || step.hinder);

/** Undo and redo, with what they would do in words. */
export function useUndo() {
  const write = useWrite();
  const state = useRead('undo_state', {}).data;
  return useMemo(() => {
    const step = (name: 'undo' | 'redo') => async () => {
      const back = document.activeElement as HTMLElement | null;
      const done = await write(name, {});
      if (done) toast.say(done.text);
      if (back?.isConnected) back.focus();
    };
    return { state, canUndo: canTry(state?.undo), canRedo: canTry(state?.redo), undo: step('undo'), redo: step('redo') };
  }, [state, write]);
}
