"""Pieces of the puzzle: which information lies with whom, and what nobody has put together.

The essay (DO, "Het probleem van de losse puzzelstukken") tells of signals that were all there, each on another table:
everybody had a piece, nobody had the picture. Information then is not missing, it lies apart. Here that is read of a
map:

* A *piece* is a fact, a problem or a data flow. It lies with an actor that claims or accepts the fact or problem, or
  that sends, receives, links or sees the data; of a flow that is only proposed or agreed, with those that will send it.
  A flow that several actors send is as many pieces: each has its own part, whoever receives, links or sees has all.
  To dispute a fact is to know of it, not to have it. A source is where a piece was read, not where it lies. What was
  settled as false, and what nobody stands behind any more, is no piece.
* A piece *matters* to an actor when it supports or undermines a position that the actor holds or a purpose that it aims
  at or acts in; when the data are needed for such a purpose; or when the piece speaks of the actor, hits or harms it,
  or serves or harms an interest that the actor has. That it should have the piece is not said: data may lie apart for a
  good reason.
* A *picture* is what pieces bear upon together: a position, an option, a purpose or a problem, and a question through
  the positions and options that answer it. Its pieces are the facts that support or undermine it, the facts and
  problems that lead to it, the data that it needs, and the data that an option contains.
* A picture *lies apart* when at least two of its pieces lie with somebody, and no single actor has all of these.

Everything is one step over the edges, so that a reader can follow it, and it costs time in proportion to them; only
what both many actors send and many receive costs the product.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from gvkaart.analysis.containing import contents
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, Node, NodeId

_PIECES: Final = ("fact", "problem", "dataflow")
_PICTURES: Final = ("question", "position", "option", "purpose", "problem")
_SAYING: Final = ("claims", "accepts")
_GETTING: Final = ("receives", "links", "sees")
_NOT_THERE_YET: Final = ("proposed", "agreed")
_BEARING: Final = ("supports", "undermines", "causes", "needed_for")
"""Relations by which a piece belongs to a picture."""

_BEHIND: Final = ("holds", "aims_at", "acts_in")
_TOUCHING: Final = ("serves", "harms", "hits", "speaks_of")
_FEWEST: Final = 2


class Part(NamedTuple):
    """One piece: an item, or what one of several senders adds to a data flow."""

    item: NodeId
    sender: NodeId | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of information.

    Attributes:
        parts: with whom each piece of it lies; empty when it lies with nobody.
        having: the edges that say so.
        disputing: the edges of actors that know of it and say that it is not so.
        unaware: the edges of actors that do not know of it.
        matters: per actor to whom it matters, the items through which it does; itself when it touches the actor.
    """

    item: NodeId
    parts: Mapping[Part, frozenset[NodeId]]
    having: tuple[Edge, ...]
    disputing: tuple[Edge, ...]
    unaware: tuple[Edge, ...]
    matters: Mapping[NodeId, tuple[NodeId, ...]]

    @property
    def holders(self) -> frozenset[NodeId]:
        """The actors with whom it lies, or a part of it."""
        return frozenset(edge.source for edge in self.having)

    @property
    def without(self) -> tuple[NodeId, ...]:
        """The actors to whom it matters and who neither have anything of it nor dispute it, as far as is known."""
        return tuple(sorted(self.matters.keys() - self.holders - {edge.source for edge in self.disputing}))


@dataclass(frozen=True, slots=True)
class Picture:
    """What lies apart: pieces that together bear upon something, and that nobody has all of.

    Attributes:
        target: what they bear upon.
        holders: per piece, with whom it lies; pieces that lie with nobody are not there.
        nearest: the actors that have most of the pieces.
    """

    target: NodeId
    holders: Mapping[Part, frozenset[NodeId]]
    nearest: tuple[NodeId, ...]

    def lacked_by(self, actor: NodeId) -> tuple[Part, ...]:
        """Return the pieces that an actor does not have."""
        return tuple(part for part, actors in self.holders.items() if actor not in actors)


@dataclass(frozen=True, slots=True)
class Puzzle:
    """All pieces of a map, and what lies apart on it; both in the order of their kinds, then by title."""

    pieces: tuple[Piece, ...]
    pictures: tuple[Picture, ...]


def puzzle(view: CaseView) -> Puzzle:
    """Read which information lies with whom on a map as of its round, and what nobody has put together."""
    pieces = {piece.item: piece for piece in pieces_of(view)}
    pictures = (_picture(view, target, pieces) for target in _sorted(view, _PICTURES) if view.counts(target.id))
    return Puzzle(tuple(pieces.values()), tuple(picture for picture in pictures if picture is not None))


def pieces_of(view: CaseView, kinds: Iterable[str] = _PIECES) -> Iterator[Piece]:
    """Read which information of these kinds lies with whom, in the order of the kinds, then by title."""
    return (_piece(view, node) for node in _sorted(view, kinds) if _is_information(view, node))


def _sorted(view: CaseView, kinds: Iterable[str]) -> Iterator[Node]:
    for kind in kinds:
        yield from sorted(view.of_kind(kind), key=lambda node: (node.title.casefold(), node.id))


def _is_information(view: CaseView, node: Node) -> bool:
    return view.counts(node.id) and text_of(node.fields, "settled") != "false"


# --- pieces -----------------------------------------------------------------------------------------------------------


def _piece(view: CaseView, node: Node) -> Piece:
    getting = () if text_of(node.fields, "status") in _NOT_THERE_YET else _GETTING
    having = view.into(node.id, *_SAYING, "sends", *getting)
    return Piece(
        node.id,
        _parts(node.id, having),
        having,
        view.into(node.id, "disputes"),
        view.into(node.id, "unaware_of"),
        _matters(view, node.id),
    )


def _parts(item: NodeId, having: Iterable[Edge]) -> Mapping[Part, frozenset[NodeId]]:
    """Return with whom each part of an item lies; only what several actors send has more parts than one."""
    senders = {edge.source for edge in having if edge.relation == "sends"}
    others = frozenset(edge.source for edge in having if edge.relation != "sends")
    if len(senders) < _FEWEST:
        everybody = others | senders
        return {Part(item): everybody} if everybody else {}
    return {Part(item, sender): others | {sender} for sender in sorted(senders)}


def _matters(view: CaseView, item: NodeId) -> Mapping[NodeId, tuple[NodeId, ...]]:
    matters: dict[NodeId, set[NodeId]] = {}
    for actor, through in _mattering(view, item):
        if view.nodes[actor].kind == "actor":
            matters.setdefault(actor, set()).add(through)
    return {actor: tuple(sorted(through)) for actor, through in sorted(matters.items())}


def _mattering(view: CaseView, item: NodeId) -> Iterator[tuple[NodeId, NodeId]]:
    """Yield to whom an item matters, and through what; options too, that aim at the same purpose."""
    for bearing in view.targets(item, "supports", "undermines", "needed_for"):
        if view.counts(bearing):
            yield from ((actor, bearing) for actor in view.sources(bearing, *_BEHIND))
    for touched in view.targets(item, *_TOUCHING):
        yield touched, item
        yield from ((actor, touched) for actor in view.sources(touched, "has_interest"))


# --- pictures ---------------------------------------------------------------------------------------------------------


def _picture(view: CaseView, target: Node, pieces: Mapping[NodeId, Piece]) -> Picture | None:
    """Return a picture that lies apart; None when somebody has all of it, or there are not two pieces."""
    items = (item for item in dict.fromkeys(_bearing_upon(view, target)) if item in pieces)
    holders = {part: actors for item in items for part, actors in pieces[item].parts.items()}
    had = Counter(actor for actors in holders.values() for actor in actors)
    most = max(had.values(), default=0)
    if len(holders) < _FEWEST or most == len(holders):
        return None
    return Picture(target.id, holders, tuple(sorted(actor for actor, count in had.items() if count == most)))


def _bearing_upon(view: CaseView, target: Node) -> Iterator[NodeId]:
    """Yield what bears upon something, and what is in it; upon a question, through what answers it."""
    if target.kind == "question":
        answers = (view.nodes[one] for one in view.sources(target.id, "answers") if view.counts(one))
        for answer in answers:
            yield from _bearing_upon(view, answer)
    yield from view.sources(target.id, *_BEARING)
    if target.kind == "option":
        yield from sorted(contents(view, target.id))
