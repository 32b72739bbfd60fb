import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { askWho, changeWho, question, whoIsKnown } from '../app/who';
import { WhoDialog } from './WhoDialog';

interface Request {
  name: string;
  args: Record<string, unknown>;
}
const asked: Request[] = [];
let titles: string[] = [];
let vem: string | null = null;

beforeEach(() => {
  asked.length = 0;
  titles = ['Controller', 'Enhetschef'];
  vem = null;
  whoIsKnown.set(false);
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const request = JSON.parse(init.body) as Request;
    asked.push(request);
    const refused = { code: 'required', message: 'Befattning saknas.', hint: 'Skriv en befattning.', detail: '', field: 'titel' };
    const answer = request.name === 'read_program' ? { ok: { vem } } : request.name === 'list_vem' ? { ok: { befattningar: titles } } : request.args.befattning === '' ? { error: refused } : { ok: {} };
    return new Response(JSON.stringify(answer));
  });
});
afterEach(() => {
  question.get()?.answer(false);
  vi.unstubAllGlobals();
});

const show = () =>
  render(
    <QueryClientProvider client={newClient()}>
      <WhoDialog />
    </QueryClientProvider>,
  );

test('the keyboard alone chooses a befattning and lets the write go on', async () => {
  const screen = await show();
  const known = askWho();
  await expect.element(screen.getByRole('radio', { name: 'Controller' })).toBeChecked();
  await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('radio');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(screen.getByRole('radio', { name: 'Enhetschef' })).toBeChecked();
  await userEvent.keyboard('{Enter}');
  expect(await known).toBe(true);
  expect(asked.find((r) => r.name === 'set_vem')?.args).toEqual({ befattning: 'Enhetschef', ny: false });
});

test('who changes befattning is proposed the present one', async () => {
  vem = 'Enhetschef';
  const screen = await show();
  const known = changeWho();
  await expect.element(screen.getByRole('radio', { name: 'Enhetschef' })).toBeChecked();
  await expect.poll(() => (document.activeElement as HTMLInputElement | null)?.value).toBe('Enhetschef');
  await userEvent.keyboard('{Escape}');
  expect(await known).toBe(false);
});

test('Esc lets the write be', async () => {
  const screen = await show();
  const known = askWho();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(await known).toBe(false);
  expect(whoIsKnown.get()).toBe(false);
});

test('a refusal stands beside the field, and a new befattning is added', async () => {
  titles = [];
  const screen = await show();
  const known = askWho();
  const field = screen.getByRole('textbox', { name: 'Befattning' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Befattning saknas. Skriv en befattning.')).toBeVisible();
  await userEvent.fill(field, 'Kvalitetsutvecklare');
  await userEvent.keyboard('{Enter}');
  expect(await known).toBe(true);
  expect(asked.at(-1)?.name === 'set_vem' || asked.some((r) => r.args.ny === true)).toBe(true);
});
