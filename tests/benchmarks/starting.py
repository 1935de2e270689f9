"""Starts programs as a user would, on a screen, and takes the time until something is painted."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
_PAINTED: Final = Path(__file__).with_name("painted.py")
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Start:
    """Until the first painting: milliseconds, milliseconds of processor time, and peak memory in MiB."""

    time: float
    cpu: float
    peak: float


@dataclass(frozen=True, slots=True)
class Screen:
    """Where windows appear: a platform of Qt, and the X display when it is that."""

    platform: str
    display: str = ""

    def environment(self, data: Path) -> dict[str, str]:
        """Return the environment for a program on this screen that keeps its files in `data`.

        Python keeps compiled modules, as an installed program has them.
        """
        about = {
            "QT_QPA_PLATFORM": self.platform,
            "DISPLAY": self.display,
            "GVKAART_DATA_DIR": str(data),
            "PYTHONPATH": str(ROOT),
        }
        return {**{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}, **about}


@contextmanager
def screens() -> Iterator[tuple[Screen, ...]]:
    """Give the screens there are: Qt's own without a display, and a real X display when Xvfb is installed."""
    if shutil.which("Xvfb") is None:
        yield (Screen("offscreen"),)
        return
    with display() as name:
        yield (Screen("offscreen"), Screen("xcb", name))


@contextmanager
def display(*options: str) -> Iterator[str]:
    """Give the name of a new X display of 1600 by 1000, with further options for Xvfb."""
    listening, told = os.pipe()
    command = ["Xvfb", "-displayfd", str(told), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", *options]
    server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
    os.close(told)
    try:
        with os.fdopen(listening) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def start(screen: Screen, kind: str, path: Path | None = None) -> dict[str, Start]:
    """Start `painted.py` and return what it took until each thing was painted."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, str(_PAINTED), kind, *([str(path)] if path is not None else [])]
        begin = time.monotonic()
        done = subprocess.run(
            command, env=screen.environment(Path(data)), stdout=subprocess.PIPE, check=True, timeout=_LONGEST
        )
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {one["what"]: Start((one["at"] - begin) * 1e3, one["cpu"] * 1e3, one["peak"]) for one in said}


def run(screen: Screen, *arguments: str) -> None:
    """Run a Python command to its end."""
    with tempfile.TemporaryDirectory() as data:
        subprocess.run(
            [sys.executable, *arguments],
            env=screen.environment(Path(data)),
            stdout=subprocess.DEVNULL,
            check=True,
            timeout=_LONGEST,
        )
