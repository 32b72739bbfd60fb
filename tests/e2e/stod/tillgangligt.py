"""Reads what the window says to assistive technology (AT-SPI): tillgangligt.py WORDS prints the things that hold them, tabs between role, words, level and states."""
import sys
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

STATES = ("expanded", "expandable", "focused", "selected", "checked")


def things(thing, depth=0):
    """The thing and all below it; what disappears while it is being read is left out."""
    yield depth, thing
    try:
        children = [thing.get_child_at_index(i) for i in range(thing.get_child_count())]
    except GLib.Error:
        return
    for child in children:
        if child is not None:
            yield from things(child, depth + 1)


def words(thing):
    text = thing.get_name() or ""
    interface = thing.get_text_iface()
    if interface is not None:
        text += " " + Atspi.Text.get_text(interface, 0, -1)
    return " ".join(text.split())


def line(thing, wanted):
    text = words(thing)
    if wanted not in text:
        return None
    level = (thing.get_attributes() or {}).get("level", "")
    told = [s.value_nick for s in thing.get_state_set().get_states() if s.value_nick in STATES]
    return "\t".join(x for x in (thing.get_role_name(), text, level and f"level {level}", " ".join(told)) if x)


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        for depth, thing in things(desktop.get_child_at_index(i)):
            try:
                told = line(thing, wanted)
            except GLib.Error:
                continue
            if told:
                print("  " * depth + told)


main()
