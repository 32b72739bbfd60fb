/** Sentences of the screen that are said in more than one place. */
import type { Beloppsslag } from '../api/generated';

/** The word of a column that is typed in, as a listener hears it. */
export const SLAG: Record<Beloppsslag, string> = {
  budget: 'Budget',
  utfall_ack: 'Utfall',
  prognos: 'Prognos',
};

/** "3 belopp klistrades in", and what was left alone. */
export function pasted(written: number, skipped: number): string {
  const what = written === 1 ? 'Ett belopp klistrades in.' : `${written} belopp klistrades in.`;
  if (skipped === 0) return what;
  const left = skipped === 1 ? 'En summa räknas ut av programmet och ändrades inte.' : `${skipped} summor räknas ut av programmet och ändrades inte.`;
  return `${what} ${left}`;
}
