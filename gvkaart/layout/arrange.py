"""From request to centres: cut in parts, let an engine place each part, put the parts together.

Without fixed boxes the parts are packed into one picture. With fixed boxes only the free ones and what they are tied to
are laid out, and then placed among the fixed ones (`around`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gvkaart.layout import dot, embedded
from gvkaart.layout.around import place_around, settle
from gvkaart.layout.checking import checkpoint_of
from gvkaart.layout.model import (
    ASPECT,
    MIN_GAP,
    PART_GAP,
    Box,
    Checkpoint,
    Engine,
    LayoutRequest,
    LayoutResult,
    Link,
    Point,
)
from gvkaart.layout.packing import centred, pack
from gvkaart.layout.parts import BoxPart, Part, cut, downward, turn
from gvkaart.layout.process import ProgramFailed
from gvkaart.layout.spots import Space, Spot

_FAIR = 2.5
"""Factor by which the shape of what Graphviz makes may differ from the wished one without a second opinion."""


def lay_out(
    request: LayoutRequest,
    *,
    timeout: float = 10.0,
    cancelled: Callable[[], bool] = lambda: False,
    engine: Engine = Engine.DOT,
) -> LayoutResult:
    """Centres for all boxes; fixed boxes keep theirs exactly, and no free box overlaps another box.

    The same request gives the same answer from the same engine. When `dot` is asked and absent, fails or needs more
    than `timeout` seconds, the embedded layout takes over; the result says which engine it was. When all boxes are
    fixed nothing is computed and no process is started. `cancelled` is asked about twenty times a second, in the
    calling thread.

    Raises:
        LayoutCancelled: `cancelled` returned True.
    """
    checkpoint = checkpoint_of(cancelled)
    boxes, links = _concerned(request)
    sizes, aspect = downward(request)
    parts = cut(boxes, links, sizes, aspect)
    used, places = _places(parts, engine, timeout, checkpoint)
    pictures = [_turned(part.centres(some), request) for part, some in zip(parts, places, strict=True)]
    fixed = {box.id for box in request.boxes if box.fixed is not None}
    if not fixed:
        return LayoutResult(_settled(request.boxes, _packed(request, pictures), checkpoint), used)
    tied = {id_: point for picture in pictures if not fixed.isdisjoint(picture) for id_, point in picture.items()}
    loose = _packed(request, [picture for picture in pictures if fixed.isdisjoint(picture)])
    return LayoutResult(place_around(request.boxes, links, tied, loose, checkpoint), used)


def _concerned(request: LayoutRequest) -> tuple[list[Box], list[Link]]:
    """The free boxes, the fixed ones they have a link or a group in common with, and the links of the free ones."""
    free = {box.id for box in request.boxes if box.fixed is None}
    groups = {box.group for box in request.boxes if box.fixed is None and box.group is not None}
    links = [link for link in request.links if link.source in free or link.target in free]
    ends = {end for link in links for end in (link.source, link.target)}
    return [box for box in request.boxes if box.id in free or box.id in ends or box.group in groups], links


def _places(
    parts: Sequence[BoxPart], engine: Engine, timeout: float, checkpoint: Checkpoint
) -> tuple[Engine, list[list[Point]]]:
    """Who placed the parts, and the centre of every rectangle of each. A single rectangle needs no engine."""
    real = [part.part for part in parts if len(part.part.sizes) > 1]
    used, answers = _answers(real, engine, timeout, checkpoint) if real else (Engine.EMBEDDED, [])
    following = iter(answers)
    return used, [next(following) if len(part.part.sizes) > 1 else [(0.0, 0.0)] for part in parts]


def _answers(
    parts: Sequence[Part], engine: Engine, timeout: float, checkpoint: Checkpoint
) -> tuple[Engine, list[list[Point]]]:
    if engine is Engine.DOT:
        suited = [part for part in parts if dot.suits(part, checkpoint)]
        try:
            answers = dict(zip(map(id, suited), dot.place(suited, timeout, checkpoint), strict=True))
            return engine, [_better(part, answers.get(id(part)), checkpoint) for part in parts]
        except ProgramFailed:
            pass  # the result tells which engine it was
    return Engine.EMBEDDED, [embedded.place(part, checkpoint) for part in parts]


def _better(part: Part, by_dot: list[Point] | None, checkpoint: Checkpoint) -> list[Point]:
    """What Graphviz made, unless it is a ribbon or a tower and the embedded layout has a better shape."""
    if by_dot is not None and _misshape(part, by_dot) < _FAIR:
        return by_dot
    own = embedded.place(part, checkpoint)
    return by_dot if by_dot is not None and _misshape(part, by_dot) <= _misshape(part, own) else own


def _misshape(part: Part, centres: Sequence[Point]) -> float:
    """The factor, at least 1, by which the shape of a picture differs from the one wished."""
    (width, height), _ = centred(part.sizes, centres)
    return max(width / height / part.aspect, height / width * part.aspect)


def _turned(centres: Mapping[str, Point], request: LayoutRequest) -> dict[str, Point]:
    return {id_: turn(request.direction, point) for id_, point in centres.items()}


def _packed(request: LayoutRequest, pictures: Sequence[Mapping[str, Point]]) -> dict[str, Point]:
    """All pictures in one, with the top left corner at (0, 0)."""
    sizes = {box.id: (float(box.width), float(box.height)) for box in request.boxes}
    frames = [centred([sizes[id_] for id_ in picture], list(picture.values())) for picture in pictures]
    places = pack([size for size, _ in frames], PART_GAP, ASPECT)
    result: dict[str, Point] = {}
    for picture, (_, offsets), (x, y) in zip(pictures, frames, places, strict=True):
        result |= {id_: (x + dx, y + dy) for id_, (dx, dy) in zip(picture, offsets, strict=True)}
    return result


def _settled(boxes: Sequence[Box], wishes: Mapping[str, Point], checkpoint: Checkpoint) -> dict[str, Spot]:
    """Whole numbers, and certainly no overlap: an engine that rounds, or lies, does no harm."""
    spots = settle(boxes, wishes, Space(MIN_GAP, boxes), checkpoint)
    return {box.id: spots[box.id] for box in boxes}
