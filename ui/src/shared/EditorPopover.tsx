/** The one popover in which every cell is edited. Esc gives back the old value and the focus. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Dialog, Popover } from 'react-aria-components';

/** Closes the editor; the focus goes back to the cell, or on to the next. */
export type Close = (move?: 'down' | 'right' | 'left') => void;

interface Props {
  anchor: () => HTMLElement | null;
  label: string;
  close: Close;
  children: ReactNode;
}

export function EditorPopover({ anchor, label, close, children }: Props) {
  const trigger = useRef<HTMLElement | null>(null);
  const [ready, setReady] = useState(false);
  useLayoutEffect(() => {
    trigger.current = anchor();
    setReady(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the cell of this editing only
  }, []);
  if (!ready) return null;
  return (
    <Popover className="popover editor" isOpen onOpenChange={(open) => !open && close()} triggerRef={trigger} placement="bottom start" offset={2}>
      <Dialog className="popover-inner" aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  );
}
