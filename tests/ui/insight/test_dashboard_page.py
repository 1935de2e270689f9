"""How a case stands on one page, in a real window; and what of it leaves the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.ui.insight.dashboard_page import DashboardView
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from tests.case import case, edge, node
from tests.ui.conftest import child

CANARY = "kanariegeel"


@pytest.fixture
def small() -> Graph:
    """Two parties, of which one was heard; a purpose with one rung; titles that look like markup."""
    return case(
        node("actor", "a", "Gemeente <b>Noord</b>", presence="at_table"),
        node("actor", "b", "Ministerie", presence="absent"),
        node("fact", "f", "Het zijn er 60.000", settle_question=f"Tel {CANARY} na", settle_by="a"),
        node("purpose", "d", "Helpen", who="de wijkagent"),
        *("a claims f", edge("b disputes f", reported_by="a")),
    )


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DashboardView:
    shown = window.views.show_view("dashboard")
    assert isinstance(shown, DashboardView)
    qtbot.waitUntil(lambda: not window.checker.busy and not shown._soon.isActive())
    return shown


def test_the_page_says_how_the_case_stands(page: DashboardView) -> None:
    text = page.browser.toPlainText()
    assert "1 van 2\npartijen zelf gehoord" in text
    assert "1 van 2\nuitspraken van horen zeggen" in text
    assert "Gemeente <b>Noord</b>" in text, "a title is never markup"
    assert "Nog niet zelf gehoord" in text
    assert "■□□□□□ 1 van 6\nHelpen" in text
    assert f"Zoek uit: Tel {CANARY} na" in text


def test_a_link_leads_to_the_map(window: MainWindow, page: DashboardView) -> None:
    page.browser.anchorClicked.emit(QUrl("item:gone"))
    assert window.views.current == "dashboard"
    page.browser.anchorClicked.emit(QUrl("item:f"))
    assert window.views.current == "map-view"
    assert window.session.selection == ("f",)


def test_what_is_private_is_seen_and_not_copied(window: MainWindow, page: DashboardView, qtbot: QtBot) -> None:
    node_operations.set_visibility(window.session, (NodeId("f"),), "private")
    qtbot.waitUntil(lambda: not window.checker.busy and not page._soon.isActive())
    assert CANARY in page.browser.toPlainText()
    QTest.mouseClick(child(page, QPushButton, "copy-dashboard"), Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert "Ministerie" in data.text()
    assert "Ministerie" in data.html()
    assert CANARY not in data.text() + data.html()
    assert "60.000" not in data.text() + data.html()
    assert "item:" not in data.html(), "an id keeps the first title"


def test_nothing_is_copied_from_the_page_but_what_may_leave(
    window: MainWindow, page: DashboardView, qtbot: QtBot
) -> None:
    window.session.select((NodeId("a"),))
    node_operations.set_visibility(window.session, (NodeId("f"),), "private")
    qtbot.waitUntil(lambda: not window.checker.busy and not page._soon.isActive())
    page.browser.setFocus()
    QTest.mouseDClick(page.browser.viewport(), Qt.MouseButton.LeftButton, pos=page.browser.viewport().rect().center())
    assert not page.browser.textCursor().hasSelection()
    QTest.keyClick(page.browser, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert "Wie is gehoord?" in data.text(), "the page, not the items that are selected"
    assert CANARY not in data.text() + data.html()


def test_until_the_checks_followed_nothing_is_said_of_what_is_gone(
    window: MainWindow, page: DashboardView, qtbot: QtBot
) -> None:
    node_operations.add(window.session, "interest", "Niemand wordt vergeten", (0, 0))
    (interest,) = window.session.selection
    node_operations.set_field(window.session, interest, "level", "public")
    relation_operations.connect(window.session, NodeId("d"), "pursues", interest)
    qtbot.waitUntil(lambda: f"item:{interest}" in page.browser.toHtml())
    assert any(finding.subject == (interest,) for finding in window.checker.findings)
    node_operations.remove(window.session, (interest,))
    page.load()
    assert f"item:{interest}" not in page.browser.toHtml()


def test_the_page_is_printed_on_paper(page: DashboardView, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    printed = f"{tmp_path}/stand.pdf"

    def answer(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(printed)
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", answer)
    QTest.mouseClick(child(page, QPushButton, "print-dashboard"), Qt.MouseButton.LeftButton)
    import pypdf

    text = "".join(leaf.extract_text() for leaf in pypdf.PdfReader(printed).pages)
    assert "Wie is gehoord?" in " ".join(text.split())


def test_a_map_without_anything_says_what_is_missing(window: MainWindow, page: DashboardView, qtbot: QtBot) -> None:
    node_operations.remove(window.session, tuple(window.session.graph.nodes))
    qtbot.waitUntil(lambda: "Er staan nog geen partijen op de kaart." in page.browser.toPlainText())
    assert "Er staan nog geen doelen op de kaart." in page.browser.toPlainText()
