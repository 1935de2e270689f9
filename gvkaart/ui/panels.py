"""Panels: what stands beside the map, each in a dock that can be closed. Each is made when it is first looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QVBoxLayout, QWidget

LEFT: Final = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea
_WIDTHS: Final = {LEFT: 230, RIGHT: 376}
_MAP_NEEDS: Final = 360
"""So wide the map is at least when a window opens, in pixels."""
_NARROWEST: Final = {LEFT: 115, RIGHT: 300}


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel.

    Attributes:
        name: the dock is called ``<name>-dock``; it never changes, because the remembered layout hangs on it.
        title: what stands on its tab.
        make: makes what is in it.
        area: at which side of the map it begins.
        opens: whether it is there from the start.
        below: it stands under the others at its side, instead of behind them.
    """

    name: str
    title: str
    make: Callable[[], QWidget]
    area: Qt.DockWidgetArea = RIGHT
    opens: bool = True
    below: bool = False


class Panels(QObject):
    """The panels of one window."""

    def __init__(self, window: QMainWindow) -> None:
        """Begin without panels."""
        super().__init__(window)
        self._window = window
        self._panels: dict[str, Panel] = {}
        self._columns: dict[str, QVBoxLayout] = {}
        self._made: dict[str, QWidget] = {}
        self._held = True
        self.docks: dict[str, QDockWidget] = {}
        window.setTabPosition(RIGHT, QTabWidget.TabPosition.North)

    def add(self, panel: Panel) -> None:
        """Give a panel its dock; panels at one side stand behind each other, with the first in front."""
        window = self._window
        dock = QDockWidget(panel.title, window)
        dock.setObjectName(f"{panel.name}-dock")
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setTitleBarWidget(QWidget())  # tabs and menu name it; a bar of its own would only take room
        frame = QWidget()
        frame.setMinimumWidth(_NARROWEST[panel.area])
        column = self._columns[panel.name] = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        dock.setWidget(frame)
        dock.visibilityChanged.connect(partial(self._follow, panel.name))
        beside = [
            self.docks[name]
            for name, other in self._panels.items()
            if (other.area, other.below) == (panel.area, panel.below)
        ]
        window.addDockWidget(panel.area, dock)
        if beside:
            window.tabifyDockWidget(beside[-1], dock)
        dock.setVisible(panel.opens)
        self._panels[panel.name], self.docks[panel.name] = panel, dock

    def arrange(self) -> None:
        """Put the first panel of each side in front, as wide as it should be."""
        firsts = {panel.area: name for name, panel in reversed(self._panels.items()) if panel.opens}
        for name in firsts.values():
            self.docks[name].raise_()
        docks = [self.docks[name] for name in firsts.values()]
        self._window.resizeDocks(docks, [_WIDTHS[area] for area in firsts], Qt.Orientation.Horizontal)

    def leave_room(self, width: int) -> None:
        """Close panels that would squeeze the map in a window of this width, as at 200 %: the left ones first.

        They are opened again by command; nothing else closes them.
        """
        for area in (LEFT, RIGHT):
            open_sides = {panel.area for name, panel in self._panels.items() if self.is_open(name)}
            if width - sum(_WIDTHS[side] for side in open_sides) >= _MAP_NEEDS:
                return
            for name, panel in self._panels.items():
                if panel.area == area:
                    self.docks[name].hide()

    @property
    def known(self) -> tuple[Panel, ...]:
        """The panels, in the order in which they were added."""
        return tuple(self._panels.values())

    def is_open(self, name: str) -> bool:
        """Tell whether a panel is there, in front or behind another."""
        return not self.docks[name].isHidden()

    def toggle(self, name: str) -> None:
        """Bring a panel to the front, or close it when it is there."""
        if self.is_open(name):
            self.docks[name].hide()
        else:
            self.show(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def release(self) -> list[str]:
        """From now on panels may be made, for the map is painted; return those in sight, which are to be made now."""
        self._held = False
        for tabs in self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            tabs.setAccessibleName(self.tr("Panelen"))
        return [name for name, dock in self.docks.items() if not dock.visibleRegion().isEmpty()]

    def content(self, name: str) -> QWidget:
        """Return what is in a panel; it is made now when nobody looked at it before."""
        if name not in self._made:
            content = self._made[name] = self._panels[name].make()
            self._columns[name].addWidget(content)
        return self._made[name]

    def show(self, name: str) -> QWidget:
        """Bring a panel to the front and return what is in it."""
        content = self.content(name)
        self.docks[name].show()
        self.docks[name].raise_()
        return content

    def _follow(self, name: str, visible: bool) -> None:
        """Make a panel that comes into view.

        What lies under another tab is only moved aside by Qt, and the Tab key would still go there: so it is hidden.
        """
        if visible and not self._held:
            self.content(name)
        if name in self._made:
            self._made[name].setVisible(visible)
