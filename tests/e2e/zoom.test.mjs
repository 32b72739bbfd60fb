/**
 * Every screen at 200 % in a window of 1366×768 and at 400 % in one of 1280×1024 (320 wide as the page sees it): nothing is lost,
 * nothing is cut off, and Tab comes to everything in view. Pictures in ut/e2e.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { example, home } from './stod/plats.mjs';
import { Key, sleep, start, until } from './stod/program.mjs';
import { faults } from './stod/synligt.mjs';
import { tabTo } from './stod/tangenter.mjs';

const SCREENS = ['plan', 'inlasning', 'uppfoljning', 'ekonomi', 'rapport', 'historik', 'installning'];
const TABLE = ['Nr;Uppdrag;Status;Slutdatum', '1;Korta väntan på stöd;Pågår;2026-12-31', '2;Fler ska kunna bo kvar hemma;Ej påbörjad;2026-06-31', ''].join('\r\n');

/** Waits until the page says no more that it is fetching, and has drawn. */
async function settled(p) {
  for (let quiet = 0; quiet < 3; ) {
    await sleep(100);
    quiet = (await p.js(`return document.querySelector('.loading, [aria-busy=true]') === null`)) ? quiet + 1 : 0;
  }
  await p.drawn();
}

/** The window's size, then Ctrl and plus until the page is so much larger. */
async function zoom(p, percent, width, height) {
  await p.chord(Key.CONTROL, '0');
  execFileSync('wmctrl', ['-r', 'Röda tråden', '-e', `0,0,0,${width},${height}`]);
  await until('fönstrets bredd', async () => (await p.js('return innerWidth')) === width);
  await until(`${percent} %`, async () => {
    const now = await p.js('return innerWidth');
    if (Math.abs(now - (width * 100) / percent) <= 1) return true;
    await p.chord(Key.CONTROL, Key.ADD);
    await until(`större än ${Math.round((width * 100) / now)} %`, async () => (await p.js('return innerWidth')) < now);
    return false;
  });
  await settled(p);
}

for (const [percent, width, height] of [[200, 1366, 768], [400, 1280, 1024]]) {
  test(`alla skärmar i ${percent} %`, async (t) => {
    const at = home(t);
    const source = join(at, 'uppdrag.csv');
    writeFileSync(source, TABLE);
    const p = await start(t, { at });
    const found = {};
    const look = async (name) => {
      await settled(p);
      await p.picture(`${name}-${percent}`);
      const wrong = await faults(p);
      if (wrong.length) found[name] = wrong;
    };
    await p.see('Ny plan');
    await zoom(p, percent, width, height);
    await look('start');
    p.answer('open', example(at));
    await p.chord(Key.CONTROL, 'o');
    await p.see('Hoppa till innehållet');
    for (const [i, screen] of SCREENS.entries()) {
      await p.chord(Key.CONTROL, String(i + 1));
      await p.find(`[data-screen="${screen}"] h1`);
      if (screen === 'inlasning') {
        p.answer('open', source);
        await tabTo(p, 'Välj fil');
        await p.press(Key.ENTER);
        await p.find('.preview');
      }
      await look(screen);
    }
    await p.chord(Key.F1);
    await p.find('.help');
    await look('hjalp');
    assert.equal(Object.entries(found).flatMap(([name, wrong]) => wrong.map((one) => `${name}: ${one}`)).join('\n'), '');
    await p.close();
  });
}
