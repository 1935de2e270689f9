import gc
import subprocess
import sys

import pytest

import gvkaart.ui.swift  # noqa: F401  # what is tried here


def test_pyside_reads_no_source_of_a_module_that_is_imported() -> None:
    looked_at = sys.modules["shibokensupport.feature"].pyside_feature_dict
    looked_at.pop("colorsys", None)
    sys.modules.pop("colorsys", None)
    import colorsys  # one that nothing here uses

    assert colorsys.__name__ not in looked_at


def test_python_does_not_look_for_cycles_by_itself() -> None:
    assert not gc.isenabled()


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The modules that are imported before the start screen, the first window there can be."""
    said = subprocess.run(
        [sys.executable, "-c", "import sys, gvkaart.app, gvkaart.ui.start_screen; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(said.stdout.split())


@pytest.mark.parametrize(
    "name",
    [
        *("typing_extensions", "sqlite_utils", "ruamel", "graphviz", "concurrent.futures", "tomllib"),
        *(
            "gvkaart.analysis",
            "gvkaart.layout",
            "gvkaart.exchange",
            "gvkaart.store.recovery",
            "gvkaart.store.migrations",
        ),
        *("sqlite3", "gvkaart.domain.graph", "gvkaart.store.document", "gvkaart.ui.canvas.widget"),
        *("gvkaart.ui.session", "gvkaart.ui.commands", "gvkaart.ui.menus", "gvkaart.ui.main_window"),
        *("gvkaart.ui.inspector", "gvkaart.ui.tables", "gvkaart.ui.sources", "gvkaart.ui.palette"),
    ],
)
def test_what_no_window_needs_to_be_painted_is_not_imported(imported: set[str], name: str) -> None:
    assert name not in imported, "import it where it is used, or under TYPE_CHECKING; see gvkaart.domain.overriding"


def test_no_large_class_of_qt_is_built_for_the_focus_ring() -> None:
    """PySide6 builds a class with its enumerations when it is first met, as a child of the application is: `QStyle`."""
    script = (
        "from PySide6 import QtWidgets\n"
        "from gvkaart.ui import focus_ring\n"
        "focus_ring.install(QtWidgets.QApplication([]))\n"
        "print('QStyle' in vars(QtWidgets))\n"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False"]
