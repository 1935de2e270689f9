"""A diagram of data flows: from left to right who supplies, the flow itself, who links, who receives, who sees it.

Every flow has a band of its own, with the actors in it that have a part in it; so an actor may stand there more often.
What an item stands for is in its key, before the first space.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from gvkaart.picture import metrics
from gvkaart.picture.edges import EdgeDrawing, End
from gvkaart.picture.nodes import Look, NodeDrawing
from gvkaart.picture.primitives import (
    Family,
    FixedDrawing,
    Item,
    Line,
    Link,
    Picture,
    Rect,
    Role,
    Stroke,
    Text,
    bounding,
)
from gvkaart.picture.theme import Theme
from gvkaart.words import Words

_ACROSS: Final = 290.0
"""Between the middles of two columns."""
_DOWN: Final = 96.0
"""Between the middles of two actors below each other."""
_BETWEEN: Final = 36.0
"""Room between two bands."""
_HEADING: Final = 14.0
_MARGIN: Final = 24.0
COLUMNS: Final = ("sends", "flow", "links", "receives", "sees")


@dataclass(frozen=True, slots=True)
class Lane:
    """One flow with the actors in each column beside it, as ids."""

    flow: str
    sends: Sequence[str] = ()
    links: Sequence[str] = ()
    receives: Sequence[str] = ()
    sees: Sequence[str] = ()

    @property
    def cells(self) -> Mapping[str, Sequence[str]]:
        """What stands in each column."""
        return {
            "sends": self.sends,
            "flow": (self.flow,),
            "links": self.links,
            "receives": self.receives,
            "sees": self.sees,
        }


def flow_diagram(lanes: Sequence[Lane], looks: Mapping[str, Look], title: str, theme: Theme, words: Words) -> Picture:
    """Draw data flows below each other.

    Args:
        lanes: the flows, in the order in which they come.
        looks: how each flow and actor looks, by id.
        title: what the diagram is called.
        theme: its colours.
        words: the texts of the reader's language.
    """
    items: list[Item] = []
    top = 0.0
    for number, lane in enumerate(lanes):
        height = _DOWN * max(map(len, lane.cells.values()))
        nodes = _nodes(number, lane, top + height / 2, looks, theme)
        items += [*_edges(number, lane, nodes, theme, words), *nodes.values()]
        top += height + _BETWEEN
    items = [*_headings(theme, words), *_rules(lanes, theme), *items]
    bounds = bounding(item.bounds for item in items if item.link is None).grown(_MARGIN)
    said = words.text("picture.flows.description", count=len(lanes))
    return Picture(bounds, theme, tuple(items), title, said, words.language)


_Nodes = Mapping[tuple[str, str], Item]
"""The items of a band, by column and id."""


def _nodes(number: int, lane: Lane, middle: float, looks: Mapping[str, Look], theme: Theme) -> _Nodes:
    found: dict[tuple[str, str], Item] = {}
    for place, column in enumerate(COLUMNS):
        ids = lane.cells[column]
        first = middle - _DOWN * (len(ids) - 1) / 2
        for row, one in enumerate(ids):
            drawing = NodeDrawing(looks[one], theme)
            key = f"{one} {number} {column}"
            found[column, one] = Item(
                key, Role.NODE, place * _ACROSS, first + row * _DOWN, drawing, looks[one].title, looks[one].word
            )
    return found


def _edges(number: int, lane: Lane, nodes: _Nodes, theme: Theme, words: Words) -> Iterator[Item]:
    """Draw how the data go: through who links them, when somebody does."""
    flow = ("flow", lane.flow)
    passing = [("links", one) for one in lane.links] or [flow]
    pairs = [(("sends", one), flow, "sends") for one in lane.sends]
    pairs += [(flow, ("links", one), "links") for one in lane.links]
    pairs += [(one, ("receives", other), "receives") for one in passing for other in lane.receives]
    seen_after: Iterable[tuple[str, str]] = [("receives", one) for one in lane.receives] or passing
    pairs += [(one, ("sees", other), "sees") for one in seen_after for other in lane.sees]
    for start, end, relation in pairs:
        source, target = nodes[start], nodes[end]
        said = words.term(f"relation.{relation}")
        family = Family.RELATES if relation == "sees" else Family.FLOW
        link = Link(source.key, target.key, family)
        drawing = EdgeDrawing(link, _end(source), _end(target), theme)
        yield Item(f"{source.key}|{target.key}|{number}", Role.EDGE, 0.0, 0.0, drawing, said, link=link)


def _end(item: Item) -> End:
    return End(item.x, item.y, cast("NodeDrawing", item.drawing))


def _headings(theme: Theme, words: Words) -> Iterator[Item]:
    for place, column in enumerate(COLUMNS):
        said = words.text(f"picture.flows.{column}")
        width = metrics.text_width(said, _HEADING, bold=True)
        text = Text(-width / 2, 0.0, said, _HEADING, True, theme.text, width)
        drawing = FixedDrawing(Rect(-width / 2, -_HEADING, width, 1.4 * _HEADING), title=(text,))
        yield Item(f"heading-{column}", Role.LEGEND, place * _ACROSS, -_MARGIN, drawing, said)


def _rules(lanes: Sequence[Lane], theme: Theme) -> Iterator[Item]:
    """Draw a thin line between two bands."""
    top, half = 0.0, _ACROSS * (len(COLUMNS) - 1) / 2
    for number, lane in enumerate(lanes[:-1]):
        top += _DOWN * max(map(len, lane.cells.values())) + _BETWEEN
        width = 2 * half + _ACROSS * 0.8
        line = Line(-width / 2, 0.0, width / 2, 0.0, Stroke(theme.line, 0.5))
        drawing = FixedDrawing(Rect(-width / 2, -0.5, width, 1.0), body=(line,))
        yield Item(f"rule-{number}", Role.LEGEND, half, top - _BETWEEN / 2, drawing)
