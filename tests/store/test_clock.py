"""The clock of documents counts milliseconds since 1970."""

import time

from gvkaart.store import now


def test_the_clock_is_that_of_the_computer() -> None:
    before = time.time_ns() // 1_000_000
    assert before <= now() <= time.time_ns() // 1_000_000
