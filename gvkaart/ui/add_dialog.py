"""The dialog that adds an item: what kind, what title, and how it hangs on the item that is selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import KINDS, SYMMETRIC
from gvkaart.ui.icons import icon
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.ways import ways_between


class AddDialog(QDialog):
    """Asks for kind, title and, when one item is selected, the relation with it; all by keyboard."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, kind: str = "actor") -> None:
        """Offer the kinds, beginning with `kind`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Item toevoegen"))
        self.setObjectName("add-dialog")
        self._session = session
        self._other = session.selection[0] if len(session.selection) == 1 else None
        self._kind = QComboBox()
        self._kind.setObjectName("kind")
        for one in KINDS:
            self._kind.addItem(icon(one), session.words.term(f"kind.{one}"), one)
        self._kind.setCurrentIndex(list(KINDS).index(kind))
        self._kind.setMaxVisibleItems(len(KINDS))
        self._title = QLineEdit()
        self._title.setObjectName("title")
        self._title.setPlaceholderText(self.tr("In één regel: wat is het?"))
        self._relation = QComboBox()
        self._relation.setObjectName("relation")
        self._kind.currentIndexChanged.connect(self._offer_relations)
        self._lay_out()
        self._offer_relations()
        self._title.setFocus()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Soort"), self._kind)
        form.addRow(self.tr("&Titel"), self._title)
        if self._other is not None:
            other = QLabel(shortened(self._session.graph.nodes[self._other].title))
            other.setTextFormat(Qt.TextFormat.PlainText)
            other.setWordWrap(True)
            form.addRow(self.tr("Hangt aan"), other)
            form.addRow(self.tr("&Relatie"), self._relation)
        buttons = QDialogButtonBox()
        add = buttons.addButton(self.tr("Toevoegen"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setObjectName("accept")
        add.setEnabled(False)
        buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        self._title.textChanged.connect(lambda text: add.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def _offer_relations(self) -> None:
        """Offer what may join the selected item and an item of the chosen kind, in both directions."""
        self._relation.clear()
        if self._other is None:
            return
        other_kind, words = self._session.graph.nodes[self._other].kind, self._session.words
        self._relation.addItem(self.tr("(geen relatie)"), None)
        ways = ways_between(other_kind, self.kind)
        for way in ways:
            self._relation.addItem(words.term(way.words), (way.relation, way.outgoing))
        telling = ways and ways[0].relation not in SYMMETRIC and other_kind != self.kind
        self._relation.setCurrentIndex(1 if telling else 0)

    @property
    def kind(self) -> str:
        """The chosen kind."""
        return str(self._kind.currentData())

    @property
    def title(self) -> str:
        """The title that was typed."""
        return self._title.text().strip()

    @property
    def join(self) -> tuple[NodeId, str, bool] | None:
        """The item to join, the relation and whether it goes from that item; None for no relation."""
        chosen = self._relation.currentData()
        if self._other is None or chosen is None:
            return None
        relation, from_other = chosen
        return self._other, relation, from_other
