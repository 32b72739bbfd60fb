/** No network: the program and WebKit's processes never try to reach another machine, whatever is done in the window. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessible, example, home, line, program, surroundings } from './stod/plats.mjs';
import { sleep, until } from './stod/program.mjs';
import { copied } from './stod/urklipp.mjs';

const trace = (log) => ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg', '-e', 'signal=none', '-o', log];
/** Every attempt to reach an address that is not on this machine's own sockets. */
const attempts = (log) => readFileSync(log, 'utf8').split('\n').filter((line) => /AF_INET6?/.test(line));

test('spårningen är vaken: ett försök att nå nätet syns', (t) => {
  const log = join(home(t), 'spar');
  spawnSync('strace', [...trace(log), process.execPath, '-e', "require('node:net').connect(9, '192.0.2.1').on('error', () => {}); setTimeout(() => process.exit(), 200)"]);
  assert.ok(attempts(log).length > 0);
});

test('programmet försöker aldrig nå nätet', async (t) => {
  const at = home(t);
  const plan = example(at);
  const log = join(at, 'spar');
  const traced = spawn('strace', [...trace(log), program(), plan], { env: surroundings(at), stdio: 'ignore', detached: true });
  t.after(() => {
    try {
      process.kill(-traced.pid, 'SIGKILL');
    } catch {
      // It has ended, as it should.
    }
  });
  const x = (...words) => execFileSync('xdotool', words);
  const sees = (words) => until(`”${words}” i fönstret`, () => accessible(words).includes(words), 30_000);
  const command = async (words) => {
    x('key', 'ctrl+k');
    await sees('Sök i planen och bland kommandona');
    x('type', '--delay', '20', words);
    x('key', 'Return');
  };
  const done = (op) => until(`att ${op} står i loggen`, () => JSON.parse(line(at, 'logg', plan, '--antal', '1')).poster[0].op === op, 60_000);
  const windows = () => execFileSync('wmctrl', ['-l'], { encoding: 'utf8' });
  await until('fönstret', () => windows().includes('Röda tråden'), 60_000);
  await sleep(4000);
  for (let place = 1; place <= 7; place += 1) {
    x('key', `ctrl+${place}`);
    await sleep(700);
  }
  x('key', 'ctrl+2');
  await copied(t, at, { 'text/plain': 'Nr\tUppdrag\tStatus\r\n51\tKortare väg till stöd\tPågår\r\n' });
  x('key', 'ctrl+v');
  await sees('Kortare väg till stöd');
  x('key', 'ctrl+Return');
  await sees('Vem är du?');
  x('key', 'Return');
  await done('import');
  await command('las for utskick');
  await sees('Diarienummer');
  x('key', 'Tab', 'Tab', 'Return');
  await done('lock_rapport');
  await sees('är låst för utskick');
  const pdf = join(at, 'rapport.pdf');
  writeFileSync(join(at, 'dialog', 'save'), pdf);
  await command('som pdf');
  await until('den sparade rapporten', () => existsSync(pdf), 30_000);
  x('key', 'ctrl+p');
  await until('utskriften', () => readFileSync(join(at, 'dialog', 'handelser'), 'utf8').includes('roda-traden-utskrift'), 30_000);
  x('key', 'ctrl+7');
  await sees('Styrmodell');
  x('key', 'F1');
  await sees('Kapitel');
  x('key', 'Escape');
  await sleep(700);
  execFileSync('wmctrl', ['-c', 'Röda tråden']);
  await until('att programmet avslutas', () => traced.exitCode !== null, 30_000);
  assert.equal(traced.exitCode, 0);
  assert.ok(readFileSync(log, 'utf8').includes('AF_UNIX'), 'spårningen såg ingenting');
  assert.deepEqual(attempts(log), []);
});
