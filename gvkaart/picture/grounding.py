"""What lies under the nodes of a map in the arrangement in which it is shown: parts with their members and captions."""

from collections import defaultdict
from collections.abc import Iterable
from typing import assert_never

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.picture.ground import Ground, LaneGround, RingGround, Strip, Water
from gvkaart.picture.placing import placed_by_hand
from gvkaart.picture.roles import Band, Iceberg, Lanes, Rings, roles_of
from gvkaart.words import Words


def ground_of(view: CaseView, words: Words) -> Ground | None:
    """Return the ground of the arrangement in which a map is shown; None when it has none."""
    roles = roles_of(view)
    if roles is None:
        return None
    moved = placed_by_hand(view)
    match roles:
        case Iceberg():
            return _water(roles, moved, words)
        case Lanes():
            return _lanes(view, roles, moved, words)
        case Rings():
            return _rings(roles, moved, words)
        case _:
            assert_never(roles)


def _water(roles: Iceberg, moved: Iterable[NodeId], words: Words) -> Water:
    members: dict[Band, set[str]] = defaultdict(set)
    for node, band in roles.bands.items():
        members[band].add(node)
    for some in members.values():
        some -= {*moved, *roles.adrift}
    above, under = (
        tuple(
            Strip(
                f"band {band.name.lower()}", words.text(f"picture.band.{band.name.lower()}"), frozenset(members[band])
            )
            for band in Band
            if (band >= Band.INTERESTS) == is_under
        )
        for is_under in (False, True)
    )
    drifting = Strip("band adrift", words.text("picture.band.adrift"), roles.adrift.difference(moved))
    return Water(above, under, drifting, words.text("picture.band.surface"))


def _lanes(view: CaseView, roles: Lanes, moved: Iterable[NodeId], words: Words) -> LaneGround:
    members: dict[int, set[str]] = defaultdict(set)
    for node, (lane, _) in roles.cells.items():
        members[lane].add(node)
    titles = [*(view.nodes[actor].title for actor in roles.actors)]
    titles += [words.text("picture.lane.shared"), words.text("picture.lane.others")]
    return LaneGround(
        tuple(
            Strip(f"lane {number}", title, frozenset(members[number].difference(moved)))
            for number, title in enumerate(titles)
        )
    )


def _rings(roles: Rings, moved: Iterable[NodeId], words: Words) -> RingGround:
    strips = (
        Strip(f"ring {number}", words.text("picture.ring", count=number), frozenset(ring.difference(moved)))
        for number, ring in enumerate(roles.rings, start=1)
    )
    return RingGround(frozenset(roles.middle), tuple(strips))
