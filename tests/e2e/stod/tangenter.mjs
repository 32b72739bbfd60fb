/** The keyboard alone: moving by Tab to what is meant, typing, and the palette. */
import { Key, until } from './program.mjs';

/** What the thing with the focus is called for a listener. */
const NAME = `
  const e = document.activeElement;
  if (!e || e === document.body) return '';
  const by = (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ').trim();
  return [by, e.getAttribute('aria-label'), e.labels?.[0]?.innerText, e.innerText].find((w) => w?.trim()) ?? '';`;

/** The name of what has the focus. */
export const focused = (p) => p.js(NAME);

/** Presses Tab until the focus is on something whose name holds the words (a string or a pattern). */
export async function tabTo(p, words) {
  const holds = (name) => (words instanceof RegExp ? words.test(name) : name.includes(words));
  const seen = [];
  for (let i = 0; i < 150; i += 1) {
    const name = await focused(p);
    if (holds(name)) return;
    seen.push(name.slice(0, 30));
    await p.chord(Key.TAB);
  }
  throw new Error(`Tab når aldrig ”${words}”; på vägen: ${[...new Set(seen)].join(' | ')}`);
}

/** Types where the focus is, in place of what stands there. */
export async function type(p, text) {
  await p.chord(Key.CONTROL, 'a');
  await p.press(text);
}

/** Runs a command of the palette by its words. */
export async function command(p, words) {
  await p.chord(Key.CONTROL, 'k');
  await p.find('[role=dialog] input');
  await p.press(words);
  await until(`kommandot ”${words}”`, () => p.js(`return [...document.querySelectorAll('[role=dialog] [role=menuitem], [role=dialog] [role=option]')].some((e) => e.innerText.includes(arguments[0]))`, words));
  await p.press(Key.ENTER);
}

/** The focus is somewhere: after `what` nobody has to begin from the top of the page. */
export async function kept(p, what) {
  await until(`fokus efter ${what} (det är på sidan som helhet)`, () => p.js('return document.activeElement !== null && document.activeElement !== document.body'), 2_000);
}

/** Answers the question who writes with what is proposed; it may stand over the dialog that wanted to write. */
export async function answerWho(p) {
  const asks = () => p.js(`return [...document.querySelectorAll('.overlay [role=dialog]')].some((e) => e.innerText.includes('Vem är du?'))`);
  await until('frågan vem som skriver', asks);
  await tabTo(p, /^Fortsätt$/);
  await p.press(Key.ENTER);
  await until('att frågan är besvarad', async () => !(await asks()));
}

/** Presses Tab until a cell of the screen's table has the focus. */
export async function tabToCell(p) {
  for (let i = 0; i < 80; i += 1) {
    if (await p.js('return document.activeElement.dataset.column !== undefined')) return;
    await p.chord(Key.TAB);
  }
  throw new Error('Tab når aldrig tabellen');
}

/** Writes over the title of the plan's first row. */
export async function rename(p, title) {
  await tabToCell(p);
  await p.chord(Key.CONTROL, Key.HOME);
  await p.press(Key.F2);
  await until('fältet', () => p.js(`return document.activeElement.matches('[role=dialog] input')`));
  await type(p, title);
  await p.press(Key.ENTER);
}
