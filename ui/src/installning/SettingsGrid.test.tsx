import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Befattningsrad, Installningsbild, Organisationsrad, Uppfoljningstid } from '../api/generated';
import { newClient } from '../api/use';
import { allCommands, runCommand } from '../app/commands';
import { useFocusKept } from '../app/focus';
import { placeStore } from '../app/place';
import { store } from '../app/store';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid.css';
import { BefattningSection } from './BefattningSection';
import { OrganisationSection } from './OrganisationSection';
import { UppfoljningSection } from './UppfoljningSection';

const person = (titel: string): Befattningsrad => ({ id: titel, titel, namn: '', anvands: '' });
const unit = (namn: string, niva: number, parent_id: string | null, slag: Organisationsrad['slag'], under: Organisationsrad['slag']): Organisationsrad => ({
  id: namn, parent_id, niva, namn, kod: '', slag, slag_ord: slag, chef_id: null, chef: '', under,
});
const befattning = store<Befattningsrad[]>([]);
const organisation = store<Organisationsrad[]>([]);
const uppfoljning = store<Uppfoljningstid[]>([]);
const period = (id: string): Uppfoljningstid => ({ id, slag: 'manad', slag_ord: 'Månadsrapport', period: id, period_ord: id, deadline_enhet: null, deadline_namnd: null, state: 'oppen', state_ord: 'Öppen' });
const SECTIONS = { befattning: BefattningSection, organisation: OrganisationSection, uppfoljning: UppfoljningSection };
const SLAG = [['namnd', 'Nämnd'], ['forvaltning', 'Förvaltning'], ['verksamhetsomrade', 'Verksamhetsområde'], ['enhet', 'Enhet']].map(([kod, ord]) => ({ kod, ord }));
let sent: { name: string; args: Record<string, unknown> }[] = [];

beforeEach(() => {
  sent = [];
  placeStore.set({ screen: 'installning' });
  befattning.set([person('Controller'), person('Enhetschef')]);
  uppfoljning.set([period('2026-10')]);
  organisation.set([unit('Nämnden', 1, null, 'namnd', 'forvaltning'), unit('Förvaltningen', 2, 'Nämnden', 'forvaltning', 'enhet'), unit('Norr', 3, 'Förvaltningen', 'enhet', 'enhet'), unit('Söder', 3, 'Förvaltningen', 'enhet', 'enhet')]);
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const request = JSON.parse(init.body as string) as { name: string; args: Record<string, unknown> };
    if (/^(create|update)_/.test(request.name)) sent.push(request);
    if (request.name === 'create_befattning' && request.args.titel === 'Controller') return new Response(JSON.stringify({ error: { code: 'duplicate', message: 'Befattningen finns redan.', hint: '', detail: '', field: 'titel' } }));
    if (request.name === 'read_period') return new Response(JSON.stringify(request.args.text === '2026-11' ? { ok: { period: '2026-11' } } : { error: { code: 'not_a_period', message: 'Motorns skäl.', hint: 'Motorns råd.', detail: '', field: 'period' } }));
    const ok = { id: 'ny', changes: {} };
    if (request.name === 'create_befattning') befattning.set([...befattning.get(), { ...person(request.args.titel as string), id: 'ny' }]);
    if (request.name === 'create_uppfoljning') uppfoljning.set([{ ...period(request.args.period as string), id: 'ny' }, ...uppfoljning.get()]);
    return new Response(JSON.stringify({ ok }));
  });
});
afterEach(() => vi.unstubAllGlobals());

function Page({ of }: { of: keyof typeof SECTIONS }) {
  useFocusKept();
  const plan = { befattning: befattning.use(), organisation: organisation.use(), organisationsslag: SLAG, uppfoljning: uppfoljning.use(), nasta_period: '2026-11' } as unknown as Installningsbild;
  const Section = SECTIONS[of];
  return <main tabIndex={-1} style={{ height: 500, display: 'flex' }}><Section plan={plan} /></main>;
}
const show = (of: keyof typeof SECTIONS) =>
  render(
    <QueryClientProvider client={newClient()}>
      <Page of={of} />
    </QueryClientProvider>,
  );

test('Infoga opens an empty row; what is typed is written with Retur', async () => {
  const screen = await show('befattning');
  (screen.getByRole('rowheader', { name: 'Controller' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Insert}');
  const field = screen.getByRole('textbox', { name: 'Befattning' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('');
  expect(sent, 'nothing is in the file yet').toEqual([]);
  await userEvent.keyboard('Kvalitetsutvecklare{Enter}');
  await expect.element(screen.getByRole('rowheader', { name: 'Kvalitetsutvecklare' })).toHaveFocus();
  expect(sent.map((request) => request.args)).toEqual([{ titel: 'Kvalitetsutvecklare' }]);
  expect(screen.getByRole('row').elements(), 'the heads and three').toHaveLength(4);
});

test.for(['{Escape}', '{Enter}'])('%s in the empty row leaves nothing behind, and gives back the focus', async (key) => {
  const screen = await show('befattning');
  (screen.getByRole('rowheader', { name: 'Controller' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Insert}');
  await expect.element(screen.getByRole('textbox', { name: 'Befattning' })).toHaveFocus();
  await userEvent.keyboard(key);
  await expect.element(screen.getByRole('rowheader', { name: 'Controller' })).toHaveFocus();
  expect(screen.getByRole('row').elements(), 'the heads and two').toHaveLength(3);
  expect(sent).toEqual([]);
});

test('a refusal stands beside the field and the typing is kept', async () => {
  const screen = await show('befattning');
  await screen.getByRole('button', { name: 'Ny befattning' }).click();
  await expect.element(screen.getByRole('textbox', { name: 'Befattning' })).toHaveFocus();
  await userEvent.keyboard('Controller{Enter}');
  await expect.element(screen.getByText('Befattningen finns redan.')).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Befattning' })).toHaveValue('Controller');
});

test('the organisation says what is added and where', async () => {
  const screen = await show('organisation');
  (screen.getByRole('rowheader', { name: 'Norr' }).element() as HTMLElement).click();
  await expect.element(screen.getByRole('button', { name: 'Lägg till enhet under Förvaltningen' })).toBeVisible();
  (screen.getByRole('rowheader', { name: 'Nämnden' }).element() as HTMLElement).click();
  await screen.getByRole('button', { name: 'Lägg till förvaltning under Nämnden' }).click();
  await expect.element(screen.getByRole('textbox', { name: 'Namn' })).toHaveFocus();
  await userEvent.keyboard('Utbildning{Enter}');
  await vi.waitFor(() => expect(sent.map((request) => request.args)).toEqual([{ namn: 'Utbildning', parent_id: 'Nämnden', slag: 'forvaltning' }]));
});

test('what is done with a row is in the menu and the palette too, each with its key', async () => {
  const screen = await show('organisation');
  (screen.getByRole('rowheader', { name: 'Norr' }).element() as HTMLElement).click();
  const keys = () => allCommands().filter((command) => command.enabled !== false).map((command) => `${command.shortcut} ${command.label}`);
  await expect.poll(keys).toEqual([
    'Insert Lägg till enhet under Förvaltningen',
    'F2 Ändra raden',
    'Delete Ta bort',
    'Alt+ArrowUp Flytta uppåt',
    'Alt+ArrowDown Flytta nedåt',
    'Alt+ArrowLeft Flytta ut ur sin överordnade rad',
    'Alt+ArrowRight Flytta in under raden ovanför',
  ]);
  runCommand('setting-edit');
  await expect.element(screen.getByRole('textbox', { name: 'Namn' })).toHaveValue('Norr');
});

test('a new follow-up stands first with its month proposed, and is written when the month is taken', async () => {
  const screen = await show('uppfoljning');
  (screen.getByRole('rowheader', { name: '2026-10' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Insert}');
  const field = screen.getByRole('textbox', { name: 'Period' });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('2026-11');
  expect(document.querySelectorAll('[role=row]')[1]?.getAttribute('data-id'), 'above the newest').toBe('new');
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('rowheader', { name: '2026-10' })).toHaveFocus();
  expect(sent, 'Esc leaves nothing behind').toEqual([]);
  await userEvent.keyboard('{Insert}');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('november{Enter}');
  await expect.element(screen.getByText('Motorns skäl.')).toBeVisible();
  await expect.element(field).toHaveValue('november');
  expect(sent, 'what was refused is not written').toEqual([]);
  await userEvent.keyboard('{Control>}a{/Control}2026-11{Enter}');
  await expect.element(screen.getByRole('rowheader', { name: '2026-11' })).toHaveFocus();
  expect(sent.map((request) => request.args)).toEqual([{ period: '2026-11', slag: 'manad' }]);
});

test('a month is written over in its cell, and what is refused stays there', async () => {
  const screen = await show('uppfoljning');
  (screen.getByRole('rowheader', { name: '2026-10' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{F2}{Control>}a{/Control}november{Enter}');
  await expect.element(screen.getByText('Motorns skäl.')).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Period' })).toHaveValue('november');
  expect(sent).toEqual([]);
  await userEvent.keyboard('{Control>}a{/Control}2026-11{Enter}');
  await expect.poll(() => sent.map((request) => request.args)).toEqual([{ id: '2026-10', patch: { period: '2026-11' } }]);
});
