"""Work beside the window: one job at a time per kind of job, and only the newest answer counts."""

import sys
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_T = TypeVar("_T")

TURN: Final = 0.0005
"""Seconds that a worker may keep the interpreter when the window wants it. A window asks for it many times in the time
of one picture: at Python's own five milliseconds each, a large map stood still for a fifth of a second while the checks
ran, with this for under a twentieth."""

sys.setswitchinterval(TURN)


class _Carrier(QObject):
    """Brings an answer from the worker's thread to the window's."""

    arrived = Signal(int, object)


def _announce(carrier: _Carrier, number: int, future: "Future[_T]") -> None:
    """Send an answer; the job holds nothing of the window but this, and no ring that only a search would find."""
    if not future.cancelled():
        carrier.arrived.emit(number, future)


class Background(Generic[_T]):
    """Runs jobs of one kind in a worker thread; asking again makes the earlier answer void.

    A job works on an immutable snapshot and touches nothing of Qt.
    """

    def __init__(self, done: Callable[[_T], None], failed: Callable[[BaseException], None]) -> None:
        """Give answers to `done` and exceptions to `failed`, both called in the window's thread."""
        self._done, self._failed = done, failed
        self._number = 0
        self._closed = False
        self._running: Future[_T] | None = None
        self._carrier = _Carrier()
        self._carrier.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> "ThreadPoolExecutor":
        from concurrent.futures import ThreadPoolExecutor  # at the first job: no window needs one to be painted

        return ThreadPoolExecutor(max_workers=1)

    @property
    def busy(self) -> bool:
        """Whether the newest job has still to answer."""
        return self._running is not None

    def run(self, job: Callable[[], _T]) -> None:
        """Start a job, instead of one that has not begun; an answer under way will be dropped.

        After `close` nothing is started: a window may be closed before its first timer.
        """
        if self._closed:
            return
        if self._running is not None:
            self._running.cancel()
        self._number += 1
        number = self._number
        self._running = self._pool.submit(job)
        self._running.add_done_callback(partial(_announce, self._carrier, number))

    def drop(self) -> None:
        """Let go of the job under way: its answer will not be delivered."""
        self._number += 1
        self._running = None

    def close(self) -> None:
        """Wait for the job under way and take no more."""
        self._closed = True
        self.drop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deliver(self, number: int, future: "Future[_T]") -> None:
        if number != self._number:
            return
        self._running = None
        if (error := future.exception()) is not None:
            self._failed(error)
        else:
            self._done(future.result())
