"""Checks on data flows: what they are for, who sees them, whether they can be traced, and who pays.

Sources: KB 1, 5.3.2, 6.1.2, 6.3, 7.2, 8.3, 8.5.1, 8.9.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.containing import contents, cost_without_benefit
from gvkaart.analysis.findings import Observation, Param, Severity, TextKeys, asked, references
from gvkaart.analysis.options import living_options
from gvkaart.analysis.overtaken import in_play, in_play_of
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, Node, NodeId

UNDER_DISCUSSION: Final = ("existing", "proposed", "agreed")
"""Statuses of a flow that is there or may come: it is part of the case, and no alternative or accident."""

_TRACKING: Final = ("traceable", "correctable")
_NO_BASIS: Final = ("disputed", "missing", "unsuitable", "obstacle")
"""Statuses of a legal basis that does not hold; one of which nothing is filled in may well do."""
_PAID_FOR: Final = ("option", "dataflow", "action")


@check("flow.basis", "", "to_make", "existing")
def basis(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find flows of personal data without a legal basis of their own that exists.

    Only the flow's own basis counts, not that of its purpose or of an option that contains it; a basis that is
    disputed, missing, unsuitable or an obstacle is none. Proposed and agreed flows need one. Of a flow that is there
    already most maps leave out what it rests on, so there it is only noticed when a basis is named that does not hold:
    of the flow, of what it is needed for, or of an option that it is part of (KB 5.2.2: done for years, and then it
    turns out to have no basis).
    """
    for flow in in_play_of(view, "dataflow"):
        if is_planned(flow):
            yield from _planned_without_basis(view, flow)
        elif _level(flow) == "individual" and text_of(flow.fields, "status") == "existing":
            yield from _existing_without_basis(view, flow)


def _planned_without_basis(view: CaseView, flow: Node) -> Iterator[Observation]:
    based_on = view.out(flow.id, "based_on")
    statuses = _statuses(view, based_on)
    if "existing" not in statuses:
        to_make = "to_make" in statuses
        yield Observation(
            Severity.ATTENTION if to_make else Severity.SERIOUS,
            subject=(flow.id,),
            evidence=references(based_on),
            variant="to_make" if to_make else "",
            params={"flow": (flow.id,)},
        )


def _existing_without_basis(view: CaseView, flow: Node) -> Iterator[Observation]:
    own = view.out(flow.id, "based_on")
    if "existing" in _statuses(view, own):
        return
    wholes = [edge for edge in view.into(flow.id, "contains") if in_play(view, edge.source)]
    around = [(edge, edge.source) for edge in wholes]
    around += [(edge, edge.target) for edge in view.out(flow.id, "needed_for")]
    doubtful = [[edge] for edge in own if _status(view, edge) in (*_NO_BASIS, "to_make")]
    doubtful += [
        [edge, based]
        for edge, item in around
        for based in view.out(item, "based_on")
        if _status(view, based) in _NO_BASIS
    ]
    if doubtful:
        yield Observation(
            Severity.ATTENTION,
            subject=(flow.id,),
            evidence=references(chain.from_iterable(doubtful)),
            variant="existing",
            params={"flow": (flow.id,), "bases": _targets(edges[-1] for edges in doubtful)},
        )


def _statuses(view: CaseView, based_on: Iterable[Edge]) -> set[str]:
    return {_status(view, edge) for edge in based_on}


def _status(view: CaseView, based_on: Edge) -> str:
    return text_of(view.nodes[based_on.target].fields, "status")


def is_planned(flow: Node) -> bool:
    """Tell whether a flow is a plan to use data of persons: proposed or agreed, and not there yet."""
    individual = text_of(flow.fields, "level") == "individual"
    return individual and text_of(flow.fields, "status") in ("proposed", "agreed")


@check("flow.purpose-shift", "", "individual")
def purpose_shift(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find flows that come to serve something else than what the data were collected for (KB 1, 5.3.2, 6.1.2, 6.3).

    Silent when one of the original purposes pursues an interest on the map, for then it can be weighed there; and when
    it is not recorded what the data were collected for. Milder for what is done already, which was decided before, and
    for statistics, in which nobody is seen.
    """
    for flow in in_play_of(view, "dataflow"):
        yield from _used_otherwise(view, flow)
        yield from _made_personal(view, flow)


def _used_otherwise(view: CaseView, flow: Node) -> Iterator[Observation]:
    collected = view.out(flow.id, "collected_for")
    original = {edge.target for edge in collected}
    shifted = [edge for edge in view.out(flow.id, "needed_for") if edge.target not in original]
    if collected and shifted and not any(view.out(purpose, "pursues") for purpose in original):
        mild = text_of(flow.fields, "status") == "existing" or _level(flow) == "statistical"
        yield Observation(
            Severity.INFO if mild else Severity.ATTENTION,
            subject=(flow.id,),
            evidence=references((*collected, *shifted)),
            params={
                "flow": (flow.id,),
                "original": tuple(sorted(original)),
                "purposes": _targets(shifted),
                "who": asked(view.sources(flow.id, "sends"), "who_sends"),
            },
        )


def _made_personal(view: CaseView, flow: Node) -> Iterator[Observation]:
    """Find that statistics make way for data of persons, with which other things can be done to people."""
    replaced = [edge for edge in view.out(flow.id, "replaces") if _level(view.nodes[edge.target]) == "statistical"]
    if _level(flow) == "individual" and replaced:
        yield Observation(
            Severity.ATTENTION,
            subject=(flow.id,),
            evidence=references(replaced),
            variant="individual",
            params={
                "flow": (flow.id,),
                "replaced": _targets(replaced),
                "who": asked(view.sources(flow.id, "sends"), "who_sends"),
            },
        )


@check("flow.needless-view", "", "option")
def needless_view(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find actors that link a flow or see what comes out, and do nothing in what it is needed for (KB 6.1.2).

    Silent for statistics, in which nobody is seen, and while it is unknown who acts in one of these purposes. An actor
    acts with what it is part of, and with its parts: a department with its organisation, a city with all cities.

    A flow may be needed for several purposes of which an option takes up one. Who links it for another one has nothing
    to do in that option: as long as only the municipality acts, nobody else has to match. Who links it for nothing at
    all is told of with the flow, and not once more with every option.
    """
    purposes = {flow.id: view.targets(flow.id, "needed_for") for flow in _showing_persons(view)}
    needless = {flow: _without_acting(view, flow, aims, "links", "sees") for flow, aims in purposes.items()}
    yield from _needless_in_options(view, needless)
    for flow, edges in needless.items():
        if edges:
            yield Observation(
                Severity.ATTENTION,
                subject=(flow,),
                evidence=references((*edges, *view.out(flow, "needed_for"))),
                params={
                    "flow": (flow,),
                    "actors": tuple(sorted({edge.source for edge in edges})),
                    "purposes": tuple(sorted(purposes[flow])),
                },
            )


def _showing_persons(view: CaseView) -> Iterator[Node]:
    """Return the flows in which somebody may see persons."""
    return (flow for flow in in_play_of(view, "dataflow") if _level(flow) != "statistical")


def _needless_in_options(view: CaseView, told: Mapping[NodeId, Collection[Edge]]) -> Iterator[Observation]:
    """Find who links for another purpose than those of an option, by flow with what is told of that already."""
    for option in living_options(view):
        parts = contents(view, option.id)
        aims = {purpose for part in parts for purpose in view.targets(part, "aims_at")}
        needless: list[Edge] = []
        taken_up: set[NodeId] = set()
        for flow in sorted(parts & told.keys()):
            purposes = set(view.targets(flow, "needed_for"))
            if aims & purposes and purposes - aims:
                linking = _without_acting(view, flow, aims & purposes, "links")
                found = [edge for edge in linking if edge not in told[flow]]
                needless += found
                taken_up |= aims & purposes if found else set()
        if needless:
            yield Observation(
                Severity.ATTENTION,
                subject=(option.id,),
                evidence=references(needless),
                variant="option",
                params={
                    "option": (option.id,),
                    "flows": _targets(needless),
                    "actors": tuple(sorted({edge.source for edge in needless})),
                    "purposes": tuple(sorted(taken_up)),
                },
            )


def _without_acting(view: CaseView, flow: NodeId, purposes: Collection[NodeId], *relations: str) -> list[Edge]:
    """Return who has to do with a flow and acts in none of these purposes; nobody while that is unknown of one."""
    acting = [view.sources(purpose, "acts_in") for purpose in purposes]
    involved = _with_wholes_and_parts(view, chain.from_iterable(acting))
    is_known = bool(acting) and all(acting)
    return [edge for edge in view.into(flow, *relations) if edge.source not in involved] if is_known else []


def _with_wholes_and_parts(view: CaseView, actors: Iterable[NodeId]) -> set[NodeId]:
    given = list(actors)
    found = set(given)
    for step in (view.targets, view.sources):
        waiting = given.copy()
        while waiting:
            new = set(step(waiting.pop(), "part_of")) - found
            found |= new
            waiting += new
    return found


@check("flow.unregistered")
def unregistered(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find flows of personal data of which nobody wrote down where they are registered (KB 1, 8.9).

    It asks most of what was just agreed, each by itself: every agreement is one more that may get out of sight. The
    others are told in one finding, for it is one question to whoever keeps the register.
    """
    missing = [flow for flow in _personal(view) if not text_of(flow.fields, "registered_in")]
    agreed = [flow.id for flow in missing if text_of(flow.fields, "status") == "agreed"]
    others = [flow.id for flow in missing if text_of(flow.fields, "status") != "agreed"]
    yield from (_of_flows(Severity.ATTENTION, [flow]) for flow in agreed)
    if others:
        yield _of_flows(Severity.INFO, others)


def _of_flows(severity: Severity, flows: Iterable[NodeId], variant: str = "", **params: Param) -> Observation:
    subject = tuple(sorted(flows))
    told: dict[str, Param] = {"flows": subject, "count": len(subject), **params}
    return Observation(severity, subject=subject, variant=variant, params=told)


@check("flow.not-correctable", "", "unknown")
def not_correctable(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find flows of personal data in which an error may not be traced or put right (KB 1, 7.2, 8.5.1).

    Flows of which the same is not known yet are told in one finding: it is one question, and no fault of any of them.
    """
    unknown: dict[tuple[str, ...], list[NodeId]] = {}
    for flow in _personal(view):
        answers = {question: text_of(flow.fields, question) for question in _TRACKING}
        refused = tuple(question for question, answer in answers.items() if answer == "no")
        missing = tuple(question for question, answer in answers.items() if answer != "yes")
        if refused:
            yield _of_flows(Severity.ATTENTION, [flow.id], missing=_parts(refused))
        elif missing:
            unknown.setdefault(missing, []).append(flow.id)
    for missing, flows in unknown.items():
        yield _of_flows(Severity.INFO, flows, "unknown", missing=_parts(missing))


def _parts(questions: Iterable[str]) -> TextKeys:
    return TextKeys(tuple(f"checks.part.{question}" for question in questions))


@check("flow.cost-without-benefit")
def costs_without_benefit(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find flows, options and actions that cost somebody something who is not better off by them (KB 5.3.2, 6.3).

    Silent about an option of which only parts do so to the same actors: then it is these parts that cost something.
    """
    for item in (node for kind in _PAID_FOR for node in in_play_of(view, kind)):
        actors = cost_without_benefit(view, item.id)
        if actors and not set(actors) <= _paying_for_parts(view, item.id):
            borne = [edge for edge in view.into(item.id, "bears_cost") if edge.source in actors]
            yield Observation(
                Severity.ATTENTION,
                subject=(item.id,),
                evidence=references(borne),
                params={"item": (item.id,), "actors": actors},
            )


def _paying_for_parts(view: CaseView, item: NodeId) -> set[NodeId]:
    """Return who pays without benefit for something that an option contains, and that has a finding of its own."""
    inside = (part for part in contents(view, item) - {item} if in_play(view, part))
    parts = [part for part in inside if item not in contents(view, part)]
    return {actor for part in parts for actor in cost_without_benefit(view, part)}


def _personal(view: CaseView) -> list[Node]:
    """Return the flows of data of persons that are there or may come."""
    flows = (flow for flow in in_play_of(view, "dataflow") if _level(flow) == "individual")
    return [flow for flow in flows if text_of(flow.fields, "status") in UNDER_DISCUSSION]


def _level(flow: Node) -> str:
    return text_of(flow.fields, "level")


def _targets(edges: Iterable[Edge]) -> tuple[NodeId, ...]:
    return tuple(sorted({edge.target for edge in edges}))
