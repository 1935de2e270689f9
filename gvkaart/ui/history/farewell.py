"""What a removal took along, in a sentence: nobody asks beforehand, since it is undone in one step."""

from collections import Counter

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, Map, Node, Placement, Round
from gvkaart.words import Words

_COUNTED = {Map: "maps", Node: "items", Edge: "relations", Round: "rounds"}


def farewell(changes: ChangeSet, words: Words) -> str:
    """Say what went away; empty when nothing did, or when something came in its place."""
    if any(change.old is None for change in changes):
        return ""
    gone = Counter(type(change.entity) for change in changes if change.new is None)
    parts = [words.text(f"history.gone.{key}", count=gone[sort]) for sort, key in _COUNTED.items() if gone[sort]]
    if parts:
        return words.text("history.gone.whole", what=_listed(parts, words))
    return words.text("history.gone.places", count=gone[Placement]) if gone[Placement] else ""


def _listed(parts: list[str], words: Words) -> str:
    *first, last = parts
    return words.text("history.gone.and", first=", ".join(first), last=last) if first else last
