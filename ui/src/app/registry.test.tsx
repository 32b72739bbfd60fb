import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Filbild, Programbild } from '../api/generated';
import { newClient } from '../api/use';
import { commandHits } from '../sok/hits';
import { App } from './App';
import { allCommands } from './commands';
import { placeStore, type ScreenName } from './place';

const FILE: Filbild = { fil: '/planer/a.vplan', filnamn: 'a.vplan', namn: 'Socialförvaltningen', rubrik: 'Verksamhetsplan 2026', mapp: 'Planer', exempel: false };
const PROGRAM: Programbild = { fil: FILE, vem: 'Controller', utseende: 'ljus', typsnitt: 'source_sans', zoom: 100, plats: null, paneler: null, sparat: '', natverk: '', planer: '/planer', version: '0' };
const SCREENS: readonly ScreenName[] = ['plan', 'inlasning', 'uppfoljning', 'ekonomi', 'rapport', 'historik', 'installning'];

/** What a person may look for wherever they are: what they type, and what it is called. */
const EVERYWHERE = [
  ['kontrollera', 'Kontrollera filen'],
  ['återställ', 'Säkerhetskopior …'],
  ['säkerhetskopiera', 'Säkerhetskopiera nu'],
  ['befattning', 'Byt befattning …'],
  ['ny plan', 'Ny plan …'],
  ['läs in fil', 'Läs in fil …'],
  ['visa som text', 'Visa som text'],
  ['skriv ut', 'Skriv ut rapporten …'],
  ['pdf', 'Spara rapporten som PDF …'],
  ['excel', 'Spara rapporten som Excel …'],
  ['arkiv rapport', 'Arkiv …'],
  ['ny uppföljning', 'Ny uppföljning …'],
  ['nytt verksamhetsår', 'Nytt verksamhetsår …'],
  ['version', 'Om programmet'],
] as const;

const OF_A_REPORT: ReadonlySet<string> = new Set(['Skriv ut rapporten …', 'Spara rapporten som PDF …', 'Spara rapporten som Excel …']);

let file: Filbild | null = FILE;

beforeEach(() => {
  file = FILE;
  vi.stubGlobal('fetch', (_url: string, init: { body: string }) => {
    const { name } = JSON.parse(init.body) as { name: string };
    const reply = name === 'read_program' ? { ok: { ...PROGRAM, fil: file } } : name.startsWith('host_') ? { ok: null } : { error: { code: 'none', message: 'Inget här.', hint: '', detail: '', field: null } };
    return Promise.resolve(new Response(JSON.stringify(reply)));
  });
});
afterEach(() => vi.unstubAllGlobals());

const show = () =>
  render(
    <QueryClientProvider client={newClient()}>
      <App />
    </QueryClientProvider>,
  );

/** Shortcuts that more than one command answers to. */
const shared = () => {
  const keyed = allCommands().filter((command) => command.shortcut);
  return keyed.filter((one) => keyed.some((other) => other !== one && other.shortcut === one.shortcut)).map((one) => `${one.shortcut}: ${one.id}`);
};

test('each is found on every screen, once, and no two commands have the same key', async () => {
  await show();
  for (const screen of SCREENS) {
    placeStore.set({ screen });
    await expect.poll(() => document.querySelector(`[data-screen=${screen}]`), { timeout: 8000 }).not.toBeNull();
    for (const [typed, label] of EVERYWHERE) {
      const found = commandHits(allCommands(), typed).map((hit) => hit.title);
      // No report could be read here: on its own screen what is done with it cannot be run, and says so by not being found.
      if (screen !== 'rapport' || !OF_A_REPORT.has(label)) expect(found, `${screen}: ${typed}`).toContain(label);
    }
    const labels = allCommands().map((command) => `${command.group}: ${command.label}`);
    expect(labels, screen).toEqual([...new Set(labels)]);
    expect(shared(), screen).toEqual([]);
  }
}, 30_000);

test('on the start page there is a new plan to make, and nothing of a file', async () => {
  file = null;
  await show();
  await expect.poll(() => document.querySelector('main.start')).not.toBeNull();
  const labels = allCommands().map((command) => command.label);
  expect(labels).toContain('Ny plan …');
  expect(labels).not.toContain('Kontrollera filen');
  expect(shared()).toEqual([]);
});
