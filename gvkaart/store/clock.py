"""The time as documents keep it."""

import time
from collections.abc import Callable

Clock = Callable[[], int]
"""Tells the time in milliseconds since 1970 (UTC)."""


def now() -> int:
    """Return the time on this computer, in milliseconds since 1970 (UTC)."""
    return time.time_ns() // 1_000_000
