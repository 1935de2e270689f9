"""Whether an item stands once all reasons are weighed, why, and a way to each of the items that decide it."""

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.form import heading
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from gvkaart.analysis.explaining import Explanation

_MOST: Final = 6
"""Items that get a button; the sentence counts the others."""


class ReasonList(QWidget):
    """What becomes of an item, as the session knows it; not there when nothing speaks for or against the item."""

    def __init__(self, session: Session, node_id: NodeId) -> None:
        """Tell of an item; nothing is worked out here."""
        super().__init__()
        self.setObjectName("reasons")
        self._session, self._node = session, node_id
        self._shown: tuple[str, list[tuple[NodeId, str]]] = ("", [])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(heading(self.tr("Houdt het stand?")))
        self._sentence = plain_label(name="reason")
        self._column.addWidget(self._sentence)
        session.explained_changed.connect(self.refresh)
        self.refresh()

    def turn_to(self, node_id: NodeId) -> None:
        """Tell of another item."""
        self._node = node_id
        self.refresh()

    def refresh(self) -> None:
        """Tell what is known now; items that are gone since are left out until it is known again."""
        nodes, found = self._session.view.nodes, self._session.explained.get(self._node)
        known = found is not None and self._node in nodes and all(one in nodes for one in _items(found))
        shown: tuple[str, list[tuple[NodeId, str]]] = ("", [])
        if found is not None and known:
            from gvkaart.analysis.argument_base import sentence  # not needed to start the program

            named = [(one, nodes[one].title) for one in islice(_items(found), _MOST)]
            shown = sentence(found, nodes, self._session.words), named
        self.setVisible(bool(shown[0]))
        if shown != self._shown:
            self._shown = shown
            self._relist()

    def _relist(self) -> None:
        said, items = self._shown
        self._sentence.setText(said)
        for button in self.findChildren(WrappingButton):
            button.hide()
            button.deleteLater()
        for item, title in items:
            button = WrappingButton()
            button.setIcon(icon(self._session.graph.nodes[item].kind))
            button.setText(title)
            button.setAccessibleName(self.tr("Naar %1").replace("%1", title))
            button.setToolTip(self.tr("Ga naar dit item"))
            button.clicked.connect(partial(self._jump, item))
            self._column.addWidget(button)
            button.show()

    def _jump(self, item: NodeId, _checked: bool = False) -> None:
        self._session.select((item,))


def _items(explanation: "Explanation") -> tuple[NodeId, ...]:
    return tuple(dict.fromkeys(item for one in explanation.because for item in one.items))
