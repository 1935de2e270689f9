"""Windows and dialogs that fit the screen, however large the letters are."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_AROUND = QSize(60, 110)
"""Room for margins, buttons and the title bar."""


def fit_to_screen(dialog: QWidget, content: QWidget, width: int) -> QSize:
    """Return a size for a dialog in which all of its scrolled content shows, or as much as the screen has room for."""
    font = dialog.fontMetrics().averageCharWidth() / 7
    wanted = QSize(round(width * font), 0)
    height = content.heightForWidth(wanted.width() - _AROUND.width()) if content.hasHeightForWidth() else -1
    wanted.setHeight(max(height, content.sizeHint().height() if height < 0 else 0) + _AROUND.height())
    return within_screen(dialog, wanted.width(), wanted.height())


def within_screen(dialog: QWidget, width: int, height: int) -> QSize:
    """Return a size that is no larger than the screen has room for: at 200 % a small screen is a very small one."""
    return QSize(width, height).boundedTo(dialog.screen().availableSize() * 0.92)
