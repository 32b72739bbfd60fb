/** Which report the person is at: kept in the place (period and part), so that it is there again at the next start. */
import { useCallback, useMemo } from 'react';
import type { Rapportslag, Rapportval } from '../api/generated';
import { usePlace, type Place } from '../app/place';

interface Choice {
  slag: Rapportslag;
  period?: string;
  enhet?: string;
}

/** "verksamhetsplan/2026-12/<id>"; a månadsrapport follows the period of the other screens. */
function parsed(part: string | undefined, period: string | undefined): Choice {
  const [slag, year, enhet] = (part ?? '').split('/');
  if (slag !== 'verksamhetsplan') return { slag: 'manad', period };
  return { slag, period: year || undefined, enhet: enhet || undefined };
}

const planPart = (year = '', enhet = '') => ['verksamhetsplan', year, enhet].join('/');

/** Where the report of a period is; a verksamhetsplan's year is its own, apart from the period of the other screens. */
export const placeOf = ({ slag, period, enhet }: { slag: Rapportslag; period: string; enhet: string | null }): Pick<Place, 'period' | 'part'> =>
  slag === 'manad' ? { period, part: undefined } : { part: planPart(period, enhet ?? '') };

export function useChoice(): { val: Rapportval; choose: (change: Partial<Choice>) => void } {
  const { place, go } = usePlace();
  const choice = useMemo(() => parsed(place.part, place.period), [place.part, place.period]);
  const choose = useCallback(
    (change: Partial<Choice>) => {
      const next = { ...choice, ...change };
      if (next.slag === 'manad') {
        const period = choice.slag === 'manad' ? next.period : change.period;
        go(period === undefined ? { part: undefined, thing: undefined } : { part: undefined, thing: undefined, period });
      } else {
        const year = choice.slag === 'manad' ? change.period : next.period;
        go({ part: planPart(year, next.enhet), thing: undefined });
      }
    },
    [choice, go],
  );
  const val = useMemo<Rapportval>(
    () => ({ slag: choice.slag, ...(choice.period && { period: choice.period }), ...(choice.enhet && { enhet: choice.enhet }) }),
    [choice],
  );
  return { val, choose };
}
