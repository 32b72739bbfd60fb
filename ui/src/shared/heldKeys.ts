/**
 * Who types fast is never waited for: keys that are pressed while a cell is being saved, or before the next one has the
 * focus, wait here and are then given, in order, to whoever has it.
 */

/** The longest that the focus may take to come to the next cell. */
const LANDING_MS = 500;
const STEP_MS = 4;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Unidentified']);

/** The field that is being saved. */
let field: Element | null = null;
/** Keys, and text that came by other ways than one key (a dead key, an input method). */
let waiting: (KeyboardEvent | string)[] = [];
let giving = false;
/** The field is saved, and the focus is on its way to the next. */
let landing = false;
/** A held key is being typed now. */
let typing = false;

const tick = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const isNowhere = (element: Element | null) => element === null || element === document.body;

function onKeyDown(event: KeyboardEvent): void {
  if (!event.isTrusted || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || MODIFIERS.has(event.key)) return;
  const at = document.activeElement;
  // A question that the saving asks is answered at once. When all is saved a key waits wherever the focus is: those before it
  // are given a moment later.
  if (!giving && !landing && at !== field && !isNowhere(at)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting.push(event);
}

function onBeforeInput(event: InputEvent): void {
  if (!giving && !landing && event.target !== field) return;
  if (!event.isTrusted || typing || event.inputType !== 'insertText' || !event.data) return;
  event.preventDefault();
  waiting.push(event.data);
}

/** What the key would have done in a field by itself. */
function type(into: Element, key: string): void {
  if (!(into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement)) return;
  typing = true;
  if (key === 'Backspace') document.execCommand('delete');
  else if (key === 'Enter' && into instanceof HTMLInputElement) into.form?.requestSubmit();
  else if (key.length === 1) document.execCommand('insertText', false, key);
  typing = false;
}

function giveOne(next: KeyboardEvent | string): void {
  const target = document.activeElement ?? document.body;
  if (typeof next === 'string') return [...next].forEach((letter) => type(target, letter));
  const { key, code, shiftKey, location } = next;
  const again = new KeyboardEvent('keydown', { key, code, shiftKey, location, bubbles: true, cancelable: true, composed: true });
  if (target.dispatchEvent(again)) type(target, key);
}

/** One key at a time: what it does may be to save again, and then the rest waits for that. */
async function give(): Promise<void> {
  if (giving) return;
  giving = true;
  while (!field) {
    const next = waiting.shift();
    if (!next) break;
    giveOne(next);
    await tick();
  }
  giving = false;
  if (field) return;
  removeEventListener('keydown', onKeyDown, true);
  removeEventListener('beforeinput', onBeforeInput, true);
}

/** Ends the holding. `moves`: the field goes away, and the next one is to have the focus first. */
export type Release = (how: 'moves' | 'stays') => void;

/** Lets keys wait from now on, for the field that has the focus. */
export function holdKeys(): Release {
  const own = document.activeElement;
  if (isNowhere(own)) return () => {};
  field = own;
  addEventListener('keydown', onKeyDown, true);
  addEventListener('beforeinput', onBeforeInput, true);
  return async (how) => {
    landing = true;
    const end = performance.now() + LANDING_MS;
    const hasLanded = () => document.activeElement !== own && !isNowhere(document.activeElement);
    while (how === 'moves' && !hasLanded() && performance.now() < end) await tick(STEP_MS);
    landing = false;
    if (field === own) field = null;
    await give();
  };
}
