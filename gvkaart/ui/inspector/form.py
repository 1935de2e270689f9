"""A column of labelled editors that shows what the document holds, and hands in what is typed."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QLayout, QVBoxLayout, QWidget

from gvkaart.domain.entities import Value
from gvkaart.ui.inspector.editors import Editor
from gvkaart.ui.labels import plain_label

Read = Callable[[], Value | None]
"""Looks up in the document what an editor shows."""


class Form(QWidget):
    """Editors below each other, each under its label and bound to what it shows."""

    def __init__(self) -> None:
        """Begin without editors."""
        super().__init__()
        self._bound: list[tuple[Editor, Read]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(3)

    def add(self, words: str, editor: Editor, read: Read) -> None:
        """Put an editor under its label."""
        label = plain_label(words)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        label.setBuddy(editor.focusProxy() or editor)
        if self.column.count():
            self.column.addSpacing(5)
        self.column.addWidget(label)
        self.add_unlabelled(words, editor, read)

    def add_unlabelled(self, words: str, editor: Editor, read: Read) -> None:
        """Put in an editor that explains itself; assistive technology still gets its name."""
        editor.name(words)
        editor.begin(read())
        self._bound.append((editor, read))
        self.column.addWidget(editor)

    def bind(self, editor: Editor, read: Read) -> None:
        """Keep an editor up to date that stands elsewhere."""
        editor.begin(read())
        self._bound.append((editor, read))

    def start_over(self) -> None:
        """Show what the document holds now of something else; what was pending is not handed in."""
        for editor, read in self._bound:
            editor.start_over(read())

    def refresh(self) -> None:
        """Show what the document holds now."""
        for editor, read in self._bound:
            editor.present(read())

    def commit(self) -> None:
        """Hand in what is pending."""
        for editor, _read in self._bound:
            editor.commit()

    def forget(self) -> None:
        """Hand nothing in any more."""
        for editor, _read in self._bound:
            editor.forget()


def heading(words: str) -> QLabel:
    """Make the heading of a section."""
    label = plain_label(words)
    font = QFont(label.font())
    font.setBold(True)
    label.setFont(font)
    label.setContentsMargins(0, 14, 0, 2)
    label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
    return label


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Iterate over what Tab stops at, from the top of a page down as it is laid out."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and widget.isEnabled():
        yield widget
    if (layout := widget.layout()) is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            if widget.isVisible():
                yield from stops(widget)
        elif item is not None and (inside := item.layout()) is not None:
            yield from _stops_in(inside)
