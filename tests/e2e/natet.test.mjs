/** No network: the program and WebKit's processes never try to reach another machine, whatever is done in the window. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { example, home, program, surroundings } from './stod/plats.mjs';
import { sleep, until } from './stod/program.mjs';

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
  const windows = () => execFileSync('wmctrl', ['-l'], { encoding: 'utf8' });
  await until('fönstret', () => windows().includes('Röda tråden'), 60_000);
  await sleep(4000);
  for (let place = 1; place <= 7; place += 1) {
    execFileSync('xdotool', ['key', `ctrl+${place}`]);
    await sleep(700);
  }
  execFileSync('xdotool', ['key', 'F1']);
  await sleep(700);
  execFileSync('wmctrl', ['-c', 'Röda tråden']);
  await until('att programmet avslutas', () => traced.exitCode !== null, 30_000);
  assert.equal(traced.exitCode, 0);
  assert.ok(readFileSync(log, 'utf8').includes('AF_UNIX'), 'spårningen såg ingenting');
  assert.deepEqual(attempts(log), []);
});
