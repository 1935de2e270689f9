"""The panel with the outline: a field that filters it, the tree, and where its relations lead."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QSplitter, QVBoxLayout, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.ui.empty_state import EmptyList
from gvkaart.ui.operations import several
from gvkaart.ui.outline import NODE_ROLE, Outline
from gvkaart.ui.relation_tree import RelationTree
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.ways import Way, ways_between

_PAUSE = 120
_MARGIN = 6


class OutlinePanel(QWidget):
    """Everything on the map, to be found, changed and joined without the map."""

    menu_wanted = Signal(QPoint)
    """A menu about the selected items is wanted at a point of the screen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the map that a session looks at."""
        super().__init__(parent)
        self._session = session
        self.tree = Outline(session)
        self.relations = RelationTree(session)
        self.filter = self._make_filter()
        self._is_filtered = False
        EmptyList(
            self.tree,
            self.tr("Hier komt alles op de kaart te staan, per soort. De knop + of de toets Insert voegt iets toe."),
        )
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.apply_filter)
        self._lay_out()
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._show_menu)
        self.tree.dropped.connect(self._ask_relation)
        session.changed.connect(self._follow)
        session.view_changed.connect(self._soon.start)
        session.selection_changed.connect(self._make_room)
        self._make_room()

    def _make_room(self) -> None:
        """Show relations while one item or relation is selected; without, the tree has all the room."""
        self.relations.setVisible(len(self._session.selection) == 1 or self._session.edge is not None)

    def _make_filter(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("outline-filter")
        line.setPlaceholderText(self.tr("Filter"))
        line.setAccessibleName(self.tr("Filter het overzicht"))
        line.setToolTip(self.tr("Alleen items met al deze woorden in de titel"))
        line.setClearButtonEnabled(True)
        return line

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.tree)
        splitter.addWidget(self.relations)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([600, 170])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        above.addWidget(self.filter)
        column.addLayout(above)
        column.addWidget(splitter, 1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the tree; with a focus proxy the Tab key would pass over the filter."""
        self.tree.setFocus(event.reason())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down, in the filter, goes to what was found."""
        if event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # --- filter -------------------------------------------------------------------------------------------------------

    def apply_filter(self) -> None:
        """Hide what does not hold all words in its title, and kinds of which nothing is left; unfold the others."""
        self._soon.stop()
        words, tree = fold(self.filter.text()).split(), self.tree
        if not words and not self._is_filtered:
            return
        self._is_filtered = bool(words)
        model, nodes = tree.model(), self._session.graph.nodes
        for place in range(model.rowCount()):
            kind = model.index(place, 0)
            found = 0
            for row in range(model.rowCount(kind)):
                title = fold(nodes[NodeId(str(model.index(row, 0, kind).data(NODE_ROLE)))].title) if words else ""
                fits = all(word in title for word in words)
                tree.setRowHidden(row, kind, not fits)
                found += fits
            tree.setRowHidden(place, kind.parent(), not found)
            if words and found:
                tree.expand(kind)

    def _follow(self, changes: ChangeSet) -> None:
        if self.filter.text() and not changes.moves_only:
            self._soon.start()

    # --- doing --------------------------------------------------------------------------------------------------------

    def _show_menu(self, at: QPoint) -> None:
        if self._session.selection:
            self.menu_wanted.emit(self.tree.viewport().mapToGlobal(at))

    def _ask_relation(self, target: NodeId, at: QPoint) -> None:
        """Ask, after items were dragged onto another, how they are joined."""
        sources = [node for node in self._session.selection if node != target]
        menu = QMenu(self)
        for way in self._common_ways(sources, target):
            title = shortened(self._session.graph.nodes[target].title, 40)
            words = f"{self._session.words.term(way.words)}: {title}"
            join = menu.addAction(words.replace("&", "&&"))
            join.triggered.connect(lambda _checked=False, way=way: self.join(sources, way, target))
        if menu.isEmpty():
            menu.addAction(self.tr("Tussen deze items is geen relatie mogelijk")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _common_ways(self, sources: Iterable[NodeId], target: NodeId) -> list[Way]:
        """Return the ways in which all of some items can be joined to another."""
        nodes = self._session.graph.nodes
        kinds = list(dict.fromkeys(nodes[source].kind for source in sources))
        ways = [ways_between(kind, nodes[target].kind) for kind in kinds]
        fits = {(way.relation, way.outgoing) for way in ways[0]} if ways else set()
        for others in ways[1:]:
            fits &= {(way.relation, way.outgoing) for way in others}
        return [way for way in (ways[0] if ways else ()) if (way.relation, way.outgoing) in fits]

    def join(self, sources: Iterable[NodeId], way: Way, target: NodeId) -> bool:
        """Join items to another in one way, in one action."""
        return several.join(self._session, sources, way.relation, target, outgoing=way.outgoing)
