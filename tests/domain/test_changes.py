"""Change sets: they can be taken back, joined, and asked what they concern."""

from dataclasses import replace

import pytest
from hypothesis import given

from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.entities import Entity, Map, Node, NodeId, Placement, PlacementKey, Round, RoundId, SetAside
from gvkaart.domain.errors import Defect
from gvkaart.domain.graph import Graph
from tests.case import MAP, edge
from tests.random_edits import NOW, START, histories

A, B, P = NodeId("a"), NodeId("b"), NodeId("p")
NODE = START.nodes[A]
PLACEMENT = START.placements[PlacementKey(MAP, A)]


def changed(old: Entity | None, new: Entity | None) -> ChangeSet:
    return ChangeSet((Change(old, new),))


@given(histories())
def test_reversed_changes_restore_the_graph(history: list[tuple[Graph, ChangeSet]]) -> None:
    for graph, changes in history:
        assert graph.with_changes(changes).with_changes(changes.reversed()) == graph
        assert changes.reversed().reversed() == changes


@given(histories())
def test_merged_changes_do_in_one_step_what_they_did_in_many(history: list[tuple[Graph, ChangeSet]]) -> None:
    end = START
    for graph, changes in history:
        end = graph.with_changes(changes)
    whole = merged(changes for _graph, changes in history)
    assert START.with_changes(whole) == end
    assert end.with_changes(whole.reversed()) == START
    assert len({change.key for change in whole}) == len(whole)


@given(histories())
def test_there_and_back_merges_to_nothing(history: list[tuple[Graph, ChangeSet]]) -> None:
    steps = [changes for _graph, changes in history]
    assert not merged([*steps, *(changes.reversed() for changes in reversed(steps))])


def test_a_change_keeps_the_key() -> None:
    with pytest.raises(Defect, match="change_of_key"):
        Change(NODE, replace(NODE, id=NodeId("other")))


def test_a_change_is_about_what_is_there_or_what_was_there() -> None:
    renamed = replace(NODE, title="Nieuw")
    assert Change(NODE, renamed).entity is renamed
    assert Change(NODE, None).entity is NODE
    with pytest.raises(Defect, match="change_of_nothing"):
        _ = Change(None, None).entity


def test_an_empty_change_set_is_false_and_concerns_nobody() -> None:
    empty = ChangeSet()
    assert not empty
    assert empty.concerned == frozenset()
    assert not empty.concerns_maps


def test_a_node_an_edge_and_a_placement_concern_their_nodes() -> None:
    holds = edge("a holds p")
    everything = ChangeSet((Change(None, holds), Change(START.nodes[B], None), Change(PLACEMENT, None)))
    assert everything.nodes == {B}
    assert everything.edges == (holds,)
    assert everything.placed == {(MAP, A)}
    assert everything.concerned == {A, B, P}


@pytest.mark.parametrize(
    ("entity", "maps"),
    [
        (Map(MAP, "Kaart"), True),
        (Round(RoundId("r9"), MAP, 9, "Ronde"), True),
        (SetAside(MAP, "fact.disputed", (), (), (), "Omdat"), False),
        (NODE, False),
    ],
)
def test_what_a_change_concerns(entity: Entity, maps: bool) -> None:
    assert changed(None, entity).concerns_maps == maps


@pytest.mark.parametrize(
    ("new", "moves"),
    [
        (replace(PLACEMENT, x=1, y=2, by_hand=True), True),
        (replace(PLACEMENT, collapsed=True), False),
        (replace(PLACEMENT, fields={}), False),
        (None, False),
    ],
)
def test_only_other_coordinates_are_a_mere_move(new: Placement | None, moves: bool) -> None:
    assert changed(PLACEMENT, new).moves_only is moves


def test_a_rename_is_no_move() -> None:
    assert not edits.rename(START, A, "Anders", now=NOW).moves_only


def test_changes_are_made_in_their_order_and_taken_back_last_one_first() -> None:
    changes = edits.remove_nodes(START, [A])
    assert [change.new for change in changes.reversed()] == [change.old for change in reversed(list(changes))]


def test_a_node_is_still_named_after_it_is_gone() -> None:
    gone = changed(Node(NodeId("x"), "note", ""), None)
    assert [change.key for change in gone] == [("node", "x")]
