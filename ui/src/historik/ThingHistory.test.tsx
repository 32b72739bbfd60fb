import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { Historikfalt } from '../api/generated';
import { newClient } from '../api/use';
import { FoldedHistory } from './ThingHistory';

afterEach(() => vi.unstubAllGlobals());

const post = (falt: Historikfalt[]) => ({
  nr: 4,
  dag: '2026-11-06',
  dag_text: 'Fredag 6 november 2026',
  tid: '14.32',
  vem: 'Controller',
  verb: 'Ändra aktivitet',
  namn: '1.1 Rekrytera',
  slag: 'edit',
  lage: '',
  angrad: false,
  sparr: false,
  saker: [{ kind: 'aktivitet', id: 'a1', mening: '', falt, fler: '' }],
  fler: '',
});
const DATUM: Historikfalt = { falt: 'Slutdatum', fran: '2026-09-30', till: '2026-12-15', skillnad: [], tillbaka: { namn: 'end_date', varde: '2026-09-30' } };
const PLATS: Historikfalt = { falt: 'Plats', fran: '–', till: 'flyttad', skillnad: [] };

test('an older value is set back by one ordinary change, and only where the thing can take it', async () => {
  const sent: { name: string; args: unknown }[] = [];
  vi.stubGlobal('fetch', (_: string, request: RequestInit) => {
    const { name, args } = JSON.parse(String(request.body)) as { name: string; args: unknown };
    sent.push({ name, args });
    const ok = name === 'read_historik' ? { poster: [post([DATUM, PLATS])], nasta: null } : {};
    return Promise.resolve(new Response(JSON.stringify({ ok })));
  });
  const screen = await render(
    <QueryClientProvider client={newClient()}>
      <FoldedHistory thing={{ kind: 'aktivitet', id: 'a1' }} />
    </QueryClientProvider>,
  );
  expect(sent, 'nothing is fetched before it is asked for').toEqual([]);
  await screen.getByRole('button', { name: 'Historik' }).click();
  const back = screen.getByRole('button', { name: /^Återställ det tidigare värdet/ });
  await expect.poll(() => back.elements().length).toBe(1);
  await expect.element(back).toHaveAccessibleName('Återställ det tidigare värdet, Slutdatum: 2026-09-30');
  await back.click();
  await expect.poll(() => sent.find(({ name }) => name === 'update_aktivitet')?.args).toEqual({ id: 'a1', patch: { end_date: '2026-09-30' } });
});
