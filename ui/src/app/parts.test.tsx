import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { nextPart } from './parts';

const focused = () => document.activeElement?.textContent;

test('F6 goes round the parts of the window, and each keeps its place', async () => {
  const screen = await render(
    <>
      <nav className="nav">
        <a href="#plan">Plan</a>
        <a href="#ekonomi" aria-current="page">
          Ekonomi
        </a>
      </nav>
      <main>
        <button type="button">Ångra</button>
        <div className="content">
          <button type="button">Första</button>
          <button type="button">Andra</button>
          <aside>
            <button type="button">Panelen</button>
          </aside>
        </div>
      </main>
    </>,
  );
  nextPart(1);
  expect(focused()).toBe('Ekonomi');
  nextPart(1);
  expect(focused(), 'past the tools in the head').toBe('Första');
  (screen.getByRole('button', { name: 'Andra' }).element() as HTMLElement).focus();
  nextPart(1);
  expect(focused()).toBe('Panelen');
  nextPart(-1);
  expect(focused(), 'where it was').toBe('Andra');
  nextPart(-1);
  nextPart(-1);
  expect(focused(), 'round the start to the end').toBe('Panelen');
});
