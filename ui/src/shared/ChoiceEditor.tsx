/** Choosing among things in the shared popover, one or several, found by typing; or making a new one of what was typed. */
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import type { UiError } from '../api/generated';
import type { Save } from './editors';
import type { Close } from './EditorPopover';
import { FormError } from './Field';

export interface Choice {
  id: string;
  label: string;
  note?: string;
}

interface ChoiceProps {
  label: string;
  choices: readonly Choice[];
  selected: readonly string[];
  /** Several may be chosen; then every choice saves at once and the list stays open. */
  multiple?: boolean;
  /** Word for choosing none ("Ingen ansvarig"); missing: one must be chosen. */
  none?: string;
  /** Makes a new one of what was typed ("Ny befattning"). */
  create?: { label: string; run: (text: string) => Promise<UiError | undefined | void> };
  save: Save<string[]>;
  close: Close;
}

const NONE = '(none)';
const CREATE = '(create)';

/** A choice among things, found by typing. */
export function ChoiceEditor({ label, choices, selected, multiple, none, create, save, close }: ChoiceProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const [error, setError] = useState<UiError | null>(null);
  const settle = (refused: UiError | undefined | void, stay = false) => {
    if (refused) setError(refused);
    else if (!stay) close();
  };
  const choose = async (key: string) => {
    if (key === CREATE) return settle(await create?.run(text.trim()));
    if (key === NONE) return settle(await save([]));
    if (!multiple) return settle(await save([key]));
    return settle(await save(selected.includes(key) ? selected.filter((id) => id !== key) : [...selected, key]), true);
  };
  const items: Choice[] = [...(none ? [{ id: NONE, label: none }] : []), ...choices];
  const exact = choices.some((c) => c.label.toLocaleLowerCase('sv') === text.trim().toLocaleLowerCase('sv'));
  if (create && text.trim() && !exact) items.push({ id: CREATE, label: `${create.label}: ${text.trim()}` });
  return (
    <div className="editor-choice">
      <Autocomplete inputValue={text} onInputChange={setText} filter={(value, query) => value.startsWith(create?.label ?? '\u0000') || contains(value, query)}>
        <SearchField autoFocus aria-label={`Sök ${label.toLocaleLowerCase('sv')}`}>
          <Input className="input" placeholder={create ? 'Sök eller skriv en ny' : 'Sök'} />
        </SearchField>
        <ListBox
          aria-label={label}
          className="list"
          items={items}
          selectionMode={multiple ? 'multiple' : 'single'}
          selectedKeys={selected}
          onSelectionChange={(keys) => {
            const next = [...keys].map(String);
            const changed = next.find((key) => !selected.includes(key)) ?? selected.find((key) => !next.includes(key));
            if (changed) void choose(changed);
          }}
          renderEmptyState={() => <p className="tips">Inget passar.</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="option">
              <span>
                {item.id === CREATE && <Plus size={14} aria-hidden />}
                {item.label}
              </span>
              {item.note && <small>{item.note}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      {error && <FormError error={error} />}
    </div>
  );
}
