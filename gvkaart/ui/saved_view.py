"""How what is shown of a map stands in the document, as fields of a layout (`metamodel.LAYOUT_FIELDS`), and back."""

from math import isfinite
from typing import Final, NamedTuple

from gvkaart.domain.derived import Mark, flag_of, text_of, texts_of
from gvkaart.domain.entities import Fields, NodeId, Value
from gvkaart.ui.canvas.view import LARGEST, SMALLEST
from gvkaart.ui.showing import Facet, Showing

_LISTS: Final = {
    "kinds": Facet.KIND,
    "actors": Facet.ACTOR,
    "tags": Facet.TAG,
    "visibilities": Facet.VISIBILITY,
    "checks": Facet.FINDING,
}
_FARTHEST: Final = 1e6
_DIGITS: Final = 3


class Frame(NamedTuple):
    """How near one looks, in pixels a unit, and the point in the middle, in units of the canvas."""

    zoom: float
    x: float
    y: float


def fields_of(showing: Showing, frame: Frame) -> Fields:
    """Return the fields that hold what is shown and how it is looked at."""
    fields: dict[str, Value] = {"frame": f"{frame.zoom:.3f} {frame.x:.0f} {frame.y:.0f}"}
    for name, facet in _LISTS.items():
        if values := showing.values(facet):
            fields[name] = tuple(sorted(values))
    if showing.values(Facet.HEARSAY):
        fields["hearsay"] = True
    if showing.focus:
        fields |= {"focus": tuple(sorted(showing.focus)), "steps": str(showing.steps)}
    return fields


def showing_of(fields: Fields) -> Showing:
    """Return what a layout says is shown; what cannot be read counts as not said."""
    chosen = {(facet, value) for name, facet in _LISTS.items() for value in texts_of(fields, name)}
    if flag_of(fields, "hearsay"):
        chosen.add((Facet.HEARSAY, Mark.SECOND_HAND.value))
    steps = text_of(fields, "steps")
    focus = frozenset(map(NodeId, texts_of(fields, "focus")))
    return Showing(frozenset(chosen), focus, int(steps) if steps.isdecimal() and len(steps) <= _DIGITS else 1)


def frame_of(fields: Fields) -> Frame | None:
    """Return how a layout says it is looked at; None when that is no zoom and a point that one can look at."""
    try:
        frame = Frame(*map(float, text_of(fields, "frame").split()))
    except (TypeError, ValueError):
        return None
    fits = all(map(isfinite, frame)) and max(abs(frame.x), abs(frame.y)) <= _FARTHEST
    return frame if fits and SMALLEST <= frame.zoom <= LARGEST else None
