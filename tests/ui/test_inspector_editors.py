"""Editors of one value: what is pending, what is refused, and texts that would choke a text field."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import Value
from gvkaart.ui.growing_text import LONGEST_LINE, GrowingText, with_short_lines
from gvkaart.ui.inspector.editors import (
    ChoicesEditor,
    ComboEditor,
    DateEditor,
    Editor,
    LineEditor,
    ListEditor,
    NumberEditor,
    Option,
    TextEditor,
    TitleEditor,
)
from gvkaart.ui.wrapping_button import WrappingButton


class Kept:
    """Stands for the document: takes what is handed in, or refuses it."""

    def __init__(self) -> None:
        self.values: list[Value | None] = []
        self.refuses = False

    def __call__(self, value: Value | None) -> bool:
        self.values.append(value)
        return not self.refuses


OPTIONS = [Option(None, "Kopje"), Option("a", "Eerste", "Uitleg <b>"), Option("b", "Tweede")]
MAKERS: list[tuple[Callable[[Kept], Editor], Value]] = [
    (LineEditor, "regel"),
    (DateEditor, "2021-06"),
    (NumberEditor, "12"),
    (TextEditor, "een\ntwee"),
    (TitleEditor, "titel"),
    (ListEditor, ("een", "twee")),
    (lambda kept: ComboEditor(kept, lambda: OPTIONS), "b"),
    (lambda kept: ChoicesEditor(kept, OPTIONS[1:]), ("a", "b")),
]


@pytest.mark.parametrize(("make", "value"), MAKERS)
def test_what_is_shown_is_what_is_read_and_showing_is_no_edit(
    qtbot: QtBot, make: Callable[[Kept], Editor], value: Value
) -> None:
    kept = Kept()
    editor = make(kept)
    qtbot.addWidget(editor)
    for shown in (value, None, value):
        editor.begin(shown)
        assert editor.value() == shown
        editor.commit()
    editor.present(None)
    assert editor.value() is None
    assert kept.values == []


def typing(qtbot: QtBot, kept: Kept, start: str = "oud") -> LineEditor:
    editor = LineEditor(kept)
    qtbot.addWidget(editor)
    editor.begin(start)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "nieuw")
    return editor


def test_news_does_not_disturb_what_is_pending(qtbot: QtBot) -> None:
    editor = typing(qtbot, Kept())
    editor.present("van elders")
    assert editor.line.text() == "nieuw"


def test_each_value_is_handed_in_once(qtbot: QtBot) -> None:
    kept = Kept()
    editor = typing(qtbot, kept)
    editor.commit()
    editor.commit()
    assert kept.values == ["nieuw"]


def test_typing_the_same_again_is_no_edit(qtbot: QtBot) -> None:
    kept = Kept()
    editor = typing(qtbot, kept)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, " oud  ")
    editor.commit()
    assert kept.values == []


def test_what_was_refused_stays_and_can_be_handed_in_again(qtbot: QtBot) -> None:
    kept = Kept()
    kept.refuses = True
    editor = typing(qtbot, kept)
    editor.commit()
    editor.present("oud")
    assert editor.line.text() == "nieuw"
    kept.refuses = False
    editor.commit()
    assert kept.values == ["nieuw", "nieuw"]


def test_what_is_forgotten_is_not_handed_in(qtbot: QtBot) -> None:
    kept = Kept()
    editor = typing(qtbot, kept)
    editor.forget()
    editor.commit()
    assert kept.values == []


@pytest.mark.parametrize(
    ("make", "wrong"), [(DateEditor, "2021-13"), (DateEditor, "gauw"), (NumberEditor, "-1"), (NumberEditor, "een")]
)
def test_what_is_wrong_is_said_until_it_is_mended(qtbot: QtBot, make: Callable[[Kept], LineEditor], wrong: str) -> None:
    kept = Kept()
    editor = make(kept)
    qtbot.addWidget(editor)
    editor.show()
    editor._pause.setInterval(0)
    complaint = editor.findChild(QLabel, "complaint")
    assert complaint is not None
    QTest.keyClicks(editor.line, wrong)
    qtbot.waitUntil(complaint.isVisible)
    assert complaint.text()
    assert kept.values == []
    QTest.keyClicks(editor.line, "x")
    assert not complaint.isVisible()
    editor.line.selectAll()
    QTest.keyClicks(editor.line, "2021")
    qtbot.waitUntil(lambda: kept.values == ["2021"])


def test_a_heading_cannot_be_chosen_and_an_explanation_is_plain(qtbot: QtBot) -> None:
    editor = ComboEditor(Kept(), lambda: OPTIONS)
    qtbot.addWidget(editor)
    editor.begin("a")
    assert [editor.combo.itemText(row) for row in range(4)] == ["", "Kopje", "Eerste", "Tweede"]
    assert not editor.combo.model().flags(editor.combo.model().index(1, 0)) & Qt.ItemFlag.ItemIsEnabled
    assert "&lt;b&gt;" in editor.combo.itemData(2, Qt.ItemDataRole.ToolTipRole)


def test_options_that_change_are_offered_anew(qtbot: QtBot) -> None:
    options = [Option("a", "Eerste")]
    editor = ComboEditor(Kept(), lambda: options)
    qtbot.addWidget(editor)
    editor.begin("a")
    options[0] = Option("a", "Anders genoemd")
    editor.present("a")
    assert editor.combo.currentText() == "Anders genoemd"


def test_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    kept = Kept()
    editor = ComboEditor(kept, lambda: OPTIONS)
    qtbot.addWidget(editor)
    editor.begin("a")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # not inverted; Qt takes no name for it
    )
    QApplication.sendEvent(editor.combo, turn)
    assert (editor.value(), kept.values) == ("a", [])
    assert not turn.isAccepted()


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
@pytest.mark.parametrize("make", [LineEditor, TextEditor])
def test_undo_is_left_to_the_document(qtbot: QtBot, make: Callable[[Kept], Editor], key: Qt.Key) -> None:
    editor = make(Kept())
    qtbot.addWidget(editor)
    inner = editor.focusProxy()
    assert inner is not None
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(inner, event)
    assert not event.isAccepted()


# --- texts ---


@given(st.text(st.sampled_from("ab \n"), max_size=60), st.integers(0, 3))
def test_short_lines_stay_as_they_are(text: str, times: int) -> None:
    assert with_short_lines(text * times) == text * times


@given(st.lists(st.sampled_from(["woord ", "x" * (LONGEST_LINE + 3), "\n", " " * LONGEST_LINE, "é"]), max_size=6))
def test_long_lines_are_broken_and_nothing_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    broken = with_short_lines(text)
    assert all(len(line) <= LONGEST_LINE + 1 for line in broken.split("\n"))
    assert broken.replace("\n", "") == text.replace("\n", "")


def test_lines_are_broken_between_words() -> None:
    broken = with_short_lines("woord " * LONGEST_LINE)
    assert all(line.strip().endswith("woord") for line in broken.split("\n"))


def test_a_giant_line_can_be_pasted(qtbot: QtBot) -> None:
    box = GrowingText((1, 4))
    qtbot.addWidget(box)
    data = QMimeData()
    data.setHtml("<b>nooit</b>")
    data.setText("x" * 100_000)
    box.insertFromMimeData(data)
    assert max(map(len, box.toPlainText().split("\n"))) <= LONGEST_LINE
    assert box.toPlainText().count("x") == 100_000


def test_what_is_pasted_in_a_title_becomes_one_line(qtbot: QtBot) -> None:
    box = GrowingText((1, 4), one_line=True)
    qtbot.addWidget(box)
    data = QMimeData()
    data.setText("een\r\n  twee\tdrie " + "x" * 100_000)
    box.insertFromMimeData(data)
    assert box.toPlainText().startswith("een twee drie x")
    assert len(box.toPlainText()) == LONGEST_LINE


def test_a_giant_line_of_the_document_is_shown_and_not_changed(qtbot: QtBot) -> None:
    kept = Kept()
    editor = TextEditor(kept)
    qtbot.addWidget(editor)
    editor.begin("x" * 100_000)
    editor.commit()
    assert kept.values == []


def test_a_text_field_grows_with_its_text_up_to_its_most(qtbot: QtBot) -> None:
    box = GrowingText((2, 5))
    qtbot.addWidget(box)
    box.show()
    heights = []
    for lines in (0, 1, 2, 4, 5, 50):
        box.show_text("\n".join("regel" for _ in range(lines)))
        heights.append(box.height())
    assert heights[0] == heights[1] == heights[2] < heights[3] < heights[4] == heights[5]


def test_a_button_with_a_long_title_is_higher(qtbot: QtBot) -> None:
    button = WrappingButton()
    qtbot.addWidget(button)
    button.setText("Kort")
    low = button.heightForWidth(200)
    button.setText("Een titel die op één regel niet past, en op twee ook niet helemaal " * 2)
    assert button.heightForWidth(200) > 2 * low > button.heightForWidth(2000)
    button.setText("x" * 300)
    assert button.heightForWidth(200) > 3 * low
