"""What stands, falls or is undecided: grounded labelling of what supports and undermines what (model, section 5).

An attacker that stands makes a thing fall; support is necessary where there is any (Dung 1995, with necessary support).
A disputed fact is undecided, a fact settled as false falls, one settled as true stands.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from gvkaart.domain.derived import CaseView, Status, text_of
from gvkaart.domain.entities import Node, NodeId


class Label(StrEnum):
    """What becomes of an item once all reasons are weighed."""

    STANDS = "stands"
    FALLS = "falls"
    UNDECIDED = "undecided"


_ARGUED: Final = ("fact", "argument", "assumption", "position", "option", "purpose")
_SETTLED: Final = {"true": Label.STANDS, "false": Label.FALLS}


class Argumentation:
    """The reasons on a map as of its round; items that checks do not look at have no say."""

    def __init__(self, view: CaseView) -> None:
        """Collect the reasons and label everything once."""
        self._attackers: dict[NodeId, list[NodeId]] = {}
        self._supporters: dict[NodeId, list[NodeId]] = {}
        self._affected: dict[NodeId, list[NodeId]] = {}
        argued = {node.id: node for kind in _ARGUED for node in view.of_kind(kind) if view.counts(node.id)}
        for edge in view.edges:
            reasons = {"supports": self._supporters, "undermines": self._attackers}.get(edge.relation)
            if reasons is not None and edge.source in argued and edge.target in argued:
                reasons.setdefault(edge.target, []).append(edge.source)
                self._affected.setdefault(edge.source, []).append(edge.target)
        self._given = {node.id: label for node in argued.values() if (label := _given(view, node)) is not None}
        self.labels: Mapping[NodeId, Label] = self._labelled(argued, {}, self._given)

    def resting_on(self, fact: NodeId) -> frozenset[NodeId]:
        """Return the items whose label changes when the fact is set true or false."""
        affected = self._affected_by(fact)
        outcomes = [
            self._labelled(affected, self.labels, {**self._given, fact: assumed})
            for assumed in (Label.STANDS, Label.FALLS)
        ]
        return frozenset(
            item for item in affected - {fact} if any(outcome[item] is not self.labels[item] for outcome in outcomes)
        )

    def _affected_by(self, fact: NodeId) -> set[NodeId]:
        """Return the fact and everything that its label may have an effect on, directly or not."""
        reached, waiting = {fact}, [fact]
        while waiting:
            new = set(self._affected.get(waiting.pop(), ())) - reached
            reached |= new
            waiting += new
        return reached

    def _labelled(
        self, items: Iterable[NodeId], others: Mapping[NodeId, Label], given: Mapping[NodeId, Label]
    ) -> dict[NodeId, Label]:
        """Label `items`, where the labels of `others` are known: the least fixed point, from all undecided."""
        labels = {**others, **dict.fromkeys(items, Label.UNDECIDED)}
        waiting = deque(items)
        while waiting:
            item = waiting.popleft()
            label = given[item] if item in given else self._label(item, labels)
            if label is not labels[item]:
                labels[item] = label
                waiting.extend(target for target in self._affected.get(item, ()))
        return labels

    def _label(self, item: NodeId, labels: Mapping[NodeId, Label]) -> Label:
        attacks = [labels[attacker] for attacker in self._attackers.get(item, ())]
        support = [labels[supporter] for supporter in self._supporters.get(item, ())]
        if Label.STANDS in attacks or (support and all(label is Label.FALLS for label in support)):
            return Label.FALLS
        if all(label is Label.FALLS for label in attacks) and (not support or Label.STANDS in support):
            return Label.STANDS
        return Label.UNDECIDED


def _given(view: CaseView, node: Node) -> Label | None:
    """Return the label that a fact has of itself, or None when its reasons decide."""
    if node.kind != "fact":
        return None
    if view.status(node.id) is Status.DISPUTED:
        return Label.UNDECIDED
    return _SETTLED.get(text_of(node.fields, "settled"))
