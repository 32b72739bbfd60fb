import { describe, expect, test } from 'vitest';
import { arrange } from './treeRows';

const rows = [
  { id: 'a', level: 1 },
  { id: 'b', level: 2 },
  { id: 'c', level: 3 },
  { id: 'd', level: 2 },
  { id: 'e', level: 1 },
];
const seen = (collapsed: string[] = []) => arrange(rows, new Set(collapsed));

describe('arrange', () => {
  test('says parent, position and siblings of each row', () => {
    expect(seen().map((a) => [a.row.id, a.parent, a.position, a.siblings, a.expanded])).toEqual([
      ['a', -1, 1, 2, true],
      ['b', 0, 1, 2, true],
      ['c', 1, 1, 1, undefined],
      ['d', 0, 2, 2, undefined],
      ['e', -1, 2, 2, undefined],
    ]);
  });
  test('hides everything below a collapsed row and nothing else', () => {
    expect(seen(['a']).map((a) => [a.row.id, a.expanded])).toEqual([
      ['a', false],
      ['e', undefined],
    ]);
    expect(seen(['b']).map((a) => a.row.id)).toEqual(['a', 'b', 'd', 'e']);
  });
});
