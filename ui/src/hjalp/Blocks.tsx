/** The manual's blocks on screen: no HTML in the data, only bold and keys. */
import { Fragment, Suspense, lazy, type ReactNode } from 'react';
import { useRead } from '../api/use';
import { GROUPS, useAllCommands } from '../app/commands';
import { Keys } from '../shared/Button';
import type { Block, Line } from './chapters';

/** The list is long and seldom read: fetched when it is shown. */
const Licences = lazy(() => import('./Licences'));

/** **bold** and [[Ctrl+K]]. */
function Inline({ line }: { line: Line }): ReactNode {
  return line.split(/(\*\*[^*]+\*\*|\[\[[^\]]+\]\])/).map((part, i) => {
    if (part.startsWith('**')) return <b key={i}>{part.slice(2, -2)}</b>;
    if (part.startsWith('[[')) return <Keys key={i} keys={part.slice(2, -2)} />;
    return <Fragment key={i}>{part}</Fragment>;
  });
}

function Version() {
  const version = useRead('read_program', {}).data?.version;
  return version && <p>Version {version}.</p>;
}

/** Every command that has a key right now, under the menu's headings. */
function CommandKeys() {
  const commands = useAllCommands().filter((command) => command.shortcut);
  const groups = GROUPS.map((group) => ({ group, of: commands.filter((command) => command.group === group) })).filter(({ of }) => of.length > 0);
  return groups.map(({ group, of }) => (
    <section key={group}>
      <h3>{group}</h3>
      <dl className="help-terms keys-of">
        {of.map((command) => (
          <div key={command.id}>
            <dt>
              <Keys keys={command.shortcut ?? ''} />
            </dt>
            <dd>{command.label}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function One({ block }: { block: Block }) {
  if ('text' in block) {
    return (
      <p>
        <Inline line={block.text} />
      </p>
    );
  }
  if ('heading' in block) return <h3>{block.heading}</h3>;
  if ('special' in block) {
    if (block.special === 'version') return <Version />;
    if (block.special === 'keys') return <CommandKeys />;
    return (
      <Suspense>
        <Licences />
      </Suspense>
    );
  }
  if ('terms' in block) {
    return (
      <dl className="help-terms">
        {block.terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>
              <Inline line={term} />
            </dt>
            <dd>
              <Inline line={meaning} />
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  const List = 'steps' in block ? 'ol' : 'ul';
  const lines = 'steps' in block ? block.steps : block.list;
  return (
    <List className="help-list">
      {lines.map((line) => (
        <li key={line}>
          <Inline line={line} />
        </li>
      ))}
    </List>
  );
}

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, i) => <One key={i} block={block} />);
}
