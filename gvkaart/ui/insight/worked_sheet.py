"""A reading of the map that takes long: worked out in the background when somebody looks at it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from gvkaart.domain.derived import CaseView
from gvkaart.ui.background import Background
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.meanings_view import MeaningsView
from gvkaart.ui.labels import plain_label

_T = TypeVar("_T")


class Reading(Generic[_T]):
    """What was read of a map, in a worker."""

    def __init__(self, read: Callable[[CaseView], _T]) -> None:
        """Read with `read`, which must not touch anything of a window."""
        self._read = read
        self._answer: _T | None = None
        self._arrived: Callable[[], None] = _ignore
        self._background: Background[_T] = Background(self._take, _fail)
        self.forget, self.close = self._background.drop, self._background.close

    @property
    def busy(self) -> bool:
        """Whether it is being read."""
        return self._background.busy

    def begin(self, view: CaseView, arrived: Callable[[], None]) -> None:
        """Read a map, and say when that is done; what was being read of an earlier one is of no use."""
        self._arrived = arrived
        self._background.run(lambda: self._read(view))

    def of(self, view: CaseView, now: CaseView) -> _T:
        """Return what was read of the map as it is now; of another, such as one without private items, read it now."""
        return self._answer if view is now and self._answer is not None else self._read(view)

    def _take(self, answer: _T) -> None:
        self._answer = answer
        self._arrived()


class WorkedSheet(QStackedWidget):
    """Content that is shown as soon as it was read; until it was for the first time, it says that it is being read.

    Attributes:
        content: what is shown.
    """

    def __init__(
        self,
        content: GridView | MeaningsView,
        wait: str,
        begin: Callable[[Callable[[], None]], None],
        arrived: Callable[[], None],
    ) -> None:
        """Show content.

        Args:
            content: what is shown.
            wait: what is said until it is.
            begin: begins to read the map, and calls what it is given when that is done.
            arrived: shows in the content what was read.
        """
        super().__init__()
        self.content = content
        self._begin, self._show_read = begin, arrived
        self.setAccessibleName(content.accessibleName())
        self.search, self.copy_all = content.search, content.copy_all
        waiting = plain_label(wait)
        waiting.setMargin(12)
        self.addWidget(waiting)
        self.addWidget(content)

    @property
    def is_read(self) -> bool:
        """Whether there is something to look at."""
        return self.currentWidget() is self.content

    @property
    def stop(self) -> QWidget:
        """What gets the keyboard in it."""
        return self.content.list if isinstance(self.content, MeaningsView) else self.content

    def load(self) -> None:
        """Read the map anew."""
        self._begin(self._arrive)

    def _arrive(self) -> None:
        self.setCurrentWidget(self.content)
        self._show_read()


def _ignore() -> None:
    """Do nothing with what was read before anybody asked."""


def _fail(error: BaseException) -> None:
    raise error
