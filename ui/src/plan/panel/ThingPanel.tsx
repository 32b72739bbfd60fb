/** The side panel: every field of the selected thing, read as text and edited in place. */
import { ArrowLeft, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Plantrad, Sakbild, Sakslag } from '../../api/generated';
import { useRead, useWrite } from '../../api/use';
import { useCommands } from '../../app/commands';
import type { Thing } from '../../app/place';
import { FoldedHistory } from '../../historik/ThingHistory';
import { Button } from '../../shared/Button';
import { ErrorNotice } from '../../shared/Notice';
import { BedomningMark } from '../../shared/symbols';
import { Checklist } from './Checklist';
import { Facts } from './Facts';
import { Fordelat } from './Fordelat';
import { Judgement } from './Judgement';
import { MatetalList } from './MatetalList';
import { PanelStatus } from './PanelStatus';
import { PanelTitle } from './PanelTitle';
import { Texts } from './Texts';
import { useField } from './useField';

/** Charts and value forms are fetched with the first mätetal that is opened. */
const Sheet = lazy(() => import('../../matetal/Sheet'));

/** Only the row one stops at is read: the arrows run ahead of the panel. */
const SETTLE_MS = 70;
/** Till the popover that was open has given back its own focus. */
const TURN_MS = 120;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

const REMOVE_MATETAL = 'Ta bort mätetalet';

interface Props {
  thing: Thing;
  period: string;
  plan: Plantrad;
}

export function ThingPanel({ thing, period, plan }: Props) {
  /** A mätetal of the thing, opened in its place. */
  const [inner, setInner] = useState<string | null>(null);
  const settled = useSettled(thing.id);
  const shown = { kind: (inner ? 'matetal' : thing.kind) as Sakslag, id: inner ?? settled };
  const read = useRead('read_rad', settled === thing.id ? { ...shown, period } : null);
  const write = useWrite();
  const box = useRef<HTMLDivElement>(null);
  const wasInner = useRef<string | null>(null);
  useEffect(() => {
    // The panel turned to a mätetal or back: what was pressed is gone, so the focus goes to the way back, or to the list.
    if (wasInner.current === inner) return undefined;
    wasInner.current = inner;
    const timer = setTimeout(() => box.current?.querySelector<HTMLElement>(inner ? '.back' : '.measures button')?.focus(), TURN_MS);
    return () => clearTimeout(timer);
  }, [inner]);
  if (read.error) return inner ? <Back onPress={() => setInner(null)} /> : <ErrorNotice error={read.error} />;
  const sak = read.data;
  if (!sak) return null;
  const removeMatetal = async () => {
    if (await write('delete_matetal', { id: sak.id }, { said: `${sak.titel} är borttaget. Ctrl+Z tar tillbaka det.` })) setInner(null);
  };
  return (
    <div ref={box} className="thing-panel">
      {inner && <Back onPress={() => setInner(null)} />}
      <Body key={sak.id} sak={sak} plan={plan} period={period} onMatetal={setInner} />
      {inner && !sak.stangt && <RemoveMatetal remove={() => void removeMatetal()} />}
    </div>
  );
}

function RemoveMatetal({ remove }: { remove: () => void }) {
  useCommands([{ id: 'matetal-delete', label: REMOVE_MATETAL, group: 'Plan', run: remove }]);
  return (
    <Button variant="quiet" className="delete" onPress={remove}>
      <Trash2 size={15} aria-hidden />
      {REMOVE_MATETAL}
    </Button>
  );
}

const Back = ({ onPress }: { onPress: () => void }) => (
  <Button variant="link" className="back" onPress={onPress}>
    <ArrowLeft size={14} aria-hidden />
    Tillbaka
  </Button>
);

function Body({ sak, plan, period, onMatetal }: { sak: Sakbild; plan: Plantrad; period: string; onMatetal: (id: string) => void }) {
  const field = useField(sak);
  const isMatetal = sak.slag === 'matetal';
  return (
    <div className="thing">
      <header>
        <p className="over">{sak.overrad}</p>
        <PanelTitle sak={sak} field={field} />
        {sak.lage && <PanelStatus sak={sak} lage={sak.lage} plan={plan} />}
        {sak.bedomning && !isMatetal && (
          <p className="standing">
            <BedomningMark bedomning={sak.bedomning.utfall} ord={sak.bedomning.ord} />
            <small>{sak.bedomning.text}</small>
          </p>
        )}
      </header>
      <Texts fields={sak.texter} field={field} />
      {isMatetal && (
        <Suspense>
          <Sheet id={sak.id} period={period} />
        </Suspense>
      )}
      <Facts fields={sak.fakta} field={field} />
      {sak.egen_bedomning && <Judgement sak={sak} own={sak.egen_bedomning} />}
      {sak.delaktiviteter && <Checklist owner={sak.id} lines={sak.delaktiviteter} isClosed={sak.stangt} />}
      {sak.fordelning && <Fordelat sak={sak} fordelning={sak.fordelning} field={field} plan={plan} />}
      {sak.matetal && <MatetalList sak={sak} matetal={sak.matetal} onOpen={onMatetal} />}
      <FoldedHistory thing={{ kind: sak.slag, id: sak.id }} />
    </div>
  );
}
