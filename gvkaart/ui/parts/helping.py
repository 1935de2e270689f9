"""Finding one's way: the manual, the tour, the start screen, and what the program is."""

from collections.abc import Iterable
from functools import partial

from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command, Key
from gvkaart.ui.parts.part import Part


class HelpingPart(Part):
    """The help menu."""

    @override
    def commands(self) -> Iterable[Command]:
        window, desk = self.window, self.window.desk
        return (
            Command("help", self.tr("&Uitleg"), self._show_help, Key.HelpContents, "help"),
            Command("tour", self.tr("&Rondleiding"), desk.start_tour),
            Command("start-screen", self.tr("Starts&cherm"), desk.show_start),
            Command("about", self.tr("&Over gvkaart"), partial(desk.show_about, window)),
        )

    def _show_help(self) -> None:
        """Show the manual at the section about the place where the keyboard is."""
        from gvkaart.ui.help.manual import topic_at

        self.window.desk.show_help(self.window, topic_at(self.window.focusWidget()))
