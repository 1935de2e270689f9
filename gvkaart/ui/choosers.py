"""Choices in the toolbar between a few things that have a title: maps, rounds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolBar, QWidget


class Chooser(QComboBox):
    """A labelled choice; it is only there when there is something to choose."""

    chosen = Signal(str)
    """The user chose: the id of the entry."""

    def __init__(self, name: str, label: str, tip: str, parent: QWidget | None = None) -> None:
        """Begin without entries; `name` is the object name, `label` what stands before it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setToolTip(tip)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(260)
        self._label = QLabel(f"{label}:")
        self._label.setContentsMargins(10, 0, 4, 0)
        self._entries: list[tuple[str, str]] = []
        self.activated.connect(lambda row: self.chosen.emit(self.itemData(row)))

    def add_to(self, bar: QToolBar) -> None:
        """Stand in a toolbar.

        Label and choice are hidden themselves, not by the action that Qt makes for them: PySide may come to hold an
        object that Qt made for deleted while it is not.
        """
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for one in self._both:
            row.addWidget(one)
            one.hide()
        bar.addWidget(holder)

    @property
    def _both(self) -> tuple[QWidget, QWidget]:
        return self._label, self

    def offer(self, entries: Sequence[tuple[str, str]], current: str) -> None:
        """Offer entries as (id, title), with `current` as the one that is chosen now."""
        if list(entries) != self._entries:
            self._entries = list(entries)
            self.clear()
            for entry_id, title in entries:
                self.addItem(title, entry_id)
            for one in self._both:
                one.setVisible(len(entries) > 1)
        self.setCurrentIndex(self.findData(current))
