"""The reader of Markdown: shows all that was typed, loads nothing, and asks before a link leaves the program."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from gvkaart.ui import safe_browser
from gvkaart.ui.safe_browser import SafeBrowser, is_allowed


@pytest.fixture
def browser(qtbot: QtBot) -> SafeBrowser:
    made = SafeBrowser()
    made.link_opened.disconnect()  # nothing may leave a test
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    "text", ["afspraak met <naam> en <organisatie> volgt", "<script>alert(1)</script> blijft", "a < b en b > a"]
)
def test_what_was_typed_between_angle_brackets_is_shown(browser: SafeBrowser, text: str) -> None:
    browser.show_markdown(text)
    assert browser.toPlainText() == text


def test_markdown_is_read(browser: SafeBrowser) -> None:
    browser.show_markdown("# Kop\n\n* een\n* twee **dik**\n")
    assert "Kop" in browser.toPlainText()
    assert "#" not in browser.toPlainText()
    assert "**" not in browser.toPlainText()


def test_no_image_is_ever_read(browser: SafeBrowser, tmp_path: Path, qtbot: QtBot) -> None:
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    path = tmp_path / "rood.png"
    assert picture.save(str(path))
    browser.show_markdown(f"![x]({path}) ![y](file://{path}) ![z](//host/share/x.png)")
    browser.resize(300, 200)
    browser.show()
    shown = browser.grab().toImage()
    colours = {shown.pixelColor(x, y).name() for x in range(0, shown.width(), 2) for y in range(0, shown.height(), 2)}
    assert "#ff0000" not in colours


@pytest.mark.parametrize("kind", QTextDocument.ResourceType)
def test_nothing_is_loaded(browser: SafeBrowser, kind: QTextDocument.ResourceType) -> None:
    loaded = browser.document().resource(kind, QUrl("file:///etc/passwd"))
    if isinstance(loaded, QImage):
        assert (loaded.width(), loaded.height(), loaded.pixelColor(0, 0).alpha()) == (1, 1, 0)
    else:
        assert bytes(loaded).strip() == b""


def test_there_is_nowhere_to_go(browser: SafeBrowser, tmp_path: Path) -> None:
    page = tmp_path / "pagina.md"
    page.write_text("geheim", encoding="utf-8")
    browser.show_markdown("eigen tekst")
    browser.setSource(QUrl.fromLocalFile(str(page)))
    assert browser.toPlainText() == "eigen tekst"


@pytest.mark.parametrize("url", ["https://www.rijksoverheid.nl/a?b=c#d", "http://x.nl", "mailto:iemand@voorbeeld.nl"])
def test_links_that_may_be_opened(url: str) -> None:
    assert is_allowed(QUrl(url))


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "//host/share/x.exe",
        "\\\\host\\x.exe",
        "smb://host/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "search-ms:query=x",
        "ms-word:ofe|u|http://x",
        "C:\\x.exe",
        "relatief.html",
        "http:",
        "https:///x",
        "ftp://host/x",
        "",
    ],
)
def test_links_that_may_not(browser: SafeBrowser, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Mock()
    monkeypatch.setattr(safe_browser, "ask", asked)
    browser.anchorClicked.emit(QUrl(url))
    assert not is_allowed(QUrl(url))
    asked.assert_not_called()


@pytest.mark.parametrize(("answer", "opened"), [("open-link", 1), ("cancel", 0)])
def test_a_link_is_shown_in_full_and_asked_about(
    browser: SafeBrowser, monkeypatch: pytest.MonkeyPatch, answer: str, opened: int
) -> None:
    asked, given = Mock(return_value=answer), Mock()
    monkeypatch.setattr(safe_browser, "ask", asked)
    browser.link_opened.connect(given)
    browser.anchorClicked.emit(QUrl("https://rijksoverh\u0435id.nl/pad"))  # a Cyrillic letter
    assert "https://xn--" in asked.call_args.args[2]
    assert given.call_count == opened
