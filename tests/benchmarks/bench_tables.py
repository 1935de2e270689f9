"""The tables of a large document: opening, filtering, sorting, scrolling."""

import tempfile
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt

from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.tables import TablesPage
from gvkaart.ui.tables.columns import EVERY_KIND
from tests.benchmarks.bench_action import answer, window_on
from tests.benchmarks.documents import case_of, write_document
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median

_OPEN = 500.0
_FRAME = 33.0
_HITCH = 200.0
_STEP = 300
"""Pixels of one turn of the wheel."""


def rows(effort: Effort) -> Rows:
    """Measure the table of all items of each document."""
    for size in effort.sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "map.gvkaart"
            write_document(case_of(size), path, Path(folder) / "writing")
            yield from _table(path, Path(folder) / "program", size, effort.runs)


def _table(path: Path, folder: Path, size: int, runs: int) -> Rows:
    with window_on(path, folder) as window:
        opened = median(_handled(window, lambda: _made(window)) for _ in range(runs))
        yield Row(f"tables made, {size} nodes: processor time", opened, most=_OPEN)
        page = window.views.show_view("tables")
        assert isinstance(page, TablesPage)
        page.show_kind(EVERY_KIND)
        words, orders = count(), count()
        bar = page.grid.verticalScrollBar()

        def scroll() -> None:
            bar.setValue((bar.value() + _STEP) % max(1, bar.maximum()))
            page.grid.viewport().repaint()

        def sort() -> None:
            order = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)[next(orders) % 2]
            page.grid.sortByColumn(0, order)

        todo: dict[str, tuple[Callable[[], object], float]] = {
            "scroll": (scroll, _FRAME),
            "filter": (lambda: page.model.search("ae"[next(words) % 2]), _HITCH),
            "sort": (sort, _HITCH),
        }
        measures = [lambda do=do: _handled(window, do) for do, _ in todo.values()]
        for (name, (_, most)), times in zip(todo.items(), in_turn(runs, *measures), strict=True):
            yield Row(f"table answers to {name}, {size} rows: processor time", median(times), most=most)


def _made(window: MainWindow) -> None:
    TablesPage(window.session, window.checker).deleteLater()


def _handled(window: MainWindow, do: Callable[[], object]) -> float:
    """Return the milliseconds of processor time until something is done and painted, whoever else wants the machine."""
    return answer(window, do)[1]
