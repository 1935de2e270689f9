"""Many cells at once: what `fulfil` changes is what was wished for, and all of it or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.batch import ON_MAP, TITLE, NewNode, Part, Target, Wish, fulfil, value_at
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NO_ROUND, EdgeKey, MapId, NodeId, Placement, RoundId, Value
from gvkaart.domain.errors import Defect, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import ORIGINS, VISIBILITIES
from tests.case import MAP, case, edge, node

NOW = 5
A, B, P, F, D, INTEREST = (NodeId(one) for one in "abpfdi")
TAGS, TEXT = Target(Part.ATTRIBUTE, "tags"), Target(Part.ATTRIBUTE, "text")
HOLDERS, HOLDS = Target(Part.INVERSE, "holds"), Target(Part.RELATION, "holds")
PRESENCE, EVIDENCE = Target(Part.PLACEMENT, "presence"), Target(Part.FIELD, "evidence")
DIFFERS = Target(Part.RELATION, "differs_from")


@pytest.fixture
def graph() -> Graph:
    return case(
        node("actor", "a"),
        node("actor", "b", presence="at_table"),
        node("position", "p"),
        node("interest", "i"),
        node("fact", "f"),
        node("concept", "c"),
        node("concept", "d"),
        "a holds p",
        "c differs_from d",
    )


def after(graph: Graph, *wishes: Wish, additions: tuple[NewNode, ...] = ()) -> Graph:
    return graph.with_changes(fulfil(CaseView(graph, MAP), wishes, additions, now=NOW))


def read(graph: Graph, node_id: NodeId, target: Target) -> Value | None:
    return value_at(CaseView(graph, MAP), node_id, target)


@pytest.mark.parametrize(
    ("wish", "kept"),
    [
        (Wish(A, TITLE, "  Nieuwe \n naam "), "Nieuwe naam"),
        (Wish(A, TEXT, "een\r\ntwee"), "een\ntwee"),
        (Wish(A, TEXT, None), None),
        (Wish(A, TAGS, ("x", " x ", "", "y")), ("x", "y")),
        (Wish(A, TAGS, None), None),
        (Wish(A, Target(Part.ATTRIBUTE, "visibility"), "private"), "private"),
        (Wish(A, Target(Part.ATTRIBUTE, "origin"), "inferred"), "inferred"),
        (Wish(F, EVIDENCE, "law"), "law"),
        (Wish(F, EVIDENCE, None), None),
        (Wish(B, PRESENCE, "absent"), "absent"),
        (Wish(P, HOLDERS, (B,)), (B,)),
        (Wish(A, HOLDS, ()), None),
        (Wish(D, DIFFERS, None), None),
        (Wish(A, ON_MAP, False), False),
        (Wish(A, ON_MAP, True), True),
    ],
)
def test_a_cell_holds_what_was_wished(graph: Graph, wish: Wish, kept: Value | None) -> None:
    assert read(after(graph, wish), wish.node, wish.target) == kept


def test_nothing_changes_where_everything_is_so_already(graph: Graph) -> None:
    wishes = [Wish(P, HOLDERS, (A,)), Wish(A, TITLE, "a"), Wish(B, PRESENCE, "at_table"), Wish(A, ON_MAP, True)]
    assert fulfil(CaseView(graph, MAP), wishes, now=NOW) == ChangeSet()


def test_only_what_changed_was_modified(graph: Graph) -> None:
    changed = after(graph, Wish(A, TITLE, "b"), Wish(B, TITLE, "b"))
    assert (changed.nodes[A].modified, changed.nodes[B].modified) == (NOW, 0)


def test_several_wishes_for_one_item_are_one_change(graph: Graph) -> None:
    wishes = [Wish(F, TITLE, "x"), Wish(F, EVIDENCE, "law"), Wish(F, TAGS, ("t",))]
    changes = fulfil(CaseView(graph, MAP), wishes, now=NOW)
    assert len(changes) == 1
    assert (read(graph.with_changes(changes), F, EVIDENCE), read(graph.with_changes(changes), F, TAGS)) == (
        "law",
        ("t",),
    )


def test_a_relation_that_stays_keeps_what_is_recorded_of_it() -> None:
    graph = case(node("actor", "a"), node("actor", "b"), node("position", "p"), edge("a holds p", "r1", note="zei hij"))
    changed = after(graph, Wish(P, HOLDERS, (A, B)))
    assert changed.edges[EdgeKey(A, "holds", P, RoundId("r1"))].fields == {"note": "zei hij"}
    assert EdgeKey(B, "holds", P, NO_ROUND) in changed.edges


def test_a_relation_of_another_round_is_not_in_the_cell_and_not_taken_away() -> None:
    graph = case(node("actor", "a"), node("actor", "b"), node("position", "p"), edge("a holds p", "r1", "r1"))
    assert read(graph, P, HOLDERS) is None
    assert len(after(graph, Wish(P, HOLDERS, (B,))).edges) == 2


def test_a_relation_that_exists_in_another_round_is_refused() -> None:
    graph = case(node("actor", "a"), node("position", "p"), edge("a holds p", NO_ROUND, "r1"))
    with pytest.raises(Rejected, match="relation_exists"):
        after(graph, Wish(P, HOLDERS, (A,)))


def test_what_is_joined_to_an_item_on_the_map_comes_to_stand_there(graph: Graph) -> None:
    off = after(graph, Wish(B, ON_MAP, False))
    assert B in after(off, Wish(P, HOLDERS, (A, B))).on_map(MAP)
    both_off = after(off, Wish(P, ON_MAP, False))
    assert B not in after(both_off, Wish(P, HOLDERS, (A, B))).on_map(MAP)


def test_new_items_stand_on_the_map_with_ids_of_their_own(graph: Graph) -> None:
    new = NewNode("fact", "F", {EVIDENCE: "law", Target(Part.INVERSE, "claims"): (A,)})
    changed = after(graph, additions=(new, new))
    made = changed.nodes.keys() - graph.nodes.keys()
    assert {changed.nodes[one].title for one in made} == {"F"}
    assert len(made) == 2
    assert made <= changed.on_map(MAP).keys()
    assert all(read(changed, one, Target(Part.INVERSE, "claims")) == (A,) for one in made)


def test_without_a_map_new_items_stand_nowhere() -> None:
    view = CaseView(Graph(), MapId("geen"))
    changes = fulfil(view, (), [NewNode("note", "x")], now=NOW)
    assert not Graph().with_changes(changes).placements


@pytest.mark.parametrize(
    "wish",
    [
        Wish(NodeId("niemand"), TITLE, "x"),
        Wish(F, EVIDENCE, "gerucht"),
        Wish(F, Target(Part.FIELD, "bestaat-niet"), "x"),
        Wish(A, Target(Part.ATTRIBUTE, "visibility"), None),
        Wish(F, PRESENCE, "absent"),
        Wish(P, HOLDERS, (INTEREST,)),
        Wish(D, DIFFERS, (D,)),
    ],
)
def test_the_impossible_is_refused_as_a_whole(graph: Graph, wish: Wish) -> None:
    with pytest.raises(Rejected):
        after(graph, Wish(A, TITLE, "x"), wish)


def test_a_role_needs_a_place_on_the_map(graph: Graph) -> None:
    with pytest.raises(Rejected, match="not_on_map"):
        after(after(graph, Wish(A, ON_MAP, False)), Wish(A, PRESENCE, "absent"))
    assert read(after(graph, Wish(A, ON_MAP, False)), A, PRESENCE) is None


def test_an_attribute_that_does_not_exist_is_our_mistake(graph: Graph) -> None:
    with pytest.raises(Defect):
        after(graph, Wish(A, Target(Part.ATTRIBUTE, "id"), "x"))


def test_a_place_that_comes_back_in_one_action_stays_as_it_was(graph: Graph) -> None:
    placed = Placement(MAP, B, 10, 20, by_hand=True, fields={"presence": "at_table"})
    there = Graph.of([*(one for one in graph.entities() if not isinstance(one, Placement)), placed])
    assert after(there, Wish(B, ON_MAP, False), Wish(B, ON_MAP, True)).on_map(MAP)[B] == placed


@given(st.data())
def test_undoing_a_batch_gives_the_graph_there_was(data: st.DataObject) -> None:
    graph = case(node("actor", "a"), node("actor", "b"), node("position", "p"), "a holds p")
    some: dict[Target, st.SearchStrategy[Value]] = {
        Target(Part.ATTRIBUTE, "visibility"): st.sampled_from(VISIBILITIES),
        Target(Part.ATTRIBUTE, "origin"): st.sampled_from(ORIGINS),
        TITLE: st.text(max_size=5),
        TAGS: st.lists(st.text(max_size=3), max_size=3).map(tuple),
    }
    targets = data.draw(st.lists(st.sampled_from(list(some)), max_size=4))
    wishes = [Wish(data.draw(st.sampled_from([A, B, P])), target, data.draw(some[target])) for target in targets]
    holders: list[tuple[str, ...]] = [(), (A,), (B,), (A, B)]
    wishes.append(Wish(P, HOLDERS, data.draw(st.sampled_from(holders))))
    changes = fulfil(CaseView(graph, MAP), wishes, now=NOW)
    changed = graph.with_changes(changes)
    assert changed.with_changes(changes.reversed()) == graph
    last = {(wish.node, wish.target): wish.value for wish in wishes}
    assert set(read(changed, P, HOLDERS) or ()) == set(last[P, HOLDERS] or ())  # type: ignore[arg-type]


def test_two_cells_that_say_the_same_from_either_end_make_one_relation(graph: Graph) -> None:
    apart = after(graph, Wish(D, DIFFERS, None))
    both = after(apart, Wish(NodeId("c"), DIFFERS, (D,)), Wish(D, DIFFERS, ("c",)))
    assert [(one.source, one.target) for one in both.edges.values() if one.relation == DIFFERS.name] == [("c", D)]
