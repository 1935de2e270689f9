"""The outline: a true item model, in step with the document whatever happens."""

import random

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.outline import NODE_ROLE, OutlineModel
from tests.ui.conftest import trigger

A = NodeId("a")


def shown(model: OutlineModel) -> dict[str, str]:
    """The titles by node, as the tree shows them."""
    kinds = [model.index(row, 0) for row in range(model.rowCount())]
    rows = [model.index(row, 0, kind) for kind in kinds for row in range(model.rowCount(kind))]
    return {str(row.data(NODE_ROLE)): str(row.data(Qt.ItemDataRole.EditRole)) for row in rows}


def expected(window: MainWindow) -> dict[str, str]:
    return {node.id: node.title for node in window.session.view.nodes.values()}


def test_keeps_the_rules_of_qt_through_random_edits(window: MainWindow) -> None:
    model = window.outline._model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    chance = random.Random(7)
    for number in range(60):
        nodes = list(window.session.graph.nodes)
        match chance.choice(("add", "remove", "rename", "undo", "redo")):
            case "add":
                kind = chance.choice(("actor", "note", "concept"))
                node_operations.add(window.session, kind, f"{chance.choice('abc')} {number}", (number * 300, 0))
            case "remove" if nodes:
                node_operations.remove(window.session, chance.sample(nodes, min(len(nodes), 2)))
            case "rename" if nodes:
                node_operations.rename(window.session, chance.choice(nodes), f"{chance.choice('xyz')} {number}")
            case "undo":
                window.session.undo()
            case _:
                window.session.redo()
        assert shown(model) == expected(window)
    assert tester.model() is model


def test_selection_goes_both_ways(window: MainWindow) -> None:
    index = window.outline._model.index_of(A)
    window.outline.setCurrentIndex(index)
    assert window.session.selection == (A,)
    window.session.select((NodeId("p"),))
    assert [one.data(NODE_ROLE) for one in window.outline.selectedIndexes()] == ["p"]


def test_renaming_keeps_the_selection_and_what_is_unfolded(window: MainWindow) -> None:
    window.session.select((A,))
    parent = window.outline._model.index_of(A).parent()
    assert window.outline.isExpanded(parent)
    node_operations.rename(window.session, A, "Zzz")
    assert window.session.selection == (A,)
    assert window.outline.isExpanded(window.outline._model.index_of(A).parent())
    trigger(window, "undo")
    assert window.session.selection == (A,)


def test_a_kind_that_is_new_on_the_map_leaves_the_others_unfolded(window: MainWindow) -> None:
    window.session.select((A,))
    node_operations.add(window.session, "note", "Los idee", (900, 0))
    assert window.outline.isExpanded(window.outline._model.index_of(A).parent())
    assert shown(window.outline._model) == expected(window)


def test_empty_title_is_refused_and_the_old_one_stays(window: MainWindow) -> None:
    model = window.outline._model
    model.setData(model.index_of(A), "   ")
    assert window.session.graph.nodes[A].title in {"Gemeente", ""}
    assert shown(model) == expected(window)


def test_kinds_cannot_be_edited(window: MainWindow) -> None:
    model = window.outline._model
    kind = model.index(0, 0)
    assert not model.flags(kind) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(kind, "x")
    assert model.data(QModelIndex()) is None


def test_what_falls_is_marked_as_on_the_map_and_no_longer_when_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    argument = node_operations.add(window.session, "argument", "Het mag al", (0, 0))
    assert argument is not None
    relation_operations.connect(window.session, argument, "undermines", NodeId("p"))
    row = window.outline._model.index_of(NodeId("p"))
    word = window.session.words.text("picture.mark.falls")
    qtbot.waitUntil(lambda: row.data() == f"Vergelijken mag niet · {word}")
    window.session.undo()
    qtbot.waitUntil(lambda: row.data() == "Vergelijken mag niet")
