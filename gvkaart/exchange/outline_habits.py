"""What indentation usually means: which kind hangs under which, and by which relation.

From the method (KB 4: behind an actor its position, under a position the interest) and from how outlines are written:
what stands under a line says more about it. Where indentation may mean several things it means none of them here: then
the two merely have to do with each other, and the preview asks.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from gvkaart.domain.metamodel import RELATIONS, SYMMETRIC
from gvkaart.exchange.outline_words import Way

RELATED: Final = Way("related", down=True)

LIKELY_CHILD: Final[Mapping[str, str]] = {
    "actor": "position",
    "question": "position",
    "position": "interest",
    "interest": "interest",
    "argument": "fact",
    "assumption": "fact",
    "risk": "measure",
}
"""The kind of a line that says nothing of it, by the kind of the line above."""

_DOWN: Final = {
    "actor": {
        "position": "holds",
        "interest": "has_interest",
        "fact": "claims",
        "problem": "claims",
        "concept": "means",
        "purpose": "aims_at",
        "action": "promises",
    },
    "position": {"interest": "rests_on", "concept": "uses", "question": "answers"},
    "option": {
        "dataflow": "contains",
        "measure": "contains",
        "action": "contains",
        "option": "contains",
        "risk": "poses",
        "interest": "serves",
        "purpose": "aims_at",
    },
    "dataflow": {"purpose": "needed_for", "risk": "poses"},
    "purpose": {"interest": "pursues", "risk": "poses"},
    "problem": {"problem": "causes", "actor": "hits"},
    "risk": {"actor": "hits", "interest": "harms"},
    "event": {"event": "causes"},
}
_UP: Final = {
    "actor": {"actor": "part_of"},
    "question": {"question": "part_of"},
    "position": {"actor": "holds", "fact": "supports", "argument": "supports", "assumption": "supports"},
    "interest": {
        "interest": "part_of",
        "actor": "has_interest",
        "option": "serves",
        "measure": "serves",
        "position": "rests_on",
    },
    "fact": {"actor": "claims", "fact": "supports", "argument": "supports", "assumption": "supports"},
    "argument": {"fact": "supports", "argument": "supports", "assumption": "supports"},
    "assumption": {"fact": "supports", "argument": "supports", "assumption": "supports"},
    "option": {"fact": "supports", "argument": "supports", "assumption": "supports"},
    "concept": {"concept": "broad_match", "actor": "means"},
}


@cache
def likely_way(parent: str, child: str) -> tuple[Way, bool]:
    """Return how a line of a kind hangs on a line of another, and whether that is clear."""
    if child in _DOWN.get(parent, {}):
        return Way(_DOWN[parent][child], down=True), True
    if child in _UP.get(parent, {}):
        return Way(_UP[parent][child], down=False), True
    ways = [
        way
        for relation in RELATIONS
        if relation not in SYMMETRIC
        for way in (Way(relation, down=True), Way(relation, down=False))
        if way.fits(parent, child)
    ]
    return (ways[0], True) if len(ways) == 1 else (RELATED, not ways)
