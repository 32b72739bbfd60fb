/** Every screen of the example, light and dark: axe-core has nothing against it, nothing goes wrong in the page; pictures in ut/e2e. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { example, home } from './stod/plats.mjs';
import { sleep, start } from './stod/program.mjs';

const SCREENS = ['plan', 'inlasning', 'uppfoljning', 'ekonomi', 'rapport', 'historik', 'installning'];

/** Waits until the page says no more that it is fetching, and has drawn. */
async function settled(p) {
  await p.drawn();
  for (let quiet = 0; quiet < 3; ) {
    await sleep(120);
    quiet = (await p.js(`return document.querySelector('.loading, [aria-busy=true]') === null`)) ? quiet + 1 : 0;
  }
  await p.drawn();
}

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
      const found = [...(await p.axe()).map((v) => `${v.regel}: ${v.var.join(' | ')}`), ...(await p.troubles())];
      if (found.length) faults[screen] = found;
      await p.js('window.troubles.length = 0');
    }
    assert.deepEqual(faults, {});
    await p.close();
  });
}

test('startskärmen och hjälpen, ljus och mörk', async (t) => {
  const p = await start(t);
  const faults = {};
  for (const theme of ['light', 'dark']) {
    await p.js(`document.documentElement.dataset.theme = arguments[0]`, theme);
    await settled(p);
    await p.picture(`start-${theme}`);
    const found = [...(await p.axe()).map((v) => `${v.regel}: ${v.var.join(' | ')}`), ...(await p.troubles())];
    if (found.length) faults[theme] = found;
  }
  assert.deepEqual(faults, {});
});
