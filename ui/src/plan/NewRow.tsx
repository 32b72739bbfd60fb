/** The row where something new is written: Retur adds and stays for the next, Esc leaves, pasted lines become rows. */
import { Plus } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Input, TextField } from 'react-aria-components';
import type { Planniva, UiError } from '../api/generated';
import { FieldError } from '../shared/Field';
import { holdKeys } from '../shared/heldKeys';
import type { NewThing } from './rows';
import { placeholder } from './texts';
import { treeLines, type LinesProps } from './TitleCell';

export interface NewRowProps {
  nivaer: readonly Planniva[];
  /** Gives back the refusal, or nothing. */
  create: (ny: NewThing, titlar: readonly string[]) => Promise<UiError | undefined>;
  /** Closes the row; `to` is where the focus goes. */
  leave: (to?: 'up' | 'down') => void;
}

/** The lines of a pasted text; a table from Excel gives its first column. */
export function pastedLines(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => (line.split('\t')[0] ?? '').trim());
  return lines.filter(Boolean);
}

export function NewRow({ row, index, thread, nivaer, create, leave }: NewRowProps & LinesProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<UiError | undefined>();
  const busy = useRef(false);
  const { ny } = row;
  if (!ny) return null;
  const label = placeholder(ny.kind, ny.niva === undefined ? undefined : nivaer[ny.niva]);
  const add = async (titlar: readonly string[]) => {
    if (busy.current || titlar.length === 0) return;
    busy.current = true;
    const release = holdKeys();
    const refused = await create(ny, titlar);
    busy.current = false;
    // What is typed meanwhile comes in the field when it is empty.
    flushSync(() => {
      setError(refused);
      if (!refused) setText('');
    });
    release('stays');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      Enter: () => void add(text.trim() ? [text] : []),
      Escape: () => leave(),
      ArrowUp: () => leave('up'),
      ArrowDown: () => leave('down'),
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onPaste = (event: ClipboardEvent) => {
    const lines = pastedLines(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    void add(lines);
  };
  return (
    <span {...treeLines({ row, index, thread })}>
      <span className="node">
        <TextField autoFocus aria-label={label} value={text} onChange={(next) => (setText(next), setError(undefined))} isInvalid={error !== undefined} className="new-field">
          <Plus size={15} aria-hidden />
          <Input className="input" placeholder={label} onKeyDown={onKeyDown} onPaste={onPaste} />
          {error && <FieldError error={error} />}
        </TextField>
      </span>
    </span>
  );
}

/** What the keys do in the row. */
export function NewHint() {
  return (
    <span className="new-hint">
      <span>
        <kbd>Retur</kbd> lägger till
      </span>
      <span>
        <kbd>Esc</kbd> avbryter
      </span>
      <span>Flera rader går att klistra in</span>
    </span>
  );
}
