"""The frame of a view that reads the map: what it shows in a sentence, its tools, and below these what was read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.focus_chain import in_tab_order
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session

if TYPE_CHECKING:
    from gvkaart.analysis.findings import Finding

_PAUSE: Final = 40
"""Milliseconds after a change before the view follows it, so that what was changed is seen to change first."""
_NARROWEST_FILTER: Final = 72


class _Filter(QLineEdit):
    """A line to filter by; Down leads to what is filtered, as it does from other lines above a list."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class InsightPage(QWidget):
    """A view that reads the map.

    It reads when it is first seen, and again after every change, but only while somebody looks at it.

    Attributes:
        tools: stand in a row above what was read; a view adds its own.
        body: what was read.
    """

    items_opened = Signal(object)
    """Items are to be shown on the map: a tuple of `NodeId`."""
    menu_wanted = Signal(QPoint)
    """A menu about the selected items is wanted at a point of the screen."""

    def __init__(self, session: Session, checker: Checker, name: str) -> None:
        """Begin with nothing read.

        Args:
            session: whose map is read.
            checker: has the findings of that map.
            name: by which the window knows the view.
        """
        super().__init__()
        self.session, self.checker = session, checker
        self.setObjectName(name)
        self._is_stale = True
        self._is_in_order = False
        """Whether Tab goes through the view as one reads it."""
        self._seen: object = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._follow)
        self._lead = plain_label()
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        self.body = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(12, 8, 8, 6)
        above.setSpacing(6)
        above.addWidget(self._lead)
        above.addLayout(self.tools)
        column.addLayout(above)
        column.addLayout(self.body, 1)
        session.changed.connect(self._mark)
        session.view_changed.connect(self.follow)
        checker.looked.connect(self._follow_findings)

    # --- for the views ------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read the map and show it."""
        raise NotImplementedError

    def describe(self, title: str, lead: str) -> None:
        """Say what the view is called, and in a sentence what one sees there and why that helps."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(lead)
        self._lead.setText(lead)

    def add_filter(self, words: str) -> QLineEdit:
        """Add a line to the tools to filter by words; whoever asks connects it."""
        line = _Filter()
        line.left.connect(self._enter)
        line.setObjectName(f"{self.objectName()}-filter")
        line.setPlaceholderText(words)
        line.setAccessibleName(words)
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(_NARROWEST_FILTER)
        self.tools.addWidget(line, 1)
        return line

    def add_button(self, name: str, words: str, tip: str) -> QPushButton:
        """Add a button to the tools."""
        button = QPushButton(words)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        self.tools.addWidget(button)
        return button

    def add_grid(self, grid: GridView) -> GridView:
        """Add a grid to what was read."""
        self.body.addWidget(self.joined(grid), 1)
        return grid

    def joined(self, grid: GridView) -> GridView:
        """Give a grid of this view a way to the map, and to what can be done with its items."""
        grid.opened.connect(self.show_on_map)
        grid.menu_wanted.connect(self.menu_wanted)
        return grid

    def show_on_map(self, nodes: tuple[NodeId, ...]) -> None:
        """Ask for items to be shown on the map; a view that knows on which map does more."""
        self.items_opened.emit(nodes)

    def findings_of(self, view: CaseView) -> "Sequence[Finding]":
        """Return the findings of a view of the map.

        Of the map in view those that the checker has, which may be those of a moment ago, and none as long as it only
        looked at another map; of what may leave the program they are looked for now.
        """
        if view is self.session.view:
            known = self.checker.view
            is_same = known is not None and (known.map_id, known.round) == (view.map_id, view.round)
            return self.checker.findings if is_same else ()
        from gvkaart.analysis.engine import run_checks

        return run_checks(view, self.session.catalogue)

    # --- following ----------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """Read again, soon; when nobody looks, as soon as somebody does."""
        self._is_stale = True
        if self.isVisible():
            self._soon.start()

    def _follow_findings(self) -> None:
        """Read again when there are other findings, or the first of this map."""
        seen = self.checker.findings, self.checker.view is not None and self.checker.view.map_id
        if seen != self._seen:
            self._seen = seen
            self.follow()

    def _mark(self, changes: ChangeSet) -> None:
        if not changes.moves_only:
            self.follow()

    def _follow(self) -> None:
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.load()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._put_in_order()
        self._follow()

    def _put_in_order(self) -> None:
        """Let Tab go through the tools and then through what was read; widgets come in the order they were made."""
        if not self._is_in_order:
            self._is_in_order = True
            places = (self.tools.itemAt(at) for at in range(self.tools.count()))
            tools = (place.widget() for place in places if place is not None)
            in_tab_order(*(tool for tool in tools if tool is not None), *self.stops())

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab leads to below the tools."""
        return ()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in what was read, not in the tools above it."""
        self._enter(event.reason())

    def _enter(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        if (first := self.starting_point()) is not None:
            first.setFocus(reason)

    def starting_point(self) -> QWidget | None:
        """Return what gets the keyboard when the view is gone to."""
        return None
