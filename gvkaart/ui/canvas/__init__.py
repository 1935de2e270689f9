"""The map as a widget: one widget that paints for itself, so that ten thousand nodes move as lightly as ten."""

from gvkaart.ui.canvas.widget import MapCanvas

__all__ = ["MapCanvas"]
