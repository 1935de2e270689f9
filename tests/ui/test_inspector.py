"""The inspector on a real document: what is typed is kept, what changes is shown, and nobody loses the cursor."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import EdgeKey, MapId, Node, NodeId, PlacementKey, RoundId
from gvkaart.domain.metamodel import KINDS, PLACEMENT_FIELDS
from gvkaart.domain.operations import Op
from gvkaart.store import Document
from gvkaart.ui.inspector import Inspector
from gvkaart.ui.inspector.editors import (
    ComboEditor,
    DateEditor,
    Editor,
    LineEditor,
    ListEditor,
    TextEditor,
    TitleEditor,
)
from gvkaart.ui.inspector.node_picker import NodeEditor, NodeLine, NodesEditor
from gvkaart.ui.inspector.relation_row import RelationRow
from gvkaart.ui.opened import Opened
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session
from gvkaart.words import load_words
from tests.case import MAP, case, edge, node

A, B, P, F, C, E, ACTION = (NodeId(one) for one in ("a", "b", "p", "f", "c", "e", "action"))
R1, R2 = RoundId("r1"), RoundId("r2")
HOLDS = EdgeKey(A, "holds", P)
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a list that unfolds, no screen
W = TypeVar("W", bound=QWidget)
NOW = 1_700_000_000_000


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    graph = case(
        node("actor", "a", "Gemeente", presence="at_table"),
        node("actor", "b", "Ministerie"),
        node("position", "p", "Vergelijken mag niet"),
        node("fact", "f", "Het zijn er 60.000"),
        node("concept", "c", "in beeld"),
        node("event", "e", "Overleg"),
        node("action", "action", "Uitzoeken"),
        edge("a holds p", reported_by="b"),
        "b claims f",
        *(node(kind, f"one-{kind.replace('_', '-')}") for kind in KINDS),
    )
    document = Document.create(None, tmp_path / "data", lambda: NOW)
    document.apply(Op.IMPORT, ChangeSet(tuple(Change(None, entity) for entity in graph.entities())))
    made = Session(Opened(document), load_words("nl"))
    yield made
    document.discard_unpublished()


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> Inspector:
    made = Inspector(session)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def problems(session: Session) -> list[str]:
    said: list[str] = []
    session.problem.connect(said.append)
    return said


def page(inspector: Inspector) -> QWidget:
    return inspector.page


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def popup_of(line: NodeLine) -> QWidget:
    popup = line.completer().popup()
    assert popup is not None
    return popup


def inner(editor: Editor) -> QWidget:
    widget = editor.focusProxy()
    assert widget is not None
    return widget


def find(inspector: Inspector, kind: type[W], name: str) -> W:
    found = page(inspector).findChild(kind, name)
    assert found is not None, name
    return found


def field(session: Session, node_id: NodeId, name: str) -> object:
    return session.graph.nodes[node_id].fields.get(name)


def row_of(inspector: Inspector, key: EdgeKey) -> RelationRow:
    return next(row for row in page(inspector).findChildren(RelationRow) if row.key == key)


def row_exists(inspector: Inspector, key: EdgeKey) -> bool:
    QApplication.processEvents()  # a layout shows new widgets a moment later
    return any(row.key == key and row.isVisible() for row in page(inspector).findChildren(RelationRow))


def unfold(inspector: Inspector, key: EdgeKey) -> RelationRow:
    row = row_of(inspector, key)
    button = row.findChild(QToolButton, "unfold")
    assert button is not None
    button.click()
    return row


def choose(editor: ComboEditor, words: str) -> None:
    at = editor.combo.findText(words)
    assert at >= 0, words
    editor.combo.setCurrentIndex(at)
    editor.combo.activated.emit(at)


# --- every field ---


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_can_be_edited(session: Session, inspector: Inspector, kind: str) -> None:
    session.select([NodeId(f"one-{kind.replace('_', '-')}")])
    fields = [*KINDS[kind].fields, *(PLACEMENT_FIELDS if kind == "actor" else ())]
    for described in fields:
        editor = find(inspector, Editor, f"field-{described.id}")
        assert editor.accessibleName()
        assert inner(editor).accessibleName() or inner(editor).accessibleDescription()
    for name in ("title", "text", "tags", "visibility", "origin"):
        assert find(inspector, Editor, name).accessibleName()


def test_a_line_is_kept_on_enter(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([A])
    line = find(inspector, LineEditor, "field-alias").line
    QTest.keyClicks(line, " de gemeente ")
    assert field(session, A, "alias") is None
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field(session, A, "alias") == "de gemeente"


def test_a_text_is_kept_when_the_field_is_left(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([P])
    box = find(inspector, TextEditor, "field-limit").box
    box.setFocus()
    QTest.keyClicks(box, "tot hier")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert not box.hasFocus()
    assert field(session, P, "limit") == "tot hier"


def test_a_text_is_kept_after_a_pause(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([P])
    editor = find(inspector, TextEditor, "text")
    editor._pause.setInterval(0)
    QTest.keyClicks(editor.box, "Omdat")
    qtbot.waitUntil(lambda: session.graph.nodes[P].text == "Omdat")


def test_what_is_pending_is_kept_when_another_item_is_selected(
    session: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    session.select([P])
    QTest.keyClicks(find(inspector, TitleEditor, "title").box, "Toch: ")
    session.select([F])
    assert session.graph.nodes[P].title == "Toch: Vergelijken mag niet"


def test_undo_keeps_what_is_pending_and_takes_that_back(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.attempt(Op.RENAME, lambda: edits.rename(session.graph, A, "Stad", now=NOW))
    session.select([P])
    box = find(inspector, TitleEditor, "title").box
    box.setFocus()
    QTest.keyClicks(box, "Toch: ")
    session.undo()
    assert session.graph.nodes[P].title == "Vergelijken mag niet"
    assert box.toPlainText() == "Vergelijken mag niet"
    session.redo()
    assert box.toPlainText() == "Toch: Vergelijken mag niet"


def test_the_window_that_hides_the_inspector_loses_nothing(
    session: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    session.select([P])
    QTest.keyClicks(find(inspector, TitleEditor, "title").box, "X")
    inspector.hide()
    assert session.graph.nodes[P].title.startswith("X")


def test_a_title_has_no_line_breaks(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([P])
    box = find(inspector, TitleEditor, "title").box
    box.selectAll()
    QTest.keyClicks(box, "Kort")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert session.graph.nodes[P].title == "Kort"
    assert box.toPlainText() == "Kort"


def test_a_choice_is_made_in_words_and_can_be_emptied(session: Session, inspector: Inspector) -> None:
    session.select([A])
    editor = find(inspector, ComboEditor, "field-type")
    choose(editor, "Gemeente")
    assert field(session, A, "type") == "municipality"
    choose(editor, "")
    assert field(session, A, "type") is None


def test_yes_no_and_not_filled_in_are_three_things(session: Session, inspector: Inspector) -> None:
    option = NodeId("one-option")
    session.select([option])
    editor = find(inspector, ComboEditor, "field-no_deal")
    for words, value in (("Nee", False), ("Ja", True), ("", None)):
        choose(editor, words)
        assert field(session, option, "no_deal") is value


def test_a_list_has_one_entry_on_each_line(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([C])
    editor = find(inspector, ListEditor, "field-criteria")
    editor.box.setPlainText("heeft een huis\n\n heeft schuld \n")
    editor.commit()
    assert field(session, C, "criteria") == ("heeft een huis", "heeft schuld")


def test_a_wrong_date_is_explained_in_place_and_kept_out(
    session: Session, inspector: Inspector, qtbot: QtBot, problems: list[str]
) -> None:
    session.select([ACTION])
    editor = find(inspector, DateEditor, "field-due")
    QTest.keyClicks(editor.line, "gauw")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    complaint = editor.findChild(QLabel, "complaint")
    assert complaint is not None
    assert complaint.isVisible()
    assert problems == []
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "2026-05")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert not complaint.isVisible()
    assert field(session, ACTION, "due") == "2026-05"


def test_a_wrong_date_that_is_left_behind_is_named_in_a_sentence(
    session: Session, inspector: Inspector, qtbot: QtBot, problems: list[str]
) -> None:
    session.select([ACTION])
    QTest.keyClicks(find(inspector, DateEditor, "field-due").line, "gauw")
    session.select([A])
    assert len(problems) == 1
    assert "'gauw'" in problems[0]


def test_an_item_is_named_by_part_of_its_title(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([F])
    editor = find(inspector, NodeEditor, "field-settle_by")
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "MINIST")
    assert editor.line.completer().completionCount() == 1
    popup = popup_of(editor.line)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field(session, F, "settle_by") == "b"
    editor.line.clear()
    editor.line.textEdited.emit("")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert field(session, F, "settle_by") is None


def test_only_items_of_the_allowed_kinds_are_offered(session: Session, inspector: Inspector) -> None:
    session.select([F])
    editor = find(inspector, NodeEditor, "field-settle_by")
    editor.line.offer_again()
    assert {one.kind for one in editor.line._nodes} == {"actor"}


def test_several_items_are_added_and_taken_away(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([E])
    editor = find(inspector, NodesEditor, "field-confirmed_by")
    for title in ("Gemeente", "ministerie"):
        editor.line.setFocus()
        editor.line.offer_again()
        QTest.keyClicks(editor.line, title)
        editor.line.returnPressed.emit()
    assert field(session, E, "confirmed_by") == ("a", "b")
    editor.findChildren(QToolButton)[0].click()
    assert field(session, E, "confirmed_by") == ("b",)


def test_public_values_stand_under_their_category(session: Session, inspector: Inspector) -> None:
    interest = NodeId("one-interest")
    session.select([interest])
    editor = find(inspector, ComboEditor, "field-value")
    value = next(iter(session.catalogue))
    choose(editor, value.name)
    assert field(session, interest, "value") == value.id
    headings = [one for one in editor._options if one.value is None]
    assert [one.words for one in headings] == [
        name for key, name in session.catalogue.categories.items() if session.catalogue.by_category[key]
    ]


def test_a_value_that_the_catalogue_does_not_know_is_shown_and_stays(session: Session, inspector: Inspector) -> None:
    interest = NodeId("one-interest")
    node_operations.set_field(session, interest, "value", "uit-een-later-programma")
    session.select([interest])
    editor = find(inspector, ComboEditor, "field-value")
    assert editor.combo.currentText() == "uit-een-later-programma"
    session.select([A])
    assert field(session, interest, "value") == "uit-een-later-programma"


def test_presence_belongs_to_actors_on_the_map(session: Session, inspector: Inspector) -> None:
    session.select([P])
    assert page(inspector).findChild(Editor, "field-presence") is None
    session.select([A])
    choose(find(inspector, ComboEditor, "field-presence"), "Geraadpleegd")
    assert session.graph.placements[PlacementKey(MAP, A)].fields == {"presence": "consulted"}
    session.attempt(Op.TAKE_OFF_MAP, lambda: map_edits.take_off_map(session.graph, MAP, [A]))
    assert page(inspector).findChild(Editor, "field-presence") is None


def test_a_name_that_nobody_has_is_explained_and_never_lost_in_silence(
    session: Session, inspector: Inspector, qtbot: QtBot, problems: list[str]
) -> None:
    for node_id, name in ((F, "field-settle_by"), (E, "field-confirmed_by")):
        session.select([node_id])
        editor = find(inspector, Editor, name)
        line = inner(editor)
        QTest.keyClicks(line, "Niemand")
        QTest.keyClick(line, Qt.Key.Key_Return)
        complaint = editor.findChild(QLabel, "complaint")
        assert complaint is not None
        assert complaint.isVisible()
        assert problems == []
        session.select([A])
        assert "'Niemand'" in problems.pop()


def test_what_every_item_has_is_edited(session: Session, inspector: Inspector) -> None:
    session.select([P])
    for name, typed in (("text", "**dik**"), ("tags", "een\ntwee")):
        editor = find(inspector, TextEditor, name)
        editor.box.setPlainText(typed)
    choose(find(inspector, ComboEditor, "visibility"), "Gedeeld")
    choose(find(inspector, ComboEditor, "origin"), "Eigen inschatting")
    inspector.commit()
    kept = session.graph.nodes[P]
    assert (kept.text, kept.tags, kept.visibility, kept.origin) == ("**dik**", ("een", "twee"), "shared", "own")


# --- following the document ---


def test_a_map_that_is_looked_at_takes_the_place_of_the_other(session: Session, inspector: Inspector) -> None:
    session.attempt(Op.ADD_MAP, lambda: map_edits.add_map(session.graph, "Tweede", "nl"))
    session.look_at_map(MapId("tweede"))
    assert find(inspector, TitleEditor, "map-title").box.toPlainText() == "Tweede"
    assert page(inspector).findChildren(LineEditor, "round-title") == []


def test_the_window_can_ask_for_the_title(session: Session, inspector: Inspector) -> None:
    inspector.begin_rename()
    session.select([P])
    inspector.begin_rename()
    box = find(inspector, TitleEditor, "title").box
    assert box.hasFocus()
    assert box.textCursor().selectedText() == "Vergelijken mag niet"


def test_news_about_another_item_leaves_what_is_typed_alone(
    session: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    session.select([P])
    box = find(inspector, TitleEditor, "title").box
    box.setFocus()
    QTest.keyClicks(box, "Toch: ")
    at = box.textCursor().position()
    session.attempt(Op.RENAME, lambda: edits.rename(session.graph, A, "Stad", now=NOW))
    assert box.toPlainText() == "Toch: Vergelijken mag niet"
    assert (box.textCursor().position(), box.hasFocus()) == (at, True)
    assert row_of(inspector, HOLDS)._go.text() == "Stad"


def test_what_is_kept_does_not_move_the_cursor(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([A])
    editor = find(inspector, LineEditor, "field-alias")
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "de stad ")
    editor.commit()
    assert field(session, A, "alias") == "de stad"
    assert (editor.line.text(), editor.line.cursorPosition()) == ("de stad ", 8)


def test_a_removed_item_is_no_longer_shown_and_nothing_is_handed_in_for_it(
    session: Session, inspector: Inspector, qtbot: QtBot, problems: list[str]
) -> None:
    session.select([P])
    box = find(inspector, TitleEditor, "title").box
    box.setFocus()
    QTest.keyClicks(box, "Te laat")
    session.attempt(Op.REMOVE, lambda: edits.remove_nodes(session.graph, [P]))
    assert page(inspector).objectName() == "map-page"
    assert problems == []


def test_another_round_is_looked_at(session: Session, inspector: Inspector) -> None:
    session.attempt(Op.EDIT_RELATION, lambda: edits.set_edge_rounds(session.graph, HOLDS, RoundId(""), R1))
    session.look_at_round(R1)
    session.select([A])
    marks = row_of(inspector, HOLDS)._marks
    assert "geldt niet" not in marks.text()
    session.look_at_round(R2)
    assert "geldt niet" in marks.text()


# --- relations ---


def test_relations_stand_in_words_in_both_directions(session: Session, inspector: Inspector) -> None:
    session.select([A])
    texts = [label.text() for label in page(inspector).findChildren(QLabel)]
    assert "neemt in" in texts
    assert "van horen zeggen, via Ministerie" in row_of(inspector, HOLDS)._marks.text()
    session.select([P])
    assert "ingenomen door" in [label.text() for label in page(inspector).findChildren(QLabel)]


def test_the_other_end_can_be_gone_to(session: Session, inspector: Inspector) -> None:
    session.select([A])
    row_of(inspector, HOLDS)._go.click()
    assert session.selection == (P,)


def test_a_relation_is_removed(session: Session, inspector: Inspector) -> None:
    session.select([A])
    button = row_of(inspector, HOLDS).findChild(QToolButton, "remove")
    assert button is not None
    button.setFocus()
    button.click()
    assert HOLDS not in session.graph.edges
    assert focused().isVisible()
    assert not row_exists(inspector, HOLDS)


def test_another_beginning_keeps_the_row_unfolded(session: Session, inspector: Inspector) -> None:
    session.select([A])
    row = unfold(inspector, HOLDS)
    begin = row.findChild(ComboEditor, "field-from")
    assert begin is not None
    choose(begin, "Ronde 1")
    moved = HOLDS._replace(from_round=R2)
    assert moved in session.graph.edges
    assert HOLDS not in session.graph.edges
    assert row.key == moved
    assert row.isVisible()
    assert "vanaf Ronde 1" in row._marks.text()
    assert row.findChild(ComboEditor, "field-until") is not None


def test_a_beginning_that_is_refused_leaves_the_row_as_it_was(
    session: Session, inspector: Inspector, problems: list[str]
) -> None:
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, A, "holds", P, from_round=R2))
    session.select([A])
    row = unfold(inspector, HOLDS)
    begin = row.findChild(ComboEditor, "field-from")
    assert begin is not None
    choose(begin, "Ronde 1")
    assert len(problems) == 1
    assert row.key == HOLDS
    assert HOLDS in session.graph.edges


def test_of_many_relations_the_first_are_shown_and_the_others_on_demand(session: Session, inspector: Inspector) -> None:
    source, others = NodeId("one-source"), [one for one in session.graph.nodes if one != "one-source"]
    for one in others:
        session.attempt(Op.CONNECT, partial(edits.connect, session.graph, one, "cites", source))
    session.select([source])
    assert len(page(inspector).findChildren(RelationRow)) < len(others)
    find(inspector, QPushButton, "more").click()
    assert {row.key.source for row in page(inspector).findChildren(RelationRow)} == set(others)


def test_fields_of_a_relation_are_edited(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    session.select([A])
    row = unfold(inspector, HOLDS)
    note = row.findChild(TextEditor, "field-note")
    confirmed, visibility = (row.findChild(ComboEditor, name) for name in ("field-confirmed", "visibility"))
    assert note is not None
    assert confirmed is not None
    assert visibility is not None
    choose(confirmed, "Ja")
    choose(visibility, "Alleen intern")
    QTest.keyClicks(note.box, "in de gang gezegd")
    session.select([P])
    kept = session.graph.edges[HOLDS]
    assert kept.fields == {"reported_by": "b", "confirmed": True, "note": "in de gang gezegd"}
    assert kept.visibility == "private"


def test_a_relation_not_from_an_actor_has_no_rounds(session: Session, inspector: Inspector) -> None:
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, P, "uses", C))
    session.select([P])
    row = unfold(inspector, EdgeKey(P, "uses", C))
    assert row.findChild(ComboEditor, "field-from") is None
    assert row.findChild(TextEditor, "field-note") is not None


# --- several, none ---


def test_several_items_are_changed_in_one_step(session: Session, inspector: Inspector) -> None:
    session.attempt(Op.EDIT, lambda: edits.set_visibility(session.graph, A, "private", now=NOW))
    session.attempt(Op.EDIT, lambda: edits.set_tags(session.graph, A, ["alleen-hier", "samen"], now=NOW))
    session.attempt(Op.EDIT, lambda: edits.set_tags(session.graph, P, ["samen"], now=NOW))
    before = session.graph
    session.select([A, P])
    assert find(inspector, QLabel, "names").text() == "· Gemeente\n· Vergelijken mag niet"
    visibility = find(inspector, ComboEditor, "visibility")
    assert visibility.combo.currentText() == "(verschillend)"
    choose(visibility, "Gedeeld")
    tags = find(inspector, ListEditor, "tags")
    assert tags.box.toPlainText() == "samen"
    tags.box.setPlainText("nieuw")
    session.select([])
    assert {session.graph.nodes[one].visibility for one in (A, P)} == {"shared"}
    assert session.graph.nodes[A].tags == ("alleen-hier", "nieuw")
    assert session.graph.nodes[P].tags == ("nieuw",)
    session.undo()
    session.undo()
    assert session.graph == before


def test_of_many_items_the_first_are_named(session: Session, inspector: Inspector) -> None:
    session.select(session.graph.nodes)
    assert find(inspector, QLabel, "names").text().endswith("en nog 14")
    choose(find(inspector, ComboEditor, "origin"), "Afgeleid")
    assert {one.origin for one in session.graph.nodes.values()} == {"inferred"}


def test_nothing_selected_shows_the_map(session: Session, inspector: Inspector, qtbot: QtBot) -> None:
    assert page(inspector).objectName() == "map-page"
    box = find(inspector, TitleEditor, "map-title").box
    box.selectAll()
    QTest.keyClicks(box, "Laatsignalering")
    QTest.keyClicks(find(inspector, DateEditor, "field-ends").line, "2027")
    choose(find(inspector, ComboEditor, "field-current"), "Ronde 1")
    session.select([A])
    assert session.graph.maps[MAP].title == "Laatsignalering"
    assert session.graph.maps[MAP].fields == {"ends": "2027", "current": "r2"}


def test_rounds_are_added_renamed_and_removed(
    session: Session, inspector: Inspector, qtbot: QtBot, problems: list[str]
) -> None:
    line = find(inspector, QWidget, "new-round")
    QTest.keyClicks(line, "Na afloop")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [one.title for one in session.graph.rounds_of(MAP)][-1] == "Na afloop"
    titles = page(inspector).findChildren(LineEditor, "round-title")
    titles[-1].line.selectAll()
    QTest.keyClicks(titles[-1].line, "Later")
    page(inspector).findChildren(QToolButton, "remove-round")[0].click()
    inspector.commit()
    assert [one.title for one in session.graph.rounds_of(MAP)] == ["Ronde 1", "Ronde 2", "Later"]
    assert problems == []


def test_a_round_in_use_stays_and_says_so(session: Session, inspector: Inspector, problems: list[str]) -> None:
    session.attempt(Op.EDIT_RELATION, lambda: edits.set_edge_rounds(session.graph, HOLDS, R1, R2))
    page(inspector).findChildren(QToolButton, "remove-round")[0].click()
    assert len(problems) == 1
    assert R1 in session.graph.rounds


def test_a_document_without_a_map_has_a_page_too(tmp_path: Path, qtbot: QtBot) -> None:
    document = Document.create(None, tmp_path / "other", lambda: NOW)
    made = Inspector(Session(Opened(document), load_words("nl")))
    qtbot.addWidget(made)
    assert page(made).objectName() == "map-page"
    document.discard_unpublished()


# --- hostile and large ---


def test_what_users_write_is_plain_text_everywhere(session: Session, inspector: Inspector) -> None:
    hostile = '<img src="//host/x.png"><b>dik</b>'
    for one in (A, P, B):
        session.attempt(Op.RENAME, partial(edits.rename, session.graph, one, hostile, now=NOW))
    for selection in ([A], [P], [A, P], []):
        session.select(selection)
        labels = page(inspector).findChildren(QLabel)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels if label.text())
        tips = [one.toolTip() for one in page(inspector).findChildren(QWidget)]
        assert not any(hostile in tip for tip in tips)


def test_the_page_is_as_wide_as_the_panel(session: Session, inspector: Inspector) -> None:
    long = Node(NodeId("long"), "actor", "Een-heel-lang-woord-zonder-spaties-" * 8)
    session.document.apply(Op.IMPORT, ChangeSet((Change(None, long),)))
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, A, "part_of", long.id))
    session.select([A])
    unfold(inspector, HOLDS)
    QApplication.processEvents()
    assert page(inspector).minimumSizeHint().width() <= 340


def tabbed(inspector: Inspector) -> list[QWidget]:
    """Press Tab from the first editor until it has the focus again."""
    first = next(one for one in page(inspector).findChildren(Editor) if inner(one).isVisible())
    first.setFocus()
    seen = [focused()]
    for _ in range(80):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is seen[0]:
            return seen
        seen.append(focused())
    raise AssertionError(seen[-5:])


@pytest.mark.parametrize("selected", [[A], [P], [A, P], []])
def test_tab_comes_round(session: Session, inspector: Inspector, selected: list[NodeId]) -> None:
    session.select(selected)
    seen = tabbed(inspector)
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in seen)


def test_tab_goes_down_the_page_also_past_what_came_later(session: Session, inspector: Inspector) -> None:
    session.select([A])
    unfold(inspector, HOLDS)
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, A, "part_of", B))
    session.attempt(Op.CONNECT, lambda: edits.connect(session.graph, A, "holds", NodeId("one-position")))
    for selection in ([A], []):
        session.select(selection)
        session.attempt(Op.ADD_ROUND, lambda: map_edits.add_round(session.graph, MAP, "Nog een"))
        QApplication.processEvents()
        heights = [one.mapTo(page(inspector), one.rect().topLeft()).y() for one in tabbed(inspector)]
        assert all(below >= above - 10 for above, below in pairwise(heights))


def test_tab_also_leaves_the_panel(session: Session, qtbot: QtBot) -> None:
    window = QWidget()
    before, panel, after = QLineEdit(), Inspector(session), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (before, panel, after):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    session.select([A])
    title = find(panel, TitleEditor, "title").box
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        before.setFocus()
        seen = [focused()]
        for _ in range(60):
            QTest.keyClick(focused(), key)
            seen.append(focused())
        assert {before, after, title} <= set(seen)


# --- one page after another ---


def test_the_page_of_the_next_item_of_a_kind_begins_as_a_new_one(session: Session, inspector: Inspector) -> None:
    session.select([A])
    first = page(inspector)
    unfold(inspector, HOLDS)
    title = find(inspector, TitleEditor, "title").box
    title.setPlainText("Gemeente Anders")
    find(inspector, QTabBar, "text-tabs").setCurrentIndex(1)
    session.select([B])
    assert page(inspector) is first, "its widgets are used again"
    assert session.graph.nodes[A].title == "Gemeente Anders", "what was typed belongs to the item it was typed for"
    assert (title.toPlainText(), title.textCursor().position()) == ("Ministerie", 0)
    assert find(inspector, QTabBar, "text-tabs").currentIndex() == 0
    assert row_exists(inspector, EdgeKey(B, "claims", F))
    assert not row_exists(inspector, HOLDS)
    session.select([A])
    assert row_exists(inspector, HOLDS)
    assert not any(editor.isVisible() for editor in row_of(inspector, HOLDS).findChildren(Editor))


def test_a_refused_value_is_not_carried_to_the_next_item(session: Session, inspector: Inspector) -> None:
    node_operations.add(session, "action", "Nog een", (0, 0))
    other = session.selection
    session.select([ACTION])
    editor = find(inspector, DateEditor, "field-due")
    QTest.keyClicks(editor.line, "gauw")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    session.select(other)
    assert find(inspector, DateEditor, "field-due") is editor
    assert editor.line.text() == ""
    complaint = editor.findChild(QLabel, "complaint")
    assert complaint is not None
    assert complaint.isHidden()


def test_the_page_follows_when_all_else_was_told_and_only_that_of_the_last_item(
    session: Session, inspector: Inspector, qtbot: QtBot
) -> None:
    def titles() -> list[str]:
        return [title.box.toPlainText() for title in inspector.findChildren(TitleEditor) if title.isVisible()]

    assert inspector.isVisible()
    session.select([A])
    assert session.graph.nodes[A].title not in titles()
    node_operations.add(session, "action", "Nog een", (0, 0))
    session.undo()
    session.select([ACTION])
    qtbot.waitUntil(lambda: titles() == [session.graph.nodes[ACTION].title])
