"""Searching: a line in the toolbar with the hits below it while one types, and stepping through them on the map."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.store import Hit, SearchIndex
from gvkaart.ui.background import Background
from gvkaart.ui.icons import icon
from gvkaart.ui.session import Session
from gvkaart.ui.uncopied import Uncopied

_MOST_LISTED = 30
_MOST_HITS = 200
"""So many hits can be stepped through; more are not what one looks for."""
_BESIDE_CLEAR = 26
_WIDTH, _NARROWEST = 300, 120


class SearchBox(QLineEdit):
    """Finds nodes by words in their title and texts; Down and Enter choose one, Enter again goes to the next."""

    chosen = Signal(str)
    """A hit was chosen: the id of its node."""
    lit = Signal(object)
    """tuple[NodeId, ...]: what was found, to be seen on the map; empty when one looks for nothing any more."""

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
        self._found: tuple[NodeId, ...] = ()
        self._at = -1
        """Which of what was found was gone to; -1 for none yet."""
        self._count = self._make_count()
        self._chose_early = False
        """Whether Enter was pressed before there was anything to choose from."""
        self._missed: list[ChangeSet] = []
        """What changed while the index was being made."""
        self._indexing = Background[SearchIndex](self._indexed, self._failed)
        self._hits = QListWidget(self)
        self._hits.setObjectName("hits")
        Uncopied(self._hits)
        self._hits.setAccessibleName(self.tr("Gevonden"))
        self._hits.setWindowFlags(Qt.WindowType.ToolTip)
        self._hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hits.itemClicked.connect(lambda _item: self._choose())
        self.textEdited.connect(self._search)
        self.textChanged.connect(self._follow_text)
        self.returnPressed.connect(self._choose)
        session.changed.connect(self._follow)

    def _make_count(self) -> QLabel:
        """Make what says inside the line which hit one is at."""
        label = QLabel()
        label.setObjectName("hit-count")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _BESIDE_CLEAR, 0)
        row.addStretch(1)
        row.addWidget(label)
        label.hide()
        return label

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
            chose = self._chose_early
            self._search(self.text())
            if chose:
                self._choose()

    def _failed(self, error: BaseException) -> None:
        raise error

    def _follow(self, changes: ChangeSet) -> None:
        if changes.moves_only:
            return
        self._keep([node for node in self._found if node in self._session.graph.nodes])
        if self._index is not None:
            self._index.update(self._session.graph, changes)
        elif self._indexing.busy:
            self._missed.append(changes)

    def _search(self, words: str) -> None:
        self.setClearButtonEnabled(True)  # not before there is something to clear: its icon is slow to make
        self._hits.clear()
        self._chose_early = False
        if not words.strip():
            self._hits.hide()
            self._find(())
            return
        if self._index is None:
            self._make_index()
            self._say(self.tr("De kaart wordt gelezen. Even geduld…"))
        else:
            found = self._index.search(words, _MOST_HITS)
            self._list(found[:_MOST_LISTED])
            self._find(tuple(hit.node for hit in found))
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

    def _follow_text(self, words: str) -> None:
        """End searching when the line is emptied, also by its button."""
        if not words and self._found:
            self._find(())

    # --- stepping -----------------------------------------------------------------------------------------------------

    @property
    def has_found(self) -> bool:
        """Whether there is anything to step through."""
        return bool(self._found)

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before with -1; after the last comes the first."""
        if self._found:
            self._hits.hide()
            begin = self._at if self._at >= 0 or by > 0 else 0
            self._go((begin + by) % len(self._found))

    def _find(self, found: tuple[NodeId, ...]) -> None:
        """Take what was found, with none of it gone to yet."""
        self._found, self._at = found, -1
        self._count.hide()
        self.setTextMargins(0, 0, 0, 0)
        self.lit.emit(found)

    def _keep(self, found: list[NodeId]) -> None:
        """Forget what is not in the document any more."""
        if len(found) != len(self._found):
            self._find(tuple(found))

    def _go(self, at: int) -> None:
        self._at = at
        words = self.tr("%1 van %2").replace("%2", str(len(self._found))).replace("%1", str(at + 1))
        self._count.setText(words)
        self._count.show()
        self.setTextMargins(0, 0, self._count.sizeHint().width() + 4, 0)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.chosen.emit(self._found[at])

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
        """Go to the hit in the list; when that is folded away, to the next one."""
        if not self._hits.isVisible():
            self.step(1)
            return
        if self.busy:
            self._chose_early = True
            return
        item = self._hits.currentItem()
        node = item.data(Qt.ItemDataRole.UserRole) if self._hits.currentRow() >= 0 else None
        self._hits.hide()
        if node in self._found:
            self._go(self._found.index(node))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the hits with the arrows; Esc folds them away, and then ends searching."""
        row, last = self._hits.currentRow(), self._hits.count() - 1
        match event.key():
            case Qt.Key.Key_Down if self._hits.isVisible():
                self._hits.setCurrentRow(min(row + 1, last))
            case Qt.Key.Key_Up if self._hits.isVisible():
                self._hits.setCurrentRow(max(row - 1, 0))
            case Qt.Key.Key_Escape if self._hits.isVisible():
                self._hits.hide()
            case Qt.Key.Key_Escape if self._found:
                self.clear()
                self._find(())
                event.ignore()
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
