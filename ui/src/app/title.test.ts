import { expect, test } from 'vitest';
import { titleOf } from './title';

test('the title names the open plan, and always the program', () => {
  expect(titleOf({ namn: 'Socialförvaltningen', rubrik: 'Verksamhetsplan 2026' })).toBe('Socialförvaltningen, Verksamhetsplan 2026 – Röda tråden');
  expect(titleOf({ namn: 'Socialförvaltningen', rubrik: '' })).toBe('Socialförvaltningen – Röda tråden');
  expect(titleOf(null)).toBe('Röda tråden');
});
