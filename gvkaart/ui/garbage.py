"""Python's search for objects that only hold each other, done in the window's thread, between two events.

Python searches by itself wherever an object is made: in a worker's thread too, and halfway an event. What it then finds
may belong to Qt, which must be thrown away by the thread that made it, and not while Qt is using it: that ends the
program now and then, far from the cause. So Python's own search is off as soon as there is a `Collector`.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

ENOUGH: Final = 50_000
"""New objects after which the new ones are searched; that takes 20 ms."""
MANY: Final = 20
"""Searches of new objects after which all objects are searched: up to 0.2 s with a map of 10,000 items."""
_LOOK_MS: Final = 1000
_SOON_MS: Final = 3000
"""When what was closed has gone from the screen, and what Qt throws away later has gone too."""


class Collector(QObject):
    """Looks each second whether there is enough to search; searches all of it when nobody feels that."""

    def __init__(self, app: QGuiApplication) -> None:
        """Begin, and end Python's own search."""
        super().__init__()
        self._searched = 0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.search_all)
        app.applicationStateChanged.connect(self.follow)
        gc.disable()

    def look(self) -> None:
        """Search what is new, if that is enough; now and then everything."""
        if gc.get_count()[0] < ENOUGH:
            return
        self._searched += 1
        if self._searched >= MANY:
            self.search_all()
        else:
            gc.collect(1)

    def search_soon(self) -> None:
        """Search everything in a while: something large was closed, like a window on a document."""
        self._soon.start()

    def search_all(self) -> None:
        """Search everything."""
        self._searched = 0
        gc.collect()

    def follow(self, state: Qt.ApplicationState) -> None:
        """Search everything when the user goes to another program, unless hardly anything was done since."""
        if state != Qt.ApplicationState.ApplicationActive and self._searched:
            self.search_all()
