"""Walking over the map: where a key leads, and the way back.

An arrow leads to the nearest node in its direction, along a relation if there is one. A node with many relations lies
in a fan, of which an arrow reaches only the nearest: from there one turns to the next one of the fan. Who wants
to return goes back along the trail, as in a browser.
"""

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
_MOST_VISITED: Final = 200
_ASIDE: Final = 2.0
"""Lying aside counts this much more than lying ahead."""


def step(nodes: Mapping[str, Item], start: str, direction: Direction, related: Collection[str]) -> str | None:
    """Return the node that a step from `start` leads to, or None when there is none that way.

    `related` are the nodes that an edge joins with `start`: if one lies in the direction, the step goes there.
    """
    near = _nearest(nodes, start, direction, related, _WIDEST_RELATED)
    return near if near is not None else _nearest(nodes, start, direction, nodes.keys(), _WIDEST)


def turn(
    nodes: Mapping[str, Item], around: str, start: str, related: Collection[str], *, clockwise: bool
) -> str | None:
    """Return the next of the nodes related to `around`, as the hand of a clock reaches it from `start`.

    Without a `start` among them it begins at the top; None when nothing is related.
    """
    here = nodes[around]

    def angle(key: str) -> tuple[float, str]:
        return math.atan2(nodes[key].x - here.x, here.y - nodes[key].y) % math.tau, key

    fan = sorted((key for key in related if key in nodes and key != around), key=angle, reverse=not clockwise)
    if start in fan:
        return fan[(fan.index(start) + 1) % len(fan)]
    return fan[0] if fan else None


class Trail:
    """The nodes where the keyboard was, in order, and where on that way it is now."""

    def __init__(self) -> None:
        """Begin nowhere."""
        self._visited: list[str] = []
        self._at = -1

    @property
    def before(self) -> str:
        """The node from which the keyboard came, "" for none."""
        return self._visited[self._at - 1] if self._at > 0 else ""

    def visit(self, key: str) -> None:
        """Note that the keyboard came to a node; what one went back from is forgotten then."""
        if self._at < 0 or self._visited[self._at] != key:
            self._visited = [*self._visited[: self._at + 1], key][-_MOST_VISITED:]
            self._at = len(self._visited) - 1

    def exchange(self, key: str) -> None:
        """Take another turning at the last node: as if the keyboard had come to `key` at once."""
        self._visited[self._at :] = [key]

    def go(self, steps: int, nodes: Collection[str]) -> str | None:
        """Go back (-1) or forward (1) to a node that is still there; None when there is none."""
        at = self._at + steps
        while 0 <= at < len(self._visited) and self._visited[at] not in nodes:
            at += steps
        if not 0 <= at < len(self._visited):
            return None
        self._at = at
        return self._visited[at]


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
