/** What a change did: each thing with its fields, old → new, and in longer texts the words that differ. */
import { ArrowRight } from 'lucide-react';
import type { Historikfalt, Historikpost, Historiksak } from '../api/generated';
import { Button } from '../shared/Button';

/** A text with what went struck and what came marked; said to listeners too. */
function Skillnad({ falt }: { falt: Historikfalt }) {
  return (
    <span className="diff">
      {falt.skillnad.map((bit, i) => {
        if (bit.slag === 'bort') return <del key={i}>{bit.text}</del>;
        if (bit.slag === 'nytt') return <ins key={i}>{bit.text}</ins>;
        return <span key={i}>{bit.text}</span>;
      })}
    </span>
  );
}

/** Sets an older value back: one change of its own, as any other. */
export type Restore = (sak: Historiksak, falt: Historikfalt) => void;

/** "Slutdatum: 2026-10-31 → 2026-11-30". */
function Falt({ sak, falt, restore }: { sak: Historiksak; falt: Historikfalt; restore?: Restore }) {
  const came = falt.fran === '–';
  return (
    <li className="change-field">
      <span className="change-name">{falt.falt}</span>
      {falt.skillnad.length > 0 ? (
        <Skillnad falt={falt} />
      ) : (
        <span className="change-values">
          {!came && (
            <>
              <del>
                <span className="hidden">från </span>
                {falt.fran}
              </del>
              <ArrowRight size={13} aria-hidden />
            </>
          )}
          <ins>
            <span className="hidden">till </span>
            {falt.till}
          </ins>
        </span>
      )}
      {restore && falt.tillbaka && (
        <Button variant="link" className="change-restore" aria-label={`Återställ det tidigare värdet, ${falt.falt}: ${came ? 'tomt' : falt.fran}`} onPress={() => restore(sak, falt)}>
          Återställ det tidigare värdet
        </Button>
      )}
    </li>
  );
}

function Sak({ sak, named, restore }: { sak: Historiksak; named: boolean; restore?: Restore }) {
  return (
    <div className="change-thing">
      {named && <p className="change-what">{sak.mening}</p>}
      {sak.falt.length > 0 && (
        <ul>
          {sak.falt.map((falt, i) => (
            <Falt key={i} sak={sak} falt={falt} restore={restore} />
          ))}
        </ul>
      )}
      {sak.fler && <p className="quiet">{sak.fler}</p>}
    </div>
  );
}

/** One thing is named by the heading already; several are named one by one. */
export function Andring({ post, restore }: { post: Historikpost; restore?: Restore }) {
  const several = post.saker.length > 1;
  return (
    <div className="change">
      {post.saker.map((sak, i) => (
        <Sak key={i} sak={sak} named={several || sak.falt.length === 0} restore={restore} />
      ))}
      {post.fler && <p className="quiet">{post.fler}</p>}
    </div>
  );
}
