import { expect, test } from 'vitest';
import { COLUMNS, besideTyped, nextTyped, placePasted } from './cells';
import { bild } from './testbild';

const { rader } = bild();
const from = (row: string) => ({ row, column: 'prognos' as const });

test('Retur goes past the sums', () => {
  expect(nextTyped(rader, from('b'), 1)).toEqual(from('c'));
  expect(nextTyped(rader, from('c'), 1)).toEqual(from('c'));
  expect(besideTyped(rader, COLUMNS, { row: 'a', column: 'prognos' }, 1)).toEqual({ row: 'b', column: 'budget' });
});

test('a column copied with its sums falls on the rows as they stand', () => {
  const { celler, skipped } = placePasted(rader, COLUMNS, from('a'), '−1\r\n−2\r\n−3\r\n4\r\n1\r\n');
  expect(celler.map((c) => c.text)).toEqual(['−1', '−2', '4']);
  expect(skipped).toBe(2);
});

test('a column without sums falls on the rows that are typed', () => {
  const { celler, skipped } = placePasted(rader, COLUMNS, from('a'), '−1\n−2\n4');
  expect(celler.map((c) => c.nyckel)).toEqual([{ driftrad: 'a' }, { driftrad: 'b' }, { driftrad: 'c' }]);
  expect(skipped).toBe(0);
});

test('several columns fill budget, utfall and prognos', () => {
  const { celler } = placePasted(rader, COLUMNS, { row: 'a', column: 'budget' }, '1\t2\t3');
  expect(celler.map((c) => c.slag)).toEqual(['budget', 'utfall_ack', 'prognos']);
});
