"""The running text of an item: one tab to write it, one to read it as it is meant."""

from typing import Final

from PySide6.QtWidgets import QTabBar

from gvkaart.domain.entities import NodeId, Value
from gvkaart.domain.linking import links
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.overriding import override
from gvkaart.ui.inspector.editors import HandIn, TextEditor
from gvkaart.ui.inspector.markdown_text import MarkdownText
from gvkaart.ui.inspector.node_picker import candidates
from gvkaart.ui.labels import plain_label
from gvkaart.ui.safe_browser import SafeBrowser
from gvkaart.ui.session import Session
from gvkaart.ui.terms.watching import TermWatch

_READ: Final = 1
_HEIGHTS: Final = (90, 420)
"""Least and greatest height of what is read, in pixels."""
_MOST_READ: Final = 200_000
"""So many characters are laid out within half a second; of a longer text the beginning is shown."""


class MarkdownEditor(TextEditor):
    """A text in Markdown with a tab that shows it."""

    def __init__(self, hand_in: HandIn, session: Session) -> None:
        """Begin empty, at the tab for writing; links go to the items of a session."""
        super().__init__(hand_in, MarkdownText(lambda: candidates(session, KINDS), (4, 18)))
        self._session = session
        TermWatch(self.box, session)
        self._browser: SafeBrowser | None = None
        self._read_links: tuple[str, ...] = ()
        self._cut = plain_label(self.tr("Deze tekst is te lang om helemaal te tonen. U leest het begin."))
        self._cut.hide()
        self._column.addWidget(self._cut)
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
            self._cut.hide()
            self._browser.hide()

    def _shown_links(self) -> tuple[str, ...]:
        """Return what a reader sees of the links in the text."""
        nodes = self._session.graph.nodes
        return tuple(f"{link.node in nodes} {link.shown(nodes)}" for link in links(self.box.toPlainText()[:_MOST_READ]))

    def _read(self) -> None:
        """Show the text as it is meant; what shows it is made when somebody wants to read."""
        if self._browser is None:
            self._browser = self._make_browser()
        text = self.box.toPlainText()
        self._read_links = self._shown_links()
        self._browser.show()
        self._browser.show_markdown(text[:_MOST_READ], self._session.graph.nodes)
        self._cut.setVisible(len(text) > _MOST_READ)
        least, most = _HEIGHTS
        height = round(self._browser.document().size().height()) + 2 * self._browser.frameWidth()
        self._browser.setFixedHeight(max(least, min(most, height)))

    def _make_browser(self) -> SafeBrowser:
        browser = SafeBrowser()
        browser.setObjectName("reading")
        TermWatch(browser, self._session)
        browser.setAccessibleName(self.accessibleName())
        browser.item_chosen.connect(lambda node: self._session.select((NodeId(node),)))
        self._column.addWidget(browser)
        return browser

    @override
    def name(self, words: str) -> None:
        super().name(words)
        self.tabs.setAccessibleName(words)

    @override
    def start_over(self, value: Value | None) -> None:
        self.tabs.setCurrentIndex(0)
        super().start_over(value)

    @override
    def present(self, value: Value | None) -> None:
        super().present(value)
        if self.tabs.currentIndex() == _READ and self._shown_links() != self._read_links:
            self._read()

    @override
    def display(self, value: Value | None) -> None:
        super().display(value)
        self._turn(self.tabs.currentIndex())
