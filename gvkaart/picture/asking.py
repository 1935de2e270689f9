"""What a layout is asked for a map: boxes of the size they are drawn, and links between them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.picture.case import scene_of
from gvkaart.picture.placing import Centres
from gvkaart.picture.roles import Iceberg, Lanes, Rings, Roles, roles_of
from gvkaart.picture.scene import Scene, sizes
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.layout import LayoutRequest, LayoutResult

_OWNING: Final = ("holds", "claims", "has_interest", "means", "promises")
"""Relations that put an item with its actor, when there is only one such actor."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a layout is asked: everything that decides where nodes go, so equal ones have the same answer."""

    request: "LayoutRequest"
    roles: Roles | None

    def answered(self, cancelled: Callable[[], bool]) -> "LayoutResult":
        """Have it done; meant for a worker.

        Raises:
            LayoutCancelled: `cancelled` said yes.
        """
        from gvkaart.layout import Bands, Cell, in_bands, in_lanes, in_rings, lay_out

        match self.roles:
            case Iceberg(bands, adrift):
                return in_bands(
                    self.request, Bands({node: int(band) for node, band in bands.items()}, adrift), cancelled
                )
            case Lanes(actors, cells):
                return in_lanes(
                    self.request, {node: Cell(*cell) for node, cell in cells.items()}, len(actors), cancelled
                )
            case Rings(middle=middle):
                return in_rings(self.request, middle, cancelled)
            case None:
                return lay_out(self.request, cancelled=cancelled)
            case _:
                assert_never(self.roles)


def layout_asked(view: CaseView, words: Words, fixed: Centres) -> Asked:
    """Ask for places for all nodes of a map, in the way in which it is shown, around those that are fixed."""
    scene = scene_of(view, words, dict.fromkeys(view.nodes, (0, 0)))
    return Asked(_layout_request(view, scene, words, fixed), roles_of(view))


def _layout_request(view: CaseView, scene: Scene, words: Words, fixed: Centres) -> "LayoutRequest":
    """Ask for places for all nodes of a scene, around those that are fixed."""
    from gvkaart.layout import Box, LayoutRequest, Link  # when one is needed: most maps have their places already

    boxes = tuple(
        Box(node_id, round(width), round(height), _owner(view, NodeId(node_id)), fixed.get(NodeId(node_id)))
        for node_id, (width, height) in sizes(scene, words).items()
    )
    ids = {box.id for box in boxes}
    links = {(edge.source, edge.target) for edge in scene.edges if {edge.source, edge.target} <= ids}
    return LayoutRequest(boxes, tuple(Link(source, target) for source, target in sorted(links)))


def _owner(view: CaseView, node_id: NodeId) -> str | None:
    if view.nodes[node_id].kind == "actor":
        return node_id
    actors = set(view.sources(node_id, *_OWNING)) or _standing_on(view, node_id)
    return actors.pop() if len(actors) == 1 else None


def _standing_on(view: CaseView, interest: NodeId) -> set[NodeId]:
    """Who takes a position that comes from an interest: that of nobody else stands with them, under the position."""
    positions = view.sources(interest, "rests_on")
    return {actor for position in positions for actor in view.sources(position, *_OWNING)}
