"""Makes the pictures of the window that README and manual show: ``python -m tests.screenshots FOLDER``.

The program itself is on them, without a screen, on the first example. Not a test: run it when the window has changed.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.main_window import MainWindow

SIZE = (1440, 900)
_EXAMPLE = "laatsignalering.yaml"


def main(folder: Path) -> None:
    """Write all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as data:
        program = Program(app, Path(data))
        program.open_example(_EXAMPLE)
        window = program.windows[0]
        window.resize(*SIZE)
        _settle(window)
        _keep(window, folder / "kaart.png")
        _choose(window, "concept.homonym")
        _keep(window, folder / "signaal.png")
        window.session.select([NodeId("cak")])
        _keep(window, folder / "eigenschappen.png")
        program.set_scheme(Scheme.DARK)
        _keep(window, folder / "donker.png")


def _choose(window: MainWindow, check: str) -> None:
    model = window.findings_panel.model
    row = next(row for row, finding in enumerate(model.findings) if finding.check == check)
    findings = window.findChild(QListView, "findings")
    assert findings is not None
    findings.setCurrentIndex(model.index(row))


def _settle(window: MainWindow) -> None:
    while window.checker.busy:
        QTest.qWait(20)
    QTest.qWait(400)


def _keep(window: MainWindow, path: Path) -> None:
    _settle(window)
    window.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
