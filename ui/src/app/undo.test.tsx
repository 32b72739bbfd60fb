import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Angrasteg } from '../api/generated';
import { newClient } from '../api/use';
import { useCommands } from './commands';
import { useKeys } from './keys';
import { runFromMenu } from './menu';
import { Screen } from './Screen';
import { Toasts } from './toasts';
import { useUndoCommands } from './undo';

const BARRIER: Angrasteg = { mojligt: false, hinder: true, text: 'Det går inte att ångra förbi: fastställ' };
const NOTHING: Angrasteg = { mojligt: false, hinder: false, text: 'Inget att ångra eller göra om' };
const REFUSAL = { code: 'barrier', message: 'Det går inte att ångra förbi ”Fastställ”.', hint: 'Ett beslut upphävs med Upphäv beslut, och en låsning med Lås upp.', detail: '', field: null };

const asked: string[] = [];

function engine(undo: Angrasteg) {
  vi.stubGlobal('fetch', (_url: string, init: { body: string }) => {
    const { name } = JSON.parse(init.body) as { name: string };
    asked.push(name);
    return Promise.resolve(new Response(JSON.stringify(name === 'undo_state' ? { ok: { undo, redo: NOTHING } } : { error: REFUSAL })));
  });
}

beforeEach(() => void (asked.length = 0));
afterEach(() => vi.unstubAllGlobals());

function Window() {
  useKeys();
  useUndoCommands();
  return (
    <>
      <Screen name="plan" title="Plan">
        <p>Innehåll</p>
      </Screen>
      <Toasts />
    </>
  );
}

const show = () =>
  render(
    <QueryClientProvider client={newClient()}>
      <Window />
    </QueryClientProvider>,
  );

test('at a barrier Ctrl+Z and the button say why, and what to do instead, to eye and ear', async () => {
  engine(BARRIER);
  const screen = await show();
  const button = screen.getByRole('button', { name: BARRIER.text });
  await expect.element(button).toBeEnabled();
  await userEvent.keyboard('{Control>}z{/Control}');
  const messages = screen.getByRole('region', { name: 'Meddelanden' });
  await expect.element(messages.getByText(REFUSAL.message)).toBeVisible();
  await expect.element(messages.getByText(REFUSAL.hint)).toBeVisible();
  await expect.poll(() => document.querySelector('[role=status]')?.textContent).toBe(`${REFUSAL.message} ${REFUSAL.hint}`);
  await userEvent.click(button);
  await expect.poll(() => asked.filter((name) => name === 'undo')).toHaveLength(2);
  expect(messages.getByText(REFUSAL.message).elements(), 'the same message once').toHaveLength(1);
});

test('with nothing to undo key and button do nothing', async () => {
  engine(NOTHING);
  const screen = await show();
  await expect.element(screen.getByRole('button', { name: NOTHING.text }).first()).toBeDisabled();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(asked).not.toContain('undo');
});

function Field({ undo }: { undo: () => void }) {
  useCommands([{ id: 'undo', label: 'Ångra: ändra aktivitet', group: 'Redigera', run: undo }]);
  return <input aria-label="Titel" />;
}

test('Ångra in the native menu undoes the typing while somebody types, and the plan otherwise', async () => {
  const undo = vi.fn();
  const screen = await render(<Field undo={undo} />);
  const field = screen.getByRole('textbox', { name: 'Titel' });
  await userEvent.click(field);
  await userEvent.keyboard('Hej');
  runFromMenu('undo');
  await expect.element(field).not.toHaveValue('Hej');
  expect(undo).not.toHaveBeenCalled();
  runFromMenu('redo');
  await expect.element(field).toHaveValue('Hej');
  (field.element() as HTMLElement).blur();
  runFromMenu('undo');
  expect(undo).toHaveBeenCalledTimes(1);
  await expect.element(field).toHaveValue('Hej');
});
