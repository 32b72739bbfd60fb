/** Says something to those who listen instead of look, without moving the focus. */
let region: HTMLElement | null = null;

/** The live region is one element of the page for as long as the program runs. */
function live(): HTMLElement {
  if (region?.isConnected) return region;
  region = document.createElement('div');
  region.className = 'hidden';
  // At the end of the page it would make it taller than the window.
  region.style.top = '0';
  region.setAttribute('role', 'status');
  region.setAttribute('aria-live', 'polite');
  region.dataset.reactAriaTopLayer = 'true';
  document.body.append(region);
  return region;
}

/** The same words twice in a row are said twice. */
export function announce(text: string): void {
  const element = live();
  element.textContent = '';
  requestAnimationFrame(() => (element.textContent = text));
}
