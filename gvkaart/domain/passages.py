"""Passages: the part of a source's text on which an item rests, and where that part is when the text is corrected.

A passage is a citation (relation ``cites``) with ``start`` and ``end``, in code points of the source's ``body``, and
the ``quote``, which says what stood there when it was marked. A citation that has a quote and no place is unplaced: its
text was not found (any more), and it is placed as soon as a version of the body has it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, NamedTuple

from gvkaart.domain.alignment import Alignment, align
from gvkaart.domain.entities import Edge, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS

_CONTEXT: Final = 32
"""Characters on either side of a passage by which one of several equal texts is recognised."""

_TELLING: Final = 12
"""A text of this many characters is recognised without what stood around it."""

_ENOUGH_CONTEXT: Final = 8
_ENOUGH_KEPT: Final = 0.5
"""Share of a passage that must still be there; less is another text."""

_MOST_DIGITS: Final = 9
"""A place with more digits is in no text; Python refuses to read a number of thousands of digits."""

_FIRST_WORD: Final = re.compile(r"\w")
_MOST_PLACES: Final = 200
"""Places of one quote that are weighed; who quotes 'ja' from a long text has not said which."""


class Span(NamedTuple):
    """A part of a text, in code points; the end is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A citation and its place in the text of the source."""

    edge: Edge
    span: Span

    @property
    def node(self) -> NodeId:
        """The item that rests on the passage."""
        return self.edge.source


def body_of(graph: Graph, source: NodeId) -> str:
    """Return the text of a source; empty when there is none."""
    node = graph.nodes.get(source)
    return str(node.fields.get("body", "")) if node is not None else ""


def quote_of(edge: Edge) -> str:
    """Return what a citation quotes."""
    return str(edge.fields.get("quote", ""))


def span_of(edge: Edge) -> Span | None:
    """Return the place of a citation as it is recorded; None when it has none."""
    start, end = (str(edge.fields.get(name, "")) for name in ("start", "end"))
    return Span(int(start), int(end)) if 0 < len(start) <= _MOST_DIGITS and 0 < len(end) <= _MOST_DIGITS else None


def citations_of(graph: Graph, source: NodeId) -> tuple[Edge, ...]:
    """Return the citations of a source."""
    return tuple(edge for edge in graph.into(source) if edge.relation == "cites")


def passages_of(graph: Graph, source: NodeId) -> tuple[Passage, ...]:
    """Return the passages of a source in the order of the text; a place outside the text is none."""
    length = len(body_of(graph, source))
    placed = ((edge, span_of(edge)) for edge in citations_of(graph, source))
    passages = (Passage(edge, span) for edge, span in placed if span and 0 <= span.start < span.end <= length)
    return tuple(sorted(passages, key=lambda one: (one.span, one.node)))


def unplaced_of(graph: Graph, source: NodeId) -> tuple[Edge, ...]:
    """Return the citations of a source with a quote that has no place in its text."""
    placed = {passage.edge.key for passage in passages_of(graph, source)}
    return tuple(edge for edge in citations_of(graph, source) if quote_of(edge) and edge.key not in placed)


# --- how much of a text is on the map ---------------------------------------------------------------------------------


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts that are covered, in order, without overlap."""
    covered: list[Span] = []
    for span in sorted(spans):
        if covered and span.start <= covered[-1].end:
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    return tuple(covered)


def uncovered(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the parts of a text that are not covered and hold more than white space and punctuation."""
    free, at = [], 0
    for span in (*joined(spans), Span(len(text), len(text))):
        part = text[at : span.start]
        if (first := _FIRST_WORD.search(part)) is not None:
            free.append(Span(at + first.start(), at + len(part.rstrip())))
        at = max(at, span.end)
    return tuple(free)


def share(text: str, spans: Iterable[Span]) -> float:
    """Return which part of a text is covered, from 0 to 1."""
    return sum(span.end - span.start for span in joined(spans)) / len(text) if text else 0.0


# --- when a text is corrected -----------------------------------------------------------------------------------------


def find_quote(text: str, quote: str) -> Span | None:
    """Find the only place where a quote stands, whatever the white space in it; None without a sure one."""
    words = quote.split()
    if not words:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = pattern.search(text)
    if found is None or pattern.search(text, found.start() + 1) is not None:
        return None
    return Span(found.start(), found.end())


def reanchored(old: str, new: str, spans: Sequence[Span]) -> tuple[Span | None, ...]:
    """Return where passages of a text are in its next version; None where their text has disappeared.

    What stays in place or is corrected keeps its passage. A text that was taken away and stands somewhere else that is
    new, has been moved. A passage never goes to an equal text that stood elsewhere before.
    """
    if not spans:
        return ()
    alignment = align(old, new)
    return tuple(_anchored(old, new, span, alignment) for span in spans)


def _anchored(old: str, new: str, span: Span, alignment: Alignment) -> Span | None:
    start, end = span
    if (at := alignment.shifted(start, end)) is not None:
        return Span(at, at + end - start)
    if (moved := _moved(old, new, span, alignment)) is not None:
        return moved
    bounds = alignment.bounds(start, end)
    if bounds is None or alignment.kept(start, end) < _ENOUGH_KEPT * (end - start):
        return None
    return Span(*bounds)


def _moved(old: str, new: str, span: Span, alignment: Alignment) -> Span | None:
    """Return the new place of a text that was cut and pasted: the one that looks most like where it stood."""
    quote = old[span.start : span.end]
    best, best_context = None, -1
    for at in _places(new, quote):
        if not alignment.is_old(at, at + len(quote)):
            context = _context(old, new, span, at)
            if context > best_context:
                best, best_context = Span(at, at + len(quote)), context
    return best if best_context >= _ENOUGH_CONTEXT or len(quote.strip()) >= _TELLING else None


def _places(text: str, quote: str) -> Iterable[int]:
    at = text.find(quote)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(quote, at + 1)


def _context(old: str, new: str, span: Span, at: int) -> int:
    """Count how many characters before and after a place are those that stood around the passage."""
    end = at + span.end - span.start
    before = _agreeing(
        reversed(old[max(span.start - _CONTEXT, 0) : span.start]), reversed(new[max(at - _CONTEXT, 0) : at])
    )
    return before + _agreeing(old[span.end : span.end + _CONTEXT], new[end : end + _CONTEXT])


def _agreeing(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


# --- in numbers -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a source is used.

    Attributes:
        has_text: whether there is a text to read.
        share: part of the text that is in passages, from 0 to 1.
        passages: how many there are.
        unplaced: quotes that do not stand in the text (any more).
        kinds: how many items of each kind rest on the source, in the order of the metamodel.
    """

    has_text: bool
    share: float
    passages: int
    unplaced: int
    kinds: tuple[tuple[str, int], ...]


def coverage_of(graph: Graph, source: NodeId) -> Coverage:
    """Count what of a source is used."""
    text, passages = body_of(graph, source), passages_of(graph, source)
    counts = Counter(graph.nodes[edge.source].kind for edge in citations_of(graph, source))
    return Coverage(
        bool(text),
        share(text, (one.span for one in passages)),
        len(passages),
        len(unplaced_of(graph, source)),
        tuple((kind, counts[kind]) for kind in KINDS if counts[kind]),
    )
