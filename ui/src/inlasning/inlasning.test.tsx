import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Inlasningsblad, Rikcell } from '../api/generated';
import { STATUSES } from '../shared/symbols';
import { Cell } from './Cell';
import { SheetTabs } from './SheetTabs';
import { requestOf, setSource, chooseField, chooseKind, mend, useWork } from './work';

const REFUSED: Rikcell = {
  text: '2026-06-31',
  kalla: '2026-06-31',
  status: null,
  fran: null,
  till: null,
  anm: null,
  rattad: false,
  fel: { vagrad: true, text: 'Juni har 30 dagar', ratta: 'Rätta datum' },
};

test('a refused cell is mended in place by keyboard, and Esc gives the focus back', async () => {
  const onMend = vi.fn();
  const screen = await render(<Cell cell={REFUSED} label="Slutdatum, rad 8" onMend={onMend} />);
  const button = screen.getByRole('button', { name: 'Rätta datum, Slutdatum, rad 8' });
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  const field = screen.getByRole('textbox', { name: 'Slutdatum, rad 8' });
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('nej{Escape}');
  await expect.element(button).toHaveFocus();
  expect(onMend).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}2026-06-30{Enter}');
  expect(onMend).toHaveBeenCalledWith('2026-06-30');
});

test('a status that was not understood is chosen among the six, and sent in the word every import knows', async () => {
  const onMend = vi.fn();
  const cell = { ...REFUSED, kalla: 'Typ klart', fel: { vagrad: true, text: 'Ordet känns inte igen', ratta: 'Rätta status' } };
  const statuses = STATUSES.map((status) => ({ status, ord: status === 'genomford' ? 'Klar' : status, standard: status === 'genomford' ? 'Genomförd' : status }));
  const screen = await render(<Cell cell={cell} label="Läge, rad 8" statuses={statuses} onMend={onMend} />);
  const button = screen.getByRole('button', { name: 'Rätta status, Läge, rad 8' });
  await button.click();
  await expect.element(screen.getByRole('textbox')).not.toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  await expect.element(button).toHaveFocus();
  await button.click();
  await screen.getByRole('option', { name: /Klar/ }).click();
  expect(onMend).toHaveBeenCalledWith('Genomförd');
  await button.click();
  await userEvent.keyboard('5');
  expect(onMend, 'the digit beside the word').toHaveBeenCalledTimes(2);
});

test('old and new are said to listeners', async () => {
  const cell = { ...REFUSED, fel: null, fran: { text: 'Ej påbörjad', status: 'ej_paborjad' as const }, till: { text: 'Försenad', status: 'forsenad' as const } };
  const screen = await render(<Cell cell={cell} label="Läge, rad 8" onMend={() => {}} />);
  await expect.element(screen.getByText('från')).toBeInTheDocument();
  expect(screen.container.textContent).toBe('från Ej påbörjadtill Försenad');
});

const refused = { utslag: 'vagrad', anmarkning: false, antal: 1, text: '1', ord: 'vägrad' };
const sheet = (blad: string) => ({ blad, antal: '3 rader', rader: [], kolumner: [], chips: blad === 'Två' ? [refused] : [] }) as unknown as Inlasningsblad;

function Tabs() {
  const { now } = useWork();
  return <SheetTabs sheets={[sheet('Ett'), sheet('Två'), sheet('Tre')]} shown={now?.shown ?? 'Ett'} />;
}

test('sheets are changed with the arrows', async () => {
  setSource({ visad: 'x' });
  const screen = await render(<Tabs />);
  screen.getByRole('tab', { name: 'Ett' }).element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(screen.getByRole('tab', { name: 'Två' })).toHaveFocus();
  await expect.element(screen.getByRole('tab', { name: 'Två' })).toHaveTextContent('3 rader1 vägrad');
  await expect.element(screen.getByRole('tab', { name: 'Tre' })).toHaveTextContent('3 rader');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(screen.getByRole('tab', { name: 'Tre' })).toHaveAttribute('aria-selected', 'true');
});

function Request() {
  const { now } = useWork();
  return <output>{now && JSON.stringify(requestOf(now))}</output>;
}

test('decisions gather in the request; another kind forgets the fields of the first', async () => {
  setSource({ visad: 'x' });
  const screen = await render(<Request />);
  chooseField('Ett', 2, 'enhet');
  mend({ blad: 'Ett', rad: 4, kolumn: 1 }, 'a');
  mend({ blad: 'Ett', rad: 4, kolumn: 1 }, 'b');
  await expect
    .element(screen.getByRole('status'))
    .toHaveTextContent('{"kalla":{"visad":"x"},"blad":[{"blad":"Ett","falt":{"2":"enhet"}}],"rattningar":[{"blad":"Ett","rad":4,"kolumn":1,"text":"b"}]}');
  chooseKind('Ett', 'uppdrag');
  mend({ blad: 'Ett', rad: 4, kolumn: 1 }, null);
  await expect.element(screen.getByRole('status')).toHaveTextContent('{"kalla":{"visad":"x"},"blad":[{"blad":"Ett","falt":{},"las":true,"slag":"uppdrag"}]}');
});
