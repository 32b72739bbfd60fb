/** What comes from outside the page: the mouse, the clipboard of another program, and the system's viewer for a print. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { example, home, line } from './stod/plats.mjs';
import { Key, sleep, start, until } from './stod/program.mjs';
import { answerWho, kept, tabTo } from './stod/tangenter.mjs';
import { copied } from './stod/urklipp.mjs';

const xdotool = (...words) => execFileSync('xdotool', words.map(String), { encoding: 'utf8' });

/** Where the page lies on the screen. */
async function origin(p) {
  const id = xdotool('search', '--onlyvisible', '--name', 'Röda tråden').trim().split('\n').at(-1);
  const told = execFileSync('xwininfo', ['-id', id], { encoding: 'utf8' });
  const number = (words) => Number(told.match(new RegExp(`${words}:\\s+(-?\\d+)`))[1]);
  const [width, height] = await p.js('return [innerWidth, innerHeight]');
  return { x: number('Absolute upper-left X') + number('Width') - width, y: number('Absolute upper-left Y') + number('Height') - height };
}

test('en rad dras med musen till sin nya plats, och Ctrl+Z drar tillbaka den', async (t) => {
  const at = home(t);
  const plan = example(at);
  const p = await start(t, { at, file: plan });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  const titles = () => p.js(`return [...document.querySelectorAll('[role=row][data-id]')].sort((a, b) => a.dataset.index - b.dataset.index).map((r) => r.querySelector('[data-column="0"]').innerText.replace(/\\s+/g, ' ').replace(/^[0-9.]+ /, ''))`);
  const before = await titles();
  const from = before.findIndex((title) => title.startsWith('Pröva öppenvård'));
  const to = before.findIndex((title) => title.startsWith('Starta ett hemmaplan'));
  assert.ok(from > to && to > 0, before.join(' | '));
  const corner = await origin(p);
  const point = async (index, share) => {
    const [x, y] = await p.js(`const b = document.querySelector('[role=row][data-index="' + arguments[0] + '"]').getBoundingClientRect(); return [b.left + 240, b.top + b.height * arguments[1]]`, index, share);
    return [Math.round(corner.x + x), Math.round(corner.y + y)];
  };
  const [begin, end] = [await point(from, 0.5), await point(to, 0.2)];
  xdotool('mousemove', ...begin, 'mousedown', 1);
  await sleep(150);
  for (let step = 1; step <= 10; step += 1) {
    xdotool('mousemove', ...begin.map((v, i) => Math.round(v + ((end[i] - v) * step) / 10)));
    await sleep(60);
  }
  await until('strecket där raden landar', () => p.js(`return document.querySelector('[data-drop="before"]') !== null`));
  await p.picture('mus-drar');
  xdotool('mouseup', 1);
  await answerWho(p);
  await until('att raden är flyttad', async () => (await titles())[to].startsWith('Pröva öppenvård'));
  await kept(p, 'flytten');
  await p.picture('mus-flyttad');
  await p.find('button[aria-label^="Ångra: flytta"]:enabled');
  await p.chord(Key.CONTROL, 'z');
  await until('att raden är tillbaka', async () => (await titles()).slice(0, 10).join() === before.slice(0, 10).join());
  await p.close();
  assert.match(line(at, 'kontrollera', plan), /"hel": true/);
});

const TSV = ['Nr\tUppdrag\tStatus\tSlutdatum', '51\tFler ska kunna bo kvar hemma\tPågår\t2026-12-31', '52\tKortare väg till stöd\tEj påbörjad\t2026-11-30', ''].join('\r\n');
const HTML = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><table class=MsoTableGrid border=1>
<tr><td><p class=MsoNormal><b>Nr</b></p></td><td><p class=MsoNormal><b>Uppdrag</b></p></td><td><p class=MsoNormal><b>Status</b></p></td></tr>
<tr><td><p class=MsoNormal>61</p></td><td><p class=MsoNormal>Tryggare</p><p class=MsoNormal>hemgång från sjukhus</p></td><td><p class=MsoNormal>Pågår</p></td></tr>
</table><!--EndFragment--></body></html>`;

test('Ctrl+V läser en tabell ur Excel och en ur Word', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  await p.find('nav');
  await kept(p, 'starten');
  await p.chord(Key.CONTROL, '2');
  await p.see('Dra hit en fil');
  const excel = await copied(t, at, { 'text/plain': TSV });
  await p.chord(Key.CONTROL, 'v');
  await p.see('Kortare väg till stöd');
  await p.see('Läs in 2');
  await p.picture('urklipp-excel');
  excel.kill();
  await copied(t, at, { 'text/plain': 'Nr\nUppdrag\nStatus\n61\nTryggare\nhemgång från sjukhus\nPågår\n', 'text/html': HTML });
  await p.chord(Key.CONTROL, 'v');
  await p.see('hemgång från sjukhus');
  await p.picture('urklipp-word');
  const rows = await p.js(`return [...document.querySelectorAll('.preview tbody tr')].map((r) => r.innerText.replace(/\\s+/g, ' ').trim())`);
  assert.equal(rows.length, 1, rows.join(' | '));
  assert.match(rows[0], /61 Tryggare hemgång från sjukhus/);
  await kept(p, 'inklistringen');
  await tabTo(p, /^Läs in 1|^Läs in rad/);
  await p.press(Key.ENTER);
  await answerWho(p);
  await p.see('lästes in', 30_000);
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});

test('Ctrl+P i Rapporter öppnar en PDF i systemets visare', async (t) => {
  const at = home(t);
  const bin = join(at, 'bin');
  mkdirSync(bin);
  const opened = join(at, 'visad');
  for (const name of ['xdg-open', 'gio', 'gnome-open', 'kde-open', 'wslview']) {
    writeFileSync(join(bin, name), `#!/bin/sh\nfor f; do :; done\ncp "$f" "${opened}.pdf"\nprintf '%s\\n' "$f" >"${opened}"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  // Without the answers of the tests: the desktop is the real one, and only its opener is ours.
  const p = await start(t, { at, file: example(at), env: { RODA_TRADEN_DIALOG: '', PATH: `${bin}:${process.env.PATH}` } });
  await p.find('nav');
  await kept(p, 'starten');
  await p.chord(Key.CONTROL, '5');
  await p.find('.rapport-ark');
  await until('sidorna', () => p.js(`return [...document.querySelectorAll('.rapport-ark img')].some((i) => i.complete && i.naturalWidth > 0)`), 20_000);
  await p.chord(Key.CONTROL, 'p');
  await p.see('öppnas som PDF', 30_000);
  await until('visaren', () => existsSync(opened));
  assert.match(readFileSync(opened, 'utf8').trim(), /\.pdf$/);
  assert.equal(readFileSync(`${opened}.pdf`).subarray(0, 5).toString(), '%PDF-');
  await kept(p, 'utskriften');
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});
