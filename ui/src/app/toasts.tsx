/** Short messages at the foot of the window: what was done (with the way back), and what was refused. */
import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { UiError } from '../api/generated';
import { Button, IconButton } from '../shared/Button';
import { Details } from '../shared/Notice';
import { announce } from './announce';
import { store } from './store';

interface Message {
  nr: number;
  text: string;
  error?: UiError;
  action?: { label: string; run: () => void };
  /** The action takes back the latest change. */
  back?: boolean;
}

const messages = store<readonly Message[]>([]);
let nr = 0;

function add(message: Omit<Message, 'nr'>): void {
  nr += 1;
  // A newer message takes the place of an older one that only informs; refusals stay until they are closed.
  // The same refusal once more is the same message.
  const kept = messages.get().filter((m) => m.error && m.text !== message.text);
  messages.set([...kept.slice(-2), { ...message, nr }]);
  announce([message.text, message.error?.hint].filter(Boolean).join(' '));
}

const close = (gone: number) => messages.set(messages.get().filter((m) => m.nr !== gone));

export const toast = {
  say: (text: string, action?: Message['action']) => add({ text, action }),
  /** What was done, with the way back for as long as nothing else has been changed. */
  done: (text: string, undo: () => void) => add({ text, action: { label: 'Ångra', run: undo }, back: true }),
  /** Something has been changed: «Ångra» beside an earlier message would take back this. */
  changed: () => messages.get().some((m) => m.back) && messages.set(messages.get().filter((m) => !m.back)),
  /** A stop that the person asked for is told, and is no refusal. */
  error: (error: UiError) => add(error.code === 'cancelled' ? { text: error.message } : { text: error.message, error }),
};

const SHOWN_MS = 8000;

function One({ message }: { message: Message }) {
  const { nr: id, error } = message;
  useEffect(() => {
    if (error) return undefined;
    const timer = setTimeout(() => close(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, error]);
  return (
    <div className="toast" data-error={error ? true : undefined}>
      <div className="toast-text">
        <p>{message.text}</p>
        {error?.hint && <p className="quiet">{error.hint}</p>}
        {error && <Details text={error.detail} />}
      </div>
      {message.action && (
        <Button
          onPress={() => {
            message.action?.run();
            close(id);
          }}
        >
          {message.action.label}
        </Button>
      )}
      <IconButton label="Stäng meddelandet" onPress={() => close(id)}>
        <X size={16} />
      </IconButton>
    </div>
  );
}

/** The place of the messages in the frame. */
export function Toasts() {
  const all = messages.use();
  return (
    <section className="toasts" aria-label="Meddelanden" data-react-aria-top-layer="true">
      {all.map((message) => (
        <One key={message.nr} message={message} />
      ))}
    </section>
  );
}
