"""What an option means for an actor: whether it is acceptable, and whether it is worse than no deal (model, section 5).

Both are ordinal and tell which interests decide; nothing is added up, and what is not known stays unknown. An option
serves and harms what the things it contains serve and harm, at any depth. Sources: KB 7.2 (a party leaves the table
when the present situation is better for it), 9.1.3 and 9.1.4.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from gvkaart.analysis.containing import contents
from gvkaart.analysis.overtaken import in_play, in_play_of
from gvkaart.analysis.reading import shared
from gvkaart.domain.derived import CaseView, flag_of, text_of
from gvkaart.domain.entities import Edge, Node, NodeId


class Importance(IntEnum):
    """How much an interest weighs for an actor; only the order means something."""

    LOW = 1
    MIDDLE = 2
    HIGH = 3


class Verdict(StrEnum):
    """Whether an actor can live with an option, as far as the map tells."""

    ACCEPTABLE = "acceptable"
    UNACCEPTABLE = "unacceptable"
    UNKNOWN = "unknown"


_IMPORTANCE: Final = {"low": Importance.LOW, "middle": Importance.MIDDLE, "high": Importance.HIGH}


@dataclass(frozen=True, slots=True)
class Effects:
    """What an option does, itself or through what it contains.

    Attributes:
        serves: per interest or actor, the edges that say so.
        harms: the same for what it harms.
    """

    option: NodeId
    serves: Mapping[NodeId, tuple[Edge, ...]]
    harms: Mapping[NodeId, tuple[Edge, ...]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an option is acceptable for an actor, and why.

    Attributes:
        served: interests of the actor that the option serves, weightiest first.
        harmed: those that it harms, weightiest first; one can be in both.
        decisive: the interests that settle it: the weightiest harmed when it is not acceptable, the weightiest served
            when these weigh more than what is harmed; none when nothing is harmed, or nothing is known.
    """

    option: NodeId
    actor: NodeId
    verdict: Verdict
    served: tuple[NodeId, ...]
    harmed: tuple[NodeId, ...]
    decisive: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """That an option is worse than no deal for an actor.

    Attributes:
        harmed: interests of the actor that the option harms and no no-deal option does, weightiest first.
    """

    option: NodeId
    actor: NodeId
    harmed: tuple[NodeId, ...]


def living_options(view: CaseView) -> tuple[Node, ...]:
    """Return the options that are still on offer, without what happens when nothing is agreed."""
    return tuple(option for option in in_play_of(view, "option") if not flag_of(option.fields, "no_deal"))


def no_deal_options(view: CaseView) -> tuple[Node, ...]:
    """Return the situations without a deal that are on the map; mostly one."""
    return tuple(option for option in in_play_of(view, "option") if flag_of(option.fields, "no_deal"))


def effects_of(view: CaseView, option: NodeId) -> Effects:
    """Collect what an option serves and harms."""
    parts = sorted(contents(view, option))
    serves = _by_target(edge for part in parts for edge in view.out(part, "serves"))
    harms = _by_target(edge for part in parts for edge in view.out(part, "harms"))
    return Effects(option, serves, harms)


@shared
def all_effects(view: CaseView) -> Mapping[NodeId, Effects]:
    """Return what every option serves and harms that was not dropped or overtaken."""
    return {option: effects_of(view, option) for option in view.ids("option") if in_play(view, option)}


@shared
def serving_options(view: CaseView) -> Mapping[NodeId, Sequence[Edge]]:
    """Return per interest or actor how options that are on offer serve it, themselves or through what they contain."""
    on_offer = (option for option in view.ids("option") if in_play(view, option))
    parts = {part for option in on_offer for part in contents(view, option)}
    return _by_target(edge for part in sorted(parts) for edge in view.out(part, "serves"))


def importances(view: CaseView, actor: NodeId) -> Mapping[NodeId, Importance]:
    """Return the interests that an actor has, with how much each weighs for it: middle where that is not filled in."""
    return {
        edge.target: _IMPORTANCE.get(text_of(edge.fields, "importance"), Importance.MIDDLE)
        for edge in view.out(actor, "has_interest")
    }


def judge(weights: Mapping[NodeId, Importance], effects: Effects, actor: NodeId) -> Judgement:
    """Tell whether an option is acceptable for an actor with these interests.

    It is when it harms none of them, or serves a weightier one.
    """
    served, harmed = _weightiest_first(effects.serves, weights), _weightiest_first(effects.harms, weights)
    if not weights or not harmed:
        verdict = Verdict.ACCEPTABLE if weights else Verdict.UNKNOWN
        return Judgement(effects.option, actor, verdict, served, harmed, ())
    outweighed = bool(served) and weights[served[0]] > weights[harmed[0]]
    decisive = _level_with_first(served if outweighed else harmed, weights)
    verdict = Verdict.ACCEPTABLE if outweighed else Verdict.UNACCEPTABLE
    return Judgement(effects.option, actor, verdict, served, harmed, decisive)


def worse_than_no_deal(
    weights: Mapping[NodeId, Importance], effects: Effects, no_deal: Sequence[Effects], actor: NodeId
) -> Loss | None:
    """Tell whether an option takes something from an actor with these interests, and gives it nothing in return.

    No deal leaves it what is taken: the option harms an interest that no no-deal option harms, and serves none that no
    deal does not serve. To spare an interest that no deal harms is something in return only when that weighs at least
    as much as what is taken: whoever loses what matters most is not helped by keeping what matters less.

    Returns:
        What the actor loses; None when the option is not worse, or when that is not known: without a no-deal option,
        or for an actor of which no interests are recorded.
    """
    kept = {one for other in no_deal for one in other.serves}
    lost = {one for other in no_deal for one in other.harms}
    harmed = tuple(one for one in _weightiest_first(effects.harms, weights) if one not in lost)
    spared = _weightiest_first(lost - effects.harms.keys(), weights)
    makes_up = bool(harmed and spared) and weights[spared[0]] >= weights[harmed[0]]
    gains = makes_up or not weights.keys().isdisjoint(effects.serves.keys() - kept)
    return Loss(effects.option, actor, harmed) if no_deal and harmed and not gains else None


def _by_target(edges: Iterable[Edge]) -> Mapping[NodeId, tuple[Edge, ...]]:
    grouped: dict[NodeId, tuple[Edge, ...]] = {}
    for edge in edges:
        grouped[edge.target] = (*grouped.get(edge.target, ()), edge)
    return grouped


def _weightiest_first(touched: Iterable[NodeId], weights: Mapping[NodeId, Importance]) -> tuple[NodeId, ...]:
    return tuple(sorted((one for one in touched if one in weights), key=lambda one: (-weights[one], one)))


def _level_with_first(interests: Sequence[NodeId], weights: Mapping[NodeId, Importance]) -> tuple[NodeId, ...]:
    return tuple(one for one in interests if weights[one] == weights[interests[0]])
