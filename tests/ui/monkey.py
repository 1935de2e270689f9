"""A monkey at the keyboard and the mouse, in all windows of the program.

It goes by what is seen: it clicks where something lies, types where the keyboard is and chooses from menus by arrow
keys. It never asks Qt for lists of its own inner objects (`findChildren`, `QMenu.actions`): PySide ties everything in
such a list to whoever was asked, and once Qt throws that one away, actions and widgets of the program that are alive
and well may count as deleted.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTabBar, QWidget

from gvkaart.app import Program
from gvkaart.ui.main_window import MainWindow

TEXTS: Final = ("a", "<b>", "&", "é", "👩", "\u202e", "\x00", " ", "Gemeente", "'", '"', "%1", "1", "{x}", "=")
PASTED: Final = (
    "Eén regel",
    "Gemeente\n  wil: sneller helpen\n    want: mensen wachten te lang\nCorporatie\n",
    "Naam\tSoort\tTekst\nPartij X\tpartij\tiets\n<b>vet</b>\t\t=1+1\n",
    "- a\n- b\n  - c\n",
    "\x00\u202e%1 {title}\n\n\n",
    "x" * 5000,
)
_Key = Qt.Key
KEYS: Final = (
    *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Escape, _Key.Key_F2, _Key.Key_Delete, _Key.Key_F10),
    *(_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Backspace, _Key.Key_Space, _Key.Key_F6),
    *(_Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Insert, _Key.Key_Menu, _Key.Key_Plus),
)
_Modifier = Qt.KeyboardModifier
_MODIFIERS: Final = (
    *(_Modifier.NoModifier,) * 6,
    *(_Modifier.ShiftModifier, _Modifier.ControlModifier, _Modifier.AltModifier),
    _Modifier.ControlModifier | _Modifier.ShiftModifier,
)
LEFT_ALONE: Final = {"quit"}
"""Ends the program."""
IN_A_GRID: Final = (
    *(_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right) * 2,
    *(_Key.Key_Return, _Key.Key_F2, _Key.Key_Space, _Key.Key_C, _Key.Key_Home, _Key.Key_End, _Key.Key_Plus),
)
"""Keys with a meaning in the views that read the map; C with Ctrl copies."""
_EDGE: Final = 100
"""Pixels at the top of a view, and at its bottom, in which its buttons stand."""
_MOST_WINDOWS: Final = 3
_STUCK: Final = 40
"""Looks, of 25 ms, after which something waits for a person: a menu, or a text that is being dragged."""


class Monkey:
    """Does one random thing after another; `events` counts what it sent, `log` names what it did."""

    def __init__(self, program: Program, path: Path, chance: random.Random) -> None:
        """Begin in the windows of a program; `path` is opened again when the last window closed."""
        self.program, self.path, self.chance = program, path, chance
        self.log: list[str] = []
        self.events = self._looks = 0
        self._deeds: list[Callable[[], None]] = [
            *(self.command, self.key, self.text, self.click) * 6,
            *(self.drag, self.wheel, self.hover, self.select) * 3,
            *(self.visit, self.work_in_view, self.work_in_view) * 3,
            *(self.look_elsewhere, self.paste, self.drop, self.step_in_history, self.sift) * 1,
            self.resize,
        ]
        self._watch = QTimer(interval=25)
        self._watch.timeout.connect(self._free)
        self._watch.start()

    @property
    def window(self) -> MainWindow:
        """The window it is in: the one in front, or else any."""
        front = QApplication.activeWindow()
        if isinstance(front, MainWindow) and front in self.program.windows:
            return front
        return self.program.windows[-1]

    def step(self) -> None:
        """Do one thing, and choose from the menu that it opened."""
        self._looks = 0
        while len(self.program.windows) > _MOST_WINDOWS:
            self.program.windows[0].close()
        if not self.program.windows:
            assert self.program.open(self.path)
        if self.chance.random() < 0.01:
            self.chance.choice(self.program.windows).activateWindow()
        deed = self.chance.choice(self._deeds)
        self.log.append(deed.__name__)
        deed()
        if self.chance.random() < 0.5:  # people are faster than painting, now and then
            QApplication.processEvents()
        if isinstance(QApplication.activePopupWidget(), QMenu):
            self._choose()
        self._close_popups()

    def _close_popups(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def _choose(self) -> None:
        """Walk through a menu by keys, into menus inside it, and sometimes take what is there."""
        ways = (_Key.Key_Down, _Key.Key_Up, _Key.Key_Right)
        for _ in range(self.chance.randrange(12)):
            self._send(self.chance.choice(ways))
        # What ends the program is named in no menu but that of the file; its key is left alone as well.
        last = _Key.Key_Return if self.chance.random() < 0.6 else _Key.Key_Escape
        self.log.append(f"menu {last.name}")
        self._send(last)
        QApplication.processEvents()

    def answer(self, dialog: QWidget) -> None:
        """Deal with a dialog by keys: go around in it, type, press, and then agree or leave."""
        for _ in range(self.chance.randrange(8)):
            self._send(_Key.Key_Tab)
            if self.chance.random() < 0.4:
                self._send(_Key.Key_unknown, self.chance.choice(TEXTS))
            elif self.chance.random() < 0.2:
                self._send(self.chance.choice((_Key.Key_Space, _Key.Key_Down)))
        if isinstance(dialog, QDialog) and dialog.isVisible() and self.chance.random() < 0.6:
            dialog.accept()
        if dialog.isVisible():
            dialog.close()

    def _free(self) -> None:
        """End what waits for a person, in an event loop of its own: a drag of text, a menu."""
        self._looks += 1
        if self._looks > _STUCK:
            self._looks = 0
            self.log.append("freed")
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            else:
                self._send(_Key.Key_Escape)

    # --- deeds --------------------------------------------------------------------------------------------------------

    def command(self) -> None:
        """Choose any command that can be done now."""
        names = sorted(self.window.commands.all.keys() - LEFT_ALONE)
        name = self.chance.choice(names)
        self.log.append(name)
        action = self.window.commands[name]
        if action.isEnabled():
            self.events += 1
            action.trigger()

    def key(self) -> None:
        """Press a key with a meaning."""
        self._send(self.chance.choice(KEYS), "", self.chance.choice(_MODIFIERS))

    def text(self) -> None:
        """Type something."""
        for _ in range(self.chance.randrange(1, 4)):
            self._send(_Key.Key_unknown, self.chance.choice(TEXTS))

    def _send(self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = _Modifier.NoModifier) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            focused = QApplication.activePopupWidget() or QApplication.focusWidget() or self._canvas()
            self.events += 1
            if focused is not None:
                QApplication.sendEvent(focused, QKeyEvent(kind, key, modifiers, text))

    def _canvas(self) -> QWidget | None:
        return self.window.map_view.canvas if self.program.windows else None

    def _somewhere(self) -> tuple[QWidget, QPointF]:
        """Return what lies at a random place: half the time the map when it is in view, else anything in the window."""
        canvas = self.window.map_view.canvas
        widget: QWidget | None = canvas
        if not canvas.isVisible() or self.chance.random() < 0.6:
            inside = self.window.rect()
            at = QPoint(self.chance.randrange(inside.width()), self.chance.randrange(inside.height()))
            widget = self.window.childAt(at)
        if widget is None or not widget.isEnabled():
            widget = canvas
        return widget, self._place_in(widget)

    def _place_in(self, widget: QWidget) -> QPointF:
        nodes = list(self.window.map_view.canvas.content.nodes.values())
        if widget is self.window.map_view.canvas and nodes and self.chance.random() < 0.5:
            left, top, width, height = widget.view.rect_to_widget(self.chance.choice(nodes).bounds)
            return QPointF(left + width * self.chance.random(), top + height * self.chance.random())
        return QPointF(self.chance.randrange(max(widget.width(), 1)), self.chance.randrange(max(widget.height(), 1)))

    def _mouse(
        self,
        widget: QWidget,
        kind: QEvent.Type,
        at: QPointF,
        button: Qt.MouseButton,
        modifiers: Qt.KeyboardModifier = _Modifier.NoModifier,
    ) -> None:
        everywhere = QPointF(widget.mapToGlobal(at.toPoint()))
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        self.events += 1
        QApplication.sendEvent(widget, QMouseEvent(kind, at, everywhere, pressed, held, modifiers))

    def click(self) -> None:
        """Click once or twice, left or right, on whatever lies there."""
        widget, at = self._somewhere()
        self.log.append(f"{type(widget).__name__} {widget.objectName()}")
        button = self.chance.choice((Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton,))
        modifiers = self.chance.choice(_MODIFIERS)
        kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if self.chance.random() < 0.2:
            kinds += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
        for kind in kinds:
            if not _is_there(widget):
                return
            self._mouse(widget, kind, at, button, modifiers)
        if button == Qt.MouseButton.RightButton and _is_there(widget):
            self._menu(widget, at)

    def _menu(self, widget: QWidget, at: QPointF) -> None:
        """Ask for the context menu, as the platform does after a right click."""
        from PySide6.QtGui import QContextMenuEvent

        everywhere = widget.mapToGlobal(at.toPoint())
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at.toPoint(), everywhere)
        self.events += 1
        QApplication.sendEvent(widget, event)

    def drag(self) -> None:
        """Drag over the map, sometimes leaving it half way by Esc."""
        canvas = self.window.map_view.canvas
        button = self.chance.choice((Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.MiddleButton,))
        modifiers = self.chance.choice(_MODIFIERS)
        points = [self._place_in(canvas) for _ in range(self.chance.randrange(2, 20))]
        self._mouse(canvas, QEvent.Type.MouseButtonPress, points[0], button, modifiers)
        for point in points[1:]:
            self._mouse(canvas, QEvent.Type.MouseMove, point, button, modifiers)
            if self.chance.random() < 0.02:
                self._send(_Key.Key_Escape)
            if self.chance.random() < 0.1:
                QApplication.processEvents()
        self._mouse(canvas, QEvent.Type.MouseButtonRelease, points[-1], button, modifiers)

    def hover(self) -> None:
        """Move the mouse over whatever lies there, with no button held."""
        widget, at = self._somewhere()
        for _ in range(self.chance.randrange(4, 30)):
            self._mouse(widget, QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
            at = at + QPointF(self.chance.randrange(-40, 41), self.chance.randrange(-40, 41))

    def wheel(self) -> None:
        """Turn the wheel over whatever lies there."""
        widget, at = self._somewhere()
        everywhere = QPointF(widget.mapToGlobal(at.toPoint()))
        turn = QPoint(self.chance.choice((0, 0, 120)), self.chance.choice((-360, -120, 15, 120, 240)))
        held, modifiers, phase = Qt.MouseButton.NoButton, self.chance.choice(_MODIFIERS), Qt.ScrollPhase.NoScrollPhase
        self.events += 1
        QApplication.sendEvent(widget, QWheelEvent(at, everywhere, QPoint(), turn, held, modifiers, phase, False))

    def select(self) -> None:
        """Select a few items, wherever they stand."""
        nodes = list(self.window.session.graph.nodes)
        self.window.session.select(self.chance.sample(nodes, min(len(nodes), self.chance.randrange(4))))

    def look_elsewhere(self) -> None:
        """Look at another map, round or view."""
        window, session = self.window, self.window.session
        match self.chance.randrange(3):
            case 0 if session.graph.maps:
                session.look_at_map(self.chance.choice(list(session.graph.maps)))
            case 1:
                rounds = [None, *(one.id for one in session.graph.rounds_of(session.map_id))]
                session.look_at_round(self.chance.choice(rounds))
            case _:
                window.views.show_view(self.chance.choice([view.name for view in window.views.known]))

    def visit(self) -> None:
        """Go to a view by its command, read it, and work in it for a while."""
        name = self.chance.choice([view.name for view in self.window.views.known])
        self.log.append(f"view-{name}")
        self.window.commands[f"view-{name}"].trigger()
        self.events += 1
        if self.chance.random() < 0.7:  # a view reads the map a moment after it is seen
            QApplication.processEvents()
        for _ in range(self.chance.randrange(6)):
            self.work_in_view()
            if isinstance(QApplication.activePopupWidget(), QMenu):
                self._choose()
            self._close_popups()

    def work_in_view(self) -> None:
        """Click on something in the view that is looked at, or use the keys that mean something there."""
        if not self.program.windows:
            return
        views = self.window.views
        view = views.content(views.current)
        if not view.isVisible():
            return
        if self.chance.random() < 0.4:
            for _ in range(self.chance.randrange(1, 5)):
                modifiers = self.chance.choice(_MODIFIERS)
                self._send(self.chance.choice(IN_A_GRID), "", modifiers)
            return
        widget, at = self._deep_in(view)
        self.log.append(f"{views.current}: {type(widget).__name__} {widget.objectName()}")
        presses = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if self.chance.random() < 0.3:
            presses += [QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease]
        for kind in presses:
            if _is_there(widget):
                self._mouse(widget, kind, at, Qt.MouseButton.LeftButton)
        if self.chance.random() < 0.2 and _is_there(widget):
            self._menu(widget, at)

    def _deep_in(self, view: QWidget) -> tuple[QWidget, QPointF]:
        """Return what lies in a view at a random place, often among its buttons and tabs."""
        width, height = max(view.width(), 1), max(view.height(), 1)
        low, high = self.chance.choice(((0, height), (0, height), (0, _EDGE), (height - _EDGE, height)))
        at = QPoint(self.chance.randrange(width), max(0, self.chance.randrange(low, max(high, low + 1))))
        widget = view.childAt(at) or view
        inside = widget.mapFrom(view, at)
        if isinstance(widget, QTabBar) and widget.count():
            inside = widget.tabRect(self.chance.randrange(widget.count())).center()
        return widget, QPointF(inside)

    def sift(self) -> None:
        """Choose by keys which findings are listed."""
        self.window.panels.show("findings")
        families = self.window.findings_panel._families
        if families.isVisible():
            families.setFocus()
            for _ in range(self.chance.randrange(1, 6)):
                self._send(self.chance.choice((_Key.Key_Down, _Key.Key_Up, _Key.Key_End, _Key.Key_Space)))

    def paste(self) -> None:
        """Paste what another program left on the clipboard."""
        QApplication.clipboard().setText(self.chance.choice(PASTED))
        action = self.window.commands["paste"]
        self.events += 1
        if action.isEnabled():
            action.trigger()

    def drop(self) -> None:
        """Drop text or files from elsewhere on whatever lies there."""
        widget, at = self._somewhere()
        data = QMimeData()
        data.setText(self.chance.choice(PASTED))
        if self.chance.random() < 0.5:
            data.setUrls([QUrl.fromLocalFile(str(self.path)), QUrl("https://example.org/x")])
        actions, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        entered = QDragEnterEvent(at.toPoint(), actions, data, left, _Modifier.NoModifier)
        QApplication.sendEvent(widget, entered)
        self.events += 2
        if entered.isAccepted() and _is_there(widget):
            QApplication.sendEvent(widget, QDropEvent(at, actions, data, left, _Modifier.NoModifier))

    def step_in_history(self) -> None:
        """Jump to a moment in the history."""
        session = self.window.session
        steps = session.document.steps(20)
        self.events += 1
        if steps:
            session.go_to(self.chance.choice(steps).id)

    def resize(self) -> None:
        """Make the window larger or smaller."""
        self.events += 1
        self.window.resize(self.chance.randrange(400, 1600), self.chance.randrange(300, 1000))


def _is_there(widget: QWidget) -> bool:
    """Tell whether a widget survived what was done to it."""
    from shiboken6 import isValid

    return isValid(widget) and widget.isVisible()
