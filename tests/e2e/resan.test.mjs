/**
 * A nämnd's month with the keyboard alone, in the real window: a new plan, its uppdrag read in, something planned in it; then a
 * månadsrapport locked and decided, a status by its digit, a restart and an undo, and the decided report is the same bytes as
 * before. The nämnd's real workbook is read where it lies beside the project, otherwise one made here.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { REPO, example, home, line } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';
import { command, focused, tabTo, type } from './stod/tangenter.mjs';

const SHARED = process.env.RODA_TRADEN_SHARED ?? join(REPO, '../shared');
const REAL = join(SHARED, 'fixtures/bun-2026/namndens_uppdrag.xlsx');

const TWIN = ['Nr;Uppdrag;Status;Slutdatum', '1;Korta väntan på stöd;Pågår;2026-12-31', '2;Fler ska kunna bo kvar hemma;Ej påbörjad;2026-11-30', ''].join('\r\n');

/** The files of the archive by name with their fingerprints. */
function archive(at, plan, name) {
  const folder = join(at, name);
  mkdirSync(folder);
  line(at, 'arkiv', plan, '--ta-ut', folder);
  return Object.fromEntries(readdirSync(folder).sort().map((file) => [file, createHash('sha256').update(readFileSync(join(folder, file))).digest('hex')]));
}

test('bara med tangentbordet: från ny plan till en planerad aktivitet', async (t) => {
  const at = home(t);
  const plan = join(at, 'Dokument', 'resan.vplan');
  const real = existsSync(REAL);
  t.diagnostic(real ? 'läser nämndens riktiga arbetsbok' : 'nämndens arbetsbok finns inte här: läser en egen');
  const source = real ? REAL : join(at, 'uppdrag.csv');
  if (!real) writeFileSync(source, TWIN);

  const p = await start(t, { at });
  await p.see('Ny plan');
  for (const [label, text] of [['Kommun', 'Exempelköpings kommun'], ['Nämnd', 'Barn- och utbildningsnämnden'], ['Förvaltning', 'Barn- och utbildningsförvaltningen'], ['År', '2026']]) {
    await tabTo(p, new RegExp(`^${label}$`));
    await type(p, text);
  }
  p.answer('save', plan);
  await p.press(Key.ENTER);
  await p.see('Här växer planen fram');

  await p.chord(Key.CONTROL, '2');
  p.answer('open', source);
  await tabTo(p, 'Välj fil');
  await p.press(Key.ENTER);
  await tabTo(p, /^Läs in \d+|^Läs in de/);
  await p.picture('resan-las-in');
  await p.press(Key.ENTER);
  await until('frågan vem som skriver', async () => (await focused(p)).includes('Befattning'));
  await p.press('Verksamhetscontroller', Key.ENTER);
  await p.see('lästes in', 30_000);
  await p.picture('resan-inlast');

  await p.chord(Key.CONTROL, '1');
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await tabTo(p, /Uppdrag/);
  await p.press(Key.INSERT ?? '\uE016');
  await until('raden för en ny aktivitet', () => p.js(`return document.activeElement.matches('input, textarea')`));
  await p.press('Anställ två handläggare', Key.ENTER);
  await p.see('Anställ två handläggare');
  await p.press(Key.ESCAPE);
  await p.picture('resan-plan');
  await p.close();
  assert.match(line(at, 'kontrollera', plan), /"hel": true/);
  assert.ok(line(at, 'visa', plan).includes('Anställ två handläggare'));
});

test('bara med tangentbordet: en fastställd rapport är samma bytes efter en ändring, en omstart och ett ångrat steg', async (t) => {
  const at = home(t);
  const plan = example(at);
  const before = Object.keys(archive(at, plan, 'fore'));
  const p = await start(t, { at, file: plan });
  await p.find('nav');
  await p.chord(Key.CONTROL, '5');
  await p.find('[data-screen="rapport"] h1');
  await command(p, 'Lås för utskick');
  await p.see('som förslag till nämnden');
  await tabTo(p, /^Lås för utskick$/);
  await p.press(Key.ENTER);
  await tabTo(p, 'Fortsätt');
  await p.press(Key.ENTER);
  await p.see('är låst för utskick', 30_000);
  await command(p, 'Fastställ');
  await tabTo(p, 'Paragraf');
  await type(p, '62');
  await tabTo(p, /^Fastställ$/);
  await p.press(Key.ENTER);
  await p.see('är fastställd', 30_000);
  await p.picture('resan-faststalld');
  await p.close();
  const decided = archive(at, plan, 'beslutat');
  assert.ok(Object.keys(decided).length > before.length, Object.keys(decided).join());

  const again = await start(t, { at, file: plan });
  await again.find('nav');
  await again.chord(Key.CONTROL, '3');
  await again.find('[data-screen="uppfoljning"] [role=row][data-id]');
  await tabTo(again, /hemmaplan/);
  for (let i = 0; i < 3; i += 1) await again.chord(Key.ARROW_DOWN);
  const changed = () => line(at, 'logg', plan);
  await again.chord('4');
  await until('att ändringen är sparad', () => JSON.parse(changed()).poster[0].op !== 'decide_rapport').catch(async (e) => { await again.picture('resan-siffra'); throw e; });
  await again.close();
  const log = JSON.parse(changed()).poster;

  const third = await start(t, { at, file: plan });
  await third.find('nav');
  await third.chord(Key.CONTROL, 'z');
  await third.see('Ångra');
  await third.close();
  assert.equal(JSON.parse(changed()).poster[0].angrar, log[0].nr);
  assert.deepEqual(archive(at, plan, 'efter'), decided);
  assert.match(line(at, 'kontrollera', plan), /"hel": true/);
});
