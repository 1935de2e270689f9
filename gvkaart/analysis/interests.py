"""Checks on interests: what has none or serves none, for whom nobody speaks, and what covers what.

Sources: KB 1, 7.2, 9.1.3, 9.1.4, 9.3; DO "De hardnekkige misvatting" and "Tussen bescherming en verlamming".
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, asked, references
from gvkaart.analysis.hearing import attributed, needed_unheard
from gvkaart.analysis.options import serving_options
from gvkaart.analysis.overtaken import in_play
from gvkaart.analysis.reading import shared
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, flag_of, is_second_hand, text_of
from gvkaart.domain.entities import Edge, Node, NodeId

_TOUCHING: Final = ("option", "dataflow", "purpose", "measure", "risk")
"""Kinds that do something to an interest; a position only says so."""

_SPEAKING_FOR: Final = ("has_interest", "represents")
_ANSWERABLE: Final = ("holds", "claims", "accepts")


@check("interest.position-without")
def position_without(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find positions that rest on no interest (KB 9.1.3); those that end the talk have a finding of their own."""
    resting = view.outgoing("rests_on")
    for position in _positions(view):
        if position.id not in resting and not _ends_the_talk(view, position):
            yield Observation(
                Severity.ATTENTION,
                subject=(position.id,),
                params={"position": (position.id,), "who": asked(view.sources(position.id, "holds"), "who_holds")},
            )


@check("law.end-of-talk")
def end_of_talk(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find positions about the legal basis behind which no interest stands, and that touch nobody's.

    Whoever only says that the law does not allow it, leaves nothing to weigh (DO "De hardnekkige misvatting").
    """
    for position in _positions(view):
        if _ends_the_talk(view, position):
            yield Observation(
                Severity.ATTENTION,
                subject=(position.id,),
                evidence=references(view.into(position.id, "holds")),
                params={"position": (position.id,), "who": asked(view.sources(position.id, "holds"), "who_holds")},
            )


def _positions(view: CaseView) -> Iterator[Node]:
    return (position for position in view.of_kind("position") if view.counts(position.id))


def _ends_the_talk(view: CaseView, position: Node) -> bool:
    about_law = text_of(position.fields, "about") == "basis"
    return about_law and not view.out(position.id, "rests_on", "serves", "harms")


@check("interest.without-position")
def without_position(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find interests of parties at the table that no position and no option on offer serves (KB 9.1.3, 9.3)."""
    served = {*serving_options(view), *_serving_positions(view)}
    for interest, edges in view.incoming("has_interest").items():
        having = [edge for edge in edges if edge.source in view.at_table]
        if having and interest not in served:
            yield Observation(
                Severity.INFO,
                subject=(interest,),
                evidence=references(having),
                params={"interest": (interest,), "actors": _sources(having)},
            )


@shared
def _serving_positions(view: CaseView) -> Mapping[NodeId, tuple[Edge, ...]]:
    """Return per interest how positions serve it, or rest on it."""
    serving: dict[NodeId, tuple[Edge, ...]] = {}
    for interest, edges in chain(view.incoming("rests_on").items(), view.incoming("serves").items()):
        if own := tuple(edge for edge in edges if _is_position(view, edge.source)):
            serving[interest] = serving.get(interest, ()) + own
    return serving


def _is_position(view: CaseView, node: NodeId) -> bool:
    return view.kind(node) == "position" and view.counts(node)


def _sources(edges: Iterable[Edge]) -> tuple[NodeId, ...]:
    return tuple(sorted({edge.source for edge in edges}))


@check("interest.unrepresented")
def unrepresented(view: CaseView, catalogue: Catalogue) -> Iterator[Observation]:
    """Find public interests that something on the map touches, while nobody at the table has or represents them.

    Milder when that is only what may go wrong, and not what is planned or done.
    """
    if not table_is_known(view):
        return
    for interest in view.of_kind("interest"):
        if text_of(interest.fields, "level") != "public" or interest.id in view.represented:
            continue
        touching = _touching(view, interest.id, "serves", "harms", "pursues")
        if touching:
            value = text_of(interest.fields, "value")
            yield Observation(
                _gravity(view, touching),
                subject=(interest.id,),
                evidence=references(touching),
                values=(value,) if value in catalogue else (),
                params={"interest": (interest.id,), "items": _weightiest_first(view, touching)},
            )


@check("interest.silent-group")
def silent_group(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find groups that something on the map hits, serves or harms, and that nobody at the table represents.

    Milder when that is only what may go wrong, and not what is planned, done or felt already.
    """
    if not table_is_known(view):
        return
    for group in view.groups:
        touching = [edge for edge in view.into(group.id, "hits", "serves", "harms") if in_play(view, edge.source)]
        if touching and group.id not in view.represented:
            yield Observation(
                _gravity(view, touching),
                subject=(group.id,),
                evidence=references(touching),
                params={"group": (group.id,), "items": _weightiest_first(view, touching)},
            )


def _gravity(view: CaseView, touching: Iterable[Edge]) -> Severity:
    """Tell how serious it is that something is touched for which nobody speaks."""
    certain = any(not _may_not_happen(view.nodes[edge.source]) for edge in touching)
    return Severity.SERIOUS if certain else Severity.ATTENTION


def _weightiest_first(view: CaseView, touching: Iterable[Edge]) -> tuple[NodeId, ...]:
    """Return what touches something: plans before what is felt already, harm before good, what may not happen last."""
    harming = {edge.source for edge in touching if edge.relation in ("harms", "hits")}

    def place(one: NodeId) -> tuple[bool, bool, bool]:
        node = view.nodes[one]
        return _may_not_happen(node), node.kind == "problem", one not in harming

    return tuple(sorted(_sources(touching), key=place))


def _may_not_happen(node: Node) -> bool:
    is_accident = node.kind == "dataflow" and text_of(node.fields, "status") == "unintended"
    return node.kind == "risk" or is_accident


@check("interest.absent-judged", "", "hearsay")
def absent_judged(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find parties that are not at the table, and that are judged there or known by hearsay only (KB 4.4, 9.2).

    That a party without whom there is no solution is known by hearsay has a finding of its own.
    """
    if not table_is_known(view):
        return
    spared, unheard = group_ids(view) | view.at_table, needed_unheard(view)
    for actor in view.ids("actor"):
        if actor in spared:
            continue
        judging, hearsay = _judging(view, actor), () if actor in unheard else _hearsay(view, actor)
        if judging or hearsay:
            yield Observation(
                Severity.ATTENTION,
                subject=(actor,),
                evidence=references((*judging, *hearsay)),
                variant="" if judging else "hearsay",
                params={"actors": (actor,), "items": _sources(judging)},
            )


def _judging(view: CaseView, actor: NodeId) -> list[Edge]:
    """Return how items speak of an actor, without what only the actor itself says."""
    return [
        edge for edge in view.into(actor, "speaks_of") if view.counts(edge.source) and _is_said_by_others(view, edge)
    ]


def _is_said_by_others(view: CaseView, speaks_of: Edge) -> bool:
    return set(view.sources(speaks_of.source, *_ANSWERABLE)) != {speaks_of.target}


def _is_known_by_hearsay(view: CaseView, actor: NodeId) -> bool:
    """Tell whether it is a finding that a party is not at the table and known by hearsay only."""
    is_elsewhere = actor not in view.at_table and actor not in group_ids(view)
    return is_elsewhere and table_is_known(view) and bool(_hearsay(view, actor))


def _hearsay(view: CaseView, actor: NodeId) -> tuple[Edge, ...]:
    """Return what is said of an actor on the map when all of that is second-hand, and else nothing."""
    said = attributed(view, actor)
    return said if all(map(is_second_hand, said)) else ()


@check("interest.frame")
def frame(view: CaseView, catalogue: Catalogue) -> Iterator[Observation]:
    """Find positions that plead a public value without limit and serve an own interest of who takes them (KB 9.1.4).

    Silent about an own interest that the party names itself as what its position comes from: it is open about that
    (KB 9.2), and "we want to be heard" is no frame.
    """
    public = _public_values(view)
    for position, resting in view.outgoing("rests_on").items():
        pleaded = [edge for edge in resting if edge.target in public]
        if not pleaded or not _is_position(view, position) or _knows_a_limit(view, position):
            continue
        own = _own_interests_served(view, position)
        if own:
            values = {public[edge.target] for edge in pleaded}
            yield Observation(
                Severity.INFO,
                subject=(position,),
                evidence=references((*pleaded, *own)),
                values=tuple(value for value in values if value in catalogue),
                params={
                    "position": (position,),
                    "pleaded": _targets(pleaded),
                    "own": _targets(edge for edge in own if edge.relation == "has_interest"),
                    "actors": _sources(edge for edge in own if edge.relation == "has_interest"),
                },
            )


def _knows_a_limit(view: CaseView, position: NodeId) -> bool:
    """Tell whether a position says how far it goes, or which interest it is at the expense of."""
    harmed = view.targets(position, "harms")
    return text_of(view.nodes[position].fields, "limit") != "" or any(view.kind(one) == "interest" for one in harmed)


@shared
def _public_values(view: CaseView) -> Mapping[NodeId, str]:
    """Return the value of each public interest that has one."""
    public = (one for one in view.of_kind("interest") if text_of(one.fields, "level") == "public")
    return {one.id: value for one in public if (value := text_of(one.fields, "value"))}


def _own_interests_served(view: CaseView, position: NodeId) -> list[Edge]:
    """Return how a position serves own interests of actors that take it, and that they have these.

    Without interests that an actor openly says the position rests on.
    """
    serving = {edge.target: edge for edge in view.out(position, "rests_on", "serves")}
    return [
        edge
        for holds in view.into(position, "holds")
        for having in view.out(holds.source, "has_interest")
        if having.target in serving and text_of(view.nodes[having.target].fields, "level") == "own"
        if not _is_open_about(view, having, serving[having.target])
        for edge in (holds, having, serving[having.target])
    ]


def _is_open_about(view: CaseView, having: Edge, serving: Edge) -> bool:
    """Tell whether an actor itself says that it has an own interest, and that a position rests on it."""
    is_said = view.nodes[having.target].origin == "stated" and not is_second_hand(having)
    return serving.relation == "rests_on" and is_said


def _targets(edges: Iterable[Edge]) -> tuple[NodeId, ...]:
    return tuple(sorted({edge.target for edge in edges}))


@check("interest.only-own")
def only_own(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Notice that the parties at the table brought in interests, and not one public one (KB 9.1.4, 9.3)."""
    levels = _levels(view)
    spoken_for = [
        edge
        for relation in _SPEAKING_FOR
        for actor, edges in view.outgoing(relation).items()
        for edge in edges
        if actor in view.at_table and edge.target in levels
    ]
    if spoken_for and all(levels[edge.target] in ("own", "collective") for edge in spoken_for):
        yield Observation(
            Severity.ATTENTION,
            subject=(),
            evidence=references(spoken_for),
        )


@shared
def _levels(view: CaseView) -> Mapping[NodeId, str]:
    """Return whose each interest is: public, collective or own; empty where that is not filled in."""
    return {interest.id: text_of(interest.fields, "level") for interest in view.of_kind("interest")}


@check("interest.unconfirmed")
def unconfirmed(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find interests on which others build, and that the party to which they are ascribed has not confirmed (KB 4.4).

    One finding for each party, since it is one conversation. Silent about a party of which nothing at all comes from
    itself, when that has a finding of its own: there all of it is asked.
    """
    owner = text_of(view.map.fields, "owner") if view.map is not None else ""
    served = serving_options(view)
    for actor, having in view.outgoing("has_interest").items():
        ascribed = [edge for edge in having if not flag_of(edge.fields, "confirmed")]
        building = [(edge, *served.get(edge.target, ()), *_positions_of_others(view, edge)) for edge in ascribed]
        doubtful = [edges for edges in building if len(edges) > 1]
        if not doubtful or actor == owner:
            continue
        if actor not in needed_unheard(view) and not _is_known_by_hearsay(view, actor):
            yield Observation(
                Severity.INFO,
                subject=(actor,),
                evidence=references(chain.from_iterable(doubtful)),
                params={"actors": (actor,), "interests": _targets(edges[0] for edges in doubtful)},
            )


def _positions_of_others(view: CaseView, having: Edge) -> list[Edge]:
    serving = _serving_positions(view).get(having.target, ())
    return [edge for edge in serving if set(view.sources(edge.source, "holds")) - {having.source}]


@shared
def group_ids(view: CaseView) -> frozenset[NodeId]:
    """Return the actors that are a group of people."""
    return frozenset(group.id for group in view.groups)


@shared
def table_is_known(view: CaseView) -> bool:
    """Tell whether silence says something: with parties on the map, somebody's presence must have been recorded.

    A map on which nobody filled in who is at the table leaves unknown who is missing there.
    """
    actors = set(view.ids("actor"))
    parties = actors - group_ids(view)
    return not parties or any(map(view.presence, actors))


def _touching(view: CaseView, interest: NodeId, *relations: str) -> list[Edge]:
    return [
        edge
        for edge in view.into(interest, *relations)
        if view.kind(edge.source) in _TOUCHING and in_play(view, edge.source)
    ]
