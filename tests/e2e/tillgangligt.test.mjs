/** What assistive technology is told (AT-SPI): the plan's rows with level, state and name, the status in words, a name on every button. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, example, home } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';

/** The things in the window, from above: depth, role and the rest of what is told. */
function things() {
  return accessible('')
    .split('\n')
    .map((row) => ({ depth: row.search(/\S/), role: row.trim().split('\t')[0], told: row.trim().split('\t').slice(1) }));
}

/** The rows of the tree table, each with its cells. */
function rows(all) {
  const found = [];
  for (const [i, thing] of all.entries()) {
    if (thing.role !== 'table row') continue;
    const end = all.findIndex((t, j) => j > i && t.depth <= thing.depth);
    const inside = all.slice(i + 1, end < 0 ? undefined : end).filter((t) => t.depth === thing.depth + 2);
    found.push({ told: thing.told.join(' '), header: inside.find((t) => t.role === 'row header')?.told[0] ?? '', cells: inside.filter((t) => t.role === 'table cell').map((t) => t.told[0] ?? '') });
  }
  return found.filter((row) => row.told.includes('level'));
}

test('trädet säger nivå, utfälld eller hopfälld, namn och status i ord, och varje knapp har ett namn', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  const all = await until('planens rader', () => {
    const found = things();
    return rows(found).length > 10 && found;
  }, 20_000);
  assert.ok(all.some((thing) => thing.role === 'tree table' && thing.told.includes('Planens röda tråd')));
  const plan = rows(all);
  assert.match(plan[0].told, /level 1 .*expanded/);
  assert.match(plan[0].header, /^Vision.*Sjöberga 2040/);
  for (const level of [1, 2, 3, 4, 5, 6]) assert.ok(plan.some((row) => row.told.includes(`level ${level}`)), `ingen rad på nivå ${level}`);
  const aktivitet = plan.find((row) => row.header.startsWith('1.1 '));
  assert.ok(aktivitet, `ingen rad heter 1.1: ${plan.map((row) => row.header).join(' | ')}`);
  assert.match(aktivitet.told, /level 6/);
  assert.doesNotMatch(aktivitet.told, /expand/);
  assert.equal(aktivitet.cells[0], 'Genomförd');
  assert.deepEqual(plan.filter((row) => !row.header), []);

  await p.js(`document.querySelector('[data-column="0"][tabindex="0"]').focus()`);
  await p.chord(Key.ARROW_LEFT);
  await p.find('[data-index="0"][aria-expanded="false"]');
  const folded = await until('en hopfälld rad', () => {
    const [first] = rows(things());
    return first && !first.told.includes('expanded') && first;
  });
  assert.match(folded.told, /level 1 .*expandable/);
  assert.match(folded.header, /^Vision/);
  await p.chord(Key.ARROW_RIGHT);

  const unnamed = (where, found) => found.filter((thing) => /button|link|check box|radio button|entry|combo box/.test(thing.role) && !thing.told[0]).map((thing) => `${where}: ${thing.role}`);
  const without = unnamed('plan', all);
  for (const [key, screen] of [['3', 'uppfoljning'], ['4', 'ekonomi'], ['5', 'rapport']]) {
    await p.chord(Key.CONTROL, key);
    await p.find(`[data-screen="${screen}"] ${screen === 'rapport' ? '.rapport-ark' : '[role=treegrid]'}`);
    const found = things();
    without.push(...unnamed(screen, found));
    if (screen !== 'rapport') assert.deepEqual(rows(found).filter((row) => !row.header).map((row) => `${screen}: ${row.told}`), []);
  }
  assert.deepEqual(without, []);
  await p.close();
});
