/** The one cell that is a field. Retur and Tab save and move on; Esc gives back what stood there; a refusal keeps the typing. */
import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { UiError } from '../api/generated';
import { holdKeys } from '../shared/heldKeys';

/** Where the focus goes afterwards; `leave`: it has already gone. */
export type Move = 'down' | 'up' | 'right' | 'left' | 'stay' | 'leave';

interface Props {
  label: string;
  /** What stands in the field when it is opened. */
  value: string;
  /** What the plan has: nothing is written when that is what stands there at the end. */
  saved: string;
  selectAll: boolean;
  /** A name and not an amount: arrows move in the text. */
  isText?: boolean;
  save: (text: string) => Promise<UiError | undefined>;
  close: (move: Move) => void;
}

export function Cellfalt({ label, value, saved, selectAll, isText, save, close }: Props) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<UiError | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const id = useId();
  useEffect(() => {
    field.current?.focus();
    if (selectAll) field.current?.select();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when the cell is opened
  }, []);
  const commit = async (move: Move) => {
    if (done.current) return;
    done.current = true;
    const release = move === 'leave' ? undefined : holdKeys();
    const refused = text.trim() === saved.trim() ? undefined : await save(text);
    if (refused) {
      done.current = false;
      setError(refused);
      if (move !== 'leave') field.current?.focus();
    } else {
      close(move);
    }
    release?.(refused ? 'stays' : 'moves');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const moves: Record<string, Move> = { Enter: event.shiftKey ? 'up' : 'down', Tab: event.shiftKey ? 'left' : 'right' };
    const arrows: Record<string, Move> = isText ? {} : { ArrowUp: 'up', ArrowDown: 'down' };
    const move = moves[event.key] ?? arrows[event.key];
    if (event.key === 'Escape') {
      event.preventDefault();
      done.current = true;
      close('stay');
    } else if (move && !event.ctrlKey) {
      event.preventDefault();
      void commit(move);
    }
  };
  return (
    <span className="cell-field">
      <input
        ref={field}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error ? id : undefined}
        className={isText ? '' : 'number'}
        autoComplete="off"
        spellCheck={isText}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
        }}
        onKeyDown={onKeyDown}
        onPaste={(event) => event.stopPropagation()}
        onBlur={() => void commit('leave')}
      />
      {error && (
        <span id={id} role="alert" className="cell-error">
          <CircleAlert size={14} aria-hidden />
          <span>
            {error.message} {error.hint}
          </span>
        </span>
      )}
    </span>
  );
}
