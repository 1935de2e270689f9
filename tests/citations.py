"""Citations for tests: an item, a source, and the part of its text that is quoted."""

from gvkaart.domain.entities import Edge, NodeId


def cites(node_id: str, source: str, quote: str, start: int | None = None) -> Edge:
    """Make a citation, with a place when `start` says where the quote stands in the text."""
    place = {} if start is None else {"start": str(start), "end": str(start + len(quote))}
    return Edge(NodeId(node_id), "cites", NodeId(source), fields={"quote": quote, **place})
