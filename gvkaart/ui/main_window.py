"""The window on one document: the map in the middle; outline, inspector and findings around it."""

import sys
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import MapId, NodeId, RoundId
from gvkaart.picture.theme import Theme
from gvkaart.store import Document
from gvkaart.ui.actions import Actions
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.checking import Checker
from gvkaart.ui.choosers import Chooser
from gvkaart.ui.desk import Desk
from gvkaart.ui.findings_panel import FindingsPanel
from gvkaart.ui.keeping import Keeper
from gvkaart.ui.map_view import MapView
from gvkaart.ui.menus import Menus, add, name_step
from gvkaart.ui.message_bar import MessageBar
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.outline import Outline
from gvkaart.ui.search_box import SearchBox
from gvkaart.ui.session import Session
from gvkaart.words import LANGUAGES

if TYPE_CHECKING:
    from gvkaart.ui.case_files import CaseFiles
    from gvkaart.ui.inspector import Inspector

_OUTLINE_WIDTH: Final = 230
_PANEL_WIDTH: Final = 360
_NARROWEST_PANEL: Final = 300


class MainWindow(QMainWindow):
    """One document on the screen."""

    def __init__(self, document: Document, desk: Desk, theme: Theme) -> None:
        """Build the window on the first map of a document."""
        super().__init__()
        self.setObjectName("main-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(False)
        self._desk = desk
        self._is_started = False
        self.session = Session(document, desk.words, self)
        self.checker = Checker(self.session, self)
        self.keeper = Keeper(self.session, self)
        self.commands = Actions(self)
        self.map_view = MapView(self.session, self.checker, theme)
        self.message_bar = MessageBar()
        self.search_box = SearchBox(self.session)
        self._maps = Chooser("maps", self.tr("Kaart"), self.tr("Kies een kaart uit dit document"))
        self._rounds = Chooser("rounds", self.tr("Ronde"), self.tr("De kaart zoals die was in deze ronde"))
        self._saved = QLabel()
        self._fill_centre()
        self._fill_docks()
        self._fill_bars()
        Menus(self, self.commands, desk, self._docks)
        self._connect_commands()
        self._connect_signals()
        self._refresh()

    # --- building -----------------------------------------------------------------------------------------------------

    def _fill_centre(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.map_view, 1)
        self.setCentralWidget(centre)

    def _fill_docks(self) -> None:
        self.findings_panel = FindingsPanel(self.session, self.checker)
        self.outline = Outline(self.session)
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._outline_dock = self._dock("outline-dock", self.tr("Overzicht"), self.outline, left)
        self._inspector_dock = self._dock("inspector-dock", self.tr("Eigenschappen"), self._inspector_holder(), right)
        self._findings_dock = self._dock("findings-dock", self.tr("Signalen"), self.findings_panel, right)
        self._docks = (self._outline_dock, self._inspector_dock, self._findings_dock)
        self.setTabPosition(right, QTabWidget.TabPosition.North)
        self.tabifyDockWidget(self._findings_dock, self._inspector_dock)
        self._findings_dock.raise_()
        self.outline.setMinimumWidth(_OUTLINE_WIDTH // 2)
        self.findings_panel.setMinimumWidth(_NARROWEST_PANEL)
        docks, widths = [self._outline_dock, self._findings_dock], [_OUTLINE_WIDTH, _PANEL_WIDTH]
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _inspector_holder(self) -> QWidget:
        holder = QWidget()
        self._inspector_place = QVBoxLayout(holder)
        self._inspector_place.setContentsMargins(0, 0, 0, 0)
        return holder

    @cached_property
    def inspector(self) -> "Inspector":
        """The panel that edits what is selected; it lies behind the findings at first, so it is made after the map."""
        from gvkaart.ui.inspector import Inspector

        inspector = Inspector(self.session)
        inspector.setMinimumWidth(_NARROWEST_PANEL)
        inspector.named.connect(self._return_to_map)
        self._inspector_place.addWidget(inspector)
        return inspector

    def _case_files(self) -> "CaseFiles":
        from gvkaart.ui.case_files import CaseFiles

        return CaseFiles(self.session, self)

    def _dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setTitleBarWidget(QWidget())  # tabs and menu name it; a bar of its own would only take room
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        dock.setWidget(frame)
        # What lies under another tab is only moved aside by Qt, and the Tab key would still go there.
        dock.visibilityChanged.connect(content.setVisible)
        self.addDockWidget(area, dock)
        return dock

    def _fill_bars(self) -> None:
        bar = QToolBar(self.tr("Knoppen"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        add(bar, self.commands, "add", "connect", "", "undo", "redo", "", "arrange", "zoom-out", "zoom-in", "zoom-fit")
        for chooser in (self._maps, self._rounds):
            chooser.add_to(bar)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        bar.addWidget(self.search_box)
        self.addToolBar(bar)
        self._saved.setTextFormat(Qt.TextFormat.PlainText)
        self._saved.setContentsMargins(0, 0, 10, 0)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().addWidget(self.map_view.progress)
        self.statusBar().setSizeGripEnabled(False)

    def _connect_commands(self) -> None:
        session, canvas, desk, keeper = self.session, self.map_view.canvas, self._desk, self.keeper
        todo: dict[str, Callable[[], object]] = {
            "new": desk.new,
            "open": partial(desk.ask_open, self),
            "save": keeper.save,
            "save-as": keeper.ask_save_as,
            "import-case": lambda: self._case_files().ask_import(),
            "export-case": lambda: self._case_files().ask_export(),
            "export-picture": self.map_view.ask_export,
            "close": self.close,
            "quit": desk.quit,
            "undo": session.undo,
            "redo": session.redo,
            "add": self.map_view.ask_add,
            "connect": self._begin_relation,
            "rename": self._rename,
            "remove": self.map_view.remove_selected,
            "add-map": self._ask_map,
            "place": lambda: map_operations.place(session, session.selection),
            "take-off": lambda: map_operations.take_off(session, session.selection_on_map),
            "select-all": lambda: session.select(session.view.nodes),
            "find": self.search_box.begin,
            "zoom-in": canvas.zoom_in,
            "zoom-out": canvas.zoom_out,
            "zoom-fit": canvas.zoom_to_fit,
            "zoom-selection": canvas.zoom_to_selection,
            "arrange": partial(self.map_view.arrange, everything=False),
            "arrange-all": partial(self.map_view.arrange, everything=True),
            "help": partial(desk.show_help, self),
            "about": partial(desk.show_about, self),
        }
        todo |= {f"scheme-{scheme}": partial(desk.set_scheme, scheme) for scheme in Scheme}
        todo |= {f"language-{language}": partial(desk.set_language, language) for language in LANGUAGES}
        for name, do in todo.items():
            self.commands.connect_to(name, do)
        self.commands["all-lines"].setCheckable(True)
        self.commands["all-lines"].toggled.connect(self.map_view.show_all_lines)

    def _connect_signals(self) -> None:
        session = self.session
        session.changed.connect(self._follow)
        session.selection_changed.connect(self._refresh)
        session.selection_changed.connect(self._show_inspector)
        session.view_changed.connect(self._refresh)
        session.saved_changed.connect(self._refresh_saved)
        session.problem.connect(self.message_bar.say)
        self._maps.chosen.connect(lambda map_id: session.look_at_map(MapId(map_id)))
        self._rounds.chosen.connect(lambda round_id: session.look_at_round(RoundId(round_id)))
        self.search_box.chosen.connect(self._go_to)
        self.findings_panel.evidence_chosen.connect(self.map_view.show_evidence)
        self.map_view.canvas.selection_changed.connect(self._refresh_remove)
        self.map_view.edit_wanted.connect(self._rename)
        self.map_view.menu_wanted.connect(self._show_context_menu)
        self.checker.findings_changed.connect(self._count_findings)
        self.keeper.kept.connect(self._desk.remember)
        self.keeper.said.connect(lambda sentence: self.statusBar().showMessage(sentence, 6000))

    def set_theme(self, theme: Theme) -> None:
        """Draw the map in other colours; the widgets follow the palette by themselves."""
        self.map_view.set_theme(theme)

    # --- following ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin what takes time, now that the window is there."""
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
        """Make what lies out of sight, now that the map is painted."""
        self.inspector.ensurePolished()

    def _follow(self, _changes: ChangeSet) -> None:
        self.message_bar.hide()
        self._refresh()

    def _refresh(self) -> None:
        selected = bool(self.session.selection)
        placed = self.session.selection_on_map
        for name in ("rename", "connect", "zoom-selection"):
            self.commands[name].setEnabled(selected)
        self.commands["take-off"].setEnabled(bool(placed))
        self.commands["place"].setEnabled(len(placed) < len(self.session.selection))
        self._refresh_remove()
        document, words = self.session.document, self.session.words
        for name, plain, step in (
            ("undo", self.tr("&Ongedaan maken"), self.session.undo_step),
            ("redo", self.tr("Op&nieuw doen"), document.redo_step),
        ):
            name_step(self.commands[name], plain, step.operation if step else "", step.detail if step else "", words)
        self._refresh_choices()
        self._refresh_saved()

    def _refresh_remove(self) -> None:
        self.commands["remove"].setEnabled(self.map_view.has_selection)

    def _refresh_choices(self) -> None:
        session = self.session
        self._maps.offer([(one.id, one.title) for one in session.graph.maps.values()], session.map_id)
        shown = session.view.round
        rounds = [(one.id, one.title) for one in session.graph.rounds_of(session.map_id)]
        self._rounds.offer(rounds, shown.id if shown is not None else "")

    def _refresh_saved(self) -> None:
        self._saved.setText(self.keeper.state())
        path = self.session.document.path
        name = path.stem if path is not None else self.session.map_title or self.tr("Naamloos")
        self.setWindowTitle(f"{name.replace('[*]', '[*][*]')}[*] - gvkaart")
        self.setWindowModified(not self.session.document.is_published)

    def _count_findings(self) -> None:
        count = sum(finding.set_aside is None for finding in self.checker.findings)
        title = self.tr("Signalen")
        self._findings_dock.setWindowTitle(f"{title} ({count})" if count else title)

    # --- doing --------------------------------------------------------------------------------------------------------

    def _ask_map(self) -> None:
        """Ask what to call a new map in this document, and look at it."""
        from PySide6.QtWidgets import QInputDialog

        title, agreed = QInputDialog.getText(self, self.tr("Kaart toevoegen"), self.tr("Hoe heet de nieuwe kaart?"))
        if agreed and title.strip():
            map_operations.add(self.session, title)

    def _go_to(self, node_id: NodeId) -> None:
        """Select a node and bring it into view, on another map when it only stands there."""
        session = self.session
        if node_id not in session.view.placements:
            maps = (place.map for place in session.graph.placements.values() if place.node == node_id)
            session.look_at_map(next(maps, session.map_id))
        session.select((node_id,))
        self.map_view.canvas.centre_on([node_id])

    def _show_inspector(self) -> None:
        if self.session.selection:
            self.inspector.show()
            self._inspector_dock.raise_()

    def _show_context_menu(self, at: QPoint, key: str) -> None:
        menu = QMenu(self)
        for_item = ("rename", "connect", "add", "", "take-off", "remove")
        for_map = ("add", "", "arrange", "zoom-fit", "all-lines")
        add(menu, self.commands, *(for_item if key else for_map))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _begin_relation(self) -> None:
        self._inspector_dock.show()
        self._inspector_dock.raise_()
        self.inspector.begin_relation()

    def _rename(self) -> None:
        if self.outline.hasFocus():
            self.outline.edit(self.outline.currentIndex())
            return
        self._inspector_dock.show()
        self._inspector_dock.raise_()
        self.inspector.begin_rename()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, when nothing else uses it, leads back to the map from wherever one types."""
        if event.key() == Qt.Key.Key_Escape:
            self._return_to_map()
        else:
            super().keyPressEvent(event)

    def _return_to_map(self) -> None:
        self.map_view.canvas.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
        self.keeper.close()
        self._desk.closed(self)
        super().closeEvent(event)
