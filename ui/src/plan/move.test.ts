import { expect, test } from 'vitest';
import type { Planrad, Planslag, Plantrad } from '../api/generated';
import { dropOn, moveByKey } from './move';
import { planRows } from './rows';

/** "V vision / A fokus": indentation is the tree, the first letter the kind. */
function plan(text: string): Plantrad {
  const kinds: Record<string, Planslag> = { m: 'mal', u: 'uppdrag', a: 'aktivitet', g: 'grupp' };
  const rader: Planrad[] = [];
  const above: number[] = [];
  for (const line of text.split('\n').filter((l) => l.trim())) {
    const djup = (line.length - line.trimStart().length) / 2;
    const id = line.trim();
    const slag = kinds[id.charAt(0)] ?? 'grupp';
    rader.push({ slag, id: slag === 'grupp' ? id.slice(2) : id, djup, foralder: djup > 0 ? above[djup - 1] : undefined, niva: slag === 'mal' ? djup : undefined, titel: id });
    above[djup] = rader.length - 1;
  }
  const niva = (bar_uppdrag: boolean) => ({ id: '', singular: 'Mål', plural: 'Mål', bar_uppdrag, bar_matetal: bar_uppdrag });
  return { period: '2026-10', ar: 2026, stangt: false, verksamhetsar: [], nivaer: [niva(false), niva(true)], enheter: [], statusord: [], rader, brister: [], sammanfattning: '' };
}

const PLAN = plan(`
m0
  m1
    u1
      a1
      a2
    u2
      a3
  m2
g:utan_mal
  u3
g:utan_uppdrag
  a4
`);
const ROWS = planRows(PLAN, { depth: 'aktivitet', brister: new Set() }, null);
const row = (id: string) => ROWS.find((r) => r.id === id) as (typeof ROWS)[number];
const key = (id: string, pressed: string) => {
  const decision = moveByKey(PLAN, ROWS, row(id), pressed);
  if (!decision) return null;
  return 'refused' in decision ? decision.refused : `${decision.move.parent} after ${decision.move.after}`;
};
const drop = (id: string, target: string, where: 'before' | 'after' | 'into') => {
  const decision = dropOn(PLAN, ROWS, row(id), row(target), where);
  return 'refused' in decision ? decision.refused : `${decision.move.parent} after ${decision.move.after}`;
};

test('Alt with an arrow moves among siblings and on into the neighbouring parent', () => {
  expect(key('a2', 'ArrowUp')).toBe('u1 after null');
  expect(key('a1', 'ArrowDown')).toBe('u1 after a2');
  expect(key('a2', 'ArrowDown')).toBe('u2 after null');
  expect(key('a3', 'ArrowUp')).toBe('u1 after a2');
  expect(key('m0', 'ArrowUp')).toMatch(/inte/);
  expect(key('u2', 'ArrowDown')).toBe('m2 after null');
});

test('Alt with left and right moves out and in where the model allows', () => {
  expect(key('a1', 'ArrowLeft')).toBe('null after null');
  expect(key('a4', 'ArrowRight')).toBe('u3 after null');
  expect(key('u3', 'ArrowRight')).toBe('m2 after null');
  expect(key('a4', 'ArrowLeft')).toMatch(/ytterst/);
  expect(key('m2', 'ArrowRight')).toMatch(/inte/);
});

test('a drop lands beside its own kind, inside its parents, and is refused elsewhere', () => {
  expect(drop('a3', 'a1', 'before')).toBe('u1 after null');
  expect(drop('a3', 'a1', 'after')).toBe('u1 after a1');
  expect(drop('a3', 'u1', 'into')).toBe('u1 after a2');
  expect(drop('a3', 'm1', 'into')).toMatch(/bara ligga i ett uppdrag/);
  expect(drop('u1', 'm0', 'into')).toMatch(/bär uppdrag/);
  expect(drop('m1', 'm2', 'after')).toBe('m0 after m2');
});

test('lines end where a family ends, and a filter keeps the way up', () => {
  expect(row('a1').lasts).toEqual([false, false, false]);
  expect(row('a3').lasts).toEqual([false, true, true]);
  expect(row('m2').lasts).toEqual([true]);
  const broken = { ...PLAN, rader: PLAN.rader.map((r) => (r.id === 'a3' ? { ...r, brister: ['utan_uppdrag' as const] } : r)) };
  const kept = planRows(broken, { depth: 'aktivitet', brister: new Set(['utan_uppdrag']) }, null);
  expect(kept.map((r) => r.id)).toEqual(['m0', 'm1', 'u2', 'a3']);
});
