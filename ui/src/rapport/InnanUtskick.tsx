/** The report's own check: what, why, and the act that goes there. It never stops anybody. */
import { ChevronRight } from 'lucide-react';
import type { Kontrollbild, Rapporthandling } from '../api/generated';
import { go, type ScreenName } from '../app/place';
import { Button } from '../shared/Button';
import { StatusSymbol } from '../shared/symbols';
import { INNAN_UTSKICK } from './texts';

interface Props {
  kontroll: Kontrollbild;
  onText: (avsnitt: string, subject: string | null) => void;
}

export function InnanUtskick({ kontroll, onText }: Props) {
  const follow = ({ till }: Rapporthandling) => {
    if (till.slag === 'text') onText(till.avsnitt, till.subject);
    else if (till.slag === 'sak') go({ screen: till.skarm as ScreenName, thing: { kind: till.kind, id: till.id } });
    else go({ screen: till.skarm as ScreenName });
  };
  return (
    <section className="rapport-kontroll" aria-labelledby="rapport-innan">
      <header className="rapport-kolumnhuvud">
        <h2 id="rapport-innan">{INNAN_UTSKICK}</h2>
        <p className="quiet">{kontroll.ingress}</p>
      </header>
      <ul>
        {kontroll.anmarkningar.map((a, index) => (
          <li key={`${a.rubrik} ${index}`}>
            <StatusSymbol status="pagar_med_avvikelse" />
            <div>
              <h3>{a.rubrik}</h3>
              <p className="quiet">{a.text}</p>
              {a.handling && (
                <Button variant="link" aria-label={`${a.handling.ord}: ${a.rubrik}`} onPress={() => follow(a.handling!)}>
                  {a.handling.ord}
                  <ChevronRight size={14} aria-hidden />
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <div className="rapport-utan">
        <StatusSymbol status="genomford" />
        <p>
          <strong>{kontroll.utan}</strong>
          <br />
          <span className="quiet">{kontroll.vilka}</span>
        </p>
      </div>
    </section>
  );
}
