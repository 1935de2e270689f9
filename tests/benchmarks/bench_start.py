"""From the start of the process to the first painted window and map, and how much memory that takes."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from gvkaart.assets import example_bytes
from gvkaart.exchange.case_file import read_case
from tests.benchmarks.documents import case_of, with_places, write_document
from tests.benchmarks.rows import MIB, Effort, Row, Rows, Skipped, in_turn, median
from tests.benchmarks.starting import ROOT, Screen, Start, screens, start

_EXAMPLE: Final = "laatsignalering.yaml"
_TIMES_BARE: Final = 2.0
_PEAK: Final = 150.0
_OPEN: Final = {3_000: 1_000.0, 10_000: 1_500.0}
"""Milliseconds to the first painted map, by nodes; a smaller map should take no longer than the example."""
_PEAK_LARGE: Final = 250.0


def rows(effort: Effort) -> Rows:
    """Start the program on nothing, on the example and on large documents, on every screen there is."""
    with tempfile.TemporaryDirectory() as folder, screens() as found:
        opened = _files(Path(folder), effort)
        for screen in found:
            yield from on_screen(screen, opened, effort.runs)
        if len(found) == 1:
            yield Skipped("start on a real X display", "Xvfb is not installed")


def _files(folder: Path, effort: Effort) -> dict[str, Path | None]:
    """Write what is opened, by what it is called."""
    example = folder / "voorbeeld.gvkaart"
    write_document(with_places(read_case(example_bytes(_EXAMPLE))), example, folder / "data")
    files: dict[str, Path | None] = {"nothing": None, "example, case file": ROOT / "voorbeelden" / _EXAMPLE}
    files["example, document"] = example
    for size in effort.sizes:
        files[f"{size} nodes"] = folder / f"{size}.gvkaart"
        write_document(case_of(size), folder / f"{size}.gvkaart", folder / "data")
    return files


def on_screen(screen: Screen, files: dict[str, Path | None], runs: int) -> Rows:
    """Start everything on one screen, in turn with the bare window."""

    def bare() -> dict[str, Start]:
        return start(screen, "bare")

    bare(), start(screen, "program")  # compiles the modules
    programs = [lambda path=path: start(screen, "program", path) for path in files.values()]
    floors, *ours = in_turn(runs, bare, *programs)
    floor = median(one["window"].time for one in floors)
    for (name, path), starts in zip(files.items(), ours, strict=True):
        yield from _rows(f"{screen.platform}: start, {name}", starts, floor, path)


def _rows(name: str, starts: Sequence[dict[str, Start]], floor: float, path: Path | None) -> Rows:
    last = "window" if path is None else "map"
    time = median(one[last].time for one in starts)
    size = int(path.stem) if path is not None and path.stem.isdecimal() else 0
    if size in _OPEN:
        yield Row(f"{name}, to the map", time, floor=floor, floor_is="bare window", most=_OPEN[size])
    else:
        yield Row(f"{name}, to the {last}", time, floor=floor, floor_is="bare window", most_ratio=_TIMES_BARE)
    if path is not None:
        yield Row(f"{name}, to the window", median(one.get("window", one["map"]).time for one in starts))
    yield Row(f"{name}, processor time", median(one[last].cpu for one in starts))
    peak = median(one[last].peak for one in starts)
    yield Row(f"{name}, peak memory", peak, MIB, most=_PEAK_LARGE if size in _OPEN else _PEAK)
