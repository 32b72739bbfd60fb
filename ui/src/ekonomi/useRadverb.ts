/** What can be done with a row of either table: add, rename, move, take away. Every one of them is undone with Ctrl+Z. */
import { useMemo } from 'react';
import { attempt, refusalOf } from '../api/refusal';
import { useUndo, useWrite } from '../api/use';
import type { Ekonomibild, Tabellrad, UiError } from '../api/generated';
import { toast } from '../app/toasts';

export interface Radverb {
  /** Gives back the refusal, or nothing. */
  add: (namn: string, finansiering: boolean) => Promise<UiError | undefined>;
  rename: (row: Tabellrad, namn: string) => Promise<UiError | undefined>;
  canMove: (row: Tabellrad, step: 1 | -1) => boolean;
  move: (row: Tabellrad, step: 1 | -1) => Promise<void>;
  /** Gives back the id of the row that gets the focus; nothing where it was refused. */
  remove: (row: Tabellrad) => Promise<string | undefined>;
}

/** The thing a row stands for: a drift row or a verksamhet. */
const idOf = (row: Tabellrad | undefined): string | null => {
  if (!row?.nyckel) return null;
  return 'driftrad' in row.nyckel ? row.nyckel.driftrad : row.nyckel.verksamhet.id;
};

/** The rows a row is moved among: those of the same heading. */
function siblings(bild: Ekonomibild, row: Tabellrad): Tabellrad[] {
  const at = bild.rader.indexOf(row);
  let first = at;
  while (first > 0 && bild.rader[first - 1]?.niva === row.niva) first -= 1;
  let last = at;
  while (last < bild.rader.length - 1 && bild.rader[last + 1]?.niva === row.niva) last += 1;
  return bild.rader.slice(first, last + 1).filter((r) => r.nyckel !== null);
}

/** `onMade` gets the new row's id: the next one is put after it. */
export function useRadverb(bild: Ekonomibild | undefined, selected: Tabellrad | undefined, onMade: (id: string) => void): Radverb {
  const write = useWrite();
  const { undo } = useUndo();
  return useMemo(() => {
    const isDrift = bild?.vy === 'drift';
    const near = (row: Tabellrad, step: 1 | -1) => {
      if (!bild) return undefined;
      const all = siblings(bild, row);
      return all[all.indexOf(row) + step];
    };
    return {
      async add(namn, finansiering) {
        const made = await (isDrift
          ? attempt(write, 'add_driftrad', { namn, after: idOf(selected) ?? idOf(bild?.rader.at(-1)) })
          : attempt(write, 'create_verksamhet', { namn, finansiering }));
        if ('refused' in made) return made.refused;
        onMade(made.reply.id);
        return undefined;
      },
      async rename(row, namn) {
        const id = idOf(row);
        return id ? refusalOf(write, isDrift ? 'update_driftrad' : 'update_verksamhet', { id, patch: { namn } }) : undefined;
      },
      canMove: (row, step) => near(row, step) !== undefined,
      async move(row, step) {
        if (!bild) return;
        const all = siblings(bild, row);
        const at = all.indexOf(row);
        const id = idOf(row);
        if (!id || !all[at + step]) return;
        const after = idOf(step === 1 ? all[at + 1] : all[at - 2]);
        await write(isDrift ? 'move_driftrad' : 'move_verksamhet', { id, after }, { said: `${row.namn} flyttades.` });
      },
      async remove(row) {
        const id = idOf(row);
        const next = near(row, 1) ?? near(row, -1);
        if (!id) return undefined;
        const done = await write(isDrift ? 'remove_driftrad' : 'delete_verksamhet', { id });
        if (!done) return undefined;
        toast.say(`${row.namn} togs bort.`, { label: 'Ångra', run: () => void undo() });
        return next?.id;
      },
    };
  }, [bild, selected, onMade, write, undo]);
}
