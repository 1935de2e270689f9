"""A selected relation has a page of its own, wherever it was selected; joining goes through the panel that builds."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gvkaart.domain import edits
from gvkaart.domain.entities import EdgeKey, NodeId, RoundId
from gvkaart.domain.operations import Op
from gvkaart.picture.case import edge_name
from gvkaart.ui.inspector.editors import ComboEditor, LineEditor, TextEditor
from gvkaart.ui.inspector.node_page import NodePage
from gvkaart.ui.inspector.relation_page import RelationPage
from gvkaart.ui.inspector.relation_row import RelationRow
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.outline_panel import OutlinePanel
from gvkaart.ui.relation_walk import following
from gvkaart.ui.wrapping_button import WrappingButton
from tests.case import case, node
from tests.ui.conftest import child, settle, trigger

A, B, F, P, C = (NodeId(one) for one in "abfpc")
HOLDS, CLAIMS = EdgeKey(A, "holds", P), EdgeKey(B, "claims", F)


@pytest.fixture
def page(window: MainWindow) -> RelationPage:
    window.session.select_edge(HOLDS)
    return page_of(window)


def page_of(window: MainWindow) -> RelationPage:
    page = window.inspector.page
    assert isinstance(page, RelationPage)
    return page


def choose(editor: ComboEditor, words: str) -> None:
    at = editor.combo.findText(words)
    assert at >= 0, words
    editor.combo.setCurrentIndex(at)
    editor.combo.activated.emit(at)
    QApplication.processEvents()


def choices(editor: ComboEditor) -> list[str]:
    return [editor.combo.itemText(row) for row in range(editor.combo.count())]


# --- the page ---


def test_the_ends_are_named_and_lead_to_the_items(window: MainWindow, page: RelationPage) -> None:
    assert [child(page, WrappingButton, name).text() for name in ("source", "target")] == [
        "Gemeente",
        "Vergelijken mag niet",
    ]
    child(page, WrappingButton, "target").click()
    assert (window.session.selection, window.session.edge) == ((P,), None)
    assert isinstance(window.inspector.page, NodePage)


def test_fields_are_kept_and_another_beginning_keeps_the_page(window: MainWindow, page: RelationPage) -> None:
    choose(child(page, ComboEditor, "field-from"), "Ronde 1")
    moved = HOLDS._replace(from_round=RoundId("r2"))
    assert (window.session.edge, page.key, window.inspector.page) == (moved, moved, page)
    note = child(page, TextEditor, "field-note")
    note.box.setPlainText("in de gang gezegd")
    note.commit()
    choose(child(page, ComboEditor, "visibility"), "Gedeeld")
    edge = window.session.graph.edges[moved]
    assert (edge.fields["note"], edge.visibility) == ("in de gang gezegd", "shared")
    for _ in range(3):
        window.session.undo()
    assert window.session.edge == HOLDS, "what is selected follows what is undone"
    assert page_of(window).key == HOLDS


def test_another_relation_may_join_the_two(window: MainWindow) -> None:
    session = window.session
    session.select_edge(CLAIMS)
    page = page_of(window)
    way = child(page, ComboEditor, "way")
    assert {"stelt", "betwist", "hangt samen met"} <= set(choices(way))
    choose(way, "betwist")
    disputes = EdgeKey(B, "disputes", F)
    assert (session.edge, page.key) == (disputes, disputes)
    assert set(session.graph.edges) == {HOLDS, disputes}
    choose(way, "hangt samen met")
    assert page._form.isVisible(), "each relation has fields of its own"
    assert page._form.findChild(LineEditor, "field-label") is not None
    assert page.findChild(ComboEditor, "field-from") is not None, "a relation of an actor has rounds"
    session.undo()
    session.undo()
    assert page_of(window).key == CLAIMS


def test_a_relation_that_would_lose_something_stays(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    related = EdgeKey(B, "related", F)
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, B, "related", F))
    session.attempt(Op.EDIT_RELATION, lambda: edits.set_edge_field(session.graph, related, "label", "buren"))
    session.select_edge(related)
    way = child(page_of(window), ComboEditor, "way")
    assert "stelt" not in choices(way), "it is there already"
    with qtbot.waitSignal(session.problem) as said:
        choose(way, "betwist")
    assert "betwist" in said.args[0]
    assert (session.edge, way.combo.currentText()) == (related, "hangt samen met")


def test_a_relation_between_equals_can_be_turned(window: MainWindow) -> None:
    session = window.session
    session.attempt(Op.ADD_NODE, lambda: edits.add_node(session.graph, "concept", "Melding", now=1))
    other = NodeId("melding")
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, C, "broad_match", other))
    session.select_edge(EdgeKey(C, "broad_match", other))
    choose(child(page_of(window), ComboEditor, "way"), "heeft als enger begrip")
    turned = {EdgeKey(other, "broad_match", C), EdgeKey(C, "narrow_match", other)}
    assert session.edge in turned
    assert child(page_of(window), ComboEditor, "way").combo.currentText() in {
        "heeft als ruimer begrip",
        "heeft als enger begrip",
    }
    session.undo()
    assert session.edge == EdgeKey(C, "broad_match", other)
    trigger(window, "reverse-relation")
    assert session.edge == EdgeKey(other, "broad_match", C)
    assert child(page_of(window), WrappingButton, "source").text() == "Melding"


def test_a_relation_is_removed_from_its_page_and_with_delete(window: MainWindow, page: RelationPage) -> None:
    child(page, QPushButton, "remove-relation").click()
    assert HOLDS not in window.session.graph.edges
    assert window.session.edge is None
    assert not isinstance(window.inspector.page, RelationPage)
    window.session.select_edge(CLAIMS)
    trigger(window, "remove")
    assert CLAIMS not in window.session.graph.edges
    window.session.undo()
    window.session.undo()
    assert {HOLDS, CLAIMS} <= set(window.session.graph.edges)


# --- from everywhere ---


def test_the_map_and_the_window_select_the_same_relation(window: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot, window)
    canvas, session = window.map_view.canvas, window.session
    key = edge_name(session.graph.edges[HOLDS])
    canvas.select(frozenset({key}))
    assert session.edge == HOLDS
    session.select_edge(CLAIMS)
    window.map_view.catch_up()
    assert canvas.selection == {edge_name(session.graph.edges[CLAIMS])}
    session.select(())
    window.map_view.catch_up()
    assert canvas.selection == frozenset()
    session.select((A,))
    window.map_view.catch_up()
    assert canvas.selection == {"a"}


def test_the_tree_of_relations_leads_to_a_relation(window: MainWindow) -> None:
    window.session.select((A,))
    panel = window.panels.content("outline")
    assert isinstance(panel, OutlinePanel)
    tree = panel.relations
    first = tree.topLevelItem(0)
    assert first is not None
    tree.setCurrentItem(first)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert window.session.edge == HOLDS
    assert not tree.isHidden()
    first = tree.topLevelItem(0)
    assert first is not None
    assert first.text(0).endswith("Vergelijken mag niet"), "the tree stays where one is"
    tree.setCurrentItem(first)
    tree.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = child(tree, QMenu, "relation-menu")
    menu.actions()[0].trigger()
    menu.close()
    assert window.session.selection == (P,)


def test_an_unfolded_row_leads_to_the_page(window: MainWindow) -> None:
    window.session.select((A,))
    row = child(window.inspector.page, RelationRow, "relation-row")
    child(row, QToolButton, "unfold").click()
    child(row, QPushButton, "relation-apart").click()
    assert page_of(window).key == HOLDS


def test_relations_are_gone_along_by_key(window: MainWindow) -> None:
    session = window.session
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, A, "accepts", F))
    session.select((A,))
    seen = []
    for _ in range(3):
        trigger(window, "next-relation")
        assert session.edge is not None
        seen.append(session.edge.relation)
    assert seen == ["holds", "accepts", "holds"]
    trigger(window, "relation-fields")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page_of(window).isAncestorOf(focused)
    session.select_edge(CLAIMS)
    trigger(window, "next-relation")
    assert session.edge == CLAIMS, "another item, that has only this one"


def test_an_item_without_relations_has_none_to_go_along() -> None:
    assert following(case(node("actor", "a")), A, None) is None


# --- joining ---


def test_one_item_is_joined_in_the_panel(window: MainWindow) -> None:
    window.session.select((A,))
    child(window.inspector.page, QPushButton, "add-relation").click()
    panel = window.builder.panel
    assert panel.isVisible()
    assert panel._title.text() == "Wat hangt hieraan?"
    QTest.keyClicks(panel._choices.line, "betwist feit")
    QTest.keyClick(panel._choices.line, Qt.Key.Key_Return)
    QTest.keyClicks(panel._choices.line, "het zijn er 60.000")
    QTest.keyClick(panel._choices.line, Qt.Key.Key_Return)
    assert EdgeKey(A, "disputes", F) in window.session.graph.edges


def test_two_items_are_joined_in_the_panel(window: MainWindow) -> None:
    session = window.session
    session.select((B, P))
    trigger(window, "connect")
    panel = window.builder.panel
    assert panel._title.text() == "Wat verbindt deze twee?"
    QTest.keyClicks(panel._choices.line, "qqq")
    assert "kan hier niet" in panel._help.text()
    QTest.keyClick(panel._choices.line, Qt.Key.Key_Return)
    panel._choices.line.clear()
    QTest.keyClicks(panel._choices.line, "neemt in")
    QTest.keyClick(panel._choices.line, Qt.Key.Key_Return)
    assert session.edge == EdgeKey(B, "holds", P)
    assert not panel.isVisible()
    session.select((B, P))
    trigger(window, "connect")
    QTest.keyClicks(panel._choices.line, "neemt in")
    QTest.keyClick(panel._choices.line, Qt.Key.Key_Return)
    assert panel.isVisible(), "what is there already is not offered"
    session.attempt(Op.REMOVE, lambda: edits.remove_nodes(session.graph, [P]))
    assert "kan hier niet" in panel._help.text()
    session.select((A, B, F))
    assert not window.commands["connect"].isEnabled()
