"""What lets the program start quickly: imported for that alone, before all other modules of this package and PySide6.

Modules and documents are a great many objects without cycles. Looking for these at Python's default pace makes starting
a thirtieth slower, and opening a large document a sixth; `gvkaart.ui.garbage` looks for them later.

PySide6 reads the source of each module that is imported, our own and those of Python alike, to see whether it may use
``snake_case`` or ``true_property`` (the modules of ``__feature__``). At start these are more than a hundred files, a
twentieth of the time until the first window. No module of this program uses such a feature.
"""

import gc
import sys

import PySide6.QtCore  # noqa: F401  # installs what is taken away here

gc.disable()


def _look_no_further(_module: object) -> None:
    """Stand in for the function that reads the source."""


if (feature := sys.modules.get("shibokensupport.feature")) is not None:
    feature.feature_imported = _look_no_further  # type: ignore[attr-defined]  # no part of a public interface
