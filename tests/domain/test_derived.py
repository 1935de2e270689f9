from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import (
    RUNGS,
    CaseView,
    Mark,
    Status,
    concreteness,
    flag_of,
    is_living,
    is_second_hand,
    text_of,
    texts_of,
)
from gvkaart.domain.entities import Edge, Map, MapId, Node, NodeId, Round, RoundId, Value
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.joined import Joined
from gvkaart.domain.metamodel import KINDS, relations_between
from tests.case import MAP, ROUNDS, case, edge, node, view
from tests.generator import make_graph
from tests.random_edits import histories

A, B, C, FACT = NodeId("a"), NodeId("b"), NodeId("c"), NodeId("f")


def table(*actors: str) -> list[Node]:
    return [node("actor", actor, presence="at_table") for actor in actors]


# --- the map as of a round ---


def test_only_what_stands_on_the_map_is_seen() -> None:
    elsewhere = Node(NodeId("elsewhere"), "fact", "Niet op de kaart")
    graph = case(node("actor", "a"), node("fact", "f"), "a claims f", "a claims elsewhere")
    graph = type(graph).of([*graph.entities(), elsewhere])
    seen = CaseView(graph, MAP)
    assert list(seen.nodes) == ["a", "f"]
    assert [one.target for one in seen.edges] == ["f"]
    assert [one.id for one in seen.of_kind("fact")] == ["f"]
    assert seen.of_kind("option") == ()


def test_an_unknown_map_is_an_empty_view() -> None:
    empty = CaseView(case(node("actor", "a")), MapId("nowhere"))
    assert (empty.map, empty.round, dict(empty.nodes), empty.edges) == (None, None, {}, ())


@pytest.mark.parametrize(
    ("begin", "end", "holding"),
    [
        ("", "", ["r1", "r2", "r3"]),
        ("r2", "", ["r2", "r3"]),
        ("", "r2", ["r1", "r2"]),
        ("r2", "r2", ["r2"]),
        ("r3", "r1", []),
        ("of-another-map", "", ["r1", "r2", "r3"]),
        ("", "of-another-map", ["r1", "r2", "r3"]),
    ],
)
def test_an_edge_holds_from_its_first_round_until_its_last_inclusive(begin: str, end: str, holding: list[str]) -> None:
    parts = (node("actor", "a"), node("fact", "f"), edge("a claims f", begin, end))
    assert [at for at in ("r1", "r2", "r3") if view(*parts, at=at).edges] == holding


def test_without_rounds_every_edge_holds() -> None:
    graph = case(node("actor", "a"), node("fact", "f"), edge("a claims f", "r3", "r1"))
    without = type(graph).of([one for one in graph.entities() if not isinstance(one, Round)])
    assert len(CaseView(without, MAP).edges) == 1


@pytest.mark.parametrize(
    ("fields", "asked", "seen"),
    [
        ({}, None, "r3"),
        ({"current": "r2"}, None, "r2"),
        ({"current": "gone"}, None, "r3"),
        ({"current": "r2"}, "r1", "r1"),
        ({"current": "r2"}, "gone", "r2"),
    ],
)
def test_the_round_is_the_one_asked_for_or_the_current_or_the_last(
    fields: dict[str, Value], asked: str | None, seen: str
) -> None:
    chosen = view(fields=fields, at=asked).round
    assert chosen is not None
    assert chosen.id == seen


def test_edges_are_found_from_both_ends_and_by_relation() -> None:
    seen = view(
        node("actor", "a"),
        node("fact", "f"),
        node("position", "p"),
        edge("a claims f", "r1"),
        edge("a claims f", "r2"),
        "a disputes f",
        "a holds p",
    )
    assert len(seen.out(A, "claims")) == 2
    assert seen.targets(A, "holds", "claims") == ("p", "f")
    assert seen.sources(FACT, "claims", "disputes") == ("a",)
    assert len(seen.into(FACT, "claims", "disputes")) == 3
    assert seen.out(FACT, "claims") == ()
    assert seen.holders(FACT) == ("a",)


@pytest.mark.parametrize(("kind", "relation"), [("position", "holds"), ("fact", "claims"), ("problem", "accepts")])
def test_what_is_no_longer_held_is_dimmed_and_does_not_count(kind: str, relation: str) -> None:
    parts = (node("actor", "a"), node(kind, "x"), edge(f"a {relation} x", end="r1"))
    assert [set(view(*parts, at=at).dimmed) for at in ("r1", "r2")] == [set(), {"x"}]
    assert (view(*parts, at="r1").counts(NodeId("x")), view(*parts, at="r2").counts(NodeId("x"))) == (True, False)


def test_what_is_not_held_yet_is_dimmed_too() -> None:
    assert view(node("actor", "a"), node("fact", "f"), edge("a claims f", "r2"), at="r1").dimmed == {"f"}


def test_what_nobody_ever_held_is_not_dimmed() -> None:
    assert view(node("actor", "a"), node("fact", "f"), "a disputes f").dimmed == frozenset()


def test_a_concept_is_unmeant_in_a_round_in_which_nobody_has_that_meaning_though_somebody_else_does() -> None:
    concepts = tuple(node("concept", one) for one in ("always", "before", "later", "nobody"))
    meant = ("a means always", edge("a means before", end="r1"), edge("a means later", "r2"))
    seen = [view(node("actor", "a"), *concepts, *meant, at=at) for at in ("r1", "r2")]
    assert [one.unmeant for one in seen] == [{"later"}, {"before"}]


def test_without_rounds_no_concept_is_unmeant() -> None:
    assert view(node("actor", "a"), node("concept", "c"), "a means c").unmeant == frozenset()


def test_a_dropped_option_does_not_count() -> None:
    seen = view(node("option", "a", status="dropped"), node("option", "b", status="idea"), node("option", "c"))
    assert [one for one in (A, B, C) if seen.counts(one)] == ["b", "c"]
    assert [option.id for option in seen.of_kind("option") if is_living(option)] == ["b", "c"]


# --- who takes part ---


@pytest.mark.parametrize(("actor_type", "presence"), [("department", "at_table"), ("person", "at_table"), ("role", "")])
def test_only_a_department_or_a_person_inherits_presence(actor_type: str, presence: str) -> None:
    seen = view(*table("b"), node("actor", "a", type=actor_type), "a part_of b")
    assert seen.presence(A) == presence
    assert (A in seen.at_table) == (presence == "at_table")


def test_presence_is_inherited_through_several_steps_and_through_a_circle() -> None:
    seen = view(
        node("actor", "a", type="person"),
        node("actor", "b", type="department"),
        node("actor", "c", type="ministry", presence="consulted"),
        "a part_of b",
        "b part_of a",
        "b part_of c",
    )
    assert [seen.presence(one) for one in (A, B, C)] == ["consulted"] * 3


def test_an_own_presence_goes_before_an_inherited_one() -> None:
    seen = view(*table("b"), node("actor", "a", type="person", presence="declined"), "a part_of b")
    assert seen.presence(A) == "declined"


def test_of_several_wholes_the_one_nearest_to_the_table_counts() -> None:
    seen = view(
        node("actor", "a", type="person"),
        node("actor", "b", presence="absent"),
        node("actor", "c", presence="at_table"),
        "a part_of b",
        "a part_of c",
    )
    assert seen.presence(A) == "at_table"


@pytest.mark.parametrize("presence", ["consulted", "absent", "declined", "unavailable", "facilitator"])
def test_no_other_presence_is_at_the_table(presence: str) -> None:
    assert view(node("actor", "a", presence=presence)).at_table == frozenset()


def test_needed_are_those_marked_at_the_table() -> None:
    marked = node("actor", "a", presence="at_table", required=True)
    assert view(marked, *table("b")).needed == {"a"}


def test_without_a_mark_at_the_table_all_at_the_table_are_needed() -> None:
    absent = node("actor", "c", presence="absent", required=True)
    assert view(*table("a", "b"), absent).needed == {"a", "b"}


def test_an_interest_is_represented_by_an_actor_at_the_table_that_has_or_represents_it() -> None:
    seen = view(
        *table("a"),
        node("actor", "b", presence="consulted"),
        *(node("interest", one) for one in ("has", "speaks", "other", "nobody")),
        "a has_interest has",
        "a represents speaks",
        "b has_interest other",
    )
    assert seen.represented == {"has", "speaks"}


@pytest.mark.parametrize(
    ("level", "sentences", "drifts"),
    [
        ("", ("a holds p", "p rests_on i"), False),
        ("own", ("a holds p", "p rests_on i"), False),
        ("public", ("a holds p", "p rests_on i"), True),
        ("own", ("b holds p", "p rests_on i"), True),
        ("own", ("p rests_on i",), True),
        ("public", ("a holds p", "p rests_on i", "a has_interest i"), False),
    ],
)
def test_whoever_takes_a_position_at_the_table_looks_after_its_own_interest(
    level: str, sentences: tuple[str, ...], drifts: bool
) -> None:
    seen = view(
        *table("a"),
        node("actor", "b", presence="absent"),
        node("position", "p"),
        node("interest", "i", level=level),
        *sentences,
    )
    assert (Mark.UNREPRESENTED in seen.marks(NodeId("i"))) == drifts


def test_a_group_is_represented_when_it_is_at_the_table_or_spoken_for_there() -> None:
    seen = view(
        *table("a"),
        node("actor", "b", type="group", presence="at_table"),
        node("actor", "c", type="group"),
        node("actor", "d", type="group"),
        "a represents c",
    )
    assert seen.represented == {"b", "c"}


# --- facts and problems ---


@pytest.mark.parametrize(
    ("edges", "status"),
    [
        ([], Status.LOOSE),
        (["a unaware_of f"], Status.LOOSE),
        (["a disputes f"], Status.LOOSE),
        (["a claims f", "b disputes f"], Status.DISPUTED),
        (["a accepts f", "b disputes f"], Status.DISPUTED),
        (["a claims f"], Status.ONE_SIDED),
        (["a claims f", "b unaware_of f"], Status.ONE_SIDED),
        (["a claims f", "a accepts f"], Status.ONE_SIDED),
        (["a accepts f"], Status.PARTLY),
        (["a claims f", "b accepts f"], Status.PARTLY),
        (["a claims f", "b accepts f", "c accepts f"], Status.SHARED),
        (["a claims f", "b accepts f", "c accepts f", "d disputes f"], Status.DISPUTED),
    ],
)
@pytest.mark.parametrize("kind", ["fact", "problem"])
def test_the_status_follows_from_who_takes_which_stand(kind: str, edges: list[str], status: Status) -> None:
    assert view(*table("a", "b", "c"), node("actor", "d"), node(kind, "f"), *edges).status(FACT) is status


def test_a_settled_fact_is_settled_whatever_is_said() -> None:
    seen = view(*table("a", "b"), node("fact", "f", settled="false"), "a claims f", "b disputes f")
    assert seen.status(FACT) is Status.SETTLED


def test_nothing_is_shared_when_nobody_is_at_the_table() -> None:
    assert view(node("actor", "a"), node("fact", "f"), "a claims f").status(FACT) is Status.ONE_SIDED


def test_the_sides_are_those_in_favour_and_those_against() -> None:
    seen = view(*table("a", "b", "c"), node("fact", "f"), "a claims f", "b accepts f", "c disputes f")
    assert seen.sides(FACT) == (frozenset({A, B}), frozenset({C}))


# --- concreteness, marks, fields ---


def test_concreteness_counts_the_rungs_that_are_filled() -> None:
    assert concreteness(node("purpose", "p")) == 0
    assert concreteness(node("purpose", "p", does="bellen", who="  ")) == 1
    assert concreteness(node("purpose", "p", **dict.fromkeys(RUNGS, "x"))) == 6
    assert tuple(field.id for field in KINDS["purpose"].fields) == RUNGS


def test_marks_show_dispute_silence_privacy_and_hearsay() -> None:
    seen = view(
        *table("a", "b"),
        node("actor", "g", type="group"),
        node("interest", "i"),
        node("interest", "j", visibility="private"),
        node("fact", "f"),
        node("fact", "h"),
        "a claims f",
        "b disputes f",
        edge("b claims h", reported_by="a"),
        "a has_interest j",
    )
    marks = {node_id: seen.marks(node_id) for node_id in seen.nodes}
    assert marks == {
        "a": set(),
        "b": set(),
        "g": {Mark.UNREPRESENTED},
        "i": {Mark.UNREPRESENTED},
        "j": {Mark.PRIVATE},
        "f": {Mark.DISPUTED},
        "h": {Mark.SECOND_HAND},
    }


def test_an_actor_of_whom_everything_is_hearsay_is_second_hand() -> None:
    seen = view(*table("a", "b"), node("fact", "f"), edge("b claims f", reported_by="a"))
    assert seen.marks(B) == {Mark.SECOND_HAND}


def test_fields_are_read_by_their_type() -> None:
    fields: dict[str, Value] = {"text": " x ", "list": ("a", "b"), "flag": True}
    assert (text_of(fields, "text"), texts_of(fields, "list"), flag_of(fields, "flag")) == ("x", ("a", "b"), True)
    assert (text_of(fields, "list"), texts_of(fields, "text"), flag_of(fields, "none")) == ("", (), False)


def test_second_hand_is_what_another_reported() -> None:
    assert not is_second_hand(Edge(A, "claims", FACT))
    assert is_second_hand(edge("a claims f", reported_by="b"))
    assert is_second_hand(edge("a claims f", hearsay=True))
    assert not is_second_hand(edge("a claims f", hearsay=False))


def test_a_view_keeps_to_the_map_it_was_asked_for() -> None:
    other = Map(MapId("other"), "Andere")
    graph = type(case()).of([*case(node("actor", "a")).entities(), other, Round(RoundId("x1"), other.id, 0, "Eerste")])
    assert not CaseView(graph, other.id).nodes
    assert list(CaseView(graph, MAP).rounds) == ["r1", "r2", "r3"]


# --- after changes ---


def everything(seen: CaseView) -> dict[str, object]:
    """Return all that a view works out, with how its nodes are joined."""
    known = {name: getattr(seen, name) for name in _cached(CaseView)}
    joined = known.pop("_joined")
    places = joined.order
    ranked = sorted(places, key=places.__getitem__)
    return {**known, **{name: getattr(joined, name) for name in _cached(Joined)}, "order": ranked}


def _cached(of: type) -> list[str]:
    return [name for name, value in vars(of).items() if isinstance(value, cached_property)]


@given(histories())
@settings(max_examples=60)
def test_a_view_after_changes_answers_as_a_view_of_the_changed_graph(history: list[tuple[Graph, ChangeSet]]) -> None:
    for graph, changes in history:
        before, changed = CaseView(graph, MAP), graph.with_changes(changes)
        everything(before)
        assert everything(before.after(changed, changes)) == everything(CaseView(changed, MAP))


def some_edit(random: Random, graph: Graph) -> ChangeSet:
    """Let nodes come or go, on the map or off it, and edges with them, in whatever rounds."""
    nodes, cut = random.sample(list(graph.nodes), 2), random.sample(list(graph.edges), 2)
    match random.randrange(8):
        case 0:
            return edits.remove_nodes(graph, nodes)
        case 1:
            return edits.disconnect(graph, cut)
        case 2:
            return map_edits.take_off_map(graph, MAP, nodes)
        case 3:
            return map_edits.place(graph, MAP, nodes)
        case 4:
            return edits.set_edge_field(graph, cut[0], "hearsay", random.random() < 0.5)
        case 5:
            rounds = random.choice(("", "r1")), random.choice(("", "r1", "r3"))
            return edits.set_edge_rounds(graph, cut[0], *map(RoundId, rounds))
        case 6:  # one edge goes and another comes, from the same node
            gone = graph.edges[cut[0]]
            come = replace(gone, relation="related")
            return ChangeSet((Change(gone, None), Change(None, come))) if come.key not in graph.edges else ChangeSet()
        case _:
            relations = relations_between(*(graph.nodes[one].kind for one in nodes))
            return edits.connect(graph, nodes[0], random.choice(relations).id, nodes[1])


def test_what_comes_back_to_a_map_comes_last() -> None:
    graph = case(node("note", "n"), node("actor", "a"), node("position", "p"), "a holds p")
    seen, n = CaseView(graph, MAP), NodeId("n")
    everything(seen)
    each: tuple[Callable[[Graph], ChangeSet], ...] = (
        lambda graph: map_edits.take_off_map(graph, MAP, [n]),
        lambda graph: map_edits.place(graph, MAP, [n]),
        lambda graph: edits.connect(graph, n, "related", NodeId("p")),
    )
    for edit in each:
        changes = edit(graph)
        graph = graph.with_changes(changes)
        seen = seen.after(graph, changes)
        assert everything(seen) == everything(CaseView(graph, MAP))


def some_talk(random: Random, graph: Graph) -> ChangeSet:
    """Let actors come to the table or leave it, belong to another, and say something of a fact or a problem."""
    actor, other = random.sample([one.id for one in graph.nodes.values() if one.kind == "actor"], 2)
    stated = random.choice([one.id for one in graph.nodes.values() if one.kind in ("fact", "problem")])
    match random.randrange(5):
        case 0:
            presence = random.choice(("at_table", "absent", "facilitator", None))
            return map_edits.set_presence(graph, MAP, actor, "presence", presence)
        case 1:
            return map_edits.set_presence(graph, MAP, actor, "required", random.random() < 0.5)
        case 2:
            return edits.connect(graph, actor, random.choice(("claims", "accepts", "disputes")), stated)
        case 3:
            return edits.set_field(graph, stated, "settled", random.choice(("true", None)), now=1)
        case _:
            return edits.connect(graph, actor, "part_of", other)


@given(st.randoms(use_true_random=False))
@settings(max_examples=20)
def test_a_view_of_a_larger_map_answers_as_a_new_view_edit_after_edit(random: Random) -> None:
    graph = make_graph(random.randrange(20), 40, 80)[0]
    seen, made = CaseView(graph, MAP), list[ChangeSet]()
    everything(seen)
    for _ in range(18):
        if made and random.random() < 0.25:
            changes = made.pop().reversed()
        else:
            try:
                changes = random.choice((some_edit, some_talk))(random, graph)
            except Rejected:
                continue
            made.append(changes)
        graph = graph.with_changes(changes)
        seen = seen.after(graph, changes)
        assert everything(seen) == everything(CaseView(graph, MAP))


@pytest.mark.parametrize(
    ("edit", "same"),
    [
        (lambda graph: map_edits.move(graph, MAP, {A: (5, 5)}), {"edges", "nodes", "marked"}),
        (lambda graph: edits.rename(graph, A, "Anders", now=1), {"edges", "represented"}),
        (lambda graph: edits.add_node(graph, "note", "Nieuw", now=1, map_id=MAP), {"edges", "represented"}),
        (lambda graph: edits.connect(graph, B, "accepts", FACT), set()),
    ],
)
def test_what_changes_do_not_touch_is_not_worked_out_again(edit: Callable[[Graph], ChangeSet], same: set[str]) -> None:
    graph = case(*table("a", "b"), node("fact", "f"), "a claims f")
    before, changes = CaseView(graph, MAP), edit(graph)
    known = everything(before)
    after = everything(before.after(graph.with_changes(changes), changes))
    assert {name for name in ("edges", "nodes", "marked", "represented") if after[name] is known[name]} >= same
    assert ("edges" in same) == (after["edges"] is known["edges"])


_ADDED = st.lists(
    st.tuples(
        st.sampled_from(("holds", "rests_on", "claims", "disputes", "accepts", "part_of", "has_interest")),
        st.booleans(),
        st.sampled_from(("", "r1", "r3")),
    ),
    min_size=1,
    max_size=8,
)


@given(_ADDED)
@settings(max_examples=60)
def test_a_view_that_gets_nodes_and_edges_one_by_one_answers_as_a_new_view(steps: list[tuple[str, bool, str]]) -> None:
    """As when somebody builds: each time a node with its relation, or a relation between what is there."""
    things = (node("position", "p"), node("interest", "i"), node("fact", "f"), node("fact", "g"))
    start = (node("actor", "part", type="department"), *table("a", "b"), *things)
    graph = case(*start, "a holds p", edge("b claims f", reported_by="a"))
    seen = CaseView(graph, MAP, ROUNDS[1])
    everything(seen)
    ends = {"rests_on": ("position", "interest"), "holds": ("actor", "position"), "has_interest": ("actor", "interest")}
    for number, (relation, is_new, begin) in enumerate(steps):
        source_kind, kind = ends.get(relation, ("actor", "actor" if relation == "part_of" else "fact"))
        added = edits.add_node(graph, kind, f"Nieuw {number}", now=1, map_id=MAP) if is_new else ChangeSet()
        grown = graph.with_changes(added)
        source = next(one.id for one in grown.nodes.values() if one.kind == source_kind)
        target = [one.id for one in grown.nodes.values() if one.kind == kind and one.id != source][-1 if is_new else 0]
        joined = Edge(source, relation, target, RoundId(begin))
        if joined.key in graph.edges:
            continue
        changes = ChangeSet((*added, Change(None, joined)))
        graph = graph.with_changes(changes)
        seen = seen.after(graph, changes)
        assert everything(seen) == everything(CaseView(graph, MAP, ROUNDS[1]))
