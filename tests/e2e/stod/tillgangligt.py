"""Reads what the window says to assistive technology (AT-SPI): tillgangligt.py WORDS prints the things that hold them."""
import sys
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def things(thing, depth=0):
    yield depth, thing
    for i in range(thing.get_child_count()):
        child = thing.get_child_at_index(i)
        if child is not None:
            yield from things(child, depth + 1)


def words(thing):
    text = thing.get_name() or ""
    interface = thing.get_text_iface()
    if interface is not None:
        text += " " + Atspi.Text.get_text(interface, 0, -1)
    return text.strip()


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        for depth, thing in things(program):
            text = words(thing)
            if wanted in text:
                attributes = thing.get_attributes() or {}
                level = attributes.get("level", "")
                states = " ".join(s.value_nick for s in thing.get_state_set().get_states() if s.value_nick in ("expanded", "expandable", "focused", "selected", "checked"))
                print("  " * depth + " · ".join(x for x in (thing.get_role_name(), text, level and f"level {level}", states) if x))


main()
