"""Asking whether to go on: every layout does so many times a second."""

from __future__ import annotations

from collections.abc import Callable

from gvkaart.layout.model import Checkpoint, LayoutCancelled


def checkpoint_of(cancelled: Callable[[], bool]) -> Checkpoint:
    """Return what raises `LayoutCancelled` once `cancelled` says yes; asked here for the first time.

    Raises:
        LayoutCancelled: it says so at once.
    """

    def checkpoint() -> None:
        if cancelled():
            raise LayoutCancelled

    checkpoint()
    return checkpoint
