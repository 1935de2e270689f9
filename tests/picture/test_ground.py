"""What lies under an arrangement: water between what is said and what matters, a lane for each actor, rings."""

import pytest

from gvkaart.domain import layout_edits
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import LayoutId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.svg import write_svg
from gvkaart.picture.asking import layout_asked
from gvkaart.picture.case import scene_of
from gvkaart.picture.composing import all_centres, compose
from gvkaart.picture.ground import Water
from gvkaart.picture.placing import placed_by_hand
from gvkaart.picture.primitives import Item, Picture, Role
from gvkaart.picture.roles import Band, band_of, lanes_of, rings_of
from gvkaart.picture.scene import build_picture
from gvkaart.picture.theme import DARK, LIGHT
from gvkaart.words import load_words
from tests.case import MAP, case, node

NL = load_words("nl")
GRAPH = case(
    node("actor", "a", "CAK", presence="at_table"),
    node("actor", "b", "SZW", presence="at_table"),
    node("actor", "c", "Kredietbank", presence="absent"),
    node("position", "p"),
    node("position", "q"),
    node("interest", "i", level="own"),
    node("interest", "j", level="public"),
    node("interest", "k", "Zonder stem", level="public"),
    node("argument", "x"),
    node("note", "n"),
    *("a holds p", "a holds q", "b holds q", "p rests_on i", "a has_interest i", "b has_interest j", "x supports p"),
)


def view_in(way: str, *around: str, graph: Graph = GRAPH) -> CaseView:
    shown = layout_edits.show_layout(graph, MAP, LayoutId(way), map(NodeId, around))
    return CaseView(graph.with_changes(shown), MAP)


def picture_of(view: CaseView) -> Picture:
    centres = layout_asked(view, NL, {}).answered(lambda: False).centres
    scene = scene_of(view, NL, {NodeId(key): centre for key, centre in centres.items()})
    return build_picture(scene, LIGHT, NL)


def ground(picture: Picture) -> dict[str, Item]:
    return {item.title: item for item in picture.items if item.role is Role.GROUP}


def nodes(picture: Picture) -> dict[str, Item]:
    return {item.key: item for item in picture.items if item.role is Role.NODE}


def test_the_waterline_divides_what_is_said_from_what_matters() -> None:
    picture = picture_of(view_in("iceberg"))
    found, items = ground(picture), nodes(picture)
    water = next(item for title, item in found.items() if title.startswith("Boven water"))
    surface = water.drawing.body[0].outline[0][2]  # type: ignore[union-attr, misc]  # the first part is a filled path
    assert max(items[key].bounds.bottom for key in "abcpqxn") < surface
    assert min(items[key].bounds.y for key in "ijk") > surface
    raft = found["Niemand aan tafel behartigt dit"].bounds
    assert raft.contains(items["k"].x, items["k"].y)
    assert not any(raft.contains(items[key].x, items[key].y) for key in "abcpqxnij")


def test_every_actor_at_the_table_has_a_lane_with_what_is_its_own() -> None:
    picture = picture_of(view_in("lanes"))
    found, items = ground(picture), nodes(picture)
    for title, members in (("CAK", "apix"), ("SZW", "bj"), ("Van meer actoren", "q"), ("Overig", "ckn")):
        inside = {key for key, item in items.items() if found[title].bounds.contains(item.x, item.y)}
        assert inside == set(members)


def test_rings_lie_between_the_nodes_of_one_distance_and_the_next() -> None:
    picture = picture_of(view_in("radial", "p"))
    assert {"1 stap", "2 stappen", "3 stappen"} <= set(ground(picture))
    inner, outer = (ground(picture)[title].bounds for title in ("1 stap", "2 stappen"))
    assert outer.x < inner.x
    assert inner.contains(nodes(picture)["p"].x, nodes(picture)["p"].y)


def test_layers_and_placements_have_no_ground() -> None:
    assert ground(picture_of(view_in("layered"))) == {}
    assert scene_of(CaseView(GRAPH, MAP), NL, {}).ground is None


def test_a_node_that_was_moved_by_hand_does_not_count() -> None:
    from gvkaart.domain import map_edits

    view = view_in("iceberg")
    moved = view.graph.with_changes(map_edits.move(view.graph, MAP, {NodeId("i"): (9_000, -9_000)}))
    after = CaseView(moved, MAP)
    assert placed_by_hand(after) == {"i"}
    found = scene_of(after, NL, {}).ground
    assert isinstance(found, Water)
    assert not any("i" in strip.members for strip in (*found.above, *found.under))


@pytest.mark.parametrize("way", ["iceberg", "lanes", "radial"])
def test_it_is_in_every_file_and_in_the_dark(way: str) -> None:
    picture = picture_of(view_in(way))
    svg = write_svg(picture).decode()
    assert all(title.split(".")[0] in svg for title in ground(picture))
    view = view_in(way)
    centres = dict.fromkeys(view.nodes, (0, 0))
    dark = build_picture(scene_of(view, NL, centres), DARK, NL)
    assert ground(dark).keys() <= {*ground(picture), *ground(build_picture(scene_of(view, NL, centres), LIGHT, NL))}


@pytest.mark.parametrize("way", ["iceberg", "lanes", "radial", "layered"])
def test_an_empty_map_is_no_trouble(way: str) -> None:
    picture = picture_of(view_in(way, graph=case()))
    assert picture.items == ()


def test_roles_follow_from_the_map() -> None:
    view = CaseView(GRAPH, MAP)
    assert [band_of(view.nodes[NodeId(key)]) for key in "apij"] == [
        Band.ACTORS,
        Band.POSITIONS,
        Band.INTERESTS,
        Band.PUBLIC,
    ]
    assert lanes_of(view).actors == ("a", "b")
    assert rings_of(view, ()).middle == ("a",)
    assert [sorted(ring) for ring in rings_of(view, (NodeId("p"),)).rings] == [["a", "i", "x"], ["q"], ["b"], ["j"]]


def test_without_a_window_a_map_is_drawn_as_it_is_shown() -> None:
    view = view_in("iceberg")
    picture = compose(view, NL, LIGHT, legend=False)
    assert ground(picture).keys() == ground(picture_of(view)).keys()
    assert {key: (item.x, item.y) for key, item in nodes(picture).items()} == dict(all_centres(view, NL))
