import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Boundary } from './Boundary';

let isBroken = true;
function Fragile() {
  if (isBroken) throw new Error('trasig');
  return <p>Här är den</p>;
}

beforeEach(() => {
  isBroken = true;
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const shown = (of: string) => (
  <>
    <nav>Menyn</nav>
    <Boundary message="Skärmen kunde inte visas." of={of}>
      <Fragile />
    </Boundary>
  </>
);

test('what cannot be drawn says so in Swedish, leaves the rest alone, and can be tried again', async () => {
  const screen = await render(shown('plan'));
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Skärmen kunde inte visas.');
  await expect.element(screen.getByText('Menyn')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Försök igen' })).toHaveFocus();
  await screen.getByRole('button', { name: 'Visa detaljer' }).click();
  await expect.element(screen.getByText(/Error: trasig/)).toBeVisible();
  isBroken = false;
  await screen.getByRole('button', { name: 'Försök igen' }).click();
  await expect.element(screen.getByText('Här är den')).toBeVisible();
});

test('another screen is drawn although the one before could not be', async () => {
  const screen = await render(shown('plan'));
  await expect.element(screen.getByRole('alert')).toBeVisible();
  isBroken = false;
  await screen.rerender(shown('ekonomi'));
  await expect.element(screen.getByText('Här är den')).toBeVisible();
});
