/** The title of a thing, changed where it stands. */
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Sakbild } from '../../api/generated';
import { LineEditor } from '../../shared/editors';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { typeset } from '../../shared/typeset';
import type { FieldWriter } from './useField';

export function PanelTitle({ sak, field }: { sak: Sakbild; field: FieldWriter }) {
  const [editing, setEditing] = useState(false);
  const title = useRef<HTMLButtonElement>(null);
  const close: Close = () => {
    setEditing(false);
    requestAnimationFrame(() => title.current?.focus());
  };
  return (
    <h2>
      <AriaButton ref={title} className="fact title" isDisabled={field.isClosed} onPress={() => setEditing(true)}>
        {typeset(sak.titel)}
      </AriaButton>
      {editing && (
        <EditorPopover anchor={() => title.current} label="Titel" close={close}>
          <LineEditor label="Titel" value={sak.titel} save={(titel) => field.save('titel', titel)} close={close} className="wide" />
        </EditorPopover>
      )}
    </h2>
  );
}
