import { expect, test } from 'vitest';
import type { Planrad, Plantrad } from '../api/generated';
import { childOf } from './add';
import { planRows } from './rows';
import { nameOfNew, placeholder } from './texts';

const rad = (id: string, slag: Planrad['slag'], djup: number, foralder?: number, niva?: number) => ({ id, slag, djup, foralder, niva, titel: id }) as unknown as Planrad;
const niva = (singular: string, bar_uppdrag: boolean) => ({ id: singular, singular, plural: singular, bar_uppdrag, bar_matetal: bar_uppdrag });

const PLAN = {
  ar: 2026,
  nivaer: [niva('Vision', false), niva('Kommunmål', true), niva('Nämndmål', true)],
  rader: [
    rad('vision', 'mal', 0, undefined, 0),
    rad('kf1', 'mal', 1, 0, 1),
    rad('n1', 'mal', 2, 1, 2),
    rad('u1', 'uppdrag', 3, 2),
    rad('a1', 'aktivitet', 4, 3),
    rad('kf2', 'mal', 1, 0, 1),
    rad('utan_mal', 'grupp', 0),
    rad('utan_uppdrag', 'grupp', 0),
  ],
} as unknown as Plantrad;

/** What *Infoga* adds at a row, and what the row for it says. */
function infoga(id?: string): [string, string | null, string] {
  const row = planRows(PLAN, { depth: 'aktivitet', brister: new Set() }, null).find((r) => r.id === id);
  const ny = childOf(PLAN, row);
  if (!ny) return ['', null, ''];
  return [nameOfNew(PLAN, ny), ny.under, placeholder(ny.kind, ny.niva === undefined ? undefined : PLAN.nivaer[ny.niva])];
}

test('Infoga adds the nearest below at every level, and the row says what it will be', () => {
  expect(infoga()).toEqual(['vision', null, 'Nytt i planen: vision']);
  expect(infoga('vision')).toEqual(['kommunmål', 'vision', 'Nytt i planen: kommunmål']);
  expect(infoga('kf1'), 'divided into mål already').toEqual(['nämndmål', 'kf1', 'Nytt i planen: nämndmål']);
  expect(infoga('kf2'), 'nothing below yet').toEqual(['uppdrag', 'kf2', 'Skriv ett nytt uppdrag']);
  expect(infoga('n1')).toEqual(['uppdrag', 'n1', 'Skriv ett nytt uppdrag']);
  expect(infoga('u1')).toEqual(['aktivitet', 'u1', 'Skriv en ny aktivitet']);
  expect(infoga('a1'), 'the last row of the open uppdrag').toEqual(['aktivitet', 'u1', 'Skriv en ny aktivitet']);
  expect(infoga('utan_mal')).toEqual(['uppdrag', 'utan_mal', 'Skriv ett nytt uppdrag']);
  expect(infoga('utan_uppdrag')).toEqual(['aktivitet', 'utan_uppdrag', 'Skriv en ny aktivitet']);
});
