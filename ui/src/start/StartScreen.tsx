/** The start screen. Helper `program` replaces this. */
import type { Programbild } from '../api/generated';

export function StartScreen({ program }: { program: Programbild }) {
  return <main>{program.version}</main>;
}
