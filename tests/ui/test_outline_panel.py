"""The outline as an equal of the map: found by typing, changed as a group, joined, and followed along relations."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.outline_panel import OutlinePanel
from gvkaart.ui.relation_tree import RelationTree
from tests.ui.conftest import trigger

A, B, F, P = (NodeId(one) for one in "abfp")


@pytest.fixture
def panel(window: MainWindow) -> OutlinePanel:
    window.resize(1400, 900)
    content = window.panels.content("outline")
    assert isinstance(content, OutlinePanel)
    return content


def shown(panel: OutlinePanel) -> list[str]:
    """The titles that are not hidden."""
    tree, model = panel.tree, panel.tree.model()
    kinds = [model.index(row, 0) for row in range(model.rowCount())]
    return [
        str(model.index(row, 0, kind).data(Qt.ItemDataRole.EditRole))
        for kind in kinds
        if not tree.isRowHidden(kind.row(), kind.parent())
        for row in range(model.rowCount(kind))
        if not tree.isRowHidden(row, kind)
    ]


def entry(menu: QMenu, words: str) -> QAction:
    actions = {action.text().replace("&", ""): action for action in menu.actions()}
    return actions[words]


@pytest.fixture
def menu(panel: OutlinePanel) -> Callable[[], QMenu]:
    def filled() -> QMenu:
        panel.menu_wanted.emit(QPoint(0, 0))
        made = QApplication.activePopupWidget()
        assert isinstance(made, QMenu)
        for inner in made.findChildren(QMenu):
            inner.aboutToShow.emit()
        return made

    return filled


def test_filters_by_words_in_titles(window: MainWindow, panel: OutlinePanel) -> None:
    panel.filter.setText("FOUTEN wörden")
    panel.apply_filter()
    assert shown(panel) == ["Fouten worden gezien"]
    node_operations.add(window.session, "note", "Fouten worden gemeld", (0, 0))
    panel.apply_filter()
    assert shown(panel) == ["Fouten worden gezien", "Fouten worden gemeld"]
    panel.filter.clear()
    panel.apply_filter()
    assert len(shown(panel)) == len(window.session.view.nodes)


def test_down_goes_from_the_filter_to_the_tree(window: MainWindow, panel: OutlinePanel) -> None:
    panel.filter.setFocus()
    QTest.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()


def test_unfolds_along_relations(window: MainWindow, panel: OutlinePanel) -> None:
    relations = panel.relations
    window.session.select((A,))
    (row,) = [relations.topLevelItem(place) for place in range(relations.topLevelItemCount())]
    assert row is not None
    assert row.text(0) == "neemt in: Vergelijken mag niet"
    relations.expandItem(row)
    assert row.childCount() == 0, "the way back is not told"
    window.session.select(())
    assert relations.topLevelItemCount() == 0


def test_enter_goes_to_the_item_at_the_other_end(window: MainWindow, panel: OutlinePanel) -> None:
    window.session.select((A,))
    row = panel.relations.topLevelItem(0)
    assert row is not None
    panel.relations.setCurrentItem(row)
    QTest.keyClick(panel.relations, Qt.Key.Key_Return)
    assert window.session.selection == (P,)


def test_relations_follow_what_changes(window: MainWindow, panel: OutlinePanel) -> None:
    window.session.select((A,))
    node_operations.rename(window.session, P, "Vergelijken mag")
    row = panel.relations.topLevelItem(0)
    assert row is not None
    assert row.text(0) == "neemt in: Vergelijken mag"
    node_operations.remove(window.session, [P])
    assert panel.relations.topLevelItemCount() == 0
    assert isinstance(panel.relations, RelationTree)


def test_a_group_gets_and_loses_labels_in_one_step(window: MainWindow, menu: Callable[[], QMenu]) -> None:
    window.session.select((A, P))
    node_operations.change_tags(window.session, (A, P), (), ("overleg",))
    tags = entry(menu(), "Labels").menu()
    assert isinstance(tags, QMenu)
    remove = entry(tags, "Label weghalen").menu()
    assert isinstance(remove, QMenu)
    entry(remove, "overleg").trigger()
    assert not window.session.graph.nodes[A].tags
    trigger(window, "visibility-private")
    assert {window.session.graph.nodes[one].visibility for one in (A, P)} == {"private"}
    window.session.undo()
    assert {window.session.graph.nodes[one].visibility for one in (A, P)} == {"analysis"}


def test_items_move_to_another_map_in_one_step(window: MainWindow, menu: Callable[[], QMenu]) -> None:
    first = window.session.map_id
    map_operations.add(window.session, "Tweede")
    second = window.session.map_id
    window.session.look_at_map(first)
    window.session.select((A, P))
    elsewhere = entry(menu(), "Naar een andere kaart").menu()
    assert isinstance(elsewhere, QMenu)
    entry(elsewhere, "Tweede").trigger()
    assert set(window.session.graph.on_map(second)) == {A, P}
    assert A not in window.session.graph.on_map(first)
    window.session.undo()
    assert A in window.session.graph.on_map(first)
    assert not window.session.graph.on_map(second)


def test_a_duplicate_is_selected(window: MainWindow, panel: OutlinePanel) -> None:
    window.session.select((P,))
    trigger(window, "duplicate")
    (copy,) = window.session.selection
    assert window.session.graph.nodes[copy].title == "Vergelijken mag niet (kopie)"


def test_dropping_items_on_another_asks_how_they_are_joined(window: MainWindow, panel: OutlinePanel) -> None:
    window.session.select((B, P))
    window.session.select((A, B))
    ways = panel._common_ways((A, B), F)
    assert {way.relation for way in ways} >= {"claims", "accepts", "disputes"}
    (accepts,) = [way for way in ways if way.relation == "accepts"]
    assert panel.join((A, B), accepts, F)
    assert {EdgeKey(one, "accepts", F) for one in (A, B)} <= window.session.graph.edges.keys()
    window.session.undo()
    assert EdgeKey(A, "accepts", F) not in window.session.graph.edges


def test_a_drop_from_elsewhere_is_nothing(window: MainWindow, panel: OutlinePanel) -> None:
    dropped: list[str] = []
    panel.tree.dropped.connect(lambda node, _at: dropped.append(node))
    event = QDropEvent(
        QPointF(5, 30), Qt.DropAction.LinkAction, QMimeData(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.tree.dropEvent(event)
    assert not dropped


def test_the_question_how_to_join_names_the_ways(window: MainWindow, panel: OutlinePanel) -> None:
    window.session.select((A,))
    panel._ask_relation(F, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "erkent: Het zijn er 60.000" in [action.text() for action in menu.actions()]
    entry(menu, "erkent: Het zijn er 60.000").trigger()
    menu.close()
    assert EdgeKey(A, "accepts", F) in window.session.graph.edges
