"""Views: what can stand in the middle of the window, one at a time: the map, tables, sources…

A view is made when it is first looked at. The rail (`gvkaart.ui.rail`) chooses between them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from gvkaart.ui.rail import Rail

_WHOLE: Final = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
_NO_ROOM: Final = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
"""How much room a view takes that is looked at, and one that is not."""


@dataclass(frozen=True, slots=True)
class View:
    """One way to look at the case.

    Attributes:
        name: by which the window knows it; it is also the object name of what is made.
        title: what stands on its tab.
        icon: the name of its icon.
        make: makes it.
        begins_group: whether its tab stands apart from the one before it.
    """

    name: str
    title: str
    icon: str
    make: Callable[[], QWidget]
    begins_group: bool = False


class Views(QWidget):
    """The middle of the window.

    Attributes:
        rail: the tabs to choose a view by; whoever makes the window places them.
    """

    shown = Signal(str)
    """Another view is looked at: its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without views."""
        super().__init__(parent)
        self._views: list[View] = []
        self._made: dict[str, QWidget] = {}
        self.rail = Rail()
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        self.rail.currentChanged.connect(self._show_row)

    @property
    def known(self) -> tuple[View, ...]:
        """The views, in the order of their tabs."""
        return tuple(self._views)

    @property
    def current(self) -> str:
        """The name of the view that is looked at."""
        return self._views[self.rail.currentIndex()].name

    def add(self, view: View) -> None:
        """Add a view after the others; the first is looked at at once."""
        self._views.append(view)
        self.rail.add(view.icon, view.title, begins_group=view.begins_group)

    def explain(self, name: str, tip: str) -> None:
        """Show a text for who points at the tab of a view."""
        self.rail.setTabToolTip([view.name for view in self._views].index(name), tip)

    def show_view(self, name: str) -> QWidget:
        """Look at a view, with the keyboard in it, and return it."""
        self.rail.setCurrentIndex([view.name for view in self._views].index(name))
        content = self.content(name)
        content.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return content

    def content(self, name: str) -> QWidget:
        """Return a view; it is made now when nobody looked at it before."""
        if name not in self._made:
            (view,) = (view for view in self._views if view.name == name)
            content = self._made[name] = view.make()
            self._stack.addWidget(content)
        return self._made[name]

    def _show_row(self, row: int) -> None:
        name = self._views[row].name
        focus: QWidget | None = self.window().focusWidget()  # the stub does not know that there may be none
        leaves = focus is not None and self._stack.isAncestorOf(focus)
        content = self.content(name)
        for one in self._made.values():  # else the window would stay as wide as the widest view of all
            one.setSizePolicy(_WHOLE if one is content else _NO_ROOM)
        self._stack.setCurrentWidget(content)
        if leaves:  # where a view begins: Qt would choose whatever comes first in it
            content.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit(name)
