import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { UiError } from '../api/generated';
import { Field } from './Field';
import { SmallForm } from './SmallForm';

const refusal = (field: string | null): UiError => ({ code: 'rule', message: 'Värdet saknas.', hint: 'Skriv ett tal.', detail: '', field });

test.each([
  ['low', 'beside the field that shows its own'],
  ['krav', 'above the buttons'],
])('a refusal of %s stands %s, once, and the form stays open', async (field) => {
  const close = vi.fn();
  const save = vi.fn(() => Promise.resolve<UiError | undefined>(refusal(field)));
  const screen = await render(
    <SmallForm save={save} close={close} own={['low']}>
      {(at) => <Field label="Värde" error={at('low')} />}
    </SmallForm>,
  );
  await screen.getByRole('button', { name: 'Spara' }).click();
  await expect.poll(() => screen.getByText(/Värdet saknas\. Skriv ett tal\./).elements().length).toBe(1);
  expect(screen.getByRole('textbox').element().getAttribute('aria-invalid')).toBe(field === 'low' ? 'true' : null);
  expect(close).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Ta bort' }).query(), 'nothing is stored').toBeNull();
  save.mockResolvedValueOnce(undefined);
  await screen.getByRole('button', { name: 'Spara' }).click();
  await expect.poll(() => close.mock.calls.length).toBe(1);
});
