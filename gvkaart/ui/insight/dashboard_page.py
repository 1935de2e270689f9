"""The dashboard: how a case stands, on one page that is as good on paper as on the screen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMarginsF, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QWidget

from gvkaart.analysis.dashboard import dashboard
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.picture.theme import LIGHT, Theme
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.checking import Checker
from gvkaart.ui.claiming import claims
from gvkaart.ui.insight.copying import put_on_clipboard
from gvkaart.ui.insight.dashboard_html import ITEM
from gvkaart.ui.insight.dashboard_html import DashboardPage as Writer
from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.safe_browser import SafeBrowser
from gvkaart.ui.session import Session

_MARGIN: Final = 16
"""Pixels around the page on the screen."""
_PAPER_POINTS: Final = 8.5
"""On paper letters may be smaller than on a screen: a case of usual size is on one page, with the questions after."""


class _PageText(SafeBrowser):
    """The page to read: nothing of it can be selected, for a selection could not be copied without what is private."""

    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the key that copies from the window, which would copy the items that are selected."""
        return claims(event, QKeySequence.StandardKey.Copy) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)


class DashboardView(InsightPage):
    """How the case stands."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "dashboard")
        self.describe(self.tr("Stand van zaken"), self.tr("De hele zaak op één pagina, ook om af te drukken."))
        self.browser = _PageText()
        self.browser.setObjectName("dashboard-text")
        self.browser.setAccessibleName(self.tr("Stand van zaken"))
        self.browser.anchorClicked.connect(self._open)
        self.browser.copy_wanted.connect(self.copy)
        self.tools.addStretch(1)
        copy = self.add_button("copy-dashboard", self.tr("Kopiëren"), self.tr("Kopieer de pagina, voor Word"))
        copy.clicked.connect(self.copy)
        paper = self.add_button("print-dashboard", self.tr("Afdrukken…"), self.tr("Druk de pagina af of maak een PDF"))
        paper.clicked.connect(self._print)
        self.body.addWidget(self.browser, 1)

    @override
    def load(self) -> None:
        place = self.browser.verticalScrollBar().value()
        self.browser.setHtml(self._html(self.session.view, theme_of(self.palette())))
        self.browser.document().setDocumentMargin(_MARGIN)
        self.browser.verticalScrollBar().setValue(place)

    @override
    def starting_point(self) -> QWidget:
        return self.browser

    @override
    def stops(self) -> Sequence[QWidget]:
        return (self.browser,)

    def _html(self, view: CaseView, theme: Theme, *, linked: bool = True) -> str:
        """Write the page, without what was noticed of items that are gone: the checks come a moment after the map."""
        nodes = view.nodes.keys()
        findings = [finding for finding in self.findings_of(view) if nodes >= set(finding.subject)]
        return Writer(view, dashboard(view, findings), self.session.words, theme, linked=linked).html()

    def _open(self, url: QUrl) -> None:
        text = url.toString()
        node = NodeId(text.removeprefix(ITEM))
        if text.startswith(ITEM) and node in self.session.graph.nodes:
            self.items_opened.emit((node,))

    # --- out of the program -------------------------------------------------------------------------------------------

    def _disclosed_html(self) -> str:
        """Write the page as if private items were not there, in the colours of paper.

        Without links: elsewhere they lead nowhere, and the id of an item keeps the title that it had first.
        """
        session = self.session
        return self._html(CaseView(disclosed(session.graph), session.map_id, session.round_id), LIGHT, linked=False)

    def copy(self) -> None:
        """Copy the page, for a text processor."""
        data = QMimeData()
        html = self._disclosed_html()
        data.setHtml(html)
        data.setText(_document(html).toPlainText())
        put_on_clipboard(self.session, data)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.accessibleName())
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)  # the document leaves 20 mm itself
        if QPrintDialog(printer, self).exec():
            _document(self._disclosed_html()).print_(printer)


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = QGuiApplication.font()
    font.setPointSizeF(_PAPER_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
