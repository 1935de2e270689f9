"""The inspector: shows the page that goes with the selection, and keeps it in step with the document."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.focus_chain import beside
from gvkaart.ui.inspector.form import stops
from gvkaart.ui.inspector.map_page import MapPage
from gvkaart.ui.inspector.node_page import NodePage, takes_part
from gvkaart.ui.inspector.page import Page
from gvkaart.ui.inspector.relation_page import RelationPage
from gvkaart.ui.inspector.several_page import SeveralPage
from gvkaart.ui.session import Session

_MARGINS = (12, 8, 12, 12)


class Inspector(QScrollArea):
    """Shows and edits the selected item or relation; several items, or the map when nothing is selected."""

    relation_wanted = Signal()
    """The selected item is to be joined to another."""
    named = Signal()
    """Enter was pressed in the title of an item: one goes on where one came from."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show what is selected, and follow the session."""
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Eigenschappen"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session = session
        self._pages = QWidget()
        self._column = QVBoxLayout(self._pages)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._pages)
        self._kept: dict[tuple[str, bool], NodePage] = {}
        """The page of the last node of each kind, and whether it takes part in a map."""
        self._page = self._show_page()
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self._fill)
        session.leaving.connect(self.commit)
        session.selection_changed.connect(self._turn)
        session.view_changed.connect(self._look_again)
        session.changed.connect(self._follow)

    @property
    def page(self) -> Page:
        """What is shown of the selection as it is now."""
        if self._filling.isActive():
            self._fill()
        return self._page

    # --- for the window -----------------------------------------------------------------------------------------------

    def commit(self) -> None:
        """Hand in what is being typed."""
        self._page.commit()

    def begin_rename(self) -> None:
        """Put the cursor in the title of the selected item, if there is one."""
        if isinstance(page := self.page, NodePage):
            page.begin_rename()

    def begin_relation(self) -> None:
        """Put the keyboard in the fields of the selected relation, if there is one."""
        if isinstance(page := self.page, RelationPage):
            page.begin()

    # --- following ----------------------------------------------------------------------------------------------------

    def _make_page(self) -> Page:
        selection, edge = self._session.selection, self._session.edge
        if edge is not None:
            return RelationPage(self._session, edge)
        if len(selection) == 1:
            return self._node_page(selection[0])
        return SeveralPage(self._session, selection) if selection else MapPage(self._session)

    def _node_page(self, node_id: NodeId) -> NodePage:
        """Return the page of a node: that of the last node of its kind, if there was one."""
        shape = self._session.graph.nodes[node_id].kind, takes_part(self._session, node_id)
        if shape in self._kept:
            self._kept[shape].turn_to(node_id)
        else:
            self._kept[shape] = page = NodePage(self._session, node_id)
            page.title.box.entered.connect(self.named)
            page.add_relation.clicked.connect(self.relation_wanted)
        return self._kept[shape]

    def _show_page(self) -> Page:
        page = self._make_page()
        if page.parent() is not self._pages:
            page.column.setContentsMargins(*_MARGINS)
            self._column.addWidget(page)
        page.show()
        self.verticalScrollBar().setValue(0)
        return page

    def _turn(self) -> None:
        """Show another page once the map is painted; what was pending was handed in when the session was to leave.

        A page takes as long as all of the map: whoever goes from item to item sees at once where he is, and the page
        of the last of them.
        """
        before = self._page
        if isinstance(before, RelationPage) and before.key == self._session.edge:
            return  # it goes on under another key
        before.forget()
        if (focused := before.focusWidget()) is not None:
            focused.clearFocus()  # else Qt looks for the next place in a page that is going
        if self.isVisible():
            self._filling.start()
        else:
            self._fill()

    def _fill(self) -> None:
        self._filling.stop()
        before = self._page
        self._page = self._show_page()
        if before is not self._page:
            before.hide()
        if not isinstance(before, NodePage):
            before.deleteLater()

    def _look_again(self) -> None:
        """Show another map, or the same one as of another round."""
        if self._filling.isActive():
            return
        if self._page.is_stale():
            self._turn()
        else:
            self._page.refresh()

    def _follow(self, changes: ChangeSet) -> None:
        if changes.moves_only or self._filling.isActive():
            return
        if self._page.is_stale():
            self._turn()
        elif self._page.is_concerned(changes):
            self._page.refresh()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go down the page as it is laid out; Qt would come to rows that were added later last of all."""
        here, way = self.page.focusWidget(), list(stops(self.page))
        at = way.index(here) + (1 if next else -1) if here in way else -1
        stop = way[at] if 0 <= at < len(way) else self._beyond(here, forwards=next)
        if stop is None:
            return super().focusNextPrevChild(next)
        stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if self.isAncestorOf(stop):
            self.ensureWidgetVisible(stop)
        return True

    def _beyond(self, here: QWidget | None, *, forwards: bool) -> QWidget | None:
        """Return where Tab leaves the panel to; where there is nothing else, the other end of the page."""
        widget = here
        while widget is not None:
            widget = beside(widget, forwards=forwards)
            if widget is here:
                break
            takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            if takes_focus and widget.isVisible() and widget.isEnabled() and not self.isAncestorOf(widget):
                return widget
        way = list(stops(self.page))
        return way[0 if forwards else -1] if way else None

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)
