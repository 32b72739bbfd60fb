/** How a field of the panel is written back: a patch of the thing, or the command that owns the field. */
import { useMemo } from 'react';
import type { Falt, MatetalMal, Sakbild, UiError } from '../../api/generated';
import { NO_NUMBER, readDay, readTal, refusalOf } from '../../api/refusal';
import { useRead, useWrite } from '../../api/use';
import { updateThing } from '../actions';

/** What the editors of a panel need: the thing, how to save, and what can be chosen. */
export interface FieldWriter {
  isClosed: boolean;
  year: number;
  /** What a mätetal is measured in; else empty. */
  enhet: string;
  /** Saves a value as the patch takes it. */
  save: (namn: string, varde: unknown) => Promise<UiError | undefined>;
  /** Saves text as it was typed. */
  saveTyped: (falt: Falt, text: string) => Promise<UiError | undefined>;
  /** Saves what was chosen. */
  saveChosen: (falt: Falt, ids: string[]) => Promise<UiError | undefined>;
  choices: (falt: Falt) => { id: string; label: string }[];
}

/** The links of a mätetal keep their weights. */
const withWeights = (old: readonly MatetalMal[], ids: readonly string[]): MatetalMal[] => ids.map((id) => old.find((link) => link.mal_id === id) ?? { mal_id: id, vikt: 1 });

export function useField(sak: Sakbild): FieldWriter {
  const write = useWrite();
  const lists = useRead('read_valmangder', { period: sak.period }).data;
  return useMemo(() => {
    const enhet = String(sak.fakta.find((falt) => falt.namn === 'enhet')?.varde ?? '');
    const year = Number(sak.period.slice(0, 4));
    const patch = (fields: Record<string, unknown>): Promise<UiError | undefined> =>
      sak.slag === 'matetal' ? refusalOf(write, 'update_matetal', { id: sak.id, patch: fields }) : updateThing(write, sak.slag, sak.id, fields);
    const save = (namn: string, varde: unknown) => patch(namn === 'beslut' ? (varde as Record<string, unknown>) : { [namn]: varde });
    const saveTyped = async (falt: Falt, text: string) => {
      if (falt.slag === 'datum') {
        const day = await readDay(text, year);
        return 'refused' in day ? day.refused : save(falt.namn, day.datum);
      }
      if (falt.slag !== 'heltal' && falt.slag !== 'tal' && falt.slag !== 'kronor') return save(falt.namn, text);
      const read = await readTal(text, falt.slag, enhet);
      if ('refused' in read) return read.refused;
      return read.varde === null && falt.slag === 'heltal' ? NO_NUMBER : save(falt.namn, read.varde);
    };
    const saveChosen = (falt: Falt, ids: string[]) => {
      if (falt.slag !== 'flerval') return save(falt.namn, ids[0] ?? null);
      const isWeighted = sak.slag === 'matetal' && falt.namn === 'mal';
      return save(falt.namn, isWeighted ? withWeights(falt.varde as MatetalMal[], ids) : ids);
    };
    const choices = (falt: Falt) => (falt.lista && lists ? lists[falt.lista].map((v) => ({ id: v.id, label: v.text })) : []);
    return { isClosed: sak.stangt, year, enhet, save, saveTyped, saveChosen, choices };
  }, [sak, write, lists]);
}

/** The ids that a field has chosen. */
export function chosen(falt: Falt): string[] {
  if (falt.slag === 'flerval') return (falt.varde as (string | MatetalMal)[]).map((one) => (typeof one === 'string' ? one : one.mal_id));
  return falt.varde === null || falt.varde === '' ? [] : [String(falt.varde)];
}
