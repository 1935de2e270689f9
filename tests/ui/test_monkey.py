"""A monkey in the windows: no exception, no warning of Qt, and what is shown and kept is what the document says.

The seed names the run. `GVKAART_LONG=1` makes it long and chooses another seed each time; `GVKAART_SEED` chooses one.
"""

import os
import random
import resource
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.exceptions import format_captured_exceptions
from pytestqt.logging import _QtMessageCapture as QtLog
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.assets import example_bytes
from gvkaart.domain.derived import CaseView
from gvkaart.domain.graph import Graph
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.tables import TablesPage
from gvkaart.ui.tables.columns import FINDINGS
from gvkaart.ui.tables.model import TableModel
from tests.ui.conftest import Dialogs, graph_in, saved_graph, settle
from tests.ui.monkey import Monkey

LONG = os.environ.get("GVKAART_LONG") == "1"
EVENTS = int(os.environ.get("GVKAART_EVENTS", "40000" if LONG else "1200"))
CHOSEN = os.environ.get("GVKAART_SEED")
SEEDS = [int(CHOSEN)] if CHOSEN else [time.time_ns() % 1_000_000] if LONG else [1, 2]
_EVERY = 2000 if LONG else 400
"""Events after which everything is looked at."""
_MOST_GROWTH = 400
"""MiB by which the program may have grown at its largest, since the first time that everything was looked at."""


@pytest.mark.timeout(7200 if LONG else 120)
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_breaks(
    seed: int,
    program: Program,
    dialogs: Dialogs,
    small: Graph,
    tmp_path: Path,
    qtbot: QtBot,
    qtlog: QtLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(seed)
    path = saved_graph(small, tmp_path / "kaart.gvkaart", tmp_path / "other-pc")
    program.open(path)
    settle(qtbot, program.windows[0])
    _choose_files(path, tmp_path, chance, monkeypatch)
    monkey = Monkey(program, path, chance)
    dialogs.fallback = monkey.answer
    looked, heard, first_peak = 0, 0, 0.0
    while monkey.events < EVENTS:
        with qtbot.captureExceptions() as mistakes:
            monkey.step()
        where = f"seed {seed}, event {monkey.events}: {', '.join(monkey.log[-15:])}"
        assert not mistakes, f"{where}\n{format_captured_exceptions(mistakes)}"  # type: ignore[no-untyped-call]
        warnings = [one.message for one in qtlog.records[heard:] if not one.ignored and one.matches_level("WARNING")]
        heard = len(qtlog.records)
        assert not warnings, f"{where}\n{warnings}"
        if monkey.events // _EVERY > looked:
            looked = monkey.events // _EVERY
            _look_at_everything(program, qtbot, tmp_path / f"{looked}.gvkaart")
            first_peak = first_peak or _peak()
    for window in program.windows:
        _look_at_history(window, qtbot)
    assert _peak() - first_peak < _MOST_GROWTH


def _choose_files(path: Path, folder: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the dialogs of the platform, in which no event of a test arrives; leave printers and programs in peace."""
    out = folder / "out"
    out.mkdir()
    example, nonsense = folder / "voorbeeld.yaml", folder / "onzin.txt"
    example.write_bytes(example_bytes("laatsignalering.yaml"))
    nonsense.write_text("Eerste alinea.\n\n<b>Tweede</b> alinea.\n", encoding="utf-8")
    sources = (path, example, nonsense)

    def to_write(*_args: object) -> tuple[str, str]:
        name = chance.choice(("uit.svg", "uit.png", "uit.yaml", "uit.gvkaart", ""))
        return (str(out / name) if name else "", "")

    def to_read(*_args: object) -> tuple[str, str]:
        return (str(chance.choice(sources)), "") if chance.random() < 0.7 else ("", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(to_write))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(to_read))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_args: ([str(nonsense)], "")))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda _url: True))
    monkeypatch.setattr(QPrintDialog, "exec", lambda *_args: 0)
    monkeypatch.setattr(QDrag, "exec", lambda *_args: Qt.DropAction.IgnoreAction)


# --- what must hold ---------------------------------------------------------------------------------------------------


def _look_at_everything(program: Program, qtbot: QtBot, copy: Path) -> None:
    for window in program.windows:
        settle(qtbot, window)
        window.session.hand_in()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for window in program.windows:
        settle(qtbot, window)
        session = window.session
        assert set(session.selection) <= session.graph.nodes.keys()
        fresh = CaseView(session.graph, session.map_id, session.round_id)
        assert session.view.placements == fresh.placements
        assert session.view.nodes == fresh.nodes
        assert session.view.edges == fresh.edges
        _look_at_table(window)
        session.document.save_copy(copy)
        assert graph_in(copy, copy.with_suffix(".other-pc")) == session.graph


def _look_at_table(window: MainWindow) -> None:
    """Compare the table with one that is made anew; an edited row may stay where order and filter no longer put it."""
    page = window.views.content("tables")
    assert isinstance(page, TablesPage)
    model, fresh = page.model, TableModel(window.session, window.checker)
    fresh.look_at(model.kind, whole_document=model.whole_document)
    if not model.is_filtered:
        assert set(model.nodes) == set(fresh.nodes)
    columns = {column.id: place for place, column in enumerate(fresh.columns) if column.id != FINDINGS}
    for row, node in enumerate(model.nodes):
        other = fresh.row_of(node)
        if other is None:
            continue
        for place, column in enumerate(model.columns):
            if column.id in columns:
                shown = fresh.data(fresh.index(other, columns[column.id], QModelIndex()))
                assert model.data(model.index(row, place, QModelIndex())) == shown
    fresh.deleteLater()


def _look_at_history(window: MainWindow, qtbot: QtBot) -> None:
    """Undo everything there is, and do it again."""
    session = window.session
    session.hand_in()
    settle(qtbot, window)
    end, states = session.graph, []
    while session.undo_step is not None:
        states.append(session.graph)
        session.undo()
    for state in reversed(states):
        session.redo()
        assert session.graph == state
    assert session.graph == end


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
