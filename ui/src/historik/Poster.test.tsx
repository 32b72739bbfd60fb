import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Historikpost } from '../api/generated';
import { Poster } from './Poster';

function post(nr: number, dag: string, many: boolean): Historikpost {
  const falt = { falt: 'Slutdatum', fran: '2026-09-30', till: '2026-12-15', skillnad: [] };
  return {
    nr,
    dag,
    dag_text: `Dag ${dag}`,
    tid: '14.32',
    vem: 'Controller',
    verb: 'Ändra aktivitet',
    namn: `Sak ${nr}`,
    slag: 'edit',
    lage: '',
    angrad: false,
    sparr: false,
    saker: [{ kind: 'aktivitet', id: null, mening: '', falt: many ? [falt, falt, falt, falt] : [falt], fler: '' }],
    fler: '',
  };
}

const POSTER = [post(4, '2026-11-06', false), post(3, '2026-11-06', true), post(2, '2026-11-05', false)];

test('days head their changes, arrows go between the changes, Retur unfolds, and the newest can be undone', async () => {
  const undo = vi.fn();
  const screen = await render(
    <div style={{ height: 500, display: 'flex' }}>
      <Poster label="Ändringar" poster={POSTER} more={false} fetchMore={() => {}} undoable={4} undo={undo} />
    </div>,
  );
  expect(screen.getByRole('heading').elements()).toHaveLength(2);
  const posts = screen.getByRole('article');
  posts.elements()[0]?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toContain('Sak 3');
  expect(screen.getByText('Slutdatum').elements(), 'four fields are folded').toHaveLength(2);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => screen.getByText('Slutdatum').elements().length).toBe(6);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toContain('Sak 2');
  await screen.getByRole('button', { name: /^Ångra/ }).click();
  expect(undo).toHaveBeenCalled();
});
