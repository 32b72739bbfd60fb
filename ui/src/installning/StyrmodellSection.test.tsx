import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Installningsbild, Nivarad } from '../api/generated';
import { newClient } from '../api/use';
import { useFocusKept } from '../app/focus';
import { placeStore } from '../app/place';
import { store } from '../app/store';
import { whoIsKnown } from '../app/who';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid.css';
import { StyrmodellSection } from './StyrmodellSection';

const level = (singular: string, bort = ''): Nivarad => ({
  id: singular, singular, plural: `${singular}er`, beslutas_av: 'kf', beslutas_av_ord: 'Kommunfullmäktige', bar_matetal: false, bar_uppdrag: false, bedomning: 'ingen', bedomning_ord: 'Ingen sammanvägd bedömning', anvands: '', bort,
});
const nivaer = store<Nivarad[]>([]);
let sent: { name: string; args: Record<string, unknown> }[] = [];

/** Enough of the engine to add, change, move and take away levels. */
function answer(name: string, args: { id: string; patch: Partial<Nivarad>; after: string | null; below: string | null; niva: { singular: string } }) {
  const all = nivaer.get();
  const without = all.filter((n) => n.id !== args.id);
  const put = (list: Nivarad[], row: Nivarad, after: string | null) => list.toSpliced(list.findIndex((n) => n.id === after) + 1, 0, row);
  if (name === 'create_niva') nivaer.set(put(all, level(args.niva.singular), args.below));
  if (name === 'update_niva') nivaer.set(all.map((n) => (n.id === args.id ? { ...n, ...args.patch } : n)));
  if (name === 'delete_niva') nivaer.set(without);
  if (name === 'move_niva') nivaer.set(put(without, all.find((n) => n.id === args.id) ?? level(''), args.after));
  return name === 'create_niva' ? { id: args.niva.singular, changes: {} } : {};
}

beforeEach(() => {
  sent = [];
  placeStore.set({ screen: 'installning' });
  whoIsKnown.set(true);
  nivaer.set([level('Vision'), level('Område', '3 områden tas bort.'), level('Styrtal')]);
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const { name, args } = JSON.parse(init.body as string);
    if (name.endsWith('_niva')) sent.push({ name, args });
    return new Response(JSON.stringify({ ok: name.endsWith('_niva') ? answer(name, args) : {} }));
  });
});
afterEach(() => vi.unstubAllGlobals());

function Page() {
  useFocusKept();
  const styrmodell = { namn: 'Trelleborg', nivaer: nivaer.use(), beslutsfattare: [{ kod: 'kf', ord: 'Kommunfullmäktige' }], bedomningar: [{ kod: 'regel_b', ord: 'Regel B: alla nyckeltal' }] };
  return <main tabIndex={-1} style={{ height: 500, display: 'flex' }}><StyrmodellSection plan={{ styrmodell } as unknown as Installningsbild} /></main>;
}

async function opened() {
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <Page />
    </QueryClientProvider>,
  );
  const at = (name: string) => (screen.getByRole('rowheader', { name, exact: true }).element() as HTMLElement).click();
  return { screen, at };
}
const names = () => nivaer.get().map((n) => n.singular);

test('a level is added below the chosen one and changed in place, by key alone', async () => {
  const { screen, at } = await opened();
  await expect.element(screen.getByText('Planen är gjord efter Trelleborg.')).toBeVisible();
  at('Vision');
  await userEvent.keyboard('{ArrowDown}{Insert}');
  await expect.element(screen.getByRole('textbox', { name: 'Nivå' })).toHaveFocus();
  expect(sent, 'nothing is in the file yet').toEqual([]);
  await userEvent.keyboard('Delmål{Enter}');
  await expect.element(screen.getByRole('rowheader', { name: 'Delmål' })).toHaveFocus();
  expect(names()).toEqual(['Vision', 'Område', 'Delmål', 'Styrtal']);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{Enter}');
  await expect.element(screen.getByRole('searchbox', { name: 'Sök bär uppdrag' })).toHaveFocus();
  await userEvent.keyboard('Ja{ArrowDown}{Enter}');
  await vi.waitFor(() => expect(sent.at(-1)).toEqual({ name: 'update_niva', args: { id: 'Delmål', patch: { bar_uppdrag: true } } }));
});

test('Alt with an arrow moves a level, and not past the ends', async () => {
  const { screen, at } = await opened();
  at('Styrtal');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await vi.waitFor(() => expect(names()).toEqual(['Vision', 'Styrtal', 'Område']));
  await expect.element(screen.getByRole('rowheader', { name: 'Styrtal' })).toHaveFocus();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await vi.waitFor(() => expect(names()).toEqual(['Styrtal', 'Vision', 'Område']));
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await vi.waitFor(() => expect(names()).toEqual(['Vision', 'Styrtal', 'Område']));
  expect(sent.map((s) => s.args.after)).toEqual(['Vision', null, 'Vision']);
});

test('a level with mål is asked about before it is removed; one without goes at once', async () => {
  const { screen, at } = await opened();
  at('Område');
  await userEvent.keyboard('{Delete}');
  await expect.element(screen.getByText('3 områden tas bort. Det går att ångra.')).toBeVisible();
  expect(sent).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('rowheader', { name: 'Område' })).toHaveFocus();
  await userEvent.keyboard('{Delete}');
  await screen.getByRole('button', { name: 'Ta bort nivån' }).click();
  await vi.waitFor(() => expect(names()).toEqual(['Vision', 'Styrtal']));
  at('Vision');
  await userEvent.keyboard('{Delete}');
  await vi.waitFor(() => expect(names()).toEqual(['Styrtal']));
});
