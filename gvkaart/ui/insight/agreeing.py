"""The dialogs that end a confusion: one definition that parties agree on, or a word of its own for one meaning."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.entities import NodeId
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.labels import plain_label
from gvkaart.ui.uncopied import Uncopied

_ACTOR = int(Qt.ItemDataRole.UserRole)
_FEWEST_LINES = 4


class Secrecy(Enum):
    """How much of what is agreed about is private."""

    NONE = auto()
    SOME = auto()
    """Some of it: a definition, or who means it. Then no text of it can be copied."""
    ALL = auto()
    """All definitions are: what is agreed on will be private too."""


class AgreeDialog(QDialog):
    """Asks on which definition parties agree, and which parties do."""

    def __init__(
        self,
        term: str,
        definitions: Sequence[tuple[str, str]],
        actors: Sequence[tuple[NodeId, str]],
        parent: QWidget | None = None,
        *,
        secrecy: Secrecy = Secrecy.NONE,
    ) -> None:
        """Ask about a term.

        Args:
            term: the word as it is.
            definitions: what is meant by it now: whose, and the definition.
            actors: who may agree, with their names; none of them does yet.
            parent: over which it appears.
            secrecy: what of these definitions is private.
        """
        super().__init__(parent)
        self.setObjectName("agree-dialog")
        self.setWindowTitle(self.tr("Eén omschrijving afspreken"))
        self._term = QLineEdit(term)
        self._definition, self._plain = _area("definition"), _area("plain")
        self._term.setObjectName("term")
        self._actors = _actor_list(actors)
        self._secrecy = secrecy
        self._buttons, self._accept = _buttons(self, self.tr("Afspreken"), self.tr("Annuleren"))
        self._lay_out("\n".join(f"• {name}: {definition}" for name, definition in definitions))
        self._term.textChanged.connect(self._allow)
        self._definition.textChanged.connect(self._allow)
        self._allow()
        self._definition.setFocus()

    @property
    def term(self) -> str:
        """The word."""
        return self._term.text().strip()

    @property
    def definition(self) -> str:
        """The definition."""
        return self._definition.toPlainText().strip()

    @property
    def plain(self) -> str:
        """The same in plain words; may be empty."""
        return self._plain.toPlainText().strip()

    @property
    def actors(self) -> tuple[NodeId, ...]:
        """Who agree."""
        items = (self._actors.item(row) for row in range(self._actors.count()))
        return tuple(NodeId(one.data(_ACTOR)) for one in items if one.checkState() is Qt.CheckState.Checked)

    def _lay_out(self, known: str) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        before = _area("known")
        before.setPlainText(known)
        before.setReadOnly(True)
        if self._secrecy is not Secrecy.NONE:
            before.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        for words, widget, stretch in (
            (self.tr("&Zo staat het er nu"), before, 2),
            (self.tr("&Woord"), self._term, 0),
            (self.tr("&Omschrijving waar u het samen over eens bent"), self._definition, 2),
            (self.tr("Hetzelfde in &gewone taal (mag leeg blijven)"), self._plain, 1),
            (self.tr("Wie &is het hiermee eens?"), self._actors, 3),
        ):
            _add(column, words, widget, stretch)
        column.addWidget(
            plain_label(self.tr("Wat partijen eerst bedoelden, blijft staan. Alles is in één stap terug te draaien."))
        )
        if told := self._told_of_secrecy():
            column.addWidget(plain_label(told, "secrecy"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.addWidget(area)
        whole.addWidget(self._buttons)
        self.resize(within_screen(self, 600, 680))

    def _told_of_secrecy(self) -> str:
        """Say who will see what is agreed on, when something of what it comes from is private."""
        match self._secrecy:
            case Secrecy.NONE:
                return ""
            case Secrecy.SOME:
                return self.tr(
                    "Let op: een deel van wat hier staat, is alleen intern. Wat u afspreekt, is dat niet: "
                    "het gaat mee als u de kaart deelt."
                )
            case Secrecy.ALL:
                return self.tr("Deze betekenissen zijn alleen intern. Wat u hier afspreekt, wordt dat ook.")
            case _:
                assert_never(self._secrecy)

    def _allow(self) -> None:
        """Let nothing be agreed on before there is a word and a definition."""
        self._accept.setEnabled(bool(self.term and self.definition))


class OwnWordDialog(QDialog):
    """Asks by which word a meaning goes from now on."""

    def __init__(self, term: str, name: str, definition: str, parent: QWidget | None = None) -> None:
        """Ask about the meaning that `name` has of a term."""
        super().__init__(parent)
        self.setObjectName("own-word-dialog")
        self.setWindowTitle(self.tr("Een eigen woord"))
        self._old = term
        self._term = QLineEdit(term)
        self._term.setObjectName("term")
        self._term.selectAll()
        self._buttons, self._accept = _buttons(self, self.tr("Dit woord gebruiken"), self.tr("Annuleren"))
        column = QVBoxLayout(self)
        column.addWidget(plain_label(f"{name}: {definition}" if definition else name))
        _add(column, self.tr("&Nieuw woord voor deze betekenis"), self._term, 0)
        explained = self.tr('Het oude woord "%1" blijft in de afbakening staan, zodat het te herkennen blijft.')
        column.addWidget(plain_label(explained.replace("%1", term)))
        column.addStretch(1)
        column.addWidget(self._buttons)
        self._term.textChanged.connect(self._allow)
        self._allow()
        self.resize(within_screen(self, 460, self.sizeHint().height()))

    @property
    def term(self) -> str:
        """The new word."""
        return " ".join(self._term.text().split())

    def _allow(self) -> None:
        """Ask for a word that differs from the one it has."""
        self._accept.setEnabled(self.term not in ("", self._old))


def _buttons(dialog: QDialog, accept: str, cancel: str) -> tuple[QDialogButtonBox, QWidget]:
    box = QDialogButtonBox()
    agreed = box.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
    agreed.setObjectName("accept")
    box.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole).setObjectName("cancel")
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, agreed


def _area(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(_FEWEST_LINES * made.fontMetrics().lineSpacing())
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)  # as high as there is room for
    return made


def _actor_list(actors: Sequence[tuple[NodeId, str]]) -> QListWidget:
    made = QListWidget()
    made.setObjectName("actors")
    Uncopied(made)
    made.setWordWrap(True)
    made.setMinimumHeight(_FEWEST_LINES * made.fontMetrics().lineSpacing())
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    for actor, title in actors:
        item = QListWidgetItem(title, made)
        item.setData(_ACTOR, actor)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
    made.setCurrentRow(0)
    return made


def _add(column: QVBoxLayout, words: str, widget: QWidget, stretch: int) -> None:
    """Add a field below what it is called."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setBuddy(widget)
    widget.setAccessibleName(words.replace("&", ""))
    column.addWidget(label)
    column.addWidget(widget, stretch)
