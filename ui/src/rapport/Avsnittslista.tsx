/**
 * The sections of the template: on or off, their order, what is missing in them. One row at a time is in the tab order; ↑
 * and ↓ walk, Alt moves the section, Blanksteg takes it in or out, Enter opens its texts.
 */
import { Check, GripVertical, PenLine } from 'lucide-react';
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { Checkbox } from 'react-aria-components';
import type { Avsnittsbild, Avsnittstillstand, Status } from '../api/generated';
import { IconButton } from '../shared/Button';
import { StatusSymbol } from '../shared/symbols';

const SYMBOL: Partial<Record<Avsnittstillstand, Status>> = { klart: 'genomford', skrivs: 'pagar_enligt_plan', saknar_text: 'pagar_med_avvikelse', tomt: 'avbruten' };

interface Props {
  avsnitt: readonly Avsnittsbild[];
  /** The section in view. */
  current: string | null;
  /** Sections can be changed: the draft is shown. */
  canChange: boolean;
  /** Shows it on the pages. */
  onShow: (avsnitt: Avsnittsbild) => void;
  onWrite: (avsnitt: Avsnittsbild) => void;
  /** The new order, with what is in. */
  onChange: (avsnitt: readonly Avsnittsbild[], said: string) => void;
}

/** The list with one section moved before or after its neighbour. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from] as T);
}

interface RowProps extends Props {
  one: Avsnittsbild;
  index: number;
  isStop: boolean;
  onStop: () => void;
  drag: { from: number | null; over: number | null; set: (from: number | null, over: number | null) => void; drop: () => void };
}

function Row({ one, index, isStop, onStop, drag, canChange, current, onShow, onWrite, avsnitt, onChange }: RowProps) {
  const tab = isStop ? 0 : -1;
  const status = SYMBOL[one.tillstand];
  const toggle = (med: boolean) => onChange(avsnitt.map((a) => (a === one ? { ...a, med } : a)), `${one.rubrik} ${med ? 'tas med' : 'tas inte med'}`);
  const over = drag.over === index && drag.from !== null && drag.from !== index;
  return (
    <li
      data-nyckel={one.nyckel}
      data-off={!one.med || undefined}
      data-current={one.nyckel === current || undefined}
      data-drop={over ? (drag.from! < index ? 'after' : 'before') : undefined}
      draggable={canChange}
      onDragStart={(e: DragEvent) => {
        e.dataTransfer.effectAllowed = 'move';
        drag.set(index, null);
      }}
      onDragOver={(e: DragEvent) => {
        if (drag.from === null) return;
        e.preventDefault();
        if (drag.over !== index) drag.set(drag.from, index);
      }}
      onDrop={drag.drop}
      onDragEnd={() => drag.set(null, null)}
      onFocus={onStop}
    >
      {canChange && <GripVertical className="rapport-grepp" size={14} aria-hidden />}
      {canChange && (
        <Checkbox className="check" aria-label={`Ta med ${one.rubrik}`} isSelected={one.med} onChange={toggle} excludeFromTabOrder={!isStop}>
          <span className="box" aria-hidden>
            <Check size={13} strokeWidth={3} />
          </span>
        </Checkbox>
      )}
      <button type="button" className="rapport-avsnitt-namn" tabIndex={tab} aria-current={one.nyckel === current ? 'location' : undefined} onClick={() => onShow(one)}>
        <span>{one.rubrik}</span>
        {one.under && <small>{one.under}</small>}
      </button>
      {canChange && one.texter.length > 0 && (
        <IconButton label={`Skriv i ${one.rubrik}`} shortcut="Enter" className="rapport-penna" excludeFromTabOrder={!isStop} onPress={() => onWrite(one)}>
          <PenLine size={15} />
        </IconButton>
      )}
      <span className="rapport-tillstand">{status && <StatusSymbol status={status} size={13} />}</span>
    </li>
  );
}

export function Avsnittslista(props: Props) {
  const { avsnitt, canChange, onChange, onWrite } = props;
  const list = useRef<HTMLOListElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const [drag, setDrag] = useState<{ from: number | null; over: number | null }>({ from: null, over: null });
  const stopKey = avsnitt.some((a) => a.nyckel === stop) ? stop : (avsnitt[0]?.nyckel ?? null);
  const back = useRef<string | null>(null);
  const focus = (nyckel: string) => list.current?.querySelector<HTMLElement>(`[data-nyckel="${nyckel}"] .rapport-avsnitt-namn`)?.focus();
  useEffect(() => {
    // A row that moves leaves the document for a moment and drops the focus.
    if (back.current) focus(back.current);
    back.current = null;
  }, [avsnitt]);
  const move = (from: number, to: number) => {
    const one = avsnitt[from];
    if (!one || to < 0 || to >= avsnitt.length || from === to) return;
    back.current = one.nyckel;
    onChange(moved(avsnitt, from, to), `${one.rubrik}, plats ${to + 1} av ${avsnitt.length}`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-nyckel]');
    const at = avsnitt.findIndex((a) => a.nyckel === row?.dataset.nyckel);
    const one = avsnitt[at];
    if (!one) return;
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const onName = (event.target as HTMLElement).matches('.rapport-avsnitt-namn');
    if (way !== 0 && event.altKey && canChange) move(at, at + way);
    else if (way !== 0) focus(avsnitt[at + way]?.nyckel ?? one.nyckel);
    else if (event.key === 'Home') focus(avsnitt[0]!.nyckel);
    else if (event.key === 'End') focus(avsnitt.at(-1)!.nyckel);
    else if (event.key === ' ' && onName && canChange) onChange(avsnitt.map((a) => (a === one ? { ...a, med: !a.med } : a)), `${one.rubrik} ${one.med ? 'tas inte med' : 'tas med'}`);
    else if (event.key === 'Enter' && onName && canChange && one.texter.length > 0) onWrite(one);
    else return;
    event.preventDefault();
  };
  const drop = () => {
    if (drag.from !== null && drag.over !== null) move(drag.from, drag.over);
    setDrag({ from: null, over: null });
  };
  return (
    <ol ref={list} className="rapport-lista" aria-label="Avsnitt" onKeyDown={onKeyDown}>
      {avsnitt.map((one, index) => (
        <Row key={one.nyckel} {...props} one={one} index={index} isStop={one.nyckel === stopKey} onStop={() => setStop(one.nyckel)} drag={{ ...drag, set: (from, over) => setDrag({ from, over }), drop }} />
      ))}
    </ol>
  );
}
