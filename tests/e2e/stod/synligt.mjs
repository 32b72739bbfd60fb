/** Whether everything of a page can be reached and read: what scrolls, what is cut off, where Tab goes and if that is seen. */
import { Key } from './program.mjs';

/** Boxes that may scroll in both directions: tables and the pages of a report. */
const TABLES = '.grid, .economy, .rows, .rapport-ark';

const IN_PAGE = `
  const scrolls = (v) => v === 'auto' || v === 'scroll';
  const name = (e) => (e.tagName.toLowerCase() + '.' + String(e.className?.baseVal ?? e.className) + ' ”' + (e.getAttribute('aria-label') ?? e.innerText ?? '').trim().slice(0, 40) + '”').replace(/\\s+/g, ' ');
  const shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.closest('.hidden, [aria-hidden=true], [inert], svg') && !getComputedStyle(e).clipPath.startsWith('inset(50%');
`;

/** Boxes that have to be scrolled in two directions to be read. */
const TWO_WAYS = `${IN_PAGE}
  const root = document.scrollingElement;
  const found = [];
  if (root.scrollWidth > innerWidth + 1) found.push('sidan är ' + root.scrollWidth + ' bred i ett fönster på ' + innerWidth);
  for (const e of document.querySelectorAll('body *')) {
    if (!shown(e) || e.closest(arguments[0]) || e.matches('textarea, input')) continue;
    const style = getComputedStyle(e);
    if (scrolls(style.overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(name(e) + ' ' + e.scrollWidth + ' > ' + e.clientWidth);
  }
  return found;`;

/** Texts that are cut off and do not say so with an ellipsis and the whole text in a title. */
const CUT_OFF = `${IN_PAGE}
  const found = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const own = node.parentElement;
    if (!node.data.trim() || !own || !shown(own) || own.closest('option, title, textarea')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || (own.parentElement && !shown(own.parentElement))) continue;
    for (let e = own; e && e !== document.body; e = e.parentElement) {
      const style = getComputedStyle(e);
      if (scrolls(style.overflowX) || scrolls(style.overflowY)) break;
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const edge = e.getBoundingClientRect();
      if (box.right <= edge.right + 1.5 && box.left >= edge.left - 1.5 && box.bottom <= edge.bottom + 2.5 && box.top >= edge.top - 2.5) continue;
      const dots = style.textOverflow === 'ellipsis' || (style.webkitLineClamp && style.webkitLineClamp !== 'none');
      const told = own.closest('[title]') !== null || e.querySelector('[title]') !== null;
      if (!dots || !told) found.add(name(own) + (dots ? ' utan title' : ' utan ellips') + ' i ' + name(e).split(' ”')[0]);
      break;
    }
  }
  return [...found];`;

/** What is wrong with where the focus is; nothing when all of it that fits is in view and nothing covers it. */
const UNSEEN = `${IN_PAGE}
  const done = arguments[arguments.length - 1];
  const look = () => {
    const e = document.activeElement;
    if (!e || e === document.body) return ['', ''];
    window.tabbed.add(e);
    if (e.matches('.skip')) return [name(e), ''];
    // A radio button that is drawn by its label is seen where the label is.
    const drawn = e.matches('[type=radio], [type=checkbox]') ? (e.closest('label') ?? e) : e;
    const box = drawn.getBoundingClientRect();
    const [left, top, right, bottom] = [Math.max(0, box.left), Math.max(0, box.top), Math.min(innerWidth, box.right), Math.min(innerHeight, box.bottom)];
    // A large thing (a grid's region, a whole page) cannot be in view as a whole.
    const [width, height] = [Math.min(box.width, innerWidth * 0.5, 24), Math.min(box.height, innerHeight * 0.3, 16)];
    if (right - left < width - 1 || bottom - top < height - 1) return [name(e), 'utanför fönstret ' + [box.left, box.top, box.right, box.bottom].map(Math.round)];
    // Some points of it: one that is seen is enough for a field under a rounded edge.
    const points = [[0.5, 0.5], [0.15, 0.5], [0.85, 0.5], [0.5, 0.2], [0.5, 0.8]].map(([x, y]) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y));
    const seen = points.some((at) => at && (drawn.contains(at) || at.contains(e) && at.matches('label, a, button') || e.labels?.[0]?.contains(at) || at.closest('label')?.contains(e)));
    return [name(e), seen ? '' : 'täckt av ' + (points[0] ? name(points[0]) : 'inget')];
  };
  // What scrolls into view may need a frame or two.
  const again = (left) => requestAnimationFrame(() => { const told = look(); told[1] && left ? again(left - 1) : done(told); });
  again(12);`;

/** Controls that Tab should have come to but did not: of a group with one tab stop one is enough. */
const MISSED = `${IN_PAGE}
  const groups = '[role=radiogroup], [role=toolbar], [role=group], [role=listbox], [role=grid], [role=treegrid], [role=tablist]';
  const all = [...document.querySelectorAll('a[href], button, input, textarea, select, [tabindex]')];
  return all.filter((e) => shown(e) && e.tabIndex >= 0 && !e.disabled && e.getClientRects().length > 0 && !window.tabbed.has(e))
    .filter((e) => !e.closest('.toasts') && ![...window.tabbed].some((t) => t.closest(groups) && t.closest(groups) === e.closest(groups)))
    .map(name);`;

/** Everything that is wrong with the page as it stands. Tab goes through it all, so the focus moves. */
export async function faults(p) {
  const found = [...(await p.js(TWO_WAYS, TABLES)).map((one) => `rullar åt två håll: ${one}`), ...(await p.js(CUT_OFF)).map((one) => `avklippt: ${one}`)];
  await p.js('window.tabbed = new Set()');
  const first = await p.js('return document.activeElement');
  let stops = 0;
  for (; stops < 120; stops += 1) {
    await p.chord(Key.TAB);
    const [name, fault] = await p.driver.executeAsyncScript(UNSEEN);
    if (fault) found.push(`Tab: ${name} ${fault}`);
    const [count, again] = await p.js(`return [window.tabbed.size, document.activeElement === arguments[0]]`, first);
    if (again || count + 3 < stops + 1) break;
  }
  found.push(...(await p.js(MISSED)).map((one) => `Tab når inte: ${one}`));
  return [...new Set(found)];
}
