import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { useState } from 'react';
import { LineEditor } from './editors';
import { Treegrid, type Column } from './Treegrid';
import './grid.css';

interface Row {
  id: string;
  level: number;
  titel: string;
}
const ROWS: Row[] = [
  { id: 'u1', level: 1, titel: 'Uppdrag' },
  { id: 'a1', level: 2, titel: 'Första' },
  { id: 'a2', level: 2, titel: 'Andra' },
];
const COLUMNS: Column<Row>[] = [
  { id: 'titel', header: 'Titel', width: '1fr', cell: (row) => row.titel, editable: () => true },
  { id: 'kod', header: 'Kod', width: '6rem', cell: (row) => row.id },
];

function Case({ refuse = false, takes = 0 }: { refuse?: boolean; takes?: number }) {
  const [rows, setRows] = useState(ROWS);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const fold = (id: string, closed: boolean) => setCollapsed((old) => new Set(closed ? [...old, id] : [...old].filter((x) => x !== id)));
  return (
    <div style={{ height: 400, display: 'flex' }}>
      <Treegrid
        label="Prov"
        rows={rows}
        columns={COLUMNS}
        collapsed={collapsed}
        onCollapse={fold}
        onKey={(event, row) => {
          if (event.key !== 'Delete') return false;
          setRows((old) => old.filter((r) => r.id !== row.id));
          return true;
        }}
        editor={({ row, close }) => (
          <LineEditor
            label="Titel"
            value={row.titel}
            close={close}
            save={async (titel) => {
              await new Promise((resolve) => setTimeout(resolve, takes));
              if (refuse) return { code: 'rule', message: 'Titeln saknas.', hint: 'Skriv en titel.', detail: '', field: 'titel' };
              setRows((old) => old.map((r) => (r.id === row.id ? { ...r, titel } : r)));
              return undefined;
            }}
          />
        )}
      />
    </div>
  );
}
const focused = () => document.activeElement?.closest<HTMLElement>('[role=row]')?.dataset.id;

test('arrows move one tab stop through the rows and fold them', async () => {
  const screen = await render(<Case />);
  await userEvent.tab();
  expect(focused()).toBe('u1');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('a2');
  await userEvent.keyboard('{ArrowLeft}');
  expect(focused()).toBe('u1');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(screen.getByRole('row', { name: /Uppdrag/ })).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByText('Första').query()).toBeNull();
});

test('the focus goes to the next row when its own is taken away', async () => {
  const screen = await render(<Case />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Delete}');
  await expect.poll(focused).toBe('a2');
  expect(screen.getByText('Första').query()).toBeNull();
});

test('Retur edits and saves, Esc gives back the old value and the focus', async () => {
  const screen = await render(<Case />);
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{F2}');
  await userEvent.fill(screen.getByRole('textbox', { name: 'Titel' }), 'Ny titel');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Ny titel')).toBeVisible();
  await expect.poll(focused).toBe('a2');
  await userEvent.keyboard('{F2}');
  await userEvent.fill(screen.getByRole('textbox', { name: 'Titel' }), 'Ångras');
  await userEvent.keyboard('{Escape}');
  await expect.poll(focused).toBe('a2');
  expect(screen.getByText('Ångras').query()).toBeNull();
});

test('keys that come while a cell is being saved are not lost', async () => {
  const screen = await render(<Case takes={150} />);
  await userEvent.tab();
  await userEvent.keyboard('{F2}Ett{Enter}{F2}Tvåan{Backspace}{Backspace}{Enter}{Enter}Tre{Enter}');
  await expect.element(screen.getByRole('rowheader', { name: 'Tre' }), { timeout: 3_000 }).toHaveFocus();
  expect(screen.getByRole('rowheader').elements().map((cell) => cell.textContent)).toEqual(['Ett', 'Två', 'Tre']);
});

test('a refusal stands beside the field and keeps what was typed', async () => {
  const screen = await render(<Case refuse />);
  await userEvent.tab();
  await userEvent.keyboard('{F2}');
  const box = screen.getByRole('textbox', { name: 'Titel' });
  await userEvent.fill(box, 'Kvar');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText('Titeln saknas. Skriv en titel.')).toBeVisible();
  await expect.element(box).toHaveValue('Kvar');
});

test('a click chooses a row and never opens its name; two do', async () => {
  const screen = await render(<Case />);
  const name = screen.getByRole('rowheader', { name: 'Första' });
  await name.click();
  await name.click({ delay: 20 });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(document.querySelector('[role=dialog]')).toBeNull();
  expect(focused()).toBe('a1');
  await name.dblClick();
  await expect.element(screen.getByRole('textbox', { name: 'Titel' })).toHaveFocus();
});

test('a row that is scrolled away keeps its place: the keys go on from it, and it has the focus again when it comes back', async () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ id: `r${i}`, level: 1, titel: `Rad ${i}` }));
  const heard: string[] = [];
  const onKey = (event: { key: string }, row: Row) => event.key === 'Delete' && heard.push(row.id) > 0;
  await render(
    <div style={{ height: 400, display: 'flex' }}>
      <Treegrid label="Lång" rows={many} columns={COLUMNS} onKey={onKey} editor={() => 'Fältet'} />
    </div>,
  );
  const grid = document.querySelector<HTMLElement>('[role=treegrid]')!;
  await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('r2');
  const shows = (id: string) => expect.poll(() => document.querySelector(`[data-id="${id}"]`) !== null);
  grid.scrollTop = 6_000;
  await shows('r2').toBe(false);
  expect(document.activeElement).toBe(grid);
  grid.scrollTop = 0;
  await expect.poll(focused).toBe('r2');
  grid.scrollTop = 6_000;
  await shows('r2').toBe(false);
  // What cannot be seen is not changed: it is gone to.
  await userEvent.keyboard('{Delete}');
  expect(heard).toEqual([]);
  await userEvent.keyboard('{F2}');
  await expect.poll(focused).toBe('r2');
  expect(document.querySelector('[role=dialog]')).toBeNull();
  await userEvent.keyboard('{Delete}');
  expect(heard).toEqual(['r2']);
  grid.scrollTop = 6_000;
  await shows('r2').toBe(false);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('r3');
  const ids = [...document.querySelectorAll<HTMLElement>('[data-id]')].map((row) => Number(row.dataset.id?.slice(1)));
  expect(ids).toEqual(ids.toSorted((a, b) => a - b));
});
