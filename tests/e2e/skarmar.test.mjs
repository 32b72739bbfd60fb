/** Every screen of the example, light and dark: axe-core has nothing against it, nothing goes wrong in the page; pictures in ut/e2e. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { example, home } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';
import { against, settled } from './stod/sida.mjs';

const SCREENS = ['plan', 'inlasning', 'uppfoljning', 'ekonomi', 'rapport', 'historik', 'installning'];

for (const [theme, utseende] of [['ljus', 'ljus'], ['mörk', 'mork']]) {
  test(`alla skärmar, ${theme}`, async (t) => {
    const at = home(t);
    const p = await start(t, { at, file: example(at) });
    await p.js(`return window.__TAURI_INTERNALS__.invoke('call', { name: 'set_program', args: { utseende: arguments[0] } })`, utseende);
    await p.js(`document.documentElement.dataset.theme = arguments[0]`, utseende === 'mork' ? 'dark' : 'light');
    const faults = {};
    for (const screen of SCREENS) {
      await (await p.find(`a[href="#${screen}"]`)).click();
      await settled(p);
      await p.picture(`${screen}-${utseende}`);
      const found = await against(p);
      if (found.length) faults[screen] = found;
    }
    assert.deepEqual(faults, {});
    await p.close();
  });
}

test('startskärmen och hjälpen, ljus och mörk', async (t) => {
  const p = await start(t);
  const faults = {};
  const look = async (name) => {
    await settled(p);
    await p.picture(name);
    const found = await against(p);
    if (found.length) faults[name] = found;
  };
  for (const theme of ['light', 'dark']) {
    await p.js(`document.documentElement.dataset.theme = arguments[0]`, theme);
    await look(`start-${theme}`);
    await p.press(Key.F1);
    await p.find('.help article');
    await look(`hjalp-${theme}`);
    await p.press(Key.ESCAPE);
    await until('att hjälpen stängs', () => p.js(`return document.querySelector('.help') === null`));
  }
  assert.deepEqual(faults, {});
  await p.close();
});

test('startskärmens fot syns i fönster som fyller 1440 × 900 och 1366 × 768', async (t) => {
  const p = await start(t);
  await p.see('Senaste planer');
  for (const [width, height] of [[1440, 900], [1366, 768]]) {
    // Without a title bar of 32 px; the menu is in the window.
    execFileSync('wmctrl', ['-r', 'Röda tråden', '-e', `0,0,0,${width},${height - 32}`]);
    await until(`bredden ${width}`, async () => (await p.js('return innerWidth')) === width);
    await p.picture(`start-${width}`);
    assert.deepEqual(await p.js(`return { rullar: document.scrollingElement.scrollHeight > innerHeight, fot: document.querySelector('.start-foot').getBoundingClientRect().bottom <= innerHeight }`), { rullar: false, fot: true }, `${width} × ${height}`);
  }
  await p.close();
});
