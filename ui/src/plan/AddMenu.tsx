/** What can be added at the selected row, each in one press. */
import { Plus } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button } from '../shared/Button';
import type { AddOption } from './add';

export function AddMenu({ options, onAdd, isDisabled }: { options: readonly AddOption[]; onAdd: (option: AddOption) => void; isDisabled: boolean }) {
  return (
    <MenuTrigger>
      <Button isDisabled={isDisabled} aria-label="Lägg till">
        <Plus size={15} aria-hidden />
        <span className="add-word">Lägg till</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="list" aria-label="Lägg till" items={options} onAction={(key) => options.filter((o) => o.id === key).forEach(onAdd)}>
          {(item) => (
            <MenuItem id={item.id} textValue={item.label} className="option">
              <span>{item.label}</span>
              <small className="ellipsis">{item.note}</small>
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
