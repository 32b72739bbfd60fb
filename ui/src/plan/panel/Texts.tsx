/** The longer texts of a thing, one below the other: read as text, written in the Markdown field. */
import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Falt } from '../../api/generated';
import { MarkdownField } from '../../shared/MarkdownField';
import { Prose } from './Prose';
import type { FieldWriter } from './useField';

function TextField({ falt, field }: { falt: Falt; field: FieldWriter }) {
  const [editing, setEditing] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const leave = () => {
    setEditing(false);
    requestAnimationFrame(() => box.current?.querySelector('button')?.focus());
  };
  return (
    <div
      ref={box}
      className="text-field"
      onKeyDown={(event) => editing && (event.key === 'Escape' || (event.ctrlKey && event.key === 'Enter')) && setTimeout(leave)}
      onBlur={(event) => editing && !event.currentTarget.contains(event.relatedTarget) && event.relatedTarget && setTimeout(() => setEditing(false), 150)}
    >
      {editing ? (
        <MarkdownField label={falt.etikett} value={falt.text} rows={4} autoFocus save={(text) => field.save(falt.namn, text)} />
      ) : (
        <AriaButton className="read-field" isDisabled={field.isClosed} onPress={() => setEditing(true)}>
          <span className="label">{falt.etikett}</span>
          {falt.text ? <span className="prose"><Prose text={falt.text} /></span> : <span className="missing">Skriv {falt.etikett.toLocaleLowerCase('sv')}</span>}
        </AriaButton>
      )}
    </div>
  );
}

/** The steps of a theory of change (resurs → aktivitet → prestation → effekt) are asked for only where they are used. */
const SELDOM = new Set(['resurs', 'prestation', 'effekt']);

export function Texts({ fields, field }: { fields: readonly Falt[]; field: FieldWriter }) {
  const [all, setAll] = useState(false);
  const shown = fields.filter((falt) => all || falt.text !== '' || !SELDOM.has(falt.namn));
  return (
    <div className="texts">
      {shown.map((falt) => (
        <TextField key={falt.namn} falt={falt} field={field} />
      ))}
      {shown.length < fields.length && !field.isClosed && (
        <AriaButton className="button link more" onPress={() => setAll(true)}>
          <ChevronRight size={14} aria-hidden />
          Resurs, prestation och effekt
        </AriaButton>
      )}
    </div>
  );
}
