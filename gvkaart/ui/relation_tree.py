"""From an item along its relations to others, and from there further: a tree that unfolds as far as one likes."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, EdgeKey, NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.ui.icons import icon
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.uncopied import Uncopied

_NODE: Final = int(Qt.ItemDataRole.UserRole)
_EDGE: Final = _NODE + 1


class RelationTree(QTreeWidget):
    """The relations of the selected item, each with the item at its other end, whose relations unfold below it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Follow what is selected."""
        super().__init__(parent)
        self._session = session
        self._root: NodeId | None = None
        self.setObjectName("relation-tree")
        Uncopied(self)
        self.setAccessibleName(self.tr("Relaties van het geselecteerde item"))
        self.setUniformRowHeights(True)
        self.header().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemExpanded.connect(self._unfold)
        self.itemActivated.connect(self._go)
        session.selection_changed.connect(self._turn)
        session.view_changed.connect(self._refill)
        session.changed.connect(self._follow)
        self._refill()
        self._turn()

    def _turn(self) -> None:
        """Show the relations of another item; with several selected, of none; a relation has one of its ends stay."""
        selection, edge = self._session.selection, self._session.edge
        root = selection[0] if len(selection) == 1 else None
        if edge is not None:
            root = self._root if self._root in (edge.source, edge.target) else edge.source
        if root != self._root:
            self._root = root
            self._refill()

    def _follow(self, changes: ChangeSet) -> None:
        shown = {node_id for node_id in (self._node(item) for item in self._all_items()) if node_id is not None}
        if self._root is not None and not changes.moves_only and changes.concerned & (shown | {self._root}):
            self._refill()

    def _all_items(self) -> Iterable[QTreeWidgetItem]:
        return self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)

    def _refill(self) -> None:
        self.clear()
        root = self._session.graph.nodes.get(self._root) if self._root is not None else None
        if root is None:
            self.setHeaderLabel(self.tr("Relaties: kies één item"))
        else:
            self.setHeaderLabel(self.tr("Relaties van {title}").format(title=shortened(root.title)))
            self.addTopLevelItems(self._rows(root.id, None))

    def _rows(self, node_id: NodeId, came_from: NodeId | None) -> list[QTreeWidgetItem]:
        """Return a row for each relation of an item, by its words and title; not the one by which one came."""
        graph, view = self._session.graph, self._session.view
        ends = [("relation", edge, edge.target) for edge in graph.out(node_id)]
        ends += [("inverse", edge, edge.source) for edge in graph.into(node_id)]
        rows = [self._row(side, edge, other) for side, edge, other in ends if view.holds(edge) and other != came_from]
        return sorted(rows, key=lambda row: fold(row.text(0)))

    def _row(self, side: str, edge: Edge, other: NodeId) -> QTreeWidgetItem:
        node, words = self._session.graph.nodes[other], self._session.words
        row = QTreeWidgetItem()
        title = node.title or self.tr("(zonder titel)")
        row.setText(0, f"{words.term(f'{side}.{edge.relation}')}: {title}")
        row.setIcon(0, icon(node.kind))
        row.setData(0, _NODE, other)
        row.setData(0, _EDGE, list(edge.key))
        row.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, words.term(f"kind.{node.kind}"))
        row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        return row

    def _unfold(self, row: QTreeWidgetItem) -> None:
        """Look up the relations of a row when it is first unfolded."""
        node_id, parent = self._node(row), row.parent()
        if node_id is not None and row.childCount() == 0:
            row.addChildren(self._rows(node_id, self._node(parent) if parent is not None else self._root))
            row.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.DontShowIndicatorWhenChildless)

    def _node(self, row: QTreeWidgetItem) -> NodeId | None:
        value = row.data(0, _NODE)
        return NodeId(str(value)) if value else None

    def _go(self, row: QTreeWidgetItem) -> None:
        if (node_id := self._node(row)) is not None:
            self._session.select((node_id,))

    def _select_relation(self, row: QTreeWidgetItem) -> None:
        source, relation, target, begin = row.data(0, _EDGE)
        self._session.select_edge(EdgeKey(source, relation, target, begin))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.currentItem()
        if row is None:
            return
        menu = QMenu(self)
        menu.setObjectName("relation-menu")
        menu.addAction(self.tr("Naar dit item\tEnter")).triggered.connect(lambda: self._go(row))
        apart = menu.addAction(self.tr("Alles over deze relatie\tSpatie"))
        apart.triggered.connect(lambda: self._select_relation(row))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentItem()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._select_relation(row)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._go(row)
            return
        super().keyPressEvent(event)
