/** Zoom and light or dark, by key, menu and palette. */
import { useQueryClient } from '@tanstack/react-query';
import { call, type Args } from '../api/call';
import type { Programbild, Utseende } from '../api/generated';
import { announce } from './announce';
import { useCommands, type Command } from './commands';

const STEPS = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
const LOOKS: readonly (readonly [Utseende, string])[] = [
  ['system', 'Utseende som systemet'],
  ['ljus', 'Ljust utseende'],
  ['mork', 'Mörkt utseende'],
];

export function useAppearanceCommands(program: Programbild | undefined): void {
  const client = useQueryClient();
  const zoom = program?.zoom ?? 100;
  const set = async (change: Args<'set_program'>, said?: string) => {
    await call('set_program', change);
    await client.invalidateQueries({ queryKey: ['read_program'] });
    if (said) announce(said);
  };
  const zoomTo = (next: number | undefined) => () => next !== undefined && void set({ zoom: next }, `Zoom ${next} procent`);
  const larger = STEPS.find((step) => step > zoom);
  const smaller = STEPS.findLast((step) => step < zoom);
  const looks: Command[] = LOOKS.map(([utseende, label]) => ({
    id: `look-${utseende}`,
    label,
    group: 'Visa',
    words: 'tema',
    checked: program?.utseende === utseende,
    run: () => void set({ utseende }),
  }));
  useCommands([
    { id: 'zoom-in', label: 'Zooma in', group: 'Visa', shortcut: 'Ctrl+Plus', enabled: larger !== undefined, run: zoomTo(larger) },
    { id: 'zoom-out', label: 'Zooma ut', group: 'Visa', shortcut: 'Ctrl+Minus', enabled: smaller !== undefined, run: zoomTo(smaller) },
    { id: 'zoom-reset', label: 'Verklig storlek', group: 'Visa', shortcut: 'Ctrl+0', enabled: zoom !== 100, run: zoomTo(100) },
    ...looks,
  ]);
}
