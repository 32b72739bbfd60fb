/** Asks once who writes. Helper `program` replaces this. */
export function WhoDialog() {
  return null;
}
