/** The plans that were open lately, a file of one's own choice, and the example. */
import { useQueryClient } from '@tanstack/react-query';
import { FileX2, FolderOpen, X } from 'lucide-react';
import { useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { call } from '../api/call';
import type { Senaste } from '../api/generated';
import { useRead } from '../api/use';
import { announce } from '../app/announce';
import { chooseAndOpen, lookUp, openPlan, opening, tryChange } from '../program/file';
import { Button, IconButton } from '../shared/Button';

interface RowProps {
  item: Senaste;
  onForget: () => void;
}

function Lost({ item, onForget }: RowProps) {
  const client = useQueryClient();
  return (
    <li className="recent lost">
      <span className="recent-mark" aria-hidden="true">
        <FileX2 size={15} />
      </span>
      <span className="recent-words">
        <b>{item.fil.namn}</b>
        <span>{item.fil.rubrik}</span>
        <small>Filen har flyttats eller tagits bort</small>
      </span>
      <span className="recent-acts">
        <Button variant="link" aria-label={`Leta upp ${item.fil.namn}, ${item.fil.rubrik}`} onPress={() => void lookUp(client, item.fil.fil)}>
          Leta upp
        </Button>
        <IconButton label={`Ta bort ${item.fil.namn} ur listan`} onPress={onForget}>
          <X size={15} />
        </IconButton>
      </span>
    </li>
  );
}

function Found({ item }: { item: Senaste }) {
  const client = useQueryClient();
  return (
    <li>
      <AriaButton className="recent" onPress={() => void openPlan(client, item.fil.fil)}>
        <span className="recent-mark" aria-hidden="true">
          {item.fil.namn.slice(0, 1)}
        </span>
        <span className="recent-words">
          <b>{item.fil.namn}</b>
          <span>{item.fil.rubrik}</span>
          <small>{item.fil.mapp}</small>
        </span>
        <small className="recent-when">{item.nar}</small>
      </AriaButton>
    </li>
  );
}

export function Recent() {
  const client = useQueryClient();
  const read = useRead('list_senaste', {}).data;
  const busy = opening.use();
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = async (item: Senaste) => {
    client.setQueryData(['list_senaste', {}], await call('forget_senaste', { fil: item.fil.fil }));
    announce(`${item.fil.namn} är borttagen ur listan.`);
    heading.current?.focus();
  };
  return (
    <section className="start-card start-open" aria-labelledby="recent">
      <div className="start-heading">
        <h2 id="recent" ref={heading} tabIndex={-1}>
          Senaste planer
        </h2>
        <Button shortcut="Ctrl+O" onPress={() => void chooseAndOpen(client)}>
          <FolderOpen size={16} aria-hidden />
          Öppna fil
        </Button>
      </div>
      {read?.filer.length === 0 && <p className="quiet recent-none">Här samlas planerna du har haft öppna.</p>}
      <ul className="recent-list">
        {read?.filer.map((item) =>
          item.finns ? <Found key={item.fil.fil} item={item} /> : <Lost key={item.fil.fil} item={item} onForget={() => void forget(item)} />,
        )}
      </ul>
      <div className="start-example">
        <div>
          <h3>Se hur det fungerar</h3>
          <p>En färdig plan för socialnämnden i Sjöberga, en kommun som inte finns. Prova fritt, originalet ändras inte.</p>
        </div>
        <Button isDisabled={busy} onPress={() => void tryChange(client, 'open_exempel', {})}>
          {busy ? 'Öppnar …' : 'Öppna exemplet'}
        </Button>
      </div>
    </section>
  );
}
