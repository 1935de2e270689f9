"""The table as an item model: true to the rules of Qt, and after any edit the same as one that is made anew."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gvkaart.domain.batch import ON_MAP, NewNode, Part, Target, Wish
from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import KINDS
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import several
from gvkaart.ui.session import Session
from gvkaart.ui.tables.columns import EVERY_KIND, FINDINGS, STATUS, columns_of
from gvkaart.ui.tables.model import TableModel

A, B, F, P = (NodeId(one) for one in "abfp")
_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(window: MainWindow) -> TableModel:
    return TableModel(window.session, window.checker, window)


def contents(model: TableModel) -> dict[str, tuple[str, ...]]:
    """What every row shows, by its item."""
    columns = range(model.columnCount())
    return {
        node_id: tuple(str(model.index(row, column).data()) for column in columns)
        for row, node_id in enumerate(model.nodes)
    }


def at(model: TableModel, column_id: str) -> int:
    return [column.id for column in model.columns].index(column_id)


def titles(model: TableModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(len(model.nodes))]


# --- in step ----------------------------------------------------------------------------------------------------------


def _edit(session: Session, chance: random.Random, number: int) -> None:
    nodes = list(session.graph.nodes)
    some = chance.sample(nodes, min(len(nodes), 3))
    actors = [one for one in nodes if session.graph.nodes[one].kind == "actor"]
    positions = [one for one in nodes if session.graph.nodes[one].kind == "position"]
    match chance.choice(("add", "remove", "rename", "place", "off", "tags", "holders", "undo", "undo", "redo")):
        case "add":
            kind = chance.choice(("actor", "fact", "position"))
            node_operations.add(session, kind, f"{chance.choice('aeé')} {number}", (number, 0))
        case "remove" if some:
            node_operations.remove(session, some[:2])
        case "rename" if some:
            node_operations.rename(session, some[0], f"{chance.choice('xyz')} {number}")
        case "place":
            map_operations.place(session, some)
        case "off":
            map_operations.take_off(session, [one for one in some if one in session.view.placements])
        case "tags":
            several.set_for_all(session, some, Target(Part.ATTRIBUTE, "tags"), (chance.choice("pq"),))
        case "holders" if positions:
            held_by = tuple(chance.sample(actors, min(len(actors), 2)))
            several.change(session, [Wish(chance.choice(positions), Target(Part.INVERSE, "holds"), held_by)])
        case "redo":
            session.redo()
        case _:
            session.undo()


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", ["position", EVERY_KIND])
def test_after_random_edits_it_equals_a_fresh_one(window: MainWindow, seed: int, kind: str) -> None:
    model = TableModel(window.session, window.checker, window)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    chance = random.Random(seed)
    model.look_at(kind, whole_document=bool(seed % 2))
    model.sort(chance.randrange(3), chance.choice((_ASCENDING, _DESCENDING)))
    fresh = TableModel(window.session, window.checker)
    for number in range(40):
        _edit(window.session, chance, number)
        fresh.look_at(kind, whole_document=model.whole_document)
        assert contents(model) == contents(fresh)
    column, down = model._order.column, model._order.down
    order = _DESCENDING if down else _ASCENDING
    model.sort(model.columns.index(column), order)
    fresh.sort(model.columns.index(column), order)
    assert model.nodes == fresh.nodes
    assert tester.model() is model


def test_an_edit_leaves_the_rows_where_they_are(model: TableModel) -> None:
    assert model.nodes == [A, B]
    model.setData(model.index(0, 0), "Zzz")
    assert model.nodes == [A, B]
    model.sort(0)
    assert model.nodes == [B, A]


def test_what_comes_back_comes_back_in_its_place(model: TableModel) -> None:
    node_operations.remove(model.session, [A])
    assert model.nodes == [B]
    model.session.undo()
    assert model.nodes == [A, B]


def test_a_filtered_table_takes_in_what_fits_only(model: TableModel) -> None:
    model.search("gem")
    node_operations.add(model.session, "actor", "Ergens anders", (0, 0))
    assert model.nodes == [A]
    node_operations.rename(model.session, B, "Gemeenschap")
    assert set(model.nodes) == {A, B}


def test_very_many_rows_come_and_go(model: TableModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    added = several.add(model.session, [NewNode("actor", f"N {number}") for number in range(200)])
    assert len(model.nodes) == 202
    node_operations.remove(model.session, added[::2])
    assert len(model.nodes) == 102
    model.session.undo()
    assert titles(model)[-1] == "N 199"


# --- order and filter -------------------------------------------------------------------------------------------------


def test_the_order_is_that_of_a_dutch_dictionary_with_numbers_as_numbers(model: TableModel) -> None:
    for title in ("Artikel 10", "artikel 2", "Édam", "eend", "Zeeland"):
        node_operations.add(model.session, "actor", title, (0, 0))
    model.reload()
    assert titles(model) == ["artikel 2", "Artikel 10", "Édam", "eend", "Gemeente", "Ministerie", "Zeeland"]


@pytest.mark.parametrize(("order", "first"), [(_ASCENDING, A), (_DESCENDING, A)])
def test_empty_cells_come_last_either_way(model: TableModel, order: Qt.SortOrder, first: NodeId) -> None:
    model.sort(at(model, "placement.presence"), order)
    assert model.nodes[0] == first


def test_choices_sort_as_the_model_orders_them(model: TableModel) -> None:
    several.change(model.session, [Wish(B, Target(Part.PLACEMENT, "presence"), "facilitator")])
    model.sort(at(model, "placement.presence"), _ASCENDING)
    assert model.nodes == [A, B]
    model.sort(at(model, "placement.presence"), _DESCENDING)
    assert model.nodes == [B, A]


def test_the_cells_somebody_is_at_stay_with_their_items(model: TableModel) -> None:
    from PySide6.QtCore import QPersistentModelIndex

    here = QPersistentModelIndex(model.index(0, 0))
    new_row = QPersistentModelIndex(model.index(2, 0))
    model.sort(0, _DESCENDING)
    assert (here.row(), new_row.row()) == (1, 2)


@pytest.mark.parametrize(
    ("text", "found"), [("", [A, B]), ("GEM", [A]), ("ministerié", [B]), ("gem tafel", [A]), ("gem niets", [])]
)
def test_all_words_must_be_found_whatever_their_case_and_accents(
    model: TableModel, text: str, found: list[NodeId]
) -> None:
    model.search(text)
    assert model.nodes == found


def test_only_columns_that_are_searched_count(model: TableModel) -> None:
    model.search_in(model.columns[:1])
    model.search("tafel")
    assert model.nodes == []
    model.search_in(model.columns[:2])
    assert model.nodes == [A]


@pytest.mark.parametrize(("text", "found"), [("aan", [A]), ("=", [B]), ("x", []), ("", [A, B])])
def test_a_column_filters_by_itself_and_finds_what_is_empty(model: TableModel, text: str, found: list[NodeId]) -> None:
    model.search_column(model.columns[at(model, "placement.presence")], text)
    assert model.nodes == found
    assert model.is_filtered == bool(text)


def test_the_whole_document_has_what_stands_on_no_map(model: TableModel) -> None:
    map_operations.take_off(model.session, [A])
    assert model.nodes == [B]
    model.look_at("actor", whole_document=True)
    assert model.nodes == [A, B]
    assert not model.can_edit(0, at(model, "placement.presence"))
    several.change(model.session, [Wish(A, ON_MAP, True)])
    assert model.can_edit(0, at(model, "placement.presence"))


def test_another_map_is_another_table(model: TableModel) -> None:
    map_operations.add(model.session, "Leeg")
    assert model.nodes == []
    model.session.undo()
    assert model.nodes == [A, B]


# --- cells ------------------------------------------------------------------------------------------------------------


def test_every_field_and_relation_of_every_kind_has_a_column_with_a_heading(model: TableModel) -> None:
    for kind in (EVERY_KIND, *KINDS):
        headings = [model.reader.heading(column) for column in columns_of(kind)]
        assert all(heading[0].isupper() for heading in headings), kind
        ids = [column.id for column in columns_of(kind)]
        assert len(set(ids)) == len(ids)
        if kind:
            assert {f"field.{field.id}" for field in KINDS[kind].fields} <= set(ids)


def test_relations_status_and_findings_are_told_in_words(window: MainWindow, qtbot: QtBot, model: TableModel) -> None:
    model.look_at("position", whole_document=False)
    assert model.index(0, at(model, "inverse.holds")).data() == "Gemeente"
    node_operations.rename(model.session, A, "Stad")
    assert model.index(0, at(model, "inverse.holds")).data() == "Stad"
    model.look_at("fact", whole_document=False)
    assert model.index(0, at(model, STATUS)).data() == "Van één kant"
    qtbot.waitUntil(lambda: not window.checker.busy)
    counted = sum(F in finding.evidence for finding in window.checker.findings if finding.set_aside is None)
    assert model.index(0, at(model, FINDINGS)).data() == (str(counted) if counted else "")


@pytest.mark.parametrize("column_id", [STATUS, FINDINGS])
def test_what_the_program_works_out_cannot_be_edited(model: TableModel, column_id: str) -> None:
    model.look_at("fact", whole_document=False)
    index = model.index(0, at(model, column_id))
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "x")


def test_a_title_cannot_be_emptied_and_a_wrong_value_is_refused(model: TableModel) -> None:
    assert not model.setData(model.index(0, 0), None)
    assert not model.setData(model.index(0, at(model, "field.type")), "ridder")
    assert model.session.undo_step is None


def test_the_last_row_makes_a_new_item_and_stays_the_last(model: TableModel) -> None:
    last = model.index(2, 0)
    assert last.data() == "Nieuw…"
    assert not model.setData(last, "  ")
    assert model.setData(last, "Aarde")
    assert titles(model) == ["Gemeente", "Ministerie", "Aarde"]
    assert model.index(3, 0).data() == "Nieuw…"
    assert not model.flags(model.index(3, 1)) & Qt.ItemFlag.ItemIsEditable


def test_among_all_kinds_there_is_no_row_for_a_new_one(model: TableModel) -> None:
    model.look_at(EVERY_KIND, whole_document=False)
    assert model.rowCount() == len(model.nodes) == len(model.session.view.nodes)
    assert model.index(0, 1).data() in {model.session.words.term(f"kind.{kind}") for kind in KINDS}


def test_a_hostile_text_stays_text_in_a_tip(model: TableModel) -> None:
    model.setData(model.index(0, 0), "<img src=x>")
    assert "&lt;img" in str(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
