"""Where the boxes of a map go: in layers, by Graphviz as a child process or by ourselves; in bands, lanes or rings.

The only package that starts a process. It knows rectangles and arrows, not what they mean.
"""

from gvkaart.layout.arrange import lay_out
from gvkaart.layout.bands import Bands, in_bands
from gvkaart.layout.lanes import Cell, in_lanes
from gvkaart.layout.model import Box, Direction, Engine, LayoutCancelled, LayoutRequest, LayoutResult, Link
from gvkaart.layout.rings import in_rings

__all__ = [
    "Bands",
    "Box",
    "Cell",
    "Direction",
    "Engine",
    "LayoutCancelled",
    "LayoutRequest",
    "LayoutResult",
    "Link",
    "in_bands",
    "in_lanes",
    "in_rings",
    "lay_out",
]
