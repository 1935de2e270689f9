"""The keyboard: every command by name, and the keys that belong to them."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.ui.palette import Palette


class KeysPart(Part):
    """The command palette and the dialog with all shortcuts."""

    @override
    def commands(self) -> Iterable[Command]:
        return (
            Command("palette", self.tr("Opdracht &zoeken…"), self._begin, "Ctrl+K", "search"),
            Command("shortcuts", self.tr("&Sneltoetsen…"), self._show_shortcuts),
        )

    @cached_property
    def _palette(self) -> "Palette":
        from gvkaart.ui.palette import Palette
        from gvkaart.ui.palette_languages import other_words

        commands = self.window.commands
        others = other_words(commands.known.values(), self.session.words.language)
        return Palette(commands, others, self.window)

    def _begin(self) -> None:
        self._palette.begin()

    def _show_shortcuts(self) -> None:
        from gvkaart.ui.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.window.commands, self.window.desk, self.window).exec()
