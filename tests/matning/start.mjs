// How long from start to usable, beside an empty Tauri window, interleaved: tests/e2e/stod/skarm node tests/matning/start.mjs
// RODA_TRADEN_TIOAR names the ten-year file (made by RODA_TRADEN_TIOAR=fil RODA_TRADEN_BENCH=allt cargo bench -p acceptance --bench
// document -- ten-years); without it that row is left out. Ends with 1 when a
// median is over its limit: the empty window + 250 ms for an empty plan, + 500 ms for the ten-year file.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { program, surroundings } from '../e2e/stod/plats.mjs';

const STARTS = Number(process.env.RODA_TRADEN_STARTER ?? 15);
const empty = join(dirname(program()), 'examples', 'tomt-fonster');
const at = mkdtempSync(join(tmpdir(), 'roda-traden-start-'));
const env = surroundings(at, { RODA_TRADEN_TID: '1' });
const plan = join(at, 'tom.vplan');
const words = ['--styrmodell', 'ledmot-2023', '--kommun', 'K', '--namnd', 'N', '--forvaltning', 'F', '--ar', '2026', '--vem', 'V'];
execFileSync(program(), ['ny', plan, ...words], { env });

const rows = [
  { name: 'tomt Tauri-fönster', command: [empty] },
  { name: 'tom plan', command: [program(), plan], over: 250 },
];
if (process.env.RODA_TRADEN_TIOAR) {
  const large = join(at, 'tio.vplan');
  copyFileSync(process.env.RODA_TRADEN_TIOAR, large);
  rows.push({ name: 'tioårsfil', command: [program(), large], over: 500 });
}
if (!existsSync(empty)) throw new Error('bygg först: cargo build --profile snabb --package roda-traden --features matning --bin roda-traden --example tomt-fonster');

/** Milliseconds from start to the line that says it can be used. */
const once = ([command, ...args]) =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const process_ = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    let took;
    const late = setTimeout(() => reject(new Error(`${command}: inte användbar på 30 s`)), 30_000);
    process_.stdout.on('data', (text) => {
      if (!String(text).includes('anvandbar') || took !== undefined) return;
      took = performance.now() - began;
      clearTimeout(late);
      process.kill(-process_.pid, 'SIGTERM');
    });
    process_.on('exit', () => resolve(took));
  });
const median = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)];

for (const row of rows) await once(row.command);
for (let n = 0; n < STARTS; n += 1) for (const row of rows) (row.times ??= []).push(await once(row.command));
rmSync(at, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
const base = median(rows[0].times);
let over = false;
for (const { name, times, over: limit } of rows) {
  const middle = median(times);
  const verdict = limit === undefined ? '' : ` (gräns ${Math.round(base + limit)} ms: ${middle <= base + limit ? 'klarad' : 'ÖVERSKRIDEN'})`;
  over ||= limit !== undefined && middle > base + limit;
  console.log(`${name}: median ${Math.round(middle)} ms av ${times.length} starter, ${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))}${verdict}`);
}
process.exitCode = over ? 1 : 0;
