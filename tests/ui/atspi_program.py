"""The program as a screen reader meets it: ``python -m tests.ui.atspi_program DOCUMENT``.

Without a window manager nobody gives a window the keyboard, so it is asked for here.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gvkaart.app import Program
from gvkaart.store import default_data_dir
from gvkaart.ui import appearance


def main(path: Path) -> int:
    """Open a document, with the keyboard on the map, and stay until the process is ended."""
    app = QApplication(["gvkaart", *appearance.STYLE])
    app.setApplicationName("gvkaart")
    program = Program(app, default_data_dir())
    program.open(path)
    (window,) = program.windows
    window.activateWindow()
    window.ready.connect(lambda: QTimer.singleShot(0, window.return_to_map))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
