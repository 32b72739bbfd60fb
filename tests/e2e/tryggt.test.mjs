/**
 * What keeps the work safe, in the real window: the whole file is checked and the answer said, a backup is taken back, and a
 * decision is revoked without a byte of its files changing.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { archive, example, home, line } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';
import { answerWho, command, kept, rename, tabTo, type } from './stod/tangenter.mjs';

/** A plan with little in it and a long history: rows that were read in and undone. */
function longHistory(at) {
  const plan = join(at, 'Dokument', 'lang.vplan');
  line(at, 'ny', plan, '--styrmodell', 'ledmot-2023', '--kommun', 'K', '--namnd', 'N', '--forvaltning', 'F', '--ar', '2026', '--vem', 'V');
  const source = join(at, 'uppdrag.csv');
  writeFileSync(source, ['Nr;Uppdrag', ...Array.from({ length: 60_000 }, (_, i) => `${i};Uppdrag nummer ${i} om stödet i hemmet`), ''].join('\n'));
  line(at, 'importera', plan, source, '--vem', 'V');
  line(at, 'angra', plan, '--vem', 'V');
  return plan;
}

/** Notes what every bar of progress says from now on. */
const watchProgress = (p) =>
  p.js(`window.steg = new Set();
    new MutationObserver(() => {
      const bar = document.querySelector('[role=dialog] [role=progressbar]');
      if (bar) window.steg.add(document.getElementById(bar.getAttribute('aria-labelledby'))?.innerText);
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });`);

test('Kontrollera filen följs steg för steg och säger att filen är hel', async (t) => {
  const at = home(t);
  const plan = longHistory(at);
  const p = await start(t, { at, file: plan });
  await p.see('Här växer planen fram');
  await kept(p, 'starten');
  await watchProgress(p);
  await command(p, 'Kontrollera filen');
  await p.see('Filen är hel: inget fel hittades i innehållet, ändringsloggen eller arkivet.', 60_000);
  await kept(p, 'kontrollen');
  await p.picture('tryggt-kontroll');
  const told = await p.js('return [...window.steg]');
  assert.ok(told.some((words) => /ändringsloggen/i.test(words ?? '')), told.join(' | '));
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});

test('Kontrollera filen säger vad som är ändrat utanför programmet', async (t) => {
  const at = home(t);
  const plan = example(at);
  const bytes = readFileSync(plan);
  bytes.write('HEMMAPLAN', bytes.indexOf('hemmaplan'));
  writeFileSync(plan, bytes);
  const p = await start(t, { at, file: plan });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await kept(p, 'starten');
  await command(p, 'Kontrollera filen');
  const said = await until('svaret', () => p.js(`return document.querySelector('.settings-panel [role=alert]')?.innerText`), 30_000);
  assert.match(said, /^Filen har fel\. Återställ en säkerhetskopia/);
  assert.match(said, /HEMMAPLAN”, men enligt ändringsloggen ”.*hemmaplan”/);
  await p.picture('tryggt-fel');
  assert.deepEqual(await p.troubles(), []);
  await p.close();
});

test('en säkerhetskopia säger vad den innehåller och återställs som en egen fil', async (t) => {
  const at = home(t);
  const plan = example(at);
  const before = JSON.parse(line(at, 'logg', plan, '--antal', '1')).poster[0];
  const p = await start(t, { at, file: plan });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await rename(p, 'Skrivet av misstag');
  await answerWho(p);
  const first = () => p.js(`return document.querySelector('[role=row][data-id]')?.innerText ?? ''`);
  await until('att namnet är bytt', async () => (await first()).includes('Skrivet av misstag'));

  await command(p, 'Säkerhetskopior');
  const held = await until('kopiorna', () => p.js(`return document.querySelector('[role=dialog] .backup')?.innerText`));
  assert.match(held, /\d+ mål, \d+ uppdrag, \d+ aktiviteter, \d+ mätetal/);
  assert.match(held, new RegExp(`Senaste ändring: .*\\(${before.vem}, `));
  await p.picture('tryggt-kopior');
  await tabTo(p, /^Återställ kopian/);
  await p.press(Key.ENTER);
  await p.see('Inget skrivs över');
  await tabTo(p, /^Återställ som ny fil$/);
  await p.press(Key.ENTER);
  await p.see('är öppen som en ny fil. Den tidigare filen ligger kvar.', 30_000);
  await until('den tidigare texten', async () => /^(?!.*Skrivet av misstag)./s.test(await first()));
  await kept(p, 'återställningen');
  assert.ok(!(await p.js(`return document.querySelector('button[aria-label^="Ångra"]').getAttribute('aria-label')`)).includes('misstag'));
  await p.picture('tryggt-aterstalld');
  const { fil } = (await p.js(`return window.__TAURI_INTERNALS__.invoke('call', { name: 'read_program', args: {} })`)).fil;
  assert.notEqual(fil, plan);
  assert.deepEqual(await p.troubles(), []);
  await p.close();

  const latest = (file) => JSON.parse(line(at, 'logg', file, '--antal', '1')).poster[0];
  assert.deepEqual(latest(fil), before, 'kopians logg slutar där den gjordes');
  assert.equal(latest(plan).nr, before.nr + 1);
  assert.match(line(at, 'visa', plan), /Skrivet av misstag/);
  for (const file of [plan, fil]) assert.match(line(at, 'kontrollera', file), /"hel": true/);
});

test('ett beslut upphävs, och de fastställda filerna kommer ut som de var', async (t) => {
  const at = home(t);
  const plan = example(at);
  const decided = archive(at, plan, 'beslutat');
  const p = await start(t, { at, file: plan });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  await kept(p, 'starten');
  await command(p, 'Månadsrapport september 2026');
  await p.find('[data-screen="rapport"] .rapport-lagrad', 20_000);
  await command(p, 'Upphäv beslutet');
  await p.see('De fastställda filerna finns kvar i arkivet, oförändrade.');
  await tabTo(p, 'Skäl');
  await type(p, 'Fel bilaga låg till grund för beslutet.');
  await p.picture('tryggt-upphav');
  await tabTo(p, /^Upphäv beslutet$/);
  await p.press(Key.ENTER);
  await answerWho(p);
  await p.see('är upphävt', 30_000);
  await kept(p, 'upphävandet');
  await tabTo(p, /^Arkiv$/);
  await p.press(Key.ENTER);
  await p.see('Skäl: Fel bilaga låg till grund för beslutet.');
  await p.picture('tryggt-upphavd');
  await p.press(Key.ESCAPE);
  assert.deepEqual(await p.troubles(), []);
  await p.close();

  const states = JSON.parse(line(at, 'arkiv', plan)).rapporter.map((r) => [r.period, r.state]);
  assert.deepEqual(states, [['2026-03', 'faststalld'], ['2026-09', 'upphavd']]);
  assert.deepEqual(archive(at, plan, 'efter'), decided);
  assert.match(line(at, 'kontrollera', plan), /"hel": true/);
});
