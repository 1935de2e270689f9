"""Help: the manual in both languages, contents, links, search, pictures, and F1 at the place where one is."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QImage, QPdfWriter
from PySide6.QtWidgets import QApplication, QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.ui.help import manual
from gvkaart.ui.help.window import HelpWindow, picture_names
from gvkaart.ui.main_window import MainWindow
from tests.ui.conftest import Dialogs, settle, trigger

LINK = re.compile(r"\]\(#([a-z-]+)\)")
PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)")


def opened(program: Program, window: MainWindow, topic: str = "") -> HelpWindow:
    program.show_help(window, topic)
    shown = window.findChild(HelpWindow)
    assert shown is not None
    QApplication.processEvents()
    return shown


def items(shown: HelpWindow) -> list[QTreeWidgetItem]:
    return [item for item in shown._items() if not item.isHidden()]


def at_top(shown: HelpWindow) -> str:
    return shown.browser.cursorForPosition(shown.browser.viewport().rect().topLeft()).block().text()


def test_languages_have_the_same_sections_pictures_and_links() -> None:
    dutch, english = manual.sections("nl", ""), manual.sections("en", "")
    assert [(one.name, one.level) for one in dutch] == [(one.name, one.level) for one in english]
    for first, second in zip(dutch, english, strict=True):
        assert LINK.findall(first.text) == LINK.findall(second.text), first.name
        names = [[name for _words, name in PICTURE.findall(one.text)] for one in (first, second)]
        assert names[0] == names[1], first.name


@pytest.mark.parametrize("language", ["nl", "en"])
def test_names_are_there_once_and_lead_somewhere(language: str) -> None:
    sections = manual.sections(language, "")
    names = [one.name for one in sections]
    assert all(names), "a heading without a name"
    assert len(names) == len(set(names))
    links = {link for one in sections for link in LINK.findall(one.text)}
    assert links | set(manual.TOPICS.values()) <= set(names)
    pictures = [picture for one in sections for picture in PICTURE.findall(one.text)]
    assert {name for _words, name in pictures} <= picture_names()
    assert all(words for words, _name in pictures), "a picture that a screen reader cannot tell"


def test_opens_with_the_heading_on_top(program: Program, window: MainWindow) -> None:
    for name in ("kaart", "tabellen", "geschiedenis"):
        shown = opened(program, window, name)
        title = next(one.title for one in shown._sections if one.name == name)
        assert at_top(shown) == title
        shown.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_pictures_are_small() -> None:
    folder = Path(__file__).parents[3] / "resources" / "help" / "beelden"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 1_500_000


def test_search_knows_no_case_or_accents() -> None:
    section = manual.Section("a", 2, "Reservekopieën", "Vóór het overleg")
    assert section.holds("KOPIEEN voor")
    assert not section.holds("kopieen na")


def test_f1_opens_at_the_place_where_one_is(window: MainWindow, program: Program, qtbot: QtBot) -> None:
    for go, title in (
        (lambda: window.views.show_view("map-view"), "Bouwen"),
        (lambda: window.views.show_view("tables"), "Tabellen"),
        (lambda: window.views.show_view("sources"), "Bronnen"),
        (lambda: window.panels.show("findings").setFocus(), "Signalen"),
        (window.outline.setFocus, "Overzicht"),
        (window.search_box.begin, "Zoeken"),
    ):
        window.activateWindow()
        go()
        focused = window.focusWidget()
        trigger(window, "help")
        settle(qtbot, window)
        assert at_top(opened(program, window, manual.topic_at(focused))) == title
    assert manual.topic_at(None) == ""
    opened(program, window).close()


def test_every_part_with_a_section_is_there(window: MainWindow) -> None:
    for view in window.views.known:
        window.views.content(view.name)
    for panel in window.panels.known:
        window.panels.content(panel.name)
    trigger(window, "filter")
    names = {one.objectName() for one in window.findChildren(QObject)}
    assert manual.TOPICS.keys() - names <= {"building", "start-screen"}, "an object name that nothing has"


def test_one_window_and_contents_lead_to_sections(window: MainWindow, program: Program) -> None:
    shown = opened(program, window)
    assert opened(program, window) is shown
    for item in items(shown)[:8]:
        shown.contents.setCurrentItem(item)
        assert at_top(shown) == item.text(0)
    shown.browser.anchorClicked.emit(QUrl("#signalen"))
    assert at_top(shown) == "Signalen"
    shown.close()


def test_searching_leaves_what_holds_the_words(window: MainWindow, program: Program) -> None:
    shown = opened(program, window)
    everything = len(items(shown))
    shown.search.setText("ijsberg")
    assert 0 < len(items(shown)) < everything
    assert shown.browser.extraSelections()
    shown.find_next()
    assert shown.browser.textCursor().selectedText().lower() == "ijsberg"
    place = shown.browser.textCursor().position()
    for _ in shown.browser.extraSelections():
        shown.find_next()
    assert shown.browser.textCursor().position() == place, "after the last comes the first"
    shown.search.setText("xyzzy")
    assert not items(shown)
    assert "Probeer" in shown._state.text()
    shown.search.clear()
    assert len(items(shown)) == everything
    shown.close()


def test_pictures_are_shown_and_printed(window: MainWindow, program: Program, tmp_path: Path) -> None:
    shown = opened(program, window)
    image, other = (shown.browser.loadResource(2, QUrl(name)) for name in ("kaart.png", "file:///etc/passwd"))
    assert isinstance(image, QImage)
    assert isinstance(other, QImage)
    assert image.width() > 350, "as wide as there is room for, on a screen of 800 pixels"
    assert other.width() == 1, "nothing but its own pictures"
    writer = QPdfWriter(str(tmp_path / "uitleg.pdf"))
    shown.browser.document().print_(writer)
    del writer
    assert (tmp_path / "uitleg.pdf").stat().st_size > 100_000
    shown.close()


def test_about_says_where_things_are_kept(window: MainWindow, program: Program, dialogs: Dialogs) -> None:
    def look(box: object) -> None:
        assert isinstance(box, QMessageBox)
        assert "EUPL" in box.informativeText()
        assert "reservekopieën" in box.detailedText()
        box.close()

    dialogs.expect(look)
    trigger(window, "about")
