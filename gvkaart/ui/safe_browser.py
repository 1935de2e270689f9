"""Shows Markdown of users without ever opening what it names (reliability, finding 2 and appendix A)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QMenu, QTextBrowser, QWidget

from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.asking import CANCEL, Choice, ask
from gvkaart.ui.growing_text import with_short_lines
from gvkaart.ui.item_links import item_in, show_links

_MARKDOWN: Final = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
"""Without NoHTML everything between angle brackets would silently disappear (reliability, finding 4)."""

_SCHEMES: Final = ("http", "https", "mailto")
_OPEN: Final = "open-link"


def is_allowed(url: QUrl) -> bool:
    """Tell whether a link may be handed to the system: a web page or a mail address, nothing on a disk or a share."""
    return url.isValid() and url.scheme() in _SCHEMES and (url.scheme() == "mailto" or bool(url.host()))


class SafeBrowser(QTextBrowser):
    """Reads Markdown; loads no image, style or page, and asks before it opens a link."""

    link_opened = Signal(QUrl)
    """The user agreed to open this link; the system gets it."""
    item_chosen = Signal(str)
    """A link to an item was followed; carries its id."""
    painted = Signal(QPaintEvent)
    """The text was painted; what belongs on top of it can be now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._blank.fill(Qt.GlobalColor.transparent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.anchorClicked.connect(self._ask)
        self.link_opened.connect(QDesktopServices.openUrl)

    def show_markdown(self, text: str, nodes: Mapping[NodeId, Node] = MappingProxyType({})) -> None:
        """Show a text, with links to these items; HTML in it is shown as it was typed."""
        self.document().setMarkdown(with_short_lines(text), _MARKDOWN)
        show_links(self.document(), nodes, self.palette().color(QPalette.ColorRole.Link))

    def make_menu(self) -> QMenu:
        """Return the menu of the right button."""
        return self.createStandardContextMenu()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit(event)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> QImage | QByteArray:
        """Give every image as one transparent dot: for None or nothing Qt would open the name as a path."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._blank
        return QByteArray(b" ")

    @override
    def doSetSource(
        self, name: QUrl | str, kind: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Go nowhere: there are no pages here."""

    def _ask(self, url: QUrl) -> None:
        if (item := item_in(url)) is not None:
            self.item_chosen.emit(item)
        if not is_allowed(url):
            return
        shown = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        title, words = self.tr("Deze link openen in uw browser of mailprogramma?"), self.tr("Openen")
        if ask(self, title, shown, Choice(CANCEL, self.tr("Annuleren")), Choice(_OPEN, words)) == _OPEN:
            self.link_opened.emit(url)
