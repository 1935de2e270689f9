"""The maps of the document: a copy of one, and its name. Adding and removing are with the files and the history."""

from collections.abc import Iterable

from gvkaart.domain.overriding import override
from gvkaart.ui.asking import ask_line
from gvkaart.ui.commands import Command
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.parts.part import Part


class MapsPart(Part):
    """What one can do with a map as a whole."""

    @override
    def commands(self) -> Iterable[Command]:
        needs = self.tr("Maak eerst een kaart.")
        return (
            Command("copy-map", self.tr("Kaart du&pliceren…"), self._ask_copy, enabled=self._has_map, needs=needs),
            Command(
                "rename-map", self.tr("Kaartnaam wi&jzigen…"), self._ask_rename, enabled=self._has_map, needs=needs
            ),
        )

    def _has_map(self) -> bool:
        return self.session.map_id in self.session.graph.maps

    def _ask_copy(self) -> None:
        title = self.tr("%1 (kopie)").replace("%1", self.session.map_title)
        question = self.tr("Hoe heet de kopie? Op beide kaarten staan dezelfde items. Rondes gaan niet mee.")
        if title := ask_line(self.window, self.tr("Kaart dupliceren"), question, title):
            map_operations.copy(self.session, title)

    def _ask_rename(self) -> None:
        old = self.session.map_title
        if title := ask_line(self.window, self.tr("Kaartnaam wijzigen"), self.tr("Hoe heet deze kaart?"), old):
            map_operations.rename(self.session, self.session.map_id, title)
