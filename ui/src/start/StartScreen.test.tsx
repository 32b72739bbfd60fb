import { QueryClientProvider } from '@tanstack/react-query';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Programbild } from '../api/generated';
import { newClient } from '../api/use';
import { FileDialogs } from '../program/FileDialogs';
import { openFailure } from '../program/file';
import { StartScreen } from './StartScreen';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';

const PROGRAM: Programbild = { fil: null, vem: null, utseende: 'ljus', typsnitt: 'source_sans', zoom: 100, plats: null, paneler: null, sparat: '', natverk: '', planer: '/planer', version: '0' };
const MODELS = [
  { key: 'ledmot-2023', namn: 'Motala LedMot 2023–2026', rad: 'Nämnden ger uppdrag på styrtalet.', nivaer: ['Vision', 'Styrtal', 'Uppdrag', 'Aktivitet'] },
  { key: 'mjolby', namn: 'Mjölby', rad: 'Nämnden gör åtaganden.', nivaer: ['Kommunmål', 'Åtagande', 'Uppdrag', 'Aktivitet'] },
];
const FILE = { fil: '/planer/a.vplan', filnamn: 'a.vplan', namn: 'Socialförvaltningen', rubrik: 'Verksamhetsplan 2026', mapp: 'Dokument › Planer', exempel: false };
const LOST = { ...FILE, fil: '/usb/b.vplan', filnamn: 'b.vplan', namn: 'Kulturförvaltningen' };

const asked: { name: string; args: Record<string, unknown> }[] = [];
let refusals: Record<string, unknown> = {};

beforeEach(() => {
  asked.length = 0;
  refusals = {};
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const request = JSON.parse(init.body) as (typeof asked)[number];
    asked.push(request);
    const replies: Record<string, unknown> = {
      list_styrmodell: { year: 2027, styrmodeller: MODELS },
      list_senaste: { filer: [{ fil: FILE, nar: 'i dag 14.32', finns: true }, { fil: LOST, nar: 'i går 16.05', finns: false }] },
      forget_senaste: { filer: [{ fil: FILE, nar: 'i dag 14.32', finns: true }] },
      propose_file: { fil: '/planer/x.vplan', filnamn: 'x.vplan' },
      host_choose_save: '/planer/x.vplan',
    };
    const error = refusals[request.name];
    return new Response(JSON.stringify(error ? { error } : { ok: replies[request.name] ?? PROGRAM }));
  });
});
afterEach(() => {
  openFailure.set(null);
  vi.unstubAllGlobals();
});

const show = () =>
  render(
    <QueryClientProvider client={newClient()}>
      <StartScreen program={PROGRAM} />
      <FileDialogs />
    </QueryClientProvider>,
  );

test('the levels follow the styrmodell, and a refusal keeps what was typed', async () => {
  refusals = { propose_file: { code: 'required', message: 'Nämnd saknas.', hint: 'Fyll i nämnd.', detail: '', field: 'namnd' } };
  const screen = await show();
  await expect.element(screen.getByText('Styrtal', { exact: true })).toBeVisible();
  await screen.getByRole('radio', { name: /Mjölby/ }).click({ force: true });
  await expect.element(screen.getByText('Åtagande', { exact: true })).toBeVisible();
  await userEvent.fill(screen.getByRole('textbox', { name: 'Kommun' }), 'Granköping');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Nämnd saknas. Fyll i nämnd.')).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Kommun' })).toHaveValue('Granköping');
  expect(asked.some((r) => r.name === 'host_choose_save')).toBe(false);
});

test('a new plan goes to the place that was chosen', async () => {
  const screen = await show();
  await expect.element(screen.getByRole('textbox', { name: 'År' })).toHaveValue('2027');
  await screen.getByRole('button', { name: 'Skapa planen' }).click();
  await expect.poll(() => asked.find((r) => r.name === 'create_plan_file')?.args).toMatchObject({ fil: '/planer/x.vplan', plan: { styrmodell: 'ledmot-2023', year: 2027 } });
});

test('a file open elsewhere is said, and a copy of it can be opened', async () => {
  refusals = { open_plan: { code: 'locked', message: 'Filen är öppen hos Controller på dator 7 sedan i dag 14.32.', hint: 'Stäng filen där den är öppen, eller öppna en kopia.', detail: '', field: null } };
  const screen = await show();
  await screen.getByRole('button', { name: /Socialförvaltningen/ }).click();
  await expect.element(screen.getByRole('heading', { name: /öppen hos Controller/ })).toBeVisible();
  await screen.getByRole('button', { name: 'Öppna en kopia' }).click();
  await expect.poll(() => asked.find((r) => r.name === 'open_copy')?.args).toEqual({ fil: FILE.fil });
});

test('a lost file can be looked up or taken off the list, and the focus stays', async () => {
  const screen = await show();
  await expect.element(screen.getByRole('button', { name: /Leta upp Kulturförvaltningen/ })).toBeVisible();
  await screen.getByRole('button', { name: /Ta bort Kulturförvaltningen/ }).click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Senaste planer');
  await expect.poll(() => screen.getByRole('button', { name: /Kulturförvaltningen/ }).elements()).toEqual([]);
});

test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = 'sv';
  const screen = await show();
  await expect.element(screen.getByRole('button', { name: /Socialförvaltningen/ })).toBeVisible();
  // Away from the button where the case before left the pointer: its tooltip lies outside every landmark.
  await screen.getByRole('heading', { name: 'Röda tråden' }).hover();
  await expect.poll(() => document.querySelector('.tooltip')).toBeNull();
  const found = (await axe.run(document.body)).violations;
  expect(found.map((v) => [v.id, v.nodes.map((n) => n.html)])).toEqual([]);
});
