/** The manual (F1). Helper `eko` replaces this. */
export function Help() {
  return null;
}
