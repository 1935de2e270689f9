"""Why an item stands, falls or is undecided: the reasons that decide it, as ids and in words.

The definitions are those of `gvkaart.analysis.argumentation` (model, section 5). An explanation names what decides and
leaves out what makes no difference: of an item that falls, what undermines it and stands; of one that is undecided, the
disputed facts at the bottom of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from gvkaart.analysis.argumentation import Argumentation, Label
from gvkaart.analysis.wording import listed, named
from gvkaart.domain.entities import Node, NodeId
from gvkaart.words import Words


class Cause(StrEnum):
    """How something decides a label."""

    FOUND = "found"
    """It is a fact, and it was found to be true or false."""
    CONTESTED = "contested"
    """It is a fact, and the actors disagree about it."""
    UNOPPOSED = "unopposed"
    """Nothing speaks for or against it."""
    SUPPORTED = "supported"
    """These support it and stand."""
    DEFENDED = "defended"
    """These undermine it, but all of them fall."""
    ATTACKED = "attacked"
    """These undermine it and stand."""
    UNSUPPORTED = "unsupported"
    """It has support from these alone, and all of them fall."""
    DISPUTE = "dispute"
    """It depends on these disputed facts, directly or through other reasons."""
    CIRCLE = "circle"
    """It depends on these, which wait for one another without any dispute about a fact."""


@dataclass(frozen=True, slots=True)
class Because:
    """One thing that decides a label; `items` in order of id, empty where the cause lies in the item itself."""

    cause: Cause
    items: tuple[NodeId, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What becomes of an item, and why; there is always at least one reason."""

    label: Label
    because: tuple[Because, ...]


def explain(argumentation: Argumentation, item: NodeId) -> Explanation:
    """Tell what becomes of an item and what decides that.

    Raises:
        KeyError: it is no item of `argumentation.labels`.
    """
    label = argumentation.labels[item]
    if item in argumentation.given:
        return Explanation(label, (Because(Cause.CONTESTED if label is Label.UNDECIDED else Cause.FOUND),))
    match label:
        case Label.STANDS:
            because = _filled(
                (Cause.SUPPORTED, _with(argumentation, Label.STANDS, argumentation.supporters(item))),
                (Cause.DEFENDED, argumentation.attackers(item)),
            )
        case Label.FALLS:
            fallen = _with(argumentation, Label.FALLS, supporters := argumentation.supporters(item))
            because = _filled(
                (Cause.ATTACKED, _with(argumentation, Label.STANDS, argumentation.attackers(item))),
                (Cause.UNSUPPORTED, fallen if fallen == supporters else ()),
            )
        case Label.UNDECIDED:
            because = _undecided_because(argumentation, item)
        case _:
            assert_never(label)
    return Explanation(label, because or (Because(Cause.UNOPPOSED),))


def _with(argumentation: Argumentation, label: Label, items: Iterable[NodeId]) -> tuple[NodeId, ...]:
    return tuple(item for item in items if argumentation.labels[item] is label)


def _filled(*causes: tuple[Cause, Iterable[NodeId]]) -> tuple[Because, ...]:
    found = (Because(cause, tuple(sorted(items))) for cause, items in causes)
    return tuple(one for one in found if one.items)


def _undecided_because(argumentation: Argumentation, item: NodeId) -> tuple[Because, ...]:
    """Follow what leaves an item undecided down to disputed facts; what leads to none goes round in a circle."""
    disputes: set[NodeId] = set()
    circling = set()
    for reason in _open_reasons(argumentation, item):
        found = _disputed_under(argumentation, reason)
        disputes |= found
        if not found:
            circling.add(reason)
    return _filled((Cause.DISPUTE, disputes), (Cause.CIRCLE, circling))


def _open_reasons(argumentation: Argumentation, item: NodeId) -> tuple[NodeId, ...]:
    """Return the reasons of which the label would decide an undecided item."""
    supporters = argumentation.supporters(item)
    is_supported = bool(_with(argumentation, Label.STANDS, supporters))
    return _with(argumentation, Label.UNDECIDED, argumentation.attackers(item) + (() if is_supported else supporters))


def _disputed_under(argumentation: Argumentation, reason: NodeId) -> set[NodeId]:
    reached, waiting = {reason}, [reason]
    while waiting:
        item = waiting.pop()
        if item not in argumentation.given:
            new = set(_open_reasons(argumentation, item)) - reached
            reached |= new
            waiting += new
    return reached & argumentation.given.keys()


def in_words(explanation: Explanation, nodes: Mapping[NodeId, Node], words: Words) -> str:
    """Word an explanation as the rest of a sentence about the item: "valt, omdat 'X' dit ondergraaft en zelf staat"."""
    key = f"argumentation.{explanation.label}"
    reasons = [
        words.text(
            f"{key}.{one.cause}", items=listed([named(item, nodes) for item in one.items], words), count=len(one.items)
        )
        for one in explanation.because
    ]
    and_because = f" {words.text('argumentation.and_because')} "
    return words.text("argumentation.sentence", label=words.text(f"{key}.label"), reasons=and_because.join(reasons))
