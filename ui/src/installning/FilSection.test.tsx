import { QueryClientProvider } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { CommandName, Progress, Watch } from '../api/call';
import type { Kopiebild, Sakerhetskopior } from '../api/generated';
import { newClient } from '../api/use';
import { Toasts } from '../app/toasts';
import '../shared/tokens.css';
import '../shared/base.css';
import '../shared/parts.css';
import { FilSection } from './FilSection';

const kopia = (nar: string, more: Partial<Kopiebild> = {}): Kopiebild => ({
  fil: `/kopior/${nar}.vplan`, nar, storlek: '1,2 MB', senast: 'Rapportera status: Rekrytera sjuksköterskor', av: 'Controller, i går 16.05',
  innehall: '12 mål, 9 uppdrag, 41 aktiviteter, 18 mätetal', hel: true, fel: '', ...more,
});

/** What the engine answers; a function follows the call. */
type Answer = unknown | ((watch: Watch | undefined, args: unknown) => Promise<unknown>);
let answers: Partial<Record<CommandName | 'host_choose_save', Answer>> = {};
let calls: { name: string; args: unknown }[] = [];

async function answer(name: string, args: unknown, watch?: Watch): Promise<unknown> {
  calls.push({ name, args });
  const found = answers[name as CommandName];
  return typeof found === 'function' ? (found as (watch: Watch | undefined, args: unknown) => Promise<unknown>)(watch, args) : found;
}

vi.mock('../api/call', async (original) => ({ ...(await original<typeof import('../api/call')>()), call: answer }));
vi.mock('../api/host', async (original) => ({ ...(await original<typeof import('../api/host')>()), host: answer }));

const KOPIOR: Sakerhetskopior = { mapp: 'Dokument › Säkerhetskopior', kopior: [kopia('i dag 14.32'), kopia('3 november', { hel: false, fel: 'Filen är skadad och kan inte läsas.' })] };
const STOPPED = { code: 'cancelled', message: 'Arbetet avbröts. Inget ändrades.', hint: '', detail: '', field: null };

beforeEach(() => {
  calls = [];
  answers = { read_program: { fil: { fil: '/planer/plan.vplan', filnamn: 'plan.vplan' } }, list_sakerhetskopia: KOPIOR, host_choose_save: '/planer/annan.vplan' };
});

const show = () =>
  render(
    <QueryClientProvider client={newClient()}>
      <FilSection />
      <Toasts />
    </QueryClientProvider>,
  );

const messages = (screen: Awaited<ReturnType<typeof show>>) => screen.getByRole('region', { name: 'Meddelanden' });

/** Work that tells how far it has come and goes on until it is let go or stopped. */
function slow(told: Partial<Progress>, reply: unknown) {
  let letGo = () => {};
  const work = (watch?: Watch) =>
    new Promise((resolve, reject) => {
      watch?.onProgress?.({ text: '', done: 1, total: 4, can_stop: true, ...told });
      watch?.signal?.addEventListener('abort', () => setTimeout(() => reject(STOPPED), 100));
      letGo = () => resolve(reply);
    });
  return { work, end: () => letGo() };
}

test('Återställ shows what a backup holds and asks before it is opened beside the plan', async () => {
  const screen = await show();
  await expect.element(screen.getByText('12 mål, 9 uppdrag, 41 aktiviteter, 18 mätetal')).toBeVisible();
  await expect.element(screen.getByText('Senaste ändring: Rapportera status: Rekrytera sjuksköterskor (Controller, i går 16.05)')).toBeVisible();
  await expect.element(screen.getByText('Filen är skadad och kan inte läsas.')).toBeVisible();
  expect(screen.getByRole('button', { name: /^Återställ kopian/ }).elements()).toHaveLength(1);
  await screen.getByRole('button', { name: 'Återställ kopian i dag 14.32' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Återställ kopian från i dag 14.32?' });
  await expect.element(dialog).toHaveTextContent('12 mål, 9 uppdrag, 41 aktiviteter, 18 mätetal');
  expect(calls.some(({ name }) => name === 'restore_sakerhetskopia')).toBe(false);
  answers.restore_sakerhetskopia = { fil: null };
  await dialog.getByRole('button', { name: 'Återställ som ny fil' }).click();
  await expect.element(messages(screen)).toHaveTextContent('Kopian från i dag 14.32 är öppen som en ny fil. Den tidigare filen ligger kvar.');
  expect(calls.find(({ name }) => name === 'restore_sakerhetskopia')?.args).toEqual({ fil: '/kopior/i dag 14.32.vplan' });
});

test('a plan on a share is told of, with what to do', async () => {
  const natverk = 'Planen ligger på en nätverksplats, där den kan skadas. Spara en kopia på datorn och arbeta i den.';
  answers.read_program = { fil: { fil: '/mnt/plan.vplan', filnamn: 'plan.vplan' }, natverk };
  const screen = await show();
  await expect.element(screen.getByText(natverk)).toBeVisible();
});

test('a copy that was saved on a share is told of', async () => {
  const natverk = 'Kopian ligger på en nätverksplats.';
  answers.save_copy = { natverk };
  const screen = await show();
  await screen.getByRole('button', { name: 'Spara en kopia …' }).click();
  await expect.element(messages(screen)).toHaveTextContent(`Kopian är sparad. ${natverk}`);
});

test('the file is checked with progress, and the outcome is said in words', async () => {
  const check = slow({ text: 'Kontrollerar ändringsloggen' }, { hel: true, fel: [] });
  answers.verify = check.work;
  const screen = await show();
  await screen.getByRole('button', { name: 'Kontrollera filen' }).click();
  await expect.element(screen.getByRole('progressbar', { name: 'Kontrollerar ändringsloggen …' })).toHaveAttribute('aria-valuenow', '25');
  check.end();
  await expect.poll(() => document.querySelector('.settings-sound')?.textContent).toBe('Filen är hel: inget fel hittades i innehållet, ändringsloggen eller arkivet.');
  answers.verify = { hel: false, fel: [{ text: 'En arkiverad fil är ändrad eller saknas.' }] };
  await screen.getByRole('button', { name: 'Kontrollera filen' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Filen har fel. Återställ en säkerhetskopia från innan felet uppstod.En arkiverad fil är ändrad eller saknas.');
});

test('a copy is followed, takes the place that the dialog asked about, and can be stopped', async () => {
  const copy = slow({ text: 'Kopierar filen' }, { natverk: '' });
  answers.save_copy = copy.work;
  const screen = await show();
  await screen.getByRole('button', { name: 'Spara en kopia …' }).click();
  await expect.element(screen.getByRole('progressbar', { name: 'Kopierar filen …' })).toBeVisible();
  expect(calls.find(({ name }) => name === 'save_copy')?.args).toEqual({ till: '/planer/annan.vplan', ersatt: true });
  await screen.getByRole('button', { name: 'Avbryt' }).click();
  await expect.element(screen.getByRole('progressbar', { name: 'Avbryter …' })).toBeVisible();
  await expect.element(messages(screen)).toHaveTextContent('Arbetet avbröts. Inget ändrades.');
  await screen.getByRole('button', { name: 'Spara en kopia …' }).click();
  await expect.element(screen.getByRole('progressbar', { name: 'Kopierar filen …' })).toBeVisible();
  copy.end();
  await expect.element(messages(screen)).toHaveTextContent('Kopian är sparad.');
});
