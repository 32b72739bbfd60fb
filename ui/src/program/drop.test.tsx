import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Inlasningskalla } from '../api/generated';
import { newClient } from '../api/use';
import { Toasts } from '../app/toasts';
import { useSource } from '../inlasning/useSource';
import { useDroppedPlan } from './drop';
import { openFailure } from './file';

let opened: { namn: string; bytes: string }[] = [];
let refused = false;

beforeEach(() => {
  [opened, refused] = [[], false];
  openFailure.set(null);
  vi.stubGlobal('fetch', async (_: string, init: { body: string }) => {
    const { name, args } = JSON.parse(init.body) as { name: string; args: { namn: string; bytes: string } };
    if (name === 'open_bytes') opened.push(args);
    if (refused) return new Response(JSON.stringify({ error: { code: 'not_a_plan', message: 'Filen är inte en plan.', hint: '', detail: '', field: null } }));
    return new Response(JSON.stringify({ ok: {} }));
  });
});
afterEach(() => vi.unstubAllGlobals());

const file = (name: string, text = 'innehåll') => new File([text], name);

/** Lets go of what is held over the target; gives back whether somebody took it. */
function drag(kind: 'dragover' | 'dragleave' | 'drop', what: File[] | string, target: EventTarget = document.body): boolean {
  const dataTransfer = new DataTransfer();
  if (typeof what === 'string') dataTransfer.setData('text/plain', what);
  else what.forEach((one) => dataTransfer.items.add(one));
  const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

const read: Inlasningskalla[] = [];
const keep = (kalla: Inlasningskalla) => void read.push(kalla);

function Window({ taken }: { taken: 'all' | 'plans' | 'none' }) {
  const over = useDroppedPlan(taken);
  return (
    <>
      <p>{over ? 'Släpp' : 'Tomt'}</p>
      <Toasts />
    </>
  );
}

function LasIn() {
  return <p>{useSource(keep) ? 'Släpp för att läsa in' : 'Läs in'}</p>;
}

const show = (taken: 'all' | 'plans' | 'none', reads = false) =>
  render(
    <QueryClientProvider client={newClient()}>
      <Window taken={taken} />
      {reads && <LasIn />}
    </QueryClientProvider>,
  );

test('a dropped plan is opened as a copy, and that is said', async () => {
  const screen = await show('plans');
  expect(drag('dragover', [file('plan.vplan')])).toBe(true);
  await expect.element(screen.getByText('Släpp')).toBeVisible();
  drag('dragleave', []);
  await expect.element(screen.getByText('Tomt')).toBeVisible();
  expect(drag('drop', [file('tal.xlsx'), file('Plan.VPLAN', 'hej')])).toBe(true);
  await expect.element(screen.getByRole('region', { name: 'Meddelanden' })).toHaveTextContent('Filen öppnades som en kopia. Originalet är orört.');
  expect(opened).toEqual([{ namn: 'Plan.VPLAN', bytes: btoa('hej') }]);
});

test('other files are left alone beside an open plan, and tried on the start screen', async () => {
  const beside = await show('plans');
  drag('drop', [file('tal.xlsx')]);
  drag('drop', 'bara text');
  await beside.unmount();
  expect(opened).toEqual([]);
  refused = true;
  await show('all');
  drag('drop', [file('tal.xlsx')]);
  await vi.waitFor(() => expect(openFailure.get()?.error.code).toBe('not_a_plan'));
  expect(opened.map(({ namn }) => namn)).toEqual(['tal.xlsx']);
});

test('nothing is taken where nothing is wanted', async () => {
  await show('none');
  expect(drag('dragover', [file('plan.vplan')])).toBe(false);
  expect(drag('drop', [file('plan.vplan')])).toBe(false);
  expect(opened).toEqual([]);
});

test('Läs in reads a dropped file, and leaves a plan to the window', async () => {
  read.length = 0;
  const screen = await show('plans', true);
  drag('dragover', [file('tal.csv')]);
  await expect.element(screen.getByText('Släpp för att läsa in')).toBeVisible();
  expect(drag('drop', [file('tal.csv', 'Nr;Uppdrag')])).toBe(true);
  await vi.waitFor(() => expect(read).toEqual([{ innehall: { namn: 'tal.csv', base64: btoa('Nr;Uppdrag') } }]));
  await expect.element(screen.getByText('Läs in')).toBeVisible();
  expect(drag('drop', 'Nr\tUppdrag')).toBe(false);
  drag('drop', [file('plan.vplan')]);
  await vi.waitFor(() => expect(opened.map(({ namn }) => namn)).toEqual(['plan.vplan']));
  expect(read).toHaveLength(1);
});
