import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Progress, Watch } from '../api/call';
import type { Avsnittsbild, Rapportlagesbild } from '../api/generated';
import { newClient } from '../api/use';
import { Toasts } from '../app/toasts';
import { Avsnittslista, moved } from './Avsnittslista';
import { FaststallDialog, LasDialog } from './dialoger';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import './rapport.css';
import { Rapporttext } from './Rapporttext';
import { Skrivpanel } from './Skrivpanel';

const STOPPED = { code: 'cancelled', message: 'Arbetet avbröts. Inget ändrades.', hint: '', detail: '', field: null };
const calls: { name: string; args: unknown }[] = [];
let refusal: unknown = null;
/** What the engine says that it is at. */
let says: Partial<Progress> | null = null;
/** Ends what it is at. */
let letGo = () => {};

vi.mock('../api/call', async (original) => ({
  ...(await original<typeof import('../api/call')>()),
  call: async (name: string, args: unknown, watch?: Watch) => {
    calls.push({ name, args });
    if (says) {
      watch?.onProgress?.({ text: '', done: 1, total: 3, can_stop: true, ...says });
      await new Promise<void>((resolve) => (letGo = resolve));
      if (watch?.signal?.aborted) throw STOPPED;
    }
    if (refusal) throw refusal;
    if (name === 'read_rapporttext') return { html: HTML };
    return { filer: [], upplysningar: [], changes: {} };
  },
}));
vi.mock('../app/who', async (original) => ({ ...(await original<typeof import('../app/who')>()), askWho: async () => true }));

beforeEach(() => {
  calls.length = 0;
  refusal = null;
  says = null;
});

const HTML = `<article><h2>Månadsrapport</h2><p>Vuxenutbildningsförvaltningsorganisationsförändringsutredningen är klar.</p>
<table><caption>Drift</caption><thead><tr><th scope="col">Rad</th><th scope="col">Budget</th><th scope="col">Verksamhetsförändringar</th></tr></thead>
<tbody><tr><th scope="rowgroup" colspan="3">Intäkter</th></tr><tr><th scope="row">Försörjningsstödsansvarig</th><td>1&nbsp;200</td><td>Ja</td></tr></tbody></table></article>`;
const text = (avsnitt: string, said: string) => ({ rubrik: avsnitt, saknas: said === '', text: { year: 2026, month: 10, avsnitt, subject_id: null, organisation_id: null, text: said } });
const avsnitt = (nyckel: string, med = true): Avsnittsbild => ({ nyckel, rubrik: nyckel, egen_rubrik: '', med, under: 'har text', tillstand: 'klart', plats: null, texter: [text(nyckel, 'Läget är gott.')] });
const LAGE = { dnr: 'SN 2026/118', namndens_dag: null, kan: {} } as unknown as Rapportlagesbild;

const within = (children: ReactNode) => render(<QueryClientProvider client={newClient()}>{children}</QueryClientProvider>);

function Lista({ onWrite = () => {} }: { onWrite?: (a: Avsnittsbild) => void }) {
  const [rows, setRows] = useState<readonly Avsnittsbild[]>([avsnitt('Sammanfattning'), avsnitt('Drift'), avsnitt('Personal', false)]);
  return <Avsnittslista avsnitt={rows} current={null} canChange onShow={() => {}} onWrite={onWrite} onChange={setRows} />;
}

const names = () => [...document.querySelectorAll('.rapport-avsnitt-namn span')].map((n) => n.textContent);

test('a section moves by key and keeps the focus', async () => {
  const screen = await within(<Lista />);
  (screen.getByRole('button', { name: /^Sammanfattning/ }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(names()).toEqual(['Drift', 'Sammanfattning', 'Personal']);
  expect(document.activeElement?.textContent).toContain('Sammanfattning');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}{Alt>}{ArrowDown}{/Alt}');
  expect(names()).toEqual(['Drift', 'Personal', 'Sammanfattning']);
});

test('Blanksteg takes a section in and out, Enter opens its texts', async () => {
  const opened: string[] = [];
  const screen = await within(<Lista onWrite={(a) => opened.push(a.nyckel)} />);
  (screen.getByRole('button', { name: /^Drift/ }).element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect.element(screen.getByRole('checkbox', { name: 'Ta med Drift' })).not.toBeChecked();
  await userEvent.keyboard('{ArrowDown} ');
  await expect.element(screen.getByRole('checkbox', { name: 'Ta med Personal' })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual(['Personal']);
});

test('moved puts one before another', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
});

test('a decision without a day or paragraph is refused beside the field, and so is what Rust refuses', async () => {
  const closed = vi.fn();
  const screen = await within(<FaststallDialog titel="Månadsrapport oktober 2026" val={{ slag: 'manad' }} lage={{ ...LAGE, namndens_dag: '2026-11-17' }} ingress="" onClose={closed} />);
  await screen.getByRole('button', { name: 'Fastställ' }).click();
  await expect.element(screen.getByText('Paragraf saknas.')).toBeVisible();
  expect(calls).toEqual([]);
  refusal = { code: 'report_state', message: 'Rapporten är redan fastställd.', hint: 'Upphäv beslutet först.', detail: '', field: null };
  await screen.getByRole('textbox', { name: 'Paragraf' }).fill('62');
  await screen.getByRole('button', { name: 'Fastställ' }).click();
  await expect.element(screen.getByText('Rapporten är redan fastställd. Upphäv beslutet först.')).toBeVisible();
  expect(closed).not.toHaveBeenCalled();
  await expect.element(screen.getByRole('textbox', { name: 'Paragraf' })).toHaveValue('62');
  refusal = null;
  await screen.getByRole('button', { name: 'Fastställ' }).click();
  expect(calls.findLast((c) => c.name === 'decide_rapport')?.args).toEqual({ val: { slag: 'manad' }, beslut: { datum: '2026-11-17', paragraf: '62', dnr: 'SN 2026/118' } });
  await vi.waitFor(() => expect(closed).toHaveBeenCalled());
});

test('the dialog keeps its size when it says what is being done', async () => {
  says = { text: 'Kontrollerar ändringsloggen' };
  const screen = await within(<LasDialog titel="Månadsrapport oktober 2026" val={{ slag: 'manad' }} lage={LAGE} ingress="" onClose={() => {}} />);
  const dialog = screen.getByRole('dialog').element() as HTMLElement;
  const before = dialog.offsetHeight;
  await screen.getByRole('button', { name: 'Lås för utskick' }).click();
  await expect.element(screen.getByText('Kontrollerar ändringsloggen …')).toBeVisible();
  expect(dialog.offsetHeight).toBe(before);
});

test('Avbryt stops the work and waits until it has stopped', async () => {
  says = { text: 'Kontrollerar ändringsloggen' };
  const closed = vi.fn();
  const screen = await within(
    <>
      <LasDialog titel="Månadsrapport oktober 2026" val={{ slag: 'manad' }} lage={LAGE} ingress="" onClose={closed} />
      <Toasts />
    </>,
  );
  await screen.getByRole('button', { name: 'Lås för utskick' }).click();
  await screen.getByRole('button', { name: 'Avbryt' }).click();
  await expect.element(screen.getByText('Avbryter …')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Avbryt' })).toBeDisabled();
  expect(closed, 'closed while the engine was still at it').not.toHaveBeenCalled();
  letGo();
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
  await expect.element(screen.getByRole('region', { name: 'Meddelanden' })).toHaveTextContent('Arbetet avbröts. Inget ändrades.');
});

test('what can no longer be stopped says so', async () => {
  says = { text: 'Sparar', can_stop: false };
  const screen = await within(<FaststallDialog titel="Månadsrapport oktober 2026" val={{ slag: 'manad' }} lage={{ ...LAGE, namndens_dag: '2026-11-17' }} ingress="" onClose={() => {}} />);
  await screen.getByRole('textbox', { name: 'Paragraf' }).fill('62');
  await screen.getByRole('button', { name: 'Fastställ' }).click();
  const said = screen.getByText('Sparar. Kan inte avbrytas nu.');
  await expect.element(said).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Avbryt' })).toBeDisabled();
  expect(said.element().scrollWidth, 'the words are cut').toBeLessThanOrEqual((said.element() as HTMLElement).offsetWidth);
});

test('typing is shown before it is saved, and kept when it is refused', async () => {
  const typed: (string | null)[] = [];
  const screen = await within(
    <Skrivpanel avsnitt={avsnitt('sammanfattning')} subject={null} onTyping={(t) => typed.push(t?.text ?? null)} onRename={() => {}} onClose={() => {}} />,
  );
  const field = screen.getByRole('textbox', { name: 'Text', exact: true });
  await field.fill('Läget är bättre.');
  expect(typed.at(-1)).toBe('Läget är bättre.');
  expect(calls.filter((c) => c.name === 'set_avsnittstext')).toEqual([]);
  refusal = { code: 'year_closed', message: 'Året är avslutat.', hint: 'Öppna året igen.', detail: '', field: 'year' };
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(screen.getByText('Året är avslutat. Öppna året igen.')).toBeVisible();
  await expect.element(field).toHaveValue('Läget är bättre.');
  refusal = null;
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(typed.at(-1)).toBe(null));
});

test('the text fits a narrow column: long words are broken, and a wide table is read row by row', async () => {
  const shown = (width: number) => (
    <QueryClientProvider client={newClient()}>
      <div style={{ width, display: 'flex' }}>
        <Rapporttext uppstallning={1} />
      </div>
    </QueryClientProvider>
  );
  const screen = await render(shown(244));
  await expect.element(screen.getByRole('table', { name: 'Drift' })).toHaveAttribute('data-stacked');
  const page = document.querySelector<HTMLElement>('.rapport-text')!;
  expect(page.scrollWidth).toBe(page.clientWidth);
  expect(getComputedStyle(page).hyphens).toBe('auto');
  // For listeners it is a table still.
  await expect.element(screen.getByRole('columnheader', { name: 'Budget' })).toBeInTheDocument();
  await expect.element(screen.getByRole('rowheader', { name: 'Försörjningsstödsansvarig' })).toBeVisible();
  const [budget] = screen.getByRole('cell').elements();
  expect(getComputedStyle(budget!, '::before').content).toContain('Budget');
  await screen.rerender(shown(800));
  await expect.element(screen.getByRole('table', { name: 'Drift' })).not.toHaveAttribute('data-stacked');
});
