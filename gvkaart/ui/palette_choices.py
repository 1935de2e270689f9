"""Choosing by typing: a line, and below it what it finds; the keyboard never leaves the line.

Shared by the command palette and the panel that builds. Down and Up go through what was found, Enter takes it; what Esc
and Backspace in an empty line mean is for who uses it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.overriding import override
from gvkaart.ui.icons import icon
from gvkaart.ui.uncopied import Uncopied

_CHOICE: Final = int(Qt.ItemDataRole.UserRole) + 1
_MOST_ROWS: Final = 9
"""So many rows are seen at once, as many as there are digits."""
_PAD: Final = 6

FRAME: Final = "{border: 1px solid palette(mid); border-radius: 6px; background: palette(window)}"
"""How what lies over the window is told from it (a style sheet, after the name of the frame)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One row: `key` is what it stands for, `note` says more about it, `hint` stands at the right.

    A row that is not `enabled` can be read and not taken; its note says why.
    """

    key: object
    text: str
    note: str = ""
    hint: str = ""
    icon: str = ""
    enabled: bool = True


class ChoiceList(QWidget):
    """A line to type in and the choices below it."""

    chosen = Signal(object, bool)
    """The key of a choice was taken with Enter or a click, and whether Shift was held."""
    typed = Signal(str)
    left = Signal()
    """Esc was pressed."""
    stepped_back = Signal()
    """Backspace was pressed in an empty line."""
    abandoned = Signal()
    """The keyboard went elsewhere in the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.line = _Line(self._press, self)
        self.line.abandoned.connect(self.abandoned)
        self.line.setObjectName("line")
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setObjectName("choices")
        Uncopied(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.typed)
        self.list.itemClicked.connect(lambda _item: self._take(shift=False))
        self.list.currentItemChanged.connect(lambda item, _before: self._announce(item))
        self._most_rows = _MOST_ROWS
        self.numbered = False
        """Whether a digit takes the row with that number."""

    # --- what is shown ------------------------------------------------------------------------------------------------

    def ask(self, placeholder: str, name: str) -> None:
        """Begin a question: an empty line, with what to type in it and its name for who does not see it."""
        self.line.setText("")  # not clear(): what was typed for the last question must not come back with Ctrl+Z
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def offer(self, choices: Iterable[Choice], current: int = 0) -> None:
        """Show choices, with one of them ready to be taken; -1 for none."""
        self.list.blockSignals(True)
        self.list.clear()
        for number, choice in enumerate(choices, 1):
            self.list.addItem(self._item(choice, number))
        self.list.blockSignals(False)
        self.list.setCurrentRow(current)
        self.list.scrollToTop()
        self._fit()

    def _item(self, choice: Choice, number: int) -> QListWidgetItem:
        hint = str(number) if self.numbered and number <= _MOST_ROWS else choice.hint
        item = QListWidgetItem(icon(choice.icon) if choice.icon else QIcon(), choice.text)
        item.setData(_CHOICE, (choice, hint))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (choice.text, choice.note, hint))))
        item.setToolTip(choice.text if not choice.note else f"{choice.text}\n{choice.note}")
        return item

    def fit(self, height: int) -> None:
        """Let the list be no higher than so many pixels, and never so low that one cannot go through it."""
        self._most_rows = min(max(height // _row_height(self.list), 3), _MOST_ROWS)
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown, within bounds."""
        rows = min(max(self.list.count(), 1), self._most_rows)
        self.list.setFixedHeight(rows * _row_height(self.list) + 2 * self.list.frameWidth() + 2)
        self._column.activate()

    @property
    def choices(self) -> list[Choice]:
        """What is offered now."""
        return [_choice_of(self.list.item(row)) for row in range(self.list.count())]

    @property
    def current(self) -> Choice | None:
        """What Enter takes."""
        row = self.list.currentRow()
        return _choice_of(self.list.item(row)) if row >= 0 else None

    def _announce(self, item: QListWidgetItem | None) -> None:
        """Tell assistive technology which row is ready: the keyboard itself stays in the line."""
        if item is not None and QAccessible.isActive() and self.line.hasFocus():
            said = str(item.data(Qt.ItemDataRole.AccessibleTextRole))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, said))

    # --- keys ---------------------------------------------------------------------------------------------------------

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; tell whether it stands for something."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(shift=shift)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Backspace if not self.line.text():
                self.stepped_back.emit()
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_PageDown:
                self._go(_MOST_ROWS)
            case Qt.Key.Key_PageUp:
                self._go(-_MOST_ROWS)
            case _:
                return self._press_digit(event.text())
        return True

    def _press_digit(self, text: str) -> bool:
        row = int(text) - 1 if self.numbered and text in set("123456789") else -1
        if not 0 <= row < self.list.count():
            return False
        self.list.setCurrentRow(row)
        self._take(shift=False)
        return True

    def _step(self, rows: int) -> None:
        """Go one row up or down, from either end to the other: what stands last is one key away."""
        last = self.list.count() - 1
        row = self.list.currentRow() + rows
        self.list.setCurrentRow(last if row < 0 else 0 if row > last else row)

    def _go(self, rows: int) -> None:
        last = self.list.count() - 1
        row = self.list.currentRow()
        self.list.setCurrentRow(min(max(row + rows, 0), last))

    def _take(self, *, shift: bool) -> None:
        choice = self.current
        if choice is not None and choice.enabled:
            self.chosen.emit(choice.key, shift)


class _Line(QLineEdit):
    """A line that shows its keys to the list first."""

    abandoned = Signal()

    def __init__(self, press: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._press = press

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._press(event):
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.abandoned.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+Y to the window as long as there is nothing typed to take back."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.isModified()
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)


class _Delegate(QStyledItemDelegate):
    """Draws a row: icon, text, what is said about it, and at the right its key."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(10, _row_height(self.parent()))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, hint = index.data(_CHOICE)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        drawn.icon = QIcon()
        rect: QRect = QRect(drawn.rect)
        state: QStyle.StateFlag = drawn.state
        QApplication.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        inside = _draw_icon(painter, inside, index.data(Qt.ItemDataRole.DecorationRole), chosen=chosen)
        group = QPalette.ColorGroup.Active if choice.enabled else QPalette.ColorGroup.Disabled
        palette: QPalette = drawn.palette
        plain = palette.color(group, QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        quiet = plain if chosen else palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(quiet)
        inside = _draw_right(painter, inside, hint)
        painter.setPen(plain)
        inside = _draw_left(painter, inside, choice.text)
        painter.setPen(quiet)
        _draw_left(painter, inside, choice.note)
        painter.restore()


def _draw_icon(painter: QPainter, room: QRect, sign: QIcon, *, chosen: bool) -> QRect:
    side = painter.fontMetrics().height()
    place = QRect(room.left(), room.center().y() - side // 2, side, side)
    sign.paint(painter, place, mode=QIcon.Mode.Selected if chosen else QIcon.Mode.Normal)
    return room.adjusted(side + _PAD, 0, 0, 0)


def _draw_right(painter: QPainter, room: QRect, text: str) -> QRect:
    if not text:
        return room
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 2 * _PAD, 0)


def _draw_left(painter: QPainter, room: QRect, text: str) -> QRect:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room.width(), 0))
    if shown:
        # AlignLeft alone would obey what looks like an accelerator; TextSingleLine keeps what a user typed as it is.
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return room.adjusted(metrics.horizontalAdvance(shown) + 2 * _PAD, 0, 0, 0)


def _row_height(within: object) -> int:
    metrics = within.fontMetrics() if isinstance(within, QWidget) else QApplication.fontMetrics()
    return metrics.height() + 2 * _PAD


def _choice_of(item: QListWidgetItem) -> Choice:
    choice, _hint = item.data(_CHOICE)
    assert isinstance(choice, Choice)  # noqa: S101  # nothing else is ever put there
    return choice
