"""Started as a program of its own: opens a window and says when it was painted, then ends at once.

    python painted.py bare              an empty window of Qt: the floor
    python painted.py program           gvkaart on its start screen
    python painted.py program FILE      gvkaart on a document or a case file

Prints a JSON object for each first time: what was painted (`window`, `map`), the moment on the monotonic clock, the
seconds of processor time and the peak memory in MiB until then. The clock counts from the same moment in every process,
so whoever starts this knows how long it took.
"""

import json
import os
import resource
import sys
import time
from pathlib import Path


def peak_memory() -> float:
    """Return the most memory that this process held so far, in MiB.

    On Linux not `ru_maxrss`: that is carried over from the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / (1 << 10)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)


def say(what: str) -> None:
    peak = peak_memory()
    print(json.dumps({"what": what, "at": time.monotonic(), "cpu": time.process_time(), "peak": peak}), flush=True)


def bare() -> None:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    def painted(window: QMainWindow, event: QPaintEvent) -> None:
        paint(window, event)
        say("window")
        os._exit(0)

    paint = QMainWindow.paintEvent
    app = QApplication([])
    window = type("Window", (QMainWindow,), {"paintEvent": painted})()
    window.resize(1400, 900)
    window.show()
    app.exec()


def program(path: Path | None) -> None:
    from gvkaart import app

    if path is None:
        from gvkaart.ui.start_screen import Page

        start = Page.paintEvent

        def started(page: Page, event: object) -> None:
            start(page, event)  # type: ignore[arg-type]  # whatever Qt gives
            say("window")
            os._exit(0)

        Page.paintEvent = started  # type: ignore[method-assign,assignment]  # the moment we are after
    else:
        from gvkaart.ui.canvas.widget import MapCanvas

        paint, said = MapCanvas.paintEvent, set[str]()

        def painted(canvas: MapCanvas, event: object) -> None:
            paint(canvas, event)  # type: ignore[arg-type]  # whatever Qt gives
            what = "map" if canvas.content.nodes else "window"
            if what not in said:
                said.add(what)
                say(what)
            if what == "map":
                os._exit(0)

        MapCanvas.paintEvent = painted  # type: ignore[method-assign,assignment]  # the moment we are after
    app.open_window(path)


if __name__ == "__main__":
    kind, *files = sys.argv[1:]
    if kind == "bare":
        bare()
    else:
        program(Path(files[0]) if files else None)
