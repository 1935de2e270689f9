"""Finding one's way: the manual, and what the program is."""

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
            Command("help", self.tr("&Uitleg"), partial(desk.show_help, window), Key.HelpContents, "help"),
            Command("about", self.tr("&Over gvkaart"), partial(desk.show_about, window)),
        )
