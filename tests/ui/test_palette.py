import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.domain.text import fold
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.palette import Palette
from gvkaart.ui.palette_choices import Choice, ChoiceList
from gvkaart.ui.palette_matching import ranked
from tests.ui.conftest import child, trigger

Key = Qt.Key


def keys(*pressed: Key | str) -> None:
    for one in pressed:
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(one, str):
            QTest.keyClicks(focus, one)
        else:
            QTest.keyClick(focus, one)


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.map_view.canvas.setFocus()
    trigger(window, "palette")
    return child(window, Palette, "palette")


def offered(palette: Palette) -> list[Choice]:
    return palette.findChildren(ChoiceList)[0].choices


# --- the palette ------------------------------------------------------------------------------------------------------


def test_every_command_is_there_with_its_key(window: MainWindow, palette: Palette) -> None:
    choices = {choice.key: choice for choice in offered(palette)}
    assert choices.keys() == window.commands.known.keys()
    assert choices["save"].hint == "Ctrl+S"


def test_what_cannot_be_done_is_dimmed_says_why_and_does_nothing(window: MainWindow, palette: Palette) -> None:
    keys("hernoemen")
    (first, *_) = offered(palette)
    assert (first.key, first.enabled, first.note) == ("rename", False, "Selecteer eerst een item.")
    keys(Key.Key_Return)
    assert palette.isVisible()


def test_enter_does_it_with_the_keyboard_back_where_it_was(window: MainWindow, palette: Palette) -> None:
    keys("alles sel", Key.Key_Return)
    assert not palette.isVisible()
    assert window.map_view.canvas.hasFocus()
    assert set(window.session.selection) == set(window.session.view.nodes)


@pytest.mark.parametrize("typed", ["ongedaan", "ÖNGEDÀAN", "undo", "maken onged", "ongd"])
def test_a_command_is_found_by_part_of_its_words_in_either_language(palette: Palette, typed: str) -> None:
    keys(typed)
    assert offered(palette)[0].key == "undo"


def test_what_was_done_last_comes_first(window: MainWindow, palette: Palette) -> None:
    keys("alles sel", Key.Key_Return)
    trigger(window, "palette")
    assert offered(palette)[0].key == "select-all"


def test_escape_and_going_elsewhere_close_it(window: MainWindow, palette: Palette) -> None:
    keys("x", Key.Key_Escape)
    assert not palette.isVisible()
    assert window.map_view.canvas.hasFocus()
    trigger(window, "palette")
    window.search_box.begin()
    assert not palette.isVisible()


def test_the_undo_command_names_what_it_takes_back(window: MainWindow, palette: Palette) -> None:
    keys(Key.Key_Escape)
    window.session.select((NodeId("a"),))
    trigger(window, "take-off")
    trigger(window, "palette")
    keys("ongedaan")
    assert "Gemeente" in offered(palette)[0].text


# --- the list ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def choices(qtbot: QtBot) -> ChoiceList:
    made = ChoiceList()
    qtbot.addWidget(made)
    made.offer(Choice(number, f"rij {number}", enabled=number != 2) for number in range(30))
    made.show()
    return made


def test_arrows_go_round_through_the_list_and_pages_stop_at_its_ends(choices: ChoiceList) -> None:
    def after(*pressed: Key) -> object:
        for key in pressed:
            QTest.keyClick(choices.line, key)
        return choices.current.key if choices.current is not None else None

    assert after(Key.Key_Up) == 29
    assert after(Key.Key_Down) == 0
    assert after(Key.Key_Down, Key.Key_Down) == 2
    assert after(Key.Key_PageDown) == 11
    assert after(*[Key.Key_PageDown] * 3) == 29
    assert after(*[Key.Key_PageUp] * 4) == 0


def test_what_is_not_enabled_cannot_be_taken(qtbot: QtBot, choices: ChoiceList) -> None:
    with qtbot.assertNotEmitted(choices.chosen):
        QTest.keyClick(choices.line, Key.Key_Down)
        QTest.keyClick(choices.line, Key.Key_Down)
        QTest.keyClick(choices.line, Key.Key_Return)


def test_a_digit_takes_a_row_only_where_rows_are_numbered(qtbot: QtBot, choices: ChoiceList) -> None:
    with qtbot.assertNotEmitted(choices.chosen):
        QTest.keyClicks(choices.line, "2")
    assert choices.line.text() == "2"
    choices.numbered = True
    with qtbot.waitSignal(choices.chosen) as chosen:
        QTest.keyClicks(choices.line, "2")
    assert chosen.args == [1, False]


def test_a_click_takes_a_row(qtbot: QtBot, choices: ChoiceList) -> None:
    middle = choices.list.visualItemRect(choices.list.item(1)).center()
    with qtbot.waitSignal(choices.chosen) as chosen:
        QTest.mouseClick(choices.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert chosen.args == [1, False]


def test_a_low_window_gets_a_low_list(choices: ChoiceList) -> None:
    before = choices.list.height()
    choices.fit(120)
    assert choices.list.height() < before / 2


# --- finding ----------------------------------------------------------------------------------------------------------


def found(typed: str, *texts: str, loosely: bool = False) -> list[str]:
    return ranked(typed, [(fold(text), text) for text in texts], loosely=loosely)


def test_nothing_typed_finds_everything_in_order() -> None:
    assert found("  ", "b", "a") == ["b", "a"]


def test_every_word_must_be_found_at_a_beginning_first() -> None:
    assert found("kaart", "Van de landkaart", "Hele kaart", "Kaart toevoegen", "Zoeken") == [
        "Kaart toevoegen",
        "Hele kaart",
        "Van de landkaart",
    ]
    assert found("kaart hele", "Hele kaart", "Kaart toevoegen") == ["Hele kaart"]


def test_case_and_accents_do_not_count_and_inflections_are_found() -> None:
    assert found("CAFÉS", "Café op de hoek") == ["Café op de hoek"]
    assert found("gemeenten", "Gemeente Utrecht") == ["Gemeente Utrecht"]


def test_letters_that_follow_each_other_are_only_found_loosely() -> None:
    assert found("opal", "Opslaan als") == []
    assert found("opal", "Opslaan als", "Alles opslaan", loosely=True) == ["Opslaan als"]


@pytest.mark.parametrize("typed", [".*", "(", "\\", "%_", '"'])
def test_what_is_typed_is_no_pattern(typed: str) -> None:
    assert found(typed, "gewone tekst", loosely=True) == []
