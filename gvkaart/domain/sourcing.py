"""Edits on sources: a text comes in, a passage of it becomes an item or is added to one, the text is corrected.

As in `gvkaart.domain.edits`: pure functions that return the changes, or raise `Rejected`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.entities import Edge, EdgeKey, MapId, Node, NodeId, Value
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.passages import Span, body_of, citations_of, find_quote, quote_of, reanchored, span_of
from gvkaart.domain.text import clean_text

LONGEST_BODY: Final = 10_000_000
"""No text of a source has more characters: some five thousand pages."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says what a passage says, and how that is recorded: the relation from this actor to the item."""

    actor: NodeId
    relation: str


def add_source(
    graph: Graph, title: str, body: str, *, now: int, map_id: MapId | None = None, medium: str = ""
) -> ChangeSet:
    """Add a source with its text, on a map when one is given.

    It is for its maker alone (``private``) until somebody decides otherwise: an interview is not for everyone who gets
    the map, and leaving it out of what is shared must not depend on remembering to.

    Raises:
        Rejected: there is no text, or too much of it; unknown map or medium.
    """
    body = _clean_body(body)
    if not body:
        raise Rejected("sourcing.no_text")
    added = edits.add_node(graph, "source", title, now=now, map_id=map_id)
    (node_id,) = added.nodes
    steps = [added]
    for field, value in (("body", body), ("medium", medium)):
        if value:
            steps.append(edits.set_field(_after(graph, steps), node_id, field, value, now=now))
    steps.append(edits.set_visibility(_after(graph, steps), node_id, "private", now=now))
    steps.append(edits.set_origin(_after(graph, steps), node_id, "stated", now=now))
    return merged(steps)


def correct(graph: Graph, source: NodeId, body: str, *, now: int) -> ChangeSet:
    """Replace the text of a source; its passages go along with it.

    The quote of a passage becomes what stands there now, if it was what stood there before. A passage whose text is
    gone keeps its quote and loses its place (`lost` tells which); a quote without a place gets one where the new text
    has it exactly once.

    Raises:
        Rejected: no such source, or the text is too long.
    """
    return with_passages(graph, edits.set_field(graph, source, "body", _clean_body(body), now=now))


def with_passages(graph: Graph, changes: ChangeSet) -> ChangeSet:
    """Return changes with what they mean for passages, where they replace texts of sources (see `correct`)."""
    known = {change.key for change in changes}
    following = [change for source in _replaced_bodies(changes) for change in _followed(graph, source)]
    return ChangeSet((*changes, *(change for change in following if change.key not in known)))


def _replaced_bodies(changes: ChangeSet) -> Iterator[tuple[NodeId, str, str]]:
    """Yield the sources whose text is replaced, with the text before and after."""
    for change in changes:
        old, new = change.old, change.new
        if isinstance(old, Node) and isinstance(new, Node):
            before, after = str(old.fields.get("body", "")), str(new.fields.get("body", ""))
            if before != after:
                yield new.id, before, after


def _followed(graph: Graph, replaced: tuple[NodeId, str, str]) -> Iterator[Change]:
    source, old, new = replaced
    placed = [(edge, span) for edge in citations_of(graph, source) if (span := span_of(edge)) is not None]
    spans = reanchored(old, new, [span for _edge, span in placed])
    moved = {edge.key: _moved(edge, span, old, new) for (edge, _old), span in zip(placed, spans, strict=True)}
    for key, edge in {**moved, **dict(_found(graph, source, new))}.items():
        if edge != graph.edges[key]:
            yield Change(graph.edges[key], edge)


def _moved(edge: Edge, span: Span | None, old: str, new: str) -> Edge:
    before = span_of(edge)
    quote = quote_of(edge)
    if span is not None and before is not None and quote == old[before.start : before.end]:
        quote = new[span.start : span.end]
    return _with_place(edge, span, quote)


def _found(graph: Graph, source: NodeId, body: str) -> Iterator[tuple[EdgeKey, Edge]]:
    """Place the quotes that have no place."""
    for edge in citations_of(graph, source):
        if span_of(edge) is None and (span := find_quote(body, quote_of(edge))) is not None:
            yield edge.key, _with_place(edge, span, quote_of(edge))


def _with_place(edge: Edge, span: Span | None, quote: str) -> Edge:
    fields: dict[str, Value] = {name: value for name, value in edge.fields.items() if name not in {"start", "end"}}
    if quote:
        fields["quote"] = quote
    if span is not None:
        fields |= {"start": str(span.start), "end": str(span.end)}
    return replace(edge, fields=fields)


def lost(changes: ChangeSet) -> tuple[Edge, ...]:
    """Return the citations that lost their place in these changes."""
    edges = ((change.old, change.new) for change in changes)
    return tuple(
        new
        for old, new in edges
        if isinstance(old, Edge) and isinstance(new, Edge) and span_of(old) and not span_of(new)
    )


def mark(
    graph: Graph,
    source: NodeId,
    span: Span,
    kind: str,
    title: str,
    *,
    now: int,
    map_id: MapId | None = None,
    speaker: Speaker | None = None,
) -> ChangeSet:
    """Make a new item of a passage, with its quote, and record who says it.

    Raises:
        Rejected: no such source, actor or kind; the passage is empty or outside the text; or the relation does not fit.
    """
    added = edits.add_node(graph, kind, title, now=now, map_id=map_id)
    (node_id,) = added.nodes
    steps = [added, edits.set_origin(graph.with_changes(added), node_id, "stated", now=now)]
    steps.append(attach(_after(graph, steps), node_id, source, span))
    if speaker is not None:
        steps.append(edits.connect(_after(graph, steps), speaker.actor, speaker.relation, node_id))
        if map_id is not None:
            steps.append(map_edits.place(_after(graph, steps), map_id, (speaker.actor,)))
    return merged(steps)


def attach(graph: Graph, node_id: NodeId, source: NodeId, span: Span, *, replacing: bool = False) -> ChangeSet:
    """Let an item that exists rest on a passage.

    Args:
        graph: the document.
        node_id: the item.
        source: the source.
        span: the passage, in its text.
        replacing: whether the passage may come in the place of another one of this source that the item rests on; it
            has at most one in each source, because a relation is its two ends.

    Raises:
        Rejected: no such item or source; the passage is empty or outside the text; or the item rests on another one.
    """
    body = body_of(graph, source)
    if not (0 <= span.start < span.end <= len(body)) or not body[span.start : span.end].strip():
        raise Rejected("sourcing.no_passage")
    key = EdgeKey(node_id, "cites", source)
    steps = [] if key in graph.edges else [edits.connect(graph, node_id, "cites", source)]
    edge = _after(graph, steps).edges[key]
    if not replacing and (quote_of(edge) or span_of(edge)):
        raise Rejected("sourcing.rests_elsewhere", title=_title(graph, node_id))
    new = _with_place(edge, span, body[span.start : span.end])
    return merged((*steps, ChangeSet((Change(edge, new),) if new != edge else ())))


def other_quote(graph: Graph, node_id: NodeId, source: NodeId) -> str:
    """Return what an item quotes from a source already; empty when a passage can be added without replacing one."""
    edge = graph.edges.get(EdgeKey(node_id, "cites", source))
    return quote_of(edge) if edge is not None else ""


def _title(graph: Graph, node_id: NodeId) -> str:
    node: Node | None = graph.nodes.get(node_id)
    return node.title if node is not None else node_id


def _after(graph: Graph, steps: list[ChangeSet]) -> Graph:
    for changes in steps:
        graph = graph.with_changes(changes)
    return graph


def _clean_body(body: str) -> str:
    """Return the text as it is kept.

    Raises:
        Rejected: it is too long.
    """
    if len(body) > LONGEST_BODY:
        raise Rejected("sourcing.too_long", size=len(body), largest=LONGEST_BODY)
    return clean_text(body).strip("\n")
