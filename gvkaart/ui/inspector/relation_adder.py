"""Adding a relation by keyboard: which one, in plain words, and with what; a new item when there is none yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.text import clean_line
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.editors import plain_label
from gvkaart.ui.inspector.node_picker import NodeLine, candidates
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.session import Session
from gvkaart.ui.ways import Way, ways_of


class RelationAdder(QWidget):
    """A button that unfolds into a form; the form is made when it is first wanted."""

    added = Signal(str)
    """A relation was added; carries the key of its words, as seen from this item."""

    def __init__(self, session: Session, node_id: NodeId) -> None:
        """Add relations to a node."""
        super().__init__()
        self.setObjectName("adder")
        self._session, self._node_id = session, node_id
        self._form: _RelationForm | None = None
        self._begin = QPushButton(icon("link"), self.tr("Relatie toevoegen…"))
        self._begin.setObjectName("add-relation")
        self._begin.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._begin.clicked.connect(self.begin)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.addWidget(self._begin)

    def begin(self) -> None:
        """Unfold, with the cursor at the choice of relation."""
        if self._form is None:
            self._form = _RelationForm(self._session, self._node_id)
            self._form.added.connect(self.added)
            self._form.closed.connect(self._fold)
            self._column.addWidget(self._form)
        self._form.show()
        self._begin.hide()
        self._form.begin()

    def turn_to(self, node_id: NodeId) -> None:
        """Add relations to another node of the same kind; what was begun for the last one is dropped."""
        self._node_id = node_id
        if self._form is not None:
            self._form.turn_to(node_id)
            self._form.hide()
        self._begin.show()

    def _fold(self) -> None:
        self.turn_to(self._node_id)
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)


class _RelationForm(QFrame):
    """Which relation, with which other item, and the kind when that item is new."""

    added = Signal(str)
    """As `RelationAdder.added`; `closed` comes before it."""
    closed = Signal()
    """The form is done with."""

    def __init__(self, session: Session, node_id: NodeId) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._session, self._node_id = session, node_id
        self._ways = ways_of(session.graph.nodes[node_id].kind)
        self._relation = self._make_relations()
        self._line = NodeLine(self._candidates)
        self._line.setObjectName("target")
        self._line.setAccessibleName(self.tr("Met welk item"))
        self._kind = QComboBox()
        self._kind.setObjectName("new-kind")
        self._kind.setAccessibleName(self.tr("Soort van het nieuwe item"))
        self._hint = plain_label()
        self._hint.setObjectName("hint")
        self._accept = QPushButton(self.tr("Verbinden"))
        self._accept.setObjectName("connect")
        self._lay_out()
        self._relation.currentIndexChanged.connect(self._offer)
        self._line.textChanged.connect(self._judge)
        self._line.chosen.connect(self._judge)
        self._line.returnPressed.connect(self._connect)
        self._accept.clicked.connect(self._connect)

    def _make_relations(self) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName("relation")
        combo.setAccessibleName(self.tr("Welke relatie"))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMaxVisibleItems(18)
        for way in self._ways:
            combo.addItem(self._session.words.term(way.words))
        return combo

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(10, 8, 10, 10)
        for label, widget in (
            (self.tr("Dit item…"), self._relation),
            (self.tr("…met welk item"), self._line),
        ):
            above = plain_label(label)
            above.setForegroundRole(above.palette().ColorRole.PlaceholderText)
            above.setBuddy(widget)
            inside.addWidget(above)
            inside.addWidget(widget)
        inside.addWidget(self._hint)
        inside.addWidget(self._kind)
        across = QHBoxLayout()
        cancel = QPushButton(self.tr("Annuleren"))
        cancel.setObjectName("cancel")
        cancel.clicked.connect(self.closed)
        across.addWidget(self._accept)
        across.addWidget(cancel)
        across.addStretch(1)
        inside.addLayout(across)

    # --- using it -----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Put the cursor at the choice of relation."""
        self._offer()
        self._relation.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_to(self, node_id: NodeId) -> None:
        """Begin again, for a node of the same kind."""
        self._node_id = node_id
        self._relation.setCurrentIndex(0)
        self._line.show_node(None, "")

    @property
    def _way(self) -> Way:
        return self._ways[max(0, self._relation.currentIndex())]

    def _candidates(self) -> list[Node]:
        return candidates(self._session, self._way.kinds, without=self._node_id)

    def _offer(self) -> None:
        """Offer what the chosen relation may join."""
        self._kind.clear()
        for kind in self._way.kinds:
            self._kind.addItem(icon(kind), self._session.words.term(f"kind.{kind}"), kind)
        self._line.offer_again()
        self._judge()

    def _judge(self) -> None:
        """Say what Enter will do with what was typed."""
        typed = clean_line(self._line.text())
        is_new = bool(typed) and self._line.node_id is None
        several = self._kind.count() > 1
        self._hint.setText(
            (self.tr("Dit item is er nog niet. Kies de soort; het komt op de kaart.") if several else self._one_kind())
            if is_new
            else ""
        )
        self._hint.setVisible(is_new)
        self._kind.setVisible(is_new and several)
        self._accept.setText(self.tr("Toevoegen en verbinden") if is_new else self.tr("Verbinden"))
        self._accept.setEnabled(bool(typed))

    def _one_kind(self) -> str:
        return self.tr("Dit item is er nog niet. Het komt op de kaart als: {kind}.").format(kind=self._kind.itemText(0))

    def _connect(self) -> None:
        way, title = self._way, clean_line(self._line.text())
        if not title:
            return
        if (other := self._line.node_id) is not None:
            source, target = (self._node_id, other) if way.outgoing else (other, self._node_id)
            done = relation_operations.connect(self._session, source, way.relation, target)
        else:
            kind = str(self._kind.currentData())
            done = relation_operations.connect_new(
                self._session, self._node_id, way.relation, kind, title, from_other=way.outgoing
            )
        if done:
            self.closed.emit()
            self.added.emit(way.words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
