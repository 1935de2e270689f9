"""Checks on the process: who asks and who promises, who is heard, who can stop it, how it is arranged.

Sources: KB 1, 4.4, 4.5, 6.1.3, 6.2, 7.1, 7.2 and 9.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, TextKeys, references
from gvkaart.analysis.flows import is_planned
from gvkaart.analysis.hearing import needed_unheard, voiced
from gvkaart.analysis.interests import table_is_known
from gvkaart.analysis.options import living_options
from gvkaart.analysis.overtaken import in_play_of, is_now
from gvkaart.analysis.reading import shared
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import HOLDING, CaseView, Status, text_of, texts_of
from gvkaart.domain.entities import Edge, Node, NodeId

_MIGHT_PROMISE: Final = ("at_table", "")
"""Presence of an actor that takes part, as far as is known: of others nobody expects a promise."""

_LISTENING: Final = ("at_table", "consulted")
_RULES: Final = ("sponsor", "ends", "decision_rule")
_PARTIES: Final = 2
"""From so many at the table there is a conversation that needs rules and something shared."""


# --- asking and promising ---------------------------------------------------------------------------------------------


@check("process.demand-without-promise", "", "untied")
def demand_without_promise(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find parties that ask something of others and promise nothing, or tie no promise to what they ask (KB 4.5)."""
    for actor in filter(lambda one: _might_promise(view, one), view.of_kind("actor")):
        asked = [edge for edge in view.out(actor.id, "asks") if _is_open_demand(view, edge)]
        promised = view.out(actor.id, "promises")
        if asked and not _tied(view, asked, promised):
            yield Observation(
                Severity.INFO if promised else Severity.ATTENTION,
                subject=(actor.id,),
                evidence=references((*asked, *promised)),
                variant="untied" if promised else "",
                params={"actor": (actor.id,), "actions": _targets(asked)},
            )


def _might_promise(view: CaseView, actor: Node) -> bool:
    """Tell whether an actor is a party to the conversation; of people who are affected nothing is demanded."""
    return text_of(actor.fields, "type") != "group" and view.presence(actor.id) in _MIGHT_PROMISE


def _is_open_demand(view: CaseView, asks: Edge) -> bool:
    """Tell whether an action is still to be done, and not asked of the asker alone."""
    return not _is_done(view.nodes[asks.target]) and set(view.targets(asks.target, "asked_of")) != {asks.source}


def _tied(view: CaseView, asked: Iterable[Edge], promised: Iterable[Edge]) -> bool:
    promises = {edge.target for edge in promised}
    return any(promises & _exchanged(view, edge.target) for edge in asked)


def _exchanged(view: CaseView, action: NodeId) -> set[NodeId]:
    return {*view.targets(action, "in_exchange_for"), *view.sources(action, "in_exchange_for")}


@check("process.promise-loose", "", "nobody")
def promise_loose(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find promises without a date, and actions called promised that nobody promises (KB 6.1.3)."""
    for action in view.of_kind("action"):
        promised = view.into(action.id, "promises")
        if _is_done(action) or (promised and text_of(action.fields, "due")):
            continue
        if promised or (text_of(action.fields, "status") == "promised" and is_now(view)):
            yield Observation(
                Severity.ATTENTION,
                subject=(action.id,),
                evidence=references(promised),
                variant="" if promised else "nobody",
                params={"action": (action.id,), "actors": _sources(promised)},
            )


@check("process.no-mandate")
def no_mandate(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find actions promised by or asked of somebody who does not decide them, while another does (KB 4.5, 9.1).

    Silent when one of those who decide promises it too, or is part of the one that does or should.
    """
    for action in view.of_kind("action"):
        deciding = view.into(action.id, "decides")
        deciders, promising = {edge.source for edge in deciding}, view.sources(action.id, "promises")
        acting = (*promising, *view.targets(action.id, "asked_of"))
        without = tuple(sorted({one for one in acting if not _has_part_among(view, one, deciders)}))
        if without and deciders and deciders.isdisjoint(promising) and not _is_done(action):
            edges = [*view.into(action.id, "promises"), *view.out(action.id, "asked_of")]
            yield Observation(
                Severity.ATTENTION,
                subject=(action.id,),
                evidence=references((*deciding, *(e for e in edges if e.source in without or e.target in without))),
                params={"action": (action.id,), "actors": without, "deciders": tuple(sorted(deciders))},
            )


def _has_part_among(view: CaseView, actor: NodeId, others: set[NodeId]) -> bool:
    """Tell whether an actor, or a part of it at any depth, is one of the others."""
    parts, waiting = {actor}, [actor]
    while waiting:
        new = set(view.sources(waiting.pop(), "part_of")) - parts
        parts |= new
        waiting += new
    return not parts.isdisjoint(others)


# --- who takes part ---------------------------------------------------------------------------------------------------


@check("process.single-blocker")
def single_blocker(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find an actor that can stop every option there is (KB 1, 7.1)."""
    options = {option.id for option in living_options(view)}
    if len(options) < _PARTIES:
        return
    for actor in view.ids("actor"):
        blocks = [edge for edge in view.out(actor, "can_block") if edge.target in options]
        if {edge.target for edge in blocks} == options:
            yield Observation(
                Severity.ATTENTION,
                subject=(actor,),
                evidence=references(blocks),
                params={"actor": (actor,), "count": len(options)},
            )


@check("process.not-heard", "", "hearsay")
def not_heard(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find parties that are needed and of whom nothing is known first-hand (KB 4.4, 6.2).

    It is worse when others already said what they think.
    """
    for actor in sorted(needed_unheard(view)):
        said = voiced(view, actor)
        yield Observation(
            Severity.SERIOUS if said else Severity.ATTENTION,
            subject=(actor,),
            evidence=references(said),
            variant="hearsay" if said else "",
            params={"actor": (actor,)},
        )


@check("process.late-lawyers", "", "unknown")
def late_lawyers(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find plans with personal data while nobody who knows about privacy takes part (KB 1, 7.2).

    Milder when nobody wrote down what those who take part know about; worse when such a flow is agreed on already, for
    then what is still to be found out can change it no more.
    """
    planned = [flow for flow in in_play_of(view, "dataflow") if is_planned(flow)]
    flows = tuple(flow.id for flow in planned)
    knows = _expertise(view)
    listening = [actor for actor in knows if view.presence(actor) in _LISTENING]
    if not flows or not table_is_known(view) or any("privacy" in knows[actor] for actor in listening):
        return
    elsewhere = tuple(sorted(actor for actor in knows if "privacy" in knows[actor]))
    is_known = bool(elsewhere) or any(knows[actor] for actor in listening)
    is_agreed = is_now(view) and any(text_of(flow.fields, "status") == "agreed" for flow in planned)
    known = Severity.SERIOUS if is_agreed else Severity.ATTENTION
    yield Observation(
        known if is_known else Severity.INFO,
        subject=flows,
        evidence=elsewhere,
        variant="" if is_known else "unknown",
        params={"flows": tuple(sorted(flows)), "count": len(flows)},
    )


@shared
def _expertise(view: CaseView) -> Mapping[NodeId, tuple[str, ...]]:
    """Return what each actor knows about."""
    placements = view.placements
    return {actor: texts_of(placements[actor].fields, "expertise") for actor in view.ids("actor")}


# --- how it is arranged -----------------------------------------------------------------------------------------------


@check("process.no-rules", "", "partly")
def no_rules(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find what is not arranged of a conversation of several parties: who leads it, who backs it, how it ends (KB 9.3).

    One finding for the map, that names what is missing; milder when something was arranged.
    """
    fields = view.map.fields if view.map is not None else {}
    missing = [rule for rule in _RULES if not text_of(fields, rule)]
    if "facilitator" not in view.presences.values():
        missing.insert(0, "facilitator")
    if missing and len(view.at_table) >= _PARTIES:
        partly = len(missing) <= len(_RULES)
        yield Observation(
            Severity.INFO if partly else Severity.ATTENTION,
            subject=(),
            variant="partly" if partly else "",
            params={"missing": TextKeys(tuple(f"checks.part.{rule}" for rule in missing))},
        )


@check("process.nothing-shared", "", "begun")
def nothing_shared(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find a map on which the parties share no fact and no problem: the talk about solutions cannot start (KB 4.5).

    One finding for the map, more serious when they already ask and promise things. Silent as long as nothing was
    brought in that they could share.
    """
    brought_in = _brought_in(view)
    if len(view.needed) < _PARTIES or not brought_in or _have_common_ground(view):
        return
    dealing = [edge for action in view.ids("action") for edge in view.into(action, "asks", "promises")]
    yield Observation(
        Severity.SERIOUS if dealing else Severity.ATTENTION,
        subject=(),
        evidence=(*brought_in, *references(dealing)),
        variant="begun" if dealing else "",
        params={"count": len(brought_in)},
    )


@shared
def _brought_in(view: CaseView) -> tuple[NodeId, ...]:
    """Return the facts and problems behind which somebody stands, by id."""
    backed = frozenset[NodeId]().union(*map(view.incoming, HOLDING))
    return tuple(sorted(backed.intersection(_stated(view))))


@shared
def _have_common_ground(view: CaseView) -> bool:
    """Tell whether the parties share a fact or a problem, or one was found to be as it is stated."""
    statuses = {node: view.status(node) for node in _stated(view)}
    settled = (node for node, status in statuses.items() if status is Status.SETTLED)
    return Status.SHARED in statuses.values() or any(_is_true(view.nodes[node]) for node in settled)


def _stated(view: CaseView) -> tuple[NodeId, ...]:
    return view.ids("fact") + view.ids("problem")


def _is_true(node: Node) -> bool:
    return text_of(node.fields, "settled") == "true"


# --- small things -----------------------------------------------------------------------------------------------------


def _is_done(action: Node) -> bool:
    return text_of(action.fields, "status") == "done"


def _sources(edges: Iterable[Edge]) -> tuple[NodeId, ...]:
    return tuple(sorted({edge.source for edge in edges}))


def _targets(edges: Iterable[Edge]) -> tuple[NodeId, ...]:
    return tuple(sorted({edge.target for edge in edges}))
