"""Edits of meanings: how two compare, a definition that parties agree on, and a meaning that gets a word of its own.

As in `gvkaart.domain.edits`: pure functions from a graph and a wish to changes; `now` is in milliseconds since 1970.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.derived import text_of
from gvkaart.domain.edit_basics import checked, node_of
from gvkaart.domain.entities import Edge, MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import MATCHES

COMPARISONS: Final = (*MATCHES, "differs_from")
"""The relations by which two meanings are compared: the mapping relations of NL-SBB, and being something else."""

_INVERSES: Final[Mapping[str, str]] = {"broad_match": "narrow_match", "narrow_match": "broad_match"}
"""What a comparison is from its other end; the others are the same from there."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A definition that parties agree on.

    Attributes:
        frame: whose it is.
        plain: the same in plain words; may be empty.
        actors: who mean it so from now on.
        relations: by concept that was compared with it, how it stands to that (`COMPARISONS`). When all of these are
            private, so is what is agreed on: its term and its definition come from there.
    """

    term: str
    frame: str
    definition: str
    plain: str
    actors: tuple[NodeId, ...]
    relations: Mapping[NodeId, str]


def comparison_edges(graph: Graph, one: NodeId, other: NodeId) -> tuple[Edge, ...]:
    """Return the edges by which two concepts are compared, whichever way they run."""
    both = (*graph.out(one), *graph.out(other))
    return tuple(edge for edge in both if edge.relation in COMPARISONS and {edge.source, edge.target} == {one, other})


def read_from(edge: Edge, concept: NodeId) -> str:
    """Return the relation of an edge by which two concepts are compared, read from one of them."""
    return edge.relation if edge.source == concept else _INVERSES.get(edge.relation, edge.relation)


def compare(graph: Graph, one: NodeId, other: NodeId, relation: str) -> ChangeSet:
    """Say how two concepts compare, instead of all that was said of it; a note that stood with it stays.

    Args:
        graph: the document.
        one: from which the relation is read.
        other: to which it leads.
        relation: one of `COMPARISONS`; empty to leave the two uncompared.

    Raises:
        Rejected: one of them is no concept, or they are the same.
    """
    found = comparison_edges(graph, one, other)
    same = next((edge for edge in found if relation and read_from(edge, one) == relation), None)
    changes = [Change(edge, None) for edge in found if edge is not same]
    if relation and same is None:
        old = found[0] if found else Edge(one, relation, other)
        changes.append(Change(None, replace(old, source=one, relation=relation, target=other)))
    return checked(graph, changes)


def agree(graph: Graph, agreed: Agreed, *, now: int, map_id: MapId) -> ChangeSet:
    """Add a definition that parties agree on to a map, with who mean it so and how it stands to other meanings.

    What the parties meant before stays: it is how they came from there.

    Raises:
        Rejected: no such map, actor or concept, or what is filled in does not fit.
    """
    added = edits.add_node(graph, "concept", agreed.term, now=now, map_id=map_id)
    (new,) = added.nodes
    steps = [added]
    if is_all_private(graph, agreed.relations):
        steps.append(edits.set_visibility(graph.with_changes(added), new, "private", now=now))
    for field, value in (("frame", agreed.frame), ("definition", agreed.definition), ("plain", agreed.plain)):
        steps.append(edits.set_field(graph.with_changes(merged(steps)), new, field, value, now=now))
    grown = graph.with_changes(merged(steps))
    steps += (edits.connect(grown, actor, "means", new) for actor in agreed.actors)
    steps += (edits.connect(grown, new, relation, concept) for concept, relation in agreed.relations.items())
    return merged(steps)


def name_word(graph: Graph, term: str, used_by: Collection[NodeId], *, now: int, map_id: MapId) -> ChangeSet:
    """Add a concept for a word that items use to a map; a private one when only private items use the word.

    Raises:
        Rejected: no such map, or no such item.
    """
    added = edits.add_node(graph, "concept", term, now=now, map_id=map_id)
    if not is_all_private(graph, used_by):
        return added
    (new,) = added.nodes
    return merged((added, edits.set_visibility(graph.with_changes(added), new, "private", now=now)))


def is_all_private(graph: Graph, nodes: Collection[NodeId]) -> bool:
    """Tell whether there are nodes, and all of them are private; a node that is gone counts as such."""
    known = (graph.nodes.get(one) for one in nodes)
    return bool(nodes) and all(node is None or node.visibility == "private" for node in known)


def give_own_word(graph: Graph, concept: NodeId, term: str, remark: str, *, now: int) -> ChangeSet:
    """Give a concept a term of its own; a remark in which the old one stands comes below its scope note.

    Raises:
        Rejected: there is no such concept.
    """
    renamed = edits.rename(graph, concept, term, now=now)
    if not renamed:
        return renamed
    note = "\n".join(filter(None, (text_of(node_of(graph, concept).fields, "scope_note"), remark)))
    return merged((renamed, edits.set_field(graph.with_changes(renamed), concept, "scope_note", note, now=now)))
