"""Shows Markdown without ever touching a file, a network or another program because of what stands in it.

A plain text browser opens every image name as a path, which on Windows can hand out credentials; returning an image
of our own for each is what stops it (reliability, finding 2). Links are shown in full, and open only when the user
agrees.
"""

from typing import Final

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from gvkaart.ui.asking import CANCEL, Choice, ask

_Feature = QTextDocument.MarkdownFeature
MARKDOWN: Final = _Feature.MarkdownDialectGitHub | _Feature.MarkdownNoHTML
"""Without HTML: with it, Qt swallows whatever stands between angle brackets (reliability, finding 4)."""

_SCHEMES: Final = ("http", "https", "mailto")
_IMAGE: Final = int(QTextDocument.ResourceType.ImageResource.value)


class SafeBrowser(QTextBrowser):
    """A reader for Markdown from anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._ask_open)
        self._blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._blank.fill(Qt.GlobalColor.transparent)

    def show_markdown(self, text: str) -> None:
        """Show a text as Markdown."""
        self.document().setMarkdown(text, MARKDOWN)

    @override
    def loadResource(self, kind: int, url: QUrl | str) -> QImage | QByteArray:
        """Give an empty image or text for whatever is asked; nothing is ever read."""
        return self._blank if int(kind) == _IMAGE else QByteArray(b" ")

    @override
    def doSetSource(
        self,
        url: QUrl | str,
        /,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,
    ) -> None:
        """Go nowhere: this shows one text."""

    def _ask_open(self, url: QUrl) -> None:
        """Open a link outside the program, after showing where it leads."""
        if url.scheme().lower() not in _SCHEMES:
            return
        address = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        question = self.tr("Deze link opent buiten het programma:") + "\n\n" + address
        if (
            ask(
                self,
                self.tr("Link openen?"),
                question,
                Choice(CANCEL, self.tr("Niet openen")),
                Choice("open", self.tr("Openen")),
            )
            == "open"
        ):
            QDesktopServices.openUrl(url)
