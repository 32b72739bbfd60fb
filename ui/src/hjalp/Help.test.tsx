import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { useKeys } from '../app/keys';
import { placeStore, START } from '../app/place';
import { question } from '../app/who';
import { WhoDialog } from '../program/WhoDialog';
import { Help } from './Help';
import { CHAPTERS, linesOf, searchChapters } from './chapters';
import { helpChapter, helpedBy, openHelp } from './open';

function Window({ isPlanOpen = true, children }: { isPlanOpen?: boolean; children?: ReactNode }) {
  useKeys();
  return (
    <QueryClientProvider client={newClient()}>
      <button type="button">Bakom</button>
      {children}
      <Help isPlanOpen={isPlanOpen} />
    </QueryClientProvider>
  );
}

afterEach(() => {
  helpChapter.set(null);
  placeStore.set(START);
  vi.unstubAllGlobals();
});

test('F1 opens the chapter of the present screen, search finds another, Esc gives back the focus', async () => {
  placeStore.set({ screen: 'ekonomi' });
  const screen = await render(<Window />);
  const behind = document.querySelector<HTMLElement>('button');
  behind?.focus();
  await userEvent.keyboard('{F1}');
  await expect.element(screen.getByRole('article', { name: 'Ekonomi' })).toBeVisible();
  await userEvent.keyboard('säkerhetskopior{Enter}');
  await expect.element(screen.getByRole('article', { name: 'Säkerhetskopior och filer' })).toBeVisible();
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(0);
  expect(document.activeElement).toBe(behind);
});

test('before a plan is open F1 opens the chapter on beginning', async () => {
  const screen = await render(<Window isPlanOpen={false} />);
  await userEvent.keyboard('{F1}');
  await expect.element(screen.getByRole('article', { name: 'Komma igång' })).toBeVisible();
});

test('what has a chapter of its own opens that one, over a screen and within it', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ok: { befattningar: ['Controller'], vem: null } }))));
  placeStore.set({ screen: 'uppfoljning' });
  const screen = await render(
    <Window>
      <aside {...helpedBy('matetal')}>
        <button type="button">Värde</button>
      </aside>
      <WhoDialog />
    </Window>,
  );
  screen.getByRole('button', { name: 'Värde' }).element().focus();
  await userEvent.keyboard('{F1}');
  await expect.element(screen.getByRole('article', { name: 'Mätetal' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('button', { name: 'Värde' })).toHaveFocus();
  const answer = vi.fn();
  question.set({ answer });
  await expect.element(screen.getByRole('radio', { name: 'Controller' })).toBeChecked();
  await userEvent.keyboard('{F1}');
  await expect.element(screen.getByRole('article', { name: 'Komma igång' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('article')).not.toBeInTheDocument();
  await expect.element(screen.getByRole('radio', { name: 'Controller' })).toHaveFocus();
  expect(answer, 'the question stands').not.toHaveBeenCalled();
  question.set(null);
});

test('Om programmet says which version it is', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ ok: { version: '1.2.3' } }))));
  const screen = await render(<Window />);
  openHelp('om');
  await expect.element(screen.getByText('Version 1.2.3.')).toBeVisible();
});

test('every chapter is at most a page, and every screen has one', () => {
  for (const chapter of CHAPTERS) expect(linesOf(chapter).join(' ').split(/\s+/).length, chapter.title).toBeLessThan(320);
  const screens = CHAPTERS.flatMap((chapter) => chapter.screens ?? []);
  expect(screens.toSorted()).toEqual(['ekonomi', 'historik', 'inlasning', 'installning', 'plan', 'rapport', 'uppfoljning']);
  expect(searchChapters('klistras Excel')[0]?.chapter.id).toBeDefined();
});

test('the licence texts are in the program, one by one', async () => {
  openHelp('om');
  const screen = await render(<Window />);
  const first = screen.getByRole('group').filter({ hasText: 'adler2' }).first();
  await expect.element(first.getByText(/Permission is hereby granted/)).not.toBeVisible();
  await userEvent.click(first.getByText(/^adler2/));
  await expect.element(first.getByText(/Permission is hereby granted/)).toBeVisible();
});
