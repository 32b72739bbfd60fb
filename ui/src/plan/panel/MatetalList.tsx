/** What measures the thing: each mätetal with its line, its value, and how it stands; and a way to add one. */
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Sakbild, Matetalsgnista } from '../../api/generated';
import { useWrite } from '../../api/use';
import { Button } from '../../shared/Button';
import { LineEditor } from '../../shared/editors';
import { EditorPopover, type Close } from '../../shared/EditorPopover';
import { BedomningSymbol } from '../../shared/symbols';
import { attempt } from '../../api/refusal';
import { Sparkline } from '../../shared/Sparkline';
import { typeset } from '../../shared/typeset';

interface Props {
  sak: Sakbild;
  matetal: readonly Matetalsgnista[];
  onOpen: (id: string) => void;
}

export function MatetalList({ sak, matetal, onOpen }: Props) {
  const [adding, setAdding] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  const write = useWrite();
  const close: Close = () => setAdding(false);
  const ofMal = sak.slag === 'mal';
  const add = async (titel: string) => {
    const links = ofMal ? { art: 'nyckeltal' as const, mal: [{ mal_id: sak.id, vikt: 1 }] } : { art: 'indikator' as const, uppdrag: [sak.id] };
    const made = await attempt(write, 'create_matetal', { titel, ...links }, { said: 'Mätetalet är tillagt.' });
    if ('refused' in made) return made.refused;
    return onOpen(made.reply.id);
  };
  return (
    <section className="measures">
      <h3>Mätetal</h3>
      <ul>
        {matetal.map((m) => (
          <li key={m.id}>
            <AriaButton className="measure" onPress={() => onOpen(m.id)}>
              {m.bedomning ? <BedomningSymbol bedomning={m.bedomning.bedomning} /> : <span className="no-mark" />}
              <span>
                {typeset(m.titel)}
                {m.bedomning && <span className="hidden">, {m.bedomning.ord}</span>}
              </span>
              <Sparkline svg={m.svg} />
              <b>{m.varde}</b>
            </AriaButton>
          </li>
        ))}
      </ul>
      {!sak.stangt && (
        <div ref={foot}>
          <Button variant="link" onPress={() => setAdding(true)}>
            <Plus size={14} aria-hidden />
            {ofMal ? 'Lägg till nyckeltal' : 'Lägg till indikator'}
          </Button>
        </div>
      )}
      {adding && (
        <EditorPopover anchor={() => foot.current} label="Nytt mätetal" close={close}>
          <LineEditor label="Vad ska mätas?" hint="Skriv mätetalets namn. Måttet, målvärdet och resten fylls i efteråt." value="" save={add} close={close} className="wide" />
        </EditorPopover>
      )}
    </section>
  );
}
