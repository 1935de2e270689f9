"""Scenes made up at random, for tests and benchmarks: all kinds, all marks, relations of every family."""

import math
import random

from gvkaart.domain.metamodel import RELATIONS
from gvkaart.picture.nodes import STYLES, Mark, Severity
from gvkaart.picture.scene import Scene, SceneEdge, SceneGroup, SceneNode

KIND_OF = {"actor_away": "actor", "actor_group": "actor", "public_interest": "interest"}
REMARKS = {"actor_away": "afwezig", "public_interest": "publiek"}
_WORDS = [
    "gegevens",
    "delen",
    "burgers",
    "schulden",
    "zonder",
    "toestemming",
    "van",
    "de",
    "gemeente",
    "mag",
    "niet",
    "koppelen",
    "privacy",
    "doelbinding",
    "betalingsregeling",
    "vroegsignalering",
    "uitvoeringsorganisatie",
    "grondslag",
]


def random_node(number: int, columns: int, chance: random.Random) -> SceneNode:
    """Return a node near its place in a grid."""
    style = list(STYLES)[number % len(STYLES)]
    title = " ".join(chance.choice(_WORDS) for _ in range(chance.choice([1, 3, 5, 7, 9, 14])))
    return SceneNode(
        id=f"n{number}",
        kind=KIND_OF.get(style, style),
        style=style,
        title=title.capitalize(),
        x=number % columns * 330 + chance.randint(-20, 20),
        y=number // columns * 190 + chance.randint(-30, 30),
        remark=REMARKS.get(style, ""),
        marks=frozenset(mark for mark in Mark if chance.random() < 0.12),
        findings=chance.choice([0, 0, 0, 0, 1, 3, 12]),
        severity=chance.choice(list(Severity)),
        dimmed=chance.random() < 0.06,
    )


def random_scene(count: int, seed: int = 1) -> Scene:
    """Return `count` nodes with one and a half times as many edges, mostly between neighbours."""
    chance = random.Random(seed)
    columns = max(1, round(math.sqrt(count * 0.6)))
    nodes = tuple(random_node(number, columns, chance) for number in range(count))
    edges = []
    for number in range(count * 3 // 2):
        source = chance.randrange(count)
        target = source + chance.choice([1, 1, 2, columns, columns, columns + 1, columns - 1, 2 * columns + 1])
        relation = chance.choice(list(RELATIONS))
        if source < target < count:
            edges.append(SceneEdge(f"e{number}", f"n{source}", relation, f"n{target}", dimmed=chance.random() < 0.05))
    groups = (SceneGroup("g", "Mensen met schulden", frozenset({"n1", "n2"})),) if count > 2 else ()
    return Scene(nodes, tuple(edges), groups, "Laatsignalering")
