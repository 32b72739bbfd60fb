/** Open, save a copy, close. Helper `program` replaces this. */
import type { QueryClient } from '@tanstack/react-query';
import { call } from '../api/call';
import type { Filbild } from '../api/generated';

/** Opens a plan; everything on screen is read anew. */
export async function openPlan(client: QueryClient, fil: string): Promise<void> {
  await call('open_plan', { fil });
  await client.resetQueries();
}

export function useFileCommands(_file: Filbild | null): void {}
