import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { newClient } from '../api/use';
import { useKeys } from '../app/keys';
import { placeStore, START } from '../app/place';
import { Help } from './Help';
import { CHAPTERS, linesOf, searchChapters } from './chapters';
import { helpChapter, openHelp } from './open';

function Window() {
  useKeys();
  return (
    <QueryClientProvider client={newClient()}>
      <button type="button">Bakom</button>
      <Help />
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
