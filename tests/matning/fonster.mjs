// 5,000 rows in the window: first rows, frames while scrolling, a status by digit, memory of the page's process.
//   tests/e2e/stod/skarm dbus-run-session -- node tests/matning/fonster.mjs
// Ends with 1 when a limit is broken. RODA_TRADEN_TIOAR is not used here; the plan is made on the spot.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, line } from '../e2e/stod/plats.mjs';
import { sleep, start } from '../e2e/stod/program.mjs';

const UPPDRAG = 200;
const AKTIVITETER = 24;
const ends = [];
const t = { after: (end) => ends.push(end) };
const p95 = (all) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)];
let over = false;
function row(name, value, unit, limit) {
  const broken = limit !== undefined && !(value <= limit);
  over ||= broken;
  console.log(`${name}: ${Math.round(value)} ${unit}${limit === undefined ? '' : ` (gräns ${limit} ${unit}: ${broken ? 'ÖVERSKRIDEN' : 'klarad'})`}`);
}

/** A plan with 200 uppdrag and 4,800 aktiviteter. */
function largePlan(at) {
  const plan = join(at, 'Dokument', 'stor.vplan');
  const numbers = (n) => Array.from({ length: n }, (_, i) => i + 1);
  line(at, 'ny', plan, '--styrmodell', 'ledmot-2023', '--kommun', 'K', '--namnd', 'N', '--forvaltning', 'F', '--ar', '2026', '--vem', 'V');
  const uppdrag = numbers(UPPDRAG).map((u) => `${u};Uppdrag nummer ${u} om att utveckla stödet i hemmet;Enhetschef`);
  const aktiviteter = numbers(UPPDRAG).flatMap((u) => numbers(AKTIVITETER).map((a) => `${u};${u}.${a};Ta fram en plan för verksamheten och pröva den;Enhetschef;2026-01-10;2026-11-30;Pågår enligt plan`));
  for (const [name, head, lines] of [['uppdrag', 'Nr;Uppdrag;Ansvarig', uppdrag], ['aktiviteter', 'Uppdrag;Nr;Aktivitet;Ansvarig;Start;Slut;Status', aktiviteter]]) {
    const file = join(at, `${name}.csv`);
    writeFileSync(file, `${head}\n${lines.join('\n')}\n`);
    line(at, 'importera', plan, file, '--vem', 'V');
  }
  return plan;
}

/** Proportional memory of the page's process, in MB: what it has alone and its part of what is shared. */
function pss(p) {
  const page = p.pids().find((one) => one.args.includes('WebKitWebProcess'));
  return Number(readFileSync(`/proc/${page.pid}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)[1]) / 1024;
}

const GO = `const done = arguments[1]; const began = performance.now();
  const other = document.querySelector('a[href="#historik"]'), wanted = document.querySelector('a[href="#' + arguments[0] + '"]');
  wanted.click();
  (function look() {
    if (document.querySelectorAll('[role=treegrid] [role=row], [role=grid] [role=row]').length < 5) return void setTimeout(look, 1);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
  })();`;
const SCROLL = `const done = arguments[0];
  const grid = document.querySelector('[role=treegrid], [role=grid]');
  let box = grid; while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
  if (!box) return done(null);
  const frames = []; let last = performance.now(), n = 0;
  (function step(now) {
    if (n > 1) frames.push(now - last);
    last = now; n += 1;
    if (n > 240) return done({ frames, height: box.scrollHeight, rows: document.querySelectorAll('[role=row]').length });
    box.scrollTop += 220;
    requestAnimationFrame(step);
  })(performance.now());`;

try {
  const at = home(t);
  const p = await start(t, { at, file: largePlan(at) });
  await p.see('Plan');
  await (await p.find('a[href="#historik"]')).click();
  await sleep(1500);
  row('första raderna i Plan', await p.driver.executeAsyncScript(GO, 'plan'), 'ms', 700);
  await sleep(500);
  const scrolled = await p.driver.executeAsyncScript(SCROLL);
  if (scrolled) row(`rullning i Plan, p95 av ${scrolled.frames.length} bilder (${scrolled.height} px, ${scrolled.rows} rader i sidan)`, p95(scrolled.frames), 'ms', 40);
  row('minne i sidans process efter rullningen (PSS)', pss(p), 'MB', 260);
  row('första raderna i Uppföljning', await p.driver.executeAsyncScript(GO, 'uppfoljning'), 'ms', 700);
  row('minne i sidans process med Uppföljning (PSS)', pss(p), 'MB', 260);
  await p.close();
} finally {
  for (const end of ends.toReversed()) await end();
}
process.exitCode = over ? 1 : 0;
