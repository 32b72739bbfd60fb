/** The focus is never lost: whatever goes away or closes, something in the window has it, and where it can it is what had it before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { example, home } from './stod/plats.mjs';
import { Key, sleep, start, until } from './stod/program.mjs';
import { answerWho, command, kept, tabTo, tabToCell } from './stod/tangenter.mjs';

const DELETE = '\uE017';
const INSERT = '\uE016';
const F4 = '\uE034';

/** The column of the cell that has the focus; nothing when no cell has it. */
const column = (p) => p.js(`return document.activeElement.dataset.column ?? ''`);
/** Which cell it is. */
const cell = (p) => p.js(`const e = document.activeElement; return e.dataset.column + ' ' + e.closest('[role=row]')?.dataset.id`);
const inGrid = (p, what) => until(`fokus i tabellen efter ${what}`, async () => (await column(p)) !== '', 4_000);
const noDialog = (p) => until('att dialogen stängs', () => p.js(`return document.querySelector('[role=dialog]') === null`));
const aDialog = (p) => until('en dialog', () => p.js(`return document.querySelector('[role=dialog]')?.contains(document.activeElement)`));

test('fokus går aldrig förlorat', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  const to = async (number, screen) => {
    await p.chord(Key.CONTROL, String(number));
    await p.find(`[data-screen="${screen}"] h1`);
    await kept(p, `bytet till ${screen}`);
  };
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await inGrid(p, 'starten');
  for (let i = 0; i < 5; i += 1) await p.chord(Key.ARROW_DOWN);

  // The first change asks who one is; the row is gone when that is answered.
  await p.press(DELETE);
  await answerWho(p);
  await p.find('button[aria-label^="Ångra: ta bort"]:enabled');
  await inGrid(p, 'frågan vem som skriver');
  await p.chord(Key.ARROW_DOWN);
  const rest = await p.js(`return document.activeElement.closest('[role=row]').dataset.id`);
  await p.press(DELETE);
  await until('att raden är borta', () => p.js(`return document.querySelector('[data-id="' + arguments[0] + '"]') === null`, rest));
  await inGrid(p, 'borttagningen');
  await p.chord(Key.CONTROL, 'z');
  await p.find('button[aria-label^="Gör om: "]:enabled');
  await inGrid(p, 'det ångrade');
  await p.press(Key.F2);
  await aDialog(p);
  await p.press(Key.ESCAPE);
  await noDialog(p);
  await inGrid(p, 'redigeringen');
  await p.press(INSERT);
  await until('fältet', () => p.js(`return document.activeElement.matches('input')`));
  await p.press(Key.ESCAPE);
  await inGrid(p, 'den nya raden');
  for (const [name, key] of [['sökrutan', [Key.CONTROL, 'k']], ['hjälpen', [Key.F1]]]) {
    await p.chord(Key.ARROW_RIGHT);
    const before = await cell(p);
    await p.chord(...key);
    await aDialog(p);
    await p.press(Key.ESCAPE);
    await noDialog(p);
    await until(`fokus i samma cell efter ${name}`, async () => (await cell(p)) === before, 4_000);
  }
  await tabTo(p, 'Dölj sidopanelen');
  await p.chord(F4);
  await until('att panelen stängs', () => p.js(`return document.querySelector('aside') === null`));
  await kept(p, 'att panelen stängts med F4');
  await p.chord(F4);
  await p.find('aside');
  await tabTo(p, 'Dölj sidopanelen');
  await p.press(Key.ENTER);
  await until('att panelen stängs', () => p.js(`return document.querySelector('aside') === null`));
  await kept(p, 'att panelen stängts med sin knapp');
  await p.chord(F4);
  await p.find('aside');
  await tabTo(p, 'Dölj sidopanelen');

  await to(3, 'uppfoljning');
  await p.find('[role=row][data-id]');
  await tabToCell(p);
  await p.press('3');
  await p.find('button[aria-label^="Ångra: "]:enabled');
  await inGrid(p, 'siffran');
  await p.chord(Key.ARROW_RIGHT);
  await p.press(Key.ENTER);
  await aDialog(p);
  await p.press(Key.ESCAPE);
  await noDialog(p);
  await inGrid(p, 'statuslistan');
  await command(p, 'Ny uppföljning');
  await until('dialogen', () => p.js(`return document.querySelector('[role=dialog] .upp-new') !== null`));
  await p.press(Key.ESCAPE);
  await noDialog(p);
  await kept(p, 'dialogen Ny uppföljning');

  await to(4, 'ekonomi');
  await until('tabellen', () => p.js(`return document.querySelector('[data-column=prognos][tabindex="0"]') !== null`));
  await p.js(`document.querySelector('[data-column=prognos][tabindex="0"]').focus()`);
  await p.press('1', Key.ESCAPE);
  await inGrid(p, 'beloppet');
  await p.press(INSERT);
  await until('fältet', () => p.js(`return document.activeElement.matches('input')`));
  await p.press(Key.ESCAPE);
  await inGrid(p, 'den nya raden');

  await to(5, 'rapport');
  await p.find('.rapport-ark');
  await command(p, 'Lås för utskick');
  await p.see('som förslag till nämnden');
  await p.press(Key.ESCAPE);
  await noDialog(p);
  await kept(p, 'dialogen Lås för utskick');
  await to(6, 'historik');
  await to(7, 'installning');
  await to(2, 'inlasning');
  await p.chord(Key.CONTROL, 'w');
  await p.see('Senaste planer');
  await sleep(200);
  await kept(p, 'att planen stängts');
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});
