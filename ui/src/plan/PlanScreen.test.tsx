import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { whoIsKnown } from '../app/who';
import { runCommand } from '../app/commands';
import { placeStore, START } from '../app/place';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/grid.css';
import '../shared/parts.css';
import '../app/frame.css';
import { pastedLines } from './NewRow';
import PlanScreen from './PlanScreen';

interface Row {
  slag: string;
  id: string;
  djup: number;
  foralder?: number;
  niva?: number;
  nr?: string;
  titel: string;
}

const YEARS = [
  { ar: 2026, period: '2026-10', ord: 'pågår' },
  { ar: 2027, period: '2027-10', ord: 'planeras' },
];

/** A plan of one uppdrag behind the bridge: enough of the engine to add, take away and take back. */
function fakeEngine() {
  const calls: { name: string; args: Record<string, unknown> }[] = [];
  const head: Row[] = [
    { slag: 'mal', id: 'm', djup: 0, niva: 0, titel: 'Nära' },
    { slag: 'uppdrag', id: 'u', djup: 1, foralder: 0, nr: '1', titel: 'Korta väntan' },
  ];
  let aktiviteter = ['Mottagning', 'Rekrytering', 'Digitalt stöd'];
  let before: string[] = [];
  const rader = () => [...head, ...aktiviteter.map((titel) => ({ slag: 'aktivitet', id: `a-${titel}`, djup: 2, foralder: 1, titel }))];
  const nivaer = [{ id: 'n', singular: 'Styrtal', plural: 'Styrtal', bar_uppdrag: true, bar_matetal: true }];
  const keep = <T,>(next: string[], reply: T) => ((before = aktiviteter), (aktiviteter = next), reply);
  const changes = { aktivitet: 'all' };
  const answers: Record<string, (args: { titlar: string[]; id: string; period?: string }) => unknown> = {
    read_plantrad: ({ period = '2026-10' }) => ({ period, ar: Number(period.slice(0, 4)), stangt: false, verksamhetsar: YEARS, nivaer, enheter: [], statusord: [], rader: rader(), brister: [], sammanfattning: '' }),
    undo_state: () => ({ undo: { mojligt: true, hinder: false, text: 'Ångra' }, redo: { mojligt: false, hinder: false, text: 'Gör om' } }),
    create_aktiviteter: ({ titlar }) => keep([...aktiviteter, ...titlar], { id: titlar.map((t) => `a-${t}`), changes }),
    delete_aktivitet: ({ id }) => keep(aktiviteter.filter((t) => `a-${t}` !== id), changes),
    undo: () => keep(before, { text: 'Ångrat', changes }),
  };
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const { name, args } = JSON.parse(init.body);
    calls.push({ name, args });
    const answer = answers[name];
    if (name.startsWith('create_')) await new Promise((resolve) => setTimeout(resolve, takes));
    const error = { code: 'not_found', message: 'Finns inte.', hint: '', detail: '', field: null };
    return new Response(JSON.stringify(answer ? { ok: answer(args) } : { error }));
  });
  return calls;
}

/** How long a write takes. */
let takes = 0;
let calls: ReturnType<typeof fakeEngine>;
beforeEach(() => {
  takes = 0;
  calls = fakeEngine();
  whoIsKnown.set(true);
  placeStore.set({ ...START, thing: { kind: 'uppdrag', id: 'u' } });
});
afterEach(() => vi.unstubAllGlobals());

const focused = () => document.activeElement?.closest<HTMLElement>('[role=row]')?.dataset.id;

async function opened() {
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <div style={{ height: 700, display: 'grid' }}>
        <PlanScreen />
      </div>
    </QueryClientProvider>,
  );
  const row = screen.getByRole('row', { name: /Korta väntan/ });
  await expect.element(row).toBeVisible();
  row.element().querySelector<HTMLElement>('[data-column="0"]')?.focus();
  return screen;
}

test('Infoga opens a row in the uppdrag; Retur adds and stays, Esc leaves', async () => {
  const screen = await opened();
  await userEvent.keyboard('{Insert}');
  const field = screen.getByRole('textbox', { name: 'Skriv en ny aktivitet' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Fjärde{Enter}');
  await expect.element(screen.getByRole('row', { name: /Fjärde/ })).toBeVisible();
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => field.query()).toBeNull();
  expect(focused()).toBe('a-Fjärde');
});

test('the next is typed while the one before is being added', async () => {
  takes = 150;
  const screen = await opened();
  await userEvent.keyboard('{Insert}');
  await expect.element(screen.getByRole('textbox', { name: 'Skriv en ny aktivitet' })).toHaveFocus();
  await userEvent.keyboard('Fjärde{Enter}Femte{Enter}Sjät');
  await expect.element(screen.getByRole('row', { name: /Femte/ }), { timeout: 3_000 }).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Skriv en ny aktivitet' })).toHaveValue('Sjät');
  expect(calls.filter((c) => c.name === 'create_aktiviteter').map((c) => c.args.titlar)).toEqual([['Fjärde'], ['Femte']]);
});

test('pasted lines become rows in one write', async () => {
  const screen = await opened();
  await userEvent.keyboard('{Insert}');
  const field = screen.getByRole('textbox', { name: 'Skriv en ny aktivitet' });
  await expect.element(field).toHaveFocus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', 'Ett\tandra kolumnen\r\nTvå\r\n');
  field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await expect.element(screen.getByRole('row', { name: /Två/ })).toBeVisible();
  const written = calls.filter((c) => c.name === 'create_aktiviteter');
  expect(written.map((c) => c.args)).toEqual([{ uppdrag_id: 'u', year: 2026, titlar: ['Ett', 'Två'] }]);
  expect(pastedLines('a\n\n b ')).toEqual(['a', 'b']);
});

test('a deleted row gives its place to the next, and comes back selected', async () => {
  const screen = await opened();
  await userEvent.keyboard('{ArrowDown}{Delete}');
  await expect.poll(focused).toBe('a-Rekrytering');
  expect(screen.getByRole('row', { name: /Mottagning/ }).query()).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Ångra' }));
  await expect.poll(focused).toBe('a-Mottagning');
});

test('a letter jumps to the next row that begins with it', async () => {
  await opened();
  await userEvent.keyboard('dig');
  await expect.poll(focused).toBe('a-Digitalt stöd');
});

test('another year is gone to in the same month, by key and from the palette', async () => {
  const screen = await opened();
  const picker = screen.getByRole('group', { name: 'Verksamhetsår' });
  (picker.getByRole('button', { name: '2026' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('menuitemradio', { name: '2027 planeras' })).toBeVisible();
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await expect.element(screen.getByRole('heading', { name: 'Plan 2027' })).toBeVisible();
  expect(placeStore.get().period).toBe('2027-10');
  runCommand('plan-year-2026');
  await expect.element(screen.getByRole('heading', { name: 'Plan 2026' })).toBeVisible();
  expect(placeStore.get().period).toBe('2026-10');
});
