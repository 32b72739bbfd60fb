/** The manual (F1): a sheet at the right, opened at the chapter of the present screen, with search. Esc closes it. */
import { X } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useCommands } from '../app/commands';
import { placeStore } from '../app/place';
import { IconButton } from '../shared/Button';
import { SearchBox } from '../shared/SearchBox';
import { Blocks } from './Blocks';
import { CHAPTERS, searchChapters, type Chapter } from './chapters';
import './hjalp.css';
import { helpChapter, openHelp } from './open';

const first = CHAPTERS[0] as Chapter;

/** The chapter of what has the focus, else of the screen that is shown; before a plan is open the first. */
function present(isPlanOpen: boolean): string {
  const own = document.activeElement?.closest<HTMLElement>('[data-help]')?.dataset.help;
  if (own) return own;
  if (!isPlanOpen) return first.id;
  const { screen } = placeStore.get();
  return CHAPTERS.find((chapter) => chapter.screens?.includes(screen))?.id ?? first.id;
}

function Sheet({ id, close }: { id: string; close: () => void }) {
  const [text, setText] = useState('');
  const content = useRef<HTMLElement>(null);
  const found = useMemo(() => searchChapters(text), [text]);
  const chapter = CHAPTERS.find((one) => one.id === id) ?? first;
  const at = CHAPTERS.indexOf(chapter);
  const next = CHAPTERS[at + 1];
  useEffect(() => {
    content.current?.scrollTo({ top: 0 });
  }, [id]);
  const show = (to: string) => {
    openHelp(to);
    content.current?.focus();
  };
  return (
    <Dialog className="help">
      <header className="help-head">
        <Heading slot="title">Hjälp</Heading>
        <SearchBox label="Sök i hjälpen" value={text} onChange={setText} autoFocus onSubmit={() => found[0] && show(found[0].chapter.id)} />
        <IconButton label="Stäng hjälpen" shortcut="Escape" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <nav className="help-chapters" aria-label="Kapitel">
        {found.length === 0 && <p className="quiet">Inget kapitel innehåller alla orden.</p>}
        <ul>
          {found.map(({ chapter: one, line }) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === chapter.id ? 'page' : undefined} onClick={() => show(one.id)}>
                <span>{one.title}</span>
                {text.trim() !== '' && <small>{line}</small>}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <article ref={content} className="help-text" tabIndex={0} aria-label={chapter.title}>
        <h2>{chapter.title}</h2>
        <Blocks blocks={chapter.blocks} />
        {next && (
          <p className="help-next">
            <button type="button" className="button link" onClick={() => show(next.id)}>
              Nästa kapitel: {next.title}
            </button>
          </p>
        )}
      </article>
    </Dialog>
  );
}

export function Help({ isPlanOpen }: { isPlanOpen: boolean }) {
  const id = helpChapter.use();
  useCommands([
    { id: 'help', label: 'Hjälp', group: 'Hjälp', shortcut: 'F1', words: 'manual handledning', run: () => openHelp(present(isPlanOpen)) },
    { id: 'help-keys', label: 'Tangenter', group: 'Hjälp', words: 'kortkommandon', run: () => openHelp('tangenter') },
    { id: 'help-about', label: 'Om programmet', group: 'Hjälp', words: 'licens version', run: () => openHelp('om') },
  ]);
  const close = () => helpChapter.set(null);
  return (
    <ModalOverlay isOpen={id !== null} onOpenChange={(open) => !open && close()} isDismissable className="overlay help-overlay">
      <Modal className="help-sheet">{id !== null && <Sheet id={id} close={close} />}</Modal>
    </ModalOverlay>
  );
}
