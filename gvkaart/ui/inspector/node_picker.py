"""Choosing an item by typing part of its title."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from gvkaart.domain.entities import Node, NodeId, Value
from gvkaart.domain.overriding import override
from gvkaart.domain.text import clean_line, fold
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.editors import Editor, HandIn
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session

_FOLDED: Final = int(Qt.ItemDataRole.UserRole) + 1
NODE_ID: Final = int(Qt.ItemDataRole.UserRole) + 2
"""Role of the id of an item in what a `TitleCompleter` found."""
_MOST_SHOWN: Final = 12

Candidates = Callable[[], Iterable[Node]]
"""The items to choose from, as they are now."""


def candidates(session: Session, kinds: Iterable[str], *, without: NodeId | None = None) -> list[Node]:
    """Return the items of these kinds: those on the map first, each group by title."""
    allowed, on_map = frozenset(kinds), session.view.nodes
    found = (node for node in session.graph.nodes.values() if node.kind in allowed and node.id != without)
    return sorted(found, key=lambda node: (node.id not in on_map, fold(node.title), node.id))


class TitleCompleter(QCompleter):
    """Finds titles by any part of them; case and diacritics do not count."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without any."""
        super().__init__(parent)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setModel(QStandardItemModel(self))

    def offer(self, nodes: Iterable[Node]) -> None:
        """Find among these items; their ids are under `NODE_ID`."""
        model = QStandardItemModel(self)
        for node in nodes:
            item = QStandardItem(icon(node.kind), node.title or node.id)
            item.setData(fold(node.title), _FOLDED)
            item.setData(node.id, NODE_ID)
            model.appendRow(item)
        self.setModel(model)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class NodeLine(QLineEdit):
    """A line in which an item is named; `node_id` is the item, None when the text names none."""

    chosen = Signal()
    """An item was chosen from the list."""

    def __init__(self, offered: Candidates) -> None:
        """Choose from what is offered when the cursor comes in."""
        super().__init__()
        self._offered = offered
        self._nodes: list[Node] = []
        self.node_id: NodeId | None = None
        self._found = TitleCompleter(self)
        self.setCompleter(self._found)
        self.setPlaceholderText(self.tr("Typ een deel van de titel"))
        self._found.activated[QModelIndex].connect(self._choose)  # type: ignore[index]  # the stubs lack overloads
        self.textEdited.connect(self._recognise)

    @property
    def named(self) -> str:
        """The id of the item, or what was typed when that names none; empty when nothing was typed."""
        return self.node_id or clean_line(self.text())

    @property
    def complaint(self) -> str:
        """What is wrong with what was typed; empty when nothing is."""
        if self.node_id is not None or not self.named:
            return ""
        return self.tr("Er is geen item met deze titel. Kies er een uit de lijst of maak het veld leeg.")

    def offer_again(self) -> None:
        """Look up what can be chosen now."""
        self._nodes = list(self._offered())
        self._found.offer(self._nodes)

    def show_node(self, node_id: NodeId | None, title: str) -> None:
        """Show an item, or nothing."""
        self.node_id = node_id
        self.setText(title)
        self.setCursorPosition(0)

    def _choose(self, index: QModelIndex) -> None:
        self.node_id = NodeId(str(index.data(NODE_ID)))
        self.chosen.emit()

    def _recognise(self, text: str) -> None:
        """Take the item whose whole title was typed."""
        wanted = fold(clean_line(text))
        self.node_id = next((node.id for node in self._nodes if wanted and fold(node.title) == wanted), None)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.offer_again()
        super().focusInEvent(event)


class NodeEditor(Editor):
    """One item of the kinds that a field allows."""

    def __init__(self, hand_in: HandIn, session: Session, kinds: Iterable[str]) -> None:
        """Choose among the items of these kinds."""
        super().__init__(hand_in)
        self._session = session
        allowed = tuple(kinds)
        self.line = NodeLine(lambda: candidates(session, allowed))
        self.line.textEdited.connect(self.edited)
        self.line.chosen.connect(self._choose)
        self.line.returnPressed.connect(self._rest)
        self.contain(self.line)

    def _choose(self) -> None:
        self.edited()
        self.commit()

    @override
    def complaint(self) -> str:
        return self.line.complaint

    @override
    def value(self) -> Value | None:
        return self.line.named or None

    @override
    def present(self, value: Value | None) -> None:
        if not self._pending and (value != self._shown or self.line.text() != self._title(value)):
            self.begin(value)

    @override
    def display(self, value: Value | None) -> None:
        self.line.show_node(NodeId(value) if isinstance(value, str) else None, self._title(value))

    def _title(self, value: Value | None) -> str:
        node = self._session.graph.nodes.get(NodeId(value)) if isinstance(value, str) else None
        return node.title if node is not None else ""


class NodesEditor(Editor):
    """Any number of items: a line to add one, and below it those there are."""

    def __init__(self, hand_in: HandIn, session: Session, kinds: Iterable[str]) -> None:
        """Choose among the items of these kinds."""
        super().__init__(hand_in)
        self._session = session
        self._ids: tuple[NodeId, ...] = ()
        self._titles: list[str] = []
        allowed = tuple(kinds)
        self.line = NodeLine(lambda: (one for one in candidates(session, allowed) if one.id not in self._ids))
        self.line.textEdited.connect(self.edited)
        self.line.chosen.connect(self._choose)
        self.line.returnPressed.connect(self._rest)
        self.contain(self.line)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._column.addLayout(self._rows)

    def _choose(self) -> None:
        self.edited()
        self.commit()

    def _take_away(self, node_id: NodeId) -> None:
        self._ids = tuple(one for one in self._ids if one != node_id)
        self._choose()

    @override
    def complaint(self) -> str:
        return self.line.complaint

    @override
    def value(self) -> Value | None:
        named = self.line.named
        return tuple(dict.fromkeys((*self._ids, named) if named else self._ids)) or None

    @override
    def commit(self) -> None:
        had_pending = self._pending
        super().commit()
        if had_pending and not self._pending:
            self.begin(self._shown)

    @override
    def present(self, value: Value | None) -> None:
        if not self._pending and (value != self._shown or self._titles != self._titles_now()):
            self.begin(value)

    @override
    def display(self, value: Value | None) -> None:
        self._ids = tuple(map(NodeId, value)) if isinstance(value, tuple) else ()
        self._refill()

    def _titles_now(self) -> list[str]:
        nodes = self._session.graph.nodes
        return [nodes[one].title if one in nodes else one for one in self._ids]

    def _refill(self) -> None:
        self.line.show_node(None, "")
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.deleteLater()
        self._titles = self._titles_now()
        for node_id, title in zip(self._ids, self._titles, strict=True):
            self._rows.addWidget(self._row(node_id, title))

    def _row(self, node_id: NodeId, title: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(4, 0, 0, 0)
        across.addWidget(plain_label(title), 1)
        remove = QToolButton()
        remove.setAutoRaise(True)
        remove.setIcon(icon("trash"))
        remove.setAccessibleName(self.tr("Weghalen: {title}").format(title=title))
        remove.clicked.connect(lambda: self._take_away(node_id))
        across.addWidget(remove)
        return row
