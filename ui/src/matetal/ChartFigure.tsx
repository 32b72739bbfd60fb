/** The chart from Rust, and over it one control that goes from value to value by arrows or pointer and says each. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Diagrambild } from '../api/generated';

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

/** Our own SVG: written by plan-export, every word in it escaped there. */
function Picture({ svg }: { svg: string }) {
  return <div className="chart-picture" dangerouslySetInnerHTML={{ __html: svg }} />;
}

export function ChartFigure({ diagram }: { diagram: Diagrambild }) {
  const { punkter } = diagram;
  const last = punkter.length - 1;
  const [at, setAt] = useState(last);
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const point = punkter[Math.min(at, last)];

  const onKeyDown = (event: KeyboardEvent) => {
    const to: Record<string, number> = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, Home: 0, End: last };
    const next = to[event.key];
    if (event.key === 'Escape') setShown(false);
    if (next === undefined) return;
    event.preventDefault();
    setShown(true);
    setAt(Math.max(0, Math.min(last, next)));
  };
  const onPointerMove = (event: PointerEvent) => {
    const width = box.current?.getBoundingClientRect();
    if (!width) return;
    const x = (event.clientX - width.left) / width.width;
    const near = punkter.reduce((best, p, i) => (Math.abs(p.x - x) < Math.abs((punkter[best]?.x ?? 2) - x) ? i : best), 0);
    setAt(near);
    setShown(true);
  };

  return (
    <figure className="chart">
      <div
        ref={box}
        className="chart-box"
        onPointerMove={onPointerMove}
        onPointerLeave={() => setShown(document.activeElement?.parentElement === box.current)}
      >
        <Picture svg={diagram.svg} />
        {point && (
          <div
            className="chart-layer"
            role="slider"
            tabIndex={0}
            aria-label="Värde i diagrammet"
            aria-valuemin={1}
            aria-valuemax={punkter.length}
            aria-valuenow={at + 1}
            aria-valuetext={point.text}
            onKeyDown={onKeyDown}
            onFocus={() => setShown(true)}
            onBlur={() => setShown(false)}
          />
        )}
        {point && shown && (
          <>
            <span className="chart-at" style={{ left: percent(point.x), top: percent(point.y) }} aria-hidden="true" />
            <span className={`chart-word ${point.y < 0.4 ? 'below' : ''}`} style={{ ['--x' as string]: percent(point.x), ['--y' as string]: percent(point.y) }} aria-hidden="true">
              {point.text}
            </span>
          </>
        )}
      </div>
      <figcaption>
        {diagram.serier.map((name, i) => (
          <span key={name} className={`chart-key series-${Math.min(i, 2)}`}>
            {name}
          </span>
        ))}
        {diagram.har_mal && <span className="chart-key target">Mål</span>}
      </figcaption>
    </figure>
  );
}
