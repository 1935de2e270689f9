"""The history in the window: what stands in it, going back and forth, looking, comparing, starting from a moment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.store.past import Moment
from gvkaart.ui.history.notice import Notice
from gvkaart.ui.history.panel import HistoryPanel
from gvkaart.ui.history.past_view import PastView
from gvkaart.ui.history.times import day_of, day_words
from gvkaart.ui.inspector.node_page import NodePage
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from tests.store.tools import sql
from tests.ui.conftest import Dialogs, child, settle, trigger
from tests.ui.history.trees import item

A, P, F = NodeId("a"), NodeId("p"), NodeId("f")


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> HistoryPanel:
    """The history of a document in which one item was renamed twice."""
    for title in ("Eerste", "Tweede"):
        node_operations.rename(window.session, A, title)
    found = window.panels.show("history")
    assert isinstance(found, HistoryPanel)
    up_to_date(found, qtbot)
    return found


def up_to_date(panel: HistoryPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not panel._later.isActive())


def texts(panel: HistoryPanel) -> list[str]:
    model = panel.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(panel: HistoryPanel, *rows: int) -> None:
    panel.list.choose(list(rows))


def press(panel: HistoryPanel, name: str) -> None:
    button = child(panel, QPushButton, f"history-{name}-button")
    assert button.isEnabled(), name
    button.click()


def notice(window: MainWindow) -> Notice:
    return child(window, Notice, "notice")


def title(window: MainWindow) -> str:
    return window.session.graph.nodes[A].title


def test_the_steps_stand_under_their_day_the_newest_on_top(panel: HistoryPanel) -> None:
    assert texts(panel) == ["Vandaag", "Nu: Hernoemen: Tweede", "Hernoemen: Eerste", "Invoegen: begin"]
    assert ":" in panel.model.index(1, 1).data()
    assert "Dubbelklik" in child(panel, QLabel, "history-hint").text()
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_enter_goes_to_a_step_and_the_button_returns(panel: HistoryPanel, window: MainWindow, qtbot: QtBot) -> None:
    choose(panel, 3)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert title(window) == "Gemeente"
    up_to_date(panel, qtbot)
    assert texts(panel)[1:] == ["Ongedaan: Hernoemen: Tweede", "Ongedaan: Hernoemen: Eerste", "Nu: Invoegen: begin"]
    qtbot.waitUntil(lambda: bool(notice(window).sentence))
    child(window, QPushButton, "notice-button").click()
    assert title(window) == "Tweede"


def test_a_double_click_goes_forward_too(panel: HistoryPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.session.undo()
    window.session.undo()
    up_to_date(panel, qtbot)
    at = panel.list.visualRect(panel.model.index(2, 0)).center()
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert title(window) == "Eerste"


def test_where_one_is_and_what_was_overtaken_cannot_be_gone_to(
    panel: HistoryPanel, window: MainWindow, qtbot: QtBot
) -> None:
    go = child(panel, QPushButton, "history-go-button")
    choose(panel, 1)
    assert not go.isEnabled()
    panel.go()
    assert title(window) == "Tweede"
    window.session.undo()
    node_operations.rename(window.session, A, "Derde")
    up_to_date(panel, qtbot)
    assert texts(panel)[1:3] == ["Nu: Hernoemen: Derde", "Ongedaan: Hernoemen: Tweede"]
    choose(panel, 2)
    assert not go.isEnabled()
    panel.go()
    assert title(window) == "Derde"
    choose(panel, 0)
    assert panel.selected == []


def test_who_was_typing_is_told_why_an_undone_step_cannot_be_gone_to(panel: HistoryPanel, window: MainWindow) -> None:
    session = window.session
    session.undo()
    undone = session.document.redo_step
    assert undone is not None
    session.select([A])
    window.panels.show("inspector")
    page = window.inspector.page
    assert isinstance(page, NodePage)
    page.title.box.setPlainText("Getypt")
    assert not session.go_to(undone.id)
    assert title(window) == "Getypt"
    assert "Wat u net typte" in window.message_bar.sentence
    assert session.go_to(0)


def test_selected_steps_stay_selected_and_the_present_is_followed(
    panel: HistoryPanel, window: MainWindow, qtbot: QtBot
) -> None:
    node_operations.rename(window.session, A, "Derde")
    up_to_date(panel, qtbot)
    assert [one.op.detail for one in panel.selected] == ["Derde"]
    choose(panel, 3)
    node_operations.rename(window.session, A, "Vierde")
    up_to_date(panel, qtbot)
    assert [one.op.detail for one in panel.selected] == ["Eerste"]


def test_a_hidden_history_is_not_read(panel: HistoryPanel, window: MainWindow, qtbot: QtBot) -> None:
    window.panels.show("findings")
    qtbot.waitUntil(lambda: not panel.isVisible())
    node_operations.rename(window.session, A, "Derde")
    assert not panel._later.isActive()
    trigger(window, "history")
    up_to_date(panel, qtbot)
    assert "Nu: Hernoemen: Derde" in texts(panel)


def test_a_version_is_named_and_can_be_gone_to(
    panel: HistoryPanel, window: MainWindow, dialogs: Dialogs, qtbot: QtBot
) -> None:
    dialogs.expect(lambda dialog: (dialog.setTextValue(" Vóór <b>overleg</b> "), dialog.accept()))  # type: ignore[attr-defined]  # QInputDialog
    press(panel, "version")
    up_to_date(panel, qtbot)
    assert texts(panel)[1] == "Nu: Versie: Vóór <b>overleg</b>"
    assert "&lt;b&gt;" in panel.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert not panel.model.index(1, 0).data(Qt.ItemDataRole.DecorationRole).isNull()
    node_operations.rename(window.session, A, "Later")
    up_to_date(panel, qtbot)
    choose(panel, 2)
    press(panel, "go")
    assert title(window) == "Tweede"


def test_a_version_without_a_name_is_not_kept(panel: HistoryPanel, window: MainWindow, dialogs: Dialogs) -> None:
    dialogs.expect(lambda dialog: (dialog.setTextValue("  "), dialog.accept()))  # type: ignore[attr-defined]  # QInputDialog
    trigger(window, "name-version")
    dialogs.dismiss()
    trigger(window, "name-version")
    assert window.session.document.versions() == []


def test_a_moment_is_looked_at_without_changing_anything(
    panel: HistoryPanel, window: MainWindow, program: Program, qtbot: QtBot
) -> None:
    node_operations.remove(window.session, [F])
    up_to_date(panel, qtbot)
    choose(panel, 4)
    press(panel, "look")
    view = child(window, PastView, "past")
    qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
    assert {"a", "f"} <= set(view.canvas.content.nodes)
    assert "Invoegen" in child(view, QLabel, "past-heading").text()
    assert title(window) == "Tweede"
    child(view, QPushButton, "past-compare").click()
    assert child(window, QDialog, "comparison").isVisible()
    child(view, QPushButton, "past-copy").click()
    assert program.windows[-1].session.graph.nodes[A].title == "Gemeente"
    child(view, QPushButton, "past-close").click()


def test_a_map_that_was_empty_then_says_so(panel: HistoryPanel, window: MainWindow, qtbot: QtBot) -> None:
    map_operations.add(window.session, "Tweede kaart")
    node_operations.add(window.session, "note", "Op twee", (0, 0))
    up_to_date(panel, qtbot)
    choose(panel, 2)
    press(panel, "look")
    view = child(window, PastView, "past")
    assert "nog niets" in child(view, QLabel, "past-state").text()
    view.close()


def test_a_moment_is_restored_as_a_new_document(panel: HistoryPanel, window: MainWindow, program: Program) -> None:
    choose(panel, 2)
    press(panel, "copy")
    copy = program.windows[-1]
    assert copy is not window
    assert copy.session.graph.nodes[A].title == "Eerste"
    assert copy.session.document.path is None
    assert title(window) == "Tweede"


def test_two_moments_are_compared_and_a_line_leads_to_the_map(panel: HistoryPanel, window: MainWindow) -> None:
    choose(panel, 3, 2)
    assert child(panel, QPushButton, "history-compare-button").accessibleName() == "Deze twee vergelijken…"
    press(panel, "compare")
    dialog = child(window, QDialog, "comparison")
    tree = child(dialog, QTreeWidget, "differences")
    section, detail = item(tree, 0), item(tree, 0, 0, 0)
    assert section.text(0) == "Items gewijzigd (1)"
    assert detail.text(0) == "Titel: 'Gemeente' → 'Eerste'"
    tree.setCurrentItem(detail)
    assert window.session.selection == (A,)
    child(dialog, QPushButton, "copy-comparison").click()
    assert "Titel: 'Gemeente' → 'Eerste'" in QApplication.clipboard().text()
    dialog.close()


def test_no_difference_is_said(panel: HistoryPanel, window: MainWindow) -> None:
    choose(panel, 1)
    press(panel, "compare")
    dialog = child(window, QDialog, "comparison")
    assert child(dialog, QLabel, "comparison-none").text()
    assert not child(dialog, QPushButton, "copy-comparison").isEnabled()
    dialog.close()


def test_an_item_that_is_gone_is_not_shown_on_the_map(panel: HistoryPanel, window: MainWindow, qtbot: QtBot) -> None:
    node_operations.remove(window.session, [F])
    up_to_date(panel, qtbot)
    choose(panel, 2)
    press(panel, "compare")
    tree = child(window, QTreeWidget, "differences")
    tree.setCurrentItem(item(tree, 0, 0))
    assert F not in window.session.selection
    child(window, QDialog, "comparison").close()


def test_the_menu_of_a_step_offers_all_of_it(panel: HistoryPanel, qtbot: QtBot) -> None:
    choose(panel, 2)
    panel.list.customContextMenuRequested.emit(panel.list.rect().center())
    menu = child(panel, QMenu, "history-menu")
    assert [action.objectName() for action in menu.actions()] == [
        f"history-{name}" for name in ("go", "look", "compare", "copy", "version")
    ]
    menu.close()


def test_what_befell_an_item_is_shown_and_followed(panel: HistoryPanel, window: MainWindow) -> None:
    node_operations.remove(window.session, [P])
    map_operations.move(window.session, {A: (7, 7)}, {})
    window.session.undo()
    window.session.select([A])
    trigger(window, "item-history")
    dialog = child(window, QDialog, "item-history-window")
    tree = child(dialog, QTreeWidget, "item-history")
    told = _all(tree)
    assert "Titel: 'Eerste' → 'Tweede'" in told
    assert "Weg: Tweede neemt in Vergelijken mag niet" in told
    assert told.count("Verplaatst op kaart 'Kaart'") == 2
    assert any(text.endswith(", ongedaan gemaakt") for text in told)
    window.session.redo()
    assert any(text.endswith(", opnieuw gedaan") for text in _all(tree))
    dialog.close()


def _all(tree: QTreeWidget) -> list[str]:
    tops = [item(tree, row) for row in range(tree.topLevelItemCount())]
    below = [item(tree, row, under) for row, top in enumerate(tops) for under in range(top.childCount())]
    return [one.text(0) for one in (*tops, *below)]


def test_a_history_that_was_erased_says_so(
    panel: HistoryPanel, window: MainWindow, dialogs: Dialogs, qtbot: QtBot, path: Path
) -> None:
    dialogs.press("cancel")
    trigger(window, "erase-history")
    assert window.session.undo_step is not None
    dialogs.press("erase")
    trigger(window, "erase-history")
    up_to_date(panel, qtbot)
    assert "kan niet ongedaan worden gemaakt" in dialogs.texts[-1]
    assert texts(panel)[1:] == ["Nu: Geschiedenis gewist"]
    assert b"Eerste" not in path.read_bytes()
    window.session.select([A])
    trigger(window, "item-history")
    assert child(window, QLabel, "item-history-empty").text()
    child(window, QDialog, "item-history-window").close()


def test_a_history_that_cannot_be_read_is_said(
    panel: HistoryPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise Rejected("store.history_unusable")

    for name in ("gvkaart.ui.history.panel.read_course", "gvkaart.store.past.graph_at"):
        monkeypatch.setattr(name, fail)
    monkeypatch.setattr("gvkaart.ui.history.item_history.events_of", fail)
    choose(panel, 2)
    uses: tuple[Callable[[], object], ...] = (
        panel.refresh,
        panel._look,
        panel._compare,
        lambda: show_history_of_a(window),
    )
    for use in uses:
        window.message_bar.hide()
        use()
        assert window.message_bar.isVisible()
    child(window, QDialog, "item-history-window").close()


def show_history_of_a(window: MainWindow) -> None:
    window.session.select([A])
    trigger(window, "item-history")


def test_a_disk_that_fails_while_naming_a_version_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise EnvironmentProblem("store.disk_full", file="x")

    monkeypatch.setattr(window.session.document, "name_version", fail)
    monkeypatch.setattr(window.session.document, "go_to", fail)
    assert not window.session.name_version("v")
    assert not window.session.go_to(0)
    assert window.message_bar.isVisible()


def test_days_are_named(panel: HistoryPanel) -> None:
    moments = [row for row in panel.model.rows if isinstance(row, Moment)]
    assert len({day_of(one.op.time - 86_400_000 * number) for number, one in enumerate(moments)}) == 3
    assert day_words(day_of(moments[0].op.time - 86_400_000), "nl") == "Gisteren"
    assert "2001" in day_words(day_of(1_000_000_000_000), "nl")


def test_a_step_of_another_program_has_a_name(window: MainWindow, path: Path, program: Program, qtbot: QtBot) -> None:
    window.close()
    with sql(path) as connection:
        connection.execute("UPDATE op SET name = 'teleport', detail = 'X'")
    assert program.open(path)
    settle(qtbot, program.windows[-1])
    opened = program.windows[-1]
    assert "stap: X" in opened.commands["undo"].text()
    found = opened.panels.show("history")
    assert isinstance(found, HistoryPanel)
    up_to_date(found, qtbot)
    assert "Nu: Stap: X" in texts(found)
