"""What an actor says of a fact or a problem from a round on: it claims, accepts or disputes it, or does not know of it.

An actor says one thing at a time. What it said in earlier rounds stays as it was: a stand that began before the round
ends in the round before, so that one can still see who changed its mind, and when (model, section 2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView, is_second_hand
from gvkaart.domain.edit_basics import checked
from gvkaart.domain.entities import NO_ROUND, Edge, NodeId, Round, RoundId
from gvkaart.domain.errors import Rejected

STANDS: Final = ("claims", "accepts", "disputes", "unaware_of")
"""Relations with which an actor says how a fact or a problem is to it."""

_FROM_OTHERS: Final = ("reported_by", "hearsay")


def take_stand(view: CaseView, actor: NodeId, item: NodeId, relation: str, *, first_hand: bool = False) -> ChangeSet:
    """Let an actor say something of a fact or a problem from the round in view on, in place of what it said.

    It lasts as long as what it replaces, or else until the actor says something in a later round. What is corrected
    within its round keeps its fields, and what replaces a private stand is private too.

    What an actor said stands on every map that shows both, and ends by a round of one map only. So where another map
    shows it too and one of both has rounds, it cannot change: the other map would lose when it was said.

    Args:
        view: the map as of the round.
        actor: who says it.
        item: the fact or the problem.
        relation: one of `STANDS`; "" when the actor says nothing of it any more.
        first_hand: the actor says so itself, here and now: that it was known through others before does not count.

    Raises:
        Rejected: no such items, or the relation may not join these, or another map shows what would end.
    """
    said = [edge for edge in view.graph.out(actor) if edge.target == item and edge.relation in STANDS]
    now = [edge for edge in said if view.holds(edge)]
    kept = [edge for edge in now if edge.relation == relation and not (first_hand and is_second_hand(edge))][:1]
    if over := [edge for edge in now if edge not in kept]:
        _refuse_if_shown_elsewhere(view, actor, item)
    changes = {edge.key: Change(edge, _ended(view, edge)) for edge in over}
    if relation and not kept:
        new = _begun(view, Edge(actor, relation, item), over, first_hand=first_hand)
        if not over:
            new = replace(new, until_round=_before_next(view, said))
        changes[new.key] = Change(view.graph.edges.get(new.key), new)
    return checked(view.graph, changes.values())


def _refuse_if_shown_elsewhere(view: CaseView, actor: NodeId, item: NodeId) -> None:
    graph = view.graph
    for other in graph.maps.values():
        if other.id == view.map_id or not {actor, item} <= graph.on_map(other.id).keys():
            continue
        if _earlier(view, view.round) is not None or len(graph.rounds_of(other.id)) > 1:
            raise Rejected("error.stand_on_other_map", actor=actor, item=item, map=other.title)


def _earlier(view: CaseView, than: Round | None) -> Round | None:
    """Return the round of the map before another; None before the first, and on a map without rounds."""
    return next(
        (one for one in reversed(list(view.rounds.values())) if than is not None and one.position < than.position), None
    )


def _began_before(view: CaseView, edge: Edge) -> bool:
    """Tell whether an edge that holds now held in the round before too."""
    begin, before = view.rounds.get(edge.from_round), _earlier(view, view.round)
    return before is not None and (begin is None or begin.position <= before.position)


def _ended(view: CaseView, edge: Edge) -> Edge | None:
    """Return what is left of an edge in earlier rounds."""
    before = _earlier(view, view.round)
    return replace(edge, until_round=before.id) if before is not None and _began_before(view, edge) else None


def _begun(view: CaseView, new: Edge, over: Sequence[Edge], *, first_hand: bool) -> Edge:
    """Let an edge begin in this round, and take over what it should of those that are over."""
    begin = view.round.id if view.round is not None and _earlier(view, view.round) is not None else NO_ROUND
    new = replace(new, from_round=begin)
    if over:
        new = replace(new, until_round=over[-1].until_round)
    if corrected := [edge for edge in over if not _began_before(view, edge)]:
        fields = corrected[0].fields
        kept = {name: value for name, value in fields.items() if not (first_hand and name in _FROM_OTHERS)}
        new = replace(new, fields=kept)
    is_private = not first_hand and any(edge.visibility == "private" for edge in over)
    return replace(new, visibility="private") if is_private else new


def _before_next(view: CaseView, said: Sequence[Edge]) -> RoundId:
    """Return the round before the first later one in which the actor says something; none when it does not."""
    first = min(_beginnings(view, said), key=lambda one: one.position, default=None)
    before = _earlier(view, first)
    return before.id if before is not None else NO_ROUND


def _beginnings(view: CaseView, said: Sequence[Edge]) -> Iterator[Round]:
    for edge in said:
        begin = view.rounds.get(edge.from_round)
        if begin is not None and view.round is not None and begin.position > view.round.position:
            yield begin
