"""What is copied, what of it leaves the program, and what becomes of it on another map or in another document."""

from dataclasses import replace

from hypothesis import given, settings

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Map, MapId, NodeId, Round, RoundId
from gvkaart.domain.graph import Graph
from gvkaart.domain.map_edits import take_off_map
from gvkaart.domain.validation import graph_problems
from gvkaart.exchange.case_file import read_case
from gvkaart.exchange.clipping import Clip, clip_text, cut_out, equals, paste, place_again
from tests.case import MAP, case, edge, node
from tests.exchange.leaks import leaks
from tests.exchange.random_cases import maps

NOW = 1_700_000_000_000
SECRET = "Bodemprijs"


def clip(graph: Graph, *nodes: str) -> Clip:
    (map_id, *_) = graph.maps
    return Clip("here", graph, map_id, tuple(map(NodeId, nodes)))


def sentences(graph: Graph) -> set[str]:
    return {f"{one.source} {one.relation} {one.target}" for one in graph.edges.values()}


def pasted(graph: Graph, copied: Graph, map_id: str = MAP, **choices: object) -> Graph:
    return graph.with_changes(paste(graph, copied, MapId(map_id), now=NOW, **choices))  # type: ignore[arg-type]


SOURCE = case(
    node("actor", "a", "CAK", presence="at_table", involved_since="r2"),
    node("actor", "b", "SZW"),
    node("position", "p", "Delen"),
    node("fact", "f", "Het zijn er 100", settle_by="b", text="Lang verhaal"),
    node("source", "s", "Interview", body="alles wat er gezegd is"),
    node("interest", "i", SECRET, visibility="private"),
    edge("a holds p", "r1", "r2"),
    edge("a claims f", reported_by="b"),
    "f cites s",
    "p rests_on i",
    "b accepts f",
    fields={"decision_rule": "bij meerderheid"},
)


def test_only_what_is_chosen_goes_along() -> None:
    graph = cut_out(clip(SOURCE, "a", "p", "f"), "Titel")
    assert graph.nodes.keys() == {"a", "p", "f"}
    assert sentences(graph) == {"a holds p", "a claims f"}
    (heard,) = (one for one in graph.edges.values() if one.relation == "claims")
    assert heard.fields == {"hearsay": True}, "heard through an item that stays behind: not first-hand without it"
    assert "settle_by" not in graph.nodes[NodeId("f")].fields
    assert [round_.title for round_ in graph.rounds.values()] == ["Ronde 0", "Ronde 1"]
    (map_,) = graph.maps.values()
    assert (map_.title, map_.fields) == ("Titel", {}), "the map itself is nobody's business"
    assert [problem for _entity, problem in graph_problems(graph)] == []


def test_within_a_document_references_stay() -> None:
    graph = cut_out(clip(SOURCE, "a", "f"), loose=True)
    assert sentences(graph) == {"a claims f"}
    after = pasted(SOURCE, graph, suffix="(kopie)")
    assert after.nodes[NodeId("f-2")].fields["settle_by"] == "b"
    assert after.nodes[NodeId("f-2")].title == "Het zijn er 100 (kopie)"
    (copy,) = after.out(NodeId("a-2"))
    assert (copy.target, copy.fields["reported_by"]) == ("f-2", "b")


@settings(max_examples=12)
@given(maps(), maps())
def test_any_items_can_be_pasted_in_any_document(graph: Graph, other: Graph) -> None:
    (map_id,), (target,) = graph.maps, other.maps
    chosen = Clip("x", graph, map_id, tuple(list(graph.nodes)[::2]))
    copied = cut_out(chosen)
    for joins in ({}, equals(other, copied)):
        after = pasted(other, copied, target, joins=joins)
        assert [problem for _entity, problem in graph_problems(after)] == []
        assert len(after.nodes) == len(other.nodes) + len(copied.nodes) - len(joins)
        assert after.maps == other.maps
    again = pasted(graph, cut_out(chosen, loose=True), map_id)
    assert [problem for _entity, problem in graph_problems(again)] == []
    assert len(again.nodes) == len(graph.nodes) + len(chosen.nodes)


@settings(max_examples=12)
@given(maps())
def test_the_text_is_a_case_file_of_all_that_is_not_private(graph: Graph) -> None:
    (map_id,) = graph.maps
    chosen = Clip("x", graph, map_id, tuple(graph.nodes))
    text = clip_text(chosen, "T")
    public = {one.id for one in graph.nodes.values() if one.visibility != "private"}
    assert (read_case(text.encode()).nodes.keys() if text else set()) == public


def test_nothing_private_is_in_the_text() -> None:
    whole = clip(SOURCE, *SOURCE.nodes)
    data = clip_text(whole, "Titel").encode()
    assert whole.private == 1
    assert not leaks(data, SECRET)
    assert not leaks(data, "bodemprijs")
    assert leaks(data, "CAK"), "the search itself finds what is there"
    assert not leaks(data, "meerderheid")
    assert clip_text(clip(SOURCE, "i"), "Titel") == ""


def test_what_somebody_private_reported_is_not_in_the_text_when_only_the_others_are_copied() -> None:
    told = edge("a claims f", reported_by="b", note=SECRET)
    graph = case(node("actor", "a"), node("actor", "b", visibility="private"), node("fact", "f"), told, "a accepts f")
    data = clip_text(clip(graph, "a", "f"), "Titel").encode()
    assert not leaks(data, SECRET)
    assert sentences(read_case(data)) == {"a accepts f"}


def test_a_private_relation_is_not_in_the_text() -> None:
    hidden = replace(edge("a holds p", note=SECRET), visibility="private")
    graph = case(node("actor", "a"), node("position", "p"), hidden)
    assert "holds" not in clip_text(clip(graph, "a", "p"), "T")
    assert sentences(cut_out(clip(graph, "a", "p"), "T")) == {"a holds p"}, "inside the program it goes along"


# --- other documents --------------------------------------------------------------------------------------------------


OTHER = case(
    node("actor", "cak", "cak", type="organisation"),
    node("interest", "bodem", SECRET),
    Map(MapId("tweede"), "Tweede"),
).with_changes(ChangeSet((Change(None, Round(RoundId("eerst"), MapId("tweede"), 0, "ronde 1")),)))


def test_equal_items_are_found_by_kind_and_title_but_never_a_private_one_with_a_public_one() -> None:
    copied = cut_out(clip(SOURCE, "a", "p", "i"))
    assert equals(OTHER, copied) == {"a": "cak"}
    twice = OTHER.with_changes(ChangeSet((Change(None, node("actor", "x", "CAK")),)))
    assert equals(twice, copied) == {}, "which of the two, only a person can tell"


def test_an_item_that_is_joined_keeps_what_it_says_and_learns_what_it_did_not() -> None:
    rich = case(
        node("actor", "a", "CAK", type="ministry", alias="De dienst", text="T"), node("position", "p", "P"), "a holds p"
    )
    copied = cut_out(clip(rich, "a", "p"))
    after = pasted(OTHER, copied, joins=equals(OTHER, copied))
    joined = after.nodes[NodeId("cak")]
    assert (joined.fields, joined.text) == ({"type": "organisation", "alias": "De dienst"}, "T")
    assert "cak holds p" in sentences(after)
    assert "a" not in after.nodes


def test_what_is_joined_and_says_nothing_new_does_not_change() -> None:
    changes = paste(
        SOURCE,
        cut_out(clip(SOURCE, "a", "p")),
        MAP,
        now=NOW,
        joins={NodeId("a"): NodeId("a"), NodeId("p"): NodeId("p")},
    )
    assert not changes


def test_rounds_are_found_by_their_title() -> None:
    copied = cut_out(clip(SOURCE, "a", "p"))
    (held,) = pasted(OTHER, copied).edges.values()
    assert (held.from_round, held.until_round) == ("r1", "r2")
    elsewhere = pasted(OTHER, copied, "tweede")
    (held,) = elsewhere.edges.values()
    assert (held.from_round, held.until_round) == ("", "eerst")
    (placed,) = (one for one in elsewhere.on_map(MapId("tweede")).values() if one.node == "a")
    assert placed.fields == {"presence": "at_table", "involved_since": "eerst"}


def test_on_another_map_the_same_items_can_be_placed() -> None:
    assert not place_again(SOURCE, clip(SOURCE, "a", "p"), MAP)
    more = SOURCE.with_changes(ChangeSet((Change(None, Map(MapId("m2"), "M2")),)))
    after = more.with_changes(place_again(more, clip(SOURCE, "a", "p"), MapId("m2")))
    assert after.on_map(MapId("m2")).keys() == {"a", "p"}
    assert after.nodes == SOURCE.nodes
    assert not place_again(OTHER, clip(SOURCE, "a", "p"), MAP), "of another document they are not the same items"


def test_what_was_cut_comes_back_with_what_was_recorded_of_it_on_the_map() -> None:
    cut = SOURCE.with_changes(take_off_map(SOURCE, MAP, [NodeId("a")]))
    assert cut.with_changes(place_again(cut, clip(SOURCE, "a"), MAP)).on_map(MAP) == SOURCE.on_map(MAP)


def test_links_go_along_to_what_goes_along_and_say_nothing_of_what_is_private() -> None:
    graph = case(
        node("note", "n", text="[[a]] [[b]] [[i]] [[weg|woord]]"),
        node("actor", "a", "CAK"),
        node("actor", "b", "SZW"),
        node("interest", "i", SECRET, visibility="private"),
    )
    chosen = clip(graph, "n", "a")
    assert cut_out(chosen).nodes[NodeId("n")].text == "[[a]] SZW […] [[weg|woord]]"
    assert "[[a]] SZW […] […]" in clip_text(chosen, "Titel")
    copied = cut_out(chosen, loose=True)
    assert pasted(graph, copied).nodes[NodeId("n-2")].text == "[[a-2]] [[b]] [[i]] [[weg|woord]]"
