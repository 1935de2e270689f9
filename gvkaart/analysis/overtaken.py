"""What was overtaken: options, flows and risks that made way for what the parties chose instead (KB 6.1.3).

A status says how things stand now. So in an earlier round nothing was overtaken yet: there one still talks about it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from gvkaart.analysis.reading import shared
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Node, NodeId, RoundId

_DECIDED: Final = {"option": ("chosen",), "dataflow": ("agreed", "existing")}
"""By kind: statuses of what replaces others for good, and is not replaced itself."""


@shared
def overtaken(view: CaseView) -> frozenset[NodeId]:
    """Return the options, flows and risks that were overtaken, which checks pass over as they do what was dropped.

    These are options that a chosen one `replaces` and flows that an agreed one replaces, at any distance; then flows
    that were proposed as part of such options only, and risks that only all these pose. What was dropped is no better
    than what was overtaken.
    """
    if not is_now(view):
        return frozenset()
    off = _replaced(view, "option") | _replaced(view, "dataflow")
    proposed = [flow.id for flow in view.of_kind("dataflow") if text_of(flow.fields, "status") == "proposed"]
    off |= {flow for flow in proposed if _comes_of_nothing(view, view.sources(flow, "contains"), off)}
    return off | {risk for risk in view.ids("risk") if _comes_of_nothing(view, view.sources(risk, "poses"), off)}


def is_now(view: CaseView) -> bool:
    """Tell whether a status says something about this round: it is the map's current one, or later."""
    current = text_of(view.map.fields, "current") if view.map is not None else ""
    last = max(view.rounds.values(), key=lambda one: one.position, default=None)
    now = view.rounds.get(RoundId(current), last)
    return view.round is None or now is None or view.round.position >= now.position


def in_play(view: CaseView, node: NodeId) -> bool:
    """Tell whether a check looks at a node: it counts, and it was not overtaken."""
    return view.counts(node) and node not in overtaken(view)


def in_play_of(view: CaseView, kind: str) -> tuple[Node, ...]:
    """Return the nodes of a kind that checks look at, in order of arrival."""
    return tuple(node for node in view.of_kind(kind) if in_play(view, node.id))


def _replaced(view: CaseView, kind: str) -> frozenset[NodeId]:
    """Return what made way for something decided, directly or through what made way itself."""
    decided = {node.id for node in view.of_kind(kind) if text_of(node.fields, "status") in _DECIDED[kind]}
    replaced: set[NodeId] = set()
    waiting: Iterable[NodeId] = decided
    while waiting:
        waiting = {other for one in waiting for other in view.targets(one, "replaces")} - replaced - decided
        replaced |= waiting
    return frozenset(one for one in replaced if view.kind(one) == kind)


def _comes_of_nothing(view: CaseView, origins: Sequence[NodeId], off: frozenset[NodeId]) -> bool:
    """Tell whether something came of what is out of it now, and of that only."""
    return bool(origins) and all(one in off or not view.counts(one) for one in origins)
