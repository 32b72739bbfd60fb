/** What is said in place of content: something went wrong, or there is nothing here yet and what the next step is. */
import { ChevronRight, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { UiError } from '../api/generated';

/** The technical words for the one who helps, folded away. */
export function Details({ text }: { text: string }) {
  if (!text) return null;
  return (
    <Disclosure className="details">
      <AriaButton slot="trigger" className="button link">
        <ChevronRight size={14} aria-hidden />
        Visa detaljer
      </AriaButton>
      <DisclosurePanel>
        <pre>{text}</pre>
      </DisclosurePanel>
    </Disclosure>
  );
}

/** What happened, what to do now, and the details behind a button. */
export function ErrorNotice({ error, children }: { error: UiError; children?: ReactNode }) {
  return (
    <div className="notice error" role="alert">
      <CircleAlert size={18} aria-hidden />
      <div>
        <p className="notice-text">{error.message}</p>
        {error.hint && <p className="quiet">{error.hint}</p>}
        {children && <div className="notice-actions">{children}</div>}
        <Details text={error.detail} />
      </div>
    </div>
  );
}

/** Says what belongs here and offers the one next step. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <div className="quiet">{children}</div>}
      {action && <div className="empty-actions">{action}</div>}
    </div>
  );
}

/** A read that is under way, failed or done. Nothing is shown the first moments: most answers come at once. */
export function Loading() {
  return (
    <p className="loading quiet" role="status">
      Hämtar …
    </p>
  );
}
