"""The window on one document: views in the middle, panels around them, commands in menus and bars.

What a user can do is not here but in the parts that whoever makes the window hands it (`gvkaart.ui.parts`): each brings
commands, panels and views.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import MapId, NodeId, RoundId
from gvkaart.domain.overriding import override
from gvkaart.picture.theme import Theme
from gvkaart.ui import shortcuts, topics
from gvkaart.ui.announcing import Announcer, announce
from gvkaart.ui.building.builder import Builder
from gvkaart.ui.checking import Checker
from gvkaart.ui.choosers import Chooser
from gvkaart.ui.commands import Command, Commands
from gvkaart.ui.contribution import Contribution
from gvkaart.ui.desk import Desk
from gvkaart.ui.keeping import Keeper
from gvkaart.ui.map_view import MapView
from gvkaart.ui.menus import TOOLBAR, Menus, add
from gvkaart.ui.message_bar import MessageBar
from gvkaart.ui.opened import Opened
from gvkaart.ui.panels import Panels
from gvkaart.ui.quiet_lines import QuietLines
from gvkaart.ui.search_box import SearchBox
from gvkaart.ui.session import Session
from gvkaart.ui.shown import Shown
from gvkaart.ui.views import Views

if TYPE_CHECKING:
    from gvkaart.ui.findings_panel import FindingsPanel
    from gvkaart.ui.inspector import Inspector
    from gvkaart.ui.outline import Outline
    from gvkaart.ui.outline_panel import OutlinePanel

_EDITABLE: Final = Qt.ItemFlag.ItemIsEditable
_ROOM_FOR_TOPICS: Final = 1200
"""Pixels from which a window has room for topics in its toolbar; the menu has them always."""
_ICON: Final = 1.35
"""The side of an icon in the bar of buttons, in lines of text."""
_DIGITS: Final = 9
"""Views beyond these have no key of their own at first."""


class MainWindow(QMainWindow):
    """One document on the screen."""

    ready = Signal()
    """All of the window is there, and painted; sent once."""

    def __init__(
        self, opened: Opened, desk: Desk, theme: Theme, parts: Iterable[Callable[["MainWindow"], Contribution]]
    ) -> None:
        """Build the window on the first map of a document, of parts in the order of their panels and views."""
        super().__init__()
        self.setObjectName("main-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt would offer to hide the bars
        self._opened = opened
        opened.windows += 1
        self.desk = desk
        self._is_started = False
        self.session = Session(opened, desk.words, self)
        self.checker = Checker(self.session, self)
        self.keeper = Keeper(self.session, self)
        self.shown = Shown(self.session, self.checker, self)
        self.map_view = MapView(self.session, self.checker, self.shown, theme)
        self.builder = Builder(self.session, self.map_view, self)
        self.message_bar = MessageBar()
        self.search_box = SearchBox(self.session)
        self._maps = Chooser("maps", self.tr("Kaart"), self.tr("Kies een kaart uit dit document"))
        self._rounds = Chooser("rounds", self.tr("Ronde"), self.tr("De kaart zoals die was in deze ronde"))
        self._topics = Chooser("topics", self.tr("Tonen"), self.tr("Waar u naar kijkt: alles, of een onderwerp"))
        self._saved = QLabel()
        self.commands, self.panels, self.views = Commands(self), Panels(self), Views()
        self._fill_centre()
        self._parts = [make(self) for make in parts]
        self._add_parts()
        self._fill_bars()
        self._menus = Menus(self.session, desk, self.commands, self.views, self.panels)
        self._menus.fill_bar(self.menuBar())
        self._connect_signals()
        Announcer(self.session, self)
        self._refresh()

    # --- building -----------------------------------------------------------------------------------------------------

    def _fill_centre(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.views, 1)
        self.setCentralWidget(centre)

    def _add_parts(self) -> None:
        for part in self._parts:
            self.commands.add(part.commands())
            for panel in part.panels():
                self.panels.add(panel)
            for view in part.views():
                self.views.add(view)
        self.commands.add(self._to_views())
        self.commands.add(self._to_panels())
        shortcuts.apply(self.commands, self.desk.settings.shortcuts)
        self.panels.arrange()

    def _to_views(self) -> list[Command]:
        """Return a command for every view; the first nine have a number as their key."""
        return [
            Command(
                f"view-{view.name}",
                view.title,
                partial(self.views.show_view, view.name),
                f"Ctrl+{number}" if number <= _DIGITS else "",
                view.icon,
            )
            for number, view in enumerate(self.views.known, 1)
        ]

    def _to_panels(self) -> list[Command]:
        """Return a command for every panel, that opens and closes it."""
        return [
            Command(
                f"panel-{panel.name}",
                panel.title,
                partial(self.panels.toggle, panel.name),
                checked=partial(self.panels.is_open, panel.name),
            )
            for panel in self.panels.known
        ]

    @cached_property
    def outline(self) -> "Outline":
        """The tree with everything on the map."""
        return cast("OutlinePanel", self.panels.content("outline")).tree

    @cached_property
    def inspector(self) -> "Inspector":
        """The panel that edits what is selected."""
        return cast("Inspector", self.panels.content("inspector"))

    @cached_property
    def findings_panel(self) -> "FindingsPanel":
        """The panel with what was noticed."""
        return cast("FindingsPanel", self.panels.content("findings"))

    def _fill_bars(self) -> None:
        bar = QToolBar(self.tr("Knoppen"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        side = round(_ICON * self.fontMetrics().height())  # with larger letters larger icons
        bar.setIconSize(QSize(side, side))
        add(bar, self.commands, *TOOLBAR)
        for chooser in (self._maps, self._rounds, self._topics):
            chooser.add_to(bar)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(self.search_box)
        self.addToolBar(bar)
        rail = QToolBar(self.tr("Weergaven"))
        rail.setObjectName("rail")
        rail.setMovable(False)
        rail.addWidget(self.views.rail)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, rail)
        self._saved.setTextFormat(Qt.TextFormat.PlainText)
        self._saved.setContentsMargins(0, 0, 10, 0)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().addWidget(self.map_view.progress)
        self.statusBar().setSizeGripEnabled(False)
        self.commands.explain("find", self.search_box.setToolTip)
        for view in self.views.known:
            self.commands.explain(f"view-{view.name}", partial(self.views.explain, view.name))

    def _connect_signals(self) -> None:
        session = self.session
        session.changed.connect(self._follow)
        session.selection_changed.connect(self._refresh)
        session.selection_changed.connect(self._show_inspector)
        session.view_changed.connect(self._refresh)
        session.saved_changed.connect(self._refresh_saved)
        session.problem.connect(self.message_bar.say)
        session.told.connect(self.say)
        self._maps.chosen.connect(lambda map_id: session.look_at_map(MapId(map_id)))
        self._rounds.chosen.connect(lambda round_id: session.look_at_round(RoundId(round_id)))
        self._topics.chosen.connect(self.shown.show_topic)
        self.shown.changed.connect(self._offer_topics)
        self.search_box.chosen.connect(self.go_to)
        self.search_box.lit.connect(self.map_view.light_hits)
        self.search_box.lit.connect(lambda _found: self.commands.refresh())
        self.map_view.canvas.selection_changed.connect(self.commands.refresh)
        self.map_view.edit_wanted.connect(self._open_item)
        self.map_view.menu_wanted.connect(self._show_context_menu)
        self.map_view.hands.told.connect(self.statusBar().showMessage)
        QuietLines(session, self.map_view).told.connect(self.say)
        self.checker.findings_changed.connect(self._count_findings)
        self.keeper.kept.connect(self.desk.remember)
        self.keeper.said.connect(self.say)

    def set_theme(self, theme: Theme) -> None:
        """Draw the map in other colours; the widgets follow the palette by themselves."""
        self.map_view.set_theme(theme)
        self.commands.refresh()

    # --- following ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin what takes time, now that the window is there, with the keyboard in what one came for."""
        self.return_to_map()  # Qt would begin at the tabs of the panels
        self.map_view.start()
        self.keeper.start()
        self.checker.start()
        self._is_started = True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_started:
            self._is_started = False
            QTimer.singleShot(0, self, self._prepare)

    def _prepare(self) -> None:
        """Make what stands around the map, now that the map is painted, and then what lies out of sight."""
        self.map_view.complete()
        self._make_panels(self.panels.release())

    def _make_panels(self, names: Sequence[str]) -> None:
        """Make panels one by one: all at once they would hold the map up for a tenth of a second and more."""
        if names:
            self.panels.content(names[0])
            QTimer.singleShot(0, self, lambda: self._make_panels(names[1:]))
        else:
            self.inspector.ensurePolished()
            self.ready.emit()

    def say(self, sentence: str) -> None:
        """Say in the status bar that something went well."""
        self.statusBar().showMessage(sentence, 6000)
        announce(self, sentence)

    def _follow(self, _changes: ChangeSet) -> None:
        self.message_bar.hide()
        self._refresh()

    def _refresh(self) -> None:
        self.commands.refresh()
        for part in self._parts:
            part.refresh()
        self._refresh_choices()
        self._refresh_saved()

    def _refresh_choices(self) -> None:
        session = self.session
        self._maps.offer([(one.id, one.title) for one in session.graph.maps.values()], session.map_id)
        shown = session.view.round
        rounds = [(one.id, one.title) for one in session.graph.rounds_of(session.map_id)]
        self._rounds.offer(rounds, shown.id if shown is not None else "")
        self._offer_topics()

    def _offer_topics(self) -> None:
        """Offer what the map has; what else is on, such as the user's own filter, stands there only while it is."""
        shown, found = self.shown.topic, topics.offered(self.session.view)
        entries = [(one, self.commands.known[f"topic-{one}"].plain) for one in (topics.EVERYTHING, *found)]
        if shown == topics.OWN:
            entries.append((shown, self.tr("Eigen keuze")))
        elif shown not in dict(entries):
            entries.append((shown, self.commands.known[f"topic-{shown}"].plain))
        fits = self.width() >= _ROOM_FOR_TOPICS and (len(found) > 1 or shown != topics.EVERYTHING)
        self._topics.offer(entries if fits else (), shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._offer_topics()

    def _refresh_saved(self) -> None:
        self._saved.setText(self.keeper.state())
        path = self.session.document.path
        name = path.stem if path is not None else self.session.map_title or self.tr("Naamloos")
        self.setWindowTitle(f"{name.replace('[*]', '[*][*]')}[*] - gvkaart")
        self.setWindowModified(not self.session.document.is_published)

    def _count_findings(self) -> None:
        count = sum(finding.set_aside is None for finding in self.checker.findings)
        title = self.tr("Signalen")
        self.panels.docks["findings"].setWindowTitle(f"{title} ({count})" if count else title)

    # --- doing --------------------------------------------------------------------------------------------------------

    def go_to(self, node_id: NodeId) -> None:
        """Select a node and bring it into view, on another map when it only stands there."""
        session = self.session
        if node_id not in session.view.placements:
            maps = (place.map for place in session.graph.placements.values() if place.node == node_id)
            session.look_at_map(next(maps, session.map_id))
        session.select((node_id,))
        self.map_view.canvas.centre_on([node_id])

    def _show_inspector(self) -> None:
        if self.session.selection or self.session.edge is not None:
            self.inspector.show()
            self.panels.docks["inspector"].raise_()

    def show_item_menu(self, at: QPoint) -> None:
        """Show what can be done with the selected items."""
        self._show_context_menu(at, self.session.selection[0])

    def fill_menu(self, menu: QMenu, *names: str) -> None:
        """Add commands and menus of the window to a menu; see `Menus.fill`."""
        self._menus.fill(menu, names)

    def _show_context_menu(self, at: QPoint, key: str) -> None:
        """Show what can be done with the item at a point of the screen, or with the map."""
        from gvkaart.ui.context_menus import names_for

        menu = QMenu(self)
        menu.setObjectName("context")
        self.fill_menu(menu, *names_for(self.session, self.map_view.hands, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def rename(self) -> None:
        """Let the title of the selected item be typed where the user is: in the list or table, or on the map."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractItemView) and focused.model().flags(focused.currentIndex()) & _EDITABLE:
            focused.edit(focused.currentIndex())
        elif not self.builder.rename():
            self._open_item()

    def _open_item(self) -> None:
        """Bring the selected item's fields to the front, with the keyboard in its title; or those of a relation."""
        if not self.session.selection and self.map_view.hands.selected_edges:
            self.commands["relation-fields"].trigger()
            return
        self.panels.show("inspector")
        self.inspector.begin_rename()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when nothing else uses it, leads back to the map from wherever one types."""
        if event.key() == Qt.Key.Key_Escape:
            self.return_to_map()
        else:
            super().keyPressEvent(event)

    def return_to_map(self) -> None:
        """Put the keyboard in the view that is looked at."""
        self.views.content(self.views.current).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what there is, or ask; nothing is thrown away without a question."""
        event.ignore()
        try:
            if not self.keeper.may_close():
                return
        except Exception:  # noqa: BLE001  # one that leaves this method ends the process, with the other windows
            sys.excepthook(*sys.exc_info())
            return
        self.checker.close()
        self.map_view.close_workers()
        self.search_box.close_workers()
        self.keeper.close()
        self.session.close()
        self._opened.windows -= 1
        self.desk.closed(self)
        super().closeEvent(event)
