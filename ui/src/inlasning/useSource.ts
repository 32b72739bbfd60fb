/** Files and tables on their way in: dropped anywhere on the screen, or pasted. */
import { useEffect, useState } from 'react';
import type { Inlasningskalla } from '../api/generated';
import { isTyping } from '../app/keys';
import { isPlan } from '../program/drop';
import { ofTransfer } from './source';

const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes what is dropped or pasted for as long as the screen is shown; tells whether a file is held over it. */
export function useSource(onSource: (kalla: Inlasningskalla) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const take = async (data: DataTransfer | null) => {
      const kalla = data && (await ofTransfer(data));
      if (kalla) onSource(kalla);
    };
    const onOver = (event: DragEvent) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      setOver(false);
      // A plan is left to the window, which opens it.
      if (!holdsFile(event) || [...(event.dataTransfer?.files ?? [])].some(isPlan)) return;
      event.preventDefault();
      event.stopPropagation();
      void take(event.dataTransfer);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return;
      event.preventDefault();
      void take(event.clipboardData);
    };
    const listeners = [
      ['dragover', onOver],
      ['dragleave', onLeave],
      ['drop', onDrop],
      ['paste', onPaste],
    ] as const;
    listeners.forEach(([name, heard]) => document.addEventListener(name, heard as EventListener, true));
    return () => listeners.forEach(([name, heard]) => document.removeEventListener(name, heard as EventListener, true));
  }, [onSource]);
  return over;
}
