"""The same tree opened by gvkaart and by VYM, a mind mapper of the same age as the method, in turn on the same screen.

Both are watched from outside and in the same way: the pixels of an X display, as Xvfb keeps them in a file. A map is
there when the middle of the screen changes no more. So what a program does out of sight costs it nothing, and a window
that appears before its map gains nothing.
"""

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from gvkaart.domain.entities import Edge, Entity, Map, MapId, Node, NodeId, Placement
from gvkaart.domain.graph import Graph
from tests.benchmarks.documents import with_places, write_document
from tests.benchmarks.rows import Effort, Row, Rows, Skipped, in_turn, median
from tests.benchmarks.starting import ROOT, display

_NEEDED: Final = ("vym", "Xvfb", "dbus-run-session")
_CHILDREN: Final = 5
_QUIET: Final = 2.0
"""Seconds without any change after which a picture is complete."""
_LONGEST: Final = 60.0
_EVERY: Final = 0.01
_SETTINGS: Final = """[downloads]
enabled=false
[mainwindow]
geometry\\pos=@Point(0 0)
geometry\\size=@Size(1400 900)
[system]
autosave\\use=false
"""
_HEAD: Final = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE vymmap>'
    '<vymmap version="2.6.0" backgroundColor="#ffffff" linkStyle="StylePolyParabel" linkColor="#0000ff" '
    'mapZoomFactor="1" linkColorHint="LinkColor">'
)


def rows(effort: Effort) -> Rows:
    """Open a tree of the main size, with the places that were kept with it and without."""
    what = f"a tree of {effort.main_size} from the start of the process to the whole map"
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        yield Skipped(what, f"not installed: {', '.join(missing)}")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs = _write(effort.main_size, folder)
        home = _home(folder / "home")
        with display("-fbdir", name) as screen:
            environment = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
            environment |= {"XDG_CONFIG_HOME": str(home / ".config"), "PYTHONPATH": str(ROOT)}
            environment |= {"GVKAART_DATA_DIR": str(folder / "data")}
            commands = [[sys.executable, "-m", "gvkaart", str(path)] for path in ours.values()]
            commands.append(["dbus-run-session", "vym", "--locale", "en", str(theirs)])
            measures = [
                lambda command=command: _painted(command, environment, folder / "Xvfb_screen0") for command in commands
            ]
            *times, floors = in_turn(effort.runs, *measures)
        for kind, found in zip(ours, times, strict=True):
            yield Row(f"{what}, {kind}", median(found), floor=median(floors), floor_is="VYM")


# --- the tree ---------------------------------------------------------------------------------------------------------


def _title(number: int) -> str:
    return f"Argument {number}: een titel van een regel"


def _write(size: int, folder: Path) -> tuple[dict[str, Path], Path]:
    """Write the tree as our documents, by whether places are kept in it, and as a file of VYM."""
    graph = _tree(size)
    ours = {"arranged before": folder / "arranged.gvkaart", "arranged on opening": folder / "bare.gvkaart"}
    write_document(with_places(graph), ours["arranged before"], folder / "writing")
    write_document(graph, ours["arranged on opening"], folder / "writing")
    theirs = folder / "tree.vym"
    with zipfile.ZipFile(theirs, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("tree.xml", f"{_HEAD}{_branch(0, size)}</vymmap>")
    return ours, theirs


def _tree(size: int) -> Graph:
    """Return arguments that support one another: each but the first has one above it."""
    map_id, ids = MapId("map"), [NodeId(f"n{number}") for number in range(size)]
    entities: list[Entity] = [Map(map_id, "Boom")]
    for number, node_id in enumerate(ids):
        entities += [Node(node_id, "argument", _title(number)), Placement(map_id, node_id)]
        if number:
            entities.append(Edge(node_id, "supports", ids[(number - 1) // _CHILDREN]))
    return Graph.of(entities)


def _branch(number: int, size: int) -> str:
    kind, first = ("branch" if number else "mapcenter"), number * _CHILDREN + 1
    below = "".join(_branch(child, size) for child in range(first, min(first + _CHILDREN, size)))
    return f"<{kind}><heading>{escape(_title(number))}</heading>{below}</{kind}>\n"


def _home(folder: Path) -> Path:
    """Make a home in which VYM asks nothing at its first start."""
    settings = folder / ".config" / "InSilmaril" / "vym.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    return folder


# --- watching ---------------------------------------------------------------------------------------------------------


def _painted(command: list[str], environment: Mapping[str, str], screen: Path) -> float:
    """Start a program and return the milliseconds until the middle of the screen changed for the last time."""
    with screen.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as pixels:
        rows_seen = _middle(pixels)
        empty = before = _seen(pixels, rows_seen)
        begin = changed = time.monotonic()
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, start_new_session=True)
        try:
            while before == empty or time.monotonic() - changed < _QUIET:
                time.sleep(_EVERY)
                now = _seen(pixels, rows_seen)
                if now != before:
                    before, changed = now, time.monotonic()
                if changed - begin > _LONGEST or process.poll() is not None:
                    raise RuntimeError(f"{command[0]} shows no map")
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        _until(lambda: _seen(pixels, rows_seen) == empty)
    return (changed - begin) * 1e3


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _LONGEST
    while not holds() and time.monotonic() < end:
        time.sleep(_EVERY)


def _middle(pixels: mmap) -> list[slice]:
    """Return where the rows of the middle third of an X window dump stand."""
    head = struct.unpack(">25I", pixels[:100])
    size, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    first, long = size + colours * 12 + width // 3 * 4, width // 3 * 4
    return [slice(first + row * line, first + row * line + long) for row in range(height // 3, height * 2 // 3)]


def _seen(pixels: mmap, rows_seen: list[slice]) -> int:
    found = 0
    for row in rows_seen:
        found = zlib.adler32(pixels[row], found)
    return found
