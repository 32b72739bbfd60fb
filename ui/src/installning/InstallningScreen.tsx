/** Replaced by the helper who owns this folder. */
import { Screen } from '../app/Screen';

export default function InstallningScreen() {
  return (
    <Screen name="installning" title="Inställningar">
      {null}
    </Screen>
  );
}
