"""A monkey at the keyboard and the mouse: no exception, and what is in memory is what stands in the file.

The seed names the run; `GVKAART_LONG=1` makes it ten times as long and chooses another seed each time.
"""

import os
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.graph import Graph
from gvkaart.ui.main_window import MainWindow
from tests.ui.conftest import Dialogs, graph_in, saved_graph, settle

LONG = os.environ.get("GVKAART_LONG") == "1"
EVENTS = 6000 if LONG else 500
SEEDS = [time.time_ns() % 1_000_000] if LONG else [1, 2]
TEXTS = ("a", "<b>", "&", "é", "👩", "\u202e", "\x00", " ", "Gemeente", "'", '"', "%1")
KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F2, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Space),
)
LEFT_ALONE = {"quit", "close", "open", "new", "import-case", "help", "new-window"}
"""Commands that lead out of the window; other tests look after these."""


class Monkey:
    """Does one random thing after another in a window."""

    def __init__(self, window: MainWindow, chance: random.Random) -> None:
        self.window, self.chance = window, chance
        self.log: list[str] = []
        self._deeds: list[Callable[[], None]] = [
            *(self.command,) * 4,
            *(self.key, self.text) * 4,
            *(self.click, self.drag) * 3,
            self.select,
            self.resize,
        ]

    def step(self) -> None:
        deed = self.chance.choice(self._deeds)
        self.log.append(deed.__name__)
        deed()
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu) and _is_ours(popup) and popup.actions() and self.chance.random() < 0.5:
            self.log.append("menu")
            action = self.chance.choice(popup.actions())
            if action.objectName() not in LEFT_ALONE and action.menu() is None:
                action.trigger()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()

    def command(self) -> None:
        names = sorted(self.window.commands.all.keys() - LEFT_ALONE)
        action = self.window.commands[self.chance.choice(names)]
        self.log.append(action.objectName())
        if action.isEnabled():
            action.trigger()

    def key(self) -> None:
        self._press(self.chance.choice(KEYS), "")

    def text(self) -> None:
        self._press(Qt.Key.Key_unknown, self.chance.choice(TEXTS))

    def _press(self, key: Qt.Key, text: str) -> None:
        modifier = self.chance.choice((Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,))
        widget = QApplication.focusWidget() or self.window.map_view.canvas
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, text))

    def _somewhere(self) -> tuple[QWidget, QPointF]:
        widgets = [one for one in self.window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        widget = self.chance.choice([self.window.map_view.canvas] * len(widgets) + widgets)
        return widget, QPointF(
            self.chance.randrange(max(widget.width(), 1)), self.chance.randrange(max(widget.height(), 1))
        )

    def _mouse(self, widget: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        everywhere = QPointF(widget.mapToGlobal(QPoint(int(at.x()), int(at.y()))))
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
        QApplication.sendEvent(widget, QMouseEvent(kind, at, everywhere, button, held, Qt.KeyboardModifier.NoModifier))

    def click(self) -> None:
        widget, at = self._somewhere()
        self.log.append(f"{type(widget).__name__} {widget.objectName()}")
        button = self.chance.choice((Qt.MouseButton.LeftButton,) * 4 + (Qt.MouseButton.RightButton,))
        kinds = [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        if self.chance.random() < 0.2:
            kinds.append(QEvent.Type.MouseButtonDblClick)
        for kind in kinds:
            self._mouse(widget, kind, at, button)

    def drag(self) -> None:
        canvas = self.window.map_view.canvas
        points = [self._somewhere()[1] for _ in range(3)]
        self._mouse(canvas, QEvent.Type.MouseButtonPress, points[0], Qt.MouseButton.LeftButton)
        for point in points[1:]:
            self._mouse(canvas, QEvent.Type.MouseMove, point, Qt.MouseButton.LeftButton)
        self._mouse(canvas, QEvent.Type.MouseButtonRelease, points[-1], Qt.MouseButton.LeftButton)

    def select(self) -> None:
        nodes = list(self.window.session.graph.nodes)
        self.window.session.select(self.chance.sample(nodes, min(len(nodes), self.chance.randrange(4))))

    def resize(self) -> None:
        self.window.resize(self.chance.randrange(400, 1600), self.chance.randrange(300, 1000))


def _is_ours(popup: QMenu) -> bool:
    """Tell a menu of the program from that of a toolbar which does not fit.

    To look at the actions of the latter would, in PySide, tie those of the toolbar to a menu that is thrown away.
    """
    return not isinstance(popup.parent(), QToolButton)


@pytest.mark.timeout(1200 if LONG else 120)
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_breaks(
    seed: int,
    program: Program,
    dialogs: Dialogs,
    small: Graph,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chance = random.Random(seed)
    path = saved_graph(small, tmp_path / "kaart.gvkaart", tmp_path / "other-pc")
    program.open(path)
    window = program.windows[0]
    settle(qtbot, window)
    out = tmp_path / "out"
    out.mkdir()
    names = ("uit.svg", "uit.png", "uit.yaml", "uit.gvkaart", "")
    monkeypatch.setattr(
        QFileDialog,
        "getSaveFileName",
        staticmethod(lambda *_args: (str(out / name) if (name := chance.choice(names)) else "", "")),
    )

    def answer(dialog: QWidget) -> None:
        if isinstance(dialog, QDialog) and chance.random() < 0.6:
            for widget in dialog.findChildren(QWidget):
                if chance.random() < 0.3:
                    event = QKeyEvent(
                        QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, chance.choice(TEXTS)
                    )
                    QApplication.sendEvent(widget, event)
            dialog.accept()
        if dialog.isVisible():
            dialog.close()

    dialogs.fallback = answer
    monkey = Monkey(window, chance)
    for number in range(EVENTS):
        with qtbot.captureExceptions() as mistakes:
            monkey.step()
        assert not mistakes, (seed, number, monkey.log[-12:], mistakes)
    settle(qtbot, window)
    window.session.leaving.emit()
    assert set(window.session.selection) <= window.session.graph.nodes.keys()
    window.keeper.save_as(tmp_path / "einde.gvkaart")
    assert graph_in(tmp_path / "einde.gvkaart", tmp_path / "other-pc") == window.session.graph
