"""The running text of an item: one tab to write it, one to read it as it is meant."""

from typing import Final

from PySide6.QtWidgets import QTabBar

from gvkaart.domain.entities import Value
from gvkaart.domain.overriding import override
from gvkaart.ui.inspector.editors import HandIn, TextEditor
from gvkaart.ui.inspector.safe_browser import SafeBrowser

_READ: Final = 1
_HEIGHTS: Final = (90, 420)
"""Least and greatest height of what is read, in pixels."""


class MarkdownEditor(TextEditor):
    """A text in Markdown with a tab that shows it."""

    def __init__(self, hand_in: HandIn) -> None:
        """Begin empty, at the tab for writing."""
        super().__init__(hand_in, (4, 18))
        self._browser: SafeBrowser | None = None
        self.tabs = QTabBar()
        self.tabs.setObjectName("text-tabs")
        self.tabs.setDrawBase(False)
        self.tabs.addTab(self.tr("Schrijven"))
        self.tabs.addTab(self.tr("Lezen"))
        self.tabs.currentChanged.connect(self._turn)
        self._column.setSpacing(0)
        self._column.insertWidget(0, self.tabs)

    def _turn(self, tab: int) -> None:
        self.box.setVisible(tab != _READ)
        if tab == _READ:
            self._read()
        elif self._browser is not None:
            self._browser.hide()

    def _read(self) -> None:
        """Show the text as it is meant; what shows it is made when somebody wants to read."""
        if self._browser is None:
            self._browser = SafeBrowser()
            self._browser.setObjectName("reading")
            self._browser.setAccessibleName(self.accessibleName())
            self._column.addWidget(self._browser)
        self._browser.show()
        self._browser.show_markdown(self.box.toPlainText())
        least, most = _HEIGHTS
        height = round(self._browser.document().size().height()) + 2 * self._browser.frameWidth()
        self._browser.setFixedHeight(max(least, min(most, height)))

    @override
    def name(self, words: str) -> None:
        super().name(words)
        self.tabs.setAccessibleName(words)

    @override
    def start_over(self, value: Value | None) -> None:
        self.tabs.setCurrentIndex(0)
        super().start_over(value)

    @override
    def display(self, value: Value | None) -> None:
        super().display(value)
        self._turn(self.tabs.currentIndex())
