"""How windows and dialogs look on a small screen and in high contrast: whole, and told apart.

At 200 % a screen of 1366 x 768 has room for 683 x 384 of the pixels that widgets count in.
"""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.picture.theme import THEMES, Theme
from gvkaart.ui.appearance import Scheme, border_of
from gvkaart.ui.asking import Choice, ask, ask_line, ask_text, tell
from gvkaart.ui.export_dialog import ExportDialog
from gvkaart.ui.insight.agreeing import AgreeDialog
from gvkaart.ui.insight.grid_view import stretched
from gvkaart.ui.insight.meaning_card import CardRow, MeaningCard
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.pasting.outline_dialog import OutlineDialog
from gvkaart.ui.preferences_dialog import PreferencesDialog
from gvkaart.ui.setting_aside import SettingAsideDialog
from gvkaart.ui.shortcuts_dialog import ShortcutsDialog
from gvkaart.ui.sources.mark_dialog import Habit, MarkDialog
from gvkaart.ui.tour_card import TourCard
from tests.ui.conftest import Dialogs, child, settle

_SHADING = 24
"""So much the style shades the ground of a row."""

SMALL = QSize(683, 384)
TITLE_BAR = 24


def exporting(window: MainWindow) -> QWidget:
    view = window.map_view
    return ExportDialog(window.session, view.centres, view.theme, frozenset(), None, None, window)


DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    "preferences": PreferencesDialog,
    "shortcuts": lambda window: ShortcutsDialog(window.commands, window.desk, window),
    "export": exporting,
    "outline": lambda window: OutlineDialog(window.session, "Actor: CAK\n\tBelang: rust", parent=window),
    "passage": lambda window: MarkDialog(window.session, NodeId("s"), "Het zijn er 60.000.", Habit(), window),
    "agreement": lambda window: AgreeDialog("signaal", [("Wet", "Een vermoeden.")] * 9, [(NodeId("a"), "CAK")], window),
    "values": lambda window: SettingAsideDialog(list(window.session.catalogue), window),
}


@given(st.lists(st.integers(1, 400), max_size=12), st.integers(0, 3000))
def test_columns_fill_the_room_and_none_gets_less_than_it_asks(widths: list[int], room: int) -> None:
    got = stretched(widths, room)
    assert len(got) == len(widths)
    assert all(now >= asked for now, asked in zip(got, widths, strict=True))
    assert not widths or sum(got) == max(room, sum(widths))


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_fits_a_small_screen_at_twice_the_size(window: MainWindow, name: str) -> None:
    dialog = DIALOGS[name](window)
    dialog.ensurePolished()
    least = dialog.minimumSizeHint()
    assert least.width() <= SMALL.width()
    assert least.height() + TITLE_BAR <= SMALL.height()
    dialog.deleteLater()


def test_a_window_in_which_all_was_looked_at_fits_a_small_screen(example: MainWindow) -> None:
    for panel in example.panels.docks.values():
        panel.hide()
    example.resize(SMALL)
    QApplication.processEvents()
    for _ in range(2):
        for view in example.views.known:
            example.views.show_view(view.name)
            QApplication.processEvents()
            assert example.minimumSizeHint().width() <= SMALL.width(), view.name


def test_a_window_that_explains_a_finding_fits_a_small_screen(example: MainWindow, qtbot: QtBot) -> None:
    for name, panel in example.panels.docks.items():
        panel.setVisible(name == "findings")
    example.resize(SMALL)
    settle(qtbot, example)
    findings = child(example, QListView, "findings")
    findings.setCurrentIndex(findings.model().index(0, 0))
    settle(qtbot, example)
    assert example.minimumSizeHint().height() + TITLE_BAR <= SMALL.height()


def test_the_rows_of_preferences_stand_close_together(window: MainWindow, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(window)
    dialog.show()
    qtbot.waitExposed(dialog)
    high, language = child(dialog, QComboBox, "scheme"), child(dialog, QComboBox, "language")
    assert high.y() - language.geometry().bottom() < language.height()
    dialog.close()


def test_a_list_to_choose_from_has_an_arrow_in_every_scheme(program: Program, window: MainWindow) -> None:
    box = QComboBox(window)
    box.resize(120, 30)
    box.ensurePolished()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        for contrast in (False, True):
            program.set_scheme(scheme)
            program.set_high_contrast(contrast)
            image = box.grab().toImage()
            ground = QColor(window._maps.palette().color(window.palette().ColorRole.Base))
            inked = {
                (x, y)
                for x in range(image.width() * 3 // 4, image.width() - 6)
                for y in range(6, image.height() - 6)
                if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 100
            }
            assert inked, (scheme, contrast)
    box.deleteLater()


@pytest.mark.parametrize("theme", THEMES)
def test_the_row_that_is_pointed_at_can_be_read_and_its_list_has_an_edge(
    theme: Theme, program: Program, qtbot: QtBot
) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Aanvankelijk", "Na het gesprek"])
    program.set_scheme(Scheme.DARK if theme.is_dark else Scheme.LIGHT)
    program.set_high_contrast(theme.is_high_contrast)
    box.show()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    seen = box.view().grab().toImage()
    row = box.view().visualRect(box.model().index(0, 0)).translated(box.view().viewport().pos())
    ground, wanted = seen.pixelColor(row.right() - 3, row.center().y()), box.palette().highlight().color()
    assert max(abs(ground.red() - wanted.red()), abs(ground.green() - wanted.green())) <= _SHADING
    assert abs(ground.blue() - wanted.blue()) <= _SHADING
    assert seen.pixelColor(0, seen.height() // 2) == QColor(border_of(theme))


def test_a_question_for_a_name_is_as_wide_as_a_name(window: MainWindow, dialogs: Dialogs) -> None:
    widths: list[int] = []

    def look(dialog: QWidget, field: type[QWidget]) -> None:
        assert isinstance(dialog, QInputDialog)
        widths.append(dialog.findChildren(field)[0].width())
        dialog.setTextValue(" Vóór het overleg ")
        dialog.accept()

    dialogs.expect(lambda dialog: look(dialog, QLineEdit))
    assert ask_line(window, "Naam", "Hoe?") == "Vóór het overleg"
    dialogs.expect(lambda dialog: look(dialog, QPlainTextEdit))
    assert ask_text(window, "Reden", "Waarom?") == " Vóór het overleg "
    assert min(widths) >= 50 * window.fontMetrics().averageCharWidth()


def test_a_question_one_thinks_better_of_has_no_answer(window: MainWindow, dialogs: Dialogs) -> None:
    dialogs.dismiss()
    assert ask_line(window, "Naam", "Hoe?", "oud") == ""
    dialogs.dismiss()
    assert ask_text(window, "Reden", "Waarom?") is None


def test_a_question_that_was_answered_is_let_go(window: MainWindow, dialogs: Dialogs) -> None:
    dialogs.press("yes")
    ask(window, "Zeker?", "Echt?", Choice("yes", "Ja"))
    for question in (ask_line, ask_text):
        dialogs.dismiss()
        question(window, "Naam", "Hoe?")
    dialogs.dismiss()
    tell(window, "Klaar", "Het is gelukt.")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(QMessageBox)
    assert not window.findChildren(QInputDialog)


def test_the_buttons_of_the_tour_show_whole_words(window: MainWindow) -> None:
    card = TourCard(window)
    card.say(2, 8, "Wat opvalt", "Een signaal is een vraag.")
    card.stand_beside(window.map_view)
    QApplication.processEvents()
    assert card.width() >= card.minimumSizeHint().width()


def test_cards_that_lay_out_of_sight_are_not_cut_off(example: MainWindow, qtbot: QtBot) -> None:
    page = example.views.show_view("concepts")
    settle(qtbot, example)
    example.resize(900, 700)
    tabs = page.findChildren(QTabWidget)[0]
    qtbot.waitUntil(lambda: bool(page.findChildren(MeaningCard)))
    tabs.setCurrentIndex(2)
    example.views.show_view("map-view")
    example.resize(1300, 700)
    for name in ("outline", "findings", "inspector"):
        example.panels.docks[name].hide()
    settle(qtbot, example)
    example.views.show_view("concepts")
    tabs.setCurrentIndex(0)
    row = page.findChildren(CardRow)[0]
    qtbot.waitUntil(lambda: all(card.height() <= row.viewport().height() for card in page.findChildren(MeaningCard)))
