"""What is asked before concepts come in or go out as NL-SBB."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.derived import text_of
from gvkaart.domain.entities import Edge, Node
from gvkaart.domain.errors import Rejected
from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.exchange.nlsbb.merging import Merged
from gvkaart.exchange.nlsbb.uris import checked_base
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.growing_text import with_short_lines
from gvkaart.ui.labels import plain_label

_LINE: Final = 80
"""Characters on a line."""

_ROWS: Final = (2, 7)
"""Lines of a long text that are in sight at once, at least and at most."""

_BESIDE: Final = 7
"""Characters of a line that margins take on both sides of a long text."""

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
        self._explanation = plain_label(name="explanation")
        column = QVBoxLayout(self)
        column.addWidget(plain_label(self._counts(name), "counts"))
        if lines := self._lines():
            column.addWidget(_boxed(self, "concepts", self.tr("Wat er nieuw is of verandert"), "\n".join(lines)))
        column.addWidget(self._place)
        column.addWidget(self._explanation)
        if remarks:
            column.addWidget(plain_label(self.tr("Goed om te weten:"), "remarks-title"))
            column.addWidget(_boxed(self, "remarks", self.tr("Goed om te weten"), "\n\n".join(remarks)))
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(self.tr("Invoegen"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("accept")
        cancel = buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        self._refresh()
        self._accept.setFocus()
        _fit(self)

    @property
    def on_map(self) -> bool:
        """Whether the concepts are to stand on the map in view."""
        return self._place.isChecked()

    def _counts(self, name: str) -> str:
        """Say how many concepts a file has, what the document has of them, and what comes with them."""
        merged = self._merged
        kinds = (
            (merged.new, self.tr("nieuw")),
            (merged.updated, self.tr("veranderd")),
            (merged.unchanged, self.tr("hetzelfde")),
        )
        there = [kind for kind in kinds if kind[0]]
        words = self.tr("%1 heeft %2 begrippen: %3.")
        said = ", ".join(f"{count} {kind}" for count, kind in there)
        if len(there) == 1:
            ((count, said),) = there
            words = (
                self.tr("%1 heeft één begrip: %3.") if count == 1 else self.tr("%1 heeft %2 begrippen, allemaal %3.")
            )
        total = sum(count for count, _kind in there)
        words = words.replace("%3", said).replace("%2", str(total)).replace("%1", name)
        return " ".join((words, *self._besides()))

    def _besides(self) -> Iterator[str]:
        """Say what else than concepts is new."""
        new = [one.entity for one in self._merged.changes if one.old is None]
        relations = sum(isinstance(one, Edge) for one in new)
        sources = sum(isinstance(one, Node) and one.kind == "source" for one in new)
        if relations:
            yield self.tr("Nieuwe relaties: %1.").replace("%1", str(relations))
        if sources:
            yield self.tr("Nieuwe bronnen: %1.").replace("%1", str(sources))

    def _lines(self) -> list[str]:
        """Return the concepts that change, and then those that are new, with their frames."""
        changed, new = [], []
        for one in self._merged.changes:
            if isinstance(one.entity, Node) and one.entity.kind == "concept":
                frame = text_of(one.entity.fields, "frame")
                if one.old is not None:
                    changed.append(self.tr("%1 (wordt bijgewerkt)").replace("%1", one.entity.title))
                else:
                    new.append(f"{one.entity.title} · {frame}" if frame else one.entity.title)
        return [*sorted(changed, key=fold), *sorted(new, key=fold)]

    def _refresh(self) -> None:
        """Say what the choice means, and whether there is anything to do."""
        merged = self._merged
        if self.on_map and merged.new + merged.updated + merged.unchanged > _CROWD:
            words = self.tr(
                "Let op: met zo veel begrippen is de kaart moeilijk te lezen. Alles is in één stap terug te draaien."
            )
        elif self.on_map:
            words = self.tr("Ze komen op de kaart die u nu ziet. Alles is in één stap terug te draaien.")
        elif merged.new:
            words = self.tr(
                "Nieuwe begrippen komen in het document, maar nog op geen kaart. U vindt ze met zoeken, en zet op een "
                "kaart wat u nodig heeft."
            )
        elif merged.changes:
            words = self.tr("Er komt geen begrip bij. Alles is in één stap terug te draaien.")
        else:
            words = self.tr("Alles uit dit bestand staat al zo in het document: er is niets in te voegen.")
        self._explanation.setText(words)
        self._accept.setEnabled(bool(merged.changes) or self.on_map)


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
        self._problem = plain_label(name="problem")
        self._problem.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
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
            plain_label(
                self.tr(
                    "Elk kader wordt een begrippenkader. Publiceert uw organisatie begrippen, vul dan het begin van "
                    "haar webadressen in. Wat alleen intern is, gaat nooit mee."
                ),
                "explanation",
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
    """Make a dialog as wide as a line that reads well and as high as its texts then need, within the screen."""
    width = max(_width(dialog), dialog.minimumSizeHint().width())
    dialog.setMinimumWidth(width)
    dialog.resize(within_screen(dialog, width, dialog.heightForWidth(width)))


def _width(dialog: QDialog) -> int:
    dialog.ensurePolished()
    return within_screen(dialog, dialog.fontMetrics().averageCharWidth() * _LINE, 0).width()


def _boxed(dialog: QDialog, object_name: str, name: str, text: str) -> QPlainTextEdit:
    """Make a box for a text of any length that shows a few lines at once, and no more than it has."""
    shown = QPlainTextEdit(with_short_lines(text), dialog)
    shown.setObjectName(object_name)
    shown.setAccessibleName(name)
    shown.setReadOnly(True)
    shown.setTabChangesFocus(True)
    shown.ensurePolished()
    metrics = shown.fontMetrics()
    room = QRect(0, 0, _width(dialog) - metrics.averageCharWidth() * _BESIDE, 0)
    needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text[: _LINE * _LINE]).height()
    around = 2 * (round(shown.document().documentMargin()) + shown.frameWidth()) + 4
    least, most = (min(needed, lines * metrics.lineSpacing()) + around for lines in _ROWS)
    shown.setMinimumHeight(least)
    shown.setMaximumHeight(most)
    return shown


def _choice(name: str, items: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for data, words in items.items():
        box.addItem(words, data)
    return box
