/**
 * Bad input in the real window: what cannot be opened is said in Swedish and the window goes on; what the engine refuses keeps the
 * typing; a file that disappears while it is open can be saved in another place.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { example, home, line } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';
import { answerWho, kept, rename, tabTo, tabToCell, type } from './stod/tangenter.mjs';

/** Bytes that mean nothing, the same every time. */
function noise(length) {
  let seed = 7;
  return Buffer.from(Array.from({ length }, () => (seed = (seed * 1103515245 + 12345) % 2147483648) >> 16 & 255));
}

/** What the shown dialog says. */
const dialog = (p) => p.js(`return document.querySelector('[role=dialog]')?.innerText ?? ''`);

/** Opens a file with Ctrl+O, as the native dialog would have answered. */
async function open(p, path) {
  p.answer('open', path);
  await p.chord(Key.CONTROL, 'o');
}

/** What cannot be opened says why; its copy can, and the window goes on with that. */
async function takeCopy(p, path, why, picture) {
  await open(p, path);
  assert.match(await until('en mening', () => dialog(p)), why);
  await p.picture(picture);
  await tabTo(p, 'Öppna en kopia');
  await p.press(Key.ENTER);
  await p.see('Socialförvaltningen');
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await kept(p, 'kopian');
  assert.deepEqual(await p.troubles(), []);
  await p.close();
}

const DAMAGED = [
  ['avklippt mitt i', (whole) => whole.subarray(0, 20_000), /skadad|avklippt|hel|ofullständig/i],
  ['avklippt i första sidan', (whole) => whole.subarray(0, 700), /skadad|avklippt|hel|ofullständig/i],
  ['slumpbytes', () => noise(30_000), /inte en|ingen|känns inte/i],
  ['slumpbytes mitt i', (whole) => Buffer.concat([whole.subarray(0, 8192), noise(16_384), whole.subarray(24_576)]), /skadad|hel/i],
  ['text', () => Buffer.from('Det här är bara en text.\n'), /inte en|ingen|känns inte/i],
  ['tom', () => Buffer.alloc(0), /tom/i],
];

test('en fil som inte går att öppna får en mening, och fönstret fortsätter', async (t) => {
  const at = home(t);
  const whole = readFileSync(example(at));
  const p = await start(t, { at });
  await p.see('Senaste planer');
  const said = {};
  for (const [name, bytes] of DAMAGED) {
    const path = join(at, 'Dokument', `${name}.vplan`);
    writeFileSync(path, bytes(whole));
    await open(p, path);
    said[name] = await until(`en mening om filen ”${name}”`, () => dialog(p));
    await p.picture(`fel-${name.replaceAll(' ', '-')}`);
    await p.press(Key.ESCAPE);
    await until('att dialogen stängs', async () => !(await dialog(p)));
    await kept(p, `filen ”${name}”`);
    assert.ok(bytes(whole).equals(readFileSync(path)), `${name}: filen ändrades`);
  }
  for (const [name, , words] of DAMAGED) {
    assert.match(said[name], words, name);
    assert.doesNotMatch(said[name], /sqlite|panic|error|null|undefined/i, name);
  }
  await open(p, join(at, 'Dokument', 'exempel.vplan'));
  await p.see('Socialförvaltningen');
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});

test('vägrar motorn står det skrivna kvar, med skälet bredvid', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  await p.find('nav');
  await p.chord(Key.CONTROL, '4');
  await until('tabellen', () => p.js(`return document.querySelector('[data-column=prognos][tabindex="0"]') !== null`));
  await p.js(`document.querySelector('[data-column=prognos][tabindex="0"]').focus()`);
  await p.press('tolv tusen', Key.ENTER);
  await answerWho(p);
  const why = await until('skälet', () => p.js(`return document.querySelector('[role=alert]')?.innerText`));
  assert.match(why, /belopp|tal/i);
  assert.deepEqual(await p.js(`return [document.activeElement.value, document.activeElement.getAttribute('aria-invalid')]`), ['tolv tusen', 'true']);
  await p.picture('fel-belopp');
  await p.press(Key.ESCAPE);
  await kept(p, 'Esc');

  await p.chord(Key.CONTROL, '1');
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await tabToCell(p);
  await p.press(Key.F2);
  await until('fältet', () => p.js(`return document.activeElement.matches('input')`));
  await type(p, ' ');
  await p.press(Key.ENTER);
  const title = await until('skälet', () => p.js(`return document.querySelector('[role=dialog] .field-error')?.innerText`));
  assert.match(title, /Titel/i);
  assert.equal(await p.js('return document.activeElement.value'), ' ');
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});

const isRoot = process.getuid?.() === 0;

/** A folder that is a disk of its own, where this machine lets us; otherwise just a folder. */
function disk(t, at, name) {
  const folder = join(at, 'Dokument', name);
  mkdirSync(folder);
  const mounted = isRoot && spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0;
  // Before the home is cleared, whatever became of the test.
  process.once('exit', () => mounted && spawnSync('umount', ['-l', folder]));
  return { folder, mounted, pull: () => (mounted ? execFileSync('umount', ['-l', folder]) : rmSync(folder, { recursive: true })) };
}

test('en plan i en skrivskyddad mapp öppnas som en kopia', async (t) => {
  const at = home(t);
  const { folder, mounted, pull } = disk(t, at, 'skyddad');
  const plan = example(at, 'skyddad/plan.vplan');
  if (mounted) execFileSync('mount', ['-o', 'remount,ro', folder]);
  else chmodSync(folder, 0o555);
  const release = () => (mounted ? pull() : chmodSync(folder, 0o755));
  try {
    writeFileSync(join(folder, 'kontroll'), '');
    release();
    return t.skip('den här användaren får skriva i en skrivskyddad mapp, och ingen disk kan monteras');
  } catch {
    t.diagnostic(mounted ? 'skrivskyddad disk' : 'skrivskyddad mapp');
  }
  const p = await start(t, { at });
  await p.see('Senaste planer');
  await takeCopy(p, plan, /skrivskydd/i, 'fel-skrivskyddad');
  release();
});

/**
 * A message bus of its own, so that a second start does not go to the first window: another person's session. It starts no
 * services: a second accessibility bus on the same screen would take the place of the first.
 */
async function session(t, folder) {
  const config = join(folder, 'bus.conf');
  writeFileSync(config, `<busconfig><type>session</type><listen>unix:dir=${folder}</listen><policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`);
  const bus = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address'], { stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => bus.kill());
  for await (const words of bus.stdout) return String(words).trim();
}

test('en plan som en annan har öppen: det sägs vem, och en kopia kan öppnas', async (t) => {
  const other = home(t);
  const plan = example(other, 'delad.vplan');
  const theirs = await start(t, { at: other, env: { DBUS_SESSION_BUS_ADDRESS: await session(t, other) } });
  const call = (name, args) => theirs.js(`return window.__TAURI_INTERNALS__.invoke('call', { name: arguments[0], args: arguments[1] })`, name, args);
  await call('open_plan', { fil: plan });
  await call('set_vem', { befattning: 'Ekonom', ny: true });
  await call('close_plan', {});
  await call('open_plan', { fil: plan });
  const held = readFileSync(plan);

  const at = home(t);
  const p = await start(t, { at });
  await p.see('Senaste planer');
  await takeCopy(p, plan, /Filen är öppen hos Ekonom på \S+ sedan .*eller öppna en kopia/s, 'fel-oppen-hos-annan');
  assert.ok(held.equals(readFileSync(plan)), 'den andras fil ändrades');
  await theirs.close();
});

test('minnet dras ut: det sägs, det skrivna står kvar, och arbetet sparas på en annan plats', async (t) => {
  const at = home(t);
  const { mounted, pull } = disk(t, at, 'minne');
  t.diagnostic(mounted ? 'en riktig disk som kopplas bort' : 'filen tas bort (ingen disk kan monteras här)');
  const plan = example(at, 'minne/plan.vplan');
  const p = await start(t, { at, file: plan });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await rename(p, 'Före');
  await answerWho(p);
  await until('att namnet är bytt', () => p.js(`return document.querySelector('[role=row][data-id]').innerText.includes('Före')`));

  pull();
  assert.ok(!existsSync(plan));
  await rename(p, 'Efter');
  await p.see('Filen ligger inte kvar där den öppnades');
  await p.picture('fel-borta');
  const above = `const box = document.querySelector('.popover.editor').getBoundingClientRect();
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).closest('.overlay') !== null`;
  assert.ok(await p.js(above), 'frågan ligger under det som skrivs');
  await tabTo(p, /^Stäng$/);
  await p.press(Key.ENTER);
  await until('det skrivna', () => p.js(`return document.activeElement.value === 'Efter'`));

  await p.press(Key.ENTER);
  await p.see('Spara på en annan plats');
  const saved = join(at, 'Dokument', 'räddad.vplan');
  p.answer('save', saved);
  await tabTo(p, 'Spara på en annan plats');
  await p.press(Key.ENTER);
  await until('den räddade planen', () => existsSync(saved) && p.js(`return document.querySelector('[role=dialog]') === null && document.querySelector('[role=row][data-id]') !== null`), 20_000);
  await kept(p, 'räddningen');
  await rename(p, 'Efter');
  await answerWho(p);
  await until('att namnet är bytt', () => p.js(`return document.querySelector('[role=row][data-id]').innerText.includes('Efter')`));
  await p.picture('fel-raddad');
  await p.close();
  assert.match(line(at, 'kontrollera', saved), /"hel": true/);
  assert.match(line(at, 'visa', saved), /Efter/);
});
