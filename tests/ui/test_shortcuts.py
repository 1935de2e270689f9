import string
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.ui import settings, shortcuts
from gvkaart.ui.commands import keys_at_first
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.shortcuts import Refusal
from gvkaart.ui.shortcuts_dialog import ShortcutsDialog
from tests.ui.conftest import child, trigger

Key = Qt.Key


# --- which keys -------------------------------------------------------------------------------------------------------


def test_no_two_commands_begin_with_one_key_and_none_with_a_key_that_types(window: MainWindow) -> None:
    keys = [key.toString() for one in window.commands.known.values() for key in shortcuts.sequences(keys_at_first(one))]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if shortcuts.refusal(QKeySequence(key)) is not None]


@pytest.mark.parametrize("key", [*"AZ5?", "Space", "Shift+A", "Shift+Space", "Ctrl+Alt+E", "+"])
def test_a_key_that_types_is_no_shortcut(key: str) -> None:
    assert shortcuts.refusal(QKeySequence(key)) is Refusal.TYPES


@pytest.mark.parametrize("key", ["Tab", "Esc", "Left", "Ctrl+Left", "Home", "Return", "Shift+Enter", "Backspace"])
def test_a_key_that_moves_is_no_shortcut(key: str) -> None:
    assert shortcuts.refusal(QKeySequence(key)) is Refusal.MOVES


@pytest.mark.parametrize("key", ["F5", "Shift+F5", "Ins", "Del", "Ctrl+B", "Alt+B", "Ctrl+Shift+B", "Ctrl+Return"])
def test_other_keys_can_be_shortcuts(key: str) -> None:
    assert shortcuts.refusal(QKeySequence(key)) is None


def test_every_command_stands_in_one_group(window: MainWindow) -> None:
    names = [command.name for group in shortcuts.grouped(window.commands).values() for command in group]
    assert sorted(names) == sorted(window.commands.known)


# --- choosing others --------------------------------------------------------------------------------------------------


def test_settings_give_no_command_a_key_that_types(window: MainWindow) -> None:
    shortcuts.apply(window.commands, {"remove": "A; Del; F9", "undo": "Ctrl+Alt+Z", "redo": "nonsense;;"})
    assert window.commands["remove"].shortcuts() == [QKeySequence("Del"), QKeySequence("F9")]
    assert window.commands["undo"].shortcut().isEmpty()


def test_who_takes_a_key_takes_it_from_the_other_and_going_back_leaves_no_choice(window: MainWindow) -> None:
    known = window.commands.known.values()
    chosen = shortcuts.with_keys(known, {}, "arrange", "F2")
    assert chosen == {"arrange": "F2", "rename": ""}
    assert [one.name for one in shortcuts.clashes(known, {}, "arrange", "F2")] == ["rename"]
    back = shortcuts.with_keys(known, chosen, "rename", "F2")
    assert back == {"arrange": ""}
    assert shortcuts.with_keys(known, back, "arrange", keys_at_first(window.commands.known["arrange"])) == {}


def test_of_two_keys_only_the_one_that_is_taken_is_lost(window: MainWindow) -> None:
    chosen = shortcuts.with_keys(window.commands.known.values(), {}, "arrange", "Ins")
    assert chosen == {"arrange": "Ins", "add": "Ctrl+Return"}


def test_chosen_keys_hold_in_every_window_and_after_a_restart(program: Program, window: MainWindow) -> None:
    program.new()
    program.set_shortcuts({"arrange": "F6", "rename": ""})
    for one in program.windows:
        assert one.commands["arrange"].shortcut() == QKeySequence("F6")
        assert one.commands["arrange"].toolTip().endswith("(F6)")
        assert one.commands["rename"].shortcut().isEmpty()
    assert settings.load(program.folder / "instellingen.json").shortcuts == {"arrange": "F6", "rename": ""}
    program.new()
    assert program.windows[-1].commands["arrange"].shortcut() == QKeySequence("F6")


# --- the dialog -------------------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[ShortcutsDialog]:
    made = ShortcutsDialog(window.commands, window.desk, window)
    made.show()
    yield made
    made.close()


def rows(dialog: ShortcutsDialog) -> dict[str, QTreeWidgetItem]:
    """The rows of the list by the name of their command; those of fixed keys by what they do."""
    tree = child(dialog, QTreeWidget, "list")
    found, item = {}, tree.topLevelItem(0)
    while item is not None:
        if item.parent() is not None:
            found[str(item.data(0, Qt.ItemDataRole.UserRole) or item.text(0))] = item
        item = tree.itemBelow(item)
    return found


def choose(dialog: ShortcutsDialog, name: str) -> None:
    child(dialog, QTreeWidget, "list").setCurrentItem(rows(dialog)[name])


def record(dialog: ShortcutsDialog, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(dialog._recorder, key, modifier)


def said(dialog: ShortcutsDialog) -> str:
    return child(dialog, QLabel, "message").text()


def press(dialog: ShortcutsDialog, name: str) -> None:
    button = child(dialog, QPushButton, name)
    assert button.isEnabled()
    button.click()


def test_a_key_is_recorded_its_clash_shown_and_used(program: Program, dialog: ShortcutsDialog) -> None:
    choose(dialog, "arrange")
    record(dialog, Key.Key_F2)
    assert "Hernoemen" in said(dialog)
    press(dialog, "use")
    assert program.settings.shortcuts == {"arrange": "F2", "rename": ""}
    press(dialog, "reset")
    assert program.settings.shortcuts == {"rename": ""}
    press(dialog, "reset-all")
    assert program.settings.shortcuts == {}


def test_a_key_that_types_is_refused_with_a_reason(dialog: ShortcutsDialog) -> None:
    choose(dialog, "arrange")
    record(dialog, Key.Key_Q)
    assert "typt een teken" in said(dialog)
    assert not child(dialog, QPushButton, "use").isEnabled()
    record(dialog, Key.Key_F12, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert said(dialog) == "Deze toets is vrij."


def test_a_command_can_be_without_key(program: Program, dialog: ShortcutsDialog) -> None:
    choose(dialog, "rename")
    press(dialog, "none")
    assert program.settings.shortcuts == {"rename": ""}


def test_tab_and_escape_lead_out_of_the_recorder(dialog: ShortcutsDialog) -> None:
    choose(dialog, "arrange")
    dialog._recorder.setFocus()
    record(dialog, Key.Key_Tab)
    assert not dialog._recorder.hasFocus()
    assert dialog._recorder.keySequence().isEmpty()
    record(dialog, Key.Key_Escape)
    assert not dialog.isVisible()


def test_searching_finds_commands_and_keys(dialog: ShortcutsDialog) -> None:
    for typed, name in (("ongedaan", "undo"), ("ctrl+k", "palette")):
        child(dialog, QLineEdit, "find").setText(typed)
        assert next(iter(rows(dialog))) == name
    child(dialog, QLineEdit, "find").setText("bestaat niet")
    assert rows(dialog) == {}


def test_the_fixed_keys_can_be_read_but_not_changed(dialog: ShortcutsDialog) -> None:
    choose(dialog, "de kaart verschuiven")
    assert said(dialog) == "Deze toetsen liggen vast."
    assert not dialog._recorder.isEnabled()


def test_the_list_can_be_copied(dialog: ShortcutsDialog) -> None:
    press(dialog, "copy")
    assert "| Ctrl+Z | Ongedaan maken |" in QGuiApplication.clipboard().text()


def test_the_manual_lists_every_key_as_it_is_now(program: Program, window: MainWindow) -> None:
    program.set_shortcuts({"arrange": "F6"})
    trigger(window, "help")
    (browser,) = child(window, QDialog, "help-window").findChildren(QTextEdit)
    lines = browser.toPlainText().split("\n")
    rows = set(pairwise(lines))
    for command in window.commands.known.values():
        if keys := shortcuts.native(shortcuts.keys_now(command, program.settings.shortcuts)):
            assert (keys, command.plain) in rows
    assert "F6" in lines
    assert "{sneltoetsen}" not in lines


# --- while typing -----------------------------------------------------------------------------------------------------


def text_fields(window: MainWindow) -> list[QWidget]:
    def in_use(widget: QWidget) -> bool:
        fixed = getattr(widget, "isReadOnly", bool)()
        inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
        return widget.isVisible() and widget.isEnabled() and not fixed and not inner

    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    return [one for one in window.findChildren(QWidget) if isinstance(one, kinds) and in_use(one)]


def text_of(widget: QWidget) -> str:
    return str(widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())  # type: ignore[attr-defined]


def test_typing_letters_in_any_field_gives_nothing_but_text(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every letter and digit, with and without Shift, in every field that can be seen (WCAG 2.1.4)."""
    window.resize(1400, 1400)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.session.select((NodeId("a"),))
    fired: list[str] = []
    for name, action in window.commands.all.items():
        action.triggered.connect(lambda _checked=False, name=name: fired.append(name))
    trigger(window, "add")
    QTest.keyClick(window.builder.panel._choices.line, Key.Key_Return)
    fired.clear()
    typed = string.ascii_letters + string.digits
    fields = text_fields(window)
    assert len(fields) > 4
    for field in fields:
        field.setFocus()
        before = text_of(field)
        QTest.keyClicks(field, typed)
        assert set(typed) <= set(text_of(field)), (field.objectName(), before)
    assert fired == []
