/** The screen *Plan*: the whole chain from the vision to the last aktivitet, with the red thread to the selected row. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Planrad, Plantrad, Tradbrist } from '../api/generated';
import { useRead } from '../api/use';
import { announce } from '../app/announce';
import { usePlace, type Thing } from '../app/place';
import { Screen } from '../app/Screen';
import { toast } from '../app/toasts';
import { rowsShown } from '../shared/format';
import { ErrorNotice, Loading } from '../shared/Notice';
import { Treegrid, type TreegridHandle } from '../shared/Treegrid';
import { usePlanActions } from './actions';
import { addOptions, childOf, siblingOf } from './add';
import { AddMenu } from './AddMenu';
import { CellEditor } from './CellEditor';
import { usePlanColumns } from './columns';
import { EmptyPlan } from './EmptyPlan';
import { Breaks, Filters } from './Filters';
import { moveByKey, type Decision } from './move';
import type { NewRowProps } from './NewRow';
import { GroupPanel } from './panel/GroupPanel';
import { ThingPanel } from './panel/ThingPanel';
import { newId, type Depth, type NewThing, type PlanRow } from './rows';
import { REFUSED, nameOfNew } from './texts';
import { ThreadStrip } from './ThreadStrip';
import { useDrag } from './useDrag';
import { usePlanCommands } from './usePlanCommands';
import { usePlanRows } from './usePlanRows';
import { useTypeAhead } from './useTypeAhead';
import './plan.css';

const ROW = 44;
const ROW_OF_ONE_LINE = 36;
const AFTER_UNDO_MS = 60;
const REST_MS = 150;
const NONE: ReadonlySet<Tradbrist> = new Set();
/** What the keys do at the row: *Infoga* says what it adds. */
function keysAt(plan: Plantrad | undefined, row: PlanRow | undefined) {
  const child = plan && childOf(plan, row);
  return [
    ['Alt+ArrowUp ArrowDown', 'flytta rad'],
    ['F2', 'byt namn'],
    ['Insert', plan && child ? `lägg till ${nameOfNew(plan, child)}` : 'lägg till'],
  ] as const;
}

const thingOf = (rad: Planrad | undefined): Thing | undefined => (rad && rad.slag !== 'grupp' ? { kind: rad.slag, id: rad.id } : undefined);
const height = (row: PlanRow): number => (row.ny || row.rad?.slag === 'aktivitet' ? ROW_OF_ONE_LINE : ROW);
const rowClass = (row: PlanRow): string => {
  const { rad } = row;
  if (!rad) return 'new-row';
  const top = rad.slag === 'mal' && rad.djup === 0 ? 'top' : '';
  return `${rad.slag} ${top} ${rad.slag === 'mal' && rad.djup === 1 ? 'second' : ''} ${rad.slag === 'uppdrag' ? 'strong' : ''}`;
};
const draggable = { draggable: true };
const still = {};
/** In the row for something new the field has the focus, not the cell round it. */
const typing = { onFocus: (event: FocusEvent<HTMLElement>) => event.target.dataset.column === '0' && event.target.querySelector('input')?.focus() };
const rowProps = (row: PlanRow) => (row.ny ? typing : row.rad?.slag === 'grupp' ? still : draggable);

export default function PlanScreen() {
  const { place, go } = usePlace();
  const [enhet, setEnhet] = useState<string | undefined>();
  const [depth, setDepth] = useState<Depth>('aktivitet');
  const [brister, setBrister] = useState<ReadonlySet<Tradbrist>>(NONE);
  const [ny, setNy] = useState<NewThing | null>(null);
  const [selected, setSelected] = useState<string | null>(place.thing?.kind === 'matetal' ? null : (place.thing?.id ?? null));
  const read = useRead('read_plantrad', { period: place.period, enhet });
  const plan = read.data;
  const filters = useMemo(() => ({ depth, brister }), [depth, brister]);
  // The mark moves at once; the red line follows in the next frame, so that held-down arrows are never waited for.
  const tree = usePlanRows(plan, filters, ny, useDeferredValue(selected));
  const { rows, byId } = tree;
  const row = byId.get(tree.standing(selected) ?? '');
  const actions = usePlanActions(plan);
  const grid = useRef<TreegridHandle>(null);
  const typeAhead = useTypeAhead(rows, tree.index);
  /** A row that will come into view with the next answer, or came back by undo: selected when it is there. */
  const awaited = useRef<string | null>(null);

  /** A mätetal has no row: it is shown in the panel until another row is chosen. */
  const matetal = place.thing?.kind === 'matetal' ? place.thing : undefined;

  const remembering = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(remembering.current), []);
  const onSelect = useCallback(
    (to: PlanRow) => {
      setSelected(to.id);
      const thing = thingOf(to.rad);
      clearTimeout(remembering.current);
      // The whole window follows the place: told when the arrows rest.
      if (thing) remembering.current = setTimeout(() => go({ thing }), REST_MS);
    },
    [go],
  );
  useEffect(() => {
    const id = place.thing?.id;
    if (id && id !== selected && !matetal) setSelected(id);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the palette or the history goes somewhere
  }, [place.thing?.id]);
  useEffect(() => {
    if (selected) tree.unfold(byId.get(byId.get(selected)?.parent ?? ''));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is selected is never hidden
  }, [selected]);
  useEffect(() => {
    const id = awaited.current;
    if (!id || !byId.has(id)) return;
    awaited.current = null;
    const goThere = () => grid.current?.focus(id, 'titel');
    if (byId.get(id)?.ny) return goThere();
    // Undo gives the focus back to where it was; what came back takes it after that.
    const timer = setTimeout(goThere, AFTER_UNDO_MS);
    return () => clearTimeout(timer);
  }, [byId]);

  const add = useCallback(
    (thing: NewThing | undefined) => {
      if (!thing || plan?.stangt) return void (plan?.stangt && toast.say(REFUSED.closed));
      tree.unfold(thing.under === null ? undefined : byId.get(thing.under));
      awaited.current = newId(thing);
      setNy({ ...thing });
    },
    [plan, tree, byId],
  );
  const follow = (decision: Decision | null) => {
    if (!decision) return;
    if ('refused' in decision) return toast.say(decision.refused);
    const { move } = decision;
    if (move.parent) tree.unfold(byId.get(move.parent));
    awaited.current = null;
    void actions.move(move).then(() => grid.current?.focus(move.row.id));
  };
  const remove = async (gone: PlanRow) => {
    if (!gone.rad || gone.rad.slag === 'grupp') return;
    if (await actions.remove(gone)) awaited.current = gone.id;
  };
  const leave = useCallback(
    (to?: 'up' | 'down') => {
      const at = tree.index.get(selected ?? '') ?? 0;
      const next = to === 'down' ? at + 1 : at - 1;
      const near = [...tree.index].find(([, i]) => i === next)?.[0] ?? ny?.under;
      if (!to) setNy(null);
      if (near) grid.current?.focus(near, 'titel');
    },
    [tree.index, selected, ny],
  );
  const newRow: NewRowProps = useMemo(
    () => ({ nivaer: plan?.nivaer ?? [], leave, create: actions.create }),
    [plan?.nivaer, leave, actions],
  );
  const columns = usePlanColumns({ plan, thread: tree.thread, index: tree.index, newRow });
  const drag = useDrag(plan, rows, follow);

  const onKey = (event: KeyboardEvent, at: PlanRow): boolean => {
    if (!plan) return false;
    if (event.altKey && event.key.startsWith('Arrow')) {
      follow(plan.stangt ? { refused: REFUSED.closed } : moveByKey(plan, rows, at, event.key));
      return true;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'Delete') return void remove(at), true;
    if (event.key === 'Insert') return add(event.shiftKey ? siblingOf(at) : childOf(plan, at)), true;
    if (event.key.length !== 1 || event.key === ' ') return false;
    const to = typeAhead(event.key, at, event.timeStamp);
    if (to) grid.current?.focus(to.id);
    return to !== undefined;
  };
  usePlanCommands({ plan, row, add, rename: () => row && grid.current?.edit(row.id, 'titel'), remove: () => row && void remove(row), move: (key) => plan && row && follow(moveByKey(plan, rows, row, key)), tree });
  const refiltered = useRef(true);
  useEffect(() => void (refiltered.current = true), [filters, enhet, place.period]);
  useEffect(() => {
    // A filter that leaves out the selected row selects the first that it was set for.
    if (!refiltered.current || read.isPlaceholderData || rows.length === 0) return;
    refiltered.current = false;
    const first = rows.find((r) => r.rad?.brister?.some((b) => brister.has(b))) ?? rows[0];
    if (first && selected !== null && !byId.has(selected)) onSelect(first);
  }, [rows, byId, read.isPlaceholderData, brister, selected, onSelect]);
  useEffect(() => {
    if (brister.size > 0) announce(rowsShown(rows.length));
  }, [brister, rows.length]);

  const filtered = enhet !== undefined || brister.size > 0 || depth !== 'aktivitet';
  const showAll = () => (setEnhet(undefined), setBrister(NONE), setDepth('aktivitet'));
  // While something new is written the panel keeps showing what it comes under.
  const shown = row?.ny ? byId.get(row.parent ?? '') : row;
  const thing = matetal ?? thingOf(shown?.rad);
  return (
    <Screen
      name="plan"
      title={plan ? `Plan ${plan.ar}` : 'Plan'}
      beside={plan && <Filters plan={plan} enhet={enhet} onEnhet={setEnhet} depth={depth} onDepth={setDepth} />}
      actions={plan && <AddMenu options={addOptions(plan, byId, row)} onAdd={(option) => add(option.ny)} isDisabled={plan.stangt} />}
      chips={plan && rows.length > 0 ? <Breaks plan={plan} selected={brister} onChange={setBrister} /> : undefined}
      strip={plan && tree.path.length > 0 ? <ThreadStrip plan={plan} thread={tree.path} onGo={(to) => grid.current?.focus(to.id, 'titel')} /> : undefined}
      panel={plan && (thing ? <ThingPanel key={thing.id} thing={thing} period={plan.period} plan={plan} /> : shown?.rad && <GroupPanel rad={shown.rad} plan={plan} />)}
      panelLabel="Vald rad"
      panelOf={thing?.id ?? shown?.id}
      status={plan?.sammanfattning}
      keys={keysAt(plan, row)}
    >
      {read.error && <ErrorNotice error={read.error} />}
      {!plan && !read.error && <Loading />}
      {plan && rows.length === 0 && <EmptyPlan plan={plan} filtered={filtered} onShowAll={showAll} onFirst={() => add(childOf(plan, undefined))} />}
      {plan && rows.length > 0 && (
        <div className="plan-area" {...drag}>
          <Treegrid
            label="Planens röda tråd"
            rows={rows}
            columns={columns}
            collapsed={tree.collapsed}
            onCollapse={tree.fold}
            selected={selected}
            onSelect={onSelect}
            editor={(editing) => <CellEditor editing={editing} plan={plan} write={actions.write} />}
            onKey={onKey}
            rowHeight={height}
            rowClass={rowClass}
            rowProps={rowProps}
            handle={grid}
          />
        </div>
      )}
    </Screen>
  );
}
