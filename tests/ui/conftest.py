"""Real windows on real documents, and dialogs that are answered as a person would: by pressing their buttons."""

from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import Op
from gvkaart.store import Document, now
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.panels import Panels
from gvkaart.words import Words, load_words
from tests.case import case, node

T = TypeVar("T", bound=QObject)

Handler = Callable[[QWidget], object]


class Dialogs:
    """Answers the dialogs that appear, in the order in which the answers were given beforehand.

    A dialog that nobody expected is closed, and named in `unexpected`; the fixture fails the test then.
    """

    def __init__(self) -> None:
        self._handlers: deque[Handler] = deque()
        self._answered: list[QWidget] = []
        self.texts: list[str] = []
        self.unexpected: list[str] = []
        self.fallback: Handler | None = None
        """Deals with dialogs that nobody expected, instead of failing the test."""
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def expect(self, handler: Handler) -> None:
        """Let a function deal with the next dialog."""
        self._handlers.append(handler)

    def press(self, button: str) -> None:
        """Press the button with this object name in the next dialog."""
        self.expect(lambda dialog: child(dialog, QPushButton, button).click())

    def dismiss(self) -> None:
        """Close the next dialog, as Esc does."""
        self.expect(lambda dialog: dialog.close())

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or any(dialog is one for one in self._answered):
            return
        self._answered.append(dialog)
        self.texts.append(said(dialog))
        # Not from within the timer: a dialog that opens another one would never be answered.
        QTimer.singleShot(0, lambda: self._deal(dialog))

    def _deal(self, dialog: QWidget) -> None:
        if self._handlers:
            try:
                self._handlers.popleft()(dialog)
            except BaseException:
                dialog.close()
                raise
        elif self.fallback is not None:
            self.fallback(dialog)
        else:
            self.unexpected.append(self.texts[-1])
            dialog.close()

    def finish(self) -> None:
        self._timer.stop()
        assert not self.unexpected
        assert not self._handlers, "a dialog that was expected did not appear"


def said(dialog: QWidget) -> str:
    """Everything a message box says."""
    parts = (getattr(dialog, name, str)() for name in ("text", "informativeText", "detailedText"))
    return "\n".join((dialog.windowTitle(), *map(str, parts)))


def child(parent: QObject, kind: type[T], name: str) -> T:
    """Find what is inside a widget by its object name."""
    found = parent.findChild(kind, name)
    assert found is not None, f"no {kind.__name__} {name}"
    return found


def trigger(window: MainWindow, name: str) -> None:
    """Do what a menu item does, if it can be chosen now."""
    assert window.commands[name].isEnabled(), name
    window.commands[name].trigger()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the panels in sight are made, one each time round, and layout and checks have answered."""
    for _ in range(len(window.panels.docks) + 2):
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not is_busy(window), timeout=30_000)


def is_busy(window: MainWindow) -> bool:
    return window.checker.busy or window.map_view._arranger._background.busy


_saved: dict[str, bytes] = {}
"""Saved documents by what is in them: most tests begin with the same one, and making it takes fifty writes to disk."""


def saved_graph(graph: Graph, path: Path, folder: Path) -> Path:
    """Make a document of a graph and close it; the next one of such a graph is a copy of that file."""
    content = repr(tuple(graph.entities()))
    if content in _saved:
        path.write_bytes(_saved[content])
        return path
    document = Document.create(None, folder, now)
    document.apply(Op.IMPORT, ChangeSet(tuple(Change(None, entity) for entity in graph.entities())), "begin")
    document.save_as(path)
    document.close()
    _saved[content] = path.read_bytes()
    return path


def graph_in(path: Path, folder: Path) -> Graph:
    """Read what stands in a file, as another computer would."""
    document = Document.open(path, folder, now)
    document.close()
    return document.graph


@pytest.fixture
def words() -> Words:
    return load_words("nl")


@pytest.fixture
def dialogs() -> Iterator[Dialogs]:
    answers = Dialogs()
    yield answers
    answers.finish()


@pytest.fixture
def program(
    qapp: QApplication, data_folder: Path, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    # Without a screen Qt has one of 800 pixels, on which panels would close.
    monkeypatch.setattr(Panels, "leave_room", lambda _panels, _width: None)
    made = Program(qapp, data_folder)
    yield made
    for window in made.windows:
        leave(window)
    if made.start_screen is not None:
        made.start_screen.close()
    qapp.clipboard().clear()  # without a screen, Qt crashes at the end over what is left on it
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # Now that the windows are gone: they would all be translated and styled once more.
    for translator in made._translators:
        qapp.removeTranslator(translator)
    qapp.setStyleSheet("")
    # What stays in sight would catch the mouse of every test after this one.
    assert not [window for window in qapp.topLevelWindows() if window.isVisible()]


def leave(window: MainWindow) -> None:
    """Close a window without a question; what was not saved is thrown away."""
    window.keeper._discards = True
    window.keeper.may_close = lambda: True  # type: ignore[method-assign]  # no question at the end of a test
    window.close()


@pytest.fixture
def small() -> Graph:
    """Two parties, one of them absent, who use one word for two things."""
    return case(
        node("actor", "a", "Gemeente", presence="at_table"),
        node("actor", "b", "Ministerie"),
        node("position", "p", "Vergelijken mag niet"),
        node("interest", "i", "Fouten worden gezien", level="public"),
        node("fact", "f", "Het zijn er 60.000"),
        node("concept", "c", "Signaal"),
        "a holds p",
        "b claims f",
    )


@pytest.fixture
def path(tmp_path: Path, small: Graph) -> Path:
    """A saved document of the small case."""
    return saved_graph(small, tmp_path / "kaart.gvkaart", tmp_path / "other-pc")


@pytest.fixture
def window(program: Program, path: Path, qtbot: QtBot) -> MainWindow:
    """A window on the saved document, at rest."""
    assert program.open(path)
    settle(qtbot, program.windows[-1])
    return program.windows[-1]


@pytest.fixture
def example(program: Program, qtbot: QtBot) -> MainWindow:
    """A window on the example that comes with the program, all of it, at rest."""
    assert program.open_example("laatsignalering.yaml")
    program.windows[-1].shown.show_all()
    settle(qtbot, program.windows[-1])
    return program.windows[-1]


@pytest.fixture
def save_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Choose a file in the next dialogs that ask where to save; None is cancelling."""

    def choose(chosen: Path | None) -> None:
        answer = ("" if chosen is None else str(chosen), "")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_args, **_kwargs: answer))

    return choose


@pytest.fixture
def open_from(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Choose a file in the next dialogs that ask what to open."""

    def choose(chosen: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_args, **_kwargs: (str(chosen), "")))

    return choose


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Windows that raise themselves or unfold a list: without a screen, the platform plugin says it cannot."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
