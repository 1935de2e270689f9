"""Runs the `dot` program: found at an absolute path, watched, and gone when we return.

Nothing of the user's environment or folders reaches it: no search path, an empty folder of its own, input and output
through pipes. `SERVER_NAME` without `GV_FILE_PATH` makes Graphviz up to version 5 refuse to open any file by itself.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from gvkaart.layout.model import Checkpoint

POLL_SECONDS = 0.05
MEMORY_LIMIT = 2 << 30
"""Bytes of address space, where the system can set it for another process (Linux)."""
_WINDOWS = sys.platform == "win32"
STANDARD_FOLDERS = (
    (r"C:\Program Files\Graphviz\bin",) if _WINDOWS else ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
)
"""Searched after PATH: a desktop program is often started with a shorter PATH than a terminal."""


class ProgramFailed(Exception):
    """The program is absent, cannot be started, ran out of time, or said that it failed."""


def find_dot() -> Path:
    """Absolute path of `dot`. Never from the current folder or below it: that may be the folder of a received document.

    Raises:
        ProgramFailed: there is none.
    """
    here = Path.cwd().resolve()
    for folder in (*os.environ.get("PATH", "").split(os.pathsep), *STANDARD_FOLDERS):
        candidate = Path(folder) / ("dot.exe" if _WINDOWS else "dot")
        if candidate.is_absolute() and _may_run(candidate, here):
            return candidate
    raise ProgramFailed("dot is not installed")


def _may_run(program: Path, here: Path) -> bool:
    """Whether the folder as named and the file it leads to both lie outside `here` (or `here` is the whole disk)."""
    if not (program.is_file() and os.access(program, os.X_OK)):
        return False
    places = (program.parent.resolve(), program.resolve().parent)
    return here == Path(here.anchor) or not any(place.is_relative_to(here) for place in places)


def run(program: Path, text: bytes, timeout: float, checkpoint: Checkpoint) -> bytes:
    """What `program -Tplain` writes when it reads `text`.

    It is killed and reaped when it takes more than `timeout` seconds or when `checkpoint` raises.

    Raises:
        ProgramFailed: not started, out of time, or a non-zero exit status.
    """
    checkpoint()
    with tempfile.TemporaryDirectory(prefix="gvkaart-") as empty, _started(program, empty) as process:
        output = _output(process, text, time.monotonic() + timeout, checkpoint)
        if process.returncode != 0:
            raise ProgramFailed(f"exit status {process.returncode}")
        return output


@contextlib.contextmanager
def _started(program: Path, folder: str) -> Iterator[subprocess.Popen[bytes]]:
    try:
        process = subprocess.Popen(
            [program, "-Tplain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise ProgramFailed(str(error)) from error
    with process:
        try:
            _limit_memory(process.pid)
            yield process
        finally:
            _kill(process)


def _environment() -> dict[str, str]:
    """Windows programs do not start without SystemRoot."""
    kept = {name: os.environ[name] for name in ("SystemRoot",) if _WINDOWS and name in os.environ}
    return {"SERVER_NAME": "gvkaart", **kept}


def _limit_memory(pid: int) -> None:
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def _output(process: subprocess.Popen[bytes], text: bytes, deadline: float, checkpoint: Checkpoint) -> bytes:
    remaining: bytes | None = text
    while True:
        try:
            return process.communicate(remaining, timeout=POLL_SECONDS)[0]
        except subprocess.TimeoutExpired:
            remaining = None
        checkpoint()
        if time.monotonic() > deadline:
            raise ProgramFailed("out of time")


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The whole process group where there is one, so that a wrapper script does not leave the real program behind."""
    if process.poll() is not None:
        return
    if _WINDOWS:
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
