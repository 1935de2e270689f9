"""The dialog that makes a diagram of the map: which format, how large, and what is on it."""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gvkaart.analysis.engine import run_checks
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import only_map, without_private
from gvkaart.domain.entities import NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.overriding import override
from gvkaart.exchange.markdown import write_markdown
from gvkaart.exchange.svg import write_svg
from gvkaart.picture.composing import compose
from gvkaart.picture.placing import Centres
from gvkaart.picture.primitives import Picture
from gvkaart.picture.theme import LIGHT, Theme
from gvkaart.ui.asking import tell
from gvkaart.ui.picture_files import is_wide, pdf_bytes, png_bytes, print_picture
from gvkaart.ui.session import Session
from gvkaart.ui.targets import ask_target, file_name
from gvkaart.ui.writing import write_file

FORMATS: Final = ("svg", "png", "pdf", "md")
_DEFAULT_MM: Final = 250
_MM_PER_INCH: Final = 25.4


class ExportDialog(QDialog):
    """Asks what picture to make; `accept` asks where to, and writes it."""

    def __init__(
        self,
        session: Session,
        centres: Centres,
        theme: Theme,
        visible: frozenset[NodeId],
        filtered: frozenset[NodeId] | None,
        focus: frozenset[NodeId] | None,
        parent: QWidget | None = None,
    ) -> None:
        """Offer a picture of the map in view.

        Args:
            session: what is looked at, and what is selected.
            centres: where the nodes stand.
            theme: the colours on the screen.
            visible: the nodes that can be seen now.
            filtered: the nodes that filters let through; None when there are none.
            focus: the nodes whose lines are all drawn now; None when all lines are.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("export-dialog")
        self.setWindowTitle(self.tr("Diagram maken of afdrukken"))
        self._session, self._centres, self._theme, self._visible = session, centres, theme, visible
        self._filtered, self._focus = filtered, focus
        self._format = self._make_formats()
        self._scope = self._make_scopes()
        self._chosen_scope = self._scope.currentIndex()
        """What is drawn; a text is always about the whole map."""
        self._width = _spin("width", 40, 2000, _DEFAULT_MM, " mm")
        self._dpi = _spin("dpi", 72, 600, 200, " dpi")
        self._legend = QCheckBox(self.tr("Met legenda"))
        self._legend.setObjectName("legend")
        self._legend.setChecked(True)
        self._screen_colours = QCheckBox(self.tr("Kleuren zoals op het scherm"))
        self._screen_colours.setObjectName("screen-colours")
        self._private = QCheckBox(self.tr("Ook wat alleen intern is"))
        self._private.setObjectName("private")
        self._private.setEnabled(session.has_private)
        self._lay_out()
        self._format.currentIndexChanged.connect(self._refresh)
        self._scope.currentIndexChanged.connect(self._note_scope)
        self._refresh()

    def _make_formats(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("format")
        for suffix, words in (
            ("svg", self.tr("SVG: scherp in Word en op het web")),
            ("png", self.tr("PNG: een gewone afbeelding")),
            ("pdf", self.tr("PDF: een blad zo groot als het plaatje")),
            ("md", self.tr("Tekst: de kaart in woorden (Markdown)")),
        ):
            box.addItem(words, suffix)
        return box

    def _make_scopes(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("scope")
        if self._filtered is not None:
            box.addItem(self._filtered_words(self._filtered), "filtered")
        box.addItem(self.tr("De hele kaart"), "all")
        if self._session.selection:
            box.addItem(self.tr("Alleen wat geselecteerd is"), "selection")
        box.addItem(self.tr("Alleen wat nu in beeld is"), "visible")
        return box

    def _filtered_words(self, filtered: frozenset[NodeId]) -> str:
        view = self._session.view
        words = self.tr("Wat het filter doorlaat: %1 van %2 items")
        return words.replace("%1", str(len(filtered - view.folded.hidden))).replace("%2", str(len(view.nodes)))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Soort"), self._format)
        form.addRow(self.tr("&Wat"), self._scope)
        form.addRow(self.tr("&Breedte"), self._width)
        form.addRow(self.tr("&Fijnheid"), self._dpi)
        for box in (self._legend, self._screen_colours, self._private):
            form.addRow("", box)
        buttons = QDialogButtonBox()
        make = buttons.addButton(self.tr("Maken…"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("accept")
        self._print_button = buttons.addButton(self.tr("Afdrukken…"), QDialogButtonBox.ButtonRole.ActionRole)
        self._print_button.setObjectName("print")
        self._print_button.clicked.connect(self._print)
        buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def _refresh(self) -> None:
        """Offer only what matters for the chosen format, and say of a text that it is about the whole map."""
        suffix = self._format.currentData()
        is_text = suffix == "md"
        self._width.setEnabled(not is_text)
        self._dpi.setEnabled(suffix == "png")
        self._print_button.setEnabled(not is_text)
        for box in (self._legend, self._screen_colours, self._scope):
            box.setEnabled(not is_text)
        self._scope.setCurrentIndex(self._scope.findData("all") if is_text else self._chosen_scope)

    def _note_scope(self, chosen: int) -> None:
        if self._scope.isEnabled():
            self._chosen_scope = chosen

    @override
    def accept(self) -> None:
        """Ask where to, and write the picture; the dialog stays open when that does not go."""
        suffix = self._format.currentData()
        start = Path(f"{file_name(self._session.map_title)}.{suffix}")
        path = ask_target(self, self.windowTitle(), start, {f"{suffix.upper()} (*.{suffix})": f".{suffix}"})
        if path is None:
            return
        try:
            content = self.content(suffix)
        except Rejected as error:
            tell(self, self.windowTitle(), self._session.words.error(error))
            return
        if write_file(self._session, path, content):
            super().accept()

    def _print(self) -> None:
        """Print what the present choices show on one page; the dialog stays open when that was broken off."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        picture = self._picture(self._disclosed())
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(picture.title)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        lies = is_wide(picture)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)
        if QPrintDialog(printer, self).exec():
            print_picture(picture, printer)
            super().accept()

    def content(self, suffix: str) -> bytes:
        """Return the file that the present choices make."""
        view = self._disclosed()
        width = self._width.value()
        match suffix:
            case "md":
                findings = run_checks(view, self._session.catalogue)
                return write_markdown(view, self._session.words, findings, with_private=self._private.isChecked())
            case "svg":
                return write_svg(self._picture(view), width_mm=width)
            case "pdf":
                return pdf_bytes(self._picture(view), width)
            case _:
                dpi = self._dpi.value()
                return png_bytes(self._picture(view), round(width / _MM_PER_INCH * dpi), dpi)

    def _disclosed(self) -> CaseView:
        """Look at the map as those may who will get the picture: what is private is not hidden but absent."""
        session = self._session
        cut = only_map if self._private.isChecked() else without_private
        return CaseView(cut(session.graph, session.map_id), session.map_id, session.round_id)

    def _picture(self, view: CaseView) -> Picture:
        session = self._session
        scopes = {"selection": frozenset(session.selection), "visible": self._visible, "filtered": self._filtered}
        only = scopes.get(self._scope.currentData())
        return compose(
            view,
            session.words,
            self._theme if self._screen_colours.isChecked() else LIGHT,
            centres=self._centres,
            findings=run_checks(view, session.catalogue),
            only=only,
            focus=self._focus,
            legend=self._legend.isChecked(),
        )


def _spin(name: str, lowest: int, highest: int, value: int, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(name)
    box.setRange(lowest, highest)
    box.setValue(value)
    box.setSuffix(unit)
    return box
