"""A large map is drawn in two steps: what one begins with, and the rest when that is painted."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.picture.theme import DARK
from gvkaart.ui import first_look
from gvkaart.ui.main_window import MainWindow
from tests.benchmarks.documents import case_of, write_document
from tests.ui.conftest import settle


@pytest.fixture
def large(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A window on a map of more nodes than are drawn at once, of which nothing was painted yet."""
    monkeypatch.setattr(first_look, "AT_ONCE", 100)
    write_document(case_of(first_look.LARGE + 50), tmp_path / "groot.gvkaart", tmp_path / "data")
    assert program.open(tmp_path / "groot.gvkaart")
    window = program.windows[-1]
    window.map_view.start()
    return window


def test_what_is_in_view_is_drawn_first_and_then_the_rest(qtbot: QtBot, large: MainWindow) -> None:
    canvas, nodes = large.map_view.canvas, large.session.view.nodes
    assert 0 < len(canvas.content.nodes) < len(nodes) / 2
    shown = canvas.view.shown(canvas.width(), canvas.height())
    begun = {key: item.bounds for key, item in canvas.content.nodes.items() if item.bounds.touches(shown)}
    view = canvas.view
    qtbot.waitUntil(lambda: canvas.content.nodes.keys() == nodes.keys(), timeout=20_000)
    settle(qtbot, large)
    assert canvas.view == view
    assert canvas.content.nodes.keys() == nodes.keys()
    assert {key: one.bounds for key, one in canvas.content.nodes.items() if one.bounds.touches(shown)} == begun


def test_other_colours_do_not_wait_for_the_rest(qtbot: QtBot, large: MainWindow) -> None:
    large.set_theme(DARK)
    assert large.map_view.canvas.content.nodes.keys() == large.session.view.nodes.keys()
    settle(qtbot, large)
    assert large.map_view.canvas.content.nodes.keys() == large.session.view.nodes.keys()
