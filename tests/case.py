"""Small maps for tests, written as data: nodes with their fields, and edges as "source relation target"."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from gvkaart.analysis.catalogue import Belonging, Catalogue, PublicValue
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NO_ROUND, Edge, Entity, Map, MapId, Node, NodeId, Placement, Round, RoundId, Value
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import PLACEMENT_FIELDS

MAP: Final = MapId("map")
A_VALUE: Final = "afwegen"
ONE_VALUE: Final = Catalogue(
    {A_VALUE: PublicValue(A_VALUE, "a", "Afwegen", "x.", "x?", "", (), (), frozenset((Belonging.ALWAYS,)))}, {}, {}
)
"""A catalogue of one value, that belongs to every case."""

ROUNDS: Final = (RoundId("r1"), RoundId("r2"), RoundId("r3"))
_PLACEMENT_FIELD_IDS = {field.id for field in PLACEMENT_FIELDS}

Part = Node | Edge | Placement | Map | str


def node(kind: str, node_id: str, title: str = "", **fields: Value) -> Node:
    """Make a node; `text` and `visibility` are attributes, presence and the like go to its placement by `case`."""
    text, visibility = str(fields.pop("text", "")), str(fields.pop("visibility", "analysis"))
    return Node(NodeId(node_id), kind, title or node_id, text, visibility=visibility, fields=fields)


def edge(sentence: str, begin: str = NO_ROUND, end: str = NO_ROUND, **fields: Value) -> Edge:
    """Make an edge of "source relation target", with the rounds in which it begins and ends."""
    source, relation, target = sentence.split()
    return Edge(NodeId(source), relation, NodeId(target), RoundId(begin), RoundId(end), fields=fields)


def case(*parts: Part, fields: Mapping[str, Value] | None = None) -> Graph:
    """Make a document of one map with three rounds, on which every node stands.

    Args:
        parts: nodes, edges, and sentences that are edges without fields.
        fields: those of the map.
    """
    entities: list[Entity] = [Map(MAP, "Kaart", fields=fields or {})]
    entities += [Round(round_id, MAP, number, f"Ronde {number}") for number, round_id in enumerate(ROUNDS)]
    for part in parts:
        match part:
            case str():
                entities.append(edge(part))
            case Node():
                entities += _placed(part)
            case _:
                entities.append(part)
    return Graph.of(entities)


def _placed(made: Node) -> tuple[Node, Placement]:
    of_placement = {name: value for name, value in made.fields.items() if name in _PLACEMENT_FIELD_IDS}
    of_node = {name: value for name, value in made.fields.items() if name not in _PLACEMENT_FIELD_IDS}
    bare = replace(made, fields=of_node)
    return bare, Placement(MAP, made.id, fields=of_placement)


def view(*parts: Part, at: str | None = None, fields: Mapping[str, Value] | None = None) -> CaseView:
    """Make the map of `case` as of a round; without one, as of the last."""
    return CaseView(case(*parts, fields=fields), MAP, RoundId(at) if at is not None else None)
