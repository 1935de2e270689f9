"""Two moments compared: nothing that differs is left out, and it is told field by field."""

from dataclasses import replace

from hypothesis import given

from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.comparison import POSITION, Difference, FieldChange, compare, readable
from gvkaart.domain.entities import Edge, Map, NodeId, Placement, RoundId, SetAside, Value
from gvkaart.domain.graph import Graph
from tests.case import MAP, ROUNDS, case, edge, node
from tests.random_edits import START, histories

A, P = NodeId("a"), NodeId("p")
BEFORE = case(node("actor", "a", "Gemeente", presence="absent"), node("position", "p"), edge("a holds p", "r1"))
HOLDS = next(iter(BEFORE.edges.values()))
PLACE = BEFORE.on_map(MAP)[A]


def after(*changes: Change) -> Graph:
    return BEFORE.with_changes(ChangeSet(changes))


def only(graph: Graph) -> Difference:
    (found,) = compare(BEFORE, graph).differences
    return found


def applied(old: dict[str, Value], fields: tuple[FieldChange, ...]) -> dict[str, Value]:
    values = {**old, **{one.field: one.new for one in fields if one.new is not None}}
    return {name: value for name, value in values.items() if all(one.new for one in fields if one.field == name)}


@given(histories())
def test_comparing_gives_the_changes_back(history: list[tuple[Graph, ChangeSet]]) -> None:
    whole = merged(changes for _graph, changes in history)
    end = START.with_changes(whole)
    comparison = compare(START, end)
    assert {change.key: change for change in comparison.changes} == {change.key: change for change in whole}
    assert START.with_changes(comparison.changes) == end
    assert bool(comparison) == any(one.is_whole or one.fields for one in comparison.differences)


@given(histories())
def test_the_fields_tell_how_the_one_became_the_other(history: list[tuple[Graph, ChangeSet]]) -> None:
    end = START.with_changes(merged(changes for _graph, changes in history))
    for one in compare(START, end).differences:
        old = {} if one.old is None else dict(readable(one.old))
        new = {} if one.new is None else dict(readable(one.new))
        assert applied(old, one.fields) == new
        assert all(change.old == old.get(change.field) for change in one.fields)


def test_equal_moments_do_not_differ() -> None:
    comparison = compare(BEFORE, BEFORE)
    assert comparison.differences == ()
    assert not comparison


def test_every_field_that_differs_is_told() -> None:
    old = BEFORE.nodes[A]
    new = replace(old, title="De gemeente", text="Nieuw", fields={"type": "municipality"}, modified=9)
    found = only(after(Change(old, new)))
    assert found.entity is new
    assert found.fields == (
        FieldChange("title", "Gemeente", "De gemeente"),
        FieldChange("text", None, "Nieuw"),
        FieldChange("type", None, "municipality"),
    )


def test_only_another_time_stamp_is_nothing_to_read() -> None:
    old = BEFORE.nodes[A]
    comparison = compare(BEFORE, after(Change(old, replace(old, modified=9))))
    assert [one.fields for one in comparison.nodes] == [()]
    assert not comparison


def test_what_was_added_or_removed_says_all_it_has() -> None:
    removed = compare(BEFORE, after(Change(HOLDS, None))).edges[0]
    assert (removed.entity, removed.new) == (HOLDS, None)
    assert FieldChange("from", "r1", None) in removed.fields
    added = compare(after(Change(HOLDS, None)), BEFORE).edges[0]
    assert FieldChange("from", None, "r1") in added.fields


def test_a_relation_that_begins_in_another_round_changed() -> None:
    later = replace(HOLDS, from_round=RoundId("r2"))
    found = only(after(Change(HOLDS, None), Change(None, later)))
    assert (found.old, found.new) == (HOLDS, later)
    assert found.fields == (FieldChange("from", "r1", "r2"),)
    changed = after(Change(HOLDS, None), Change(None, later))
    assert BEFORE.with_changes(compare(BEFORE, changed).changes) == changed


def test_of_several_relations_between_the_same_two_nothing_is_guessed() -> None:
    others = [Edge(A, "holds", P, RoundId(round_id)) for round_id in ("r2", "r3")]
    comparison = compare(BEFORE, after(Change(HOLDS, None), *(Change(None, one) for one in others)))
    assert sorted((one.old is None, one.new is None) for one in comparison.edges) == [
        (False, True),
        (True, False),
        (True, False),
    ]


def test_a_move_is_told_from_another_place_at_the_table() -> None:
    moved = only(after(Change(PLACE, replace(PLACE, x=3, y=-4))))
    assert moved.is_move
    assert moved.fields == (FieldChange(POSITION, None, "3, -4"),)
    seated = replace(PLACE, fields={"presence": "at_table"})
    assert not only(after(Change(PLACE, seated))).is_move
    assert not only(after(Change(PLACE, None))).is_move


def test_what_belongs_to_a_map_is_found_with_it() -> None:
    round_ = BEFORE.rounds[ROUNDS[0]]
    aside = SetAside(MAP, "interest.none", ("a",), (), (), "niet nodig")
    renamed = Change(BEFORE.maps[MAP], Map(MAP, "Anders"))
    elsewhere = Change(PLACE, Placement(MAP, A, 1, 1))
    comparison = compare(
        BEFORE, after(renamed, Change(round_, replace(round_, date="2021")), elsewhere, Change(None, aside))
    )
    assert [one.entity for one in comparison.maps] == [Map(MAP, "Anders")]
    assert [type(one.entity).__name__ for one in comparison.on_map(MAP)] == ["Round", "Placement", "SetAside"]
    assert comparison.nodes == ()
