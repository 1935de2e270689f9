"""Search: what people type finds what they mean, and nothing they type is a command."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.store import SearchIndex
from gvkaart.store.search import Marked
from tests.random_edits import START, histories
from tests.store.tools import added, note
from tests.strategies import graphs

GRAPH = Graph.of(
    [
        Node(NodeId("belang"), "interest", "Belangen van burgers", "Wat zij willen."),
        Node(NodeId("brief"), "fact", "Zes op de tien mensen antwoorden niet", "De brieven komen ongeopend terug."),
        Node(NodeId("tekst"), "note", "Notitie", "Hier staat iets over belangen, en verder niets."),
        Node(NodeId("cafe"), "note", "Overleg in Café Één", "", ("ambtenaar",)),
        Node(
            NodeId("schuld"),
            "concept",
            "Problematische schuld",
            fields={
                "definition": "Wie niet meer kan betalen",
                "alt": ("schuldenlast", "rood staan"),
                "plain": "te veel",
            },
        ),
        Node(NodeId("bron"), "source", "Gespreksverslag", fields={"medium": "interview"}),
        Edge(
            NodeId("brief"), "cites", NodeId("bron"), fields={"quote": "we sturen zes brieven per jaar", "start": "3"}
        ),
        Node(NodeId("html"), "note", "<b>vet</b> en 's-Gravenhage", "art. 3:4 lid 2 (C++)"),
    ]
)


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex(GRAPH)


def found(index: SearchIndex, words: str, limit: int = 10) -> list[str]:
    return [hit.node for hit in index.search(words, limit)]


@pytest.mark.parametrize(
    ("words", "nodes"),
    [
        ("belang", ["belang", "tekst"]),
        ("BELANGEN", ["belang", "tekst"]),
        ("bel", ["belang", "tekst"]),
        ("burger belangen", ["belang"]),
        ("cafe een", ["cafe"]),
        ("CAFÉ", ["cafe"]),
        ("ambtenaren", ["cafe"]),
        ("brief", ["brief"]),
        ("zes brieven per jaar", ["brief"]),
        ("schulden", ["schuld"]),
        ("rood", ["schuld"]),
        ("betaal", ["schuld"]),
        ("3:4", ["html"]),
        ("gravenhage", ["html"]),
        ("interview", []),
        ("onvindbaar", []),
        ("belang onvindbaar", []),
    ],
)
def test_what_is_typed_finds_what_is_meant(index: SearchIndex, words: str, nodes: list[str]) -> None:
    assert found(index, words) == nodes


def test_a_title_comes_before_a_text(index: SearchIndex) -> None:
    texts = [note(f"n{number}", text="water " * 50) for number in range(5)]
    last = SearchIndex(Graph.of([*texts, note("titel", "Een lange titel waarin ergens ook water staat")]))
    assert found(last, "water")[0] == "titel"
    assert found(last, "wa")[0] == "titel"
    assert found(last, "water", 1) == ["titel"]


def test_a_hit_shows_where(index: SearchIndex) -> None:
    (first, second) = index.search("belang", 5)
    assert first.title == Marked("Belangen van burgers", ((0, 8),))
    assert second.title == Marked("Notitie", ())
    excerpt = index.excerpt(second.node, "belang")
    begin, end = excerpt.ranges[0]
    assert excerpt.text[begin:end] == "belangen"


def test_an_excerpt_is_what_stands_around_the_first_word_that_was_meant() -> None:
    words = [f"w{number}" for number in range(100)]
    index = SearchIndex(Graph.of([note("n", text=" ".join([*words, "Rédenen.", *words])), note("leeg")]))

    def shown(typed: str) -> tuple[str, list[str]]:
        excerpt = index.excerpt(NodeId("n"), typed)
        return excerpt.text, [excerpt.text[begin:end] for begin, end in excerpt.ranges]

    assert shown("reden") == (f"…w95 w96 w97 w98 w99 Rédenen. {' '.join(words[:10])}…", ["Rédenen"])
    assert shown("w1") == (f"{' '.join(words[:16])}…", ["w1", *words[10:16]])
    assert shown("titel") == (f"{' '.join(words[:16])}…", [])
    assert index.excerpt(NodeId("leeg"), "reden") == Marked("", ())
    short = SearchIndex(Graph.of([note("n", text="Alles staat hier (echt).")]))
    assert short.excerpt(NodeId("n"), "hier") == Marked("Alles staat hier (echt).", ((12, 16),))


def test_a_word_that_a_large_text_is_full_of_is_found_at_once() -> None:
    """FTS5 would take minutes to show where: it compares every place with every other one."""
    index = SearchIndex(Graph.of([note("n", text="de pont en de bus " * 40_000)]))
    assert found(index, "d") == ["n"]
    assert index.excerpt(NodeId("n"), "bus").text.startswith("de pont en de bus de")


HOSTILE = [
    '"',
    "C++",
    "co-financiering",
    "art.3:4",
    "AND",
    "OR",
    "NOT",
    "*",
    "(",
    ")",
    "50%",
    "'s-Gravenhage",
    "-a",
    ";",
    "\\",
    "title:x",
    "^a",
    "{a}",
    "__",
    "NEAR(a)",
    "٣",
    "<b>",
    "'a'",
    '"a"',
    "+",
]


@pytest.mark.parametrize(
    "words",
    [*HOSTILE, "a AND", "NOT x", "NEAR(a b)", "", " ", "\x00", "a\x00b", "\ud800", "é" * 3000, "a " * 3000],
)
def test_nothing_that_is_typed_is_a_command(index: SearchIndex, words: str) -> None:
    index.search(words, 5)


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_any_text_can_be_searched(words: str) -> None:
    assert len(SearchIndex(GRAPH).search(words, 3)) <= 3


@given(graphs(max_nodes=6, max_edges=6))
@settings(max_examples=30)
def test_every_node_is_found_by_the_words_of_its_title(graph: Graph) -> None:
    index = SearchIndex(graph)
    for node in graph.nodes.values():
        hits = index.search(node.title, 100)
        assert not hits or node.id in [hit.node for hit in hits]
        assert all(hit.title.text == graph.nodes[hit.node].title for hit in hits)


@given(histories())
@settings(max_examples=30)
def test_following_changes_gives_the_same_as_starting_anew(history: list[tuple[Graph, ChangeSet]]) -> None:
    index = SearchIndex(START)
    for before, changes in history:
        after = before.with_changes(changes)
        index.update(after, changes)
        fresh = SearchIndex(after)
        for node in after.nodes.values():
            assert sorted(found(index, node.title, 99)) == sorted(found(fresh, node.title, 99))


def test_a_node_that_went_is_not_found_and_one_that_returned_is() -> None:
    graph, node = Graph.of([note("n", "Verdwenen")]), note("n", "Verdwenen")
    index = SearchIndex(graph)
    gone = ChangeSet((Change(node, None),))
    index.update(graph.with_changes(gone), gone)
    assert found(index, "verdwenen") == []
    index.update(graph, added(node))
    assert found(index, "verdwenen") == ["n"]


def test_a_quote_is_found_with_the_node_that_cites() -> None:
    graph = Graph.of([note("n"), Node(NodeId("b"), "source", "Bron")])
    index = SearchIndex(graph)
    quoted = added(Edge(NodeId("n"), "cites", NodeId("b"), fields={"quote": "een aanhaling"}))
    index.update(graph.with_changes(quoted), quoted)
    assert found(index, "aanhalingen") == ["n"]


def test_a_text_is_found_by_the_title_it_links_to_also_after_a_rename() -> None:
    linked, note = Node(NodeId("x"), "actor", "Ministerie"), Node(NodeId("n"), "note", "Verslag", "Zie [[x]].")
    graph = Graph.of([linked, note])
    index = SearchIndex(graph)
    assert set(found(index, "ministerie")) == {"x", "n"}
    changes = ChangeSet((Change(linked, Node(NodeId("x"), "actor", "Waterschap")),))
    index.update(graph.with_changes(changes), changes)
    assert set(found(index, "waterschap")) == {"x", "n"}
    assert found(index, "ministerie") == []
