/** The history of one thing, for its side panel: who changed what and when, newest first. */
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { Historikpost, Kind } from '../api/generated';
import { useWrite, type WriteName } from '../api/use';
import { go, type Thing } from '../app/place';
import { Button } from '../shared/Button';
import { ErrorNotice } from '../shared/Notice';
import { Andring, type Restore } from './Andring';
import './historik.css';
import { useHistorik, ALL } from './useHistorik';

interface Props {
  thing: Thing;
  /** Without a heading of its own, where the place already has one. */
  plain?: boolean;
}

const UPDATE: Partial<Record<Kind, WriteName>> = { mal: 'update_mal', uppdrag: 'update_uppdrag', aktivitet: 'update_aktivitet', matetal: 'update_matetal' };

function Rad({ post }: { post: Historikpost }) {
  const write = useWrite();
  const restore: Restore = ({ kind, id }, { falt, tillbaka }) => {
    const name = UPDATE[kind];
    if (!name || !tillbaka) return;
    void write(name, { id, patch: { [tillbaka.namn]: tillbaka.varde } } as never, { said: `${falt}: det tidigare värdet är återställt.` });
  };

  return (
    <li className={`thing-post ${post.angrad ? 'undone' : ''}`}>
      <p className="thing-post-head">
        <span className="post-verb">{post.verb}</span>
        {post.lage && <span className="post-state">{post.lage}</span>}
      </p>
      <p className="quiet">
        <small>
          {post.vem}, {post.dag} {post.tid}
        </small>
      </p>
      <Andring post={post} restore={restore} />
    </li>
  );
}

export function ThingHistory({ thing, plain }: Props) {
  const read = useHistorik(ALL, thing.id);
  const poster = read.data ?? [];
  return (
    <section className="thing-history" aria-label="Historik">
      {!plain && <h3>Historik</h3>}
      {read.error && <ErrorNotice error={read.error} />}
      {read.data && poster.length === 0 && <p className="quiet">Inget är ändrat ännu.</p>}
      <ol>
        {poster.map((post) => (
          <Rad key={post.nr} post={post} />
        ))}
      </ol>
      {read.hasNextPage && (
        <Button variant="link" isDisabled={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
          Visa äldre
        </Button>
      )}
      {!read.isPending && (
        <Button variant="link" onPress={() => go({ screen: 'historik' })}>
          Hela filens historik
        </Button>
      )}
    </section>
  );
}

interface FoldedProps {
  thing: Thing;
  /** "Mätetalets historik", where the place shows more than one thing. */
  label?: string;
}

/** The same, folded until it is asked for: nothing is fetched before that. */
export function FoldedHistory({ thing, label = 'Historik' }: FoldedProps) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure className="details history-fold" isExpanded={open} onExpandedChange={setOpen}>
      <AriaButton slot="trigger" className="button link">
        <ChevronRight size={14} aria-hidden />
        {label}
      </AriaButton>
      <DisclosurePanel>{open && <ThingHistory thing={thing} plain />}</DisclosurePanel>
    </Disclosure>
  );
}
