"""The view of concepts as a person uses it: looking at a word, comparing meanings, agreeing, and finding new words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.analysis.concept_base import read_terms
from gvkaart.analysis.vocabularies import shared_terms
from gvkaart.app import Program
from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId, Placement
from gvkaart.domain.operations import Op
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.insight.concepts_page import ConceptsPage
from gvkaart.ui.insight.grid import Tint
from gvkaart.ui.insight.meaning_card import MeaningCard, marked
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from tests.case import MAP, case, node
from tests.ui.conftest import Dialogs, child, leave, saved_graph, settle

LAW, PRACTICE = NodeId("law"), NodeId("practice")
HOSTILE = "<b>Een</b> los & vaag gegeven <img src='x'>"


def show(window: MainWindow, qtbot: QtBot) -> ConceptsPage:
    page = window.views.show_view("concepts")
    assert isinstance(page, ConceptsPage)
    qtbot.waitExposed(window)
    rest(page, qtbot)
    return page


def rest(page: ConceptsPage, qtbot: QtBot) -> None:
    """Wait until what is looked at has been read."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not page._is_stale and not page.busy, timeout=30_000)


@pytest.fixture
def page(program: Program, tmp_path: Path, qtbot: QtBot) -> ConceptsPage:
    """One word with two meanings, another that nobody doubts, and one that is on no map."""
    graph = case(
        *(node("actor", "a", "Gemeente", presence="at_table"), node("actor", "b", "Ministerie")),
        node("concept", LAW, "signaal", frame="Wet", definition=HOSTILE, plain="Een vermoeden."),
        node(
            "concept",
            PRACTICE,
            "Signalen",
            frame="Praktijk",
            definition="Meer gegevens",
            criteria=("x", "y"),
            alt=("hint",),
        ),
        node("concept", "z", "zaak"),
        *(node("fact", "f", "Het zijn er 60.000"), node("position", "p", "Elk signaal telt", visibility="private")),
        *("a means law", "b means practice", "a claims f", "b disputes f", "f uses law", "b holds p"),
    )
    assert program.open(saved_graph(graph, tmp_path / "woorden.gvkaart", tmp_path / "pc"))
    settle(qtbot, program.windows[-1])
    return show(program.windows[-1], qtbot)


def tab(page: ConceptsPage, at: int, qtbot: QtBot) -> None:
    child(page, QTabWidget, "concepts-tabs").setCurrentIndex(at)
    rest(page, qtbot)


def words(page: ConceptsPage) -> list[str]:
    items = (page.meanings.list.item(row) for row in range(page.meanings.list.count()))
    return [item.text().split("\n")[0] for item in items]


def cards(page: ConceptsPage) -> list[MeaningCard]:
    found = page.meanings.sheet._cards.findChildren(MeaningCard)
    return sorted(found, key=lambda one: one.x())


def choose(page: ConceptsPage, words: str) -> QComboBox:
    """Say how the two meanings compare, by keyboard."""
    choice = child(page, QComboBox, "comparison-practice-law")
    choice.setFocus()
    choice.setCurrentText(words)
    choice.activated.emit(choice.currentIndex())
    return choice


def test_nothing_of_a_window_that_closed_is_still_read(program: Program, page: ConceptsPage) -> None:
    page.load()
    began = page.busy
    leave(program.windows[-1])
    ended = not page.busy
    page.load()
    assert (began, ended, page.busy) == (True, True, False)


# --- meanings ---------------------------------------------------------------------------------------------------------


def test_the_word_that_confuses_is_first_and_looked_at(page: ConceptsPage) -> None:
    assert words(page) == ["signaal", "zaak"]
    assert page.meanings.list.hasFocus()
    assert "verwarrend" in page.meanings.list.item(0).text()
    assert [card.accessibleName() for card in cards(page)] == ["Betekenis volgens Praktijk", "Betekenis volgens Wet"]
    assert page.session.selection == (), "looking selects nothing"


def test_a_definition_is_shown_letter_by_letter_with_the_differing_words_marked(page: ConceptsPage) -> None:
    label = child(cards(page)[1], QLabel, "definition")
    assert label.accessibleName() == HOSTILE
    assert "<img" not in label.text()
    assert "<b>" not in label.text()
    assert label.accessibleDescription() == "Verschilt van andere: b, los, vaag, img, src, x"
    assert "text-decoration: underline" in label.text()
    assert not label.openExternalLinks()
    assert marked("a\n<b>", (), LIGHT.tones["position"]) == "a<br>&lt;b&gt;"


def test_two_meanings_are_compared_in_a_sentence(page: ConceptsPage, qtbot: QtBot) -> None:
    name = choose(page, "is ruimer dan").objectName()
    assert {edge.relation for edge in page.session.graph.out(PRACTICE)} == {"narrow_match"}
    rest(page, qtbot)
    qtbot.waitUntil(lambda: child(page, QComboBox, name).currentText() == "is ruimer dan")
    qtbot.waitUntil(lambda: child(page, QComboBox, name).hasFocus())
    page.session.undo()
    qtbot.waitUntil(lambda: child(page, QComboBox, name).currentText() == "is nog niet vergeleken met")
    choose(page, "is nog niet vergeleken met")
    assert page.session.document.redo_step is not None, "nothing was done"


def test_of_several_comparisons_all_are_told_and_replaced_by_one(page: ConceptsPage, qtbot: QtBot) -> None:
    for relation in ("related_match", "differs_from"):
        relation_operations.connect(page.session, PRACTICE, relation, LAW)
    name = "comparison-practice-law"
    told = "Er staat ook: is iets anders dan. Wat u kiest, vervangt dat."
    qtbot.waitUntil(lambda: child(page, QComboBox, name).accessibleDescription() == told)
    choose(page, "hoort bij")
    assert {edge.relation for edge in page.session.graph.out(PRACTICE)} == {"related_match"}


def test_what_hangs_on_a_word_is_listed_with_who_disputes_it(page: ConceptsPage) -> None:
    fact, position = page.meanings.sheet.hanging.grid_model.grid.rows
    assert [cell.text for cell in fact.cells] == ["Feit", "Wet", "Betwist", "Gemeente", "Ministerie"]
    assert position.nodes == ("p",)
    assert position.cells[1].tint is Tint.DOUBT


def test_a_card_leads_to_the_fields_of_its_concept(page: ConceptsPage) -> None:
    child(page, QPushButton, "fields-law").click()
    assert page.session.selection == (LAW,)


def test_one_stays_at_a_word_while_it_changes(page: ConceptsPage, qtbot: QtBot) -> None:
    page.meanings.list.setCurrentRow(1)
    node_operations.set_field(page.session, NodeId("z"), "definition", "Iets")
    node_operations.rename(page.session, NodeId("z"), "aangelegenheid")
    qtbot.waitUntil(lambda: words(page) == ["signaal", "aangelegenheid"])
    assert page.meanings.list.term is not None
    assert page.meanings.list.term.title == "aangelegenheid"
    assert child(cards(page)[0], QLabel, "definition").accessibleName() == "Iets"
    node_operations.remove(page.session, (NodeId("z"),))
    qtbot.waitUntil(lambda: words(page) == ["signaal"])
    assert page.meanings.list.term is not None
    assert page.meanings.list.term.title == "signaal"


def test_words_are_found_by_what_they_mean_and_by_whom(page: ConceptsPage) -> None:
    line = child(page, QLineEdit, "concepts-filter")
    for wanted, found in (("HINT", ["signaal"]), ("ministerie gegevens", ["signaal"]), ("zaak", ["zaak"]), ("q", [])):
        line.setText(wanted)
        assert words(page) == found
    assert page.meanings.list.empty.isVisible()
    assert not page.meanings.sheet._content.isVisible()
    line.clear()
    assert words(page) == ["signaal", "zaak"]


def test_a_word_leads_to_the_map_and_to_a_menu(page: ConceptsPage, qtbot: QtBot) -> None:
    words_list = page.meanings.list
    at = words_list.visualItemRect(words_list.item(0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, words_list.viewport().mapToGlobal(at))
    QApplication.sendEvent(words_list.viewport(), event)
    menu = child(page.window(), QMenu, "insight-menu")
    qtbot.waitUntil(menu.isVisible)
    menu.close()
    assert set(page.session.selection) == {LAW, PRACTICE}
    page.session.select(())
    QTest.keyClick(words_list, Qt.Key.Key_Return)
    assert not page.isVisible()
    assert set(page.session.selection) == {LAW, PRACTICE}


def test_marks_follow_the_colours(page: ConceptsPage, program: Program, qtbot: QtBot) -> None:
    before = child(cards(page)[1], QLabel, "definition").text()
    program.set_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: child(cards(page)[1], QLabel, "definition").text() != before)


def test_colours_change_while_what_was_looked_at_is_gone(page: ConceptsPage, program: Program) -> None:
    program.windows[0].views.show_view("map-view")
    node_operations.remove(page.session, [LAW, PRACTICE])
    program.set_scheme(Scheme.DARK)
    QApplication.processEvents()  # an exception in here fails the test


@pytest.mark.parametrize("name", ["own-word-law", "agree"])
def test_what_is_gone_can_be_looked_at_until_it_is_read_again(page: ConceptsPage, dialogs: Dialogs, name: str) -> None:
    button = child(page, QPushButton, name)
    node_operations.remove(page.session, [LAW, NodeId("a"), NodeId("f")])
    child(page, QLineEdit, "concepts-filter").setText("gemeente")
    QTest.keyClick(page.meanings.list, Qt.Key.Key_Down)
    dialogs.press("cancel")
    button.click()


def test_the_wheel_chooses_nothing_in_passing(page: ConceptsPage, qtbot: QtBot) -> None:
    choice = child(page, QComboBox, "comparison-practice-law")
    page.meanings.list.setFocus()
    wheel(choice)
    assert choice.currentText() == "is nog niet vergeleken met"
    assert not page.session.graph.out(PRACTICE)
    assert page.session.selection == ()


def test_tab_brings_into_view_what_it_leads_to(page: ConceptsPage, qtbot: QtBot) -> None:
    page.meanings.setSizes([900, 200])
    QApplication.processEvents()
    last = child(page, QPushButton, "own-word-law")
    assert last.visibleRegion().isEmpty()
    choice = child(page, QComboBox, "comparison-practice-law")
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Backtab)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())


def wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    none, modifiers, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, 120), none, modifiers, phase, False)
    QApplication.sendEvent(widget, event)


# --- agreeing ---------------------------------------------------------------------------------------------------------


def test_parties_agree_on_one_definition_in_one_step(page: ConceptsPage, dialogs: Dialogs, qtbot: QtBot) -> None:
    session, before = page.session, page.session.graph

    def answer(dialog: QWidget) -> None:
        accept, actors = child(dialog, QPushButton, "accept"), child(dialog, QListWidget, "actors")
        assert not accept.isEnabled()
        assert HOSTILE in child(dialog, QPlainTextEdit, "known").toPlainText()
        assert [actors.item(row).text() for row in range(actors.count())] == ["Gemeente", "Ministerie"]
        child(dialog, QPlainTextEdit, "definition").setPlainText("meer gegevens.")
        child(dialog, QPlainTextEdit, "plain").setPlainText("Zo.")
        actors.item(1).setCheckState(Qt.CheckState.Checked)
        accept.click()

    dialogs.expect(answer)
    child(page, QPushButton, "agree").click()
    (new,) = session.selection
    made = session.graph.nodes[new]
    assert (made.title, made.fields["frame"]) == ("signaal", "Afgesproken")
    assert (made.fields["definition"], made.fields["plain"]) == ("meer gegevens.", "Zo.")
    assert new in session.view.placements
    told = {(one.source, one.relation, one.target) for one in (*session.graph.out(new), *session.graph.into(new))}
    assert told == {("b", "means", new), (new, "related_match", LAW), (new, "exact_match", PRACTICE)}
    qtbot.waitUntil(lambda: len(cards(page)) == 3)
    session.undo()
    assert session.graph.nodes == before.nodes
    assert session.graph.edges == before.edges


@pytest.mark.parametrize("hidden", [(), (LAW,), (LAW, PRACTICE)])
def test_who_agrees_on_private_meanings_is_told_so_and_copies_nothing(
    page: ConceptsPage, dialogs: Dialogs, qtbot: QtBot, hidden: tuple[NodeId, ...]
) -> None:
    node_operations.set_visibility(page.session, hidden, "private")
    rest(page, qtbot)
    seen: list[str] = []

    def answer(dialog: QWidget) -> None:
        known = child(dialog, QPlainTextEdit, "known")
        QGuiApplication.clipboard().setText("-")
        QTest.keySequence(known, "Ctrl+A")
        QTest.keySequence(known, "Ctrl+C")
        assert (QGuiApplication.clipboard().text() == "-") is bool(hidden)
        seen.extend(label.text() for label in dialog.findChildren(QLabel, "secrecy"))
        child(dialog, QPlainTextEdit, "definition").setPlainText("meer")
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(answer)
    child(page, QPushButton, "agree").click()
    (new,) = page.session.selection
    assert page.session.graph.nodes[new].visibility == ("private" if len(hidden) == 2 else "analysis")
    assert [text.split(" ")[0] for text in seen] == [[], ["Let"], ["Deze"]][len(hidden)]
    page.session.undo()
    assert new not in page.session.graph.nodes


def test_a_meaning_gets_its_own_word_in_one_step(page: ConceptsPage, dialogs: Dialogs, qtbot: QtBot) -> None:
    def answer(dialog: QWidget) -> None:
        accept, line = child(dialog, QPushButton, "accept"), child(dialog, QLineEdit, "term")
        for same in ("signaal", " signaal ", " "):
            line.setText(same)
            assert not accept.isEnabled()
        line.setText("vermoeden")
        accept.click()

    dialogs.expect(answer)
    child(page, QPushButton, "own-word-law").click()
    made = page.session.graph.nodes[LAW]
    assert (made.title, made.fields["scope_note"]) == ("vermoeden", "Eerder genoemd: signaal")
    qtbot.waitUntil(lambda: words(page) == ["Signalen", "vermoeden", "zaak"])
    page.session.undo()
    assert page.session.graph.nodes[LAW].title == "signaal"


@pytest.mark.parametrize("button", ["agree", "own-word-law"])
def test_thinking_better_of_it_changes_nothing(page: ConceptsPage, dialogs: Dialogs, button: str) -> None:
    before = page.session.graph
    dialogs.press("cancel")
    child(page, QPushButton, button).click()
    assert page.session.graph is before


# --- shared words -----------------------------------------------------------------------------------------------------


def test_shared_words_count_concepts_on_no_map_too(page: ConceptsPage, qtbot: QtBot) -> None:
    node_operations.set_field(page.session, NodeId("z"), "frame", "Wet")
    session = page.session
    session.attempt(Op.IMPORT, lambda: edits.add_node(session.graph, "concept", "zaken", now=1))
    loose = next(one for one in session.graph.nodes if one not in session.view.nodes)
    node_operations.set_field(session, loose, "frame", "Archief")
    node_operations.set_field(session, loose, "definition", "Wat bij elkaar hoort")
    tab(page, 1, qtbot)
    qtbot.waitUntil(lambda: len(page.shared.grid_model.grid.rows) == 4)
    grid = page.shared.grid_model.grid
    assert [column.title for column in grid.columns] == ["In welke kaders?", "Wet", "Archief", "Praktijk"]
    different, signal, missing, matter = grid.rows
    assert (different.title, missing.title) == ("Verschillend omschreven (1)", "Niet overal omschreven (1)")
    assert [cell.tint for cell in signal.cells[1:]] == [Tint.BAD, Tint.NONE, Tint.BAD]
    assert matter.cells[0].text == "Archief\nWet"
    assert [cell.text for cell in matter.cells[1:]] == ["Nog niet omschreven", "Wat bij elkaar hoort", ""]
    assert [cell.tint for cell in matter.cells[1:]] == [Tint.DOUBT, Tint.NONE, Tint.NONE]
    assert page.starting_point() is page.shared


def test_of_many_frames_the_most_shared_have_a_column_and_the_others_are_named(page: ConceptsPage) -> None:
    parts = [node("concept", f"c{at}", "signaal", frame=f"Kader {at:02}", definition="Zo.") for at in range(15)]
    other = [node("concept", f"d{at}", "zaak", frame=f"Kader {at:02}", definition="Zo.") for at in (13, 14)]
    view = CaseView(case(*parts, *other), MAP)
    grid = page.grids.shared(view, shared_terms(view.graph.nodes.values()))
    assert [column.title for column in grid.columns][1:4] == ["Kader 13", "Kader 14", "Kader 00"]
    assert len(grid.columns) == 14
    signal = next(row for row in grid.rows if row.title == "signaal")
    assert signal.cells[-1].text == "Kader 10\nKader 11\nKader 12"
    assert signal.cells[-1].tip.startswith("Kader 10: Zo.")
    assert {cell.tint for cell in signal.cells} == {Tint.NONE}, "equal is calm"


# --- words nobody described -------------------------------------------------------------------------------------------


def test_a_word_becomes_a_concept_in_one_step(example: MainWindow, qtbot: QtBot) -> None:
    page = show(example, qtbot)
    tab(page, 2, qtbot)
    make = child(page, QPushButton, "make-concept")
    assert not make.isEnabled()
    rows = page.candidates.grid_model.grid.rows
    assert all(int(row.cells[0].text) >= 3 for row in rows)
    page.candidates.setCurrentIndex(page.candidates.grid_model.index(0, 0))
    make.click()
    (new,) = example.session.selection
    assert example.session.graph.nodes[new].title == rows[0].title
    assert new in example.session.view.placements
    qtbot.waitUntil(lambda: rows[0].title not in [row.title for row in page.candidates.grid_model.grid.rows])
    example.session.undo()
    assert new not in example.session.graph.nodes


def test_a_word_of_private_items_alone_becomes_a_private_concept_and_the_button_says_so(
    example: MainWindow, qtbot: QtBot
) -> None:
    page = show(example, qtbot)
    tab(page, 2, qtbot)
    page.candidates.setCurrentIndex(page.candidates.grid_model.index(0, 0))
    make = child(page, QPushButton, "make-concept")
    assert make.text() == "Maak er een begrip van"
    row = page.candidates.current_row()
    assert row is not None
    node_operations.set_visibility(example.session, row.nodes, "private")
    rest(page, qtbot)
    assert page.candidates.current_row() == row
    assert make.text() == "Maak er een intern begrip van"
    make.click()
    (new,) = example.session.selection
    assert example.session.graph.nodes[new].visibility == "private"
    example.session.undo()
    assert new not in example.session.graph.nodes


# --- out of the program, and in ---------------------------------------------------------------------------------------


def test_what_is_private_is_not_copied(page: ConceptsPage, qtbot: QtBot) -> None:
    copy = child(page, QPushButton, "copy-concepts")
    node_operations.set_visibility(page.session, (LAW,), "private")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "Meer gegevens" in copied
    assert "los & vaag" not in copied
    page.meanings.sheet.hanging.copy_all()
    assert "Elk signaal" not in QGuiApplication.clipboard().text()
    for at in (1, 2):
        tab(page, at, qtbot)
        copy.click()
        assert "los & vaag" not in QGuiApplication.clipboard().text()


def test_ctrl_c_in_the_words_copies_the_table_without_what_is_private(page: ConceptsPage, qtbot: QtBot) -> None:
    node_operations.set_visibility(page.session, (LAW,), "private")
    node_operations.rename(page.session, LAW, "geheim woord")
    rest(page, qtbot)
    words = page.meanings.list
    (row,) = (at for at in range(words.count()) if "geheim woord" in words.item(at).text())
    for selected in ((), (NodeId("f"),)):
        page.session.select(selected)
        words.setFocus()
        words.setCurrentRow(row)
        QTest.keyClick(words, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text().startswith("Woord en kader\t")
        assert "geheim" not in QGuiApplication.clipboard().text()


def test_meanings_are_copied_with_how_they_compare(page: ConceptsPage, qtbot: QtBot) -> None:
    choose(page, "is iets anders dan")
    child(page, QLineEdit, "concepts-filter").setText("hint")
    child(page, QPushButton, "copy-concepts").click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Woord en kader\tWie bedoelt dit?\tDefinitie")
    assert "zaak" not in QGuiApplication.clipboard().text()
    assert "is iets anders dan Wet" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("name", ["import-concepts", "export-concepts"])
def test_frames_come_in_and_go_out_by_the_commands_of_the_window(
    page: ConceptsPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    done: list[str] = []
    window.commands[name].triggered.connect(lambda: done.append(name))
    monkeypatch.setattr("gvkaart.ui.concept_files.ConceptFiles.ask_import", lambda _files: None)
    monkeypatch.setattr("gvkaart.ui.concept_files.ConceptFiles.ask_export", lambda _files: None)
    child(page, QPushButton, f"{name}-here").click()
    assert done == [name]


# --- many, and none ---------------------------------------------------------------------------------------------------


def test_without_concepts_the_view_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    node_operations.remove(window.session, (NodeId("c"),))
    page = show(window, qtbot)
    assert "Zet eerst een begrip op de kaart" in page.meanings.list.accessibleDescription()
    assert not page.meanings.sheet._content.isVisible()


def test_of_very_many_meanings_some_are_shown_and_that_is_said(page: ConceptsPage, qtbot: QtBot) -> None:
    framed = [node("concept", f"n{at}", "signaal", frame="Wet") for at in range(15)]
    nodes = [*framed, *(node("concept", f"x{at}", "signaal") for at in range(15))]
    changes = [Change(None, one) for node_ in nodes for one in (node_, Placement(MAP, node_.id))]
    page.session.attempt(Op.IMPORT, lambda: ChangeSet(tuple(changes)))
    qtbot.waitUntil(lambda: len(cards(page)) == 24)
    assert page.meanings.sheet._left_out.isVisible()
    names = page.grids.names(page.session.view, read_terms(page.session.view)[0])
    assert len(set(names.values())) == len(names)
