"""Puts a picture together from plain data: which nodes, edges and groups there are, and where.

A `Scene` says nothing about looks, a `Picture` nothing about meaning; `build_picture` is the step between. What is not
in the scene is not in the picture: private items are left out before it, never hidden in it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import compress
from operator import is_not, itemgetter
from typing import Final, NamedTuple

from gvkaart.picture import metrics
from gvkaart.picture.differing import other_objects, updated
from gvkaart.picture.edges import BESIDE, FAMILIES, EdgeDrawing, End
from gvkaart.picture.ground import Ground, ground_items
from gvkaart.picture.icons import rounded
from gvkaart.picture.nodes import LARGEST, SMALLEST, Look, Mark, NodeDrawing, Severity, box_of
from gvkaart.picture.primitives import (
    EMPTY,
    FixedDrawing,
    Item,
    Link,
    Path,
    Picture,
    Rect,
    Role,
    Stroke,
    Text,
    bounding,
)
from gvkaart.picture.routing import Lines, Places, Surroundings
from gvkaart.picture.theme import Theme
from gvkaart.words import Words

MARGIN: Final = 24.0
"""Room around everything in a picture, in units."""
_GROUP_PADDING: Final = 18.0
_GROUP_HEADER: Final = 22.0
_GROUP_SIZE: Final = 13.0
_EXPLAINED: Final = frozenset((Mark.FALLS, Mark.UNDECIDED))
"""Marks that a description says in other words, with the reason."""
_LAST: Final = itemgetter(-1)
"""The item of an edge that was drawn."""


class SceneNode(NamedTuple):
    """A node to be drawn with its centre at (x, y).

    `style` is one of `nodes.STYLES`: the kind, or a variant of it; `remark` a word to show behind the kind; `folded`
    how many nodes are folded away under it.
    """

    id: str
    kind: str
    style: str
    title: str
    x: float
    y: float
    remark: str = ""
    marks: frozenset[Mark] = frozenset()
    findings: int = 0
    severity: Severity = Severity.INFO
    dimmed: bool = False
    description: str = ""
    folded: int = 0


class SceneEdge(NamedTuple):
    """An edge to be drawn between two nodes of the scene; `label` replaces the word of the relation."""

    key: str
    source: str
    relation: str
    target: str
    label: str = ""
    dimmed: bool = False


class SceneGroup(NamedTuple):
    """A frame around nodes of the scene, with a title above it."""

    key: str
    title: str
    members: frozenset[str]


class Scene(NamedTuple):
    """Everything a picture is made of; edges whose nodes are not in the scene are not drawn."""

    nodes: tuple[SceneNode, ...] = ()
    edges: tuple[SceneEdge, ...] = ()
    groups: tuple[SceneGroup, ...] = ()
    title: str = ""
    ground: Ground | None = None


def look_of(node: SceneNode, words: Words) -> Look:
    """Return what decides how a node is drawn."""
    return Look(
        style=node.style,
        word=words.term(f"kind.{node.kind}"),
        title=node.title,
        remark=node.remark,
        marks=node.marks,
        findings=node.findings,
        severity=node.severity,
        dimmed=node.dimmed,
        folded=node.folded,
    )


def sizes(scene: Scene, words: Words) -> dict[str, tuple[float, float]]:
    """Return the width and height of every node, for who has to find a place for them."""
    boxes = ((node.id, box_of(look_of(node, words))) for node in scene.nodes)
    return {node_id: (box.width, box.height) for node_id, box in boxes}


def build_picture(scene: Scene, theme: Theme, words: Words) -> Picture:
    """Draw a scene: groups behind, edges over them, nodes in front."""
    return Draughtsman(theme, words).draw(scene)


class Draughtsman:
    """Draws one scene after another; what did not change since the last one is the same item as in the picture then.

    So a picture after an edit costs little more than what the edit touched, both here and where it is shown.
    """

    def __init__(self, theme: Theme, words: Words) -> None:
        """Draw in these colours and this language."""
        self.theme, self._words = theme, words
        self._nodes: dict[str, tuple[SceneNode, Item, End]] = {}
        self._edges: dict[str, tuple[SceneEdge, float, Item, Item, Item]] = {}
        self._scene = Scene()
        self._picture: Picture | None = None
        self._scene_nodes: Sequence[SceneNode] | None = None
        self._items: dict[str, Item] = {}
        self._around = EMPTY
        self._places, self._lines = Places(), Lines()
        self._surroundings = Surroundings(self._places)
        self._wanted: dict[str, SceneNode] = {}
        self._scene_edges: Sequence[SceneEdge] | None = None
        self._joined: dict[str, SceneEdge] = {}
        self._at: defaultdict[str, set[str]] = defaultdict(set)
        """The keys of the edges at each node."""

    def draw(self, scene: Scene) -> Picture:
        """Draw a scene: groups behind, edges over them, nodes in front; the same scene gives the same object."""
        if self._picture is None or scene != self._scene:
            self._scene, self._picture = scene, self._drawn(scene)
        return self._picture

    def _drawn(self, scene: Scene) -> Picture:
        before = self._items
        changed = self._draw_nodes(scene.nodes) if scene.nodes is not self._scene_nodes else frozenset()
        nodes = self._items
        groups = tuple(_group_item(group, nodes, self.theme) for group in scene.groups if group.members & nodes.keys())
        if scene.ground is not None:
            groups = (*ground_items(scene.ground, nodes, self.theme), *groups)
        crowded = self._crowded(before, changed)
        if changed or scene.edges is not self._scene_edges or nodes.keys() != before.keys():
            self._draw_edges(scene.edges, changed, crowded)
        return Picture(
            bounds=bounding((*(group.bounds for group in groups), self._around)).grown(MARGIN),
            theme=self.theme,
            items=(*groups, *map(_LAST, self._edges.values()), *nodes.values()),
            title=scene.title,
            description=self._words.text("picture.description.picture", nodes=len(nodes), edges=len(self._edges)),
            language=self._words.language,
        )

    def _draw_nodes(self, nodes: Sequence[SceneNode]) -> AbstractSet[str]:
        """Draw nodes; return which are other items than before."""
        before, before_items = self._nodes, self._items
        wanted = _by_id(nodes, self._scene_nodes or (), self._wanted)
        self._scene_nodes = nodes
        drawn = {key: self._drawn_node(wanted[key]) for key in other_objects(wanted, self._wanted) if key in wanted}
        self._wanted, self._nodes = wanted, updated(self._nodes, drawn, wanted)
        changed = {key for key, one in drawn.items() if before.get(key) is not one}
        self._items = updated(self._items, {key: drawn[key][1] for key in changed}, wanted)
        gone = before_items.keys() - wanted.keys()
        if not self._is_inside(before_items[key] for key in gone | (changed & before_items.keys())) or not (
            self._is_inside(self._items[key] for key in changed)
        ):
            self._around = _around(self._items.values())
        return changed

    def _is_inside(self, nodes: Iterable[Item]) -> bool:
        """Tell whether nodes lie so far inside that the rectangle around all of them is not set by them."""
        left, top, right, bottom = self._around.x, self._around.y, self._around.right, self._around.bottom
        return all(
            box.x > left and box.y > top and box.right < right and box.bottom < bottom
            for box in (node.bounds for node in nodes)
        )

    def _crowded(self, before: Mapping[str, Item], changed: AbstractSet[str]) -> AbstractSet[str]:
        """Note where nodes stand now; return the edges that may have to run otherwise for it."""
        if before is self._items:
            return frozenset()
        altered = self._places.turn_to(self._items, changed)
        if altered:
            self._surroundings = Surroundings(self._places)
        return self._lines.near(altered)

    def _draw_edges(self, wanted: Sequence[SceneEdge], changed: AbstractSet[str], crowded: AbstractSet[str]) -> None:
        """Draw edges, again where one of their nodes changed or where something came or went beside them."""
        nodes = self._nodes
        before, known = self._joined, self._edges
        if wanted is self._scene_edges and self._keeps_its_ends(wanted):
            edges, offsets = before, dict[str, float]()
        else:
            edges = {edge.key: edge for edge in wanted if edge.source in nodes and edge.target in nodes}
            self._joined = edges
            offsets = self._join(before)
        self._scene_edges = wanted
        around = set().union(offsets, crowded, *(self._at[node] for node in changed if node in self._at))
        again = {
            key: self._drawn_edge(edges[key], offsets[key] if key in offsets else known[key][1], anew=key in crowded)
            for key in around & edges.keys()
        }
        for key in again:
            (source, target) = (self._nodes[end][1] for end in (edges[key].source, edges[key].target))
            self._lines.put(key, (source.x, source.y), (target.x, target.y))
        self._edges = updated(known, again, edges)

    def _keeps_its_ends(self, wanted: Sequence[SceneEdge]) -> bool:
        """Tell whether every edge of a scene that was drawn before still has both its nodes."""
        return len(wanted) == len(self._joined) and all(node in self._nodes for node, at in self._at.items() if at)

    def _join(self, before: Mapping[str, SceneEdge]) -> dict[str, float]:
        """Note which edges are at which nodes now; return how far aside those lie that may lie elsewhere for it."""
        edges = self._joined
        ends: set[str] = set()
        for key in other_objects(edges, before):
            for joined, note in ((before, set.discard), (edges, set.add)):
                if (edge := joined.get(key)) is not None:
                    ends.update((edge.source, edge.target))
                    note(self._at[edge.source], key)
                    note(self._at[edge.target], key)
            if key not in edges:
                self._lines.remove(key)
        keys = {key for end in ends for key in self._at[end]}
        # In the order of the scene: whichever comes first lies on the same side every time.
        return _offsets(
            [edge for key, edge in edges.items() if key in keys and edge.source in ends and edge.target in ends]
        )

    def _drawn_node(self, node: SceneNode) -> tuple[SceneNode, Item, End]:
        before = self._nodes.get(node.id)
        if before is not None and before[0] == node:
            return before
        drawing = NodeDrawing(look_of(node, self._words), self.theme)
        item = _node_item(node, drawing, self._words)
        return node, item, End(node.x, node.y, drawing)

    def _drawn_edge(self, edge: SceneEdge, offset: float, *, anew: bool) -> tuple[SceneEdge, float, Item, Item, Item]:
        """Draw an edge; it changes with its nodes, for it ends at their borders and its title names them."""
        _, source, source_end = self._nodes[edge.source]
        _, target, target_end = self._nodes[edge.target]
        before = self._edges.get(edge.key)
        same = before is not None and before[:2] == (edge, offset) and before[2] is source and before[3] is target
        if before is not None and same and not anew:
            return before
        label = edge.label or self._words.term(f"relation.{edge.relation}")
        link = Link(edge.source, edge.target, FAMILIES[edge.relation], label, offset, edge.dimmed)
        title = f"{source.title} {label} {target.title}"
        drawing = EdgeDrawing(link, source_end, target_end, self.theme, self._surroundings)
        return edge, offset, source, target, Item(edge.key, Role.EDGE, 0.0, 0.0, drawing, title, link=link)


def _by_id(
    nodes: Sequence[SceneNode], before: Sequence[SceneNode], known: Mapping[str, SceneNode]
) -> dict[str, SceneNode]:
    """Return nodes by id, in their order; looks only at those that are other objects than before, where it can."""
    others = [*compress(range(len(before)), map(is_not, nodes, before))]
    if len(nodes) < len(before) or any(nodes[place].id != before[place].id for place in others):
        return {node.id: node for node in nodes}
    return {**known, **{node.id: node for node in (*(nodes[place] for place in others), *nodes[len(before) :])}}


def _around(nodes: Collection[Item]) -> Rect:
    """Return the smallest rectangle around nodes, measuring only those that can touch one of its sides."""
    if not nodes:
        return EMPTY
    # The outermost centre reaches as far as the smallest node at least, so what lies further in than this does not.
    across, down = ((large - small) / 2 for large, small in zip(LARGEST, SMALLEST, strict=True))
    xs, ys = [node.x for node in nodes], [node.y for node in nodes]
    left, right, top, bottom = min(xs) + across, max(xs) - across, min(ys) + down, max(ys) - down
    return bounding(
        node.bounds
        for node, x, y in zip(nodes, xs, ys, strict=True)
        if x <= left or x >= right or y <= top or y >= bottom
    )


def _node_item(node: SceneNode, drawing: NodeDrawing, words: Words) -> Item:
    marks = node.marks - _EXPLAINED if node.description else node.marks
    said = _said(words, drawing.look.word, node.remark, marks, node.dimmed, node.findings, node.folded)
    description = f"{said}. {node.description}" if node.description else said
    return Item(node.id, Role.NODE, node.x, node.y, drawing, node.title, description)


@lru_cache(maxsize=1024)
def _said(words: Words, word: str, remark: str, marks: frozenset[Mark], faded: bool, findings: int, folded: int) -> str:
    """Say in words everything that the drawing of a node shows besides its title."""
    said = [f"{word} · {remark}" if remark else word]
    said.extend(words.text(f"picture.mark.{mark.value}") for mark in Mark if mark in marks)
    if faded:
        said.append(words.text("picture.mark.dimmed"))
    if findings:
        said.append(words.text("picture.description.findings", count=findings))
    if folded:
        said.append(words.text("picture.description.folded", count=folded))
    return ". ".join(said)


def _offsets(edges: Sequence[SceneEdge]) -> dict[str, float]:
    """Return by how much each edge lies aside, for those that join the same two nodes, whatever their direction."""
    beside: dict[tuple[str, str], list[SceneEdge]] = {}
    for edge in edges:
        pair = (edge.source, edge.target) if edge.source < edge.target else (edge.target, edge.source)
        beside.setdefault(pair, []).append(edge)
    offsets = {}
    for (first, _), together in beside.items():
        for number, edge in enumerate(together):
            aside = (number - (len(together) - 1) / 2) * BESIDE
            offsets[edge.key] = aside if edge.source == first else -aside
    return offsets


def _group_item(group: SceneGroup, nodes: Mapping[str, Item], theme: Theme) -> Item:
    """Draw the frame around the members that are in the scene, its title inside on top."""
    inside = bounding(nodes[member].bounds for member in sorted(group.members & nodes.keys())).grown(_GROUP_PADDING)
    frame = Rect(inside.x, inside.y - _GROUP_HEADER, inside.width, inside.height + _GROUP_HEADER)
    tone = theme.tones["group"]
    title = metrics.shortened(group.title, frame.width - 2 * _GROUP_PADDING, _GROUP_SIZE, bold=True)
    outline = rounded(frame.x, frame.y, frame.width, frame.height, 14.0)
    width = metrics.text_width(title, _GROUP_SIZE, bold=True)
    x, y = frame.x + _GROUP_PADDING, frame.y + _GROUP_HEADER
    drawing = FixedDrawing(
        bounds=frame.grown(1.0),
        body=(Path(outline, theme.panel, Stroke(tone.edge, 0.8, (1.0, 3.0))),),
        title=(Text(x, y, title, _GROUP_SIZE, True, tone.edge, width),),
    )
    return Item(group.key, Role.GROUP, 0.0, 0.0, drawing, group.title)
