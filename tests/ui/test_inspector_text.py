"""The running text of an item: links to items, keys for Markdown, and the tab that shows what it says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.operations import Op
from gvkaart.store import Document
from gvkaart.ui.inspector import Inspector
from gvkaart.ui.inspector.markdown_keys import continuation, ticked, wrapped
from gvkaart.ui.inspector.markdown_text import MarkdownText
from gvkaart.ui.inspector.mention_list import MentionList
from gvkaart.ui.inspector.text_tabs import MarkdownEditor
from gvkaart.ui.opened import Opened
from gvkaart.ui.safe_browser import SafeBrowser
from gvkaart.ui.session import Session
from gvkaart.ui.wrapping_button import WrappingButton
from gvkaart.words import load_words
from tests.case import case, node

NOW = 1_700_000_000_000
A, N = NodeId("a"), NodeId("n")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # a list that unfolds, no screen
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(tmp_path: Path, qapp: QApplication) -> Iterator[Session]:
    graph = case(
        node("actor", "a", "Ministerie *van* <b>Feest</b>"),
        node("actor", "b", "Eén ander"),
        node("note", "n", "Verslag"),
        *(node("note", f"m{number}", f"Notitie {number}") for number in range(10)),
    )
    document = Document.create(None, tmp_path / "data", lambda: NOW)
    document.apply(Op.IMPORT, ChangeSet(tuple(Change(None, entity) for entity in graph.entities())))
    yield Session(Opened(document), load_words("nl"))
    document.discard_unpublished()


@pytest.fixture
def editor(session: Session, qtbot: QtBot) -> MarkdownEditor:
    made = MarkdownEditor(lambda _value: True, session)
    qtbot.addWidget(made)
    made.resize(340, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.box.setFocus()
    return made


def text_field(editor: MarkdownEditor) -> MarkdownText:
    assert isinstance(editor.box, MarkdownText)
    return editor.box


def reading(editor: MarkdownEditor) -> SafeBrowser:
    editor.tabs.setCurrentIndex(1)
    (browser,) = editor.findChildren(SafeBrowser, "reading")
    return browser


def format_of(browser: SafeBrowser, words: str) -> QTextCharFormat:
    found = browser.document().find(words)
    assert not found.isNull(), words
    return found.charFormat()


def set_text(session: Session, node_id: str, text: str) -> None:
    session.attempt(Op.EDIT, lambda: edits.set_text(session.graph, NodeId(node_id), text, now=NOW))


# --- reading ---


def test_the_tab_for_reading_shows_what_is_written_now(editor: MarkdownEditor) -> None:
    editor.begin("*oud*")
    browser = reading(editor)
    assert (browser.isVisible(), editor.box.isVisible()) == (True, False)
    assert browser.toPlainText() == "oud"
    editor.present("**nieuw**")
    assert browser.toPlainText() == "nieuw"
    editor.tabs.setCurrentIndex(0)
    assert (browser.isVisible(), editor.box.isVisible()) == (False, True)


def test_a_link_shows_the_title_of_now_as_it_is(editor: MarkdownEditor, session: Session) -> None:
    editor.begin("\U0001f600 **zie [[a]]**, [[b|de *ander*]] en [[weg|toen]]; `[[a]]`\n\n```\n[[a]]\n```\n")
    browser = reading(editor)
    assert browser.toPlainText() == ("\U0001f600 zie Ministerie *van* <b>Feest</b>, de ander en toen; [[a]]\n[[a]]"), (
        "a title is never read as Markdown, code stays as it was typed"
    )
    assert format_of(browser, "Ministerie").anchorHref() == "item:a"
    assert format_of(browser, "toen").fontStrikeOut()
    assert not format_of(browser, "toen").isAnchor()
    session.attempt(Op.RENAME, lambda: edits.rename(session.graph, A, "Waterschap", now=NOW))
    editor.present(editor.value())
    assert "zie Waterschap," in browser.toPlainText()


def test_following_a_link_selects_the_item(editor: MarkdownEditor, session: Session) -> None:
    editor.begin("[[a]]")
    browser = reading(editor)
    browser.anchorClicked.emit(QUrl("item:a"))
    assert list(session.selection) == [A]
    browser.anchorClicked.emit(QUrl("item:bestaat-niet"))
    assert not session.selection


def test_a_link_can_be_followed_with_the_keyboard(editor: MarkdownEditor, session: Session) -> None:
    editor.begin("eerst [[a]]")
    browser = reading(editor)
    browser.setFocus()
    QTest.keyClick(browser, Qt.Key.Key_Tab)
    QTest.keyClick(browser, Qt.Key.Key_Return)
    assert session.selection == (A,)


def test_of_a_very_long_text_the_beginning_is_read(editor: MarkdownEditor) -> None:
    editor.begin("regel met [[a]]\n\n" * 15_000)
    browser = reading(editor)
    assert editor._cut.isVisible()
    assert len(browser.toPlainText()) < 500_000
    editor.present("kort")
    assert not editor._cut.isVisible()


@pytest.mark.parametrize(
    "text", ["[[a]]: http://x\n\n[[a]]", "| [[a]] | [[a|x]] |\n|--|--|\n", "[[" * 500, "[[a|" * 500]
)
def test_odd_texts_are_shown_without_harm(editor: MarkdownEditor, text: str) -> None:
    editor.begin(text)
    reading(editor)
    assert editor.value() == text


# --- typing a link ---


def test_two_brackets_offer_items_and_enter_links(editor: MarkdownEditor) -> None:
    box = text_field(editor)
    QTest.keyClicks(box, "Zie [[een an")
    assert box._list.isVisible()
    QTest.keyClick(box._list, Qt.Key.Key_Return)
    assert box.toPlainText() == "Zie [[b]]"
    assert not box._list.isVisible()
    QTest.keyClicks(box, " en verder")
    assert box.toPlainText() == "Zie [[b]] en verder"


def test_escape_leaves_what_was_typed(editor: MarkdownEditor) -> None:
    box = text_field(editor)
    QTest.keyClicks(box, "[[min")
    QTest.keyClick(box._list, Qt.Key.Key_Escape)
    assert (box._list.isVisible(), box.toPlainText()) == (False, "[[min")
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert box._list.isVisible()
    QTest.keyClicks(box, "]")
    assert not box._list.isVisible()


# --- keys ---


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("- een", "- "),
        ("  * een", "  * "),
        ("9. negen", "10. "),
        ("3)  drie", "4)  "),
        ("- [x] klaar", "- [ ] "),
        ("> > zei hij", "> > "),
        ("- ", ""),
        ("- [ ] ", ""),
        ("> ", ""),
        ("gewoon", None),
        ("-streep", None),
        ("", None),
    ],
)
def test_lists_go_on(line: str, begins: str | None) -> None:
    assert continuation(line) == begins


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("bellen", "- [ ] bellen"),
        ("  - bellen", "  - [ ] bellen"),
        ("- [ ] bellen", "- [x] bellen"),
        ("- [x] bellen", "- [ ] bellen"),
        ("2. [X] bellen", "2. [ ] bellen"),
        ("", "- [ ] "),
    ],
)
def test_a_line_becomes_a_task_and_is_ticked(line: str, after: str) -> None:
    assert ticked(line) == after


def test_marks_come_and_go() -> None:
    assert wrapped("a", "**") == "**a**"
    assert wrapped("**a**", "**") == "a"
    assert wrapped("**a**", "*") == "***a***"
    assert wrapped("***a***", "*") == "**a**"
    assert wrapped("*", "*") == "***"


def test_keys_make_bold_italic_lists_and_tasks(editor: MarkdownEditor) -> None:
    box = text_field(editor)
    QTest.keyClick(box, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(box, "vet")
    assert box.toPlainText() == "**vet**"
    box.setPlainText("schuin")
    QTest.keyClick(box, Qt.Key.Key_I, CONTROL)
    assert (box.toPlainText(), box.textCursor().selectedText()) == ("*schuin*", "*schuin*")
    QTest.keyClick(box, Qt.Key.Key_I, CONTROL)
    assert box.toPlainText() == "schuin"
    box.setPlainText("")
    QTest.keyClicks(box, "- een")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "twee")
    QTest.keyClick(box, Qt.Key.Key_T, CONTROL)
    QTest.keyClicks(box, "!")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.toPlainText() == "- een\n- [ ] twee!\n- [ ] "
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.toPlainText() == "- een\n- [ ] twee!\n"


def test_its_keys_are_not_the_windows_while_one_types(editor: MarkdownEditor) -> None:
    for key, modifiers, ours in (
        (Qt.Key.Key_I, CONTROL, True),
        (Qt.Key.Key_L, CONTROL, False),
        (Qt.Key.Key_I, CONTROL | Qt.KeyboardModifier.ShiftModifier, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(editor.box, event)
        assert event.isAccepted() == ours


def test_the_menu_of_the_text_has_it_too(editor: MarkdownEditor, qtbot: QtBot) -> None:
    box = text_field(editor)
    where = box.rect().center()
    box.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, box.mapToGlobal(where)))
    (menu,) = box.findChildren(QMenu, "text-menu")
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    actions["Verwijzen naar een item…"].trigger()
    menu.close()
    assert (box.toPlainText(), box._list.isVisible()) == ("[[", True)
    box._list.hide()


# --- who mentions it ---


def rows_of(mentions: MentionList) -> list[WrappingButton]:
    items = (mentions._rows.itemAt(place) for place in range(mentions._rows.count()))
    rows = (item.widget() for item in items if item is not None)
    return [row for row in rows if isinstance(row, WrappingButton)]


def test_the_inspector_shows_who_mentions_an_item(session: Session, qtbot: QtBot) -> None:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 700)
    inspector.show()
    session.select([A])
    mentions = inspector.page.findChild(MentionList)
    assert mentions is not None
    assert not mentions.isVisible()
    set_text(session, "n", "Zie [[a]].")
    set_text(session, "a", "Zie [[a]] zelf.")
    assert mentions.isVisible()

    def named() -> list[str]:
        return [row.text() for row in rows_of(mentions)]

    assert named() == ["Verslag"]
    session.attempt(Op.RENAME, lambda: edits.rename(session.graph, N, "Zaakverslag", now=NOW))
    assert named() == ["Zaakverslag"]
    for number in range(9):
        set_text(session, f"m{number}", "[[a]]")
    assert len(named()) == 8
    mentions._show_whole()
    assert len(named()) == 10
    rows_of(mentions)[-1].click()
    assert session.selection == (N,), "in the order of their titles"
    set_text(session, "m8", "")
    session.select([A])
    assert inspector.page.findChild(MentionList) is mentions, "the widgets of a page are used again"
    assert "Notitie 8" not in named()
