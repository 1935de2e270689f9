"""The history as a panel: every step, the newest on top, and what one can do with a moment."""

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.errors import GvkaartError
from gvkaart.domain.overriding import override
from gvkaart.store.past import Moment, Standing, read_course
from gvkaart.ui.history.model import HistoryModel
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.uncopied import Uncopied

_PAIR: Final = 2
_PAUSE: Final = 120
"""Milliseconds without an action after which the history is read anew."""


class HistoryPanel(QWidget):
    """Lists what was done; going to a step takes back, or does again, all that lies between."""

    went = Signal(int)
    """One went to another moment; carries the step where one was, so that one can return."""
    look_wanted = Signal(object)
    """The document as it was at a `Moment` is to be shown."""
    copy_wanted = Signal(object)
    """A new document of a `Moment` is wanted."""
    comparison_wanted = Signal(object, object)
    """Two moments are to be compared: a `Moment`, and a later one, or None for now."""
    version_wanted = Signal()
    """The present is to be named."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show and follow the history of a session's document."""
        super().__init__(parent)
        self._session = session
        self.model = HistoryModel(session.words, self)
        self.list = self._make_list()
        self._hint = plain_label(name="history-hint")
        self._actions = self._make_actions()
        self._buttons = {name: self._button(name) for name in self._actions}
        self._lay_out()
        # When one pauses: a history of ten thousand steps takes a fifth of a second to read and lay out.
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._later.timeout.connect(self.refresh)
        session.saved_changed.connect(self._follow)
        self._refresh_actions()

    # --- building -----------------------------------------------------------------------------------------------------

    def _make_list(self) -> "_Steps":
        view = _Steps()
        Uncopied(view)
        view.setObjectName("history")
        view.setAccessibleName(self.tr("Geschiedenis"))
        view.setModel(self.model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setHeaderHidden(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = view.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)  # as wide as what is in sight
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.chosen.connect(self.go)
        view.doubleClicked.connect(lambda _index: self.go())
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(lambda *_changed: self._refresh_actions())
        return view

    def _make_actions(self) -> dict[str, QAction]:
        known = {
            "go": (self.tr("Hierheen gaan"), self.go),
            "look": (self.tr("Deze stand bekijken…"), self._look),
            "compare": (self.tr("Vergelijken met nu…"), self._compare),
            "copy": (self.tr("Herstellen als kopie…"), self._copy),
            "version": (self.tr("Versie vastleggen…"), self.version_wanted.emit),
        }
        actions = {}
        for name, (words, do) in known.items():
            action = actions[name] = QAction(words, self)
            action.setObjectName(f"history-{name}")
            action.triggered.connect(lambda _checked=False, do=do: do())
        return actions

    def _button(self, name: str) -> QPushButton:
        """Make the button of an action; in a narrow panel it has room for one word."""
        short = {
            "go": self.tr("Hierheen gaan"),
            "look": self.tr("Bekijken…"),
            "compare": self.tr("Vergelijken…"),
            "copy": self.tr("Als kopie…"),
            "version": self.tr("Versie vastleggen…"),
        }
        action = self._actions[name]
        button = QPushButton(short[name])
        button.setObjectName(f"history-{name}-button")
        button.clicked.connect(action.trigger)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._hint.setContentsMargins(12, 8, 12, 4)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        grid = QGridLayout()
        grid.setContentsMargins(12, 6, 12, 10)
        for place, button in enumerate(self._buttons.values()):
            row, side = divmod(place, 2)
            span = 2 if place == len(self._buttons) - 1 and side == 0 else 1
            grid.addWidget(button, row, side, 1, span)
        column.addLayout(grid)

    # --- following ----------------------------------------------------------------------------------------------------

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def _follow(self) -> None:
        if self.isVisible():
            self._later.start()

    def refresh(self) -> None:
        """Read the history anew; what was selected stays selected."""
        selected = [moment.op.id for moment in self.selected]
        if self.model.present is not None and self.selected == [self.model.rows[self.model.present]]:
            selected = []  # who looks at the present goes on looking at it
        at = self.list.verticalScrollBar().value()
        try:
            self.model.load(read_course(self._session.document))
        except GvkaartError as error:
            self._session.problem.emit(self._session.words.error(error))
            return
        rows = [row for number in selected if (row := self.model.row_of(number)) is not None]
        self.list.choose(rows or [row for row in (self.model.present,) if row is not None])
        self.list.verticalScrollBar().setValue(at)
        self._hint.setText(self._summary())
        self._refresh_actions()

    def _summary(self) -> str:
        if not self.model.rows:
            return self.tr("Er is nog niets gedaan. Elke stap die u zet, komt hier te staan.")
        return self.tr(
            "Elke stap die u zette, de nieuwste bovenaan. Dubbelklik of druk op Enter om naar een stap te gaan. "
            "Er gaat niets verloren: u kunt ook weer vooruit."
        )

    def _refresh_actions(self) -> None:
        chosen = self.selected
        one = chosen[0] if len(chosen) == 1 else None
        reachable = one is not None and self._can_go(one)
        enabled = {
            "go": reachable,
            "look": one is not None,
            "compare": len(chosen) in {1, _PAIR},
            "copy": one is not None,
            "version": True,
        }
        is_pair = len(chosen) == _PAIR
        comparing = self.tr("Deze twee vergelijken…") if is_pair else self.tr("Vergelijken met nu…")
        self._actions["compare"].setText(comparing)
        for name, action in self._actions.items():
            action.setEnabled(enabled[name])
            self._buttons[name].setToolTip(action.text())
            self._buttons[name].setAccessibleName(action.text())
            self._buttons[name].setEnabled(enabled[name])

    def _can_go(self, moment: Moment) -> bool:
        """Tell whether a moment can be gone to: not where one is, and not the beginning without any map."""
        present = self.model.present
        is_here = present is not None and self.model.rows[present] == moment
        return moment.standing is not Standing.OVERTAKEN and not is_here

    @property
    def selected(self) -> list[Moment]:
        """The moments that are selected, the newest first."""
        rows = sorted(self.list.selectionModel().selectedRows(), key=lambda index: index.row())
        return [moment for index in rows if (moment := self.model.moment(index)) is not None]

    # --- doing --------------------------------------------------------------------------------------------------------

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("history-menu")
        menu.addActions(list(self._actions.values()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def go(self) -> None:
        """Go to the selected moment: take back, or do again, what lies between."""
        chosen = self.selected
        if len(chosen) != 1 or not self._can_go(chosen[0]):
            return
        before = self._session.document.undo_step
        if self._session.go_to(chosen[0].step):
            self.went.emit(0 if before is None else before.id)

    def _look(self) -> None:
        self.look_wanted.emit(self.selected[0])

    def _copy(self) -> None:
        self.copy_wanted.emit(self.selected[0])

    def _compare(self) -> None:
        newest, *others = self.selected
        if others:
            self.comparison_wanted.emit(others[0], newest)
        else:
            self.comparison_wanted.emit(newest, None)


class _Steps(QTreeView):
    """The list; Enter chooses what is selected."""

    chosen = Signal()

    def choose(self, rows: list[int]) -> None:
        """Select rows, and have the keyboard at the first of them."""
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for row in reversed(rows):
            self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags.Select | flags.Rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
