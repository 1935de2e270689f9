"""How meanings compare, what parties agree on, and a meaning with a word of its own: each one change set."""

import pytest

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.concept_edits import (
    COMPARISONS,
    Agreed,
    agree,
    compare,
    comparison_edges,
    give_own_word,
    is_all_private,
    name_word,
    read_from,
)
from gvkaart.domain.entities import Edge, NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from tests.case import MAP, Part, case, edge, node

ONE, OTHER, THIRD, ACTOR = NodeId("one"), NodeId("other"), NodeId("third"), NodeId("a")
CONCEPTS = tuple(node("concept", one, "Signaal") for one in (ONE, OTHER, THIRD))


def graph_of(*parts: Part) -> Graph:
    return case(*CONCEPTS, node("actor", ACTOR), *parts)


def between(graph: Graph, changes: ChangeSet) -> list[Edge]:
    return list(comparison_edges(graph.with_changes(changes), ONE, OTHER))


def test_edges_between_two_concepts_are_found_either_way() -> None:
    graph = graph_of("one close_match other", "other part_of one", "one close_match third")
    (found,) = comparison_edges(graph, OTHER, ONE)
    assert (found.source, found.relation) == (ONE, "close_match")
    assert comparison_edges(graph, OTHER, THIRD) == ()


def test_a_comparison_is_read_from_either_end() -> None:
    for relation in COMPARISONS:
        made = edge(f"one {relation} other")
        turned = {"broad_match": "narrow_match", "narrow_match": "broad_match"}.get(relation, relation)
        assert (read_from(made, ONE), read_from(made, OTHER)) == (relation, turned)


def test_two_concepts_get_a_comparison_and_lose_it() -> None:
    graph = graph_of()
    changes = compare(graph, ONE, OTHER, "broad_match")
    assert [one.key for one in between(graph, changes)] == [edge("one broad_match other").key]
    compared = graph.with_changes(changes)
    assert between(compared, compare(compared, OTHER, ONE, "")) == []
    assert not compare(graph, ONE, OTHER, "")


def test_another_comparison_takes_the_place_of_all_that_was_said_and_keeps_the_note() -> None:
    graph = graph_of(edge("other close_match one", note="Omdat"), "one differs_from other")
    (left,) = between(graph, compare(graph, OTHER, ONE, "narrow_match"))
    assert (left.source, left.relation, left.fields) == (OTHER, "narrow_match", {"note": "Omdat"})


def test_what_is_said_already_stays_as_it_stands() -> None:
    graph = graph_of(edge("other broad_match one", note="Omdat"), "one differs_from other")
    assert not compare(graph_of("other broad_match one"), ONE, OTHER, "narrow_match")
    (left,) = between(graph, compare(graph, ONE, OTHER, "narrow_match"))
    assert left == edge("other broad_match one", note="Omdat")


def test_only_two_concepts_can_be_compared() -> None:
    with pytest.raises(Rejected):
        compare(graph_of(), ONE, ACTOR, "exact_match")


def test_parties_agree_on_a_definition() -> None:
    graph = graph_of()
    agreed = Agreed(
        "signaal", "Afgesproken", "Een feit.", "Zo.", (ACTOR,), {ONE: "related_match", OTHER: "exact_match"}
    )
    after = graph.with_changes(agree(graph, agreed, now=5, map_id=MAP))
    (new,) = after.nodes.keys() - graph.nodes.keys()
    made = after.nodes[new]
    assert (made.kind, made.title, made.created) == ("concept", "signaal", 5)
    assert made.fields == {"frame": "Afgesproken", "definition": "Een feit.", "plain": "Zo."}
    assert new in after.on_map(MAP)
    assert {(one.source, one.relation, one.target) for one in after.edges.values()} == {
        (ACTOR, "means", new),
        (new, "related_match", ONE),
        (new, "exact_match", OTHER),
    }


def test_what_is_left_out_of_an_agreement_is_not_filled_in() -> None:
    graph = graph_of()
    after = graph.with_changes(agree(graph, Agreed("signaal", "", "Een feit.", "", (), {}), now=5, map_id=MAP))
    (new,) = after.nodes.keys() - graph.nodes.keys()
    assert after.nodes[new].fields == {"definition": "Een feit."}


def test_a_meaning_gets_its_own_word_and_tells_the_old_one() -> None:
    graph = graph_of(node("concept", "x", "Signaal", scope_note="Alleen hier."))
    for concept, note in ((NodeId("x"), "Alleen hier.\nEerst: Signaal"), (ONE, "Eerst: Signaal")):
        after = graph.with_changes(give_own_word(graph, concept, "Melding", "Eerst: Signaal", now=5))
        assert after.nodes[concept].title == "Melding"
        assert after.nodes[concept].fields["scope_note"] == note


def test_the_word_it_has_already_changes_nothing() -> None:
    assert not give_own_word(graph_of(), ONE, " Signaal ", "Eerst: Signaal", now=5)


@pytest.mark.parametrize(("hidden", "expected"), [(("one",), "analysis"), (("one", "other"), "private")])
def test_what_comes_from_private_items_alone_is_private(hidden: tuple[str, ...], expected: str) -> None:
    graph = case(*(node("concept", one, visibility="private" if one in hidden else "analysis") for one in (ONE, OTHER)))
    agreed = agree(
        graph, Agreed("Signaal", "", "x", "", (), dict.fromkeys((ONE, OTHER), "related_match")), now=1, map_id=MAP
    )
    named = name_word(graph, "Signaal", (ONE, OTHER), now=1, map_id=MAP)
    for changes in (agreed, named):
        (new,) = changes.nodes - {ONE, OTHER}
        assert graph.with_changes(changes).nodes[new].visibility == expected


def test_nothing_is_not_private_and_what_is_gone_is() -> None:
    assert not is_all_private(graph_of(), ())
    assert is_all_private(graph_of(), (NodeId("weg"),))
