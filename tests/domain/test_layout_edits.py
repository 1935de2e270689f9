"""Layouts: each map has its own placements, which no layout touches, and any number of other arrangements."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain import edits, layout_edits, map_edits
from gvkaart.domain.batch import ON_MAP, Wish, fulfil
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import only_map, without_private
from gvkaart.domain.entities import LayoutId, LayoutKey, NodeId, PlacementKey
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from tests.case import MAP, case, node
from tests.random_edits import NOW, histories

A, B, P = map(NodeId, ("a", "b", "p"))
LANES, RADIAL, OWN = map(LayoutId, ("lanes", "radial", "voor-het-gesprek"))
BARE = case(node("actor", "a"), node("actor", "b", visibility="private"), node("position", "p"), "a holds p")
PLACED = BARE.with_changes(map_edits.move(BARE, MAP, {A: (1, 1), P: (2, 2)}))


def after(graph: Graph, *steps: ChangeSet) -> Graph:
    for changes in steps:
        graph = graph.with_changes(changes)
    return graph


def shown_in(graph: Graph, layout: LayoutId, *around: NodeId) -> Graph:
    return graph.with_changes(layout_edits.show_layout(graph, MAP, layout, around))


def kept(graph: Graph, title: str = "Voor het gesprek") -> Graph:
    return graph.with_changes(layout_edits.keep_layout(graph, MAP, title, {A: (5, 5), P: (6, 6)}, by_hand=[A]))


def moved(graph: Graph, node_id: NodeId, x: int, y: int) -> Graph:
    return graph.with_changes(map_edits.move(graph, MAP, {node_id: (x, y)}))


def test_looking_at_another_layout_and_back_leaves_nothing_behind() -> None:
    lanes = shown_in(PLACED, LANES)
    assert lanes.shown_layout(MAP) is not None
    assert lanes.placements == PLACED.placements
    assert after(lanes, layout_edits.show_placements(lanes, MAP)) == PLACED
    assert shown_in(shown_in(lanes, RADIAL, A), LANES) == lanes


def test_a_node_that_is_moved_is_moved_in_what_is_shown_only() -> None:
    lanes = moved(shown_in(PLACED, LANES), A, 70, 80)
    back = after(lanes, layout_edits.show_placements(lanes, MAP))
    assert back.placements == PLACED.placements
    assert shown_in(back, LANES) == lanes
    spot = lanes.spots_in(LayoutKey(MAP, LANES))[A]
    assert (spot.x, spot.y, spot.by_hand) == (70, 80, True)
    assert not map_edits.move(lanes, MAP, {A: (70, 80)})


def test_a_spot_can_be_given_up() -> None:
    lanes = moved(shown_in(PLACED, LANES), A, 70, 80)
    assert after(lanes, map_edits.release(lanes, MAP, [A, P])) == shown_in(PLACED, LANES)


def test_showing_what_is_shown_changes_nothing_but_its_middle() -> None:
    radial = shown_in(PLACED, RADIAL, A, A)
    assert not layout_edits.show_layout(radial, MAP, RADIAL)
    other = shown_in(radial, RADIAL, P)
    assert [graph.layouts[LayoutKey(MAP, RADIAL)].fields["around"] for graph in (radial, other)] == [(A,), (P,)]
    assert not layout_edits.show_placements(PLACED, MAP)


def test_a_layout_is_kept_under_a_name_with_all_its_spots() -> None:
    graph = kept(shown_in(PLACED, RADIAL, P))
    layout = graph.shown_layout(MAP)
    assert layout is not None
    assert (layout.key, layout.title) == (LayoutKey(MAP, OWN), "Voor het gesprek")
    assert layout.fields == {"way": "radial", "around": (P,)}
    assert {(spot.node, spot.x, spot.by_hand) for spot in graph.spots_in(layout.key).values()} == {
        (A, 5, True),
        (P, 6, False),
    }
    assert [one.id for one in kept(graph).layouts_of(MAP)] == [OWN, f"{OWN}-2"]


def test_the_placements_can_be_kept_too() -> None:
    layout = kept(PLACED).shown_layout(MAP)
    assert layout is not None
    assert layout.fields == {"way": "layered"}


def test_a_layout_is_renamed_and_removed() -> None:
    graph = kept(PLACED)
    renamed = after(graph, layout_edits.rename_layout(graph, LayoutKey(MAP, OWN), "Voor de\nminister"))
    assert [one.title for one in renamed.layouts_of(MAP)] == ["Voor de minister"]
    assert not layout_edits.rename_layout(graph, LayoutKey(MAP, OWN), "Voor het gesprek")
    assert after(graph, layout_edits.remove_layout(graph, LayoutKey(MAP, OWN))) == PLACED


def test_what_cannot_be_is_refused() -> None:
    graph = shown_in(PLACED, LANES)
    impossible: tuple[tuple[str, Callable[[], ChangeSet]], ...] = (
        ("problem.no_such_layout", lambda: layout_edits.show_layout(graph, MAP, LayoutId("nowhere"))),
        ("problem.no_such_layout", lambda: layout_edits.rename_layout(graph, LayoutKey(MAP, LANES), "Banen")),
        ("problem.no_such_layout", lambda: layout_edits.remove_layout(graph, LayoutKey(MAP, OWN))),
        ("error.layout_without_name", lambda: layout_edits.keep_layout(graph, MAP, " ", {})),
        ("problem.no_such_node", lambda: layout_edits.show_layout(graph, MAP, RADIAL, [NodeId("nobody")])),
    )
    for key, attempt in impossible:
        with pytest.raises(Rejected) as error:
            attempt()
        assert error.value.key == key


def test_a_node_that_goes_goes_from_every_layout() -> None:
    graph = kept(moved(shown_in(PLACED, RADIAL, A), A, 9, 9))
    ticked_off = fulfil(CaseView(graph, MAP), [Wish(A, ON_MAP, False)], now=NOW)
    for changes in (edits.remove_nodes(graph, [A]), map_edits.take_off_map(graph, MAP, [A]), ticked_off):
        gone = graph.with_changes(changes)
        assert {spot.node for spot in gone.spots.values()} == {P}
        assert {layout.fields.get("around") for layout in gone.layouts.values()} == {None}


def test_a_new_node_stands_where_it_is_wanted_unless_the_layout_follows_the_map() -> None:
    def add(graph: Graph) -> tuple[Graph, NodeId]:
        grown = graph.with_changes(edits.add_node(graph, "note", "Nieuw", now=NOW, map_id=MAP, at=(3, 4)))
        return grown, NodeId("nieuw")

    own, new = add(PLACED)
    assert own.placements[PlacementKey(MAP, new)].x == 3
    lanes, new = add(shown_in(PLACED, LANES))
    assert lanes.placements[PlacementKey(MAP, new)].x is None
    assert not lanes.spots
    named, new = add(kept(PLACED))
    assert named.placements[PlacementKey(MAP, new)].x is None
    assert named.spots_in(LayoutKey(MAP, OWN))[new].y == 4


def test_what_leaves_with_a_map_has_no_trace_of_what_is_private() -> None:
    graph = moved(shown_in(PLACED, RADIAL, A, B), B, 9, 9)
    assert only_map(graph, MAP) == graph
    disclosed = without_private(graph, MAP)
    assert not disclosed.spots
    assert [layout.fields["around"] for layout in disclosed.layouts.values()] == [(A,)]


@settings(max_examples=40)
@given(histories(), st.data())
def test_no_layout_touches_a_placement(history: list[tuple[Graph, ChangeSet]], data: st.DataObject) -> None:
    graph, changes = history[-1] if history else (PLACED, ChangeSet())
    graph = graph.with_changes(changes)
    for map_id in graph.maps:
        shown = graph.with_changes(layout_edits.show_layout(graph, map_id, data.draw(st.sampled_from([LANES, RADIAL]))))
        nodes = list(graph.on_map(map_id))
        elsewhere = shown.with_changes(map_edits.move(shown, map_id, dict.fromkeys(nodes, (11, 12))))
        assert after(elsewhere, layout_edits.show_placements(elsewhere, map_id)).placements == graph.placements


def test_what_is_shown_is_asked_of_the_map() -> None:
    graph = kept(PLACED)
    layout = CaseView(graph, MAP).layout
    assert layout is not None
    assert (layout.title, layout.is_view) == ("Voor het gesprek", False)
    assert CaseView(PLACED, MAP).layout is None
