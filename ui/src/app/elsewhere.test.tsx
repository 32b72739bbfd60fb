import { useEffect, useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Plantrad } from '../api/generated';
import { Filters } from '../plan/Filters';
import { commandHits } from '../sok/hits';
import { allCommands, runCommand, useCommands } from './commands';
import { ofScreen, useElsewhere } from './elsewhere';
import { useKeys } from './keys';
import { placeStore, usePlace } from './place';
import { store } from './store';
import { Toasts } from './toasts';

const print = vi.fn();

/** The screen's own command: it can be run when its content is fetched. */
function Rapport() {
  const [fetched, setFetched] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFetched(true), 80);
    return () => clearTimeout(timer);
  }, []);
  useCommands([ofScreen('rapport-print', { enabled: fetched, run: print })]);
  return <h1>Rapporter</h1>;
}

function Window() {
  useKeys();
  const { place } = usePlace();
  useElsewhere();
  return place.screen === 'rapport' ? <Rapport /> : <h1>Plan</h1>;
}

beforeEach(() => {
  print.mockReset();
  placeStore.set({ screen: 'plan' });
});

test('Ctrl+P on another screen goes to Rapporter and prints there, once', async () => {
  const screen = await render(<Window />);
  await userEvent.keyboard('{Control>}p{/Control}');
  await expect.element(screen.getByRole('heading', { name: 'Rapporter' })).toBeVisible();
  expect(print, 'nothing is fetched yet').not.toHaveBeenCalled();
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  await userEvent.keyboard('{Control>}p{/Control}');
  expect(print).toHaveBeenCalledTimes(2);
});

test('who leaves before the screen is there has changed their mind', async () => {
  const screen = await render(<Window />);
  runCommand('rapport-print');
  await expect.element(screen.getByRole('heading', { name: 'Rapporter' })).toBeVisible();
  placeStore.set({ screen: 'plan' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  placeStore.set({ screen: 'rapport' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(print).not.toHaveBeenCalled();
});

test('what the report cannot take now is said, and does not wait for a better time', async () => {
  const decide = vi.fn();
  const kan = store<{ faststalla: boolean } | null>(null);
  function Report() {
    const known = kan.use();
    useCommands(known ? [ofScreen('rapport-decide', { enabled: known.faststalla, run: decide })] : []);
    return null;
  }
  function Whole() {
    const { place } = usePlace();
    useElsewhere();
    return (
      <>
        {place.screen === 'rapport' && <Report />}
        <Toasts />
      </>
    );
  }
  const screen = await render(<Whole />);
  runCommand('rapport-decide');
  kan.set({ faststalla: false });
  await expect.element(screen.getByText('Bara en rapport som är låst för utskick kan fastställas.')).toBeVisible();
  kan.set({ faststalla: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(decide).not.toHaveBeenCalled();
  kan.set(null);
  placeStore.set({ screen: 'plan' });
  runCommand('rapport-decide');
  kan.set({ faststalla: true });
  await vi.waitFor(() => expect(decide).toHaveBeenCalledTimes(1));
});

test('a new period is found in the palette from every screen', async () => {
  await render(<Window />);
  expect(commandHits(allCommands(), 'ny period').map((hit) => hit.title)).toEqual(['Ny uppföljning …']);
  expect(commandHits(allCommands(), 'pdf')).toHaveLength(1);
});

test('Nytt verksamhetsår in the year picker is the one of menu and palette: it asks', async () => {
  const ask = vi.fn();
  const plan = { period: '2026-10', ar: 2026, verksamhetsar: [2026, 2027].map((ar) => ({ ar, period: `${ar}-10`, ord: 'Öppet' })), enheter: [], nivaer: [] } as unknown as Plantrad;
  function Verksamhetsar() {
    useCommands([ofScreen('plan-new-year', { run: ask })]);
    return null;
  }
  function Two() {
    const { place } = usePlace();
    useElsewhere();
    return place.screen === 'plan' ? <Filters plan={plan} enhet={undefined} onEnhet={() => {}} depth="aktivitet" onDepth={() => {}} /> : <Verksamhetsar />;
  }
  const screen = await render(<Two />);
  await screen.getByRole('button', { name: '2026' }).click();
  await screen.getByRole('menuitemradio', { name: 'Nytt verksamhetsår …' }).click();
  await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  expect(placeStore.get()).toMatchObject({ screen: 'installning', part: 'verksamhetsar' });
});
