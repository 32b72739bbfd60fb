/** The native menu mirrors the commands: the same words, keys and states, sent when they change. */
import { host, onHost, type Menu } from '../api/host';
import { allCommands, followCommands, GROUPS, runCommand, type Command } from './commands';
import { isTyping } from './keys';

/** What belongs to the field somebody types in, as its keys do. */
const OF_THE_FIELD: Readonly<Record<string, string>> = { undo: 'Ångra', redo: 'Gör om' };
const inField = () => isTyping(document.activeElement);

const shown = (c: Command): Command => (OF_THE_FIELD[c.id] && inField() ? { ...c, label: OF_THE_FIELD[c.id] ?? c.label, enabled: true } : c);

/** Runs a line of the menu; *Ångra* while somebody types undoes the typing and not the plan. */
export function runFromMenu(id: string): void {
  // Deprecated, and the only way a page has to a field's own undo.
  if (OF_THE_FIELD[id] && inField()) document.execCommand(id);
  else runCommand(id);
}

function menus(): Menu[] {
  const all = allCommands();
  return GROUPS.map((group) => {
    const entries = all
      .filter((c) => c.group === group)
      .map(shown)
      .map((c) => ({ id: c.id, label: c.label, shortcut: c.shortcut, enabled: c.enabled !== false, checked: c.checked }));
    return { label: group, groups: [entries] };
  }).filter((menu) => menu.groups[0]?.length);
}

/** Keeps the menu up to date until the returned function is called. */
export function followMenu(): () => void {
  let sent = '';
  let waiting = false;
  const send = () => {
    waiting = false;
    const next = menus();
    const text = JSON.stringify(next);
    if (text === sent) return;
    sent = text;
    // Without a menu the keys and the palette still do everything.
    void host('host_set_menu', { menus: next }).catch(() => {});
  };
  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(send, 50);
  };
  soon();
  addEventListener('focusin', soon);
  addEventListener('focusout', soon);
  const stops = [
    followCommands(soon),
    onHost('menu', ({ id }) => runFromMenu(id)),
    () => removeEventListener('focusin', soon),
    () => removeEventListener('focusout', soon),
  ];
  return () => stops.forEach((stop) => stop());
}
