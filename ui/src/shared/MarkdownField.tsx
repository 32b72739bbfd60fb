/**
 * A longer text in the closed Markdown of the reports (paragraphs, bold, lists, links). Saved when the field is left and
 * by Ctrl+Retur; what was typed stays when it is refused.
 */
import { Bold, List } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Label, TextArea, TextField, Toolbar } from 'react-aria-components';
import type { UiError } from '../api/generated';
import { IconButton } from './Button';
import { FieldError } from './Field';

interface Props {
  label: string;
  value: string;
  /** Gives back the refusal, or nothing. */
  save: (text: string) => Promise<UiError | undefined | void>;
  rows?: number;
  /** Every change before it is saved, for a preview that follows; null when nothing unsaved is left. */
  onTyping?: (text: string | null) => void;
  /** Beside the label. */
  note?: ReactNode;
  /** Under the field: who wrote it and when. */
  foot?: ReactNode;
  placeholder?: string;
  className?: string;
  autoFocus?: boolean;
}

/** Puts marks round the selection, or a dash before each of its lines. */
function marked(text: string, from: number, to: number, kind: 'bold' | 'list'): { text: string; from: number; to: number } {
  const part = text.slice(from, to);
  if (kind === 'bold') return { text: `${text.slice(0, from)}**${part}**${text.slice(to)}`, from: from + 2, to: to + 2 };
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lines = text.slice(start, to).split('\n');
  const allMarked = lines.every((line) => line.startsWith('- '));
  const listed = lines.map((line) => (allMarked ? line.slice(2) : `- ${line}`)).join('\n');
  return { text: text.slice(0, start) + listed + text.slice(to), from: start, to: start + listed.length };
}

export function MarkdownField({ label, value, save, onTyping, rows = 6, note, foot, placeholder, className = '', autoFocus }: Props) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<UiError | null>(null);
  const saved = useRef(value);
  const area = useRef<HTMLTextAreaElement>(null);
  // Both before the page is drawn, so that what follows the text does not wait for that.
  useLayoutEffect(() => {
    // Another value from the plan (undo, another thing) replaces the text unless something unsaved stands in the field.
    const before = saved.current;
    setText((now) => (now === before ? value : now));
    saved.current = value;
  }, [value]);
  useLayoutEffect(() => {
    onTyping?.(text === saved.current ? null : text);
  }, [text, value, onTyping]);
  const commit = async () => {
    if (text === saved.current) return;
    const refused = await save(text);
    setError(refused ?? null);
    if (!refused) saved.current = text;
  };
  const mark = (kind: 'bold' | 'list') => {
    const field = area.current;
    if (!field) return;
    const next = marked(text, field.selectionStart, field.selectionEnd, kind);
    setText(next.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.from, next.to);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') void commit();
    if (event.ctrlKey && event.key.toLowerCase() === 'b') {
      event.preventDefault();
      mark('bold');
    }
  };
  return (
    <TextField value={text} onChange={setText} isInvalid={error !== null} className={`markdown ${className}`} autoFocus={autoFocus}>
      <div className="markdown-head">
        <Label>{label}</Label>
        {note}
        <Toolbar aria-label={`Textformat, ${label}`}>
          <IconButton label="Fet" shortcut="Ctrl+B" onPress={() => mark('bold')}>
            <Bold size={15} />
          </IconButton>
          <IconButton label="Punktlista" onPress={() => mark('list')}>
            <List size={15} />
          </IconButton>
        </Toolbar>
      </div>
      <TextArea ref={area} className="input" rows={rows} placeholder={placeholder} onBlur={() => void commit()} onKeyDown={onKeyDown} />
      {error && <FieldError error={error} />}
      {foot && <p className="markdown-foot">{foot}</p>}
    </TextField>
  );
}
