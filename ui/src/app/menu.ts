/** The native menu mirrors the commands: the same words, keys and states, sent when they change. */
import { host, onHost, type Menu } from '../api/host';
import { allCommands, followCommands, GROUPS, runCommand } from './commands';

function menus(): Menu[] {
  const all = allCommands();
  return GROUPS.map((group) => {
    const entries = all
      .filter((c) => c.group === group)
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
  const stops = [followCommands(soon), onHost('menu', ({ id }) => runCommand(id))];
  return () => stops.forEach((stop) => stop());
}
