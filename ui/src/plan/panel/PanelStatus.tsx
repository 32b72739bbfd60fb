/** Where an uppdrag or aktivitet stands, by which rule, and the comment that goes with it. */
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Plantrad, Sakbild, Saklage } from '../../api/generated';
import { useWrite } from '../../api/use';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { StatusMark } from '../../shared/symbols';
import { StatusChoice, statusWords } from '../CellEditor';

interface Props {
  sak: Sakbild;
  lage: Pick<Saklage, 'barare' | 'status' | 'ord' | 'regel'>;
  plan: Plantrad;
  /** The unit whose status it is; none: of the thing as a whole. */
  organisation?: { id: string; namn: string };
}

/** The status as a button that opens the choice. */
export function PanelStatus({ sak, lage, plan, organisation }: Props) {
  const [editing, setEditing] = useState(false);
  const mark = useRef<HTMLButtonElement>(null);
  const write = useWrite();
  const close: Close = () => {
    setEditing(false);
    requestAnimationFrame(() => mark.current?.focus());
  };
  const whose = organisation ? `Status för ${organisation.namn}` : 'Status';
  return (
    <p className="standing">
      <AriaButton ref={mark} className="fact" isDisabled={sak.stangt} onPress={() => setEditing(true)} aria-label={`${whose}: ${lage.ord || 'Sätt status'}`}>
        {lage.status ? <StatusMark status={lage.status} ord={lage.ord} /> : <span className="missing">Sätt status</span>}
      </AriaButton>
      {lage.regel && <small>{lage.regel}</small>}
      {editing && (
        <EditorPopover anchor={() => mark.current} label={whose} close={close}>
          <StatusChoice barare={lage.barare} organisation_id={organisation?.id} period={sak.period} value={lage.status} words={statusWords(plan)} write={write} close={close} />
        </EditorPopover>
      )}
    </p>
  );
}
