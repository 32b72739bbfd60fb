/** The longer texts of a thing, one below the other: read as text, written in the Markdown field. */
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

/** Written texts first; those nobody has written stand last, so that the panel reads as a page. */
export function Texts({ fields, field }: { fields: readonly Falt[]; field: FieldWriter }) {
  return (
    <div className="texts">
      {fields.map((falt) => (
        <TextField key={falt.namn} falt={falt} field={field} />
      ))}
    </div>
  );
}
