"""What tests of documents share: a clock that is told the time, and short or long sizes."""

import os
from pathlib import Path

import pytest

from tests.store.tools import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def data_dir(data_folder: Path) -> Path:
    return data_folder


@pytest.fixture
def is_long() -> bool:
    """Whether the sizes of before a release are asked for: GVKAART_LONG=1."""
    return os.environ.get("GVKAART_LONG") == "1"
