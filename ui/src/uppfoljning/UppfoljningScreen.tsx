/** The screen *Uppföljning*: what is said of every uppdrag and aktivitet in a period, with the mätetal beside it. */
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Status } from '../api/generated';
import { useRead } from '../api/use';
import { announce } from '../app/announce';
import { useCommands, type Command } from '../app/commands';
import { asLine, ofScreen } from '../app/elsewhere';
import { usePlace } from '../app/place';
import { Screen } from '../app/Screen';
import { toast } from '../app/toasts';
import { MatetalPanel } from '../matetal/MatetalPanel';
import { Button } from '../shared/Button';
import { rowsShown } from '../shared/format';
import { ErrorNotice, Loading } from '../shared/Notice';
import { PeriodPicker } from '../shared/PeriodPicker';
import { Treegrid, type Editing, type TreegridHandle } from '../shared/Treegrid';
import { CellEditor } from './CellEditor';
import { columns, type Row } from './columns';
import { collapsedRows, filtered, nextLacking } from './filter';
import { StatusChips, Whose } from './Filters';
import { NewPeriod } from './NewPeriod';
import { NoRows } from './NoRows';
import { RowHistory } from './RowHistory';
import { FOLLOWS_UNITS, NEXT } from './texts';
import { statusCommands } from './statusCommands';
import { statusOf, useLage } from './useLage';
import './uppfoljning.css';

const KEYS = [
  ['ArrowUp ArrowDown ArrowLeft ArrowRight', 'flytta'],
  ['Enter', 'ändra'],
  ['1 – 6', 'sätt status'],
  ['Ctrl+Enter', 'nästa'],
] as const;

const rowClass = (row: Row) => `upp-row ${row.slag}${row.level === 1 ? ' strong' : ''}`;
const NONE: ReadonlySet<string> = new Set();

export default function UppfoljningScreen() {
  const { place, go } = usePlace();
  const [whose, setWhose] = useState<{ enhet?: string; mina: boolean }>({ mina: false });
  const [wanted, setWanted] = useState<ReadonlySet<string>>(NONE);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(NONE);
  const [selected, setSelected] = useState<string | null>(place.thing?.id ?? null);
  const [asking, setAsking] = useState<string | null>(null);
  const [isNew, setIsNew] = useState(false);
  const val = useMemo(() => ({ period: place.period, ...whose }), [place.period, whose]);
  const read = useRead('read_uppfoljningsbild', val);
  const bild = read.data;
  const lage = useLage(bild, val);
  const grid = useRef<TreegridHandle>(null);

  const rows = useMemo(() => filtered(bild?.rader ?? [], wanted), [bild?.rader, wanted]);
  const collapsed = useMemo(() => collapsedRows(rows, toggled), [rows, toggled]);
  const row = rows.find((r) => r.id === selected) ?? rows[0];
  const uppdrag = useMemo(() => bild?.rader.find((r) => r.slag === 'uppdrag' && r.uppdrag_id === row?.uppdrag_id), [bild?.rader, row?.uppdrag_id]);

  const onSelect = useCallback((to: Row) => {
    setSelected(to.id);
    setAsking(null);
  }, []);
  const rader = bild?.rader;
  useEffect(() => {
    const { thing } = place;
    if (!thing || !rader) return;
    if (thing.kind !== 'matetal') return setSelected(thing.id);
    // A mätetal is shown beside the uppdrag it measures; one that measures a mål is found in the plan.
    const owner = rader.find((r) => r.matetal.includes(thing.id));
    if (owner) setSelected(owner.id);
    else go({ screen: 'plan', thing });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the palette or a report goes somewhere, once the rows are there
  }, [place.thing, rader === undefined]);
  const toggle = useCallback((id: string) => {
    setToggled((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);

  const choose = useCallback(
    async (at: Row, status: Status) => {
      if (at.slag === 'rubrik' || status === (at.rapporterad && !at.saknar ? at.status : null)) return;
      if (at.regel) return toast.say(FOLLOWS_UNITS);
      if (status === 'avbruten') {
        setAsking(at.id);
        // The list of statuses closes first: one popover at a time.
        setTimeout(() => grid.current?.edit(at.id, 'status'));
        return;
      }
      const refused = await lage.setStatus(at, status);
      if (refused) toast.error(refused);
    },
    [lage],
  );
  const goNext = useCallback(() => {
    const next = nextLacking(rows, row?.id ?? null);
    if (!next) return toast.say('Ingen rad saknar uppdatering.');
    const above = rows.slice(0, rows.indexOf(next)).reverse();
    let level = next.level;
    for (const parent of above) {
      if (parent.level >= level) continue;
      level = parent.level;
      if (collapsed.has(parent.id)) toggle(parent.id);
    }
    requestAnimationFrame(() => grid.current?.focus(next.id, 'status'));
  }, [rows, row, collapsed, toggle]);

  const onKey = (event: KeyboardEvent, at: Row): boolean => {
    if (event.ctrlKey && event.key === 'Enter') return goNext(), true;
    if (event.key === 'Enter' || event.key === 'F2') setAsking(null);
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const status = statusOf(event.key);
    if (!status) return false;
    void choose(at, status);
    return true;
  };
  const setPeriod = useCallback((period: string) => go({ period }), [go]);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'uppfoljning-next', label: NEXT, group: 'Uppföljning', shortcut: 'Ctrl+Enter', local: true, run: goNext },
      ofScreen('uppfoljning-new', { run: () => setIsNew(true) }),
      ...statusCommands(bild, row, (at, status) => void choose(at, status)),
    ],
    [goNext, bild, row, choose],
  );
  useCommands(commands);
  useEffect(() => {
    if (wanted.size > 0) announce(rowsShown(rows.length));
  }, [wanted, rows.length]);

  const editor = (editing: Editing<Row>) =>
    bild && <CellEditor bild={bild} lage={lage} editing={editing} asking={asking} ask={setAsking} choose={(at, status) => void choose(at, status)} />;
  const isNarrowed = whose.mina || whose.enhet !== undefined;

  return (
    <Screen
      name="uppfoljning"
      title={bild?.rubrik ?? 'Uppföljning'}
      beside={bild && <PeriodPicker periods={bild.perioder} period={bild.period} onChange={setPeriod} more={asLine('uppfoljning-new')} />}
      actions={
        <Button variant="primary" onPress={() => go({ screen: 'rapport', period: bild?.period })}>
          Skapa rapport
        </Button>
      }
      chips={
        bild &&
        (bild.rader.length > 0 || isNarrowed) && (
          <>
            {bild.rader.length > 0 && <StatusChips bild={bild} wanted={wanted} onChange={setWanted} />}
            <div className="upp-beside">
              <Whose bild={bild} enhet={whose.enhet} mina={whose.mina} onChange={setWhose} />
              {bild.sedan && <p className="upp-since">{bild.sedan}</p>}
            </div>
          </>
        )
      }
      panel={
        bild &&
        bild.rader.length > 0 && (
          <>
            <MatetalPanel uppdrag={uppdrag} period={bild.period} wanted={place.thing?.kind === 'matetal' ? place.thing.id : undefined} />
            {row && <RowHistory key={row.id} row={row} />}
          </>
        )
      }
      panelLabel="Mätetal"
      panelOf={row?.id}
      status={bild?.antal.text}
      keys={KEYS}
    >
      {read.error && <ErrorNotice error={read.error} />}
      {!bild && !read.error && <Loading />}
      {bild?.utan_period && bild.rader.length > 0 && (
        <div className="upp-first-period">
          <p>Ingen uppföljning är upplagd ännu. Lägg upp den första, så att enheterna vet vilken period som följs upp och till när.</p>
          <Button onPress={() => setIsNew(true)}>Ny uppföljning</Button>
        </div>
      )}
      {bild && rows.length === 0 && (
        <NoRows isNarrowed={bild.rader.length > 0 || isNarrowed} showAll={() => (setWanted(NONE), setWhose({ mina: false }))} goPlan={() => go({ screen: 'plan' })} />
      )}
      {bild && rows.length > 0 && (
        <Treegrid
          handle={grid}
          label="Uppdrag och aktiviteter"
          rows={rows}
          columns={columns}
          collapsed={collapsed}
          onCollapse={toggle}
          selected={selected}
          onSelect={onSelect}
          editor={editor}
          onKey={onKey}
          rowClass={rowClass}
        />
      )}
      {isNew && bild && (
        <NewPeriod
          first={bild.nasta_period}
          lage={lage}
          onClose={() => setIsNew(false)}
          onMade={(period) => {
            setIsNew(false);
            setPeriod(period);
          }}
        />
      )}
    </Screen>
  );
}
