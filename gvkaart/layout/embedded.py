"""The layout of the program itself, for when there is no Graphviz or it does not answer: layered, plain Python.

Groups: each group is laid out on its own and then takes part in the whole as one rectangle. That keeps groups together
and their frames apart for certain; arcs between groups do not influence the inside of a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gvkaart.layout.layers import acyclic, assign_layers, neighbours
from gvkaart.layout.model import GROUP_MARGIN, LAYER_GAP, NODE_GAP, PART_GAP, Checkpoint, Point
from gvkaart.layout.ordering import ordered
from gvkaart.layout.packing import centred, pack
from gvkaart.layout.parts import Arc, Part, arcs_within, components

_BEND_ROOM = 16.0
"""Width of the place of a bend, gaps included."""
_FAIR = 2.0
"""Factor by which the shape of a picture of groups may differ from the wished one."""
_MANY = 150
"""Arcs above which a part with split layers gets no bends."""
_LARGE = 4_000
"""Rectangles and bends above which fewer rounds of improvement are made."""
_BENDS = 12_000
"""Upper limit, about, of the places kept free for long arcs: they cost time, and in a huge picture nobody sees them."""


def place(part: Part, checkpoint: Checkpoint) -> list[Point]:
    """Centre of each rectangle of the part."""
    groups = list(dict.fromkeys(group for group in part.groups if group is not None))
    if not groups:
        return _place_flat(part, checkpoint)
    members: list[list[int]] = [[i for i, other in enumerate(part.groups) if other == group] for group in groups]
    members += [[i] for i, group in enumerate(part.groups) if group is None]
    owner = {i: number for number, some in enumerate(members) for i in some}
    inside = [centred(sub.sizes, _place_flat(sub, checkpoint)) for sub in _sub_parts(part, members)]
    margins = [GROUP_MARGIN if number < len(groups) else 0 for number in range(len(members))]
    sizes = tuple((w + 2 * m, h + 2 * m) for ((w, h), _), m in zip(inside, margins, strict=True))
    arcs = tuple(dict.fromkeys((owner[a], owner[b]) for a, b in part.arcs if owner[a] != owner[b]))
    outside = _place_frames(Part(sizes, (None,) * len(members), arcs, part.aspect), checkpoint)
    centres: dict[int, Point] = {}
    for some, (x, y), (_, offsets) in zip(members, outside, inside, strict=True):
        centres |= {i: (x + dx, y + dy) for i, (dx, dy) in zip(some, offsets, strict=True)}
    return [centres[i] for i in range(len(part.sizes))]


def _place_frames(part: Part, checkpoint: Checkpoint) -> list[Point]:
    """Layered when that gives a fair shape; otherwise packed, for a few big frames soon make a tower or a ribbon."""
    centres = _place_flat(part, checkpoint)
    (width, height), _ = centred(part.sizes, centres)
    fair = 1 / _FAIR < width / height / part.aspect < _FAIR
    return centres if fair else pack(part.sizes, PART_GAP, part.aspect)


def _sub_parts(part: Part, pieces: Sequence[Sequence[int]]) -> list[Part]:
    """The part of each piece on its own; arcs between pieces are left out."""
    return [
        Part(tuple(part.sizes[i] for i in piece), (None,) * len(piece), tuple(arcs), part.aspect)
        for piece, arcs in zip(pieces, arcs_within(pieces, part.arcs), strict=True)
    ]


def _place_flat(part: Part, checkpoint: Checkpoint) -> list[Point]:
    """A part without groups, connected or not."""
    pieces = components(len(part.sizes), part.arcs)
    if len(pieces) == 1:
        return _layered(part, checkpoint)
    inside = [centred(sub.sizes, _layered(sub, checkpoint)) for sub in _sub_parts(part, pieces)]
    gap = NODE_GAP if not part.arcs else PART_GAP
    places = pack([size for size, _ in inside], gap, part.aspect)
    result: list[Point] = [(0.0, 0.0)] * len(part.sizes)
    for piece, (x, y), (_, offsets) in zip(pieces, places, inside, strict=True):
        for i, (dx, dy) in zip(piece, offsets, strict=True):
            result[i] = (x + dx, y + dy)
    return result


@dataclass(slots=True)
class _Net:
    """Rectangles and bends of long arcs in one numbering: layer, width with gap, neighbours above and below."""

    layer: list[int]
    rooms: list[float]
    above: list[list[int]]
    below: list[list[int]]

    def rows(self) -> list[list[int]]:
        rows: list[list[int]] = [[] for _ in range(max(self.layer) + 1)]
        for node, layer in enumerate(self.layer):
            rows[layer].append(node)
        return [row for row in rows if row]


def _layered(part: Part, checkpoint: Checkpoint) -> list[Point]:
    checkpoint()
    count = len(part.sizes)
    if count == 1:
        return [(0.0, 0.0)]
    arcs = acyclic(count, part.arcs)
    layer, split = assign_layers(part, arcs, checkpoint)
    net = _with_bends(
        arcs,
        layer,
        [w + NODE_GAP for w, _ in part.sizes],
        1 if split and len(arcs) > _MANY else max(1, _BENDS // len(arcs)),
    )
    big = len(net.layer) > _LARGE
    rows = ordered(_walked(net), net.above, net.below, 6 if big else 16, checkpoint)
    xs = _across(net, rows, 3 if big else 8, checkpoint)
    ys = _downwards(part, rows)
    return [(xs[i], ys[i]) for i in range(count)]


def _with_bends(arcs: Sequence[Arc], layers: Sequence[int], own_rooms: Sequence[float], longest: int) -> _Net:
    """Long arcs get a narrow place in each layer they pass, so that they do not run behind other rectangles.

    Not arcs over more than `longest` layers: in a big picture the bends cost time, and make split layers wide again.
    """
    layer, rooms = list(layers), list(own_rooms)
    steps: list[Arc] = []
    for source, target in arcs:
        at = source
        if layers[target] - layers[source] <= longest:
            for between in range(layers[source] + 1, layers[target]):
                layer.append(between)
                rooms.append(_BEND_ROOM)
                steps.append((at, len(layer) - 1))
                at = len(layer) - 1
        steps.append((at, target))
    return _Net(layer, rooms, *neighbours(len(layer), steps))


def _walked(net: _Net) -> list[list[int]]:
    """The rows in the order of a depth-first walk: subtrees stand together before the first sweep."""
    rank: dict[int, int] = {}
    starts = sorted(range(len(net.layer)), key=net.layer.__getitem__)
    for start in starts:
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in rank:
                rank[node] = len(rank)
                stack.extend(reversed(net.below[node]))
    return [sorted(row, key=rank.__getitem__) for row in net.rows()]


def _across(net: _Net, rows: Sequence[Sequence[int]], rounds: int, checkpoint: Checkpoint) -> list[float]:
    """The x of each node: as near as possible to the mean of its neighbours, order and distances kept."""
    xs = [0.0] * len(net.layer)
    for row in rows:
        _stand(row, net, xs, [0.0] * len(row), [1.0] * len(row))
    both = [up + down for up, down in zip(net.above, net.below, strict=True)]
    passes = [(rows, net.above), (rows[::-1], net.below)] * rounds + [(rows, both), (rows[::-1], both)]
    for some, near in passes:
        checkpoint()
        for row in some:
            wishes = [sum(xs[other] for other in near[v]) / len(near[v]) if near[v] else xs[v] for v in row]
            weights = [len(near[v]) + 0.1 for v in row]
            _stand(row, net, xs, wishes, weights)
    return xs


def _stand(row: Sequence[int], net: _Net, xs: list[float], wishes: Sequence[float], weights: Sequence[float]) -> None:
    """Least squares under `x[i+1] - x[i] >= distance`: isotonic regression by pooling adjacent violators."""
    offsets = [0.0]
    for left, right in pairwise(row):
        offsets.append(offsets[-1] + (net.rooms[left] + net.rooms[right]) / 2)
    pools: list[tuple[float, float, int]] = []
    for wish, offset, weight in zip(wishes, offsets, weights, strict=True):
        mean, total, size = wish - offset, weight, 1
        while pools and pools[-1][0] >= mean:
            other, other_total, other_size = pools.pop()
            mean = (mean * total + other * other_total) / (total + other_total)
            total, size = total + other_total, size + other_size
        pools.append((mean, total, size))
    means = [mean for mean, _, size in pools for _ in range(size)]
    for node, mean, offset in zip(row, means, offsets, strict=True):
        xs[node] = mean + offset


def _downwards(part: Part, rows: Iterable[Sequence[int]]) -> dict[int, float]:
    """The y of each rectangle: the middle of its layer."""
    ys: dict[int, float] = {}
    top = 0.0
    for row in rows:
        real = [node for node in row if node < len(part.sizes)]
        height = max((part.sizes[node][1] for node in real), default=0.0)
        ys |= dict.fromkeys(real, top + height / 2)
        top += height + (LAYER_GAP if real else 0)
    return ys
