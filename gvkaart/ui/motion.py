"""Whether things may move on the screen: not for who asked the system, or this program, for less motion."""

from typing import Final

from PySide6.QtWidgets import QApplication

GLIDE_MS: Final = 300
"""How long something takes to go from one place to another: long enough to follow, too short to wait for."""

_BLINK_MS: Final = 1000
"""How long a cursor takes to go and come back, where the user did not ask it to stay; Qt's own default."""
_REDUCED: Final = "reduced-motion"


def set_reduced(reduced: bool) -> None:
    """Say for the whole program that nothing may move; the system may say so too."""
    if (app := QApplication.instance()) is not None:
        app.setProperty(_REDUCED, reduced)
    if isinstance(app, QApplication):
        app.setCursorFlashTime(0 if reduced else _BLINK_MS)


def is_reduced() -> bool:
    """Tell whether nothing may move: the user chose so here, or turned animations off in the system."""
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.property(_REDUCED):
        return True
    from PySide6.QtWidgets import QStyle  # a class with many enumerations: not while the program starts

    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
