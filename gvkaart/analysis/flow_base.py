"""Purposes and data: how concrete every purpose is, and per data flow who does what, on which basis (KB 5.3.2, 8.2).

Only reads; sentences are made elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gvkaart.domain.derived import RUNGS, CaseView, concreteness, text_of
from gvkaart.domain.entities import NodeId


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """One purpose on the ladder of concreteness.

    Attributes:
        rungs: what is filled in on each of the six rungs, "" where nothing is.
        interests: those it pursues.
        flows: the data flows needed for it.
        collected: the data flows that were collected for it.
    """

    purpose: NodeId
    rungs: Mapping[str, str]
    interests: tuple[NodeId, ...]
    flows: tuple[NodeId, ...]
    collected: tuple[NodeId, ...]

    @property
    def height(self) -> int:
        """How many rungs are filled in, 0 to 6."""
        return sum(text != "" for text in self.rungs.values())


@dataclass(frozen=True, slots=True)
class FlowRow:
    """One data flow.

    Attributes:
        sends, links, receives, sees: the actors that do so.
        purposes: for which it is needed.
        original: for which it was collected.
        bases: the legal bases it rests on itself.
    """

    flow: NodeId
    sends: tuple[NodeId, ...]
    links: tuple[NodeId, ...]
    receives: tuple[NodeId, ...]
    sees: tuple[NodeId, ...]
    purposes: tuple[NodeId, ...]
    original: tuple[NodeId, ...]
    bases: tuple[NodeId, ...]


def purpose_rows(view: CaseView) -> tuple[PurposeRow, ...]:
    """Return the purposes of a map, the least concrete first, then by title."""
    purposes = sorted(view.of_kind("purpose"), key=lambda one: (concreteness(one), one.title.casefold(), one.id))
    return tuple(
        PurposeRow(
            one.id,
            {rung: text_of(one.fields, rung) for rung in RUNGS},
            view.targets(one.id, "pursues"),
            view.sources(one.id, "needed_for"),
            view.sources(one.id, "collected_for"),
        )
        for one in purposes
    )


def flow_rows(view: CaseView) -> tuple[FlowRow, ...]:
    """Return the data flows of a map as of its round, by title."""
    flows = sorted(view.of_kind("dataflow"), key=lambda one: (one.title.casefold(), one.id))
    return tuple(
        FlowRow(
            one.id,
            view.sources(one.id, "sends"),
            view.sources(one.id, "links"),
            view.sources(one.id, "receives"),
            view.sources(one.id, "sees"),
            view.targets(one.id, "needed_for"),
            view.targets(one.id, "collected_for"),
            view.targets(one.id, "based_on"),
        )
        for one in flows
    )
