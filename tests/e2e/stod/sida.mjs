/** The page as a whole: when it has come to rest, and what there is against it. */
import { sleep } from './program.mjs';

/** Waits until the page says no more that it is fetching, and has drawn. */
export async function settled(p) {
  await p.drawn();
  for (let quiet = 0; quiet < 3; ) {
    await sleep(120);
    quiet = (await p.js(`return document.querySelector('.loading, [aria-busy=true]') === null`)) ? quiet + 1 : 0;
  }
  await p.drawn();
}

/** What axe-core has against the page (every rule, or those named) and what has gone wrong in it since last; empty when nothing. */
export async function against(p, only) {
  const found = [...(await p.axe(only)).map((v) => `${v.regel}: ${v.var.join(' | ')}`), ...(await p.troubles())];
  await p.js('window.troubles.length = 0');
  return found;
}
