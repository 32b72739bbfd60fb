/** Moving rows with the mouse. A line shows where the row will land; what is refused is said in a sentence. */
import { useMemo, useRef, type DragEvent, type HTMLAttributes } from 'react';
import type { Plantrad } from '../api/generated';
import { toast } from '../app/toasts';
import { dropOn, type Decision, type Where } from './move';
import type { PlanRow } from './rows';

interface Drag {
  row: PlanRow;
  over?: HTMLElement;
  decision?: Decision;
}

/** On a row of its own kind a row lands beside it, on any other it lands in it. */
const isLike = (a: PlanRow, b: PlanRow): boolean => a.rad?.slag === b.rad?.slag && a.rad?.niva === b.rad?.niva;

function halfOf(element: HTMLElement, y: number): Where {
  const box = element.getBoundingClientRect();
  return y < box.top + box.height / 2 ? 'before' : 'after';
}

const clear = (drag: Drag | null) => drag?.over && delete drag.over.dataset.drop;

export function useDrag(plan: Plantrad | undefined, rows: readonly PlanRow[], onMove: (decision: Decision) => void) {
  const drag = useRef<Drag | null>(null);
  const latest = useRef({ plan, rows, onMove });
  latest.current = { plan, rows, onMove };
  return useMemo(() => {
    const rowAt = (event: DragEvent) => {
      const element = (event.target as HTMLElement).closest<HTMLElement>('[data-id]');
      const row = latest.current.rows.find((r) => r.id === element?.dataset.id);
      return element && row ? { element, row } : null;
    };
    const onDragStart = (event: DragEvent) => {
      const hit = rowAt(event);
      if (!hit) return;
      drag.current = { row: hit.row };
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', hit.row.rad?.titel ?? '');
    };
    const onDragOver = (event: DragEvent) => {
      const { current } = drag;
      const hit = rowAt(event);
      if (!current || !hit || !latest.current.plan) return;
      event.preventDefault();
      clear(current);
      const where = isLike(hit.row, current.row) ? halfOf(hit.element, event.clientY) : 'into';
      current.decision = dropOn(latest.current.plan, latest.current.rows, current.row, hit.row, where);
      current.over = hit.element;
      hit.element.dataset.drop = 'refused' in current.decision ? 'no' : where;
    };
    const onDrop = (event: DragEvent) => {
      if (!drag.current?.decision) return;
      event.preventDefault();
      const { decision } = drag.current;
      if ('refused' in decision) toast.say(decision.refused);
      else latest.current.onMove(decision);
    };
    const onDragEnd = () => {
      clear(drag.current);
      drag.current = null;
    };
    const area: HTMLAttributes<HTMLDivElement> = { onDragStart, onDragOver, onDrop, onDragEnd };
    return area;
  }, []);
}
