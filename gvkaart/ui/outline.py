"""The outline: everything on the map as a tree by kind, the equal of the canvas for keyboard and screen reader."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView, Mark
from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.text import fold
from gvkaart.ui.icons import icon
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_TOP: Final = 0
"""Internal id of the rows of kinds; the row of a node has the number of its kind plus one."""

NODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Role under which a row tells its node id; None for the row of a kind."""


class OutlineModel(QAbstractItemModel):
    """Two levels: the kinds that occur on the map, and their nodes by title."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the map that the session looks at, and follow it."""
        super().__init__(parent)
        self._session = session
        self.is_following = False
        """Whether rows change because the document did: then it is the session that knows what is selected."""
        self._kinds: list[str] = []
        self._nodes: dict[str, list[NodeId]] = {}
        self._load()
        session.view_changed.connect(self._reload)
        session.changed.connect(self._follow)

    # --- shape --------------------------------------------------------------------------------------------------------

    @override
    def index(self, row: int, column: int, parent: _Index = _NO_PARENT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    @override
    def parent(self, child: _Index) -> QModelIndex:  # type: ignore[override]  # the stub mixes in QObject.parent()
        if not child.isValid() or child.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _TOP)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        if not parent.isValid():
            return len(self._kinds)
        if parent.internalId() != _TOP or parent.column() != 0:
            return 0
        return len(self._nodes[self._kinds[parent.row()]])

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 1

    def node_at(self, index: _Index) -> NodeId | None:
        """Return the node of a row, None for the row of a kind."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._nodes[self._kinds[index.internalId() - 1]][index.row()]

    def index_of(self, node_id: NodeId) -> QModelIndex:
        """Return the row of a node; invalid when it does not stand on the map."""
        node = self._session.view.nodes.get(node_id)
        if node is None or node.kind not in self._nodes or node_id not in self._nodes[node.kind]:
            return QModelIndex()
        return self.createIndex(self._nodes[node.kind].index(node_id), 0, self._kinds.index(node.kind) + 1)

    # --- content ------------------------------------------------------------------------------------------------------

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | NodeId | None:
        if not index.isValid():
            return None
        node_id = self.node_at(index)
        if node_id is None:
            return self._kind_data(self._kinds[index.row()], role)
        return self._node_data(node_id, role)

    def _kind_data(self, kind: str, role: int) -> str | QIcon | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{self._session.words.term(f'kinds.{kind}')} ({len(self._nodes[kind])})"
            case Qt.ItemDataRole.DecorationRole:
                return icon(kind)
            case _:
                return None

    def _node_data(self, node_id: NodeId, role: int) -> str | NodeId | None:
        node = self._session.graph.nodes[node_id]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                marks = "".join(f" · {self._mark_word(mark)}" for mark in sorted(self._session.view.marks(node_id)))
                return (node.title or self.tr("(zonder titel)")) + marks
            case Qt.ItemDataRole.EditRole:
                return node.title
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._session.words.term(f"kind.{node.kind}")
            case _ if role == NODE_ROLE:
                return node_id
            case _:
                return None

    def _mark_word(self, mark: Mark) -> str:
        return self._session.words.text(f"picture.mark.{mark}")

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node_id = self.node_at(index)
        if node_id is None or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        return node_operations.rename(self._session, node_id, value)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.node_at(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        editable = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | editable

    # --- following the session ----------------------------------------------------------------------------------------

    def _load(self) -> None:
        self._kinds, self._nodes = _arranged(self._session.view)

    def _reload(self) -> None:
        self.is_following = True
        self.beginResetModel()
        self._load()
        self.endResetModel()
        self.is_following = False

    def _follow(self, changes: ChangeSet) -> None:
        if changes.moves_only:
            return
        kinds, nodes = _arranged(self._session.view)
        if kinds != self._kinds:
            self._reload()
            return
        for row, kind in enumerate(kinds):
            if nodes[kind] != self._nodes[kind]:
                self._replace(row, kind, nodes[kind])
        for row, kind in enumerate(kinds):
            parent = self.createIndex(row, 0, _TOP)
            self.dataChanged.emit(self.index(0, 0, parent), self.index(len(nodes[kind]) - 1, 0, parent))
        if kinds:
            self.dataChanged.emit(self.createIndex(0, 0, _TOP), self.createIndex(len(kinds) - 1, 0, _TOP))

    def _replace(self, row: int, kind: str, nodes: list[NodeId]) -> None:
        """Replace the rows of one kind; the other kinds keep their place, their selection and what is folded open."""
        parent = self.createIndex(row, 0, _TOP)
        self.is_following = True
        self.beginRemoveRows(parent, 0, len(self._nodes[kind]) - 1)
        self._nodes[kind] = []
        self.endRemoveRows()
        self.beginInsertRows(parent, 0, len(nodes) - 1)
        self._nodes[kind] = nodes
        self.endInsertRows()
        self.is_following = False


_folded = lru_cache(maxsize=32768)(fold)
"""Titles as they are sorted; nearly all are the same from one action to the next."""


def _arranged(view: CaseView) -> tuple[list[str], dict[str, list[NodeId]]]:
    by_kind = {kind: sorted(view.of_kind(kind), key=lambda node: (_folded(node.title), node.id)) for kind in KINDS}
    nodes = {kind: [node.id for node in found] for kind, found in by_kind.items() if found}
    return list(nodes), nodes


class Outline(QTreeView):
    """The outline as a tree: selection is the session's, F2 renames, Delete removes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show and follow the session."""
        super().__init__(parent)
        self._session = session
        self._following = False
        self._model = OutlineModel(session, self)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Overzicht van de kaart"))
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        session.selection_changed.connect(self._show_selection)
        session.view_changed.connect(self._show_selection)
        session.changed.connect(lambda _changes: self._show_selection())
        self._show_selection()

    def _tell_selection(self) -> None:
        if not self._following and not self._model.is_following:
            indexes = self.selectionModel().selectedIndexes()
            self._session.select(node for index in indexes if (node := self._model.node_at(index)) is not None)

    def _show_selection(self) -> None:
        indexes = [index for node in self._session.selection if (index := self._model.index_of(node)).isValid()]
        selection = QItemSelection()
        for index in indexes:
            selection.select(index, index)
        self._following = True
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if indexes and not self.hasFocus():
            self.selectionModel().setCurrentIndex(indexes[0], QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(indexes[0])
