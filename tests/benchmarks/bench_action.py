"""From one action of a user until the whole window shows it, with a large map."""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from gvkaart.app import Program
from gvkaart.domain import edits
from gvkaart.domain.entities import NodeId
from gvkaart.store import Document
from gvkaart.store.connection import connect_working
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from tests.benchmarks.documents import case_of, write_document
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median, milliseconds, p95

_ANSWER = 50.0
_LARGE_ANSWER = 150.0
_MANY = 500
_TIMES_BARE_COMMIT = 2.0


def rows(effort: Effort) -> Rows:
    """Measure the durable part of an action, and how soon the window answers to it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.gvkaart"
        write_document(case_of(effort.main_size), path, Path(folder) / "writing")
        yield _durable(path, Path(folder) / "data", effort)
        yield from _answers(path, Path(folder) / "program", effort)


# --- durable ----------------------------------------------------------------------------------------------------------


def _durable(path: Path, data: Path, effort: Effort) -> Row:
    document = Document.open(path, data, count(1).__next__)
    bare = connect_working(_bare_database(data))
    node = next(iter(document.graph.nodes))
    titles, values = (f"Titel {number}" for number in count()), count()

    def ours() -> float:
        changes = edits.rename(document.graph, node, next(titles), now=1)
        return milliseconds(lambda: document.apply("rename", changes))

    def floor() -> float:
        return milliseconds(lambda: _commit_one_row(bare, next(values)))

    times, floors = in_turn(effort.runs * 20, ours, floor)
    bare.close()
    document.discard_unpublished()
    name = f"one action made durable, {effort.main_size} nodes"
    return Row(name, median(times), floor=median(floors), floor_is="one row", most_ratio=_TIMES_BARE_COMMIT)


def _bare_database(folder: Path) -> Path:
    path = folder / "bare.db"
    connection = connect_working(path)
    connection.execute("CREATE TABLE one (id INTEGER PRIMARY KEY, value INTEGER)")
    connection.execute("INSERT INTO one VALUES (1, 0)")
    connection.close()
    return path


def _commit_one_row(connection: sqlite3.Connection, value: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE one SET value = ? WHERE id = 1", (value,))
    connection.execute("COMMIT")


# --- the window -------------------------------------------------------------------------------------------------------


@contextmanager
def window_on(path: Path, folder: Path) -> Iterator[MainWindow]:
    """Give the window of the program on a document, at rest, of 1600 by 1000 pixels."""
    app = QApplication.instance() or QApplication([])
    program = Program(app, folder)  # type: ignore[arg-type]  # the stub knows no more than QCoreApplication
    program.open(path)
    (window,) = program.windows
    window.resize(1600, 1000)
    settle(window)
    yield window
    window.keeper.save()
    window.close()
    for translator in program._translators:  # the application goes on to serve others, in their own language
        QCoreApplication.removeTranslator(translator)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(window: MainWindow) -> None:
    """Wait until findings and places are there and everything is painted."""
    quiet = 0
    while quiet < 3:
        QCoreApplication.processEvents()
        quiet = 0 if window.checker.busy else quiet + 1
    window.map_view.canvas.repaint()


def answer(window: MainWindow, do: Callable[[], object]) -> tuple[float, float]:
    """Do something at rest; return the milliseconds until the window has handled and painted it.

    The second number is the processor time of the window's own thread: what remains when nobody else wants the machine.
    """

    def handled() -> None:
        do()
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    settle(window)
    begin = time.thread_time()
    passed = milliseconds(handled)
    return passed, (time.thread_time() - begin) * 1e3


def _answers(path: Path, folder: Path, effort: Effort) -> Rows:
    with window_on(path, folder) as window:
        session, numbers = window.session, count()
        nodes = list(session.view.nodes)
        step = max(1, len(nodes) // 50)
        chosen = nodes[::step]

        def node() -> NodeId:
            return chosen[next(numbers) * 7 % len(chosen)]

        def add() -> None:
            node_operations.add(session, "interest", f"Nieuw belang {next(numbers)}", (100, 100 * next(numbers)))

        def rename() -> None:
            node_operations.rename(session, node(), f"Andere titel {next(numbers)}")

        def move() -> None:
            map_operations.move(session, {node(): (next(numbers) * 11, 500)}, {})

        def select() -> None:
            session.select([node()])

        todo = {"add": add, "rename": rename, "move": move, "select": select, "undo": session.undo}
        yield from _answered(window, todo, effort.runs * 3, effort.main_size, _ANSWER)
        yield from _built(window, effort)
        yield from _answered(window, _large(window, nodes[:_MANY]), effort.runs, effort.main_size, _LARGE_ANSWER)


def _built(window: MainWindow, effort: Effort) -> Rows:
    """Build by keys: measure the Enter with which a title becomes a node that is painted."""
    times = []
    for number in range(effort.runs * 3):
        window.session.select(())
        window.commands["add"].trigger()
        line = QApplication.focusWidget()
        assert line is not None
        QTest.keyClicks(line, "1")
        QTest.keyClicks(line, f"Partij {number}")
        before = len(window.session.graph.nodes)
        times.append(answer(window, partial(QTest.keyClick, line, Qt.Key.Key_Return)))
        assert len(window.session.graph.nodes) == before + 1
    window.builder.panel.hide()
    built = f"Enter in the building panel, until the node is seen, {effort.main_size} nodes"
    yield Row(built, median(passed for passed, _ in times), most=_ANSWER)
    yield Row(f"{built}: 19 in 20 times", p95([passed for passed, _ in times]))


def _large(window: MainWindow, many: list[NodeId]) -> dict[str, Callable[[], object]]:
    """Return actions on many nodes at once, and looking at one finding after another."""
    session, numbers = window.session, count()
    (findings,) = window.findings_panel.findChildren(QListView, "findings")

    def choose() -> None:
        model = findings.model()
        findings.setCurrentIndex(model.index(next(numbers) % max(1, model.rowCount()), 0))

    return {
        "select all": window.commands["select-all"].trigger,
        "select one of all": lambda: session.select(many[:1]),
        f"move {len(many)}": lambda: map_operations.move(
            session, {node: (place % 50 * 200, next(numbers) * 10) for place, node in enumerate(many)}, {}
        ),
        f"remove {len(many)}": lambda: node_operations.remove(session, many),
        f"undo remove {len(many)}": session.undo,
        "choose a finding": choose,
    }


def _answered(window: MainWindow, todo: Mapping[str, Callable[[], object]], runs: int, size: int, most: float) -> Rows:
    measures = [lambda do=do: answer(window, do) for do in todo.values()]
    for name, times in zip(todo, in_turn(runs, *measures), strict=True):
        answered = f"window answers to {name}, {size} nodes"
        yield Row(answered, median(passed for passed, _ in times), most=most)
        yield Row(f"{answered}: 19 in 20 times", p95([passed for passed, _ in times]))
        yield Row(f"{answered}: processor time", median(own for _, own in times))
