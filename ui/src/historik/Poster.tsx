/** The list of changes under the days they were made. Only what is in sight stands in the page: a log may hold a million. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronRight, Lock, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Historikpost } from '../api/generated';
import { Button } from '../shared/Button';
import { Andring } from './Andring';

interface Props {
  label: string;
  poster: readonly Historikpost[];
  /** There is more to fetch. */
  more: boolean;
  fetchMore: () => void;
  /** The change that Ctrl+Z would take back. */
  undoable?: number;
  undo?: () => void;
}

type Item = { dag: string; text: string } | { post: Historikpost };

const isDag = (item: Item | undefined): item is { dag: string; text: string } => item !== undefined && 'dag' in item;

function Post({ post, open, toggle, undo }: { post: Historikpost; open: boolean; toggle: () => void; undo?: () => void }) {
  const hasMore = post.saker.length > 0;
  return (
    <>
      <div className="post-head">
        <time className="post-time">{post.tid}</time>
        <button type="button" className="post-title" aria-expanded={hasMore ? open : undefined} disabled={!hasMore} tabIndex={-1} onClick={toggle}>
          <ChevronRight size={14} aria-hidden />
          <span>
            <span className="post-verb">{post.verb}</span>
            {post.namn && <b>{post.namn}</b>}
          </span>
        </button>
        {post.lage && (
          <span className="post-state">
            {post.sparr ? <Lock size={13} aria-hidden /> : <Undo2 size={13} aria-hidden />}
            {post.lage}
          </span>
        )}
        {undo && (
          <Button variant="link" className="post-undo" shortcut="Ctrl+Z" onPress={undo}>
            Ångra
          </Button>
        )}
        <span className="post-who" title={post.vem}>
          {post.vem}
        </span>
      </div>
      {open && hasMore && <Andring post={post} />}
    </>
  );
}

export function Poster({ label, poster, more, fetchMore, undoable, undo }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState<number | null>(null);
  const items = useMemo(() => {
    const all: Item[] = [];
    let day = '';
    for (const post of poster) {
      if (post.dag !== day) all.push({ dag: post.dag, text: post.dag_text });
      day = post.dag;
      all.push({ post });
    }
    return all;
  }, [poster]);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (i) => (isDag(items[i]) ? 44 : 58),
    getItemKey: (i) => {
      const item = items[i];
      return isDag(item) ? item.dag : (item?.post.nr ?? i);
    },
    overscan: 12,
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= items.length - 20) fetchMore();
  }, [more, last, items.length, fetchMore]);
  // Few fields are shown at once; much is folded until it is asked for.
  const isShort = (post: Historikpost) => post.saker.length === 1 && post.saker.every((s) => s.falt.length <= 3 && !s.fler);
  const isOpen = (post: Historikpost) => turned.has(post.nr) !== isShort(post);
  const toggle = (nr: number) => setTurned((old) => new Set(old.has(nr) ? [...old].filter((n) => n !== nr) : [...old, nr]));
  const first = items.findIndex((item) => !isDag(item));
  const current = at ?? first;
  const goTo = (from: number, step: 1 | -1) => {
    let i = from + step;
    while (i >= 0 && i < items.length && isDag(items[i])) i += step;
    if (i < 0 || i >= items.length) return;
    setAt(i);
    virtual.scrollToIndex(i);
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-index="${i}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[current];
    if (event.target !== event.currentTarget && !(event.target as HTMLElement).matches('[data-index]')) return;
    if (event.key === 'ArrowDown') goTo(current, 1);
    else if (event.key === 'ArrowUp') goTo(current, -1);
    else if (event.key === 'Home') goTo(-1, 1);
    else if (event.key === 'End') goTo(items.length, -1);
    else if ((event.key === 'Enter' || event.key === ' ') && item && !isDag(item)) toggle(item.post.nr);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={scroll} className="posts" onKeyDown={onKeyDown}>
      <div className="posts-body" role="region" aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const item = items[index];
          if (!item) return null;
          const place = { transform: `translateY(${start}px)` };
          if (isDag(item)) {
            return (
              <h2 key={key} ref={virtual.measureElement} data-index={index} className="post-day" style={place}>
                {item.text}
              </h2>
            );
          }
          const { post } = item;
          return (
            <article
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={`post ${post.angrad ? 'undone' : ''} ${post.slag}`}
              style={place}
              tabIndex={index === current ? 0 : -1}
              aria-label={`${post.tid}, ${post.vem}: ${post.verb} ${post.namn}${post.lage ? `, ${post.lage}` : ''}`}
              onFocus={(event) => event.target === event.currentTarget && setAt(index)}
            >
              <Post post={post} open={isOpen(post)} toggle={() => toggle(post.nr)} undo={post.nr === undoable ? undo : undefined} />
            </article>
          );
        })}
      </div>
    </div>
  );
}
