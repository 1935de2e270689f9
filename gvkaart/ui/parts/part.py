"""A part of the window: commands, panels and views that belong together, in a module of their own."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gvkaart.ui.commands import Command
from gvkaart.ui.panels import Panel
from gvkaart.ui.session import Session
from gvkaart.ui.views import View

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow


class Part(QObject):
    """What one piece of the workbench adds to a window.

    Parts are made while the window is: what costs time is imported and made in the functions they hand out.
    """

    def __init__(self, window: "MainWindow") -> None:
        """Belong to a window, of which session, map and bars exist already."""
        super().__init__(window)
        self.window = window

    @property
    def session(self) -> Session:
        """The session of the window."""
        return self.window.session

    def commands(self) -> Iterable[Command]:
        """Return the commands of this part; every name must stand in a menu (`gvkaart.ui.menus.MENUS`)."""
        return ()

    def panels(self) -> Iterable[Panel]:
        """Return the panels of this part."""
        return ()

    def views(self) -> Iterable[View]:
        """Return the views of this part."""
        return ()

    def refresh(self) -> None:
        """Follow the document, the selection or the view on it; most parts have nothing to follow."""
