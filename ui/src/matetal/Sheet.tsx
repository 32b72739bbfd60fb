/** A mätetal's figures, chart, values and analysis: in Uppföljning, and in the plan for one that no uppdrag has. */
import type { Matetalsblad } from '../api/generated';
import { useRead } from '../api/use';
import { Analysis } from './Analysis';
import { ChartFigure } from './ChartFigure';
import { KeyFigures } from './KeyFigures';
import { Tables } from './Tables';
import './matetal.css';

export function Sheet({ blad, period }: { blad: Matetalsblad; period: string }) {
  return (
    <>
      <KeyFigures blad={blad} />
      {blad.diagram ? <ChartFigure key={`${blad.id} ${period}`} diagram={blad.diagram} /> : <p className="matetal-none">Inga värden att visa ännu. Ange det första nedan.</p>}
      <Tables key={`t ${blad.id} ${period}`} blad={blad} />
      <Analysis key={`a ${blad.id} ${period}`} blad={blad} period={period} />
    </>
  );
}

/** The sheet in another panel, which has the mätetal's name already. */
export default function SheetOf({ id, period }: { id: string; period: string }) {
  const blad = useRead('read_matetalsblad', { id, period }).data;
  return blad ? (
    <div className="matetal">
      <Sheet blad={blad} period={period} />
    </div>
  ) : null;
}
