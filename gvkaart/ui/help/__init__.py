"""Help: the manual in a window beside the map, and the few words about the program itself."""

from PySide6.QtWidgets import QWidget

from gvkaart.ui.help.about import show_about
from gvkaart.ui.help.window import HelpWindow

__all__ = ["show_about", "show_help"]


def show_help(window: QWidget, language: str, keys: str, topic: str = "") -> None:
    """Show the manual beside a window; it stays open while one works, and there is one for each window.

    Args:
        window: beside which it comes.
        language: of the manual.
        keys: the list of keys (`gvkaart.ui.shortcuts.page`).
        topic: the name of the section to open it at (`gvkaart.ui.help.manual`); the beginning when empty.
    """
    shown = window.findChild(HelpWindow) or HelpWindow(window, language, keys)
    shown.show()  # before a place in it is gone to: where that is depends on how wide the text is
    shown.go_to(topic)
    shown.raise_()
    shown.activateWindow()
