/** The palette (Ctrl+K). Helper `inlas` replaces this. */
export function Palette() {
  return null;
}
