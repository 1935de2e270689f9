"""Changing the map: undo, adding, joining, renaming, removing, selecting."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gvkaart.domain.overriding import override
from gvkaart.store import Step
from gvkaart.ui.commands import Command, Key
from gvkaart.ui.history.naming import operation_words
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow


class EditingPart(Part):
    """What works on the selection, and taking it back."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.session.saved_changed.connect(self.refresh)  # also after erasing the history, which changes no item

    @override
    def commands(self) -> Iterable[Command]:
        session, window, map_view = self.session, self.window, self.window.map_view
        select_first = self.tr("Selecteer eerst een item.")
        return (
            Command("undo", self.tr("&Ongedaan maken"), session.undo, Key.Undo, "undo"),
            Command("redo", self.tr("Op&nieuw doen"), session.redo, "Ctrl+Y", "redo"),
            Command("add", self.tr("Item &toevoegen…"), window.builder.begin, "Ins; Ctrl+Return", "add"),
            Command(
                "connect",
                self.tr("&Relatie toevoegen…"),
                window.builder.begin_relation,
                "Ctrl+L",
                "link",
                enabled=lambda: len(session.selection) in (1, 2),
                needs=self.tr("Selecteer eerst een item, of twee items om te verbinden."),
            ),
            Command(
                "rename",
                self.tr("&Hernoemen"),
                window.rename,
                "F2",
                enabled=lambda: bool(session.selection),
                needs=select_first,
            ),
            Command(
                "remove",
                self.tr("&Verwijderen"),
                map_view.remove_selected,
                Key.Delete,
                "trash",
                enabled=lambda: map_view.has_selection,
                needs=self.tr("Selecteer eerst een item of een relatie."),
            ),
            Command(
                "place",
                self.tr("Op &deze kaart zetten"),
                lambda: map_operations.place(session, session.selection),
                enabled=lambda: len(session.selection_on_map) < len(session.selection),
                needs=self.tr("Selecteer eerst een item dat nog niet op deze kaart staat."),
            ),
            Command(
                "take-off",
                self.tr("Van de &kaart halen"),
                lambda: map_operations.take_off(session, session.selection_on_map),
                "Shift+Del",
                enabled=lambda: bool(session.selection_on_map),
                needs=select_first,
            ),
            Command(
                "select-all",
                self.tr("&Alles selecteren"),
                lambda: session.select(filter(window.shown.visible.__contains__, session.view.nodes)),
                Key.SelectAll,
            ),
            Command("find", self.tr("&Zoeken"), window.search_box.begin, Key.Find, "search"),
        )

    @override
    def refresh(self) -> None:
        """Say in undo and redo what they are about to take back or do again."""
        self._name_step("undo", self.session.undo_step)
        self._name_step("redo", self.session.document.redo_step)

    def _name_step(self, name: str, step: Step | None) -> None:
        commands = self.window.commands
        action, plain = commands[name], commands.known[name].words
        action.setEnabled(step is not None)
        what = operation_words(step.operation, step.detail, self.session.words) if step else ""
        action.setText(f"{plain}: {what.replace('&', '&&')}" if what else plain)
