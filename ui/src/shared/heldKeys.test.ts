import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { holdKeys } from './heldKeys';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function fields(): [HTMLInputElement, HTMLInputElement] {
  const [own, next] = [document.createElement('input'), document.createElement('input')];
  document.body.append(own, next);
  own.focus();
  return [own, next];
}

test('what the saving asks is answered at once, and what came before waits for the next field', async () => {
  const [, question] = fields();
  const release = holdKeys();
  await userEvent.keyboard('a');
  question.focus();
  await userEvent.keyboard('b');
  expect(question.value).toBe('b');
  release('moves');
  await expect.poll(() => question.value).toBe('ba');
});

/** A machine with too much to do: what falls due at once comes late, and keys come before it. */
function late() {
  const soon = window.setTimeout.bind(window);
  vi.spyOn(window, 'setTimeout').mockImplementation(((run: () => void, ms = 0) => soon(run, ms < 10 ? 400 : ms)) as typeof setTimeout);
}

test('a key that comes when the next field has got the focus waits for those that came before it', async () => {
  const [own, next] = fields();
  const release = holdKeys();
  await userEvent.keyboard('a');
  expect(own.value).toBe('');
  late();
  release('moves');
  next.focus();
  await userEvent.keyboard('b');
  await expect.poll(() => next.value, { timeout: 3_000 }).toBe('ab');
});
