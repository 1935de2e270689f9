"""Copying and pasting, and building from text."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command, Key
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow
    from gvkaart.ui.pasting.paster import Paster


class PastingPart(Part):
    """What goes over the clipboard, is dropped on the map, or is made of text."""

    def __init__(self, window: "MainWindow") -> None:
        """Let the map of a window take what is dropped on it."""
        super().__init__(window)
        from gvkaart.ui.pasting.dropping import DropTarget

        DropTarget(window.map_view.canvas, self._can_take, lambda data, at: self.paster().take(data, at))

    @cached_property
    def _made(self) -> "Paster":
        """Does the work; made when there is some."""
        from gvkaart.ui.pasting.paster import Paster

        return Paster(self.window)

    def paster(self) -> "Paster":
        """Return who does the work."""
        return self._made

    def _can_take(self, data: QMimeData) -> bool:
        return self._has_map() and self.paster().can_take(data)

    def _has_map(self) -> bool:
        return self.session.map_id in self.session.graph.maps

    @override
    def commands(self) -> Iterable[Command]:
        session = self.session
        select_first = self.tr("Selecteer eerst een item.")
        on_map = self.tr("Selecteer eerst een item op deze kaart.")
        map_first = self.tr("Maak eerst een kaart.")
        return (
            Command(
                "cut",
                self.tr("Kn&ippen"),
                lambda: self.paster().cut(),
                Key.Cut,
                enabled=lambda: bool(session.selection_on_map),
                needs=on_map,
            ),
            Command(
                "copy",
                self.tr("Kopiër&en"),
                lambda: self.paster().copy(),
                Key.Copy,
                enabled=lambda: bool(session.selection),
                needs=select_first,
            ),
            Command(
                "paste",
                self.tr("&Plakken"),
                lambda: self.paster().paste(),
                Key.Paste,
                enabled=self._has_map,
                needs=map_first,
            ),
            Command(
                "duplicate",
                self.tr("D&upliceren"),
                lambda: self.paster().duplicate(),
                "Ctrl+D",
                enabled=lambda: bool(session.selection_on_map),
                needs=on_map,
            ),
            Command(
                "from-text",
                self.tr("Uit tekst &bouwen…"),
                lambda: self.paster().ask_text(),
                "Ctrl+Shift+V",
                enabled=self._has_map,
                needs=map_first,
            ),
        )
