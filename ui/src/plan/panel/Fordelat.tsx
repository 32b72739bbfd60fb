/** The units that a thing is passed on to, each with its own status. */
import { Users } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Falt, Fordelning, Plantrad, Sakbild } from '../../api/generated';
import { Button } from '../../shared/Button';
import { ChoiceEditor } from '../../shared/ChoiceEditor';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { PanelStatus } from './PanelStatus';
import type { FieldWriter } from './useField';

interface Props {
  sak: Sakbild;
  fordelning: Fordelning;
  field: FieldWriter;
  plan: Plantrad;
}

export function Fordelat({ sak, fordelning, field, plan }: Props) {
  const [choosing, setChoosing] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  const close: Close = () => {
    setChoosing(false);
    requestAnimationFrame(() => foot.current?.querySelector('button')?.focus());
  };
  const units: Pick<Falt, 'lista'> = { lista: 'organisation' };
  return (
    <section className="units">
      <h3>{fordelning.rubrik}</h3>
      <ul>
        {fordelning.rader.map((rad) => (
          <li key={rad.organisation_id}>
            <span>{rad.namn}</span>
            {sak.lage && <PanelStatus sak={sak} lage={{ barare: sak.lage.barare, status: rad.status, ord: rad.ord, regel: '' }} plan={plan} organisation={{ id: rad.organisation_id, namn: rad.namn }} />}
          </li>
        ))}
      </ul>
      {!sak.stangt && (
        <div ref={foot}>
          <Button variant="link" onPress={() => setChoosing(true)}>
            <Users size={14} aria-hidden />
            Välj enheter
          </Button>
        </div>
      )}
      {choosing && (
        <EditorPopover anchor={() => foot.current} label="Enheter" close={close}>
          <ChoiceEditor
            label="Enheter"
            multiple
            choices={field.choices(units as Falt)}
            selected={fordelning.rader.map((r) => r.organisation_id)}
            save={(ids) => field.save('fordelning', ids)}
            close={close}
          />
        </EditorPopover>
      )}
    </section>
  );
}
