"""What stands, falls or is undecided: grounded labelling of what supports and undermines what (model, section 5).

An attacker that stands makes a thing fall; support is necessary where there is any (Dung 1995, with necessary support).
A disputed fact is undecided, a fact settled as false falls, one settled as true stands.
"""

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import chain
from typing import Final

from gvkaart.analysis.fact_status import disputed_facts, settled_facts
from gvkaart.analysis.reading import Shared, shared
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, NodeId


class Label(StrEnum):
    """What becomes of an item once all reasons are weighed."""

    STANDS = "stands"
    FALLS = "falls"
    UNDECIDED = "undecided"


_ARGUED: Final = ("fact", "argument", "assumption", "position", "option", "purpose")
_REASONS: Final = ("supports", "undermines")
_SETTLED: Final = {"true": Label.STANDS, "false": Label.FALLS}


class Argumentation:
    """The reasons on a map as of its round; items that checks do not look at have no say.

    Attributes:
        labels: what becomes of every item that can be argued about.
        given: the labels that facts have of themselves, whatever the reasons, since they are disputed or settled.
    """

    def __init__(self, view: CaseView, before: "Argumentation | None" = None) -> None:
        """Collect the reasons and label everything once; costs time in proportion to nodes and edges.

        Args:
            view: the map.
            before: what stood and fell at another moment; where nothing differs its labels are taken over.
        """
        self._argued = _argued(view)
        self._into, self._out = _reasons(view)
        self.given: Mapping[NodeId, Label] = _given(view)
        touched = self._argued.keys() if before is None else self.touched_since(before)
        labels = {} if before is None else {one: before.labels[one] for one in self._argued if one not in touched}
        self.labels: Mapping[NodeId, Label] = labels | self._labelled(touched, labels, self.given)

    def attackers(self, item: NodeId) -> tuple[NodeId, ...]:
        """Return what undermines an item, by id; what checks do not look at is not among them."""
        return tuple(sorted(reason.source for reason in self._into.get(item, ()) if _attacks(reason)))

    def supporters(self, item: NodeId) -> tuple[NodeId, ...]:
        """Return what supports an item, by id; what checks do not look at is not among them."""
        return tuple(sorted(reason.source for reason in self._into.get(item, ()) if not _attacks(reason)))

    @property
    def reasoned(self) -> Collection[NodeId]:
        """The items for or against which there is a reason."""
        return self._into.keys()

    def resting_on(self, fact: NodeId) -> frozenset[NodeId]:
        """Return the items whose label changes when the fact is set true or false."""
        affected = self._affected_by({fact})
        if len(affected) == 1:
            return frozenset()
        given = {item: self.given[item] for item in affected if item in self.given}
        assumed = ({**given, fact: label} for label in (Label.STANDS, Label.FALLS))
        outcomes = [self._labelled(affected, self.labels, given) for given in assumed]
        return frozenset(
            item for item in affected - {fact} if any(outcome[item] is not self.labels[item] for outcome in outcomes)
        )

    def touched_since(self, before: "Argumentation") -> AbstractSet[NodeId]:
        """Return the items of which the label, or why they have it, may be another than in `before`."""
        come = self._argued.keys() - before._argued.keys()  # noqa: SLF001  # of this very class
        reasoned = _differing(self._into, before._into)  # noqa: SLF001
        return self._affected_by({*come, *reasoned, *_differing(self.given, before.given)} & self._argued.keys())

    def _affected_by(self, items: AbstractSet[NodeId]) -> set[NodeId]:
        """Return items and everything on which their labels may have an effect, directly or not."""
        reached, waiting = set(items), list(items)
        while waiting:
            new = {reason.target for reason in self._out.get(waiting.pop(), ())} - reached
            reached |= new
            waiting += new
        return reached

    def _labelled(
        self, items: Collection[NodeId], known: Mapping[NodeId, Label], given: Mapping[NodeId, Label]
    ) -> dict[NodeId, Label]:
        """Label `items`: those in `given` as it says, the others by their reasons, of which `known` has the rest.

        Every reason is looked at once: the grounded labelling is the least fixed point, so a label never changes again.
        """
        run = _Run({item: self._into.get(item, ()) for item in items if item not in given})
        for item in items:
            for reason in self._into.get(item, ()):
                if reason.source not in items:
                    run.hear(reason, known[reason.source])
        for item in items:
            if item in given:
                run.decide(item, given[item])
            else:
                run.conclude(item)
        while run.decided:
            decided = run.decided.popleft()
            for reason in self._out.get(decided, ()):
                run.hear(reason, run.labels[decided])
        return {item: run.labels.get(item, Label.UNDECIDED) for item in items}


argumentation_of: Final = Shared(Argumentation, again=Argumentation)
"""Returns what stands and falls on a map, worked out once for all who ask during a run of the checks."""


class _Run:
    """One run of the labelling: counts per item which attackers and supporters have not fallen yet."""

    def __init__(self, reasons: Mapping[NodeId, Sequence[Edge]]) -> None:
        """Start with nothing decided; `reasons` are those for and against each item that is to be labelled."""
        self.labels: dict[NodeId, Label] = {}
        self.decided: deque[NodeId] = deque()
        self._attackers = {item: sum(map(_attacks, into)) for item, into in reasons.items()}
        self._supporters = {item: len(into) - self._attackers[item] for item, into in reasons.items()}
        self._lacks_support = {item for item, supporters in self._supporters.items() if supporters}

    def hear(self, reason: Edge, label: Label) -> None:
        """Take in what became of a reason."""
        item = reason.target
        if label is Label.UNDECIDED or item not in self._attackers:
            return
        stands = label is Label.STANDS
        if _attacks(reason):
            self._attackers[item] -= not stands
            falls = stands
        else:
            self._supporters[item] -= not stands
            falls = self._supporters[item] == 0
            self._lacks_support -= {item} if stands else set()
        if falls:
            self.decide(item, Label.FALLS)
        else:
            self.conclude(item)

    def conclude(self, item: NodeId) -> None:
        """Let an item stand when all attackers fell and it has the support it needs."""
        if self._attackers[item] == 0 and item not in self._lacks_support:
            self.decide(item, Label.STANDS)

    def decide(self, item: NodeId, label: Label) -> None:
        """Label an item, once."""
        if item not in self.labels:
            self.labels[item] = label
            self.decided.append(item)


@shared
def _argued(view: CaseView) -> Mapping[NodeId, None]:
    """Return what can be argued about, in order; as keys, for what is looked up often."""
    argued = dict.fromkeys(chain.from_iterable(map(view.ids, _ARGUED)))
    for item in (*view.dimmed, *view.ids("option")):  # nothing else may not count
        if item in argued and not view.counts(item):
            del argued[item]
    return argued


@shared
def _given(view: CaseView) -> Mapping[NodeId, Label]:
    """Return the labels that facts have of themselves, whatever the reasons."""
    found = {fact: _SETTLED.get(text_of(view.nodes[fact].fields, "settled")) for fact in settled_facts(view)}
    found.update(dict.fromkeys(disputed_facts(view), Label.UNDECIDED))
    return {fact: label for fact, label in found.items() if label is not None and view.counts(fact)}


_Reasons = Mapping[NodeId, Sequence[Edge]]


@shared
def _reasons(view: CaseView) -> tuple[_Reasons, _Reasons]:
    """Return the reasons for and against each item, and those that each item is itself."""
    argued = _argued(view)
    into: dict[NodeId, list[Edge]] = {}
    out: dict[NodeId, list[Edge]] = {}
    for source, reasons in chain.from_iterable(view.outgoing(relation).items() for relation in _REASONS):
        for reason in reasons if source in argued else ():
            if reason.target in argued:
                into.setdefault(reason.target, []).append(reason)
                out.setdefault(source, []).append(reason)
    return into, out


def _attacks(reason: Edge) -> bool:
    return reason.relation == "undermines"


def _differing(one: Mapping[NodeId, object], other: Mapping[NodeId, object]) -> Iterator[NodeId]:
    """Yield what two mappings do not say the same about."""
    if one is not other:
        yield from (item for item, said in one.items() if other.get(item) != said)
        yield from other.keys() - one.keys()
