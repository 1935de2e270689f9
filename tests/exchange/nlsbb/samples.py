"""Documents with concepts, and what the tests of NL-SBB ask of files."""

import warnings
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Node
from gvkaart.domain.graph import Graph
from gvkaart.exchange.nlsbb.files import ReadConcepts, WrittenConcepts, read_concepts, write_concepts
from gvkaart.exchange.nlsbb.merging import Merged, merge_vocabulary
from gvkaart.words import load_words
from tests.case import case, edge, node
from tests.exchange.leaks import leaks

FILES: Final = Path(__file__).parent / "files"
BASE: Final = "urn:uuid:0f6d1c1e-0000-4000-8000-000000000001#"
MIM: Final = "mim-begrippen.ttl"
THESAURUS: Final = "nl-sbb-thesaurus.ttl"


def full_case() -> Graph:
    """Make a document in which every field of a concept and every relation between concepts occurs."""
    return case(
        node("actor", "cak", "CAK"),
        node(
            "concept",
            "signaal-wgs",
            "signaal",
            text="Zie [[cak]].\n\nNog te bespreken.",
            frame="Wgs",
            definition="Een los gegeven.\n\nMet een tweede alinea.",
            plain="Eén hint; meer niet.",
            alt=("melding", "vroegsignaal; los"),
            scope_note="=Niet een lijst",
            example='"Achterstand" bij de huur',
            criteria=("los gegeven", "kan nog ontstaan"),
        ),
        node("concept", "signaal-cak", "signaal", definition="Een vermelding op de lijst.", alt=("CAK-lijst",)),
        node("concept", "schuld", "schuld", frame="Wgs", definition="Wat iemand moet betalen."),
        node("concept", "hint", "hint", frame="Wgs", definition="Een vermoeden."),
        node("concept", "leeg", "gesprek", frame="Innen"),
        node("source", "kb", "Nieuw gegevensverkeer", citation="Par. 6.1.2, https://example.org/kb", body="GEHEIM"),
        "cak means signaal-cak",
        edge("signaal-wgs cites kb", locator="p. 3"),
        "signaal-wgs related_match signaal-cak",
        "signaal-wgs differs_from signaal-cak",
        "schuld narrow_match signaal-wgs",
        "hint part_of signaal-wgs",
        "hint exact_match schuld",
        "hint related_match schuld",
        "leeg close_match hint",
        "leeg part_of schuld",
        edge("leeg related hint", label="komt voor bij"),
    )


def tagged(graph: Graph, node_id: str, *tags: str) -> Graph:
    from dataclasses import replace

    old = next(one for one in graph.nodes.values() if one.id == node_id)
    return graph.with_changes(ChangeSet((Change(old, replace(old, tags=tags)),)))


def written(graph: Graph, suffix: str = ".ttl", **options: Any) -> WrittenConcepts:
    return write_concepts(graph, suffix, base=BASE, words=load_words("nl"), **options)


def read(data: bytes, suffix: str = ".ttl", language: str = "nl") -> ReadConcepts:
    return read_concepts(data, f"kader{suffix}", language)


def merged(graph: Graph, data: bytes, suffix: str = ".ttl", **options: Any) -> Merged:
    return merge_vocabulary(graph, read(data, suffix).vocabulary, now=7, bases=(BASE,), **options)


def taken_in(graph: Graph, data: bytes, suffix: str = ".ttl", **options: Any) -> Graph:
    return graph.with_changes(merged(graph, data, suffix, **options).changes)


def sample(name: str) -> bytes:
    return (FILES / name).read_bytes()


def concepts_of(graph: Graph) -> dict[str, Node]:
    return {one.id: one for one in graph.nodes.values() if one.kind == "concept"}


def keys(remarks: tuple[Any, ...]) -> list[str]:
    return [one.key for one in remarks]


@cache
def shapes() -> Any:
    import rdflib

    return rdflib.Graph().parse(FILES / "nl-sbb-skos-ap-nl-SHACL.ttl", format="turtle")


def complaints(data: bytes) -> list[str]:
    """Return what the official shapes have against a file: violations, warnings and advice alike."""
    import pyshacl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, about how pyshacl uses it
        conforms, _graph, text = pyshacl.validate(
            data.decode(), data_graph_format="turtle", shacl_graph=shapes(), advanced=True
        )
    return [] if conforms else [line.strip() for line in str(text).splitlines() if "Message:" in line]


def parts(data: bytes) -> list[bytes]:
    """Return a file, and what is packed in it."""
    if not data.startswith(b"PK"):
        return [data]
    with zipfile.ZipFile(BytesIO(data)) as package:
        return [data, *(one.filename.encode() for one in package.infolist()), *map(package.read, package.namelist())]


def holds(data: bytes, word: str) -> bool:
    return any(leaks(part, word) for part in parts(data))
