/** A section's heading and texts. What is typed is on the pages at once, and in the plan when the field is left. */
import { ChevronDown, ChevronLeft } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Avsnittsbild, Avsnittstextbild, NyAvsnittstext, UiError } from '../api/generated';
import { refusalOf } from '../api/refusal';
import { useWrite } from '../api/use';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { MarkdownField } from '../shared/MarkdownField';
import { StatusSymbol } from '../shared/symbols';
import { INNAN_UTSKICK } from './texts';

interface TextProps {
  text: Avsnittstextbild;
  isAlone: boolean;
  onTyping: (text: NyAvsnittstext | null) => void;
}

function Skrivfalt({ text: { rubrik, text }, isAlone, onTyping }: TextProps) {
  const write = useWrite();
  // The same place in the report keeps the same field while its text changes.
  const identity = JSON.stringify({ ...text, text: '' });
  const place = useMemo(() => JSON.parse(identity) as NyAvsnittstext, [identity]);
  const [saved, setSaved] = useState(text.text);
  // The preview is laid over the plan: what comes back while typing is the typing itself.
  const typing = useCallback((typed: string | null) => onTyping(typed === null ? null : { ...place, text: typed }), [place, onTyping]);
  useEffect(() => () => onTyping(null), [onTyping]);
  const save = async (typed: string): Promise<UiError | undefined> => {
    const refused = await refusalOf(write, 'set_avsnittstext', { ...place, text: typed });
    if (refused) return refused;
    setSaved(typed);
    return void onTyping(null);
  };
  return <MarkdownField label={isAlone ? 'Text' : rubrik} value={saved} save={save} onTyping={typing} rows={isAlone ? 14 : 8} foot="Sparas när du lämnar fältet. Ctrl+Retur sparar direkt." autoFocus />;
}

function Rubrik({ avsnitt, onRename }: { avsnitt: Avsnittsbild; onRename: (rubrik: string) => void }) {
  const [rubrik, setRubrik] = useState(avsnitt.egen_rubrik);
  const commit = () => rubrik !== avsnitt.egen_rubrik && onRename(rubrik);
  return <Field label="Egen rubrik" placeholder={avsnitt.rubrik} value={rubrik} onChange={setRubrik} onBlur={commit} onKeyDown={(e) => e.key === 'Enter' && commit()} />;
}

interface Props {
  avsnitt: Avsnittsbild;
  /** The row to open first; none: the section as a whole, or the first that the check asks for. */
  subject: string | null;
  onTyping: (text: NyAvsnittstext | null) => void;
  onRename: (rubrik: string) => void;
  onClose: () => void;
}

function firstOpen({ texter }: Avsnittsbild, subject: string | null): number {
  const asked = texter.findIndex((t) => (t.text.subject_id ?? null) === subject);
  const missing = texter.findIndex((t) => t.saknas);
  return subject !== null && asked >= 0 ? asked : Math.max(0, missing);
}

export function Skrivpanel({ avsnitt, subject, onTyping, onRename, onClose }: Props) {
  const [open, setOpen] = useState(() => firstOpen(avsnitt, subject));
  const alone = avsnitt.texter.length === 1;
  return (
    <div className="rapport-skriv">
      <header className="rapport-kolumnhuvud">
        <Button variant="link" onPress={onClose}>
          <ChevronLeft size={14} aria-hidden />
          {INNAN_UTSKICK}
        </Button>
        <h2>{avsnitt.rubrik}</h2>
      </header>
      <Rubrik key={avsnitt.nyckel} avsnitt={avsnitt} onRename={onRename} />
      {alone
        ? avsnitt.texter.map((text) => <Skrivfalt key={avsnitt.nyckel} text={text} isAlone onTyping={onTyping} />)
        : (
          <div className="rapport-texter">
            {avsnitt.texter.map((text, index) => (
            <section key={`${text.text.avsnitt} ${text.text.subject_id ?? ''}`} className="rapport-textrad" data-open={index === open || undefined}>
              <h3>
                <button type="button" aria-expanded={index === open} onClick={() => setOpen(index === open ? -1 : index)}>
                  <ChevronDown size={14} aria-hidden />
                  <span>{index === 0 ? 'Hela avsnittet' : text.rubrik}</span>
                  {text.saknas && (
                    <small>
                      <StatusSymbol status="pagar_med_avvikelse" size={12} /> saknas
                    </small>
                  )}
                  {!text.saknas && text.text.text && <small>har text</small>}
                </button>
              </h3>
              {index === open && <Skrivfalt text={text} isAlone={false} onTyping={onTyping} />}
            </section>
          ))}
          </div>
        )}
    </div>
  );
}
