/**
 * The editors of the shared popover. What is typed goes to Rust as it stands; a refusal is shown beside the field and the
 * typing is kept (`save` gives back the sentence, or nothing when it was taken).
 */
import { parseDate, type CalendarDate } from '@internationalized/date';
import { Plus } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import {
  Autocomplete,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Button as AriaButton,
  Heading,
  Input,
  ListBox,
  ListBoxItem,
  SearchField,
  TextArea,
  TextField,
  useFilter,
} from 'react-aria-components';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Status, UiError } from '../api/generated';
import type { Close } from './EditorPopover';
import { FieldError, FormError } from './Field';
import { STATUSES, StatusMark } from './symbols';

/** Saves; gives back the refusal, or nothing. */
export type Save<T> = (value: T) => Promise<UiError | undefined | void>;

/** The six statuses with their digits, which choose them. `words` are the file's own. */
export function StatusEditor({ value, words, save, close }: { value: Status | null; words: Record<Status, string>; save: Save<Status>; close: Close }) {
  const choose = (status: Status) => {
    void save(status);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const status = /^[1-6]$/.test(event.key) ? STATUSES[Number(event.key) - 1] : undefined;
    if (!status) return;
    event.preventDefault();
    event.stopPropagation();
    choose(status);
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <ListBox
        autoFocus
        aria-label="Status"
        className="list"
        selectionMode="single"
        selectedKeys={value ? [value] : []}
        items={STATUSES.map((id, i) => ({ id, digit: i + 1 }))}
        // Choosing what is already chosen empties the selection: nothing to save then.
        onSelectionChange={(keys) => {
          const [key] = [...keys];
          if (key) choose(key as Status);
          else close();
        }}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={words[item.id]} className="option">
            <StatusMark status={item.id} ord={words[item.id]} />
            <kbd>{item.digit}</kbd>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}

interface TypedProps {
  label: string;
  value: string;
  save: Save<string>;
  close: Close;
  /** What began the typing, if a key did: it replaces the old value. */
  typed?: string;
  hint?: string;
  className?: string;
}

/** Saving that keeps what was typed when it is refused. */
function useTyping({ value, typed, save, close }: Pick<TypedProps, 'value' | 'typed' | 'save' | 'close'>) {
  const [text, setText] = useState(typed ?? value);
  const [error, setError] = useState<UiError | null>(null);
  const busy = useRef(false);
  const commit = async (move?: 'down' | 'right' | 'left') => {
    if (busy.current) return;
    busy.current = true;
    const refused = text === value ? undefined : await save(text);
    busy.current = false;
    if (refused) setError(refused);
    else close(move);
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

function dateOrNull(value: string): CalendarDate | null {
  try {
    return value ? parseDate(value) : null;
  } catch {
    return null;
  }
}

/** A date, typed as people do (Rust reads it) or picked. `value` is ISO or empty; an empty text empties the date. */
export function DateEditor(props: TypedProps) {
  const { text, setText, error, commit } = useTyping(props);
  const pick = async (date: CalendarDate) => {
    const refused = await props.save(date.toString());
    if (!refused) props.close();
  };
  return (
    <div className="editor-date">
      <TextField autoFocus aria-label={props.label} value={text} onChange={setText} isInvalid={error !== null}>
        <Input className="input" placeholder="åååå-mm-dd" onFocus={(e) => e.currentTarget.select()} onKeyDown={(e) => e.key === 'Enter' && (e.preventDefault(), void commit('down'))} />
        {error && <FieldError error={error} />}
      </TextField>
      <Calendar aria-label="Kalender" value={dateOrNull(text)} onChange={(date) => void pick(date)} firstDayOfWeek="mon">
        <header>
          <AriaButton slot="previous" className="icon-button" aria-label="Föregående månad">
            <ChevronLeft size={16} />
          </AriaButton>
          <Heading className="calendar-heading" />
          <AriaButton slot="next" className="icon-button" aria-label="Nästa månad">
            <ChevronRight size={16} />
          </AriaButton>
        </header>
        <CalendarGrid weekdayStyle="short">
          <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className="day" />}</CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <p className="tips">Skriv till exempel 27/11, idag eller sista mars.</p>
    </div>
  );
}

export interface Choice {
  id: string;
  label: string;
  note?: string;
}

interface ChoiceProps {
  label: string;
  choices: readonly Choice[];
  selected: readonly string[];
  /** Several may be chosen; then every choice saves at once and the list stays open. */
  multiple?: boolean;
  /** Word for choosing none ("Ingen ansvarig"); missing: one must be chosen. */
  none?: string;
  /** Makes a new one of what was typed ("Ny befattning"). */
  create?: { label: string; run: (text: string) => Promise<UiError | undefined | void> };
  save: Save<string[]>;
  close: Close;
}

const NONE = '(none)';
const CREATE = '(create)';

/** A choice among things, found by typing. */
export function ChoiceEditor({ label, choices, selected, multiple, none, create, save, close }: ChoiceProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const [error, setError] = useState<UiError | null>(null);
  const settle = (refused: UiError | undefined | void, stay = false) => {
    if (refused) setError(refused);
    else if (!stay) close();
  };
  const choose = async (key: string) => {
    if (key === CREATE) return settle(await create?.run(text.trim()));
    if (key === NONE) return settle(await save([]));
    if (!multiple) return settle(await save([key]));
    return settle(await save(selected.includes(key) ? selected.filter((id) => id !== key) : [...selected, key]), true);
  };
  const items: Choice[] = [...(none ? [{ id: NONE, label: none }] : []), ...choices];
  const exact = choices.some((c) => c.label.toLocaleLowerCase('sv') === text.trim().toLocaleLowerCase('sv'));
  if (create && text.trim() && !exact) items.push({ id: CREATE, label: `${create.label}: ${text.trim()}` });
  return (
    <div className="editor-choice">
      <Autocomplete inputValue={text} onInputChange={setText} filter={(value, query) => value.startsWith(create?.label ?? '\u0000') || contains(value, query)}>
        <SearchField autoFocus aria-label={`Sök ${label.toLocaleLowerCase('sv')}`}>
          <Input className="input" placeholder={create ? 'Sök eller skriv en ny' : 'Sök'} />
        </SearchField>
        <ListBox
          aria-label={label}
          className="list"
          items={items}
          selectionMode={multiple ? 'multiple' : 'single'}
          selectedKeys={selected}
          onSelectionChange={(keys) => {
            const next = [...keys].map(String);
            const changed = next.find((key) => !selected.includes(key)) ?? selected.find((key) => !next.includes(key));
            if (changed) void choose(changed);
          }}
          renderEmptyState={() => <p className="tips">Inget passar.</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="option">
              <span>
                {item.id === CREATE && <Plus size={14} aria-hidden />}
                {item.label}
              </span>
              {item.note && <small>{item.note}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {error && <FormError error={error} />}
    </div>
  );
}

