"""What every test needs before anything of the program is imported: no screen, and no folder of the user."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow or busy machine is no reason to fail.
settings.register_profile("gvkaart", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("gvkaart")

# Before Qt is imported by anyone; a test that wants a real X display starts a process of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for the working copies, backups and settings of each test."""
    folder = tmp_path / "gvkaart-data"
    monkeypatch.setenv("GVKAART_DATA_DIR", str(folder))
    return folder


def pytest_collection_finish() -> None:
    """Leave what is imported and collected out of every search: it stays, and is most of what there is."""
    gc.collect()
    gc.freeze()


_SEARCHED_EVERY = 25
"""Tests after which objects that only hold each other are searched."""
_done = 0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[None]:
    """Search for them between tests only, in the main thread, as the program does it between events."""
    global _done  # noqa: PLW0603  # one number for the whole run
    gc.disable()
    answer = yield
    _done += 1
    if _done % _SEARCHED_EVERY == 0:
        gc.collect()
    return answer
