import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render, type RenderResult } from 'vitest-browser-react';
import { useFocusKept } from './focus';

function Page() {
  useFocusKept();
  const [stage, setStage] = useState(0);
  return (
    <main tabIndex={-1} aria-label="Skärm">
      {stage === 0 && <button onClick={() => setStage(1)}>Går bort</button>}
      <aside>
        <button>Nästa</button>
        <button disabled={stage === 2} onClick={() => setStage(2)}>
          Stängs av
        </button>
      </aside>
      <p>Ingenting</p>
    </main>
  );
}

test('what goes away gives the focus to the screen', async () => {
  const screen = await render(<Page />);
  screen.getByText('Går bort').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('main')).toHaveFocus();
});

test('what is disabled gives it to the panel it stands in', async () => {
  const screen = await render(<Page />);
  screen.getByText('Stängs av').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Nästa')).toHaveFocus();
});

/** A cell of a tree, in which a key opens a dialog that does nothing for the focus itself. */
function Tree({ rows = ['Mål', 'Uppdrag', 'Aktivitet'] }: { rows?: string[] }) {
  useFocusKept();
  const [at, setAt] = useState(1);
  const [shown, setShown] = useState(rows);
  const [dialogs, setDialogs] = useState(0);
  return (
    <>
      <main tabIndex={-1} aria-label="Skärm">
        <button>Ångra</button>
        <div role="treegrid" tabIndex={-1} onKeyDown={(event) => event.key === 'k' && setDialogs(1)}>
          {shown.map((row, i) => (
            <div key={row} role="row">
              <div role="gridcell" data-column={0} tabIndex={i === at ? 0 : -1}>
                {row}
              </div>
            </div>
          ))}
        </div>
      </main>
      {Array.from({ length: dialogs }, (_, i) =>
        createPortal(
          <div role="dialog" aria-label={`Fråga ${i + 1}`}>
            <input aria-label={`Svar ${i + 1}`} autoFocus onKeyDown={(event) => (event.key === 'Escape' ? setDialogs(i) : event.key === 'F1' && setDialogs(i + 2))} />
            <button
              onClick={() => {
                setShown(shown.filter((row) => row !== 'Uppdrag'));
                setAt(1);
                setDialogs(0);
              }}
            >
              Ta bort
            </button>
          </div>,
          document.body,
          String(i),
        ),
      )}
    </>
  );
}
const cell = (screen: RenderResult, name: string) => screen.getByRole('gridcell', { name });

test('a dialog that closes gives the focus back to the very cell, one dialog at a time', async () => {
  const screen = await render(<Tree />);
  (cell(screen, 'Uppdrag').element() as HTMLElement).focus();
  await userEvent.keyboard('k');
  await expect.element(screen.getByRole('textbox', { name: 'Svar 1' })).toHaveFocus();
  await userEvent.keyboard('{F1}');
  await expect.element(screen.getByRole('textbox', { name: 'Svar 2' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('textbox', { name: 'Svar 1' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(cell(screen, 'Uppdrag')).toHaveFocus();
  expect(cell(screen, 'Uppdrag').element().matches(':focus-visible')).toBe(true);
});

test('a cell that the answer took away gives it to the cell in its place', async () => {
  const screen = await render(<Tree />);
  (cell(screen, 'Uppdrag').element() as HTMLElement).focus();
  await userEvent.keyboard('k{Tab}{Enter}');
  await expect.element(cell(screen, 'Aktivitet')).toHaveFocus();
});

test('a page just loaded has the focus in the current cell, and no ring round it', async () => {
  (document.activeElement as HTMLElement | null)?.blur();
  const screen = await render(<Tree />);
  await expect.element(cell(screen, 'Uppdrag')).toHaveFocus();
  expect(cell(screen, 'Uppdrag').element().matches(':focus-visible')).toBe(false);
});

/** A screen whose content is fetched first, perhaps below a dialog. */
function Fetching({ asks }: { asks?: boolean }) {
  useFocusKept();
  const [fetched, setFetched] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFetched(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <main tabIndex={-1} aria-label="Skärm">
        {!fetched && <p className="loading">Hämtar …</p>}
        {fetched && (
          <div role="treegrid">
            <div role="row">
              <div role="gridcell" data-column={0} tabIndex={0}>
                Mål
              </div>
            </div>
          </div>
        )}
      </main>
      {asks && (
        <div role="dialog" tabIndex={-1} aria-label="Fråga">
          <p>Fråga</p>
        </div>
      )}
    </>
  );
}

test('a screen that is fetched has the focus until its tree is there', async () => {
  (document.activeElement as HTMLElement | null)?.blur();
  const screen = await render(<Fetching />);
  await expect.element(screen.getByRole('main')).toHaveFocus();
  await expect.element(cell(screen, 'Mål')).toHaveFocus();
});

test('nothing is taken from an open dialog', async () => {
  (document.activeElement as HTMLElement | null)?.blur();
  const screen = await render(<Fetching asks />);
  await expect.element(cell(screen, 'Mål')).toBeVisible();
  await expect.element(screen.getByRole('dialog')).toHaveFocus();
});
