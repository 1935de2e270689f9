"""Editors of one value each: they hand in what was typed after a pause, on Enter and when they are left.

What comes from the document never disturbs what is being typed, and what was typed is never only in the widget:
`commit` hands it in at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QStandardItemModel, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.domain.entities import Value
from gvkaart.domain.overriding import override
from gvkaart.domain.text import clean_line, clean_text, is_partial_date
from gvkaart.ui.growing_text import GrowingText
from gvkaart.ui.labels import plain_label

PAUSE: Final = 1500
"""How long typing rests before it is kept, in milliseconds."""

_PASSING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons for which the focus goes away and comes back."""

_BESIDE: Final = 2
"""How many check boxes stand beside each other."""

HandIn = Callable[[Value | None], bool]
"""Makes the value part of the document; None empties the field. Tells whether that was possible."""


class Editor(QWidget):
    """Edits one value. Subclasses say how it is shown (`display`) and read (`value`)."""

    def __init__(self, hand_in: HandIn) -> None:
        """Begin empty; `hand_in` gets every value that the user settles on."""
        super().__init__()
        self._hand_in = hand_in
        self._shown: Value | None = None
        self._pending = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._rest)
        self._complaint = plain_label()
        self._complaint.setObjectName("complaint")
        self._complaint.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._complaint)

    # --- for subclasses -----------------------------------------------------------------------------------------------

    def value(self) -> Value | None:
        """Return what the widget holds, as the document would keep it; None when it is empty."""
        raise NotImplementedError

    def display(self, value: Value | None) -> None:
        """Show a value."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Say what is wrong with what was typed so far; empty when nothing is."""
        return ""

    def contain(self, inner: QWidget) -> None:
        """Put in the widget that gets the focus."""
        if self.focusProxy() is None:
            self.setFocusProxy(inner)
        inner.installEventFilter(self)
        self._column.insertWidget(self._column.count() - 1, inner)

    def edited(self) -> None:
        """Note that the user changed something."""
        self._pending = True
        self._complaint.hide()
        self._pause.start()

    # --- for whoever uses it ------------------------------------------------------------------------------------------

    def present(self, value: Value | None) -> None:
        """Show what the document holds, unless the user is in the middle of something else."""
        if not self._pending and value != self._shown:
            self._shown = value
            if value != self.value():
                self.display(value)

    def begin(self, value: Value | None) -> None:
        """Show the first value."""
        self._shown = value
        self.display(value)

    def start_over(self, value: Value | None) -> None:
        """Show the first value of something else, as if nothing was ever done here."""
        self.forget()
        self._complaint.hide()
        self.begin(value)

    def commit(self) -> None:
        """Hand in what is pending; what is refused stays, so that it can be mended."""
        self._pause.stop()
        if not self._pending:
            return
        before, value = self._shown, self.value()
        self._pending, self._shown = False, value
        if value != before and not self._hand_in(value):
            self._pending, self._shown = True, before

    def forget(self) -> None:
        """Hand nothing in any more."""
        self._pause.stop()
        self._pending = False

    def name(self, words: str) -> None:
        """Tell assistive technology what is edited here."""
        self.setAccessibleName(words)
        if (inner := self.focusProxy()) is not None:
            inner.setAccessibleName(words)

    def _rest(self) -> None:
        """Hand in what is pending when it is in order; else say what is not."""
        complaint = self.complaint() if self._pending else ""
        self._complaint.setText(complaint)
        self._complaint.setVisible(complaint != "")
        if complaint == "":
            self.commit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _PASSING:
            self._rest()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key undoes or redoes: that is the document's, the field's own would stop at what was kept."""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, hand_in: HandIn) -> None:
        """Begin empty."""
        super().__init__(hand_in)
        self.line = QLineEdit()
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self._rest)
        self.contain(self.line)

    @override
    def value(self) -> Value | None:
        return clean_line(self.line.text()) or None

    @override
    def display(self, value: Value | None) -> None:
        at = self.line.cursorPosition()
        self.line.setText(value if isinstance(value, str) else "")
        self.line.setCursorPosition(at if self.line.hasFocus() else 0)


class DateEditor(LineEditor):
    """A date that may be partial."""

    def __init__(self, hand_in: HandIn) -> None:
        """Begin empty."""
        super().__init__(hand_in)
        self.line.setPlaceholderText(self.tr("jjjj, jjjj-mm of jjjj-mm-dd"))

    @override
    def complaint(self) -> str:
        value = self.value()
        if value is None or is_partial_date(str(value)):
            return ""
        return self.tr("Schrijf een jaar (2021), een maand (2021-06) of een dag (2021-06-30).")


class NumberEditor(LineEditor):
    """A whole number from 0."""

    @override
    def complaint(self) -> str:
        text = str(self.value() or "")
        return "" if text == "" or (text.isascii() and text.isdecimal()) else self.tr("Schrijf een heel getal vanaf 0.")


class TextEditor(Editor):
    """Running text."""

    def __init__(self, hand_in: HandIn, box: GrowingText | None = None) -> None:
        """Begin empty; `box` is what one types in, when that is another one than for texts of some lines."""
        super().__init__(hand_in)
        self.box = GrowingText((2, 14)) if box is None else box
        self.box.textChanged.connect(self.edited)
        self.box.entered.connect(self._rest)
        self.contain(self.box)

    @override
    def value(self) -> Value | None:
        text = clean_text(self.box.toPlainText())
        return text if text.strip() else None

    @override
    def start_over(self, value: Value | None) -> None:
        super().start_over(value)
        self.box.moveCursor(QTextCursor.MoveOperation.Start)

    @override
    def display(self, value: Value | None) -> None:
        self._show_text(value if isinstance(value, str) else "")

    def _show_text(self, text: str) -> None:
        self.box.blockSignals(True)
        self.box.show_text(text)
        self.box.blockSignals(False)


class TitleEditor(TextEditor):
    """One line of text that wraps when it is long."""

    def __init__(self, hand_in: HandIn) -> None:
        """Begin empty."""
        super().__init__(hand_in, GrowingText((1, 6), one_line=True))

    @override
    def value(self) -> Value | None:
        return clean_line(self.box.toPlainText()) or None


class ListEditor(TextEditor):
    """A list of lines."""

    def __init__(self, hand_in: HandIn) -> None:
        """Begin empty."""
        super().__init__(hand_in, GrowingText((2, 10)))
        self.box.setPlaceholderText(self.tr("Eén per regel"))

    @override
    def value(self) -> Value | None:
        lines = map(clean_line, self.box.toPlainText().split("\n"))
        return tuple(dict.fromkeys(line for line in lines if line)) or None

    @override
    def display(self, value: Value | None) -> None:
        self._show_text("\n".join(value) if isinstance(value, tuple) else "")


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen; without a value it is a heading."""

    value: Value | None
    words: str
    explanation: str = ""


class ComboEditor(Editor):
    """One out of several options that are looked up each time it is shown."""

    def __init__(self, hand_in: HandIn, options: Callable[[], Sequence[Option]], empty: str | None = "") -> None:
        """Offer the options, before them one for no value with the words `empty`; None: it cannot be empty."""
        super().__init__(hand_in)
        self._look_up, self._empty = options, empty
        self._options: list[Option] = []
        self.combo = _Combo()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(6)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.activated.connect(self._choose)
        self.contain(self.combo)

    def _choose(self) -> None:
        self.edited()
        self.commit()

    @override
    def value(self) -> Value | None:
        row = self.combo.currentIndex() - (self._empty is not None)
        return self._options[row].value if 0 <= row < len(self._options) else None

    @override
    def present(self, value: Value | None) -> None:
        if not self._pending and (value != self._shown or list(self._look_up()) != self._options):
            self.begin(value)

    @override
    def display(self, value: Value | None) -> None:
        options = list(self._look_up())
        if value is not None and all(option.value != value for option in options):
            options.append(Option(value, str(value)))
        if options != self._options or self.combo.count() == 0:
            self._options = options
            self._offer()
        rows = [row for row, option in enumerate(self._options) if option.value == value and value is not None]
        self.combo.setCurrentIndex(rows[0] + (self._empty is not None) if rows else 0)

    def _offer(self) -> None:
        self.combo.clear()
        if self._empty is not None:
            self.combo.addItem(self._empty)
        for option in self._options:
            self._add(option)

    def _add(self, option: Option) -> None:
        self.combo.addItem(option.words)
        row = self.combo.count() - 1
        if option.explanation:
            self.combo.setItemData(row, f"<qt>{escape(option.explanation)}</qt>", Qt.ItemDataRole.ToolTipRole)
        model = self.combo.model()
        if option.value is None and isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(False)


class ChoicesEditor(Editor):
    """Any number of options."""

    def __init__(self, hand_in: HandIn, options: Sequence[Option]) -> None:
        """Offer a check box for each option."""
        super().__init__(hand_in)
        self.boxes: dict[str, QCheckBox] = {}
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for place, option in enumerate(options):
            box = QCheckBox(option.words)
            box.clicked.connect(self._choose)
            self.boxes[str(option.value)] = box
            grid.addWidget(box, *divmod(place, _BESIDE))
        self.setFocusProxy(next(iter(self.boxes.values())))
        self._column.insertLayout(0, grid)

    def _choose(self) -> None:
        self.edited()
        self.commit()

    @override
    def name(self, words: str) -> None:
        self.setAccessibleName(words)
        for box in self.boxes.values():
            box.setAccessibleDescription(words)

    @override
    def value(self) -> Value | None:
        return tuple(value for value, box in self.boxes.items() if box.isChecked()) or None

    @override
    def display(self, value: Value | None) -> None:
        for one, box in self.boxes.items():
            box.setChecked(isinstance(value, tuple) and one in value)


class _Combo(QComboBox):
    """Lets the panel scroll under the wheel: turning it must not change the map."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
