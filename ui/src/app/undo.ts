/** Ctrl+Z and Ctrl+Y everywhere, with the words of what they would do. */
import { useUndo } from '../api/use';
import { useCommands } from './commands';

export function useUndoCommands(): void {
  const { state, canUndo, canRedo, undo, redo } = useUndo();
  useCommands([
    { id: 'undo', label: state?.undo.text ?? 'Ångra', group: 'Redigera', shortcut: 'Ctrl+Z', enabled: canUndo, run: () => void undo() },
    { id: 'redo', label: state?.redo.text ?? 'Gör om', group: 'Redigera', shortcut: 'Ctrl+Y', enabled: canRedo, run: () => void redo() },
  ]);
}
