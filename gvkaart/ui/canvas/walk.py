"""Where an arrow key leads: to the nearest node in that direction, along a relation if there is one."""

import math
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Final

from gvkaart.picture.primitives import Item


class Direction(Enum):
    """A step on the canvas; the value is its unit vector."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


_WIDEST: Final = 2.0
"""How far aside of the direction a node may lie: twice as far as ahead, some 63 degrees."""
_WIDEST_RELATED: Final = 1.0
"""The same for a node to be preferred because it is related: 45 degrees."""
_ASIDE: Final = 2.0
"""Lying aside counts this much more than lying ahead."""


def step(nodes: Mapping[str, Item], start: str, direction: Direction, related: Collection[str]) -> str | None:
    """Return the node that a step from `start` leads to, or None when there is none that way.

    `related` are the nodes that an edge joins with `start`: if one lies in the direction, the step goes there.
    """
    near = _nearest(nodes, start, direction, related, _WIDEST_RELATED)
    return near if near is not None else _nearest(nodes, start, direction, nodes.keys(), _WIDEST)


def _nearest(
    nodes: Mapping[str, Item], start: str, direction: Direction, keys: Collection[str], widest: float
) -> str | None:
    here = nodes[start]
    dx, dy = direction.value
    best, best_cost = None, math.inf
    for key in keys:
        if key == start or key not in nodes:
            continue
        off_x, off_y = nodes[key].x - here.x, nodes[key].y - here.y
        ahead, aside = off_x * dx + off_y * dy, abs(off_x * dy) + abs(off_y * dx)
        cost = ahead + _ASIDE * aside
        if ahead > 0 and aside <= widest * ahead and (cost, key) < (best_cost, best or key):
            best, best_cost = key, cost
    return best
