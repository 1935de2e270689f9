"""Terms in running text: the line below them, what they mean, and how one gets to the concept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QCursor, QHelpEvent, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.operations import Op
from gvkaart.store import Document
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.growing_text import GrowingText
from gvkaart.ui.inspector import Inspector
from gvkaart.ui.inspector.node_page import NodePage
from gvkaart.ui.inspector.text_tabs import MarkdownEditor
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.opened import Opened
from gvkaart.ui.safe_browser import SafeBrowser
from gvkaart.ui.session import Session
from gvkaart.ui.sources.reader import Reader
from gvkaart.ui.terms.card import MeaningsCard
from gvkaart.ui.terms.meanings import meanings
from gvkaart.ui.terms.places import TermPlace, terms_in
from gvkaart.ui.terms.watching import TermWatch, watch_at
from gvkaart.words import load_words
from tests.case import case, edge, node
from tests.ui.conftest import child, settle, trigger

NOW = 1_700_000_000_000
P = NodeId("p")
HOSTILE = "<b>vet</b> & <img src='x'>"
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # cards unfold, without a screen


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    graph = case(
        node("actor", "a", "Gemeente"),
        node("actor", "b", HOSTILE),
        node("concept", "law", "Signaal", frame="Wet", definition="Eén gegeven.", not_meant=("noodsignaal",)),
        node("concept", "practice", "signaal", frame=HOSTILE, plain=HOSTILE, not_meant=("noodsignaal",)),
        node("position", "p", "De signalen 😀 en de signaalfunctie", text="Een *signaal*.\n\nEn een noodsignaal."),
        "a means law",
        edge("b means practice", hearsay=True),
    )
    document = Document.create(None, tmp_path / "data", lambda: NOW)
    document.apply(Op.IMPORT, ChangeSet(tuple(Change(None, entity) for entity in graph.entities())))
    made = Session(Opened(document), load_words("nl"))
    yield made
    made.close()
    document.discard_unpublished()


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> NodePage:
    made = NodePage(session, P)
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return known(made, session, qtbot)


def known(made: NodePage, session: Session, qtbot: QtBot) -> NodePage:
    """Wait until the terms are known."""
    session.terms.spans("")
    qtbot.waitUntil(lambda: not session.terms.busy, timeout=30_000)
    QApplication.processEvents()
    return made


def watch(page: NodePage) -> TermWatch:
    found = watch_at(page.title.box)
    assert found is not None
    return found


def places(page: NodePage, box: GrowingText | None = None) -> list[TermPlace]:
    edit = box or page.title.box
    return list(terms_in(edit, page.session.terms, QRectF(edit.viewport().rect())))


def hover(page: NodePage, point: QPoint) -> bool:
    viewport = page.title.box.viewport()
    return QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))


def middle(place: TermPlace) -> QPoint:
    return place.boxes[0].center().toPoint()


def card(page: NodePage) -> MeaningsCard:
    found = watch(page).card
    assert found is not None
    return found


def put_caret(edit: QPlainTextEdit, column: int) -> None:
    cursor = QTextCursor(edit.document())
    cursor.setPosition(column)
    edit.setTextCursor(cursor)
    edit.setFocus()


# --- what is known ----------------------------------------------------------------------------------------------------


def test_terms_follow_the_concepts(session: Session, qtbot: QtBot) -> None:
    terms = session.terms
    assert terms.spans("signalen") == ()  # nothing is read in the thread of the window
    with qtbot.waitSignal(terms.changed, timeout=30_000):
        pass
    assert [span.concepts for span in terms.spans("signalen")] == [("law", "practice")]
    session.attempt(Op.RENAME, lambda: renamed(session), "")
    terms.spans("")
    qtbot.waitUntil(lambda: not terms.busy, timeout=30_000)
    assert [span.concepts for span in terms.spans("signalen en alarmen")] == [("practice",), ("law",)]


def renamed(session: Session) -> ChangeSet:
    return edits.rename(session.graph, NodeId("law"), "Alarm", now=NOW)


def test_a_document_without_concepts_asks_for_nothing(tmp_path: Path, qapp: QApplication) -> None:
    document = Document.create(None, tmp_path / "data", lambda: NOW)
    empty = Session(Opened(document), load_words("nl"))
    assert empty.terms.spans("signaal") == ()
    assert not empty.terms.busy
    empty.close()
    document.discard_unpublished()


def test_meanings_tell_frame_definition_and_who_means_it(session: Session) -> None:
    law, practice = meanings(session, (NodeId("law"), NodeId("practice"), NodeId("gone")))
    assert (law.title, law.frame, law.definition, law.actors) == ("Signaal", "Wet", "Eén gegeven.", ("Gemeente",))
    assert (practice.definition, practice.actors, practice.reported) == (HOSTILE, (), (HOSTILE,))


# --- the line below ---------------------------------------------------------------------------------------------------


def test_terms_are_found_where_they_are_seen(page: NodePage) -> None:
    found = places(page)
    assert [place.words for place in found] == ["signalen", "signaalfunctie"]
    box = page.title.box
    for place in found:
        cursor = box.cursorForPosition(place.boxes[0].center().toPoint())
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        assert cursor.selectedText() == place.words


def test_what_is_out_of_sight_is_not_looked_at(page: NodePage) -> None:
    box = page.title.box
    assert list(terms_in(box, page.session.terms, QRectF(0, -50, 100, 10))) == []


def test_a_line_is_drawn_and_can_be_turned_off(page: NodePage) -> None:
    def has_line() -> bool:
        image: QImage = page.title.box.viewport().grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        return theme_of(page.title.box.palette()).meaning in colours

    assert has_line()
    page.session.terms.show(False)
    assert not has_line()
    hover(page, middle(places(page)[0]))
    assert watch(page).card is None


def test_drawing_leaves_the_document_alone(page: NodePage) -> None:
    document = page.title.box.document()
    page.grab()
    assert not document.isModified()
    assert not document.isUndoAvailable()
    assert document.toPlainText() == page.session.graph.nodes[P].title


def test_the_reading_tab_and_the_reader_have_them_too(page: NodePage, session: Session, qtbot: QtBot) -> None:
    editor = child(page, MarkdownEditor, "text")
    assert [place.words for place in places(page, editor.box)] == ["signaal"]
    editor.tabs.setCurrentIndex(1)
    browser = child(editor, SafeBrowser, "reading")
    assert [place.words for place in terms_in(browser, session.terms, QRectF(browser.viewport().rect()))] == ["signaal"]
    reader = Reader()
    qtbot.addWidget(reader)
    TermWatch(reader, session)
    reader.show_text("Een lang verhaal.\n" * 2000 + "Een signaal.")
    reader.resize(500, 300)
    reader.show()
    assert list(terms_in(reader, session.terms, QRectF(reader.viewport().rect()))) == []
    reader.moveCursor(QTextCursor.MoveOperation.End)
    reader.grab()
    assert [one.words for one in terms_in(reader, session.terms, QRectF(reader.viewport().rect()))] == ["signaal"]


# --- meanings ---------------------------------------------------------------------------------------------------------


def test_hovering_shows_the_meanings_as_plain_text(page: NodePage) -> None:
    place = places(page)[0]
    assert hover(page, middle(place))
    shown = card(page)
    labels = shown.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    texts = [label.text() for label in labels]
    assert "Bedoeld door: Gemeente" in texts
    assert f"Volgens anderen bedoeld door: {HOSTILE}" in texts
    assert [button.text() for button in shown.buttons] == ["Signaal (Wet)", f"signaal ({HOSTILE})"]
    assert hover(page, middle(place))
    assert card(page) is shown


def test_beside_a_term_nothing_is_shown(page: NodePage) -> None:
    hover(page, QPoint(2, 2))
    assert watch(page).card is None


def test_a_click_goes_to_the_concept(page: NodePage, session: Session) -> None:
    hover(page, middle(places(page)[0]))
    card(page).buttons[1].click()
    assert session.selection == ("practice",)
    assert watch(page).card is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_A])
def test_any_key_takes_the_card_away(page: NodePage, key: Qt.Key) -> None:
    hover(page, middle(places(page)[0]))
    before = page.title.box.toPlainText()
    QTest.keyClick(page.title.box, key)
    assert watch(page).card is None
    assert (page.title.box.toPlainText() == before) is (key is Qt.Key.Key_Escape)


def test_the_card_goes_when_the_pointer_has_left_word_and_card(page: NodePage) -> None:
    hover(page, middle(places(page)[0]))
    shown = card(page)
    QCursor.setPos(shown.geometry().center())
    watch(page)._close_when_left()
    assert watch(page).card is shown
    QCursor.setPos(watch(page)._word.center())
    watch(page)._close_when_left()
    assert watch(page).card is shown
    QCursor.setPos(shown.geometry().bottomRight() + QPoint(40, 40))
    watch(page)._close_when_left()
    assert watch(page).card is None


def test_the_keyboard_goes_through_the_meanings(page: NodePage, session: Session) -> None:
    put_caret(page.title.box, 5)
    assert watch(page).show_at_caret()
    shown = card(page)
    assert shown.focusWidget() is shown.buttons[0]
    QTest.keyClick(shown.buttons[0], Qt.Key.Key_Down)
    assert shown.focusWidget() is shown.buttons[1]
    QTest.keyClick(shown.buttons[1], Qt.Key.Key_Down)
    QTest.keyClick(shown.buttons[0], Qt.Key.Key_Return)
    assert session.selection == ("law",)


def test_esc_and_other_keys_in_the_card(page: NodePage, session: Session) -> None:
    put_caret(page.title.box, 5)
    assert watch(page).show_at_caret()
    QTest.keyClick(card(page).buttons[0], Qt.Key.Key_F20)
    QTest.keyClick(card(page), Qt.Key.Key_Escape)
    assert watch(page).card is None
    assert session.selection == ()


def test_a_compound_is_said_to_hold_a_term(page: NodePage) -> None:
    put_caret(page.title.box, len(page.title.box.toPlainText()))
    assert watch(page).show_at_caret()
    assert card(page).accessibleName() == 'In "signaalfunctie" zit een begrip'


def test_of_many_meanings_the_first_are_shown(session: Session, page: NodePage) -> None:
    many = meanings(session, (NodeId("law"),)) * 9
    shown = MeaningsCard(page, "signaal", many, part=False, takes_keys=False)
    assert len(shown.buttons) == 6
    assert "En nog 3 andere" in [label.text() for label in shown.findChildren(QLabel)]
    one = MeaningsCard(page, "signaal", many[:1], part=False, takes_keys=False)
    assert one.accessibleName() == 'Betekenis van "signaal"'


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_of_a_term_offers_its_meanings(page: NodePage, reason: QContextMenuEvent.Reason) -> None:
    put_caret(page.title.box, 5)
    viewport, point = page.title.box.viewport(), middle(places(page)[0])
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, point, viewport.mapToGlobal(point)))
    (menu,) = page.title.box.findChildren(QMenu, "text-menu")
    (offered,) = [one for one in menu.actions() if one.text().startswith("Betekenissen")]
    assert offered.text() == 'Betekenissen van "signalen"…'
    menu.hide()
    offered.trigger()
    assert card(page).buttons


# --- in the window ----------------------------------------------------------------------------------------------------


def page_of(window: MainWindow) -> NodePage:
    inspector = window.panels.content("inspector")
    assert isinstance(inspector, Inspector)
    assert isinstance(inspector.page, NodePage)
    return inspector.page


def test_the_key_shows_what_the_word_at_the_caret_means(window: MainWindow, qtbot: QtBot) -> None:
    said: list[str] = []
    window.session.problem.connect(said.append)
    window.map_view.canvas.setFocus()
    trigger(window, "meanings")
    assert "Zet de cursor eerst in een tekst" in said[-1]
    window.session.select((NodeId("c"),))
    page = page_of(window)
    window.show()
    known(page, window.session, qtbot)
    page.title.box.setFocus()
    qtbot.waitUntil(page.title.box.hasFocus)
    trigger(window, "meanings")
    assert card(page).buttons[0].text() == "Signaal"
    watch(page)._close()
    window.session.select((P,))
    page_of(window).title.box.setFocus()
    trigger(window, "meanings")
    assert "Dit woord is hier geen begrip" in said[-1]


def test_the_switch_is_for_all_windows_and_remembered(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    program.open_beside(window.session)
    settle(qtbot, program.windows[-1])
    trigger(window, "underline-terms")
    assert [one.session.terms.shown for one in program.windows] == [False, False]
    assert not window.commands["underline-terms"].isChecked()
    program.open_beside(window.session)
    settle(qtbot, program.windows[-1])
    assert not program.windows[-1].session.terms.shown
