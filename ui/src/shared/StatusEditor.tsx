/** Choosing a status in the shared popover. */
import type { KeyboardEvent } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { Status } from '../api/generated';
import type { Save } from './editors';
import type { Close } from './EditorPopover';
import { STATUSES, StatusMark } from './symbols';

/** The six statuses with their digits, which choose them. `words` are the file's own. */
export function StatusEditor({ value, words, save, close }: { value: Status | null; words: Record<Status, string>; save: Save<Status>; close: Close }) {
  const choose = (status: Status) => {
    void save(status);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const status = /^[1-6]$/.test(event.key) ? STATUSES[Number(event.key) - 1] : undefined;
    if (!status) return;
    event.preventDefault();
    event.stopPropagation();
    choose(status);
  };
  return (
    <div onKeyDownCapture={onKeyDown}>
      <ListBox
        autoFocus
        aria-label="Status"
        className="list"
        selectionMode="single"
        selectedKeys={value ? [value] : []}
        items={STATUSES.map((id, i) => ({ id, digit: i + 1 }))}
        // Choosing what is already chosen empties the selection: nothing to save then.
        onSelectionChange={(keys) => {
          const [key] = [...keys];
          if (key) choose(key as Status);
          else close();
        }}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={words[item.id]} className="option">
            <StatusMark status={item.id} ord={words[item.id]} />
            <kbd>{item.digit}</kbd>
          </ListBoxItem>
        )}
      </ListBox>
    </div>
  );
}
