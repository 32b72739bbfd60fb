/** What can be done on the screen, for the menu, the palette and the keys. */
import type { Plantrad } from '../api/generated';
import { useCommands, type Command } from '../app/commands';
import { moveCommands } from '../app/moves';
import { go } from '../app/place';
import { childOf, siblingOf } from './add';
import type { NewThing, PlanRow } from './rows';
import { nameOfNew } from './texts';

interface Verbs {
  plan: Plantrad | undefined;
  row: PlanRow | undefined;
  add: (ny: NewThing | undefined) => void;
  rename: () => void;
  remove: () => void;
  move: (key: string) => void;
  tree: { openAll: () => void; foldAll: () => void };
}

export function usePlanCommands({ plan, row, add, rename, remove, move, tree }: Verbs): void {
  const open = plan !== undefined && !plan.stangt;
  const thing = open && row?.rad !== undefined && row.rad.slag !== 'grupp';
  const child = plan && childOf(plan, row);
  const sibling = siblingOf(row);
  const list: Command[] = [
    { id: 'plan-add', label: `Lägg till ${plan && child ? nameOfNew(plan, child) : 'rad'}`, group: 'Plan', shortcut: 'Insert', enabled: open && child !== undefined, run: () => add(child) },
    { id: 'plan-add-beside', label: `Lägg till ${plan && sibling ? nameOfNew(plan, sibling) : 'rad'} bredvid`, group: 'Plan', shortcut: 'Shift+Insert', enabled: open && sibling !== undefined, run: () => add(sibling) },
    { id: 'plan-rename', label: 'Byt namn', group: 'Plan', shortcut: 'F2', local: true, enabled: thing, run: rename },
    { id: 'plan-delete', label: 'Ta bort raden', group: 'Plan', shortcut: 'Delete', local: true, enabled: thing, run: remove },
    ...moveCommands('plan', { group: 'Plan', enabled: thing }, move),
    { id: 'plan-open-all', label: 'Visa alla rader', group: 'Visa', words: 'fäll ut allt', run: tree.openAll },
    { id: 'plan-fold-all', label: 'Fäll ihop alla rader', group: 'Visa', words: 'dölj', run: tree.foldAll },
  ];
  const years: Command[] = (plan?.verksamhetsar ?? []).map(({ ar, period }) => ({
    id: `plan-year-${ar}`,
    label: `Visa år ${ar}`,
    group: 'Visa',
    words: 'verksamhetsår byt',
    checked: ar === plan?.ar,
    run: () => go({ period }),
  }));
  useCommands([...list, ...years]);
}
