/** What a change did: each thing with its fields, old → new, and in longer texts the words that differ. */
import { ArrowRight } from 'lucide-react';
import type { Historikfalt, Historikpost, Historiksak } from '../api/generated';

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

/** "Slutdatum: 2026-10-31 → 2026-11-30". */
export function Falt({ falt }: { falt: Historikfalt }) {
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
    </li>
  );
}

function Sak({ sak, named }: { sak: Historiksak; named: boolean }) {
  return (
    <div className="change-thing">
      {named && <p className="change-what">{sak.mening}</p>}
      {sak.falt.length > 0 && (
        <ul>
          {sak.falt.map((falt, i) => (
            <Falt key={i} falt={falt} />
          ))}
        </ul>
      )}
      {sak.fler && <p className="quiet">{sak.fler}</p>}
    </div>
  );
}

/** One thing is named by the heading already; several are named one by one. */
export function Andring({ post }: { post: Historikpost }) {
  const several = post.saker.length > 1;
  return (
    <div className="change">
      {post.saker.map((sak, i) => (
        <Sak key={i} sak={sak} named={several || sak.falt.length === 0} />
      ))}
      {post.fler && <p className="quiet">{post.fler}</p>}
    </div>
  );
}
