"""The views that read the map, on a large document: looking at one for the first time, and again after an edit."""

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QTableView, QWidget

from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.main_window import MainWindow
from tests.benchmarks.bench_action import answer, window_on
from tests.benchmarks.documents import case_of, write_document
from tests.benchmarks.rows import Effort, Row, Rows, median

_OPEN: Final = 500.0
_FRAME: Final = 33.0
_STEP: Final = 300
"""Pixels of one turn of the wheel."""


def rows(effort: Effort) -> Rows:
    """Measure every view on each document; up to 3,000 nodes there is a target."""
    for size in effort.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "map.gvkaart"
            write_document(case_of(size), path, Path(folder) / "writing")
            with window_on(path, Path(folder) / "program") as window:
                yield from _views(window, size, effort.runs)


def _views(window: MainWindow, size: int, runs: int) -> Rows:
    most = _OPEN if size <= 3000 else None
    for name in [view.name for view in window.views.known]:
        page = window.views.content(name)
        if not isinstance(page, InsightPage):
            continue
        opened = _handled(window, partial(window.views.show_view, name))
        yield Row(f"{name} opens, {size} nodes: processor time", opened, most=most)
        read = median(_handled(window, page.load) for _ in range(runs))
        yield Row(f"{name} reads again, {size} nodes: processor time", read, most=most)
        if (shown := _grid(page)) is not None:
            turns = [_handled(window, partial(_turn, shown)) for _ in range(3 * runs)]
            yield Row(f"{name} scrolls, {size} nodes: processor time", median(turns), most=_FRAME)


def _grid(page: QWidget) -> QTableView | None:
    return next((grid for grid in page.findChildren(QTableView) if grid.isVisible()), None)


def _turn(grid: QTableView) -> None:
    bar = grid.verticalScrollBar()
    bar.setValue((bar.value() + _STEP) % max(1, bar.maximum()))
    grid.viewport().repaint()


def _handled(window: MainWindow, do: Callable[[], object]) -> float:
    return answer(window, do)[1]
