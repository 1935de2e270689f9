"""Layout by Graphviz. It is told numbers and sizes only: no text, title or id of the user ever reaches it.

All parts go through one process, one graph each. The lengths are points (72 to the inch), one for each canvas unit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from gvkaart.layout.layers import acyclic, assign_layers
from gvkaart.layout.model import GROUP_MARGIN, LAYER_GAP, NODE_GAP, Checkpoint, Point
from gvkaart.layout.parts import Part
from gvkaart.layout.process import ProgramFailed, find_dot, run

_POINTS = 72.0
_FARTHEST = 1e7
"""Points from the corner beyond which no layout of ours reaches."""
_LARGE = 400
"""Rectangles above which Graphviz gets a limit on its optimising: 2,000 take 3 s instead of half a minute."""
_MOST = 2_000
"""Rectangles outside any group that it is asked to place: 3,000 with 4,500 arcs take 14 s at the very least."""
_MOST_SPLIT = 50
"""The same when layers have to be split: it keeps places free for all long arcs, so the picture gets wide and late."""


def suits(part: Part, checkpoint: Checkpoint) -> bool:
    """Whether Graphviz does better than the embedded layout with this part, and in time."""
    if part.groups.count(None) > _MOST:
        return False
    return len(part.sizes) <= _MOST_SPLIT or not assign_layers(part, acyclic(len(part.sizes), part.arcs), checkpoint)[1]


def place(parts: Sequence[Part], timeout: float, checkpoint: Checkpoint) -> list[list[Point]]:
    """Centre of each rectangle of each part.

    Raises:
        ProgramFailed: there is no `dot`, it failed, took too long or wrote something that is no layout of these parts.
    """
    if not parts:
        raise ProgramFailed("nothing for it to do")
    program = find_dot()
    text = "".join(graph_text(part, checkpoint) for part in parts)
    return positions(run(program, text.encode("ascii"), timeout, checkpoint), [len(part.sizes) for part in parts])


def graph_text(part: Part, checkpoint: Checkpoint) -> str:
    """The part in the DOT language. Where a layer would get too wide, `minlen` imposes the layers of our own."""
    import graphviz  # only when a layout is asked

    graph = graphviz.Digraph(graph_attr=_graph_attributes(len(part.sizes)))
    graph.attr("node", shape="box", fixedsize="true", label="")
    graph.attr("edge", arrowhead="none")
    for i, (width, height) in enumerate(part.sizes):
        graph.node(f"n{i}", width=f"{width / _POINTS:.4f}", height=f"{height / _POINTS:.4f}")
    for number, group in enumerate(dict.fromkeys(group for group in part.groups if group is not None)):
        with graph.subgraph(name=f"cluster_{number}", graph_attr={"margin": str(GROUP_MARGIN)}) as cluster:
            for i in (i for i, other in enumerate(part.groups) if other == group):
                cluster.node(f"n{i}")
    arcs = acyclic(len(part.sizes), part.arcs)
    layers, split = assign_layers(part, arcs, checkpoint)
    for source, target in arcs:
        graph.edge(f"n{source}", f"n{target}", minlen=str(layers[target] - layers[source]) if split else None)
    return str(graph.source)


def _graph_attributes(count: int) -> dict[str, str]:
    attributes = {
        "nodesep": f"{NODE_GAP / _POINTS:.3f}",
        "ranksep": f"{LAYER_GAP / _POINTS:.3f}",
        "splines": "line",
    }
    return attributes | ({"nslimit": "0.5", "mclimit": "0.3"} if count > _LARGE else {})


def positions(output: bytes, counts: Sequence[int]) -> list[list[Point]]:
    """Reads the plain format: `graph scale width height`, `node name x y …`, `stop`; inches, y upwards.

    Raises:
        ProgramFailed: the output is not one complete graph for each part.
    """
    graphs: list[dict[str, Point]] = []
    try:
        for words in (line.split() for line in output.decode("ascii").splitlines()):
            if words[:1] == ["graph"]:
                graphs.append({})
            elif words[:1] == ["node"]:
                graphs[-1][words[1]] = (_points(words[2]), -_points(words[3]))
        return [[graph[f"n{i}"] for i in range(count)] for graph, count in zip(graphs, counts, strict=True)]
    except (ValueError, IndexError, KeyError) as error:
        raise ProgramFailed("the output is no layout of this graph") from error


def _points(inches: str) -> float:
    value = float(inches) * _POINTS
    if not math.isfinite(value) or abs(value) > _FARTHEST:
        raise ValueError(inches)
    return value
