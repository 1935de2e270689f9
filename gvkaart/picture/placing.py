"""Where the nodes of a map stand."""

from collections.abc import Mapping

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId

Centres = Mapping[NodeId, tuple[int, int]]
"""Centres of nodes in canvas units."""


def placed(view: CaseView) -> dict[NodeId, tuple[int, int]]:
    """Return the centres of the nodes that have one, in the arrangement in which the map is shown."""
    if (layout := view.layout) is not None:
        return {node_id: (spot.x, spot.y) for node_id, spot in view.graph.spots_in(layout.key).items()}
    return {
        node_id: (placement.x, placement.y)
        for node_id, placement in view.placements.items()
        if placement.x is not None and placement.y is not None
    }


def placed_by_hand(view: CaseView) -> frozenset[NodeId]:
    """Return the nodes that a person put where they are, in the arrangement in which the map is shown."""
    standing = view.placements if view.layout is None else view.graph.spots_in(view.layout.key)
    return frozenset(node_id for node_id, one in standing.items() if one.by_hand)


def follows(view: CaseView) -> bool:
    """Tell whether places follow from what the nodes are, so that nothing but what a person moved is kept."""
    return view.layout is not None and view.layout.follows
