"""What of a large map is drawn first: the part that one begins with. The rest follows when that has been painted."""

from typing import Final

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.picture.nodes import LARGEST
from gvkaart.picture.placing import Centres
from gvkaart.picture.primitives import Rect, bounding
from gvkaart.picture.scene import MARGIN

LARGE: Final = 600
"""From so many nodes a map is drawn in two steps: at once it would take a tenth of a second and more."""
AT_ONCE: Final = 1000
"""So many items of the rest are put on the canvas between two events, which takes some 20 ms."""
_ROOM: Final = max(LARGEST) / 2


def surrounding(centres: Centres) -> Rect:
    """Return a rectangle around nodes of which only the centres are known, with the margin of a picture."""
    width, height = LARGEST
    boxes = (Rect(x - width / 2, y - height / 2, width, height) for x, y in centres.values())
    return bounding(boxes).grown(MARGIN)


def part_of(view: CaseView, centres: Centres, shown: Rect) -> frozenset[NodeId]:
    """Return the nodes that may show in a rectangle, and those at the ends of edges that may pass through it."""
    wide = shown.grown(_ROOM)
    part = {node for node, (x, y) in centres.items() if wide.contains(x, y)}
    left, top, right, bottom = wide.x, wide.y, wide.right, wide.bottom
    for edge in view.edges:
        if edge.source in centres and edge.target in centres:
            (x1, y1), (x2, y2) = centres[edge.source], centres[edge.target]
            apart = max(x1, x2) < left or min(x1, x2) > right or max(y1, y2) < top or min(y1, y2) > bottom
            if not apart:
                part.update((edge.source, edge.target))
    return frozenset(part)
