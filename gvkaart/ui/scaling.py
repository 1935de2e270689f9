"""Making a group of items larger or smaller: their places go apart or come together, their sizes stay; no Qt in here.

Two items that stand apart come over each other only when they are too near both across and down. So each pair forbids
one quadrant of factors, and all pairs together a staircase of them: what they leave free is found by a look at a few
steps, however many items there are.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from math import inf
from typing import Final, NamedTuple, TypeVar

from gvkaart.picture.primitives import Point, Rect

Key = TypeVar("Key", bound=str)

_APART: Final = 4.0
"""Between items of a group that is made smaller, at least, in units."""
_LEAST: Final = 0.1
"""No factor is smaller than this: of a group that came down to one point nobody could take hold again."""


class Corner(NamedTuple):
    """A corner of the frame around a group: of its right side or its left, of its lower side or its upper."""

    right: bool
    low: bool


CORNERS: Final = tuple(Corner(right, low) for low in (False, True) for right in (False, True))


class Scaling(NamedTuple):
    """How places change: so many times as far across and down from a point that stays, in units."""

    around: Point = (0.0, 0.0)
    factors: Point = (1.0, 1.0)

    def put(self, x: float, y: float) -> Point:
        """Return where what stood at a point comes."""
        (left, top), (across, down) = self
        return left + across * (x - left), top + down * (y - top)

    def centres(self, frames: Mapping[Key, Rect]) -> dict[Key, tuple[int, int]]:
        """Return where the middles of items come, on whole units."""
        put = ((key, self.put(*frame.centre)) for key, frame in frames.items())
        return {key: (round(x), round(y)) for key, (x, y) in put}


AS_IT_IS: Final = Scaling()


class Room:
    """How near the items of a group may come to each other; those that lie over each other already do not count."""

    def __init__(self, frames: Collection[Rect], least: float = _LEAST) -> None:
        """`least` is the smallest factor that will be asked for."""
        self._steps: list[Point] = []
        for across, down in sorted(_limits(frames, least), reverse=True):
            if not self._steps or down > self._steps[-1][1]:
                self._steps.append((across, down))

    def even(self, wanted: float) -> float:
        """Return the smallest factor, not below the one wanted, that may hold both across and down."""
        return max([wanted, *map(min, self._steps)])

    def nearest(self, wanted: Point, span: Point) -> Point:
        """Return the factors nearest to those wanted; `span` says how many units a factor of 1 is.

        No side grows that is to become smaller.
        """
        steps = [step for step in self._steps if wanted[0] < step[0] and wanted[1] < step[1]]
        most = max(1.0, wanted[0]), max(1.0, wanted[1])
        across, down = [*(step[0] for step in steps), wanted[0]], [wanted[1], *(step[1] for step in steps)]
        free = [one for one in zip(across, down, strict=True) if one[0] <= most[0] and one[1] <= most[1]]
        return min(free, key=lambda one: sum(((one[n] - wanted[n]) * span[n]) ** 2 for n in (0, 1)))


def _limits(frames: Collection[Rect], least: float) -> Iterator[Point]:
    """Yield for pairs that stand apart the factors below which they are too near across, and down."""
    widest = max((frame.width for frame in frames), default=0.0) + _APART
    ordered = sorted((*frame.centre, frame) for frame in frames)
    for number, (x, y, left) in enumerate(ordered):
        for at in range(number + 1, len(ordered)):
            other_x, other_y, right = ordered[at]
            across = other_x - x
            if least * across > widest:
                break
            if not left.touches(right):
                wide, high = (left.width + right.width) / 2, (left.height + right.height) / 2
                yield _limit(across, wide), _limit(abs(other_y - y), high)


def _limit(distance: float, needed: float) -> float:
    """Return the factor below which middles are too near; 1 for those that are a little too near but apart now."""
    factor = (needed + _APART) / distance if distance else inf
    return min(factor, 1.0) if distance > needed else factor


class Stretch:
    """A group of which one corner is pulled: the middle that stands nearest to the opposite one stays there."""

    def __init__(self, frames: Iterable[Rect], corner: Corner) -> None:
        """Look once at what stands where, for as long as the pulling lasts."""
        boxes = list(frames)
        xs, ys = zip(*(box.centre for box in boxes), strict=True)
        (left, across), (top, down) = _ends(xs, far=corner.right), _ends(ys, far=corner.low)
        self._around, self._span = (left, top), (across, down)
        self._room = Room(boxes)

    def pulled(self, dx: float, dy: float, *, evenly: bool) -> Scaling:
        """Return what becomes of places when the corner is pulled so many units to the right and down.

        Evenly is with the same factor both ways; then the corner goes along the diagonal.
        """
        across, down = self._span
        if evenly:
            length = across * across + down * down
            factor = max(_LEAST, 1.0 + (dx * across + dy * down) / length) if length else 1.0
            factor = self._room.even(factor)
            return Scaling(self._around, (factor, factor))
        wanted = _factor(dx, across), _factor(dy, down)
        return Scaling(self._around, self._room.nearest(wanted, self._span))


def _ends(places: Collection[float], *, far: bool) -> Point:
    """Return the end of places that stays, and how far the other one is from it, to the left or up below 0."""
    first, last = min(places), max(places)
    return (first, last - first) if far else (last, first - last)


def _factor(pull: float, span: float) -> float:
    """Return how many times as long a span becomes; what stands on one line stays on it."""
    return max(_LEAST, 1.0 + pull / span) if span else 1.0
