"""Objects that only hold each other go in the window's thread, between two events, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.ui import garbage
from gvkaart.ui.garbage import Collector
from gvkaart.ui.main_window import MainWindow
from tests.ui.conftest import leave


class Ring:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector(qapp)
    gc.collect()
    yield made
    made._timer.stop()


def dropped() -> weakref.ref[Ring]:
    return weakref.ref(Ring())


def make_many() -> list[list[int]]:
    return [[] for _ in range(garbage.ENOUGH + 1)]


def test_a_worker_that_makes_many_objects_throws_none_away(collector: Collector) -> None:
    gone = dropped()
    worker = threading.Thread(target=make_many)
    worker.start()
    worker.join()
    assert gone() is not None


def test_it_goes_once_enough_was_made(collector: Collector, qtbot: QtBot) -> None:
    gone = dropped()
    collector.look()
    assert gone() is not None, "not enough yet"
    made = make_many()
    qtbot.waitUntil(lambda: gone() is None)
    assert len(made) > garbage.ENOUGH


def test_what_is_old_goes_after_many_searches(collector: Collector) -> None:
    ring = Ring()
    gc.collect()
    gone = weakref.ref(ring)
    del ring
    made: list[list[list[int]]] = []
    for _ in range(garbage.MANY - 1):
        made.append(make_many())
        collector.look()
        assert gone() is not None
    made.append(make_many())
    collector.look()
    assert gone() is None
    assert made


def test_what_was_closed_goes_in_a_while(collector: Collector, qtbot: QtBot) -> None:
    ring = Ring()
    gc.collect()
    gone = weakref.ref(ring)
    del ring
    collector._soon.setInterval(0)
    collector.search_soon()
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None)


def test_closing_a_window_asks_for_that(window: MainWindow, program: Program) -> None:
    assert not program._collector._soon.isActive()
    leave(window)
    assert program._collector._soon.isActive()


def test_everything_is_searched_when_the_user_leaves(collector: Collector) -> None:
    ring = Ring()
    gc.collect()
    gone = weakref.ref(ring)
    del ring
    # Not by the signal of the application: programs of other tests may still listen to that.
    collector.follow(Qt.ApplicationState.ApplicationInactive)
    assert gone() is not None, "nothing was done since the last search"
    made = make_many()
    collector.look()
    collector.follow(Qt.ApplicationState.ApplicationActive)
    assert gone() is not None, "the user came back"
    collector.follow(Qt.ApplicationState.ApplicationInactive)
    assert gone() is None
    assert made
