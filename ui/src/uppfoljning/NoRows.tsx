/** What is said where the grid has no rows, and the next step from there. */
import { useEffect, useRef } from 'react';
import { Button } from '../shared/Button';
import { Empty } from '../shared/Notice';

/** Nothing in the grid: because of what was chosen, or because the plan has nothing to follow up. */
export function NoRows({ isNarrowed, showAll, goPlan }: { isNarrowed: boolean; showAll: () => void; goPlan: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The row that had the focus went away with the last that fitted.
    if (document.activeElement === document.body) box.current?.querySelector('button')?.focus();
  }, []);
  return (
    <div ref={box}>
      {isNarrowed ? (
        <Empty title="Inga rader passar urvalet" action={<Button onPress={showAll}>Visa alla</Button>}>
          <p>Välj andra statusar eller en annan enhet.</p>
        </Empty>
      ) : (
        <Empty
          title="Det finns inget att följa upp"
          action={
            <Button variant="primary" onPress={goPlan}>
              Gå till planen
            </Button>
          }
        >
          <p>Här visas årets uppdrag och aktiviteter. Lägg till dem i planen, eller läs in dem från Excel.</p>
        </Empty>
      )}
    </div>
  );
}
