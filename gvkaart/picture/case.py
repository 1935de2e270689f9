"""From a map as of a round to a scene: which nodes and edges are shown, how they are marked, and in what places.

What is folded away under a collapsed node is in no scene, whoever asks for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, NamedTuple

from gvkaart.domain import derived
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.picture.differing import other_objects, other_values, updated
from gvkaart.picture.edges import QUIET
from gvkaart.picture.ground import Ground
from gvkaart.picture.grounding import ground_of
from gvkaart.picture.nodes import Mark, Severity
from gvkaart.picture.placing import Centres
from gvkaart.picture.scene import Scene, SceneEdge, SceneNode
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.analysis.argument_base import Verdict
    from gvkaart.analysis.findings import Finding

_GRAVEST: Final = tuple(Severity)[::-1]
_HOMONYM: Final = "concept.homonym"
_NO_VERDICTS: "Final[Mapping[NodeId, Verdict]]" = {}


class Noticed:
    """What the findings say about single nodes: how many, how grave, and which terms are confused."""

    def __init__(self, findings: "Iterable[Finding]") -> None:
        """Count findings by their subject; those set aside do not count."""
        self.count: dict[NodeId, int] = {}
        self.severity: dict[NodeId, Severity] = {}
        self.confused: set[NodeId] = set()
        for finding in findings:
            if finding.set_aside is None:
                for node in finding.subject:
                    self._add(node, finding)

    def _add(self, node: NodeId, finding: "Finding") -> None:
        self.count[node] = self.count.get(node, 0) + 1
        grave = (self.severity.get(node, Severity.INFO), Severity(finding.severity))
        self.severity[node] = min(grave, key=_GRAVEST.index)
        if finding.check == _HOMONYM:
            self.confused.add(node)


def scene_of(
    view: CaseView,
    words: Words,
    centres: Centres,
    findings: "Iterable[Finding]" = (),
    only: AbstractSet[NodeId] | None = None,
    focus: AbstractSet[NodeId] | None = frozenset(),
    verdicts: "Mapping[NodeId, Verdict]" = _NO_VERDICTS,
) -> Scene:
    """Put a map as of a round on the table.

    Args:
        view: the map; make it of a graph without private items when those must not be seen.
        words: the language of labels and descriptions.
        centres: where the nodes stand; nodes without a centre are left out.
        findings: what was noticed, for the badges.
        only: the nodes to show; all of them when None.
        focus: the nodes whose quiet relations are drawn as well; None draws all lines.
        verdicts: what falls or is undecided.
    """
    return Stage(words).scene(view, centres, tuple(findings), only, focus, verdicts)


class Stage:
    """Makes one scene after another of a map; what did not change is the same node or edge as in the scene before.

    What changed is found by comparing the sources of a scene as a whole, so that an edit costs what it changes.
    """

    def __init__(self, words: Words) -> None:
        """Speak the language of `words`."""
        self._words = words
        self._nodes: dict[NodeId, SceneNode] = {}
        self._scene_nodes: tuple[SceneNode, ...] = ()
        self._edges: dict[int, tuple[Edge, bool, SceneEdge]] = {}
        """By the identity of the edge: a graph after a change holds the same objects where nothing changed."""
        self._staged: _Staged | None = None
        self._grounded: tuple[CaseView, Ground | None] | None = None
        self._main_lines: tuple[SceneEdge, ...] = ()
        self._quiet: list[tuple[Edge, SceneEdge]] = []
        self._in_focus: tuple[object, AbstractSet[NodeId] | None, tuple[SceneEdge, ...]] | None = None

    def scene(
        self,
        view: CaseView,
        centres: Centres,
        findings: "Sequence[Finding]" = (),
        only: AbstractSet[NodeId] | None = None,
        focus: AbstractSet[NodeId] | None = frozenset(),
        verdicts: "Mapping[NodeId, Verdict]" = _NO_VERDICTS,
    ) -> Scene:
        """Put a map as of a round on the table; see `scene_of`."""
        nodes = view.nodes.keys() if only is None else view.nodes.keys() & only
        if view.folded.hidden:
            nodes = nodes - view.folded.hidden
        shown = centres if centres.keys() <= nodes else {node: at for node, at in centres.items() if node in nodes}
        before = self._staged
        noticed = before.noticed if before is not None and before.findings is findings else Noticed(findings)
        self._staged = now = _Staged(view, shown, findings, noticed, verdicts)
        if before is None or now != before:
            self._stage_nodes(now, before)
            self._stage_edges(now, before)
        title = view.map.title if view.map is not None else ""
        return Scene(self._scene_nodes, self._drawn(focus), title=title, ground=self._ground(view))

    def _ground(self, view: CaseView) -> Ground | None:
        """Return what lies under the nodes; worked out once for each view."""
        if self._grounded is None or self._grounded[0] is not view:
            self._grounded = view, ground_of(view, self._words)
        return self._grounded[1]

    def _drawn(self, focus: AbstractSet[NodeId] | None) -> tuple[SceneEdge, ...]:
        """Return the edges without the quiet ones that are out of focus; the same object when they are the same.

        The main lines come first, so that another focus changes only what comes after them.
        """
        before = self._in_focus
        if before is None or before[0] is not self._edges:
            edges = self._edges.values()
            self._main_lines = tuple(drawn for edge, _, drawn in edges if edge.relation not in QUIET)
            self._quiet = [(edge, drawn) for edge, _, drawn in edges if edge.relation in QUIET]
        if before is None or before[0] is not self._edges or before[1] != focus:
            near = (
                drawn for edge, drawn in self._quiet if focus is None or edge.source in focus or edge.target in focus
            )
            self._in_focus = before = self._edges, focus, (*self._main_lines, *near)
        return before[2]

    def _stage_nodes(self, now: "_Staged", before: "_Staged | None") -> None:
        other = now.shown.keys() if before is None else now.other_than(before) & now.shown.keys()
        staged = {node: _scene_node(now.seen(node), self._words) for node in other}
        self._nodes = updated(self._nodes, staged, now.shown)
        self._scene_nodes = tuple(self._nodes.values())

    def _stage_edges(self, now: "_Staged", before: "_Staged | None") -> None:
        view, shown = now.view, now.shown
        if before is not None and (before.view.edges, before.view.dimmed) == (view.edges, view.dimmed):
            crossed = shown.keys() ^ before.shown.keys()
            if not any(view.graph.out(node) or view.graph.into(node) for node in crossed):
                return
        edges = (edge for edge in view.edges if edge.source in shown and edge.target in shown)
        self._edges = {id(edge): self._edge(edge, view.dimmed) for edge in edges}

    def _edge(self, edge: Edge, dimmed: AbstractSet[NodeId]) -> tuple[Edge, bool, SceneEdge]:
        faded = edge.source in dimmed or edge.target in dimmed
        before = self._edges.get(id(edge))
        if before is not None and before[0] is edge and before[1] == faded:
            return before
        return edge, faded, _scene_edge(edge, faded)


class _Staged(NamedTuple):
    """All that a scene is made of: the nodes that are shown with their places, and what is known of them."""

    view: CaseView
    shown: Centres
    findings: "Sequence[Finding]"
    noticed: Noticed
    verdicts: "Mapping[NodeId, Verdict]"

    def other_than(self, before: "_Staged") -> AbstractSet[NodeId]:
        """Return the nodes that may look otherwise than before."""
        view, old, noticed = self.view, before.view, self.noticed
        return set().union(
            other_objects(view.nodes, old.nodes),
            other_values(self.shown, before.shown),
            other_values(view.presences, old.presences),
            other_values(view.marked, old.marked),
            other_values(noticed.count, before.noticed.count),
            other_values(noticed.severity, before.noticed.severity),
            noticed.confused ^ before.noticed.confused,
            other_values(self.verdicts, before.verdicts),
            other_values(view.folded.counts, old.folded.counts),
            view.at_table ^ old.at_table,
            view.dimmed ^ old.dimmed,
        )

    def seen(self, key: NodeId) -> "_Seen":
        """Return what shows of a node."""
        view, noticed = self.view, self.noticed
        return _Seen(
            view.nodes[key],
            self.shown[key],
            view.presence(key),
            key in view.at_table,
            view.marks(key),
            key in noticed.confused,
            noticed.count.get(key, 0),
            noticed.severity.get(key, Severity.INFO),
            key in view.dimmed,
            view.folded.counts.get(key, 0),
            self.verdicts.get(key),
        )


class _Seen(NamedTuple):
    """Everything of a node that shows in the scene."""

    node: Node
    centre: tuple[int, int]
    presence: str
    at_table: bool
    marks: AbstractSet[derived.Mark]
    confused: bool
    findings: int
    severity: Severity
    dimmed: bool
    folded: int
    verdict: "Verdict | None"


def _scene_node(seen: _Seen, words: Words) -> SceneNode:
    marks = {Mark(mark.value) for mark in seen.marks}
    if seen.confused:
        marks.add(Mark.CONFUSED)
    if seen.verdict is not None:
        marks.add(Mark(seen.verdict.label.value))
    return SceneNode(
        id=seen.node.id,
        kind=seen.node.kind,
        style=_style(seen),
        title=seen.node.title,
        x=seen.centre[0],
        y=seen.centre[1],
        remark=_remark(seen, words),
        marks=frozenset(marks),
        findings=seen.findings,
        severity=seen.severity,
        dimmed=seen.dimmed,
        description=seen.verdict.said if seen.verdict is not None else "",
        folded=seen.folded,
    )


def _style(seen: _Seen) -> str:
    node = seen.node
    match node.kind:
        case "actor" if text_of(node.fields, "type") == "group":
            return "actor_group"
        case "actor" if not seen.at_table:
            return "actor_away"
        case "interest" if text_of(node.fields, "level") == "public":
            return "public_interest"
        case _:
            return node.kind


def _remark(seen: _Seen, words: Words) -> str:
    """Say behind the kind what distinguishes the node: where an actor is, whose meaning a concept is."""
    fields = seen.node.fields
    match seen.node.kind:
        case "actor":
            return words.term(f"choice.presence.{seen.presence}").lower() if seen.presence else ""
        case "concept":
            return text_of(fields, "frame")
        case "interest":
            level = text_of(fields, "level")
            return words.term(f"choice.level.{level}").split()[0].lower() if level else ""
        case _:
            return ""


def edge_name(edge: Edge) -> str:
    """Return the key under which an edge stands in a scene; ids hold no spaces, so it can be read back."""
    return " ".join(edge.key).rstrip()


def _scene_edge(edge: Edge, dimmed: bool) -> SceneEdge:
    label = text_of(edge.fields, "label") if edge.relation == "related" else ""
    return SceneEdge(edge_name(edge), edge.source, edge.relation, edge.target, label, dimmed)
