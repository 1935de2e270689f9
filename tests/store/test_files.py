"""What is written for others is whole, and they may read it."""

import os
from pathlib import Path

import pytest

from gvkaart.store.files import write_export


def mode_of(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_file_has_the_permissions_of_any_file_that_one_makes(tmp_path: Path) -> None:
    ordinary, written = tmp_path / "ordinary.txt", tmp_path / "kaart.svg"
    ordinary.write_bytes(b"")
    write_export(written, b"<svg/>")
    assert written.read_bytes() == b"<svg/>"
    assert mode_of(written) == mode_of(ordinary)


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_that_is_replaced_keeps_its_own(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "kaart.svg"
    path.write_bytes(b"before")
    path.chmod(mode)
    write_export(path, b"after")
    assert path.read_bytes() == b"after"
    assert mode_of(path) == mode


def test_when_it_fails_the_old_file_stands_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "no space left on device")

    path = tmp_path / "kaart.svg"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_export(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
