/** A question in its own layer. Esc closes it, and the focus goes back to where it was. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { helpedBy } from '../hjalp/open';
import { Button } from './Button';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the primary last. */
  actions?: ReactNode;
  /** Without it Esc and a click outside close it. */
  isLocked?: boolean;
  wide?: boolean;
  /** The chapter of the manual that F1 opens, where it is not the screen's. */
  help?: string;
}

export function Dialog({ title, isOpen, onClose, children, actions, isLocked, wide, help }: Props) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={!isLocked} isKeyboardDismissDisabled={isLocked} className="overlay">
      <Modal className={`modal ${wide ? 'wide' : ''}`}>
        <AriaDialog className="dialog" {...helpedBy(help)}>
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          <div className="dialog-body">{children}</div>
          {actions && <footer className="dialog-actions">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface AskProps {
  title: string;
  isOpen: boolean;
  /** What is done, as the button says it: "Fastställ rapporten". */
  verb: string;
  onDo: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before what cannot be undone, in words that name the thing. */
export function Ask({ title, isOpen, verb, onDo, onClose, children }: AskProps) {
  const actions = (
    <>
      <Button onPress={onClose}>Avbryt</Button>
      <Button
        variant="primary"
        onPress={() => {
          onClose();
          onDo();
        }}
      >
        {verb}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} actions={actions}>
      {children}
    </Dialog>
  );
}
