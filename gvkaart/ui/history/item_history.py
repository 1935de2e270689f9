"""The history of one item: what was changed about it, its relations and its place, the newest on top."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidgetItem, QVBoxLayout, QWidget

from gvkaart.domain.changes import Change
from gvkaart.domain.comparison import Difference
from gvkaart.domain.entities import Node, NodeId, Placement
from gvkaart.domain.errors import GvkaartError
from gvkaart.domain.graph import Graph
from gvkaart.store.journal import OpKind
from gvkaart.store.past import Event, events_of, removed_nodes
from gvkaart.ui.history.lines import LinesTree
from gvkaart.ui.history.telling import Teller
from gvkaart.ui.history.times import moment_words
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_SIZE = (560, 460)


class ItemHistory(QWidget):
    """Shows what befell one item; made anew for another one by `show_node`, and as it changes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begin without an item."""
        super().__init__(parent)
        self._session = session
        self._node: NodeId | None = None
        self._empty = plain_label(name="item-history-empty")
        self.tree = LinesTree("item-history", self.tr("Geschiedenis van dit item"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        session.saved_changed.connect(self._follow)

    def show_node(self, node: NodeId | None) -> None:
        """Show the history of an item; None for no item."""
        self._node = node
        self.refresh()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read the history of the item anew."""
        self.tree.clear()
        events, gone = self._read()
        teller = Teller(gone, self._session.graph, self._session.words)
        for event in reversed(events):
            self._tell(event, teller)
        is_empty = self.tree.topLevelItemCount() == 0
        self._empty.setVisible(is_empty)
        self.tree.setVisible(not is_empty)
        self._empty.setText(self.tr("Van dit item is geen geschiedenis bewaard."))

    def _read(self) -> tuple[tuple[Event, ...], Graph]:
        """Read what befell the item, and for their names the items that are gone."""
        if self._node is None:
            return (), Graph()
        try:
            return events_of(self._session.document, self._node), removed_nodes(self._session.document)
        except GvkaartError as error:
            self._session.problem.emit(self._session.words.error(error))
            return (), Graph()

    def _tell(self, event: Event, teller: Teller) -> None:
        when = moment_words(event.op.time, self._session.words.language)
        match event.op.kind:
            case OpKind.UNDO:
                when = self.tr("%1, ongedaan gemaakt").replace("%1", when)
            case OpKind.REDO:
                when = self.tr("%1, opnieuw gedaan").replace("%1", when)
            case _:
                pass
        top = self.tree.add_heading(when)
        for change in event.changes:
            for text in _sentences(change, teller):
                QTreeWidgetItem(top, [text])
        top.setExpanded(True)


def _sentences(change: Change, teller: Teller) -> tuple[str, ...]:
    """Tell one change: of the item itself only the fields, of what hangs on it also what that is."""
    one = Difference(change.old, change.new)
    entity = one.entity
    line = teller.told_place(one, entity.map) if isinstance(entity, Placement) else teller.told_state(one)
    if isinstance(entity, Node) and not one.is_whole:
        return line.details
    return (line.text, *line.details)


def show_item_history(session: Session, node: NodeId, window: QWidget) -> QDialog:
    """Show the history of an item beside the window; it stays open while one works."""
    dialog = QDialog(window)
    dialog.setObjectName("item-history-window")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    title = QCoreApplication.translate("item-history", "Geschiedenis van %1")
    dialog.setWindowTitle(title.replace("%1", shortened(session.graph.nodes[node].title)))
    history = ItemHistory(session)
    history.show_node(node)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(history)
    column.addWidget(buttons)
    dialog.resize(*_SIZE)
    dialog.show()
    return dialog
