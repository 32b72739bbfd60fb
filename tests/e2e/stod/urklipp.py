"""Holds the clipboard as Word and Excel do, until it is ended: urklipp.py TYPE=FILE … (text/plain, text/html). Says "klar" when it holds it."""
import sys
import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk

TARGETS = {"text/plain": ["UTF8_STRING", "text/plain;charset=utf-8"], "text/html": ["text/html"]}


def main():
    held = {}
    holder = Gtk.Invisible()
    for word in sys.argv[1:]:
        kind, path = word.split("=", 1)
        with open(path, "rb") as file:
            content = file.read()
        for target in TARGETS[kind]:
            held[target] = content
            Gtk.selection_add_target(holder, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern(target, False), 0)
    holder.connect("selection-get", lambda _, data, *rest: data.set(data.get_target(), 8, held[data.get_target().name()]))
    if not Gtk.selection_owner_set(holder, Gdk.SELECTION_CLIPBOARD, Gdk.CURRENT_TIME):
        sys.exit("the clipboard could not be taken")
    print("klar", flush=True)
    Gtk.main()


main()
