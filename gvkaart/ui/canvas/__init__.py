"""The map as a widget: one widget that paints for itself, so that ten thousand nodes move as lightly as ten."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gvkaart.ui.canvas.widget import MapCanvas

__all__ = ["MapCanvas"]


def __getattr__(name: str) -> object:
    """Import the widget when it is first named: what is remembered of a map, such as its zoom, needs none."""
    if name != "MapCanvas":
        raise AttributeError(name)
    return import_module(f"{__name__}.widget").MapCanvas
