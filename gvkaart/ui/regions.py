"""The large parts of the window between which F6 goes: the view in the middle, the panels in sight, the bars."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolBar, QWidget

from gvkaart.ui.focus_chain import beside

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow


def regions(window: "MainWindow") -> list[QWidget]:
    """Return the parts that are seen now: the view first, then the panels from left to right, then the bars."""
    panels = window.panels
    seen = [panels.content(name) for name, dock in panels.docks.items() if not dock.visibleRegion().isEmpty()]
    seen.sort(key=lambda panel: panel.mapTo(window, QPoint()).toTuple())
    bars = [bar for name in ("toolbar", "rail") for bar in window.findChildren(QToolBar, name)]
    return [window.views.content(window.views.current), *seen, *bars]


def go(window: "MainWindow", steps: int) -> None:
    """Put the keyboard in another part, so many further on, where it was when one was there last."""
    parts = regions(window)
    focused = QApplication.focusWidget()
    here = next((at for at, part in enumerate(parts) if focused is not None and holds(part, focused)), -1 * (steps > 0))
    for away in range(1, len(parts) + 1):
        if _enter(parts[(here + away * steps) % len(parts)]):
            return


def holds(part: QWidget, widget: QWidget) -> bool:
    """Tell whether a widget is a part, or inside it."""
    return part is widget or part.isAncestorOf(widget)


def _enter(part: QWidget) -> bool:
    """Put the keyboard in a part; tell whether anything there takes it."""
    last: QWidget | None = part.focusWidget()  # the stub does not know that there may be none
    part.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # so that one sees where it went
    for target in (last, part, _first(part)):
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if (focused := QApplication.focusWidget()) is not None and holds(part, focused) and _takes_keys(focused):
                return True
    return False


def _first(part: QWidget) -> QWidget | None:
    """Return the first widget of a part where the Tab key goes."""
    widget = part
    while not (holds(part, widget) and _takes_keys(widget)):
        widget = beside(widget, forwards=True)
        if widget is part:
            return None
    return widget


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
