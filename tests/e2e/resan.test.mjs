/**
 * A nämnd's month with the keyboard alone, on one plan in the real window: from the start screen to a decided månadsrapport,
 * an edit, a restart, and Ctrl+Z. The nämnd's real workbook is read where it lies beside the project, otherwise one made here.
 */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPO, archive, home, line } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';
import { command, focused, kept, tabTo, tabToCell, type } from './stod/tangenter.mjs';

const SHARED = process.env.RODA_TRADEN_SHARED ?? join(REPO, '../shared');
const REAL = join(SHARED, 'fixtures/bun-2026/namndens_uppdrag.xlsx');
const TWIN = ['Nr;Uppdrag;Status;Slutdatum', '1;Korta väntan på stöd;Pågår;2026-12-31', '2;Fler ska kunna bo kvar hemma;Ej påbörjad;2026-11-30', ''].join('\r\n');
const INSERT = '\uE016';
const ABOUT = [['Kommun', 'Exempelköpings kommun'], ['Nämnd', 'Barn- och utbildningsnämnden'], ['Förvaltning', 'Barn- och utbildningsförvaltningen'], ['År', '2026']];

/** The newest change of the file. */
const latest = (at, plan) => JSON.parse(line(at, 'logg', plan)).poster[0];

/** Goes to a screen by its number and waits for it. */
async function goTo(p, number, screen) {
  await p.chord(Key.CONTROL, String(number));
  await p.find(`[data-screen="${screen}"] h1`);
}

/** The words of the row that has the focus. */
const row = (p) => p.js(`return document.activeElement.closest('[role=row], tr')?.innerText ?? ''`);

/** Walks down the table from its first row to the one that says this. */
async function rowDown(p, words) {
  for (let i = 0; i < 120; i += 1) {
    if (words.test(await row(p))) return;
    await p.chord(Key.ARROW_DOWN);
  }
  throw new Error(`Pil ned når aldrig en rad med ${words}`);
}

async function makePlan(p, plan) {
  await p.see('Ny plan');
  for (const [label, text] of ABOUT) {
    await tabTo(p, new RegExp(`^${label}$`));
    await type(p, text);
  }
  p.answer('save', plan);
  await p.press(Key.ENTER);
  await p.see('Här växer planen fram');
}

async function readIn(p, source) {
  await goTo(p, 2, 'inlasning');
  p.answer('open', source);
  await tabTo(p, /^Välj fil/);
  await p.press(Key.ENTER);
  await p.find('[data-screen="inlasning"] .preview tbody tr', 20_000);
  await tabTo(p, /^Läs in \d+|^Läs in de/);
  await p.picture('resan-las-in');
  await p.press(Key.ENTER);
  await until('frågan vem som skriver', async () => (await focused(p)).includes('Befattning'));
  await p.press('Verksamhetscontroller', Key.ENTER);
  await p.see('lästes in', 30_000);
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await kept(p, 'inläsningen');
}

/** An aktivitet of its own under the first uppdrag, and an indikator on that uppdrag. */
async function planAktivitet(p) {
  await tabToCell(p);
  await p.chord(Key.CONTROL, Key.HOME);
  await rowDown(p, /^Uppdrag 1\b/);
  await p.press(INSERT);
  await until('raden för en ny aktivitet', () => p.js(`return document.activeElement.matches('input')`));
  await p.press('Anställ två handläggare', Key.ENTER);
  await p.see('Aktiviteten är tillagd');
  await p.press(Key.ESCAPE);
  await kept(p, 'den nya raden');
  await p.picture('resan-plan');
  await p.chord(Key.CONTROL, Key.HOME);
  await rowDown(p, /^Uppdrag 1\b/);
  await tabTo(p, /^Lägg till indikator/);
  await p.press(Key.ENTER);
  await until('fältet för ett nytt mätetal', async () => (await focused(p)).includes('Vad ska mätas?'));
  await p.press('Barn som väntar på stöd', Key.ENTER);
  await p.find('.matetal, [aria-label="Vald rad"] h2');
  await kept(p, 'det nya mätetalet');
}

/** The month to follow up, a status by its digit on two rows, and a value of the mätetal. */
async function followUp(p) {
  await goTo(p, 3, 'uppfoljning');
  await command(p, 'Ny uppföljning');
  await tabTo(p, /Till och med/);
  await p.press(Key.ENTER);
  await until('månaderna', () => p.js(`return document.activeElement.getAttribute('role') === 'option'`));
  await p.press('apr', Key.ENTER);
  await tabTo(p, 'Nämndens sammanträde');
  await p.press('26/5');
  await tabTo(p, /^Lägg upp uppföljningen/);
  await p.press(Key.ENTER);
  await until('perioden', () => p.js(`return document.querySelector('h1').innerText === 'Uppföljning april 2026'`));
  await kept(p, 'den nya perioden');
  await tabToCell(p);
  await p.chord(Key.CONTROL, Key.HOME);
  await p.chord('3');
  await until('uppdragets status', async () => (await row(p)).includes('Pågår med avvikelse'));
  await rowDown(p, /Anställ två handläggare/);
  await p.chord('2');
  await until('aktivitetens status', async () => (await row(p)).includes('Pågår enligt plan'));
  await p.picture('resan-status');
  await tabTo(p, /^Ange värde/);
  await p.press(Key.ENTER);
  await tabTo(p, /^Utfall$|^Totalt$/);
  await type(p, '412');
  await p.press(Key.ENTER);
  await until('värdet', () => p.js(`return document.querySelector('[aria-label="Mätetal"]').innerText.includes('412')`));
  await kept(p, 'värdet');
  await p.picture('resan-varde');
}

/** Budget and prognos of three rows typed down their columns; the sums are the engine's. */
async function typeDrift(p) {
  await goTo(p, 4, 'ekonomi');
  await p.find('[data-screen="ekonomi"] [data-column][tabindex="0"]');
  await tabToCell(p);
  const cell = (column, name) => p.js(`return [...document.querySelectorAll('tr[data-row]')].find((r) => r.querySelector('th').innerText.trim().startsWith(arguments[1]))?.querySelector('[data-column=' + arguments[0] + ']').innerText.trim()`, column, name);
  const at = () => p.js(`const e = document.activeElement; return e.dataset.column ? e.dataset.column + ' ' + e.parentElement.dataset.row : ''`);
  for (const [column, amounts] of [['budget', ['1200', '-900', '-250']], ['prognos', ['1200', '-960', '-250']]]) {
    await p.chord(Key.CONTROL, Key.HOME);
    await until('första cellen', async () => (await at()).startsWith('namn'));
    await until(`kolumnen ${column}`, async () => {
      const now = await at();
      if (now.startsWith(column)) return true;
      await p.chord(Key.ARROW_RIGHT);
      await until('cellen till höger', async () => (await at()) !== now);
      return false;
    });
    for (const amount of amounts) {
      const before = await at();
      await p.press(amount, Key.ENTER);
      await until('raden under', async () => ![before, ''].includes(await at()));
    }
  }
  await until('summorna', async () => /^-|−/.test((await cell('avvikelse', 'Personalkostnader')) ?? ''));
  await p.picture('resan-drift');
  assert.equal(await cell('avvikelse', 'Personalkostnader'), '−60');
  assert.equal(await cell('avvikelse', 'Årets resultat'), '−60');
  await kept(p, 'beloppen');
}

/** The preview, its lock and the nämnd's decision. */
async function decide(p) {
  await goTo(p, 5, 'rapport');
  await until('sidorna', () => p.js(`return [...document.querySelectorAll('.rapport-ark img')].some((i) => i.complete && i.naturalWidth > 0)`), 20_000);
  await p.picture('resan-rapport');
  await tabTo(p, /^Lås för utskick/);
  await p.press(Key.ENTER);
  await p.see('som förslag till nämnden');
  await tabTo(p, /^Diarienummer/);
  await type(p, 'BUN 2026/118');
  await tabTo(p, /^Lås för utskick$/);
  await p.press(Key.ENTER);
  await p.see('är låst för utskick', 60_000);
  await kept(p, 'låsningen');
  await tabTo(p, /^Fastställ/);
  await p.press(Key.ENTER);
  await p.see('Nämndens beslutsdag');
  await tabTo(p, 'Paragraf');
  await type(p, '62');
  await p.picture('resan-beslut');
  await tabTo(p, /^Fastställ$/);
  await p.press(Key.ENTER);
  await p.see('är fastställd', 60_000);
  await kept(p, 'beslutet');
  await p.picture('resan-faststalld');
}

test('bara med tangentbordet: från startskärmen till en fastställd månadsrapport, en ändring, en omstart och Ctrl+Z', async (t) => {
  const at = home(t);
  const plan = join(at, 'Dokument', 'resan.vplan');
  const real = existsSync(REAL);
  t.diagnostic(real ? 'läser nämndens riktiga arbetsbok' : 'nämndens arbetsbok finns inte här: läser en egen');
  const source = real ? REAL : join(at, 'uppdrag.csv');
  if (!real) writeFileSync(source, TWIN);

  const p = await start(t, { at });
  await makePlan(p, plan);
  await readIn(p, source);
  await planAktivitet(p);
  await followUp(p);
  await typeDrift(p);
  await decide(p);
  await p.close();
  assert.match(line(at, 'kontrollera', plan), /"hel": true/);
  const decided = archive(at, plan, 'beslutat');
  assert.deepEqual(Object.keys(decided).map((name) => name.split('.').at(-1)).sort(), ['pdf', 'pdf', 'xlsx', 'xlsx'], Object.keys(decided).join());

  const again = await start(t, { at, file: plan });
  await again.find('nav');
  await kept(again, 'omstarten');
  await goTo(again, 3, 'uppfoljning');
  await tabToCell(again);
  await again.chord(Key.CONTROL, Key.HOME);
  await rowDown(again, /Anställ två handläggare/);
  await again.chord('4');
  await until('att ändringen är sparad', () => latest(at, plan).op !== 'decide_rapport');
  await again.close();
  const edit = latest(at, plan);

  const third = await start(t, { at, file: plan });
  await third.find('button[aria-label^="Ångra:"]:enabled');
  await third.chord(Key.CONTROL, 'z');
  await until('att ändringen är ångrad', () => latest(at, plan).angrar === edit.nr);
  await third.close();
  assert.deepEqual(archive(at, plan, 'efter'), decided);
  assert.ok(line(at, 'visa', plan).includes('Anställ två handläggare'));
  assert.match(line(at, 'kontrollera', plan), /"hel": true/);
});
