"""The reading pane: selecting, marks, walking through them, correcting; also with very long lines."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gvkaart.domain.passages import Span
from gvkaart.ui.sources.blocks import LONGEST
from gvkaart.ui.sources.reader import Reader
from gvkaart.ui.sources.view import SourcesView
from tests.ui.conftest import Dialogs
from tests.ui.sources.conftest import BODY, FACT, POSITION


@pytest.fixture
def reader(view: SourcesView) -> Reader:
    view.reader.setFocus()
    return view.reader


@pytest.fixture
def alone(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def part(quote: str, text: str = BODY) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def test_what_is_selected_by_keyboard_is_known_without_white_space(reader: Reader) -> None:
    reader.show_span(Span(part("Niemand belt").start, part("Niemand belt").start))
    for _ in range(len("Niemand ")):
        QTest.keyClick(reader, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selection == part("Niemand")


def test_a_part_behind_a_sign_of_two_units_is_selected_whole(reader: Reader) -> None:
    reader.show_span(part("Zo is het."))
    assert reader.textCursor().selectedText() == "Zo is het."
    assert reader.selection == part("Zo is het.")


def test_walking_goes_through_passages_and_open_parts_and_round_the_end(reader: Reader) -> None:
    nodes = []
    for step in (1, 1, 1, -1):
        mark = reader.show_next_mark(step)
        assert mark is not None
        nodes.append(mark.passage.node)
    assert nodes == [FACT, POSITION, FACT, POSITION]
    reader.moveCursor(QTextCursor.MoveOperation.Start)
    found = []
    for _ in range(3):
        assert reader.show_next_free(1)
        found.append(BODY[slice(*reader.selection)][:7])
    assert found == ["Gesprek", "Niemand", "Gesprek"]


def test_enter_on_a_selection_asks_to_mark_and_on_a_passage_chooses_its_item(
    reader: Reader, qtbot: QtBot, dialogs: Dialogs
) -> None:
    reader.show_span(part("Niemand belt"))
    dialogs.dismiss()
    QTest.keyClick(reader, Qt.Key.Key_Return)
    reader.show_next_mark(1)
    with qtbot.waitSignal(reader.chosen) as chosen:
        QTest.keyClick(reader, Qt.Key.Key_Return)
    assert chosen.args == [POSITION]


def test_a_click_on_a_passage_or_its_name_chooses_the_item(reader: Reader, qtbot: QtBot) -> None:
    at = reader.rect_of(part("Wij zien").start + 3).center()
    with qtbot.waitSignal(reader.chosen) as chosen:
        QTest.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == [FACT]
    reader.grab()
    labels = reader._labels
    beside = QPoint(20, reader.rect_of(part("Zo is het").start).top() + 8)
    with qtbot.waitSignal(reader.chosen) as chosen:
        QTest.mouseClick(labels, Qt.MouseButton.LeftButton, pos=beside)
    assert chosen.args == [POSITION]


def test_passages_are_coloured_and_named_beside_the_text(reader: Reader) -> None:
    assert [selection.cursor.selectedText() for selection in reader.extraSelections()] == [
        "Wij zien de schuld te laat.",
        "Zo is het.",
    ]
    lines = {selection.format.underlineStyle() for selection in reader.extraSelections()}
    assert len(lines) == 2
    assert reader._labels.shows_names
    reader.resize(360, 400)
    assert not reader._labels.shows_names


def test_words_are_found_further_on_and_then_from_the_beginning(reader: Reader) -> None:
    assert reader.find_words("DE")
    first = reader.selection
    assert reader.find_words("de")
    assert reader.selection > first
    assert not reader.find_words("dinosaurus")
    assert not reader.find_words("")


def test_a_line_of_two_hundred_thousand_characters_is_read_and_copied_as_it_is(alone: Reader) -> None:
    text = "kop\n" + "woord " * 33_000 + "😀 einde\nslot"
    alone.show_text(text)
    alone.grab()
    assert alone.document().blockCount() > 100
    alone.show_span(part("😀 einde", text))
    assert alone.selection == part("😀 einde", text)
    alone.selectAll()
    assert alone.createMimeDataFromSelection().text() == text


def test_correcting_a_long_line_keeps_it_one_line(alone: Reader) -> None:
    text = "woord " * LONGEST + "slot"
    alone.show_text(text)
    alone.set_writable(True)
    alone.show_span(Span(len(text) - 4, len(text)))
    with_enter = text[:-4] + "nieuw\nregel"
    QTest.keyClicks(alone, "nieuw")
    QTest.keyClick(alone, Qt.Key.Key_Return)
    QTest.keyClicks(alone, "regel")
    assert alone.typed_text() == with_enter
    alone.show_text(with_enter)
    assert alone.body == with_enter
    assert not alone.document().isModified()
    assert alone.textCursor().atEnd()


def test_enter_in_the_middle_of_a_cut_line_breaks_it_once(alone: Reader) -> None:
    text = "x" * (3 * LONGEST)
    alone.show_text(text)
    alone.set_writable(True)
    alone.show_span(Span(LONGEST + 5, LONGEST + 5))
    QTest.keyClick(alone, Qt.Key.Key_Return)
    assert alone.typed_text() == f"{text[: LONGEST + 5]}\n{text[LONGEST + 5 :]}"


def test_what_is_pasted_while_correcting_is_plain_and_cut(alone: Reader) -> None:
    alone.show_text("begin einde")
    alone.set_writable(True)
    alone.show_span(Span(6, 6))
    data = QMimeData()
    data.setText("y" * (LONGEST + 10) + "\x00")
    data.setHtml("<b>vet</b>")
    alone.insertFromMimeData(data)
    assert alone.typed_text() == f"begin {'y' * (LONGEST + 10)}einde"
    assert alone.document().blockCount() == 2
    alone.selectAll()
    assert alone.createMimeDataFromSelection().text().startswith("begin y")
    alone.forget_typed()
    assert alone.typed_text() == "begin einde"


def test_without_passages_there_is_nothing_to_walk_to(alone: Reader) -> None:
    alone.show_text("tekst")
    assert alone.show_next_mark(1) is None
    assert not alone.show_next_free(-1)
    assert alone.mark_at(0) is None
