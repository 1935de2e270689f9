"""The outline: everything on the map as a tree by kind, the equal of the canvas for keyboard and screen reader."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QIcon, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView, Mark
from gvkaart.domain.entities import Node, NodeId, Placement
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.ui.icons import icon
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session
from gvkaart.ui.uncopied import Uncopied

_Index = QModelIndex | QPersistentModelIndex
_DRAGGED: Final = "application/x-gvkaart-items"
_ONE_BY_ONE: Final = 40
"""Up to so many rows that come and go a kind is changed row by row; above it, all its rows are told anew."""

NODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Role under which a row tells its node id; None for the row of a kind."""


class OutlineModel(QStandardItemModel):
    """Two levels: the kinds that occur on the map, and their nodes by title.

    A tree asks for the place and the children of every unfolded row whenever one comes or goes. Qt's own model answers
    that; only what the few rows in sight say is looked up here. The rows of nodes hold nothing themselves.
    """

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
        self._labels: Mapping[NodeId, str] = {}
        """What falls or is undecided, as it was worked out last."""
        self._coming: list[NodeId] = []
        """The nodes of one kind as they will be when all rows have come."""
        self.rowsRemoved.connect(self._let_go)
        self.rowsInserted.connect(self._take_in)
        self._look_anew()
        session.view_changed.connect(self._look_anew)
        session.changed.connect(self._follow)
        session.explained_changed.connect(self._relabel)

    # --- shape --------------------------------------------------------------------------------------------------------

    def node_at(self, index: _Index) -> NodeId | None:
        """Return the node of a row, None for the row of a kind."""
        kind = index.parent()
        return self._nodes[self._kinds[kind.row()]][index.row()] if kind.isValid() else None

    def index_of(self, node_id: NodeId) -> QModelIndex:
        """Return the row of a node; invalid when it does not stand on the map."""
        place = self._places.get(node_id)
        return QModelIndex() if place is None else self.index(place[1], 0, self._index_of_kind(place[0]))

    def _index_of_kind(self, kind: str) -> QModelIndex:
        return self.index(self._kinds.index(kind), 0)

    def rows_of(self, nodes: Iterable[NodeId]) -> QItemSelection:
        """Return the rows of nodes as a selection: one range for rows that follow each other."""
        places = sorted(place for node in nodes if (place := self._places.get(node)) is not None)
        rows = QItemSelection()
        for _, run in groupby(enumerate(places), key=lambda numbered: (numbered[1][0], numbered[1][1] - numbered[0])):
            (_, (kind, first)), *others = run
            parent = self._index_of_kind(kind)
            rows.select(self.index(first, 0, parent), self.index(first + len(others), 0, parent))
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
        node = self._session.graph.nodes.get(node_id)
        if node is None:  # removed, and its row not yet: a screen reader asks when it is no longer selected
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                marks = [*sorted(self._session.view.marks(node_id)), *self._label_of(node_id)]
                return " · ".join((node.title or self.tr("(zonder titel)"), *map(self._mark_word, marks)))
            case Qt.ItemDataRole.EditRole:
                return node.title
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._session.words.term(f"kind.{node.kind}")
            case _ if role == NODE_ROLE:
                return node_id
            case _:
                return None

    def _label_of(self, node_id: NodeId) -> tuple[str, ...]:
        """Return the mark of an item that does not stand, as on the map; none while it does."""
        label = self._labels.get(node_id)
        return () if label is None else (label,)

    def _mark_word(self, mark: str) -> str:
        return self._session.words.text(f"picture.mark.{mark}")

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        node_id = self.node_at(index)
        if node_id is None or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        return node_operations.rename(self._session, node_id, value)

    # --- following the session ----------------------------------------------------------------------------------------

    def _look_anew(self) -> None:
        view = self._session.view
        self._arrange({kind: _by_title(view, kind) for kind in KINDS}, frozenset())
        self._tell_looks(view.nodes.keys())

    def _follow(self, changes: ChangeSet) -> None:
        if not changes.moves_only:
            view = self._session.view
            self._arrange({kind: _by_title(view, kind) for kind in self._touched(changes)}, changes.nodes)
            self._tell_looks(changes.concerned)

    def _touched(self, changes: ChangeSet) -> AbstractSet[str]:
        """Return the kinds of which other nodes, or nodes in another order, may stand on the map."""
        if changes.concerns_maps:
            return KINDS.keys()
        nodes, touched = self._session.graph.nodes, set()
        for change in changes:
            match change:
                case Change(old=Node(kind=kind, title=title), new=Node(kind=other, title=other_title)):
                    touched |= {kind, other} if (kind, title) != (other, other_title) else set()
                case Change(entity=Node(kind=kind)):
                    touched.add(kind)
                case Change(entity=Placement(node=node)) if node in nodes:
                    touched.add(nodes[node].kind)
        return touched

    def _arrange(self, wanted: Mapping[str, list[NodeId]], changed: AbstractSet[NodeId]) -> None:
        """Have these nodes below these kinds; a kind without any has no row."""
        self.is_following = True
        for kind, nodes in wanted.items():
            if kind in self._nodes and nodes:
                self._rearrange(kind, nodes, changed)
            elif kind in self._nodes:
                self.removeRow(self._kinds.index(kind))
            elif nodes:
                self._add_kind(kind, nodes)
        for kind in wanted.keys() & self._nodes.keys():
            self._places.update({node: (kind, row) for row, node in enumerate(self._nodes[kind])})
        self.is_following = False

    def _add_kind(self, kind: str, nodes: list[NodeId]) -> None:
        row = QStandardItem()
        row.setFlags(Qt.ItemFlag.ItemIsEnabled)
        row.setColumnCount(1)
        row.setRowCount(len(nodes))
        self._nodes[kind] = nodes
        self.insertRow([one for one in KINDS if one in self._nodes].index(kind), row)

    def _rearrange(self, kind: str, wanted: list[NodeId], changed: AbstractSet[NodeId]) -> None:
        """Bring the rows of one kind in order; those of nodes that did not change stay the rows they are."""
        parent, nodes = self._index_of_kind(kind), self._nodes[kind]
        if nodes == wanted:
            return
        staying = set(nodes).intersection(wanted) - changed
        if len(wanted) + len(nodes) - 2 * len(staying) > _ONE_BY_ONE:
            staying = set()
        for first, last in _runs(nodes, staying)[::-1]:
            self.removeRows(first, last + 1 - first, parent)
        self._coming = wanted
        for first, last in _runs(wanted, staying):
            self.insertRows(first, last + 1 - first, parent)
        self.dataChanged.emit(parent, parent)

    def _let_go(self, parent: QModelIndex, first: int, last: int) -> None:
        """Forget what stood in rows that went; connected before any view, so that no view asks for it any more."""
        if parent.isValid():
            nodes = self._nodes[self._kinds[parent.row()]]
            gone = nodes[first : last + 1]
            del nodes[first : last + 1]
        else:  # kinds go one by one
            gone = self._nodes.pop(self._kinds.pop(first))
        for node in gone:
            del self._places[node]

    def _take_in(self, parent: QModelIndex, first: int, last: int) -> None:
        """Know what stands in rows that came, before any view asks for it."""
        if parent.isValid():
            self._nodes[self._kinds[parent.row()]][first:first] = self._coming[first : last + 1]
        else:
            self._kinds = [kind for kind in KINDS if kind in self._nodes]

    def _tell_looks(self, concerned: AbstractSet[NodeId]) -> None:
        """Tell which rows look otherwise: those of nodes that are concerned, and those with other marks."""
        before, self._marked = self._marked, self._session.view.marked
        marked = {node for node, _ in before.items() ^ self._marked.items()} if before is not self._marked else set()
        self._tell_rows(concerned | marked)

    def _relabel(self) -> None:
        """Tell which rows look otherwise, now that it was worked out anew what stands and what falls."""
        from gvkaart.analysis.argument_base import labels_told  # not needed before the first checks have answered

        before, self._labels = self._labels, dict(labels_told(self._session.explained))
        self._tell_rows({node for node, _ in before.items() ^ self._labels.items()})

    def _tell_rows(self, nodes: Iterable[NodeId]) -> None:
        for rows in _ranges(self.rows_of(nodes)):
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
    """The outline as a tree: selection is the session's, F2 renames, Delete removes, dragging asks to join."""

    dropped = Signal(str, QPoint)
    """The selected items were dragged onto another: its id, and where on the screen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show and follow the session."""
        super().__init__(parent)
        self._session = session
        self._following = False
        self._model = OutlineModel(session, self)
        self.setObjectName("outline")
        Uncopied(self)
        self.setAccessibleName(self.tr("Overzicht van de kaart"))
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        session.selection_changed.connect(self._show_selection)
        session.view_changed.connect(self._show_selection)
        session.changed.connect(self._restore_selection)
        self._show_selection()

    @override
    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag what is selected; nothing ever leaves the tree by it."""
        drag = QDrag(self)
        data = QMimeData()
        data.setData(_DRAGGED, b"")
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.LinkAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self:
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._model.node_at(self.indexAt(event.position().toPoint()))
        event.setAccepted(event.source() is self and target is not None and target not in self._session.selection)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        at = event.position().toPoint()
        target = self._model.node_at(self.indexAt(at))
        if event.source() is self and target is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            self.dropped.emit(target, self.viewport().mapToGlobal(at))

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
