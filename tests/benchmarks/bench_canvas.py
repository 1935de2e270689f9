"""How fast the canvas is: first paint, panning, zooming, dragging.

Run: ``python -m tests.benchmarks.bench_canvas [nodes…]``. Painted by software into a window of 1600 by 1000, as without
a graphics card. What counts is a frame of 16.6 ms.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gvkaart.picture.scene import build_picture
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.canvas.widget import MapCanvas
from gvkaart.words import load_words
from tests.picture.scenes import random_scene

FRAMES = 60


def frames(change: Callable[[int], None], canvas: MapCanvas) -> list[float]:
    """Return the milliseconds of each frame: the change, everything it set going, and painting."""
    found = []
    for number in range(FRAMES):
        start = time.perf_counter()
        change(number)
        canvas.repaint()
        found.append((time.perf_counter() - start) * 1000)
        QCoreApplication.processEvents()
    return found


def settle(canvas: MapCanvas) -> None:
    """Let the canvas finish what it is painting."""
    end = time.monotonic() + 1.0
    while time.monotonic() < end:
        QCoreApplication.processEvents()


def report(name: str, times: list[float]) -> None:
    """Print median, 95th percentile and worst."""
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"  {name:28} median {statistics.median(times):6.1f}  p95 {p95:6.1f}  worst {max(times):6.1f} ms")


def measure(count: int) -> None:
    """Measure a map of `count` nodes and one and a half times as many edges."""
    scene = random_scene(count, seed=3)
    words = load_words("nl")
    canvas = MapCanvas()
    canvas.resize(1600, 1000)
    canvas.show()
    QCoreApplication.processEvents()
    print(f"{count} nodes, {len(scene.edges)} edges")
    start = time.perf_counter()
    picture = build_picture(scene, LIGHT, words)
    built = time.perf_counter()
    canvas.set_picture(picture)
    indexed = time.perf_counter()
    canvas.repaint()
    steps = (built - start, indexed - built, time.perf_counter() - indexed)
    print("  first paint: build {:.0f}, index {:.0f}, paint {:.0f} ms".format(*(step * 1000 for step in steps)))
    settle(canvas)
    report("pan, whole map", frames(lambda _: canvas.set_view(canvas.view.panned(9, 5)), canvas))
    report("zoom, whole map", frames(lambda n: canvas.zoom_by(1.06 if n % 20 < 10 else 1 / 1.06), canvas))
    for zoom in (0.2, 0.45, 1.0):
        canvas.zoom_by(zoom / canvas.view.zoom)
        settle(canvas)
        report(f"pan at {zoom}", frames(lambda _: canvas.set_view(canvas.view.panned(-31, -17)), canvas))
    report("zoom at 1.0", frames(lambda n: canvas.zoom_by(1.06 if n % 20 < 10 else 1 / 1.06), canvas))
    settle(canvas)
    node = canvas.content.node_at(*canvas.view.to_canvas(800, 500)) or next(iter(canvas.content.nodes.values()))
    moving = frozenset({node.key})
    report("drag a node at 1.0", frames(lambda n: canvas.show_moving(moving, 3.0 * n, 2.0 * n), canvas))
    canvas.show_moving(frozenset(), 0.0, 0.0)
    start = time.perf_counter()
    picture = build_picture(scene, LIGHT, words)
    built = time.perf_counter()
    canvas.set_picture(picture)
    canvas.repaint()
    painted = time.perf_counter()
    print(f"  the same again: build {(built - start) * 1e3:.0f}, compare and paint {(painted - built) * 1e3:.0f} ms")
    canvas.close()


if __name__ == "__main__":
    application = QApplication([])
    for size in [int(argument) for argument in sys.argv[1:]] or [300, 3000, 10000]:
        measure(size)
