import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { useKeys } from '../app/keys';
import { placeStore } from '../app/place';
import { useFileCommands } from '../program/file';
import { Palette } from './Palette';
import type { Soksvar } from '../api/generated';
import { commandHits, thingHits } from './hits';

const FOUND = { traffar: [{ kind: 'aktivitet', id: 'a1', slag: 'Aktivitet', kod: '1.2', titel: 'Rekrytera', plats: 'Peter Åkesson', status: 'forsenad', status_ord: 'Försenad' }], fler: 0 };

const asked: string[] = [];

afterEach(() => vi.unstubAllGlobals());

const FILE = { fil: '/planer/a.vplan', filnamn: 'a.vplan', namn: 'Socialförvaltningen', rubrik: 'Verksamhetsplan 2026', mapp: 'Planer', exempel: false };

function Window() {
  useKeys();
  useFileCommands(FILE);
  return (
    <>
      <button type="button">Förut</button>
      <Palette />
    </>
  );
}

async function opened() {
  asked.length = 0;
  vi.stubGlobal('fetch', (_url: string, init: { body: string }) => {
    asked.push((JSON.parse(init.body) as { name: string }).name);
    return Promise.resolve(new Response(JSON.stringify({ ok: FOUND })));
  });
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <Window />
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

test('Retur takes what answers to the whole text, though the answer is late', async () => {
  placeStore.set({ screen: 'plan' });
  const screen = await opened();
  const other = { traffar: [{ ...FOUND.traffar[0], id: 'a2', titel: 'Åka buss' }], fler: 0 };
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const { args } = JSON.parse(init.body) as { args: { text: string } };
    if (args.text === 'åke') await new Promise((resolve) => setTimeout(resolve, 300));
    return new Response(JSON.stringify({ ok: args.text === 'åke' ? FOUND : other }));
  });
  await userEvent.keyboard('åk');
  await expect.element(screen.getByRole('option', { name: /Åka buss/ })).toBeVisible();
  await userEvent.keyboard('e{Enter}');
  await vi.waitFor(() => expect(placeStore.get().thing).toEqual({ kind: 'aktivitet', id: 'a1' }));
});

test('commands stand there from the start, and Esc gives the focus back', async () => {
  const screen = await opened();
  await expect.element(screen.getByRole('option', { name: /Säkerhetskopiera nu/ })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('button', { name: 'Förut' })).toHaveFocus();
  expect(asked).not.toContain('backup');
});

test('a command is found and run with the keyboard alone', async () => {
  await opened();
  await userEvent.keyboard('säkerhetskopiera');
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await vi.waitFor(() => expect(asked).toContain('backup'));
});

test.for([
  [{ kind: 'driftrad', id: 'd1', period: null, rapport: null }, { screen: 'ekonomi', thing: { kind: 'driftrad', id: 'd1' } }],
  [{ kind: 'verksamhet', id: 'v1', period: null, rapport: null }, { screen: 'ekonomi', thing: { kind: 'verksamhet', id: 'v1' } }],
  [{ kind: 'uppfoljning', id: 'u1', period: '2026-08', rapport: null }, { screen: 'uppfoljning', period: '2026-08' }],
  [{ kind: 'rapport', id: 'r1', period: '2026-09', rapport: { slag: 'manad', enhet: null } }, { screen: 'rapport', period: '2026-09', part: undefined, thing: { kind: 'rapport', id: 'r1' } }],
  [{ kind: 'rapport', id: '', period: '2026-12', rapport: { slag: 'verksamhetsplan', enhet: 'e1' } }, { screen: 'rapport', period: '2026-10', part: 'verksamhetsplan/2026-12/e1' }],
] as const)('what is found is gone to: %o', ([found, there]) => {
  placeStore.set({ screen: 'plan', period: '2026-10' });
  const thing = { ...found, slag: '', kod: '', titel: 'Sökt', plats: '', status: null, status_ord: '' };
  thingHits({ traffar: [thing], fler: 0 } as Soksvar)[0]?.run();
  expect(placeStore.get()).toMatchObject(there);
});

test('a command answers to the beginnings of its words, without marks on the letters', () => {
  const command = { id: 'x', label: 'Återställ från säkerhetskopia', group: 'Arkiv' as const, run: () => {} };
  expect(commandHits([command], 'ater sak')).toHaveLength(1);
  expect(commandHits([command], 'kopia')).toHaveLength(0);
});
