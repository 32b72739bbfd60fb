import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Programbild } from '../api/generated';
import { useRemembered } from './remember';
import { remember, usedLast } from './used';

afterEach(() => vi.unstubAllGlobals());

const PROGRAM = { fil: null, plats: null, paneler: { closed: [], used: ['backup', 'go-plan'] } } as unknown as Programbild;

function Window() {
  return useRemembered(PROGRAM) ? <p>Klart</p> : null;
}

test('the commands used last come back at the next start', async () => {
  const sent = vi.fn((_: string, request: RequestInit) => Promise.resolve(new Response(JSON.stringify({ ok: String(request.body) }))));
  vi.stubGlobal('fetch', sent);
  const screen = await render(<Window />);
  await expect.element(screen.getByText('Klart')).toBeVisible();
  expect(usedLast.get()).toEqual(['backup', 'go-plan']);
  remember('go-plan');
  await expect.poll(() => sent.mock.calls.map(([, request]) => JSON.parse(String(request.body)).args.paneler?.used).at(-1), { timeout: 3000 }).toEqual(['go-plan', 'backup']);
});
