"""Where a new item comes: at once, near what it hangs on, and on nothing that stands there already."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from gvkaart.domain.entities import NodeId
from gvkaart.picture.primitives import Rect

if TYPE_CHECKING:
    from gvkaart.ui.canvas import MapCanvas

_SIZE: Final = (260, 90)
"""The largest box that a title of some lines asks for, in canvas units."""
_GAP: Final = 24
_BESIDE: Final = 280
"""How far from the middle of an item the one that hangs on it is put, in canvas units."""
_REACH: Final = 500.0
"""So far around the wish is looked at first; where all is taken, further and further."""


def free_place(canvas: "MapCanvas", beside: NodeId | None, at: tuple[float, float] | None) -> tuple[int, int]:
    """Return a free place, the centre in canvas units.

    Args:
        canvas: the map.
        beside: what the new item hangs on; at its right, or as near to there as there is room.
        at: the place that was pointed at, which comes before that; without either it is the middle of what is seen.
    """
    wish = at or _right_of(canvas, beside) or _middle(canvas)
    reach = _REACH
    while True:
        around = Rect(wish[0] - reach, wish[1] - reach, 2 * reach, 2 * reach)
        boxes = [canvas.content.nodes[key].bounds for key in canvas.content.nodes_in(around)]
        x, y = nearest_free((round(wish[0]), round(wish[1])), boxes)
        if max(abs(x - wish[0]), abs(y - wish[1])) + max(_SIZE) <= reach or len(boxes) == len(canvas.content.nodes):
            return x, y
        reach *= 2


def nearest_free(wish: tuple[int, int], boxes: Iterable[Rect]) -> tuple[int, int]:
    """Return the place nearest to a wish where a box of the usual size touches none of these."""
    from gvkaart.layout.model import Box
    from gvkaart.layout.spots import Space

    space = Space(_GAP, [Box("", *_SIZE)])
    for box in boxes:
        centre = (round(box.x + box.width / 2), round(box.y + box.height / 2))
        space.add(centre, (round(box.width), round(box.height)))
    return space.nearest_free(wish, _SIZE)


def _right_of(canvas: "MapCanvas", beside: NodeId | None) -> tuple[float, float] | None:
    item = canvas.content.nodes.get(beside) if beside is not None else None
    return (item.x + _BESIDE, item.y) if item is not None else None


def _middle(canvas: "MapCanvas") -> tuple[float, float]:
    return canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2)
