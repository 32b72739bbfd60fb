/** The newest value large, then the target and the changes. Every figure is worded in Rust. */
import type { Matetalsblad } from '../api/generated';
import { BedomningMark } from '../shared/symbols';

export function KeyFigures({ blad }: { blad: Matetalsblad }) {
  const [newest, ...others] = blad.nyckel;
  // Of a yearly mätetal the value before is the same as last year's: said once.
  const rest = others.filter((figure, i) => others.findIndex((f) => f.rubrik === figure.rubrik) === i);
  return (
    <>
      <dl className="matetal-key">
        {newest && (
          <div className={newest.enhet || /\d/.test(newest.varde) ? 'large' : 'large words'}>
            <dt>{newest.rubrik}</dt>
            <dd>
              {newest.varde} {newest.enhet && <small>{newest.enhet}</small>}
            </dd>
          </div>
        )}
        {rest.map((figure) => (
          <div key={figure.rubrik}>
            <dt>{figure.rubrik}</dt>
            <dd>{figure.varde}</dd>
          </div>
        ))}
      </dl>
      {(blad.bedomning || blad.not) && (
        <p className="matetal-verdict">
          {blad.bedomning && <BedomningMark bedomning={blad.bedomning.bedomning} ord={blad.bedomning.ord} />}
          {blad.not && <span>{blad.not}</span>}
        </p>
      )}
    </>
  );
}
