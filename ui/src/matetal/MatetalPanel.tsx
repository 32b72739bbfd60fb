/** The panel beside the rows: one mätetal of the uppdrag at a time, and the others with their sparklines. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Uppfoljningsrad } from '../api/generated';
import { useRead } from '../api/use';
import { usePlace } from '../app/place';
import { helpedBy } from '../hjalp/open';
import { FoldedHistory } from '../historik/ThingHistory';
import { Button, IconButton } from '../shared/Button';
import { Empty, ErrorNotice, Loading } from '../shared/Notice';
import { Others } from './Others';
import { Sheet } from './Sheet';
import './matetal.css';

interface Props {
  /** The uppdrag of the selected row. */
  uppdrag: Uppfoljningsrad | undefined;
  period: string;
  /** One that was asked for from elsewhere. */
  wanted?: string;
}

export function MatetalPanel({ uppdrag, period, wanted }: Props) {
  const { go } = usePlace();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const ids = uppdrag?.matetal ?? [];
  useEffect(() => {
    if (wanted && uppdrag?.matetal.includes(wanted)) setChosen((old) => ({ ...old, [uppdrag.id]: wanted }));
  }, [wanted, uppdrag?.id, uppdrag?.matetal]);
  const id = chosen[uppdrag?.id ?? ''] ?? ids[0];
  const at = Math.max(0, ids.indexOf(id ?? ''));
  const shown = ids[at];
  const read = useRead('read_matetalsblad', shown ? { id: shown, period } : null);
  if (!uppdrag) {
    return (
      <Empty title="Inget uppdrag är valt">
        <p>Välj en rad som hör till ett uppdrag, så visas uppdragets mätetal här.</p>
      </Empty>
    );
  }
  if (!shown) {
    const toPlan = () => go({ screen: 'plan', thing: { kind: 'uppdrag', id: uppdrag.id } });
    return (
      <Empty title="Uppdraget har inget mätetal" action={<Button onPress={toPlan}>Gå till uppdraget i planen</Button>}>
        <p>Koppla ett mätetal till uppdraget, så går det att följa om det får avsedd effekt.</p>
      </Empty>
    );
  }
  const show = (to: string | undefined) => to && setChosen((old) => ({ ...old, [uppdrag.id]: to }));
  const blad = read.data;
  return (
    <div className="matetal" {...helpedBy('matetal')}>
      <header className="matetal-head">
        <p className="matetal-over" title={uppdrag.titel}>
          {blad?.art ?? 'Mätetal'} {at + 1} av {ids.length} · {uppdrag.titel}
        </p>
        <div className="matetal-step">
          <IconButton label="Föregående mätetal" isDisabled={at === 0} onPress={() => show(ids[at - 1])}>
            <ChevronLeft size={16} />
          </IconButton>
          <IconButton label="Nästa mätetal" isDisabled={at >= ids.length - 1} onPress={() => show(ids[at + 1])}>
            <ChevronRight size={16} />
          </IconButton>
        </div>
      </header>
      {read.error && <ErrorNotice error={read.error} />}
      {!blad && !read.error && <Loading />}
      {blad && (
        <>
          <h2>{blad.titel}</h2>
          <Sheet blad={blad} period={period} />
        </>
      )}
      {ids.length > 1 && <Others ids={ids.filter((other) => other !== shown)} period={period} onChoose={show} />}
      {blad && <FoldedHistory key={`h ${blad.id}`} thing={{ kind: 'matetal', id: blad.id }} label="Mätetalets historik" />}
    </div>
  );
}
