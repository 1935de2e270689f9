"""The history: going back and forth, comparing, versions, backups, copies, and what a removal took along."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.errors import GvkaartError
from gvkaart.domain.graph import Graph
from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command
from gvkaart.ui.history.farewell import farewell
from gvkaart.ui.history.notice import Notice
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.panels import Panel
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.store.past import Moment
    from gvkaart.ui.history.copies import Copies
    from gvkaart.ui.main_window import MainWindow


class HistoryPart(Part):
    """What was done, and what can be got back."""

    def __init__(self, window: "MainWindow") -> None:
        """Say in the status bar of a window what a removal took along."""
        super().__init__(window)
        self.notice = Notice()
        window.statusBar().addWidget(self.notice)
        self.session.changed.connect(self._follow)

    @override
    def commands(self) -> Iterable[Command]:
        return (
            Command(
                "history", self.tr("Ges&chiedenis"), lambda: self.window.panels.show("history"), "Ctrl+H", "history"
            ),
            Command(
                "item-history",
                self.tr("Geschiedenis van dit ite&m…"),
                self._show_item,
                enabled=lambda: len(self.session.selection) == 1,
                needs=self.tr("Selecteer eerst één item."),
            ),
            Command(
                "name-version", self.tr("Versie vastle&ggen…"), lambda: self._copies().ask_version(), icon="version"
            ),
            Command("versions", self.tr("V&ersies en reservekopieën…"), self._show_backups),
            Command("save-copy", self.tr("Kopie &bewaren als…"), lambda: self._copies().ask_copy()),
            Command("share-copy", self.tr("Kopie om te de&len…"), lambda: self._copies().ask_share()),
            Command(
                "remove-map",
                self.tr("Kaart ver&wijderen"),
                lambda: map_operations.remove(self.session, self.session.map_id),
                enabled=lambda: len(self.session.graph.maps) > 1,
                needs=self.tr("Dit is de enige kaart. Voeg eerst een andere toe."),
            ),
            Command("erase-history", self.tr("Gesc&hiedenis wissen…"), lambda: self._copies().ask_erase()),
        )

    @override
    def panels(self) -> Iterable[Panel]:
        return (Panel("history", self.tr("Geschiedenis"), self._panel, opens=False),)

    def _panel(self) -> QWidget:
        from gvkaart.ui.history.panel import HistoryPanel

        panel = HistoryPanel(self.session)
        panel.look_wanted.connect(self._look)
        panel.copy_wanted.connect(self._copy)
        panel.comparison_wanted.connect(self._compare)
        panel.version_wanted.connect(lambda: self._copies().ask_version())
        panel.went.connect(self._offer_return)
        return panel

    def _copies(self) -> "Copies":
        from gvkaart.ui.history.copies import Copies

        return Copies(self.session, self.window.keeper, self.window)

    # --- what a removal took along ------------------------------------------------------------------------------------

    def _follow(self, changes: ChangeSet) -> None:
        """Say what went, when somebody removed it: what an undo takes away was added by what it undoes."""
        self.notice.hide()
        if self.session.document.redo_step is None and (sentence := farewell(changes, self.session.words)):
            undo = self.window.commands.known["undo"]
            keys = self.window.commands["undo"].shortcut().toString()
            told = self.tr("%1 Ongedaan maken: %2").replace("%2", keys).replace("%1", sentence)
            self.notice.offer(told, undo.plain, self.session.undo)

    def _offer_return(self, step: int) -> None:
        told = self.tr("U kijkt nu naar een ander moment. Wat u sindsdien deed, is niet weg.")
        words = self.tr("Terug naar waar u was")
        # When all that follows the change has been told: that hides what was said before.
        QTimer.singleShot(0, self, lambda: self.notice.offer(told, words, lambda: self.session.go_to(step)))

    # --- moments ------------------------------------------------------------------------------------------------------

    def _named(self, moment: "Moment") -> str:
        from gvkaart.ui.history.naming import step_name
        from gvkaart.ui.history.times import moment_words

        words = self.session.words
        return f"{moment_words(moment.op.time, words.language)} ({step_name(moment.op, words)})"

    def _graph_at(self, moment: "Moment") -> Graph | None:
        from gvkaart.store.past import graph_at

        try:
            return graph_at(self.session.document, moment.op.id)
        except GvkaartError as error:
            self.session.problem.emit(self.session.words.error(error))
            return None

    def _look(self, moment: "Moment") -> None:
        from gvkaart.ui.history.past_view import PastView

        graph = self._graph_at(moment)
        if graph is None:
            return
        heading = self.tr("Zo was het: %1").replace("%1", self._named(moment))
        map_view = self.window.map_view
        view = PastView(
            heading, graph, self.session.map_id, map_view.centres, self.session.words, map_view.theme, self.window
        )
        view.copy_wanted.connect(lambda: self._copy(moment))
        view.comparison_wanted.connect(lambda: self._compare(moment, None))
        view.show()

    def _copy(self, moment: "Moment") -> None:
        from gvkaart.ui.history.naming import step_name

        title = step_name(moment.op, self.session.words)
        self.window.desk.open_made(lambda: self.session.document.restored(moment.op.id, title))

    def _compare(self, earlier: "Moment", later: "Moment | None") -> None:
        from gvkaart.domain.comparison import compare
        from gvkaart.domain.disclosure import disclosed
        from gvkaart.ui.history.comparison_dialog import ComparisonDialog
        from gvkaart.ui.history.telling import told

        before = self._graph_at(earlier)
        after = self.session.graph if later is None else self._graph_at(later)
        if before is None or after is None:
            return
        until = self.tr("nu") if later is None else self._named(later)
        heading = self.tr("Eerst: %1\nDaarna: %2").replace("%2", until).replace("%1", self._named(earlier))
        words = self.session.words
        dialog = ComparisonDialog(
            heading,
            told(compare(before, after), words),
            lambda: told(compare(disclosed(before), disclosed(after)), words),
            self.window,
        )
        dialog.node_chosen.connect(self._show_node)
        dialog.show()

    def _show_node(self, node: str) -> None:
        if node in self.session.graph.nodes:
            self.window.go_to(NodeId(node))

    # --- dialogs ------------------------------------------------------------------------------------------------------

    def _show_item(self) -> None:
        from gvkaart.ui.history.item_history import show_item_history

        show_item_history(self.session, self.session.selection[0], self.window)

    def _show_backups(self) -> None:
        from gvkaart.ui.history.backups_dialog import BackupsDialog

        BackupsDialog(self.window.desk, self.session, self.window).exec()
