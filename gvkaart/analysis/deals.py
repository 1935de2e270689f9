"""Checks on what is on offer: who pays for a deal without a seat at the table, and for whom it is no gain.

Sources: KB 6.3, 7.2, 9, 9.1, 9.1.4.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.containing import contents, cost_without_benefit
from gvkaart.analysis.findings import Observation, Severity, references
from gvkaart.analysis.hearing import required
from gvkaart.analysis.interests import group_ids, table_is_known
from gvkaart.analysis.options import (
    Effects,
    Importance,
    Loss,
    Verdict,
    all_effects,
    importances,
    judge,
    living_options,
    no_deal_options,
    worse_than_no_deal,
)
from gvkaart.analysis.reading import shared
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, NodeId


@check("deal.at-absent-expense", "", "cost")
def at_absent_expense(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find options that suit everybody who is needed, at the expense of others (KB 9, 9.1.4; cost: 6.3).

    These are interests and groups that nobody at the table speaks for, and actors that pay and get nothing. Silent
    about a package at the expense of nobody but those at whose expense an option in it already is.
    """
    if not table_is_known(view):
        return
    found = {option.id: expense for option in living_options(view) if (expense := _expense(view, option.id))}
    for option, expense in found.items():
        inside = (part for part in contents(view, option) & found.keys() if option not in contents(view, part))
        parts = [found[part] for part in inside]
        if not expense.borne <= frozenset[NodeId]().union(*(part.borne for part in parts)):
            harming = (edge for edges in expense.harmed.values() for edge in edges)
            yield Observation(
                Severity.SERIOUS,
                subject=(option,),
                evidence=references((*harming, *expense.costs)),
                variant="" if expense.harmed else "cost",
                params={
                    "option": (option,),
                    "harmed": tuple(sorted(expense.harmed)),
                    "payers": tuple(sorted({edge.source for edge in expense.costs})),
                },
            )


@dataclass(frozen=True, slots=True)
class _Expense:
    """At whose expense an option is: interests and groups that it harms, with how, and who pays for it."""

    harmed: Mapping[NodeId, tuple[Edge, ...]]
    costs: tuple[Edge, ...]

    @property
    def borne(self) -> frozenset[NodeId]:
        """All that bear something."""
        return frozenset((*self.harmed, *(edge.source for edge in self.costs)))


def _expense(view: CaseView, option: NodeId) -> _Expense | None:
    """Tell at whose expense an option is; None when it is at nobody's, or does not suit all who are needed."""
    effects = all_effects(view)[option]
    harmed, costs = _harmed_without_voice(view, effects), _costs_without_benefit(view)[option]
    return _Expense(harmed, costs) if (harmed or costs) and _suits_all_needed(view, effects) else None


def _harmed_without_voice(view: CaseView, effects: Effects) -> Mapping[NodeId, tuple[Edge, ...]]:
    """Return the interests and groups that an option harms while nobody at the table speaks for them."""
    return {
        harmed: edges
        for harmed, edges in effects.harms.items()
        if harmed not in view.represented and (view.kind(harmed) == "interest" or harmed in group_ids(view))
    }


@shared
def _costs_without_benefit(view: CaseView) -> Mapping[NodeId, tuple[Edge, ...]]:
    """Return the edges of actors that bear cost of each option, or of what is in it, without being better off."""
    unrewarded = {item: cost_without_benefit(view, item) for item in view.incoming("bears_cost")}
    return {
        option: tuple(
            edge
            for part in sorted(contents(view, option) & unrewarded.keys())
            for edge in view.into(part, "bears_cost")
            if edge.source in unrewarded[part]
        )
        for option in view.ids("option")
    }


@shared
def _weights(view: CaseView) -> Mapping[NodeId, Mapping[NodeId, Importance]]:
    """Return the interests of every actor that is needed, with how much each weighs for it."""
    return {actor: importances(view, actor) for actor in view.needed}


def _suits_all_needed(view: CaseView, effects: Effects) -> bool:
    """Tell whether an option is acceptable to every needed actor of which an interest is known, one at least."""
    verdicts = {judge(weights, effects, actor).verdict for actor, weights in _weights(view).items()}
    return verdicts - {Verdict.UNKNOWN} == {Verdict.ACCEPTABLE}


@check("deal.worse-than-no-deal")
def worse(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find options that take from a required actor what no deal leaves it, and give nothing in return (KB 7.2).

    Options that take the same from the same actors are told in one finding, for it is one question to these.
    """
    found: dict[_Taken, dict[NodeId, tuple[Edge, ...]]] = {}
    for option, taken, edges in _losing(view):
        found.setdefault(taken, {})[option] = edges
    for taken, shown in found.items():
        options = tuple(sorted(shown))
        yield Observation(
            Severity.ATTENTION,
            subject=options,
            evidence=references(chain.from_iterable(shown.values())),
            params={"options": options, "count": len(options), "actors": taken.actors, "harmed": taken.harmed},
        )


class _Taken(NamedTuple):
    """What an option takes, and from whom."""

    actors: tuple[NodeId, ...]
    harmed: tuple[NodeId, ...]


def _losing(view: CaseView) -> Iterator[tuple[NodeId, _Taken, tuple[Edge, ...]]]:
    """Yield the options that are worse than no deal for somebody, with what they take and the edges that show it."""
    no_deal = [all_effects(view)[option.id] for option in no_deal_options(view)]
    needed = set(required(view))
    for option in living_options(view) if no_deal else ():
        effects = all_effects(view)[option.id]
        harmed = needed.intersection(chain.from_iterable(view.sources(one, "has_interest") for one in effects.harms))
        losses = [loss for one in sorted(harmed) if (loss := _loss(view, effects, no_deal, one))]
        if losses:
            interests = tuple(sorted({interest for loss in losses for interest in loss.harmed}))
            edges = tuple(edge for loss in losses for edge in _shown_by(view, effects, loss))
            yield option.id, _Taken(tuple(loss.actor for loss in losses), interests), edges


def _loss(view: CaseView, effects: Effects, no_deal: Sequence[Effects], actor: NodeId) -> Loss | None:
    return worse_than_no_deal(importances(view, actor), effects, no_deal, actor)


def _shown_by(view: CaseView, effects: Effects, loss: Loss) -> Iterator[Edge]:
    """Yield the edges that say that the actor has these interests, and that the option harms them."""
    yield from (edge for edge in view.out(loss.actor, "has_interest") if edge.target in loss.harmed)
    yield from (edge for interest in loss.harmed for edge in effects.harms[interest])
