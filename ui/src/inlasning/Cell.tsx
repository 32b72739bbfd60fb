/** A cell of the source: as it stands, or old and new, or what is wrong and the way to mend it in place. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { Cellord, Inlasningscell, Rikcell, Status } from '../api/generated';
import { Button } from '../shared/Button';
import { EditorPopover } from '../shared/EditorPopover';
import { StatusEditor } from '../shared/StatusEditor';
import { StatusSymbol } from '../shared/symbols';

function Word({ text, status }: { text: string; status: Status | null }) {
  if (!status) return <>{text}</>;
  return (
    <span className="word">
      <StatusSymbol status={status} size={12} />
      {text}
    </span>
  );
}

function Change({ from, to }: { from: Cellord | null; to: Cellord }) {
  return (
    <span className="change">
      {from && (
        <del>
          <span className="hidden">från </span>
          <Word {...from} />
        </del>
      )}
      <ins>
        <span className="hidden">till </span>
        <Word {...to} />
      </ins>
    </span>
  );
}

/** The text of a cell being mended: Retur takes it, Esc leaves it as it was. */
function Mending({ label, from, take, leave }: { label: string; from: string; take: (text: string) => void; leave: () => void }) {
  const [text, setText] = useState(from);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    field.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') take(text);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <TextField ref={field} autoFocus aria-label={label} value={text} onChange={setText} className="mending">
      <Input className="input" onKeyDown={onKeyDown} onFocus={(e) => e.currentTarget.select()} />
      <small>
        <kbd>Retur</kbd> rättar
      </small>
    </TextField>
  );
}

/** A status of the plan, with the file's own word and the one that every import understands. */
export interface Statuschoice {
  status: Status;
  ord: string;
  standard: string;
}

interface Props {
  cell: Inlasningscell;
  /** The statuses to choose among, where the column is read as one. */
  statuses?: readonly Statuschoice[];
  /** "Slutdatum, rad 8": what is mended, for listeners. */
  label: string;
  onMend: (text: string | null) => void;
}

/** A status is chosen among the six, and not typed. */
function StatusMending({ anchor, label, statuses, take, leave }: { anchor: () => HTMLElement | null; label: string; statuses: readonly Statuschoice[]; take: (text: string) => void; leave: () => void }) {
  const words = Object.fromEntries(statuses.map((s) => [s.status, s.ord])) as Record<Status, string>;
  const save = async (status: Status) => take(statuses.find((s) => s.status === status)?.standard ?? '');
  return (
    <EditorPopover anchor={anchor} label={label} close={leave}>
      <StatusEditor value={null} words={words} save={save} close={leave} />
    </EditorPopover>
  );
}

function Rich({ cell, label, onMend, statuses }: Omit<Props, 'cell'> & { cell: Rikcell }) {
  const [mending, setMending] = useState(false);
  const [came, setCame] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const done = (text?: string) => {
    setMending(false);
    setCame(true);
    if (text !== undefined && text !== cell.kalla) onMend(text);
  };
  if (mending && !statuses) {
    return <Mending label={label} from={cell.kalla} take={done} leave={() => done()} />;
  }
  const refused = cell.fel?.vagrad === true;
  const text = refused ? cell.kalla : cell.text;
  return (
    <>
      {cell.till && !refused ? <Change from={cell.fran} to={cell.till} /> : <span className={refused ? 'refused' : undefined}>{refused ? text : <Word text={text} status={cell.status} />}</span>}
      {cell.anm && <small>{cell.anm}</small>}
      {cell.fel && (
        <>
          {!refused && <small className="wrong">{cell.fel.text}</small>}
          <span ref={box}>
            <Button variant="link" className="mend" autoFocus={came} aria-label={`${cell.fel.ratta}, ${label}`} onPress={() => setMending(true)}>
              {cell.fel.ratta}
            </Button>
          </span>
          {mending && statuses && <StatusMending anchor={() => box.current} label={label} statuses={statuses} take={done} leave={() => done()} />}
        </>
      )}
      {cell.rattad && !cell.fel && (
        <Button variant="link" className="mend" autoFocus={came} aria-label={`Ta bort rättningen, ${label}`} onPress={() => onMend(null)}>
          Ta bort rättningen
        </Button>
      )}
    </>
  );
}

/** How the cell is tinted: what will hold, what is refused. */
export const cellState = (cell: Inlasningscell): string | undefined => {
  if (typeof cell === 'string') return undefined;
  if (cell.fel) return cell.fel.vagrad ? 'refused' : 'wrong';
  return cell.till ? 'changed' : undefined;
};

export function Cell({ cell, ...rest }: Props) {
  if (typeof cell === 'string') return <span className="plain">{cell}</span>;
  return <Rich cell={cell} {...rest} />;
}
