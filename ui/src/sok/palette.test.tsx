import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { useCommands } from '../app/commands';
import { useKeys } from '../app/keys';
import { placeStore } from '../app/place';
import { Palette } from './Palette';
import { commandHits } from './hits';

const FOUND = { traffar: [{ kind: 'aktivitet', id: 'a1', slag: 'Aktivitet', kod: '1.2', titel: 'Rekrytera', plats: 'Peter Åkesson', status: 'forsenad', status_ord: 'Försenad' }], fler: 0 };

afterEach(() => vi.unstubAllGlobals());

function Window({ run }: { run: () => void }) {
  useKeys();
  useCommands([{ id: 'backup', label: 'Säkerhetskopiera nu', group: 'Arkiv', run }]);
  return (
    <>
      <button type="button">Förut</button>
      <Palette />
    </>
  );
}

async function opened(run = () => {}) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ok: FOUND }))));
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <Window run={run} />
    </QueryClientProvider>,
  );
  screen.getByRole('button', { name: 'Förut' }).element().focus();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(screen.getByRole('combobox')).toHaveFocus();
  return screen;
}

test('a thing is found and shown with the keyboard alone', async () => {
  placeStore.set({ screen: 'plan' });
  const screen = await opened();
  await userEvent.keyboard('åke');
  await expect.element(screen.getByRole('option', { name: /Rekrytera/ })).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('combobox')).not.toBeInTheDocument();
  await vi.waitFor(() => expect(placeStore.get().thing).toEqual({ kind: 'aktivitet', id: 'a1' }));
});

test('commands stand there from the start, and Esc gives the focus back', async () => {
  const run = vi.fn();
  const screen = await opened(run);
  await expect.element(screen.getByRole('option', { name: /Säkerhetskopiera nu/ })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('button', { name: 'Förut' })).toHaveFocus();
  expect(run).not.toHaveBeenCalled();
});

test('a command answers to the beginnings of its words, without marks on the letters', () => {
  const command = { id: 'x', label: 'Återställ från säkerhetskopia', group: 'Arkiv' as const, run: () => {} };
  expect(commandHits([command], 'ater sak')).toHaveLength(1);
  expect(commandHits([command], 'kopia')).toHaveLength(0);
});
