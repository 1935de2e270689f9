"""What a layout is asked for a map: boxes of the size they are drawn, links, and groups by actor."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.picture.scene import Scene, sizes
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.layout import LayoutRequest

Centres = Mapping[NodeId, tuple[int, int]]
"""Centres of nodes in canvas units."""

_OWNING: Final = ("holds", "claims", "has_interest", "means", "promises")
"""Relations that put an item with its actor, when there is only one such actor."""


def placed(view: CaseView) -> dict[NodeId, tuple[int, int]]:
    """Return the centres of the nodes that have one."""
    return {
        node_id: (placement.x, placement.y)
        for node_id, placement in view.placements.items()
        if placement.x is not None and placement.y is not None
    }


def layout_request(view: CaseView, scene: Scene, words: Words, fixed: Centres) -> "LayoutRequest":
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
    actors = set(view.sources(node_id, *_OWNING))
    return actors.pop() if len(actors) == 1 else None
