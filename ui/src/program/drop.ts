/** A plan dropped anywhere in the window is opened. Other files are left to the screen that wants them. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { openDropped } from './file';

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
/** What is called a plan. */
export const isPlan = (file: File) => /\.vplan$/i.test(file.name);

/** What is taken: every file for a plan (the start screen), only what is called one, or nothing. */
type Taken = 'all' | 'plans' | 'none';

/** True while a file hangs over the window. */
export function useDroppedPlan(taken: Taken): boolean {
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (taken === 'none') return undefined;
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      // Without this the window would show the file itself.
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      // What a part of the screen has taken is not taken again.
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const file = files.find(isPlan) ?? (taken === 'all' ? files[0] : undefined);
      if (file) void openDropped(client, file);
    };
    addEventListener('dragover', onOver);
    addEventListener('dragleave', onLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onOver);
      removeEventListener('dragleave', onLeave);
      removeEventListener('drop', onDrop);
    };
  }, [client, taken]);
  return over;
}
