"""Saved views: what is shown goes through the document and comes back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.derived import Mark
from gvkaart.domain.entities import NodeId
from gvkaart.exchange.case_file import read_case, write_case
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.saved_view import Frame, fields_of, frame_of, showing_of
from gvkaart.ui.showing import Facet, Showing
from tests.ui.conftest import settle, trigger

A = NodeId("a")
values = st.text("abc-", min_size=1, max_size=4)
choices = st.one_of(
    st.tuples(st.sampled_from([facet for facet in Facet if facet is not Facet.HEARSAY]), values),
    st.just((Facet.HEARSAY, Mark.SECOND_HAND.value)),
)
showings = st.builds(
    lambda chosen, focus, steps: Showing(chosen, focus, steps if focus else 1),
    st.frozensets(choices),
    st.frozensets(values.map(NodeId)),
    st.integers(0, 99),
)


@given(showings, st.floats(0.05, 4), st.integers(-9999, 9999), st.integers(-9999, 9999))
def test_what_is_shown_comes_back(showing: Showing, zoom: float, x: int, y: int) -> None:
    fields = fields_of(showing, Frame(zoom, x, y))
    assert showing_of(fields) == showing
    frame = frame_of(fields)
    assert frame is not None
    assert frame == pytest.approx((zoom, x, y), abs=0.001)


@pytest.mark.parametrize("text", ["", "1 2", "1 2 3 4", "a b c", "nan 0 0", "1 inf 0", "1e9 0 0", "1 1e12 0", "0 0 0"])
def test_a_frame_that_nobody_can_look_at_is_none(text: str) -> None:
    assert frame_of({"frame": text}) is None


@pytest.mark.parametrize("steps", ["", "many", "9" * 5000, "-1"])
def test_steps_that_are_no_number_are_one(steps: str) -> None:
    assert showing_of({"focus": ("a",), "steps": steps}).steps == 1


def test_no_steps_go_further_than_the_map(window: MainWindow) -> None:
    window.shown.focus([A], 999)
    assert set(window.shown.nodes or ()) == {"a", "p"}


def name_it(monkeypatch: pytest.MonkeyPatch, title: str) -> None:
    monkeypatch.setattr(QInputDialog, "exec", lambda _self: title != "")
    monkeypatch.setattr(QInputDialog, "textValue", lambda _self: title)


def saved(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The saved views in the menu, with what chooses them."""
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.objectName() == "saved-views-menu")
    menu.aboutToShow.emit()
    return {action.text(): action.trigger for action in menu.actions() if action.isEnabled()}


def test_a_view_is_saved_chosen_and_taken_away(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert saved(window) == {}
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    canvas = window.map_view.canvas
    canvas.zoom_out()
    zoom = canvas.view.zoom
    name_it(monkeypatch, "Alleen wie")
    trigger(window, "save-view")
    settle(qtbot, window)
    window.shown.show_all()
    trigger(window, "layout-own")
    canvas.zoom_in()
    assert list(saved(window)) == ["Alleen wie"]
    saved(window)["Alleen wie"]()
    assert set(window.shown.nodes or ()) == {"a", "b"}
    assert canvas.view.zoom == pytest.approx(zoom, abs=0.001)
    assert list(saved(window)) == ["✓ Alleen wie"]
    trigger(window, "remove-view")
    assert saved(window) == {}
    assert not window.commands["remove-view"].isEnabled()
    trigger(window, "undo")
    assert saved(window)


def test_who_gives_no_name_saves_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    name_it(monkeypatch, "")
    trigger(window, "save-view")
    assert not window.session.graph.layouts


def test_a_view_that_is_gone_changes_nothing(window: MainWindow) -> None:
    window.session.saved_view_wanted.emit("gone")
    assert window.shown.nodes is None


def test_a_colleague_gets_the_views_in_a_case_file(
    program: Program, window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    window.session.select([A])
    trigger(window, "focus")
    window.shown.choose(Facet.TAG, "later", wanted=True)
    name_it(monkeypatch, "Rond de gemeente")
    trigger(window, "save-view")
    settle(qtbot, window)
    graph = window.session.graph
    path = tmp_path / "kaart.yaml"
    path.write_bytes(write_case(graph, window.session.map_id, include_private=True))
    again = read_case(path.read_bytes())
    assert again.layouts == graph.layouts
    assert program.open(path)
    other = program.windows[-1]
    settle(qtbot, other)
    next(iter(saved(other).values()))()
    assert other.shown.showing.focus == {"a"}
    assert other.shown.showing.values(Facet.TAG) == {"later"}
