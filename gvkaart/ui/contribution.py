"""What a window is made of, as it sees it: commands, panels and views that somebody contributes.

The window knows no part of the workbench by name; the parts (`gvkaart.ui.parts`) know the window.
"""

from collections.abc import Iterable
from typing import Protocol

from gvkaart.ui.commands import Command
from gvkaart.ui.panels import Panel
from gvkaart.ui.views import View


class Contribution(Protocol):
    """What one part adds to a window."""

    def commands(self) -> Iterable[Command]:
        """Return the commands of this part; every name must stand in a menu (`gvkaart.ui.menus.MENUS`)."""

    def panels(self) -> Iterable[Panel]:
        """Return the panels of this part."""

    def views(self) -> Iterable[View]:
        """Return the views of this part."""

    def refresh(self) -> None:
        """Follow the document, the selection or the view on it, after the commands were dimmed or not."""
