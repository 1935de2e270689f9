"""The dialog that makes items of text: what is typed or pasted above, what becomes of every line below.

Nothing is made before a person agrees; then all of it is, in one step to undo. The keyboard is enough: Tab and Enter
indent and go on in the text, F6 goes to the table and back, Ctrl+Enter (or Enter in the table) makes the items.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.overriding import override
from gvkaart.exchange.outline_text import Choice, Row, RowKey, Titles, propose
from gvkaart.ui.icons import icon
from gvkaart.ui.labels import plain_label
from gvkaart.ui.pasting.rows_model import Column, RowsModel
from gvkaart.ui.pasting.rows_table import RowsTable
from gvkaart.ui.pasting.text_field import LONGEST, OutlineField
from gvkaart.ui.session import Session

MOST_LINES: Final = 1000
"""Lines that become items at once: more one cannot look over."""
_REST_MS: Final = 150
"""The preview follows when nothing was typed for so long."""


class OutlineDialog(QDialog):
    """Asks what to make of a text; `rows` is the answer when it was accepted."""

    def __init__(self, session: Session, text: str = "", kind: str = "note", parent: QWidget | None = None) -> None:
        """Propose what a text becomes; lines that do not say what they are become items of `kind`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Uit tekst bouwen"))
        self.setObjectName("outline-dialog")
        self._session, self._titles = session, Titles(session.graph)
        self._choices: dict[RowKey, Choice] = {}
        self.rows: Sequence[Row] = ()
        self.field = OutlineField()
        self._model = RowsModel(session.words, self)
        self.table = RowsTable(self._model)
        self._kind = QComboBox()
        self._summary, self._notice = plain_label(name="summary"), plain_label(name="notice")
        self._make = QPushButton(self.tr("Maken"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._fill_in(text, kind)
        self._lay_out()
        self._connect()
        self.refresh()
        (self.table if text else self.field).setFocus()

    # --- building -----------------------------------------------------------------------------------------------------

    def _fill_in(self, text: str, kind: str) -> None:
        self.field.setObjectName("outline-text")
        self.field.setAccessibleName(self.tr("Tekst: elke regel wordt een item"))
        self.field.setPlaceholderText(
            self.tr(
                "Actor: Gemeente Waterland\n"
                "    Positie: gegevens eerder delen\n"
                "        Belang: schulden op tijd zien\n"
                "Feit: een op de vijf brieven komt terug\n"
                "    betwist door: Inlichtingendienst Schulden"
            )
        )
        self.field.setPlainText(text)
        self.table.setObjectName("outline-rows")
        self._kind.setObjectName("default-kind")
        for one in KINDS:
            self._kind.addItem(icon(one), self._session.words.term(f"kind.{one}"), one)
        self._kind.setCurrentIndex(list(KINDS).index(kind))
        self._kind.setMaxVisibleItems(len(KINDS))
        self._make.setObjectName("accept")

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr(
                "Elke regel wordt een item. Inspringen is een relatie met de regel erboven. Zet de soort ervoor "
                "(Actor: …) of kies die in de tabel. Tab springt in, F6 gaat naar de tabel, Ctrl+Enter maakt de items."
            )
        )
        hint.setWordWrap(True)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.field)
        splitter.addWidget(self.table)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        splitter.setChildrenCollapsible(False)
        otherwise = QLabel(self.tr("&Soort als er niets bij staat:"))
        otherwise.setBuddy(self._kind)
        row = QHBoxLayout()
        row.addWidget(otherwise)
        row.addWidget(self._kind)
        row.addSpacing(18)
        row.addWidget(self._summary, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(self._make, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(splitter, 1)
        column.addWidget(self._notice)
        column.addLayout(row)
        column.addWidget(buttons)
        em, screen = self.fontMetrics().horizontalAdvance("x"), self.screen().availableSize()
        self.resize(QSize(170 * em, 90 * em).boundedTo(screen * 0.9))

    def _connect(self) -> None:
        self._make.setDefault(True)
        self.field.textChanged.connect(self._rest.start)
        self.field.refused.connect(self._refuse)
        self._rest.timeout.connect(self.refresh)
        self._kind.currentIndexChanged.connect(self.refresh)
        self._model.decided.connect(self._decide)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._make.click)
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self._make.click)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._go_over)

    # --- following ----------------------------------------------------------------------------------------------------

    @property
    def typed(self) -> str:
        """What was typed."""
        return self.field.toPlainText()

    @property
    def kind(self) -> str:
        """The kind of lines that do not say what they are."""
        return str(self._kind.currentData())

    def refresh(self) -> None:
        """Propose anew."""
        self._rest.stop()
        lines = self.field.blockCount()
        too_many = lines > MOST_LINES
        self._notice.setVisible(too_many)
        if too_many:
            sentence = self.tr("Dit zijn %1 regels. Er kunnen er %2 tegelijk: doe het in delen.")
            self._notice.setText(sentence.replace("%1", str(lines)).replace("%2", str(MOST_LINES)))
        text = "" if too_many else self.typed
        self.rows = propose(text, self._titles, self._session.words, self.kind, self._choices)
        self._model.show_rows(self.rows)
        self._summary.setText(self._told())
        self._make.setEnabled(any(row.is_item for row in self.rows))

    def _told(self) -> str:
        if not self.rows:
            return self.tr("Hier komt te staan wat er van elke regel wordt.")
        counts = (
            sum(row.is_new for row in self.rows),
            sum(row.is_item and not row.is_new for row in self.rows),
            sum(row.way is not None for row in self.rows),
            sum(row.doubt is not None for row in self.rows),
        )
        told = self.tr("Nieuw: %1. Bestaat al: %2. Relaties: %3. Kijk na: %4.")
        for number, count in enumerate(counts, 1):
            told = told.replace(f"%{number}", str(count))
        return told

    def _refuse(self, length: int) -> None:
        sentence = self.tr("Deze tekst is te lang (%1 tekens; er passen er %2). Plak hem in delen.")
        self._notice.setText(sentence.replace("%1", str(length)).replace("%2", str(LONGEST)))
        self._notice.show()

    def _decide(self, number: int, made: Choice) -> None:
        """Take a choice over, for all selected rows when it was made in one of several selected cells."""
        table = self.table
        current = table.currentIndex()
        selected = {one.row() for one in table.selectedIndexes() if one.column() == current.column()}
        rows = selected if number in selected and made.title is None else {number}
        for row in rows:
            key = self.rows[row].key
            self._choices[key] = _overlaid(self._choices.get(key, Choice()), made)
        self.refresh()

    def _go_over(self) -> None:
        """Go from the text to the table, at the first line that wants a look, and back."""
        if self.table.hasFocus():
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.refresh()
        if self.rows:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            doubtful = next((number for number, row in enumerate(self.rows) if row.doubt is not None), 0)
            index = self._model.index(doubtful, Column.KIND)
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def accept(self) -> None:
        self.refresh()
        if any(row.is_item for row in self.rows):
            super().accept()


def _overlaid(before: Choice, made: Choice) -> Choice:
    """Return a choice with what was just decided; another kind makes the relation a new question."""
    if made.kind is not None:
        before = replace(before, way=None)
    new = {one.name: getattr(made, one.name) for one in fields(made) if getattr(made, one.name) is not None}
    return replace(before, **new)
