"""Checks on facts: what is disputed, what would settle it, what only one party says, and what rests on all this.

Sources: KB 4.4 (the same knowledge for all), 4.5, 6.1.3, 6.2.2 (research as an argument in the struggle), 7.2, 9.1.3.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from gvkaart.analysis.argumentation import Label, argumentation_of
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.fact_status import disputed_facts, one_sided_facts, settled_facts
from gvkaart.analysis.findings import Observation, Severity, TextKeys, edge_reference, references
from gvkaart.analysis.overtaken import in_play
from gvkaart.analysis.reading import shared
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, Status, text_of
from gvkaart.domain.entities import Edge, Node, NodeId

_WAYS_OUT = ("settle_question", "settle_by", "settle_date")
_STANDS = ("claims", "accepts", "disputes")
_WEIGHED = ("position", "option", "purpose")
"""Kinds of which it counts in the conversation whether they stand or fall."""
_REASONING = ("supports", "undermines")
_REASONS = ("fact", "argument", "assumption")
"""Kinds through which a fact may support something."""


def _nodes(view: CaseView, ids: Iterable[NodeId]) -> Iterator[Node]:
    return (view.nodes[one] for one in ids)


@check("fact.disputed")
def disputed(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find facts that one actor claims or accepts and another disputes."""
    for fact in _nodes(view, disputed_facts(view)):
        in_favour, against = view.sides(fact.id)
        yield Observation(
            Severity.ATTENTION,
            subject=(fact.id,),
            evidence=references(view.into(fact.id, *_STANDS)),
            params={
                "fact": (fact.id,),
                "in_favour": tuple(sorted(in_favour)),
                "against": tuple(sorted(against)),
            },
        )


@check("fact.no-way-out", "", "partly")
def no_way_out(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find disputed facts without the question, the person or the date that would settle them.

    Facts of which the same is missing are told in one finding, for it is one thing to agree on.
    """
    found: dict[tuple[str, ...], list[NodeId]] = {}
    for fact in _nodes(view, disputed_facts(view)):
        missing = tuple(way for way in _WAYS_OUT if not text_of(fact.fields, way))
        if missing:
            found.setdefault(missing, []).append(fact.id)
    for missing, facts in found.items():
        partly = len(missing) < len(_WAYS_OUT)
        yield Observation(
            Severity.ATTENTION if partly else Severity.SERIOUS,
            subject=tuple(facts),
            evidence=references(edge for fact in facts for edge in view.into(fact, "disputes")),
            variant="partly" if partly else "",
            params={
                "facts": tuple(sorted(facts)),
                "count": len(facts),
                "missing": TextKeys(tuple(f"checks.part.{way}" for way in missing)),
            },
        )


@check("fact.one-sided", "", "carries")
def one_sided(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find facts that one party claims and nobody else answers; worse when others build on them.

    Facts on which nobody builds are told in one finding for each party: it is one question to the others. Silent about
    what whoever leads the conversation found: that is no party, and its analysis is laid before all anyway (KB 4.4).
    """
    argumentation = argumentation_of(view)
    alone: dict[NodeId, list[NodeId]] = {}
    for fact in _nodes(view, one_sided_facts(view)):
        (actor,) = view.sources(fact.id, "claims")
        if view.presence(actor) == "facilitator":
            continue
        carried = [item for item in argumentation.resting_on(fact.id) if _is_built_by_others(view, item, fact.id)]
        if carried:
            yield _one_sided(view, actor, [fact.id], carried)
        else:
            alone.setdefault(actor, []).append(fact.id)
    yield from (_one_sided(view, actor, facts, ()) for actor, facts in alone.items())


def _one_sided(view: CaseView, actor: NodeId, facts: Iterable[NodeId], carried: Collection[NodeId]) -> Observation:
    told = tuple(sorted(facts))
    return Observation(
        Severity.ATTENTION if carried else Severity.INFO,
        subject=told,
        evidence=(*carried, *references(edge for fact in told for edge in view.into(fact, "claims"))),
        variant="carries" if carried else "",
        params={"facts": told, "count": len(told), "actor": (actor,), "items": tuple(sorted(carried))},
    )


def _is_built_by_others(view: CaseView, item: NodeId, fact: NodeId) -> bool:
    """Tell whether an item is a purpose, or a position of an actor that took no stand on the fact."""
    kind = view.kind(item)
    silent = set(view.sources(item, "holds")) - set(view.sources(fact, *_STANDS))
    return kind == "purpose" or (kind == "position" and bool(silent))


@check("fact.unsourced", "", "carries")
def unsourced(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find facts without a source and without any kind of evidence; worse when something rests on what is not shared.

    A source counts wherever it stands: in the library as well as on the map.
    """
    argumentation = argumentation_of(view)
    for fact in view.of_kind("fact"):
        if view.counts(fact.id) and _is_unsourced(view, fact):
            agreed = view.status(fact.id) in (Status.SHARED, Status.SETTLED)
            carried = [] if agreed else _weighed(view, argumentation.resting_on(fact.id))
            yield Observation(
                Severity.ATTENTION if carried else Severity.INFO,
                subject=(fact.id,),
                evidence=tuple(carried),
                variant="carries" if carried else "",
                params={"fact": (fact.id,), "items": tuple(carried)},
            )


def _is_unsourced(view: CaseView, fact: Node) -> bool:
    return fact.id not in view.cited and text_of(fact.fields, "evidence") in ("", "none")


def _weighed(view: CaseView, items: Iterable[NodeId]) -> list[NodeId]:
    return sorted(item for item in items if view.kind(item) in _WEIGHED and in_play(view, item))


@check("fact.carries-weight", "", "refuted")
def carries_weight(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find disputed and refuted facts that decide whether a position, option or purpose stands (model, section 5).

    What stands because a fact was refuted needs nothing: only what does not stand rests on that fact.
    """
    argumentation = argumentation_of(view)
    for fact in _nodes(view, (*disputed_facts(view), *settled_facts(view))):
        refuted = text_of(fact.fields, "settled") == "false"
        if refuted or view.status(fact.id) is Status.DISPUTED:
            carried = _weighed(view, argumentation.resting_on(fact.id) if view.counts(fact.id) else ())
            carried = [item for item in carried if not (refuted and argumentation.labels[item] is Label.STANDS)]
            if carried:
                yield Observation(
                    Severity.ATTENTION,
                    subject=(fact.id,),
                    evidence=tuple(carried),
                    variant="refuted" if refuted else "",
                    params={"fact": (fact.id,), "items": tuple(carried)},
                )


@check("fact.ammunition")
def ammunition(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find disputed facts that one side had made and that serve the positions of that side only (KB 6.2.2, 7.2).

    The side is that of the actors who claim or accept the fact, with whoever commissioned it. Silent when a part of
    the one that commissioned it disputes it, and when a position that the fact supports has another holder, or none.
    """
    for fact in _nodes(view, disputed_facts(view)):
        commissioner = NodeId(text_of(fact.fields, "commissioned_by"))
        in_favour, against = view.sides(fact.id)
        its_own = {commissioner, *view.sources(commissioner, "part_of"), *view.targets(commissioner, "part_of")}
        positions = _positions_reached(view, fact.id, "supports")
        holders = [set(view.sources(position, "holds")) for position in positions]
        one_side = positions and all(one and one <= in_favour | {commissioner} for one in holders)
        if one_side and not its_own.isdisjoint(in_favour) and its_own.isdisjoint(against):
            yield Observation(
                Severity.ATTENTION,
                subject=(fact.id,),
                evidence=(commissioner, *positions, *references(view.into(fact.id, "disputes"))),
                params={
                    "fact": (fact.id,),
                    "actor": (commissioner,),
                    "items": positions,
                    "against": tuple(sorted(against)),
                },
            )


@check("fact.knowledge-gap")
def knowledge_gap(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find positions of an actor at the table for or against which a fact speaks that it does not know of (KB 9.1.3).

    The fact may be one that nobody brings in before a later round, when the actor gets to know it too: that is just
    when not knowing counts. One that was given up or refuted, or on which the actor took a stand, is no gap.
    """
    for edge in chain.from_iterable(view.out(actor, "unaware_of") for actor in sorted(view.at_table)):
        if _is_news(view, edge):
            held = set(view.targets(edge.source, "holds"))
            positions = tuple(position for position in _weighed_with(view)[edge.target] if position in held)
            if positions:
                yield Observation(
                    Severity.ATTENTION,
                    subject=positions,
                    evidence=(edge.source, edge.target, edge_reference(edge)),
                    params={"actor": (edge.source,), "fact": (edge.target,), "items": positions},
                )


@shared
def _weighed_with(view: CaseView) -> Mapping[NodeId, tuple[NodeId, ...]]:
    """Return the positions for or against which facts speak of which some actor does not know."""
    return {fact: _positions_reached(view, fact, *_REASONING) for fact in view.incoming("unaware_of")}


def _is_news(view: CaseView, unaware: Edge) -> bool:
    fact = view.nodes[unaware.target]
    took_a_stand = unaware.source in frozenset().union(*view.sides(fact.id))
    refuted = text_of(fact.fields, "settled") == "false"
    is_alive = view.counts(fact.id) or _is_told_later(view, unaware)
    return fact.kind == "fact" and is_alive and not took_a_stand and not refuted


def _is_told_later(view: CaseView, unaware: Edge) -> bool:
    """Tell whether the map says that an actor gets to know a fact after this round."""
    end = view.rounds.get(unaware.until_round)
    return end is not None and any(round_.position > end.position for round_ in view.rounds.values())


def _positions_reached(view: CaseView, fact: NodeId, *relations: str) -> tuple[NodeId, ...]:
    """Return the positions that a fact is a reason for or against, by these relations, through other reasons too."""
    reached, waiting, positions = {fact}, [fact], set()
    while waiting:
        for item in view.targets(waiting.pop(), *relations):
            if item not in reached and view.counts(item):
                reached.add(item)
                kind = view.kind(item)
                if kind == "position":
                    positions.add(item)
                elif kind in _REASONS:
                    waiting.append(item)
    return tuple(sorted(positions))
