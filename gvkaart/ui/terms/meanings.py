"""What a word means in this case: the concepts with that term, and who means what by it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gvkaart.domain.derived import is_second_hand, text_of
from gvkaart.domain.entities import NodeId
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_LONGEST: Final = 320
"""Characters of a definition beside a word; the whole stands with the concept."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One meaning of a word; empty is what is not filled in.

    Attributes:
        title: what the concept is called.
        actors: the titles of those who mean it, in the round that is looked at.
        reported: those of them of whom only others say so.
        definition: what it means, shortened; the explanation in plain words when there is no definition.
    """

    concept: NodeId
    title: str
    frame: str
    actors: tuple[str, ...]
    reported: tuple[str, ...]
    definition: str


def meanings(session: Session, concepts: Iterable[NodeId]) -> tuple[Meaning, ...]:
    """Return what concepts mean; those that are gone drop out."""
    return tuple(_meaning(session, one) for one in concepts if one in session.graph.nodes)


def _meaning(session: Session, concept: NodeId) -> Meaning:
    graph, node = session.graph, session.graph.nodes[concept]
    means = [edge for edge in graph.into(concept) if edge.relation == "means" and session.view.holds(edge)]
    first_hand = dict.fromkeys(edge.source for edge in means if not is_second_hand(edge))
    others = dict.fromkeys(edge.source for edge in means if edge.source not in first_hand)
    return Meaning(
        concept,
        node.title,
        text_of(node.fields, "frame"),
        tuple(graph.nodes[actor].title for actor in first_hand),
        tuple(graph.nodes[actor].title for actor in others),
        shortened(text_of(node.fields, "definition") or text_of(node.fields, "plain"), _LONGEST),
    )
