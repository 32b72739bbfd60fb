/** What every screen looks like: a head with title and tools, chips, the content, a side panel, a status bar. */
import { PanelRightClose, PanelRightOpen, Redo2, Search, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUndo } from '../api/use';
import { Button, IconButton, Keys } from '../shared/Button';
import { openPalette } from '../sok/open';
import { Boundary } from './Boundary';
import { useCommands } from './commands';
import { panelStore } from './remember';

interface ScreenProps {
  /** Key of the screen, for what is remembered of it. */
  name: string;
  title: string;
  /** Beside the title: period, filters. */
  beside?: ReactNode;
  /** The screen's own buttons, the primary last. */
  actions?: ReactNode;
  /** The second row of the head. */
  chips?: ReactNode;
  /** The third row of the head (the thread strip, tabs). */
  strip?: ReactNode;
  children: ReactNode;
  /** The side panel's content; none: no panel. */
  panel?: ReactNode;
  panelLabel?: string;
  /** Which thing the panel shows: one that could not be drawn does not stop the next. */
  panelOf?: string;
  /** Left in the status bar: how much there is. */
  status?: ReactNode;
  /** Right in the status bar: keys and what they do. */
  keys?: readonly (readonly [shortcuts: string, what: string])[];
}

function Head({ title, beside, actions, chips, strip, closed, hasPanel, toggle }: Pick<ScreenProps, 'title' | 'beside' | 'actions' | 'chips' | 'strip'> & { closed: boolean; hasPanel: boolean; toggle: () => void }) {
  const { state, canUndo, canRedo, undo, redo } = useUndo();
  return (
    <header className="head">
      <div className="head-1">
        <h1>{title}</h1>
        {beside}
        <span className="grow" />
        <IconButton label={state?.undo.text ?? 'Ångra'} shortcut="Ctrl+Z" isDisabled={!canUndo} onPress={() => void undo()}>
          <Undo2 size={16} />
        </IconButton>
        <IconButton label={state?.redo.text ?? 'Gör om'} shortcut="Ctrl+Y" isDisabled={!canRedo} onPress={() => void redo()}>
          <Redo2 size={16} />
        </IconButton>
        <Button className="search" shortcut="Ctrl+K" onPress={openPalette}>
          <Search size={15} aria-hidden />
          Sök
        </Button>
        {actions}
        {hasPanel && closed && (
          <IconButton label="Visa sidopanelen" shortcut="F4" onPress={toggle}>
            <PanelRightOpen size={16} />
          </IconButton>
        )}
      </div>
      {chips && <div className="head-2">{chips}</div>}
      {strip && <div className="head-3">{strip}</div>}
    </header>
  );
}

export function Screen(props: ScreenProps) {
  const { name, panel, panelLabel = 'Sidopanel' } = props;
  const hasPanel = Boolean(panel);
  const closed = panelStore.use().closed.includes(name);
  const toggle = () => {
    const rest = panelStore.get().closed.filter((n) => n !== name);
    panelStore.set({ closed: closed ? rest : [...rest, name] });
  };
  useCommands(hasPanel ? [{ id: 'panel', label: closed ? 'Visa sidopanelen' : 'Dölj sidopanelen', group: 'Visa', shortcut: 'F4', run: toggle }] : []);
  const open = hasPanel && !closed;
  return (
    <div className={`screen ${open ? 'with-panel' : ''}`} data-screen={name}>
      <main className="main" id="content" tabIndex={-1}>
        <Head {...props} closed={closed} hasPanel={hasPanel} toggle={toggle} />
        <div className="content">{props.children}</div>
        <footer className="status-bar">
          <span>{props.status}</span>
          <span className="grow" />
          {props.keys?.map(([keys, what]) => (
            <span key={what} className="status-keys">
              {keys.split(' ').map((one) => (one === '–' ? '–' : <Keys key={one} keys={one} />))} {what}
            </span>
          ))}
        </footer>
      </main>
      {open && (
        <aside className="panel" aria-label={panelLabel}>
          <IconButton label="Dölj sidopanelen" shortcut="F4" className="panel-close" onPress={toggle}>
            <PanelRightClose size={16} />
          </IconButton>
          <Boundary message="Sidopanelen kunde inte visas." of={props.panelOf}>
            {panel}
          </Boundary>
        </aside>
      )}
    </div>
  );
}
