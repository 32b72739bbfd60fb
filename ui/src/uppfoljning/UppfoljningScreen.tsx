/** Replaced by the helper who owns this folder. */
import { Screen } from '../app/Screen';

export default function UppfoljningScreen() {
  return (
    <Screen name="uppfoljning" title="Uppföljning">
      {null}
    </Screen>
  );
}
