"""What is asked before concepts come in or go out as NL-SBB."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.errors import Rejected
from gvkaart.domain.overriding import override
from gvkaart.exchange.nlsbb.merging import Merged
from gvkaart.exchange.nlsbb.uris import checked_base

_LINE: Final = 80
"""Characters on a line."""

_CROWD: Final = 60
"""More new concepts than this make a map hard to read, which is said."""


class ImportDialog(QDialog):
    """Shows what a vocabulary would bring, and asks whether its concepts are to stand on the map too."""

    def __init__(
        self, name: str, merged: Merged, remarks: Sequence[str], map_title: str, parent: QWidget | None = None
    ) -> None:
        """Tell about a file.

        Args:
            name: of the file.
            merged: what the import would do.
            remarks: sentences about what did not fit.
            map_title: the map in view; empty when there is none.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("import-concepts-dialog")
        self.setWindowTitle(self.tr("Begrippenkader invoegen"))
        self._merged = merged
        self._place = QCheckBox(self.tr("Zet de begrippen ook op de kaart in beeld"))
        self._place.setObjectName("on-map")
        self._place.setEnabled(bool(map_title))
        self._place.toggled.connect(self._refresh)
        self._explanation = _label("explanation")
        column = QVBoxLayout(self)
        column.addWidget(_label("counts", self._counts(name)))
        column.addWidget(self._place)
        column.addWidget(self._explanation)
        if remarks:
            column.addWidget(_label("remarks-title", self.tr("Goed om te weten:")))
            column.addWidget(_remarks(self.tr("Goed om te weten"), remarks))
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(self.tr("Invoegen"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("accept")
        cancel = buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._refresh()
        _fit(self)

    @property
    def on_map(self) -> bool:
        """Whether the concepts are to stand on the map in view."""
        return self._place.isChecked()

    def _counts(self, name: str) -> str:
        merged = self._merged
        words = self.tr("%1 heeft %2 begrippen: %3 nieuw, %4 veranderd, %5 hetzelfde.")
        total = merged.new + merged.updated + merged.unchanged
        counts = (name, total, merged.new, merged.updated, merged.unchanged)
        for number, value in reversed(list(enumerate(counts, 1))):
            words = words.replace(f"%{number}", str(value))
        return words

    def _refresh(self) -> None:
        """Say what the choice means, and whether there is anything to do."""
        if not self.on_map:
            words = self.tr(
                "Nieuwe begrippen komen in het document, maar nog op geen kaart. U vindt ze met zoeken, en zet op een "
                "kaart wat u nodig heeft."
            )
        elif self._merged.new + self._merged.updated + self._merged.unchanged > _CROWD:
            words = self.tr(
                "Let op: met zo veel begrippen is de kaart moeilijk te lezen. Alles is in één stap terug te draaien."
            )
        else:
            words = self.tr("Ze komen op de kaart die u nu ziet. Alles is in één stap terug te draaien.")
        self._explanation.setText(words)
        self._accept.setEnabled(bool(self._merged.changes) or self.on_map)


class ExportConceptsDialog(QDialog):
    """Asks of which concepts a file is made, in what format, and what their web addresses begin with."""

    def __init__(self, base: str, chosen: str, map_title: str, parent: QWidget | None = None) -> None:
        """Offer the concepts of the document, and of the map in view when there is one.

        Args:
            base: what web addresses begin with when nothing is filled in.
            chosen: what was filled in before.
            map_title: the map in view; empty when there is none.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("export-concepts-dialog")
        self.setWindowTitle(self.tr("Begrippenkader maken"))
        self._own = base
        self._scope = _choice("scope", {"document": self.tr("Alle begrippen in dit document")})
        if map_title:
            self._scope.addItem(self.tr("Alleen de begrippen op de kaart in beeld"), "map")
        self._format = _choice(
            "format",
            {
                ".ttl": self.tr("Turtle: om te publiceren en voor programma's voor begrippen"),
                ".xlsx": self.tr("Rekenblad van NL-SBB: om te lezen en aan te vullen"),
            },
        )
        self._base = QLineEdit(chosen)
        self._base.setObjectName("base")
        self._base.setPlaceholderText(self.tr("leeg: een eigen kenmerk van dit document"))
        self._problem = _label("problem")
        self._problem.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Wat"), self._scope)
        form.addRow(self.tr("&Vorm"), self._format)
        form.addRow(self.tr("&Begin van webadressen"), self._base)
        buttons = QDialogButtonBox()
        make = buttons.addButton(self.tr("Maken…"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setObjectName("accept")
        cancel = buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._problem)
        column.addWidget(
            _label(
                "explanation",
                self.tr(
                    "Elk kader wordt een begrippenkader. Publiceert uw organisatie begrippen, vul dan het begin van "
                    "haar webadressen in. Wat alleen intern is, gaat nooit mee."
                ),
            )
        )
        column.addWidget(buttons)
        _fit(self)

    @property
    def whole(self) -> bool:
        """Whether all concepts of the document are meant."""
        return str(self._scope.currentData()) == "document"

    @property
    def suffix(self) -> str:
        """The suffix of the chosen format."""
        return str(self._format.currentData())

    @property
    def chosen(self) -> str:
        """What was filled in as the beginning of web addresses."""
        return self._base.text().strip()

    @property
    def base(self) -> str:
        """What web addresses begin with."""
        return self.chosen or self._own

    @override
    def accept(self) -> None:
        """Go on, unless web addresses cannot begin so."""
        try:
            checked_base(self.base)
        except Rejected:
            self._problem.setText(
                self.tr(
                    "Zo kan een webadres niet beginnen. Begin met https:// of urn:, zonder spaties, of laat het leeg."
                )
            )
            self._problem.show()
            _fit(self)
            self._base.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().accept()


def _fit(dialog: QDialog) -> None:
    """Make a dialog as wide as a line of text that reads well, and as high as its texts then need."""
    dialog.ensurePolished()
    width = max(dialog.fontMetrics().averageCharWidth() * _LINE, dialog.minimumSizeHint().width())
    dialog.setMinimumWidth(width)
    dialog.resize(width, max(dialog.sizeHint().height(), dialog.heightForWidth(width)))


def _label(name: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _remarks(name: str, remarks: Sequence[str]) -> QPlainTextEdit:
    shown = QPlainTextEdit("\n\n".join(remarks))
    shown.setObjectName("remarks")
    shown.setAccessibleName(name)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    return shown


def _choice(name: str, items: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for data, words in items.items():
        box.addItem(words, data)
    return box
