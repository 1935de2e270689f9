"""The outline: everything on the map as a tree by kind, the equal of the canvas for keyboard and screen reader."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget
from typing_extensions import override

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView, Mark
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.text import fold
from gvkaart.ui.icons import icon
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_TOP: Final = 0
"""Internal id of the rows of kinds; the row of a node has the number of its kind plus one."""

_OF_KIND: Final = Qt.ItemFlag.ItemIsEnabled
_OF_NODE: Final = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""What one can do with a row; put together once, since a tree that is laid out asks it of every row."""

_ONE_BY_ONE: Final = 40
"""Up to so many rows that come and go a kind is changed row by row; above it, all its rows are told anew."""

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
        self._places: dict[NodeId, tuple[str, int]] = {}
        """The kind and the row of every node."""
        self._marked: Mapping[NodeId, AbstractSet[Mark]] = {}
        self._load()
        session.view_changed.connect(self._reload)
        session.changed.connect(self._follow)

    # --- shape --------------------------------------------------------------------------------------------------------

    @override
    def index(self, row: int, column: int, parent: _Index = _NO_PARENT) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _TOP)

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
        place = self._places.get(node_id)
        return QModelIndex() if place is None else self.createIndex(place[1], 0, self._kinds.index(place[0]) + 1)

    def rows_of(self, nodes: Iterable[NodeId]) -> QItemSelection:
        """Return the rows of nodes as a selection: one range for rows that follow each other."""
        places = sorted(place for node in nodes if (place := self._places.get(node)) is not None)
        rows = QItemSelection()
        for _, run in groupby(enumerate(places), key=lambda numbered: (numbered[1][0], numbered[1][1] - numbered[0])):
            (_, (kind, first)), *others = run
            parent = self._kinds.index(kind) + 1
            last = first + len(others)
            rows.select(self.createIndex(first, 0, parent), self.createIndex(last, 0, parent))
        return rows

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
        return _OF_KIND if index.internalId() == _TOP else _OF_NODE

    # --- following the session ----------------------------------------------------------------------------------------

    def _load(self) -> None:
        view = self._session.view
        found = {kind: _by_title(view, kind) for kind in KINDS}
        self._nodes = {kind: nodes for kind, nodes in found.items() if nodes}
        self._kinds = list(self._nodes)
        self._marked = view.marked
        self._places = {}
        for kind in self._kinds:
            self._number(kind)

    def _number(self, kind: str) -> None:
        self._places.update({node: (kind, row) for row, node in enumerate(self._nodes[kind])})

    def _reload(self) -> None:
        self.is_following = True
        self.beginResetModel()
        self._load()
        self.endResetModel()
        self.is_following = False

    def _follow(self, changes: ChangeSet) -> None:
        if changes.moves_only:
            return
        nodes = self._nodes | {kind: _by_title(self._session.view, kind) for kind in self._touched(changes)}
        if [kind for kind in KINDS if nodes.get(kind)] != self._kinds:
            self._reload()
            return
        self.is_following = True
        for row, kind in enumerate(self._kinds):
            if nodes[kind] != self._nodes[kind]:
                self._rearrange(row, kind, nodes[kind], changes.nodes)
        self.is_following = False
        self._tell_looks(changes.concerned)

    def _touched(self, changes: ChangeSet) -> AbstractSet[str]:
        """Return the kinds of which other nodes, or nodes in another order, may stand on the map."""
        if changes.concerns_maps:
            return KINDS.keys()
        graph = self._session.graph
        gone = {change.old.kind for change in changes if isinstance(change.old, Node)}
        return gone | {graph.nodes[node].kind for node in changes.concerned if node in graph.nodes}

    def _rearrange(self, row: int, kind: str, wanted: list[NodeId], changed: AbstractSet[NodeId]) -> None:
        """Bring the rows of one kind in order; those of nodes that did not change stay the rows they are."""
        parent = self.createIndex(row, 0, _TOP)
        staying = set(self._nodes[kind]).intersection(wanted) - changed
        if len(wanted) + len(self._nodes[kind]) - 2 * len(staying) > _ONE_BY_ONE:
            staying = set()
        for first, last in _runs(self._nodes[kind], staying)[::-1]:
            self.beginRemoveRows(parent, first, last)
            for gone in self._nodes[kind][first : last + 1]:
                del self._places[gone]
            del self._nodes[kind][first : last + 1]
            self.endRemoveRows()
        for first, last in _runs(wanted, staying):
            self.beginInsertRows(parent, first, last)
            self._nodes[kind][first:first] = wanted[first : last + 1]
            self.endInsertRows()
        self._number(kind)
        self.dataChanged.emit(parent, parent)

    def _tell_looks(self, concerned: AbstractSet[NodeId]) -> None:
        """Tell which rows look otherwise: those of nodes that are concerned, and those with other marks."""
        before, self._marked = self._marked, self._session.view.marked
        marked = {node for node, _ in before.items() ^ self._marked.items()} if before is not self._marked else set()
        for rows in _ranges(self.rows_of(concerned | marked)):
            self.dataChanged.emit(rows.topLeft(), rows.bottomRight())


def _ranges(rows: QItemSelection) -> list[QItemSelectionRange]:
    return [rows.at(place) for place in range(rows.count())]


def _runs(nodes: list[NodeId], staying: AbstractSet[NodeId]) -> list[tuple[int, int]]:
    """Return the first and last place of every run of nodes that are not among those that stay."""
    others = (place for place, node in enumerate(nodes) if node not in staying)
    runs = (list(run) for _, run in groupby(enumerate(others), key=lambda numbered: numbered[1] - numbered[0]))
    return [(run[0][1], run[-1][1]) for run in runs]


_folded = lru_cache(maxsize=32768)(fold)
"""Titles as they are sorted; nearly all are the same from one action to the next."""


def _by_title(view: CaseView, kind: str) -> list[NodeId]:
    return [node.id for node in sorted(view.of_kind(kind), key=lambda node: (_folded(node.title), node.id))]


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
        session.changed.connect(self._restore_selection)
        self._show_selection()

    def _tell_selection(self) -> None:
        if not self._following and not self._model.is_following:
            indexes = self.selectionModel().selectedIndexes()
            self._session.select(node for index in indexes if (node := self._model.node_at(index)) is not None)

    def _restore_selection(self) -> None:
        """Select again what lost its row for another; where nothing was lost, the user stays where he looks."""
        wanted, shown = self._model.rows_of(self._session.selection), self.selectionModel().selection()
        if sum(rows.height() for rows in _ranges(wanted)) != sum(rows.height() for rows in _ranges(shown)):
            self._show_selection()

    def _show_selection(self) -> None:
        self._following = True
        self.selectionModel().select(
            self._model.rows_of(self._session.selection), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self._following = False
        indexes = (self._model.index_of(node) for node in self._session.selection)
        first = next((index for index in indexes if index.isValid()), None)
        if first is not None and not self.hasFocus():
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
