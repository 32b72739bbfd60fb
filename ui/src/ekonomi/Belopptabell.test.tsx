import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { UiError } from '../api/generated';
import { Belopptabell } from './Belopptabell';
import { bild } from './testbild';

const wrong: UiError = { code: 'typed', message: '”abc” är inget belopp.', hint: 'Skriv till exempel −83 820.', detail: '', field: null };
const save = vi.fn();
const paste = vi.fn();
/** How long a write takes. */
let takes = 0;
beforeEach(() => {
  takes = 0;
  save.mockReset();
  paste.mockReset();
});

function Case() {
  const [selected, setSelected] = useState<string | null>('a');
  return (
    <Belopptabell
      bild={bild()}
      selected={selected}
      onSelect={(row) => setSelected(row.id)}
      save={async (row, column, text) => {
        save(row.id, column, text);
        await new Promise((resolve) => setTimeout(resolve, takes));
        return text === 'abc' ? wrong : undefined;
      }}
      rename={async () => undefined}
      paste={paste}
      onKey={() => false}
    />
  );
}

const focused = () => {
  const cell = document.activeElement as HTMLElement;
  return `${cell.closest('tr')?.dataset.row} ${cell.dataset.column}`;
};

async function open() {
  const screen = await render(<Case />);
  (document.querySelector('[data-row=a] > [data-column=prognos]') as HTMLElement).focus();
  return screen;
}

test('a digit opens the cell, Retur saves and goes down past the sum', async () => {
  await open();
  await userEvent.keyboard('7{Enter}');
  expect(save).toHaveBeenCalledWith('a', 'prognos', '7');
  await expect.poll(focused).toBe('b prognos');
  await userEvent.keyboard('-5 500{Enter}');
  expect(save).toHaveBeenLastCalledWith('b', 'prognos', '-5 500');
  await expect.poll(focused).toBe('c prognos');
});

test('what is typed while a cell is being saved comes in the next one', async () => {
  takes = 150;
  await open();
  await userEvent.keyboard('1250{Enter}1300{Enter}1350{Enter}');
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(3), 3_000);
  expect(save.mock.calls).toEqual([['a', 'prognos', '1250'], ['b', 'prognos', '1300'], ['c', 'prognos', '1350']]);
});

test('what is typed after a refusal stays in the refused cell', async () => {
  takes = 150;
  const screen = await open();
  await userEvent.keyboard('{Enter}abc{Enter}de{Backspace}');
  await expect.element(screen.getByRole('textbox')).toHaveValue('abcd');
  expect(save).toHaveBeenCalledTimes(1);
});

test('a refusal keeps the typing and says why; Esc gives back the cell', async () => {
  const screen = await open();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('abc{Enter}');
  await expect.element(screen.getByRole('alert')).toHaveTextContent('inget belopp');
  await expect.element(screen.getByRole('textbox')).toHaveValue('abc');
  await userEvent.keyboard('{Escape}');
  await expect.poll(focused).toBe('a prognos');
  expect(save).toHaveBeenCalledTimes(1);
});

test('nothing is written when nothing was changed, and Tab goes to the next typed cell', async () => {
  await open();
  await userEvent.keyboard('{Enter}{Tab}');
  expect(save).not.toHaveBeenCalled();
  await expect.poll(focused).toBe('b budget');
});

test('arrows move, and a sum cannot be opened', async () => {
  const screen = await open();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}9');
  await expect.poll(focused).toBe('s prognos');
  expect(screen.getByRole('textbox').elements()).toHaveLength(0);
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('s namn');
});

test('a pasted column is handed over whole', async () => {
  await open();
  const data = new DataTransfer();
  data.setData('text/plain', '−1\n−2');
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  expect(paste.mock.calls[0]?.slice(0, 2)).toEqual([{ row: 'a', column: 'prognos' }, '−1\n−2']);
});
