/** The bar under the rows: what would happen, in two sentences, and the button that says what it does. */
import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import type { Inlasningsbeslut } from '../api/generated';
import { Button } from '../shared/Button';
import { remember } from './work';

interface Props {
  decision: Inlasningsbeslut;
  remembered: boolean;
  onCancel: () => void;
  onImport: () => void;
}

export function Decision({ decision, remembered, onCancel, onImport }: Props) {
  return (
    <footer className="decision" aria-label="Beslut">
      <div className="decision-text" aria-live="polite">
        <p>
          <b>{decision.rubrik}</b>
        </p>
        <p className="quiet">{decision.text}</p>
      </div>
      <span className="grow" />
      <Checkbox isSelected={remembered} onChange={remember} className="check">
        <span className="box" aria-hidden="true">
          <Check size={13} strokeWidth={3} />
        </span>
        Kom ihåg kopplingen till nästa gång
      </Checkbox>
      <Button onPress={onCancel}>Avbryt</Button>
      <Button variant="primary" isDisabled={!decision.kan} onPress={onImport}>
        {decision.knapp}
      </Button>
    </footer>
  );
}
