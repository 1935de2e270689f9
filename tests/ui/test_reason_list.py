"""What stands and falls, beside the map and on it: worked out in a worker, told where one looks."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.analysis import argumentation
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.picture.nodes import Mark, NodeDrawing
from gvkaart.ui.inspector import Inspector
from gvkaart.ui.inspector.reason_list import ReasonList
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.wrapping_button import WrappingButton
from tests.case import case, node
from tests.ui.conftest import child, settle

P, R, F = NodeId("p"), NodeId("r"), NodeId("f")


@pytest.fixture
def small() -> Graph:
    return case(
        *(node("position", "p", "Doen"), node("argument", "r", "Te <b>duur</b>"), node("fact", "f", "Het mag")),
        *("r undermines p", "f supports p", node("position", "q", "Laten")),
    )


def reasons(window: MainWindow) -> ReasonList:
    window.panels.show("inspector")
    inspector = child(window, Inspector, "inspector")
    return child(inspector.page, ReasonList, "reasons")


def shown(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(WrappingButton) if not one.isHidden()]


def marks(window: MainWindow, item: NodeId) -> frozenset[Mark]:
    drawing = window.map_view.canvas.content.nodes[item].drawing
    assert isinstance(drawing, NodeDrawing)
    return drawing.look.marks


def test_an_item_that_falls_says_so_on_the_map_with_the_reason(window: MainWindow) -> None:
    assert marks(window, P) == {Mark.FALLS}
    assert not marks(window, R) | marks(window, F) | marks(window, NodeId("q"))
    told = "Valt, omdat 'Te <b>duur</b>' dit ondergraaft en zelf staat."
    assert window.map_view.canvas.content.nodes[P].description.endswith(told)


def test_the_mark_goes_with_the_reason(window: MainWindow, qtbot: QtBot) -> None:
    node_operations.remove(window.session, (R,))
    settle(qtbot, window)
    window.map_view.catch_up()
    assert not marks(window, P)


def test_the_page_of_an_item_tells_the_reason_and_leads_to_it(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select((P,))
    told = reasons(window)
    assert child(told, QLabel, "reason").text() == "Valt, omdat 'Te <b>duur</b>' dit ondergraaft en zelf staat."
    assert shown(told) == ["Te <b>duur</b>"]
    told.findChildren(WrappingButton)[0].click()
    assert window.session.selection == (R,)
    assert reasons(window).isHidden(), "nothing speaks for or against it"


def test_the_page_follows_when_the_reasons_change(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select((P,))
    told = reasons(window)
    node_operations.remove(window.session, (R,))
    assert told.isHidden(), "it is not known yet what it is without"
    settle(qtbot, window)
    assert child(told, QLabel, "reason").text() == "Staat, omdat 'Het mag' dit onderbouwt en zelf staat."
    assert shown(told) == ["Het mag"]


def test_nothing_is_weighed_when_something_is_selected(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[object] = []
    monkeypatch.setattr(argumentation.Argumentation, "__init__", lambda *_: weighed.append(1))
    for one in (P, F, R, P):
        window.session.select((one,))
        assert reasons(window) is not None
        window.map_view.catch_up()
    assert not weighed


def test_a_new_reason_is_weighed_beside_the_window(window: MainWindow, qtbot: QtBot) -> None:
    heard: list[bool] = []
    window.session.explained_changed.connect(lambda: heard.append(True))
    assert relation_operations.connect_new(window.session, R, "undermines", "argument", "Nee", from_other=False)
    settle(qtbot, window)
    assert heard == [True]
    assert not window.checker.verdicts.keys() - {R}
    assert window.session.explained[P].label.value == "stands"
