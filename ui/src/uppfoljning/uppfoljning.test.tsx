import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { allCommands } from '../app/commands';
import { placeStore } from '../app/place';
import { panelStore } from '../app/remember';
import type { Uppfoljningsbild, Uppfoljningsrad } from '../api/generated';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import '../shared/grid.css';
import '../app/frame.css';
import { filtered, nextLacking } from './filter';
import { NewPeriod } from './NewPeriod';
import UppfoljningScreen from './UppfoljningScreen';

const WORDS = { ej_paborjad: 'Ej påbörjad', pagar_enligt_plan: 'Pågår enligt plan', pagar_med_avvikelse: 'Pågår med avvikelse', forsenad: 'Försenad', genomford: 'Genomförd', avbruten: 'Avbruten' } as const;
type Status = keyof typeof WORDS;

function row(id: string, over: Partial<Uppfoljningsrad> = {}): Uppfoljningsrad {
  const status: Status = over.status ?? 'pagar_enligt_plan';
  return {
    id, level: 2, slag: 'aktivitet', barare: { aktivitet: id }, organisation_id: null, uppdrag_id: 'u1', matetal: [], nr: id, titel: `Aktivitet ${id}`,
    status, ord: WORDS[status], rapporterad: true, fore: null, fardiggrad: 40, fardiggrad_text: '40 %', slut: null, slut_text: '', passerat: false,
    ansvarig: '', ansvariga: [], kommentar: 'Går bra.', kommentar_fran: '', saknar: true, regel: '', ...over,
  };
}

let rows: Uppfoljningsrad[] = [];
let sent: { name: string; args: Record<string, unknown> }[] = [];
let refuse: Record<string, unknown> | null = null;

const bild = (): Uppfoljningsbild => ({
  rubrik: 'Uppföljning oktober 2026', period: '2026-10', perioder: [{ period: '2026-10', namn: 'Oktober 2026', note: 'öppen' }], nasta_period: '2026-11', utan_period: false, lage: 'oppen', sedan: '± sedan augusti 2026',
  antal: { status: [{ status: 'pagar_enligt_plan', ord: 'pågår enligt plan', antal: 2, andring: '+1' }], passerat: 0, saknar: 2, text: '2 aktiviteter i 1 uppdrag' },
  rader: rows, statusord: Object.entries(WORDS).map(([status, ord]) => ({ status: status as Status, ord })), befattningar: [], enheter: [], jag: null,
});

function answer(name: string, args: Record<string, unknown>): unknown {
  sent.push({ name, args });
  if (name === 'read_uppfoljningsbild') return { ok: bild() };
  if (name === 'undo_state') return { ok: { undo: { mojligt: false, hinder: false, text: '' }, redo: { mojligt: false, hinder: false, text: '' } } };
  if (name === 'set_lage' && refuse) return { error: refuse };
  if (name === 'set_lage') {
    const id = (args.barare as { aktivitet: string }).aktivitet;
    const status = args.status as Status | undefined;
    rows = rows.map((r) => (r.id === id ? { ...r, ...(status ? { status, ord: WORDS[status] } : {}), saknar: false, kommentar: (args.kommentar as string) ?? r.kommentar } : r));
    return { ok: { aktivitet: { some: [id] } } };
  }
  if (name === 'read_uppfoljningsrader') return { ok: { antal: bild().antal, rader: rows } };
  return { ok: {} };
}

beforeEach(() => {
  rows = [row('u1', { level: 1, slag: 'uppdrag', barare: { uppdrag: 'u1' }, titel: 'Korta väntan' }), row('a1'), row('a2')];
  sent = [];
  refuse = null;
  placeStore.set({ screen: 'uppfoljning' });
  panelStore.set({ closed: ['uppfoljning'] });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const { name, args } = JSON.parse(String(init.body)) as { name: string; args: Record<string, unknown> };
    return new Response(JSON.stringify(answer(name, args)));
  });
});
afterEach(() => vi.unstubAllGlobals());

async function open() {
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <div style={{ height: 600, display: 'grid' }}>
        <UppfoljningScreen />
      </div>
    </QueryClientProvider>,
  );
  await expect.element(screen.getByRole('treegrid')).toBeVisible();
  const cell = (text: string) => screen.getByRole('row').filter({ hasText: text }).getByRole('rowheader').element() as HTMLElement;
  return { screen, cell };
}

const writes = () => sent.filter((s) => s.name === 'set_lage');

test('a digit sets the nth status, fetches that row only and leaves the focus', async () => {
  const { screen, cell } = await open();
  cell('Aktivitet a1').click();
  await userEvent.keyboard('4');
  await expect.element(screen.getByRole('row').filter({ hasText: 'Aktivitet a1' }).getByText('Försenad')).toBeVisible();
  await expect.poll(() => sent.some((s) => s.name === 'read_uppfoljningsrader')).toBe(true);
  expect(writes()[0]?.args).toMatchObject({ barare: { aktivitet: 'a1' }, period: '2026-10', status: 'forsenad' });
  expect(sent.filter((s) => s.name === 'read_uppfoljningsbild')).toHaveLength(1);
  expect(document.activeElement?.textContent).toContain('Aktivitet a1');
});

test('the statuses are commands in the words of the file, with their digits', async () => {
  const { cell } = await open();
  cell('Aktivitet a1').click();
  const statuses = () => allCommands().filter((command) => /^[1-6]$/.test(command.shortcut ?? '') && command.enabled);
  await expect.poll(() => statuses().map((command) => command.shortcut)).toEqual(['1', '2', '3', '4', '5', '6']);
  const late = statuses()[3];
  expect(late?.label).toBe('Sätt status Försenad');
  late?.run();
  await expect.poll(() => writes()[0]?.args).toMatchObject({ barare: { aktivitet: 'a1' }, status: 'forsenad' });
});

test('Avbruten asks for its reason, keeps the typing when it is refused and gives back the focus', async () => {
  const { screen, cell } = await open();
  cell('Aktivitet a2').click();
  await userEvent.keyboard('6');
  const reason = screen.getByRole('textbox', { name: 'Skäl' });
  await expect.element(reason).toHaveFocus();
  expect(writes()).toHaveLength(0);
  refuse = { code: 'reason', message: 'Skälet saknas.', hint: 'Skriv varför.', detail: '', field: 'kommentar' };
  await userEvent.keyboard('Bidraget uteblev{Enter}');
  await expect.element(screen.getByText('Skälet saknas.')).toBeVisible();
  await expect.element(reason).toHaveValue('Bidraget uteblev');
  refuse = null;
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => writes().at(-1)?.args).toMatchObject({ status: 'avbruten', kommentar: 'Bidraget uteblev' });
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('gridcell');
});

test('a refused digit gives the row back its status', async () => {
  refuse = { code: 'year_closed', message: 'Året är stängt.', hint: '', detail: '', field: null };
  const { screen, cell } = await open();
  cell('Aktivitet a1').click();
  await userEvent.keyboard('5');
  await expect.poll(() => writes()).toHaveLength(1);
  await expect.element(screen.getByRole('row').filter({ hasText: 'Aktivitet a1' }).getByText('Pågår enligt plan')).toBeVisible();
});

test('Ctrl+Retur goes to the next that lacks a word, round the end', async () => {
  rows = [rows[0]!, { ...row('a1'), saknar: false }, row('a2')];
  const { cell } = await open();
  cell('Aktivitet a1').click();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.poll(() => document.activeElement?.closest('[role=row]')?.textContent).toContain('Aktivitet a2');
});

test('filters keep what is above and below; what follows its units is not next', () => {
  const unit = row('e1', { level: 3, slag: 'enhet', status: 'forsenad' });
  const all = [row('u1', { level: 1, slag: 'uppdrag', saknar: false }), row('a1', { regel: 'Sämsta läget bland två enheter' }), unit, row('a2', { status: 'forsenad', saknar: false })];
  expect(filtered(all, new Set(['pagar_enligt_plan'])).map((r) => r.id)).toEqual(['u1', 'a1', 'e1']);
  expect(filtered(all, new Set(['forsenad'])).map((r) => r.id)).toEqual(['u1', 'a2']);
  expect(nextLacking(all, 'u1')?.id).toBe('e1');
});

test('a new period begins in its first field', async () => {
  await render(<NewPeriod first="2026-11" lage={{} as never} onClose={() => {}} onMade={() => {}} />);
  await expect.poll(() => document.activeElement?.textContent).toContain('Månadsrapport');
});
