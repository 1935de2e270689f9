"""The dialog that makes an item of a passage, or adds the passage to an item that exists."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.sourcing import Speaker, other_quote
from gvkaart.domain.text import clean_line
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.node_picker import NodeLine, candidates
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.ways import ways_between

_LONGEST_TITLE = 120
_SHOWN = 400
_WIDTH = 460


@dataclass(frozen=True, slots=True)
class Habit:
    """What was chosen the last time: in one interview it is often the same again."""

    kind: str = "fact"
    actor: NodeId | None = None


def proposed_title(passage: str) -> str:
    """Return the first sentence of a passage as a title, on one line."""
    line = clean_line(passage)
    ends = [line.find(sign) for sign in (". ", "? ", "! ") if line.find(sign) > 0]
    sentence = line[: min(ends)] if ends else line
    return shortened(sentence.rstrip("."), _LONGEST_TITLE)


class MarkDialog(QDialog):
    """Asks what a passage is, in a few words, and who says it; all by keyboard."""

    def __init__(self, session: Session, source: NodeId, passage: str, habit: Habit, parent: QWidget) -> None:
        """Propose what was chosen the last time."""
        super().__init__(parent)
        self.setObjectName("mark-dialog")
        self.setWindowTitle(self.tr("Item van deze passage"))
        self._session, self._source = session, source
        self._quote = _framed(shortened(passage, _SHOWN))
        self._quote.setAccessibleName(self.tr("Passage"))
        self._kind = QComboBox()
        self._kind.setObjectName("kind")
        for kind in KINDS:
            if kind != "source":
                self._kind.addItem(icon(kind), session.words.term(f"kind.{kind}"), kind)
        self._kind.setMaxVisibleItems(len(KINDS))
        self._kind.setCurrentIndex(self._kind.findData(habit.kind))
        self._title = QLineEdit(proposed_title(passage))
        self._title.setObjectName("title")
        self._actor = NodeLine(lambda: candidates(session, ("actor",)))
        self._actor.setObjectName("actor")
        self._actor.setPlaceholderText(self.tr("Mag leeg blijven"))
        if habit.actor is not None and habit.actor in session.graph.nodes:
            self._actor.show_node(habit.actor, session.graph.nodes[habit.actor].title)
        self._relation = QComboBox()
        self._relation.setObjectName("relation")
        self._existing = NodeLine(lambda: candidates(session, KINDS, without=source))
        self._existing.setObjectName("existing")
        self._warning = plain_label()
        self._warning.setObjectName("warning")
        self._lay_out()
        self._kind.currentIndexChanged.connect(self._offer_relations)
        for line in (self._actor, self._existing):
            line.textChanged.connect(self._refresh)
            line.chosen.connect(self._refresh)
        self._title.textChanged.connect(self._refresh)
        self._offer_relations()
        self._title.setFocus()
        self._title.end(False)
        self._title.home(True)  # selects all with the beginning in view

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Soort"), self._kind)
        form.addRow(self.tr("&Titel"), self._title)
        form.addRow(self.tr("&Wie zegt dit?"), self._actor)
        form.addRow(self.tr("&Relatie"), self._relation)
        other = plain_label(self.tr("Of voeg de passage toe aan een item dat er al is:"))
        below = QFormLayout()
        below.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        below.addRow(self.tr("&Bestaand item"), self._existing)
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(self.tr("Item maken"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("accept")
        buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole).setObjectName("cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self._quote)
        column.addLayout(form)
        column.addWidget(other)
        column.addLayout(below)
        column.addWidget(self._warning)
        column.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        _line_up(self.findChildren(QLabel))

    def _offer_relations(self) -> None:
        self._relation.clear()
        for way in ways_between("actor", self.kind):
            if way.outgoing:
                self._relation.addItem(self._session.words.term(way.words), way.relation)
        self._refresh()

    def _refresh(self) -> None:
        """Say what pressing the button will do, and let it be pressed when that is something."""
        joins = self.existing is not None
        for widget in (self._kind, self._title, self._actor):
            widget.setEnabled(not joins)
        self._relation.setEnabled(not joins and self._actor.node_id is not None)
        self._accept.setText(self.tr("Passage toevoegen") if joins else self.tr("Item maken"))
        complaint = self._existing.complaint or ("" if joins else self._actor.complaint)
        self._accept.setEnabled(not complaint and (joins or bool(self.title)))
        self._warning.setText(complaint or self._replaced())
        self._warning.setVisible(self._warning.text() != "")

    def _replaced(self) -> str:
        """Say which passage makes way for this one: an item has one at most in each source."""
        if self.existing is None or not (quote := other_quote(self._session.graph, self.existing, self._source)):
            return ""
        return self.tr("Dit item heeft in deze bron al een passage. Die wordt vervangen: '%1'").replace(
            "%1", shortened(clean_line(quote), _LONGEST_TITLE)
        )

    @property
    def kind(self) -> str:
        """The chosen kind."""
        return str(self._kind.currentData())

    @property
    def title(self) -> str:
        """The title that was typed."""
        return clean_line(self._title.text())

    @property
    def existing(self) -> NodeId | None:
        """The item to add the passage to; None to make a new one."""
        return self._existing.node_id

    @property
    def speaker(self) -> Speaker | None:
        """Who says it; None when that was left open."""
        if self._actor.node_id is None or self._relation.currentData() is None:
            return None
        return Speaker(self._actor.node_id, str(self._relation.currentData()))

    @property
    def habit(self) -> Habit:
        """What to propose the next time."""
        return Habit(self.kind, self._actor.node_id)


def _line_up(labels: Iterable[QLabel]) -> None:
    """Let the fields of forms below each other begin at the same place."""
    titles = [label for label in labels if label.buddy() is not None]
    widest = max(label.sizeHint().width() for label in titles)
    for label in titles:
        label.setMinimumWidth(widest)


def _framed(text: str) -> QLabel:
    label = plain_label(text)
    label.setObjectName("quote")
    label.setFrameShape(QFrame.Shape.StyledPanel)
    label.setMargin(8)
    return label
