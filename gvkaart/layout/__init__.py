"""Where the boxes of a map go: Graphviz as a child process, and an embedded layered layout when there is none.

The only package that starts a process. It knows rectangles and arrows, not what they mean.
"""

from gvkaart.layout.arrange import lay_out
from gvkaart.layout.model import Box, Direction, Engine, LayoutCancelled, LayoutRequest, LayoutResult, Link

__all__ = ["Box", "Direction", "Engine", "LayoutCancelled", "LayoutRequest", "LayoutResult", "Link", "lay_out"]
