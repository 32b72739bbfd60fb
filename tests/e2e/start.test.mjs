/** Starting and ending: a second start, closing, what is remembered, a page that dies, the native menu. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { accessible, example, home, line, program, surroundings } from './stod/plats.mjs';
import { sleep, start, until } from './stod/program.mjs';

const windows = () => execFileSync('wmctrl', ['-l', '-p'], { encoding: 'utf8' }).trim().split('\n').filter((row) => row.includes('Röda tråden'));

/** Starts the program once more, and waits for that start to end. */
async function startAgain(at, ...words) {
  const second = spawn(program(), words, { env: surroundings(at), stdio: 'ignore' });
  assert.equal(await new Promise((resolve) => second.on('exit', resolve)), 0);
}

test('en andra start öppnar sin fil i det första fönstret', async (t) => {
  const at = home(t);
  const p = await start(t, { at });
  await startAgain(at, example(at, 'andra.vplan'));
  await p.see('Socialförvaltningen');
  assert.equal(windows().length, 1);
  await p.close();
});

const x = (...words) => execFileSync('xdotool', words, { encoding: 'utf8' }).trim();
const isHidden = (id) => execFileSync('xprop', ['-id', id, '_NET_WM_STATE'], { encoding: 'utf8' }).includes('_NET_WM_STATE_HIDDEN');

test('en andra start lyfter fram ett fönster som är minimerat', async (t) => {
  const at = home(t);
  const p = await start(t, { at });
  const [id] = windows()[0].split(' ');
  x('windowminimize', id);
  await until('att fönstret minimeras', () => isHidden(id));
  await startAgain(at);
  await until('att fönstret visas', () => !isHidden(id));
  await until('att fönstret är det aktiva', () => Number(x('getactivewindow')) === Number(id));
  await p.close();
});

test('när fönstret stängs släpps filen, och storleken minns till nästa gång', async (t) => {
  const at = home(t);
  const file = example(at);
  const p = await start(t, { at, file });
  await p.see('Socialförvaltningen');
  assert.ok(existsSync(`${file}.las`));
  execFileSync('wmctrl', ['-r', 'Röda tråden', '-e', '0,60,40,1100,700']);
  await until('den nya storleken', async () => (await p.js('return innerWidth')) === 1100);
  execFileSync('wmctrl', ['-c', 'Röda tråden']);
  await until('att fönstret stängs', () => windows().length === 0);
  await until('att filen släpps', () => !existsSync(`${file}.las`));
  await p.end();
  assert.match(line(at, 'kontrollera', file), /"hel": true/);
  const again = await start(t, { at, file });
  await again.see('Socialförvaltningen');
  await until('den gamla storleken', async () => (await again.js('return innerWidth')) === 1100);
  const height = await again.js('return innerHeight');
  assert.ok(height > 600 && height <= 700, `höjden växer inte: ${height}`);
  await again.close();
});

test('en sida som dör startas om med ett ord, och det som var kvitterat finns i planen', async (t) => {
  const at = home(t);
  const file = example(at);
  const p = await start(t, { at, file });
  await p.see('Socialförvaltningen');
  const call = (name, args) => p.js(`return window.__TAURI_INTERNALS__.invoke('call', { name: arguments[0], args: arguments[1] })`, name, args);
  const page = p.pids().find((one) => one.args.includes('WebKitWebProcess'));
  await call('set_vem', { befattning: 'Nattvakt', ny: true });
  await call('create_uppdrag', { titel: 'Skrivet strax före' });
  process.kill(page.pid, 'SIGKILL');
  await until('att sidan laddas om', () => p.pids().some((one) => one.args.includes('WebKitWebProcess') && one.pid !== page.pid));
  // WebDriver loses its session with the page, so what is shown is looked for among the accessible things.
  await until('ett ord om omstarten', () => accessible('Fönstret startades om'), 30_000);
  assert.ok(accessible('Socialförvaltningen'));
  p.screen('omstart');
  execFileSync('wmctrl', ['-c', 'Röda tråden']);
  await until('att programmet avslutas', () => !p.pids().some((one) => one.args.startsWith(program())));
  assert.match(line(at, 'visa', file), /Skrivet strax före/);
});

test('menyn visar kommandona och deras tangenter, och ett valt kommando når sidan', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  await p.see('Socialförvaltningen');
  const shown = () => p.js(`return document.querySelector('[aria-current=page]')?.getAttribute('href')`);
  const before = await shown();
  // The menu is drawn anew when the screen's own commands have come, which closes one that is open: then once more.
  await until('att skärmen byts', async () => {
    execFileSync('wmctrl', ['-a', 'Röda tråden']);
    execFileSync('xdotool', ['key', 'alt+g']);
    await sleep(700);
    p.screen('meny');
    execFileSync('xdotool', ['key', 'Down', 'Down', 'Down', 'Return']);
    await sleep(700);
    return (await shown()) !== before;
  }, 30_000);
  await p.close();
});
