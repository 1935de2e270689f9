"""A small screen reader: starts a program, reads its tree, does things by key and by action, and notes what it hears.

Runs with the Python of the system, which has the bindings of AT-SPI, on a display and a session bus of its own::

    xvfb-run -a dbus-run-session -- /usr/bin/python3 atspi_reader.py COMMAND...

Writes what it found as JSON, on the last line. `test_access_atspi` starts it and judges.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
Gio = importlib.import_module("gi.repository.Gio")
GLib = importlib.import_module("gi.repository.GLib")

PATIENCE = 20.0
"""Seconds; only a program that does not answer takes so long."""
MOMENT = 0.3
"""Seconds in which one more announcement would be one too many."""
SHORT, EDGE = 0.2, 1.5
"""Seconds to wait at the edge of the map, where nothing is heard because one stays where one is."""
KEYS = {"Left": 0xFF51, "Up": 0xFF52, "Right": 0xFF53, "Down": 0xFF54, "Delete": 0xFFFF, "F6": 0xFFC3}
KEYS["asterisk"] = 0x2A  # unfolds a whole tree
LISTENED_TO = ("object:state-changed:focused", "object:announcement")
STATES = ("focusable", "focused", "selected", "selectable", "showing", "checked", "checkable", "expandable")
MOST = 80
"""Children that are read of one parent."""

Heard = tuple[str, str, str]
heard: list[Heard] = []


def hear(event: Any) -> None:
    """Note an event: its kind, the role it comes from, and the name there or the words that are announced."""
    announced = "announcement" in event.type
    heard.append((event.type, event.source.get_role_name(), event.any_data if announced else event.source.get_name()))


def wait(met: Callable[[], object], patience: float = PATIENCE) -> object:
    """Let events come in until something is so; return what it is, or what it was when patience ended."""
    end = time.monotonic() + patience
    while not (found := met()) and time.monotonic() < end:
        GLib.timeout_add(50, lambda: False)
        GLib.MainContext.default().iteration(True)
    return found


def switch_on() -> None:
    """Tell programs that somebody reads along."""
    value = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    place = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(*place, value, None, 0, 5000, None)


def children(of: Any) -> Iterator[Any]:
    """Yield what is inside something, no more than `MOST`."""
    for index in range(min(of.get_child_count(), MOST)):
        child = of.get_child_at_index(index)
        if child is not None:
            yield child


def find(under: Any, role: str, name: str) -> Any:
    """Return the first of this role whose name begins so; None when there is none."""
    if under.get_role_name() == role and (under.get_name() or "").startswith(name):
        return under
    return next((found for child in children(under) if (found := find(child, role, name)) is not None), None)


def tree(under: Any) -> dict[str, Any]:
    """Return everything that is said of something and of all inside it."""
    states = under.get_state_set()
    return {
        "role": under.get_role_name(),
        "name": under.get_name() or "",
        "description": under.get_description() or "",
        "states": [one for one in STATES if states.contains(getattr(Atspi.StateType, one.upper()))],
        "count": under.get_child_count(),
        "children": [tree(child) for child in children(under)],
    }


def doing(do: Callable[[], object], expected: str, patience: float = PATIENCE) -> list[Heard]:
    """Do something, and return what was heard up to the first event of this kind, and in the moment after it."""
    heard.clear()
    do()
    wait(lambda: any(expected in kind for kind, _role, _words in heard), patience)
    wait(lambda: False, MOMENT)
    return list(heard)


def press(key: str, expected: str = "focused", patience: float = PATIENCE) -> list[Heard]:
    """Press a key, and return what was heard."""
    return doing(lambda: Atspi.generate_keyboard_event(KEYS[key], None, Atspi.KeySynthType.SYM), expected, patience)


def read(program: subprocess.Popen[bytes]) -> dict[str, Any]:
    """Walk through a program that is being started."""
    desktop = Atspi.get_desktop(0)
    app = wait(lambda: next((one for one in children(desktop) if one.get_name() == "gvkaart"), None))
    if app is None:
        raise SystemExit(f"not seen; the program says {program.poll()}")
    listener = Atspi.EventListener.new(hear)
    for kind in LISTENED_TO:
        listener.register(kind)
    wait(lambda: find(app, "list item", "Gemeente") and find(app, "table cell", "Actor"))
    found: dict[str, Any] = {"window": tree(app)}
    found["walk"] = [press(key, patience=EDGE) for key in ("Right", "Left", "Down", "Up") * 2]
    found["inspector"] = tree(wait(lambda: find(app, "panel", "Eigenschappen")))
    found["remove"] = press("Delete", "announcement")
    undo = find(app, "menu item", "Ongedaan maken")
    found["undo"] = doing(lambda: undo.do_action(0), "announcement")
    found["parts"] = [press("F6")]
    found["kinds"] = [press(key, patience=SHORT) for key in ("asterisk", "Down") * 12]
    found["outline"] = tree(find(app, "tree", "Overzicht van de kaart"))
    found["parts"] += [press("F6") for _ in range(4)]
    find(app, "menu item", "Tabellen").do_action(0)
    wait(lambda: find(app, "table", "Tabel"))
    found["tables"] = tree(app)
    return found


def main() -> None:
    """Start the program of the command line, read it, and end it."""
    switch_on()
    settings = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    Atspi.init()
    with subprocess.Popen(sys.argv[1:], env={**os.environ, **settings}, stdout=sys.stderr) as program:
        try:
            found = json.dumps(read(program))
            sys.stdout.write(f"\n{found}\n")  # the registry of AT-SPI writes here too
        finally:
            program.terminate()


if __name__ == "__main__":
    main()
