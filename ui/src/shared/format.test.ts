import { expect, test } from 'vitest';
import { count, counted, rowsShown } from './format';

test('thousands are parted by a space that does not break, and one is one', () => {
  expect(count(5000)).toBe('5\u00a0000');
  expect(counted(1, 'rad', 'rader')).toBe('1\u00a0rad');
  expect(rowsShown(12345)).toBe('12\u00a0345\u00a0rader visas.');
});
