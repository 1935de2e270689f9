"""What every test needs before anything of the program is imported: no screen, and no folder of the user."""

import os
from pathlib import Path

import pytest

# Before Qt is imported by anyone; a test that wants a real X display starts a process of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for the working copies, backups and settings of each test."""
    folder = tmp_path / "gvkaart-data"
    monkeypatch.setenv("GVKAART_DATA_DIR", str(folder))
    return folder
