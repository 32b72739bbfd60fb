/** A cell of the source: as it stands, or old and new, or what is wrong and the way to mend it in place. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { Cellord, Inlasningscell, Rikcell, Status } from '../api/generated';
import { Button } from '../shared/Button';
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

interface Props {
  cell: Inlasningscell;
  /** "Slutdatum, rad 8": what is mended, for listeners. */
  label: string;
  onMend: (text: string | null) => void;
}

function Rich({ cell, label, onMend }: { cell: Rikcell; label: string; onMend: Props['onMend'] }) {
  const [mending, setMending] = useState(false);
  const [came, setCame] = useState(false);
  if (mending) {
    const done = (text?: string) => {
      setMending(false);
      setCame(true);
      if (text !== undefined && text !== cell.kalla) onMend(text);
    };
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
          <Button variant="link" className="mend" autoFocus={came} aria-label={`${cell.fel.ratta}, ${label}`} onPress={() => setMending(true)}>
            {cell.fel.ratta}
          </Button>
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

export function Cell({ cell, label, onMend }: Props) {
  if (typeof cell === 'string') return <span className="plain">{cell}</span>;
  return <Rich cell={cell} label={label} onMend={onMend} />;
}
