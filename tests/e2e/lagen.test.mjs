/**
 * The window in the states between its screens: palette, dialog, editor, a preview, the report as text, an empty plan, what is
 * refused. axe-core has nothing against them in light or dark. What a person may look for is found from every screen.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { example, home, line } from './stod/plats.mjs';
import { Key, start, until } from './stod/program.mjs';
import { against, settled } from './stod/sida.mjs';
import { answerWho, command, tabToCell } from './stod/tangenter.mjs';

const SCREENS = ['plan', 'inlasning', 'uppfoljning', 'ekonomi', 'rapport', 'historik', 'installning'];
const TABLE = ['Nr;Uppdrag;Status;Slutdatum', '1;Korta väntan på stöd;Pågår;2026-12-31', '2;Fler ska kunna bo kvar hemma;Ej påbörjad;2026-06-31', ''].join('\r\n');
const EVERYWHERE = ['Ny plan …', 'Läs in fil …', 'Kontrollera filen', 'Säkerhetskopiera nu', 'Säkerhetskopior …', 'Byt befattning …', 'Ny uppföljning …', 'Skriv ut rapporten …', 'Visa som text', 'Arkiv …'];

/** Looks at a state in both themes: what differs between them is the colours. */
function looker(p, faults) {
  return async (name) => {
    await settled(p);
    for (const [shown, only] of [['light'], ['dark', ['color-contrast']]]) {
      await p.js('document.documentElement.dataset.theme = arguments[0]', shown);
      await p.picture(`lage-${name}-${shown}`);
      const found = await against(p, only);
      if (found.length) faults[`${name}, ${shown}`] = found;
    }
  };
}

const closed = (p) => until('att inget ligger över sidan', () => p.js(`return document.querySelector('[role=dialog]') === null`));

test('lägena mellan skärmarna klarar axe, ljusa och mörka', async (t) => {
  const at = home(t);
  const source = join(at, 'uppdrag.csv');
  writeFileSync(source, TABLE);
  const empty = join(at, 'Dokument', 'tom.vplan');
  line(at, 'ny', empty, '--styrmodell', 'ledmot-2023', '--kommun', 'Sjöberga kommun', '--namnd', 'Socialnämnden', '--forvaltning', 'Tomma förvaltningen', '--ar', '2027', '--vem', 'Controller');
  const p = await start(t, { at, file: example(at) });
  await p.find('[data-screen="plan"] [role=row][data-id]');
  const faults = {};
  const look = looker(p, faults);

  await p.chord(Key.CONTROL, 'k');
  await p.find('[role=dialog] input');
  await p.press('hem');
  await p.find('[role=option]');
  await look('palett');
  await p.press(Key.ESCAPE);
  await closed(p);

  await tabToCell(p);
  await p.press(Key.F2);
  await until('fältet', () => p.js(`return document.activeElement.matches('[role=dialog] input')`));
  await look('redigering');
  await p.press(Key.ESCAPE);
  await closed(p);

  await command(p, 'Byt befattning');
  await p.see('Vem är du?');
  await look('dialog');
  await p.press(Key.ESCAPE);
  await closed(p);

  p.answer('open', source);
  await command(p, 'Läs in fil');
  await p.find('[data-screen="inlasning"] .sheet tbody tr');
  await look('las-in');

  await command(p, 'Visa som text');
  await p.find('[data-screen="rapport"] [aria-label="Rapporten som text"] h3');
  await look('som-text');

  await command(p, 'Kontrollera filen');
  await p.see('Filen är hel');

  await p.chord(Key.CONTROL, '4');
  await until('tabellen', () => p.js(`return document.querySelector('[data-column=prognos][tabindex="0"]') !== null`));
  await p.js(`document.querySelector('[data-column=prognos][tabindex="0"]').focus()`);
  await p.press('tolv tusen', Key.ENTER);
  await answerWho(p);
  await p.find('[role=alert]');
  await look('vagrat');
  await p.press(Key.ESCAPE);

  p.answer('open', empty);
  await p.chord(Key.CONTROL, 'o');
  await p.see('Tomma förvaltningen');
  for (const screen of ['plan', 'uppfoljning', 'ekonomi']) {
    await (await p.find(`a[href="#${screen}"]`)).click();
    await look(`tom-${screen}`);
  }

  const broken = join(at, 'Dokument', 'trasig.vplan');
  writeFileSync(broken, 'Det här är bara en text.\n');
  p.answer('open', broken);
  await p.chord(Key.CONTROL, 'o');
  await p.find('[role=dialog]');
  await look('fel');
  assert.deepEqual(faults, {});
  await p.close();
});

test('från varje skärm hittas det som filen kan, och ingen tangent gör två saker', async (t) => {
  const at = home(t);
  const p = await start(t, { at, file: example(at) });
  for (const screen of SCREENS) {
    await (await p.find(`a[href="#${screen}"]`)).click();
    await settled(p);
    await p.chord(Key.CONTROL, 'k');
    await p.find('[role=dialog] [role=option]');
    const lines = await p.js(`return [...document.querySelectorAll('[role=dialog] [role=option]')].map((e) => ({ title: e.querySelector('.hit-title').innerText.trim(), keys: [...e.querySelectorAll('kbd')].map((k) => k.innerText).join('+') }))`);
    assert.deepEqual(EVERYWHERE.filter((words) => !lines.some((one) => one.title === words)), [], `saknas i ${screen}`);
    const keyed = lines.filter((one) => one.keys);
    assert.ok(keyed.length > 10, `bara ${keyed.length} kommandon har en tangent i ${screen}`);
    assert.deepEqual(keyed.filter((one) => keyed.some((other) => other !== one && other.keys === one.keys)), [], screen);
    await p.press(Key.ESCAPE);
    await closed(p);
  }
  await p.chord(Key.CONTROL, 'n');
  await until('formuläret för en ny plan, med fokus', () => p.js(`return document.activeElement.matches('.start input:checked')`));
  await p.close();
});
