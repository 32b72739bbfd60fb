/** The facts of a thing in two columns. Those without a value are folded away under *Fler uppgifter*. */
import { ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Falt } from '../../api/generated';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { withSoftHyphens } from '../../shared/typeset';
import { FactEditor } from './FactEditor';
import type { FieldWriter } from './useField';

function Fact({ falt, field }: { falt: Falt; field: FieldWriter }) {
  const [editing, setEditing] = useState(false);
  const cell = useRef<HTMLButtonElement>(null);
  const close: Close = () => {
    setEditing(false);
    requestAnimationFrame(() => cell.current?.focus());
  };
  const press = () => {
    if (falt.slag === 'ja_nej') void field.save(falt.namn, falt.varde !== true);
    else setEditing(true);
  };
  const text = withSoftHyphens(falt.text);
  return (
    <div>
      <dt>{falt.etikett}</dt>
      <dd>
        <AriaButton ref={cell} className="fact" isDisabled={field.isClosed} onPress={press} aria-label={`${falt.etikett}: ${text || (falt.slag === 'ja_nej' ? 'Nej' : 'Lägg till')}`}>
          {text || <span className="missing">{falt.slag === 'ja_nej' ? 'Nej' : 'Lägg till'}</span>}
        </AriaButton>
        {editing && (
          <EditorPopover anchor={() => cell.current} label={falt.etikett} close={close}>
            <FactEditor falt={falt} field={field} close={close} />
          </EditorPopover>
        )}
      </dd>
    </div>
  );
}

/** What says the same as the row itself does not stand among the facts unless asked for. */
const SAID_ELSEWHERE = new Set(['nr', 'year_from', 'year_to', 'decimaler', 'lag_months', 'konsuppdelad', 'arsvarde']);

/** What a thing is nearly always asked for stands there also while it is empty. */
const ALWAYS = new Set(['malvarde', 'enhet', 'ansvariga', 'organisation_id', 'end_date']);

export function Facts({ fields, field }: { fields: readonly Falt[]; field: FieldWriter }) {
  const [all, setAll] = useState(false);
  const isMain = (falt: Falt) => falt.text !== '' && !SAID_ELSEWHERE.has(falt.namn);
  const shown = fields.filter((falt) => isMain(falt) || ALWAYS.has(falt.namn));
  const rest = fields.filter((falt) => !shown.includes(falt));
  return (
    <section className="facts">
      <dl>
        {shown.map((falt) => (
          <Fact key={falt.namn} falt={falt} field={field} />
        ))}
      </dl>
      {rest.length > 0 && (
        <>
          <AriaButton className="button link more" aria-expanded={all} onPress={() => setAll(!all)}>
            <ChevronRight size={14} aria-hidden />
            Fler uppgifter
          </AriaButton>
          {all && (
            <dl>
              {rest.map((falt) => (
                <Fact key={falt.namn} falt={falt} field={field} />
              ))}
            </dl>
          )}
        </>
      )}
    </section>
  );
}
