"""How long it takes to recognise the terms of a vocabulary: in running text, and in the titles of a large map.

The floor is one pass of a regular expression over the words of the same text. The dictionary is read beforehand; that
has a row of its own, for it is done once, in a worker.
"""

from collections.abc import Iterable
from typing import Final

from gvkaart.analysis.terms import Entry, Recogniser, entry_of, lexicon
from gvkaart.analysis.terms.words import TOKEN
from gvkaart.assets import example_bytes
from gvkaart.domain.entities import Node
from gvkaart.exchange.case_file import read_case
from tests.benchmarks.documents import case_of
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median, milliseconds

_LENGTH: Final = 1_000_000
_MOST: Final = 1_000.0
_MOST_RATIO: Final = 6.0
_MOST_OF_TITLES: Final = 50.0
_MORE_TERMS: Final = (
    "gegeven",
    "belang",
    "grondslag",
    "uitkering",
    "gemeente",
    "schuld",
    "publiek belang",
    "verwerking",
)


def rows(effort: Effort) -> Rows:
    """Measure a text of a million characters, and maps of every size."""
    yield Row("reading the dictionary, the first time", milliseconds(lexicon.load))
    nodes = tuple(read_case(example_bytes("laatsignalering.yaml")).nodes.values())
    entries = tuple(entry_of(node) for node in nodes if node.kind == "concept")
    entries += tuple(Entry(nodes[0].id, (term,)) for term in _MORE_TERMS)
    yield from _of_text(_running_text(nodes), entries, effort)
    for size in effort.sizes:
        yield from _of_titles(tuple(case_of(size, placed=False).nodes.values()), entries, effort)


def _of_text(text: str, entries: tuple[Entry, ...], effort: Effort) -> Rows:
    ours, floors = in_turn(
        effort.runs,
        lambda: milliseconds(lambda: Recogniser(entries).spans(text)),
        lambda: milliseconds(lambda: TOKEN.findall(text)),
    )
    yield Row(
        f"terms in {len(text)} characters, {len(entries)} concepts, by a new recogniser",
        median(ours),
        floor=median(floors),
        floor_is="words by regex",
        most=_MOST,
        most_ratio=_MOST_RATIO,
    )


def _of_titles(nodes: tuple[Node, ...], entries: tuple[Entry, ...], effort: Effort) -> Rows:
    first = median(_titles(Recogniser(entries), nodes) for _run in range(effort.runs))
    yield Row(f"terms in the titles and texts of {len(nodes)} nodes, by a new recogniser", first)
    known = Recogniser(entries)
    _titles(known, nodes)
    again = median(_titles(known, nodes) for _run in range(effort.runs))
    yield Row(f"the same, again, {len(nodes)} nodes", again, most=_MOST_OF_TITLES)


def _titles(recogniser: Recogniser, nodes: Iterable[Node]) -> float:
    return milliseconds(lambda: [(recogniser.spans(node.title), recogniser.spans(node.text)) for node in nodes])


def _running_text(nodes: Iterable[Node]) -> str:
    once = "\n".join(f"{node.title}. {node.text}" for node in nodes)
    return (once * (_LENGTH // len(once) + 1))[:_LENGTH]
