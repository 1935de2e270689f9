"""Searching: a line in the toolbar with the hits below it while one types."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.store import Hit, SearchIndex
from gvkaart.ui.background import Background
from gvkaart.ui.icons import icon
from gvkaart.ui.session import Session

_MOST_HITS = 30
_WIDTH, _NARROWEST = 300, 120


class SearchBox(QLineEdit):
    """Finds nodes by words in their title and texts; Down and Enter choose one."""

    chosen = Signal(str)
    """A hit was chosen: the id of its node."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Search what the session's document holds; the index is made when one first comes here."""
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Zoeken"))
        self.setAccessibleName(self.tr("Zoeken in titels en teksten"))
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDTH)
        self._session = session
        self._index: SearchIndex | None = None
        self._missed: list[ChangeSet] = []
        """What changed while the index was being made."""
        self._indexing = Background[SearchIndex](self._indexed, self._failed)
        self._hits = QListWidget(self)
        self._hits.setObjectName("hits")
        self._hits.setAccessibleName(self.tr("Gevonden"))
        self._hits.setWindowFlags(Qt.WindowType.ToolTip)
        self._hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hits.itemClicked.connect(lambda _item: self._choose())
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._choose)
        session.changed.connect(self._follow)

    def begin(self) -> None:
        """Put the cursor in the line, with its text selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def close_workers(self) -> None:
        """Stop what is under way."""
        self._indexing.close()

    @property
    def busy(self) -> bool:
        """Whether the index is still being made."""
        return self._indexing.busy

    def _make_index(self) -> None:
        if self._index is None and not self._indexing.busy:
            graph = self._session.graph
            self._indexing.run(lambda: SearchIndex(graph))

    def _indexed(self, index: SearchIndex) -> None:
        for changes in self._missed:
            index.update(self._session.graph, changes)
        self._missed.clear()
        self._index = index
        if self._hits.isVisible():
            self._search(self.text())

    def _failed(self, error: BaseException) -> None:
        raise error

    def _follow(self, changes: ChangeSet) -> None:
        if changes.moves_only:
            return
        if self._index is not None:
            self._index.update(self._session.graph, changes)
        elif self._indexing.busy:
            self._missed.append(changes)

    def _search(self, words: str) -> None:
        self.setClearButtonEnabled(True)  # not before there is something to clear: its icon is slow to make
        self._hits.clear()
        if not words.strip():
            self._hits.hide()
            return
        if self._index is None:
            self._make_index()
            self._say(self.tr("De kaart wordt gelezen. Even geduld…"))
        else:
            self._list(self._index.search(words, _MOST_HITS))
        self._hits.setCurrentRow(0)
        self._show_hits()

    def _list(self, found: tuple[Hit, ...]) -> None:
        for hit in found:
            node = self._session.graph.nodes[hit.node]
            item = QListWidgetItem(icon(node.kind), node.title)
            item.setData(Qt.ItemDataRole.UserRole, hit.node)
            self._hits.addItem(item)
        if not found:
            self._say(self.tr("Niets gevonden. Probeer een ander woord of een deel ervan."))

    def _say(self, sentence: str) -> None:
        item = QListWidgetItem(sentence)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._hits.addItem(item)

    def _show_hits(self) -> None:
        rows = min(self._hits.count(), 12)
        self._hits.setFixedSize(_WIDTH + 160, rows * self._hits.sizeHintForRow(0) + 8)
        corner = QPoint(self.width() - self._hits.width(), self.height() + 2)
        self._hits.move(self.mapToGlobal(corner))
        self._hits.show()

    def _choose(self) -> None:
        item = self._hits.currentItem()
        if not self._hits.isVisible() or self._hits.currentRow() < 0:
            return
        node = item.data(Qt.ItemDataRole.UserRole)
        self._hits.hide()
        if node is not None:
            self.chosen.emit(NodeId(node))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the hits with the arrows; Esc folds them away."""
        row, last = self._hits.currentRow(), self._hits.count() - 1
        match event.key():
            case Qt.Key.Key_Down if self._hits.isVisible():
                self._hits.setCurrentRow(min(row + 1, last))
            case Qt.Key.Key_Up if self._hits.isVisible():
                self._hits.setCurrentRow(max(row - 1, 0))
            case Qt.Key.Key_Escape if self._hits.isVisible():
                self._hits.hide()
            case _:
                super().keyPressEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Read the map when the cursor comes, so that it is known when one types; fold the hits away when it leaves."""
        if event.type() == QEvent.Type.FocusIn:
            self._make_index()
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self._hits.hide()
        return super().event(event)
