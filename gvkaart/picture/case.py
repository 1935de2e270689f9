"""From a map as of a round to a scene: which nodes and edges are shown, how they are marked, and in what places."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from gvkaart.analysis.findings import Finding
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.picture.nodes import Mark, Severity
from gvkaart.picture.placing import Centres
from gvkaart.picture.scene import Scene, SceneEdge, SceneNode
from gvkaart.words import Words

_GRAVEST: Final = tuple(Severity)[::-1]
_HOMONYM: Final = "concept.homonym"

QUIET: Final = frozenset(
    ("cites", "accepts", "unaware_of", "means", "uses", "acts_in", "links", "sees", "related", "happened_to")
)
"""Relations that many items have alike: drawn for what is in focus, or when all lines are asked for.

A case of 200 items has more of these than of all others together; drawn at once they hide what the map is about. The
other panels tell them all the same.
"""


class Noticed:
    """What the findings say about single nodes: how many, how grave, and which terms are confused."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Count findings by their subject; those set aside do not count."""
        self.count: dict[NodeId, int] = {}
        self.severity: dict[NodeId, Severity] = {}
        self.confused: set[NodeId] = set()
        for finding in findings:
            if finding.set_aside is None:
                for node in finding.subject:
                    self._add(node, finding)

    def _add(self, node: NodeId, finding: Finding) -> None:
        self.count[node] = self.count.get(node, 0) + 1
        grave = (self.severity.get(node, Severity.INFO), Severity(finding.severity))
        self.severity[node] = min(grave, key=_GRAVEST.index)
        if finding.check == _HOMONYM:
            self.confused.add(node)


def scene_of(
    view: CaseView,
    words: Words,
    centres: Centres,
    findings: Iterable[Finding] = (),
    only: AbstractSet[NodeId] | None = None,
    focus: AbstractSet[NodeId] | None = frozenset(),
) -> Scene:
    """Put a map as of a round on the table.

    Args:
        view: the map; make it of a graph without private items when those must not be seen.
        words: the language of labels and descriptions.
        centres: where the nodes stand; nodes without a centre are left out.
        findings: what was noticed, for the badges.
        only: the nodes to show; all of them when None.
        focus: the nodes whose quiet relations are drawn as well; None draws all lines.
    """
    noticed = Noticed(findings)
    shown = {node_id: centre for node_id, centre in centres.items() if node_id in view.nodes}
    if only is not None:
        shown = {node_id: centre for node_id, centre in shown.items() if node_id in only}
    nodes = tuple(_scene_node(view, view.nodes[node_id], centre, noticed, words) for node_id, centre in shown.items())
    edges = tuple(
        _scene_edge(view, edge)
        for edge in view.edges
        if edge.source in shown and edge.target in shown and _is_drawn(edge, focus)
    )
    return Scene(nodes, edges, title=view.map.title if view.map is not None else "")


def _is_drawn(edge: Edge, focus: AbstractSet[NodeId] | None) -> bool:
    return focus is None or edge.relation not in QUIET or edge.source in focus or edge.target in focus


def _scene_node(view: CaseView, node: Node, centre: tuple[int, int], noticed: Noticed, words: Words) -> SceneNode:
    marks = {Mark(mark.value) for mark in view.marks(node.id)}
    if node.id in noticed.confused:
        marks.add(Mark.CONFUSED)
    return SceneNode(
        id=node.id,
        kind=node.kind,
        style=_style(view, node),
        title=node.title,
        x=centre[0],
        y=centre[1],
        remark=_remark(view, node, words),
        marks=frozenset(marks),
        findings=noticed.count.get(node.id, 0),
        severity=noticed.severity.get(node.id, Severity.INFO),
        dimmed=node.id in view.dimmed,
    )


def _style(view: CaseView, node: Node) -> str:
    match node.kind:
        case "actor" if text_of(node.fields, "type") == "group":
            return "actor_group"
        case "actor" if node.id not in view.at_table:
            return "actor_away"
        case "interest" if text_of(node.fields, "level") == "public":
            return "public_interest"
        case _:
            return node.kind


def _remark(view: CaseView, node: Node, words: Words) -> str:
    """Say behind the kind what distinguishes the node: where an actor is, whose meaning a concept is."""
    match node.kind:
        case "actor":
            presence = view.presence(node.id)
            return words.term(f"choice.presence.{presence}").lower() if presence else ""
        case "concept":
            return text_of(node.fields, "frame")
        case "interest":
            level = text_of(node.fields, "level")
            return words.term(f"choice.level.{level}").split()[0].lower() if level else ""
        case _:
            return ""


def edge_name(edge: Edge) -> str:
    """Return the key under which an edge stands in a scene; ids hold no spaces, so it can be read back."""
    return " ".join(edge.key).rstrip()


def _scene_edge(view: CaseView, edge: Edge) -> SceneEdge:
    label = text_of(edge.fields, "label") if edge.relation == "related" else ""
    dimmed = edge.source in view.dimmed or edge.target in view.dimmed
    return SceneEdge(edge_name(edge), edge.source, edge.relation, edge.target, label, dimmed)
