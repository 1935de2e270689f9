"""Who makes a relation that is not always drawn is told when its line is seen."""

from gvkaart.domain.entities import NodeId
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import relation as relation_operations
from tests.ui.conftest import trigger

A, C, INTEREST = NodeId("a"), NodeId("c"), NodeId("i")


def test_the_maker_of_a_quiet_line_is_told_when_it_is_seen(window: MainWindow) -> None:
    assert relation_operations.connect(window.session, A, "has_interest", INTEREST)
    assert not window.statusBar().currentMessage()
    assert relation_operations.connect(window.session, A, "means", C)
    assert "Alle lijnen tonen" in window.statusBar().currentMessage()


def test_nothing_is_told_while_all_lines_are_drawn_or_another_view_is_looked_at(window: MainWindow) -> None:
    trigger(window, "all-lines")
    assert relation_operations.connect(window.session, A, "means", C)
    trigger(window, "undo")
    trigger(window, "all-lines")
    window.views.show_view("tables")
    assert relation_operations.connect(window.session, A, "means", C)
    assert not window.statusBar().currentMessage()
