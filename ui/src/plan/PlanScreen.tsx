/** Replaced by the helper who owns this folder. */
import { Screen } from '../app/Screen';

export default function PlanScreen() {
  return (
    <Screen name="plan" title="Plan">
      {null}
    </Screen>
  );
}
