"""That an actor has confirmed what it is said to want: a position it takes, or an interest it has (KB 9.1.4).

As in `gvkaart.domain.edits`: a pure function from a map and a wish to changes.
"""

from dataclasses import replace
from typing import Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.edit_basics import checked, with_field
from gvkaart.domain.entities import NO_ROUND, Edge, NodeId

WANTING: Final = ("holds", "has_interest")
"""Relations from an actor to what it wants."""


def confirm(view: CaseView, actor: NodeId, item: NodeId, *, is_confirmed: bool) -> ChangeSet:
    """Say whether an actor has confirmed that it takes a position or has an interest.

    An interest that was only inferred from its positions becomes one that it has; a private one when all that it was
    inferred from is private.

    Args:
        view: the map as of a round.
        actor: who wants it.
        item: the position or the interest.
        is_confirmed: False to take back that it was confirmed.

    Raises:
        Rejected: no such items, or an actor cannot want this.
    """
    wanting = [edge for edge in view.out(actor, *WANTING) if edge.target == item]
    if is_confirmed and not wanting:
        wanting = [_inferred(view, actor, item)]
    told = (with_field(edge, "confirmed", is_confirmed or None) for edge in wanting)
    changes = (Change(view.graph.edges.get(new.key), new) for new in told)
    return checked(view.graph, [change for change in changes if change.old != change.new])


def _inferred(view: CaseView, actor: NodeId, interest: NodeId) -> Edge:
    """Return the edge by which an actor has what lies under its positions; from this round on if it once was over."""
    edge = Edge(actor, "has_interest", interest, visibility=_visibility(view, actor, interest))
    is_over = edge.key in view.graph.edges and view.round is not None
    return replace(edge, from_round=view.round.id if is_over and view.round is not None else NO_ROUND)


def _visibility(view: CaseView, actor: NodeId, interest: NodeId) -> str:
    """Return for whom an inferred interest is: private when every way to it leads over something private."""
    ways = [
        {held.visibility, view.nodes[held.target].visibility, resting.visibility}
        for held in view.out(actor, "holds")
        for resting in view.out(held.target, "rests_on")
        if resting.target == interest
    ]
    return "private" if ways and all("private" in way for way in ways) else "analysis"
