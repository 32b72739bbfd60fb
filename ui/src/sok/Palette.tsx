/** The palette (Ctrl+K): every thing of the plan and every command, found by a few letters. Keyboard only; Esc gives the focus back. */
import { Search } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useRead } from '../api/use';
import { useAllCommands, useCommands } from '../app/commands';
import { helpedBy } from '../hjalp/open';
import { placeStore } from '../app/place';
import { counted } from '../shared/format';
import { openPalette, paletteOpen } from './open';
import { Hit } from './Hit';
import { commandHits, thingHits, type PaletteHit } from './hits';
import './sok.css';

/** Pairs the hits under their headings, in order. */
function grouped(hits: readonly PaletteHit[]): { heading: string; hits: { hit: PaletteHit; at: number }[] }[] {
  const groups: ReturnType<typeof grouped> = [];
  hits.forEach((hit, at) => {
    const last = groups.at(-1);
    if (last?.heading === hit.heading) last.hits.push({ hit, at });
    else groups.push({ heading: hit.heading, hits: [{ hit, at }] });
  });
  return groups;
}

function Results({ id, hits, active, choose, point }: { id: string; hits: readonly PaletteHit[]; active: number; choose: (at: number) => void; point: (at: number) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, hits]);
  return (
    <div id={id} role="listbox" aria-label="Träffar" className="hits" ref={list}>
      {grouped(hits).map((group) => (
        <div key={group.heading} role="group" aria-label={group.heading}>
          <h3 aria-hidden="true">{group.heading}</h3>
          {group.hits.map(({ hit, at }) => (
            <Hit key={hit.id} id={`${id}-${at}`} hit={hit} isActive={at === active} onChoose={() => choose(at)} onPoint={() => point(at)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Finder({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(text.trim());
  const { period } = placeStore.get();
  const found = useRead('search', asked ? { text: asked, ...(period && { period }) } : null);
  const commands = useAllCommands();
  const things = text.trim() ? thingHits(found.data) : [];
  const hits = [...things, ...commandHits(commands, text)];
  const at = Math.min(active, hits.length - 1);
  const id = useId();
  const choose = (which: number) => {
    const hit = hits[which];
    if (!hit) return;
    close();
    // When the palette is gone: what is run may ask something of its own.
    requestAnimationFrame(hit.run);
  };
  // What is shown answers to an earlier text; Retur then waits for what answers to this one.
  const isStale = asked !== text.trim() || (asked !== '' && (found.isPending || found.isPlaceholderData));
  const [chosen, setChosen] = useState(false);
  useEffect(() => {
    if (!chosen || isStale) return;
    setChosen(false);
    choose(at);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.length - 1;
    const to = { ArrowDown: at >= last ? 0 : at + 1, ArrowUp: at <= 0 ? last : at - 1, PageDown: Math.min(last, at + 8), PageUp: Math.max(0, at - 8) }[event.key];
    if (event.key === 'Enter') setChosen(true);
    else if (to !== undefined) setActive(to);
    else return;
    event.preventDefault();
  };
  const empty = text.trim() !== '' && hits.length === 0 && !found.isFetching;
  return (
    <>
      <div className="find">
        <Search size={17} aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label="Sök i planen och bland kommandona"
          aria-expanded={hits.length > 0}
          aria-controls={hits.length > 0 ? id : undefined}
          aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder="Sök i planen, perioder, rapporter och kommandon"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
            setChosen(false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {hits.length > 0 && <Results id={id} hits={hits} active={at} choose={choose} point={setActive} />}
      <p className={empty ? 'no-hits' : 'hidden'} role="status">
        {empty ? 'Inget heter så. Sök på nummer, titel, ansvarig, period eller kommando.' : text.trim() ? counted(hits.length, 'träff', 'träffar') : ''}
      </p>
    </>
  );
}

export function Palette() {
  const isOpen = paletteOpen.use();
  const close = () => paletteOpen.set(false);
  useCommands([{ id: 'palette', label: 'Sök …', group: 'Redigera', shortcut: 'Ctrl+K', run: openPalette }]);
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && close()} isDismissable className="overlay palette-overlay">
      <Modal className="palette">
        <Dialog aria-label="Sök" className="palette-inner" {...helpedBy('tangenter')}>
          <Finder close={close} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
