"""Makes the pictures that manual and README show: ``python -m tests.screenshots [FOLDER]``.

The program itself is on them, without a screen, on the first example. They are kept small, as PNG with a palette.
Not a test: run it when the window has changed. Without a folder they go to `resources/help/beelden`, where both look.
"""

import os
import sys
import tempfile
from array import array
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QListWidget, QTabWidget, QWidget

from gvkaart import assets
from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations

SIZE: Final = (1240, 780)
_EXAMPLE: Final = "laatsignalering.yaml"
_ACTOR: Final = NodeId("cak")
_COLOURS: Final = 256


def main(folder: Path) -> None:
    """Write all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as data:
        program = Program(app, Path(data))
        program.set_scheme(Scheme.LIGHT)
        _start(program, folder)
        program.open_example(_EXAMPLE)
        window = program.windows[0]
        window.resize(*SIZE)
        window.panels.show("outline")  # a window that opens small begins without it
        for name, show in _SCENES.items():
            show(window)
            _keep(window, folder / f"{name}.png")
        _reset(window)
        for panel in ("outline", "inspector"):
            window.panels.show(panel)
        window.session.select([_ACTOR])
        program.set_scheme(Scheme.DARK)
        _settle(window)
        window.map_view.canvas.zoom_to_begin()
        _keep(window, folder / "donker.png")
        window.keeper.may_close = lambda: True  # type: ignore[method-assign]  # no question at the end
        window.close()


def _start(program: Program, folder: Path) -> None:
    program.show_start()
    screen = program.start_screen
    assert screen is not None
    screen.resize(SIZE[0], 620)
    QTest.qWait(300)
    _save(screen, folder / "start.png")


def _reset(window: MainWindow) -> None:
    window.views.show_view("map-view")
    window.session.select(())
    window.map_view.show_evidence(None)
    window.map_view.canvas.zoom_to_begin()


def _finding(window: MainWindow) -> None:
    model = window.findings_panel.model
    row = next(row for row, finding in enumerate(model.findings) if finding.check == "concept.homonym")
    findings = window.findChild(QListView, "findings")
    assert findings is not None
    findings.setCurrentIndex(model.index(row))


def _item(window: MainWindow) -> None:
    _reset(window)
    window.session.select([_ACTOR])


def _building(window: MainWindow) -> None:
    _item(window)
    window.commands["add"].trigger()


def _iceberg(window: MainWindow) -> None:
    _reset(window)
    for panel in ("outline", "findings", "inspector"):
        window.panels.docks[panel].hide()  # a map that is shown whole is worth all the room
    window.commands["layout-iceberg"].trigger()
    _settle(window)
    window.map_view.canvas.zoom_to_fit()


def _tables(window: MainWindow) -> None:
    window.commands["layout-own"].trigger()
    window.panels.show("outline")
    window.views.show_view("tables")
    kinds = window.findChild(QComboBox, "table-kinds")
    assert kinds is not None
    row = next(row for row in range(kinds.count()) if kinds.itemText(row).startswith("Belangen"))
    kinds.setCurrentIndex(row)
    kinds.activated.emit(row)


def _history(window: MainWindow) -> None:
    for panel in ("findings", "history"):
        window.panels.show(panel)
    window.views.show_view("map-view")
    _settle(window)  # the map begins in the room it has
    _reset(window)
    node_operations.rename(window.session, _ACTOR, "CAK (bestuur)")
    window.session.name_version("Vóór het overleg")
    node_operations.rename(window.session, _ACTOR, "CAK")


def _insight(view: str, tab: int = 0) -> Callable[[MainWindow], None]:
    """Return what shows one of the views that read the map, on its own in the window."""

    def show(window: MainWindow) -> None:
        _reset(window)
        for panel in ("outline", "history", "findings", "inspector"):
            window.panels.docks[panel].hide()
        content = window.views.show_view(view)
        if tabs := content.findChildren(QTabWidget):
            tabs[0].setCurrentIndex(tab)

    return show


def _concepts(window: MainWindow) -> None:
    """Show the word that has most meanings."""
    _insight("concepts")(window)
    _settle(window)
    terms = window.findChild(QListWidget, "term-list")
    assert terms is not None
    terms.setCurrentRow(next(row for row in range(terms.count()) if terms.item(row).text().startswith("signaal")))


_SCENES: Final[dict[str, Callable[[MainWindow], None]]] = {
    "kaart": _reset,
    "signaal": _finding,
    "eigenschappen": _item,
    "toevoegen": _building,
    "ijsberg": _iceberg,
    "tabellen": _tables,
    "geschiedenis": _history,
    "stand-van-zaken": _insight("dashboard"),
    "feiten": _insight("facts"),
    "begrippen": _concepts,
    "publieke-belangen": _insight("values"),
    "posities-en-belangen": _insight("interests", 1),
    "gegevensstromen": _insight("purposes", 2),
}
"""What is on each picture, in an order in which one follows from the other."""


def _settle(window: MainWindow) -> None:
    QTest.qWait(1000)
    canvas = window.map_view.canvas
    while window.checker.busy or window.map_view.progress.isVisible() or (canvas.isVisible() and not canvas.settled):
        QTest.qWait(20)
    QTest.qWait(300)


def _keep(window: MainWindow, path: Path) -> None:
    _settle(window)
    _save(window, path)


def _save(widget: QWidget, path: Path) -> None:
    """Write a picture with the colours that occur most; lines of text stay as sharp as they are."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = array("I", bytes(image.constBits()))
    table = [colour for colour, _count in Counter(pixels).most_common(_COLOURS)]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    image.convertToFormat(QImage.Format.Format_Indexed8, table, plain).save(str(path), quality=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else assets.resource_path("help/beelden"))
