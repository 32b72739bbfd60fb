/** The window itself: opens on a plan, is accessible, keeps its page at home. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { example, home } from './stod/plats.mjs';
import { start } from './stod/program.mjs';

test('fönstret öppnas på exemplet och klarar axe', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  await p.see('Socialförvaltningen');
  await p.picture('fonster');
  assert.deepEqual(await p.axe(), []);
  await p.close();
});

test('axe är vaket: ett inplanterat fel hittas', async (t) => {
  const p = await start(t);
  await p.js(`document.body.insertAdjacentHTML('beforeend', '<img src="data:," width="20" height="20"><button></button>')`);
  const found = (await p.axe()).map((v) => v.regel);
  assert.ok(found.includes('image-alt') && found.includes('button-name'), found.join());
});

test('sidan stannar hemma: inga skript inne i sidan, ingen annan adress, inga andra kommandon', async (t) => {
  const p = await start(t);
  const stopped = await p.driver.executeAsyncScript(`
    const done = arguments[0];
    const script = document.createElement('script');
    script.textContent = 'window.planted = 1';
    document.head.append(script);
    const denied = window.__TAURI_INTERNALS__.invoke('plugin:window|set_title', { label: 'main', value: 'x' }).then(() => 'tilläts', () => 'nekades');
    const fetched = fetch('https://example.org/').then(() => 'hämtades', () => 'nekades');
    Promise.all([denied, fetched]).then(([denied, fetched]) => setTimeout(() => done({ denied, fetched, planted: window.planted ?? null }), 50));`);
  assert.deepEqual(stopped, { denied: 'nekades', fetched: 'nekades', planted: null });
  const address = await p.driver.getCurrentUrl();
  await p.js(`location.href = 'https://example.org/'`);
  await p.drawn();
  assert.equal(await p.driver.getCurrentUrl(), address);
});
