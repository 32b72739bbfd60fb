/** Back and forth among the periods of follow-up, or the years of the plan. The list, with its words, comes from Rust. */
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { IconButton } from './Button';

interface PeriodOption {
  /** "2026-10". */
  period: string;
  /** "Oktober 2026". */
  namn: string;
  /** "öppen till 6 november". */
  note?: string;
}

interface Props {
  /** Oldest first. */
  periods: readonly PeriodOption[];
  period: string;
  onChange: (period: string) => void;
  /** What is gone through, where it is not periods: "Verksamhetsår". */
  what?: string;
  /** "Ny uppföljning …" last in the list. */
  more?: { label: string; run: () => void };
}

const MORE = '(more)';

export function PeriodPicker({ periods, period, onChange, what = 'Period', more }: Props) {
  const at = periods.findIndex((p) => p.period === period);
  const before = periods[at - 1];
  const after = periods[at + 1];
  const items = [...periods.map((p) => ({ id: p.period, namn: p.namn, note: p.note })).reverse(), ...(more ? [{ id: MORE, namn: more.label, note: undefined }] : [])];
  const word = what.toLocaleLowerCase('sv');
  const step = (way: string, to: PeriodOption | undefined) => (to ? `${way} ${word}, ${to.namn.toLocaleLowerCase('sv')}` : `${way} ${word}`);
  return (
    <div className="period" role="group" aria-label={what}>
      <IconButton label={step('Föregående', before)} isDisabled={!before} onPress={() => before && onChange(before.period)}>
        <ChevronLeft size={16} />
      </IconButton>
      <MenuTrigger>
        <AriaButton className="button quiet period-name">
          {periods[at]?.namn ?? period}
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
        <Popover className="popover">
          <Menu
            className="list"
            selectionMode="single"
            selectedKeys={[period]}
            items={items}
            onAction={(key) => (key === MORE ? more?.run() : onChange(String(key)))}
          >
            {(item) => (
              <MenuItem id={item.id} textValue={item.namn} className="option">
                <span>{item.namn}</span>
                {item.note && <small>{item.note}</small>}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <IconButton label={step('Nästa', after)} isDisabled={!after} onPress={() => after && onChange(after.period)}>
        <ChevronRight size={16} />
      </IconButton>
    </div>
  );
}
