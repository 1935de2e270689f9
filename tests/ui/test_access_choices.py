"""What a person chooses about the program: it holds at once, is remembered, and is announced to who does not see it."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.picture.primitives import Rect
from gvkaart.picture.theme import HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, THEMES, Theme
from gvkaart.ui import announcing, appearance, motion, settings
from gvkaart.ui.appearance import MapText, Scheme
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.panels import LEFT, Panels
from gvkaart.ui.preferences_dialog import PreferencesDialog
from gvkaart.ui.settings import Place, Settings
from tests.picture.test_theme import contrast
from tests.ui.conftest import Dialogs, child, settle, trigger

LEAVE_ROOM = Panels.leave_room
"""As it is; the windows of tests do without (`tests.ui.conftest`)."""


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> PreferencesDialog:
    made = PreferencesDialog(window)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(dialog: PreferencesDialog, name: str, value: str) -> None:
    box = child(dialog, QComboBox, name)
    row = box.findData(value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


# --- contrast ---------------------------------------------------------------------------------------------------------


def test_high_contrast_is_a_command_in_light_and_dark(window: MainWindow, program: Program) -> None:
    program.set_scheme(Scheme.LIGHT)
    trigger(window, "high-contrast")
    assert window.map_view.theme is HIGH_CONTRAST_LIGHT
    assert window.commands["high-contrast"].isChecked()
    trigger(window, "scheme-dark")
    assert window.map_view.theme is HIGH_CONTRAST_DARK
    trigger(window, "high-contrast")
    assert not window.map_view.theme.is_high_contrast


def test_high_contrast_of_the_system_is_followed(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appearance, "_system_has_high_contrast", lambda: True)
    assert appearance.theme_for(Scheme.LIGHT, high_contrast=False) is HIGH_CONTRAST_LIGHT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_edges_of_fields_can_be_seen(theme: Theme) -> None:
    for ground in (theme.panel, theme.background):
        assert contrast(appearance.border_of(theme), ground) >= 3


# --- movement ---------------------------------------------------------------------------------------------------------


def test_reduced_motion_is_a_command_and_stills_the_cursor(window: MainWindow, qapp: QApplication) -> None:
    trigger(window, "reduced-motion")
    assert motion.is_reduced()
    assert qapp.cursorFlashTime() == 0
    trigger(window, "reduced-motion")
    assert qapp.cursorFlashTime() > 0
    assert not window.commands["reduced-motion"].isChecked()


# --- preferences ------------------------------------------------------------------------------------------------------


def test_preferences_hold_at_once_and_are_remembered(
    dialog: PreferencesDialog, window: MainWindow, program: Program
) -> None:
    choose(dialog, "scheme", Scheme.DARK)
    choose(dialog, "map-text", MapText.LARGEST)
    child(dialog, QCheckBox, "high-contrast").click()
    child(dialog, QCheckBox, "reduced-motion").click()
    assert window.map_view.theme is HIGH_CONTRAST_DARK
    assert window.commands["map-text-largest"].isChecked()
    kept = settings.load(program.folder / "instellingen.json")
    assert (kept.scheme, kept.map_text) == (Scheme.DARK, MapText.LARGEST)
    assert kept.high_contrast
    assert kept.reduced_motion
    program.set_reduced_motion(False)


def test_preferences_lead_to_the_keys_and_say_where_things_are(
    dialog: PreferencesDialog, program: Program, dialogs: Dialogs
) -> None:
    dialogs.dismiss()
    child(dialog, QPushButton, "keys").click()
    assert dialogs.texts[-1].startswith("Sneltoetsen")
    assert any(str(program.folder) in label.text() for label in dialog.findChildren(QLabel))


def test_map_opens_as_large_as_was_chosen(window: MainWindow) -> None:
    canvas, large = window.map_view.canvas, Rect(0.0, 0.0, 5000.0, 5000.0)
    before = canvas.beginning(large).zoom
    canvas.read_at(appearance.reading_zoom(MapText.LARGEST))
    assert canvas.beginning(large).zoom > before


# --- the window as it was ---------------------------------------------------------------------------------------------


def test_window_comes_back_as_it_was(window: MainWindow, program: Program, path: Path, qtbot: QtBot) -> None:
    window.panels.docks["findings"].hide()
    window.map_view.canvas.zoom_by(0.5)
    view = window.map_view.canvas.view
    window.close()
    assert program.open(path)
    again = program.windows[-1]
    settle(qtbot, again)
    assert not again.panels.is_open("findings")
    assert again.map_view.canvas.view == view


@pytest.mark.parametrize(
    "damage",
    [
        {"geometry": "%%%", "panels": "AAAA"},
        {"geometry": 5, "panels": None, "places": [1]},
        {"places": {"x": ["m", "nan", 0, 0]}},
        {"places": {"x": ["m", 1e9, 0, 0], "y": ["m"]}},
    ],
)
def test_damaged_settings_open_a_window_as_at_first(
    program: Program, path: Path, damage: dict[str, object], qtbot: QtBot
) -> None:
    file = program.folder / "instellingen.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"scheme": "dark", **damage}))
    program.settings = settings.load(file)
    assert program.settings.scheme is Scheme.DARK  # what is sound beside it holds
    assert not program.settings.places
    assert program.open(path)
    settle(qtbot, program.windows[-1])
    assert program.windows[-1].map_view.canvas.view.zoom > 0


def test_places_are_read_as_they_were_written(tmp_path: Path) -> None:
    chosen = Settings(places={"/a": Place("m", 0.5, -3.0, 4.0)})
    settings.save(chosen, tmp_path / "s.json")
    assert settings.load(tmp_path / "s.json") == chosen


def test_panels_leave_room_for_the_map(window: MainWindow) -> None:
    LEAVE_ROOM(window.panels, 1366)
    assert window.panels.is_open("outline")
    LEAVE_ROOM(window.panels, 736)  # 1600 by 900 at 200 %
    left = [panel.name for panel in window.panels.known if panel.area == LEFT]
    assert not any(window.panels.is_open(name) for name in left)
    assert window.panels.is_open("inspector")


# --- said aloud -------------------------------------------------------------------------------------------------------


def test_results_are_announced_once_each(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(announcing, "announce", lambda _about, sentence: said.append(sentence))
    node_operations.rename(window.session, NodeId("a"), "Stad")
    window.session.undo()
    window.session.redo()
    assert [sentence.split(":")[0] for sentence in said] == ["hernoemen", "Ongedaan gemaakt", "Opnieuw gedaan"]
    assert all("Stad" in sentence or "Gemeente" in sentence for sentence in said)


def test_nothing_is_announced_when_nobody_listens(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    announcing.announce(window, "iets")
    assert not told


def test_file_dialog_of_qt_is_dutch(program: Program, qtbot: QtBot) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    texts = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Zoeken in:", "Soort bestand:"} <= texts
