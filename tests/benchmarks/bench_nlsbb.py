"""Vocabularies of NL-SBB in and out; the floor of an import is what the parser of RDF alone takes for the file."""

from itertools import pairwise

from pyoxigraph import RdfFormat, parse

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Edge, Map, MapId, Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.nlsbb.files import read_concepts, write_concepts
from gvkaart.exchange.nlsbb.merging import merge_vocabulary
from gvkaart.words import load_words
from tests.benchmarks.rows import SMALLEST, Effort, Row, Rows, in_turn, median, milliseconds

_CONCEPTS = 2_000
_BASE = "urn:uuid:0f6d1c1e-0000-4000-8000-000000000001#"
_MOST_MS = 2_000.0
_TIMES_PARSER = 15.0


def rows(effort: Effort) -> Rows:
    """Import and export of 2,000 concepts in ten frames."""
    count = 60 if effort is SMALLEST else _CONCEPTS
    graph, words = _document(count), load_words("nl")
    turtle = write_concepts(graph, ".ttl", base=_BASE, words=words).data
    sheet = write_concepts(graph, ".xlsx", base=_BASE, words=words).data
    parsing, reading, writing = in_turn(
        effort.runs,
        lambda: milliseconds(lambda: list(parse(turtle, format=RdfFormat.TURTLE))),
        lambda: milliseconds(lambda: _take_in(turtle, "x.ttl")),
        lambda: milliseconds(lambda: write_concepts(graph, ".ttl", base=_BASE, words=words)),
    )
    yield Row(
        f"import of {count} concepts as Turtle",
        median(reading),
        floor=median(parsing),
        floor_is="pyoxigraph alone",
        most=_MOST_MS,
        most_ratio=_TIMES_PARSER,
    )
    yield Row(f"export of {count} concepts as Turtle", median(writing), most=_MOST_MS)
    (sheets,) = in_turn(effort.runs, lambda: milliseconds(lambda: _take_in(sheet, "x.xlsx")))
    yield Row(f"import of {count} concepts from a spreadsheet", median(sheets), most=_MOST_MS)


def _take_in(data: bytes, name: str) -> Graph:
    graph = Graph.of([Map(MapId("map"), "Kaart")])
    changes = merge_vocabulary(graph, read_concepts(data, name, "nl").vocabulary, now=1).changes
    return graph.with_changes(changes)


def _document(count: int) -> Graph:
    nodes = [
        Node(
            NodeId(f"begrip-{number}"),
            "concept",
            f"begrip {number // 2}",
            fields={
                "frame": f"Kader {number % 10}",
                "definition": f"Dat wat nummer {number} aanduidt in een kader, en niets anders dan dat.",
                "plain": "In gewone woorden gezegd.",
                "alt": (f"woord {number}", f"term {number}"),
                "scope_note": "Alleen binnen dit kader.",
            },
        )
        for number in range(count)
    ]
    edges = [Edge(one.id, "related_match", other.id) for one, other in pairwise(nodes)]
    graph = Graph.of([Map(MapId("map"), "Kaart"), *nodes])
    return graph.with_changes(ChangeSet(tuple(Change(None, one) for one in edges)))
