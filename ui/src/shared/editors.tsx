/**
 * The editors of the shared popover for what is typed. It goes to Rust as it stands; a refusal is shown beside the field and
 * the typing is kept (`save` gives back the sentence, or nothing when it was taken).
 */
import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { Input, TextArea, TextField } from 'react-aria-components';
import type { UiError } from '../api/generated';
import type { Close } from './EditorPopover';
import { FieldError } from './Field';
import { holdKeys } from './heldKeys';

/** Saves; gives back the refusal, or nothing. */
export type Save<T> = (value: T) => Promise<UiError | undefined | void>;

interface TypedProps {
  label: string;
  value: string;
  save: Save<string>;
  close: Close;
  /** What began the typing, if a key did: it replaces the old value. */
  typed?: string;
  /** What is most likely meant where there is nothing: it stands there selected, and is saved as it is or written over. */
  proposal?: string;
  hint?: string;
  className?: string;
}

/** Saving that keeps what was typed when it is refused. */
function useTyping({ value, typed, proposal, save, close }: Pick<TypedProps, 'value' | 'typed' | 'proposal' | 'save' | 'close'>) {
  const [text, setText] = useState(typed ?? proposal ?? value);
  const [error, setError] = useState<UiError | null>(null);
  const busy = useRef(false);
  const commit = async (move?: 'down' | 'right' | 'left') => {
    if (busy.current) return;
    busy.current = true;
    const release = holdKeys();
    const refused = text === value ? undefined : await save(text);
    busy.current = false;
    if (refused) setError(refused);
    else close(move);
    release(refused ? 'stays' : 'moves');
  };
  return { text, setText: (next: string) => (setText(next), setError(null)), error, commit };
}

/** One line: a title, a number, an amount. Retur saves and goes down, Tab saves and goes right. */
export function LineEditor(props: TypedProps) {
  const { text, setText, error, commit } = useTyping(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      void commit('down');
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void commit(event.shiftKey ? 'left' : 'right');
    }
  };
  return (
    <TextField autoFocus aria-label={props.label} value={text} onChange={setText} isInvalid={error !== null} className={`editor-line ${props.className ?? ''}`}>
      <Input className="input" onKeyDown={onKeyDown} onFocus={(e) => !props.typed && e.currentTarget.select()} />
      {error && <FieldError error={error} />}
      {props.hint && <p className="tips">{props.hint}</p>}
    </TextField>
  );
}

/** Several lines. Retur saves, Skift+Retur is a new line. */
export function TextEditor(props: TypedProps) {
  const { text, setText, error, commit } = useTyping(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void commit();
  };
  return (
    <TextField autoFocus aria-label={props.label} value={text} onChange={setText} isInvalid={error !== null}>
      <TextArea className="input editor-text" rows={4} onKeyDown={onKeyDown} />
      {error && <FieldError error={error} />}
      <p className="tips">
        <kbd>Retur</kbd> sparar · <kbd>Skift</kbd> <kbd>Retur</kbd> ny rad · <kbd>Esc</kbd> avbryter
      </p>
    </TextField>
  );
}

/** A number as people type it ("82 %", "−3", "1 234,5"); Rust reads it. */
export const NumberEditor = (props: TypedProps) => <LineEditor {...props} className="editor-number" />;

/** Months of calendars are a tenth of the window's program: fetched when a date is first picked, beside the field that has the focus. */
const Calendar = lazy(() => import('./Calendar'));

/** A date, typed as people do (Rust reads it) or picked. `value` is ISO or empty; an empty text empties the date. */
export function DateEditor(props: TypedProps) {
  const { text, setText, error, commit } = useTyping(props);
  const pick = async (date: string) => {
    const refused = await props.save(date);
    if (!refused) props.close();
  };
  return (
    <div className="editor-date">
      <TextField autoFocus aria-label={props.label} value={text} onChange={setText} isInvalid={error !== null}>
        <Input className="input" placeholder="åååå-mm-dd" onFocus={(e) => e.currentTarget.select()} onKeyDown={(e) => e.key === 'Enter' && (e.preventDefault(), void commit('down'))} />
        {error && <FieldError error={error} />}
      </TextField>
      <div className="calendar-space">
        <Suspense>
          <Calendar value={text} onPick={(date) => void pick(date)} />
        </Suspense>
      </div>
      <p className="tips">Skriv till exempel 27/11, idag eller sista mars.</p>
    </div>
  );
}
