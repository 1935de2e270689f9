"""The manual and the few words about the program itself."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gvkaart import __version__, assets
from gvkaart.ui.asking import tell
from gvkaart.ui.inspector.safe_browser import SafeBrowser

_KEYS: Final = "{sneltoetsen}"
"""Stands in the manual where the list of keys comes: that of the program itself, with what the user chose."""


def show_help(window: QWidget, language: str, keys: str, topic: str = "") -> None:  # noqa: ARG001
    """Show the manual beside the window; it stays open while one works.

    Args:
        window: beside which it comes.
        language: of the manual.
        keys: the list of keys (`gvkaart.ui.shortcuts.page`).
    """
    dialog = QDialog(window)
    dialog.setObjectName("help-window")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("help", "Uitleg bij gvkaart"))
    browser = SafeBrowser()
    browser.show_markdown(assets.resource_text(f"help/{language}/handleiding.md").replace(_KEYS, keys))
    browser.moveCursor(QTextCursor.MoveOperation.Start)  # Qt shows where it is: after the text that was put in
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(browser)
    column.addWidget(buttons)
    dialog.resize(720, 760)
    dialog.show()


def show_about(window: QWidget) -> None:
    """Say what the program is, which version, and under what licence."""
    text = QCoreApplication.translate(
        "help",
        "Versie %1. Kennisbank en argumentenkaart voor wie een gesprek over gegevensverkeer voorbereidt.\n\n"
        "Het programma maakt nooit verbinding met internet. Alles blijft op deze pc.\n\n"
        "Vrije software onder de EUPL 1.2.",
    )
    tell(window, "gvkaart", text.replace("%1", __version__))
