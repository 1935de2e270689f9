"""The items whose text links to the item that is shown; worked out from the texts, and nowhere kept."""

from typing import Final

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.text import fold
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.form import heading
from gvkaart.ui.session import Session
from gvkaart.ui.wrapping_button import WrappingButton

_FIRST: Final = 8
"""How many are shown at once."""


class MentionList(QWidget):
    """A button for each item that mentions the shown one; hidden while there are none."""

    def __init__(self, session: Session, shown: NodeId) -> None:
        """Show who mentions a node."""
        super().__init__()
        self.setObjectName("mentions")
        self._session, self._shown = session, shown
        self._is_whole = False
        self._told: list[tuple[NodeId, str]] = []
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addWidget(heading(self.tr("Wordt genoemd in…")))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(1)
        whole.addLayout(self._rows)
        self.refresh()

    def turn_to(self, shown: NodeId) -> None:
        """Show who mentions another node."""
        self._shown, self._is_whole = shown, False
        self.refresh()

    @property
    def is_behind(self) -> bool:
        """Whether other items mention the node now than are shown, or under other titles."""
        return self._mentioning() != self._told

    def refresh(self) -> None:
        """Show who mentions the node now; nothing happens while that stays the same."""
        told = self._mentioning()
        self.setVisible(bool(told))
        if told != self._told:
            self._told = told
            self._refill()

    def _mentioning(self) -> list[tuple[NodeId, str]]:
        """Return the items and their titles, by title; an item that mentions itself tells nothing."""
        graph = self._session.graph
        mentioning = ((one, graph.nodes[one].title) for one in graph.mentions(self._shown) if one != self._shown)
        return sorted(mentioning, key=lambda told: (fold(told[1]), told[0]))

    def _refill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        shown = self._told if self._is_whole else self._told[:_FIRST]
        for node_id, title in shown:
            self._rows.addWidget(self._row(node_id, title))
        if len(shown) < len(self._told):
            self._rows.addWidget(self._more(len(self._told) - len(shown)))

    def _row(self, node_id: NodeId, title: str) -> WrappingButton:
        kind = self._session.graph.nodes[node_id].kind
        row = WrappingButton()
        row.setObjectName("mention")
        row.setText(title or self.tr("(zonder titel)"))
        row.setIcon(icon(kind))
        row.setAccessibleDescription(self._session.words.term(f"kind.{kind}"))
        row.clicked.connect(lambda: self._session.select((node_id,)))
        return row

    def _more(self, count: int) -> QPushButton:
        button = QPushButton(self.tr("Nog {count} tonen").format(count=count))
        button.setObjectName("more-mentions")
        button.setFlat(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self._show_whole)
        return button

    def _show_whole(self) -> None:
        self._is_whole = True
        self._refill()
