/** Chips that count and filter: number, word in lower case, and the change since last time. */
import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import { count } from './format';

export interface Chip {
  id: string;
  /** The number, or its text as Rust writes it ("5 000"). */
  count?: number | string;
  label: string;
  icon?: ReactNode;
  /** "+1", "±0": the change, with what it is compared with for listeners. */
  change?: string;
  changeSaid?: string;
  status?: string;
  bedomning?: string;
}

interface Props {
  label: string;
  chips: readonly Chip[];
  selected: ReadonlySet<string>;
  onChange: (selected: Set<string>) => void;
  /** One at a time instead of several. */
  single?: boolean;
}

export function Chips({ label, chips, selected, onChange, single }: Props) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode={single ? 'single' : 'multiple'}
      selectedKeys={selected as Set<Key>}
      onSelectionChange={(keys) => onChange(keys as Set<string>)}
      className="chips"
    >
      {chips.map((chip) => (
        <ToggleButton key={chip.id} id={chip.id} className="chip" data-status={chip.status} data-bedomning={chip.bedomning}>
          {chip.icon}
          {chip.count !== undefined && <b>{typeof chip.count === 'number' ? count(chip.count) : chip.count}</b>} {chip.label}
          {chip.change && (
            <small>
              {chip.change}
              {chip.changeSaid && <span className="hidden"> {chip.changeSaid}</span>}
            </small>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
