"""What users type is text and nothing else, wherever it appears: never markup, never a path, never a placeholder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QListView, QListWidget, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.text import clean_line
from gvkaart.ui.asking import CANCEL, Choice, ask, tell
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.outline import NODE_ROLE
from tests.case import case, node
from tests.ui.conftest import Dialogs, child, saved_graph, settle, trigger

HOSTILE = {
    "image": '<img src="//host/x.png">',
    "bold": "<b>vet</b>",
    "ampersand": "Jansen & Zn &amp; &lt;",
    "percent": "100%1 {detail} %s",
    "long": "lang " * 2000,
    "lines": "eerste\nregel\ttab",
    "rtl": "\u202eomgekeerd \u05e2\u05d1\u05e8\u05d9\u05ea",
    "emoji": "👩‍👩‍👧 🏳️‍🌈",
    "nul": "nul\x00teken",
    "star": "[*] ster",
}


@pytest.fixture(params=list(HOSTILE))
def title(request: pytest.FixtureRequest) -> str:
    return clean_line(HOSTILE[request.param])


@pytest.fixture
def hostile(title: str, program: Program, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window on a map that says nothing but one hostile title, and selects the party that has it."""
    graph = case(
        node("actor", "a", title),
        node("position", "p", title, text=title),
        node("concept", "c", title, definition=title),
        "a holds p",
    )
    program.open(saved_graph(graph, tmp_path / "kaart.gvkaart", tmp_path / "other-pc"))
    window = program.windows[-1]
    settle(qtbot, window)
    window.session.select(("a",))  # type: ignore[arg-type]
    return window


def indexes(model_parent: QModelIndex, view: QWidget) -> Iterator[QModelIndex]:
    model = view.model()  # type: ignore[attr-defined]
    for row in range(model.rowCount(model_parent)):
        index = model.index(row, 0, model_parent)
        yield index
        yield from indexes(index, view)


def might_be_rich(text: str) -> bool:
    return bool(QtGui.Qt.mightBeRichText(text))


def assert_only_text(widgets: list[QWidget]) -> None:
    for widget in widgets:
        assert not might_be_rich(widget.toolTip()), widget
        if isinstance(widget, QLabel) and might_be_rich(widget.text()):
            assert widget.textFormat() == Qt.TextFormat.PlainText, (widget.objectName(), widget.text()[:80])


def test_appears_literally_in_outline_and_findings(hostile: MainWindow, title: str) -> None:
    shown = {i.data(NODE_ROLE): i.data() for i in indexes(QModelIndex(), hostile.outline) if i.data(NODE_ROLE)}
    assert len(shown) == 3
    assert all(text.startswith(title) for text in shown.values())
    findings = child(hostile, QListView, "findings")
    rows = list(indexes(QModelIndex(), findings))
    assert any(title in row.data() for row in rows)
    for row in rows:
        findings.setCurrentIndex(row)
        assert_only_text(hostile.findChildren(QWidget))


def test_every_label_and_tip_takes_it_as_text(hostile: MainWindow) -> None:
    for selected in (("a",), ("p",), ("c",), ("a", "p"), ()):
        hostile.session.select(selected)  # type: ignore[arg-type]
        QApplication.processEvents()
        assert_only_text(QApplication.allWidgets())


def test_undo_names_it_literally_and_not_at_endless_length(hostile: MainWindow, title: str) -> None:
    trigger(hostile, "remove")
    text = hostile.commands["undo"].text().replace("&&", "&")
    assert title[:30] in text
    assert len(text) < 120


def test_menus_tips_and_title_of_the_window(hostile: MainWindow, program: Program, tmp_path: Path, title: str) -> None:
    name = title.replace("/", "-")[:60].strip() or "x"
    path = tmp_path / f"{name}.gvkaart"
    assert hostile.keeper.save_as(path)
    assert hostile.windowTitle().replace("[*][*]", "[*]").startswith(name)
    file = next(menu for menu in hostile.findChildren(QMenu) if "Recent" in menu.title())
    file.aboutToShow.emit()
    assert file.actions()[0].text().replace("&&", "&").startswith(name)
    for menu in hostile.findChildren(QMenu):
        for action in menu.actions():
            assert not might_be_rich(action.toolTip()) or menu.toolTipsVisible() is False
    assert_only_text(QApplication.allWidgets())


def test_found_by_typing_it(hostile: MainWindow, title: str) -> None:
    box = hostile.search_box
    box.setText(title[:200])
    box.textEdited.emit(title[:200])
    while box.busy:
        QApplication.processEvents()
    hits = child(hostile, QListWidget, "hits")
    assert hits.isVisible()
    texts = [hits.item(row).text() for row in range(hits.count())]
    assert title in texts or "Niets gevonden" in texts[0]
    box.clear()


def test_the_building_panel_shows_it_literally_and_stays_of_this_world(hostile: MainWindow, title: str) -> None:
    trigger(hostile, "add")
    panel = hostile.builder.panel
    assert panel.isVisible()
    assert_only_text([panel, *panel.findChildren(QWidget)])
    labels = [label.text() for label in panel.findChildren(QLabel)]
    assert any(title[:10] in text or text.rstrip("…") in title for text in labels if text)
    assert panel.width() < 800
    assert panel.height() < 600


def test_questions_and_messages_are_plain_text(hostile: MainWindow, dialogs: Dialogs, title: str) -> None:
    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        for label in dialog.findChildren(QLabel):
            assert not might_be_rich(label.text()) or label.textFormat() == Qt.TextFormat.PlainText
        dialog.close()

    dialogs.expect(look)
    assert ask(hostile, title, title, Choice("yes", "Ja"), Choice(CANCEL, "Nee")) == CANCEL
    dialogs.expect(look)
    tell(hostile, title, title, title)
    hostile.session.problem.emit(title)
    assert hostile.message_bar.sentence == title
    assert_only_text(hostile.message_bar.findChildren(QWidget))


def test_relations_menu_and_choosers(hostile: MainWindow, title: str) -> None:
    from gvkaart.ui.operations import map as map_operations

    map_operations.add(hostile.session, title)
    assert child(hostile, QComboBox, "maps").currentText() == title
    QApplication.processEvents()
    assert hostile.width() < 1200
