/** What is said where there is nothing to show, and the next step from there. */
import type { Plantrad } from '../api/generated';
import { go } from '../app/place';
import { Button } from '../shared/Button';
import { Empty } from '../shared/Notice';
import { firstStep } from './texts';

interface Props {
  plan: Plantrad;
  /** Something is left out by a filter. */
  filtered: boolean;
  onShowAll: () => void;
  onFirst: () => void;
}

export function EmptyPlan({ plan, filtered, onShowAll, onFirst }: Props) {
  if (filtered) {
    return (
      <Empty title="Inget att visa här" action={<Button onPress={onShowAll}>Visa hela planen</Button>}>
        <p>Inget i planen stämmer med urvalet.</p>
      </Empty>
    );
  }
  const levels = plan.nivaer.map((n) => n.singular.toLocaleLowerCase('sv'));
  const actions = (
    <>
      <Button variant="quiet" onPress={() => go({ screen: 'installning', part: 'niva' })}>
        Ändra nivåerna
      </Button>
      <Button onPress={() => go({ screen: 'inlasning' })}>Läs in nämndens uppdrag</Button>
      <Button variant="primary" onPress={onFirst}>
        {firstStep(plan.nivaer[0])}
      </Button>
    </>
  );
  return (
    <Empty title="Här växer planen fram" action={actions}>
      <p>Styrmodellens nivåer är på plats: {levels.join(', ')}. Börja överst, eller läs in det som redan är beslutat.</p>
    </Empty>
  );
}
