/** Sentences of the screen *Plan* that are said in more than one place. */
import type { Planniva, Plantrad } from '../api/generated';
import type { NewThing } from './rows';

const small = (word: string): string => word.charAt(0).toLocaleLowerCase('sv') + word.slice(1);

/** What kind of row is being added. */
export type NewKind = 'uppdrag' | 'aktivitet' | 'mal';

/** "Skriv en ny aktivitet", "Skriv ett nytt uppdrag", "Skriv ny: fokusområde". */
export function placeholder(kind: NewKind, niva?: Planniva): string {
  if (kind === 'aktivitet') return 'Skriv en ny aktivitet';
  if (kind === 'uppdrag') return 'Skriv ett nytt uppdrag';
  return niva ? `Nytt i planen: ${small(niva.singular)}` : 'Skriv ett nytt mål';
}

/** What a menu says of adding one: "Aktivitet", "Uppdrag", "Målområde". */
export function kindWord(kind: NewKind, niva?: Planniva): string {
  if (kind === 'aktivitet') return 'Aktivitet';
  return kind === 'uppdrag' ? 'Uppdrag' : (niva?.singular ?? 'Mål');
}

/** "aktivitet", "målområde": what is added, within a sentence. */
export const nameOfNew = (plan: Plantrad, ny: NewThing): string => small(kindWord(ny.kind, ny.niva === undefined ? undefined : plan.nivaer[ny.niva]));

/** The first step in an empty plan: "Skriv visionen", "Lägg till ett kommunmål". */
export function firstStep(niva: Planniva | undefined): string {
  if (!niva || niva.singular === 'Vision') return 'Skriv visionen';
  return `Lägg till ${small(niva.singular)}`;
}

export const REFUSED = {
  closed: 'Verksamhetsåret är stängt. Planen går inte att ändra.',
  aktivitet: 'En aktivitet kan bara ligga i ett uppdrag.',
  uppdrag: 'Ett uppdrag kan bara ligga under ett mål som bär uppdrag.',
  mal: 'Ett mål kan bara ligga under ett mål på en högre nivå.',
  edge: 'Det går inte att flytta längre åt det hållet.',
  out: 'Raden ligger redan ytterst.',
} as const;
