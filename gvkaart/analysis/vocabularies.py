"""Several vocabularies beside each other: which terms they share, and whether they mean the same by them.

Terms and definitions are compared as the vocabulary of a map compares them: what is equal here is no confusion there.
Concepts count wherever they stand, since a vocabulary that was imported is on no map.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from gvkaart.analysis.terms import essence, index_terms, words_of
from gvkaart.analysis.vocabulary import terms_of
from gvkaart.domain.derived import text_of
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.text import fold


class Agreement(StrEnum):
    """Whether frames that share a term define it alike; the first that applies, in this order."""

    DIFFERENT = "different"
    """Two frames define it, and differently."""
    MISSING = "missing"
    """Not every frame defines it."""
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class FrameMeaning:
    """What one frame means by a term; `definition` is empty when it does not say."""

    concept: NodeId
    frame: str
    definition: str


@dataclass(frozen=True, slots=True)
class SharedTerm:
    """A term that more than one frame has, with what each of them means by it, by frame and then by concept."""

    term: str
    meanings: tuple[FrameMeaning, ...]
    agreement: Agreement


def shared_terms(concepts: Iterable[Node]) -> tuple[SharedTerm, ...]:
    """Return the terms that concepts of different frames have in common, in alphabetical order.

    A concept has its title and its other terms; concepts without a frame share nothing. Concepts that share several
    terms are told once.
    """
    framed = [one for one in concepts if words_of(text_of(one.fields, "frame"))]
    index = index_terms(term for one in framed for term in terms_of(one))
    groups: dict[int, list[Node]] = {}
    for one in framed:
        for group in {index.group_of(term) for term in terms_of(one)} - {None}:
            groups.setdefault(group or 0, []).append(one)
    told: dict[frozenset[NodeId], SharedTerm] = {}
    for group, sharing in sorted(groups.items()):
        if len({words_of(text_of(one.fields, "frame")) for one in sharing}) > 1:
            terms = (term for one in sharing for term in terms_of(one) if index.group_of(term) == group)
            told.setdefault(frozenset(one.id for one in sharing), _shared(next(terms), sharing))
    return tuple(sorted(told.values(), key=lambda one: (fold(one.term), one.term, one.meanings[0].concept)))


def _shared(term: str, sharing: Iterable[Node]) -> SharedTerm:
    meanings = sorted(
        (FrameMeaning(one.id, text_of(one.fields, "frame"), text_of(one.fields, "definition")) for one in sharing),
        key=lambda one: (fold(one.frame), one.frame, one.concept),
    )
    return SharedTerm(term, tuple(meanings), _agreement(meanings))


def _agreement(meanings: Iterable[FrameMeaning]) -> Agreement:
    """Compare the definitions of different frames; a frame that says it twice is not at odds with another."""
    said = [(words_of(one.frame), essence(one.definition)) for one in meanings]
    defined = [(frame, definition) for frame, definition in said if definition]
    if any(one[0] != other[0] and one[1] != other[1] for one, other in combinations(defined, 2)):
        return Agreement.DIFFERENT
    is_complete = {frame for frame, _definition in said} == {frame for frame, _definition in defined}
    return Agreement.EQUAL if is_complete else Agreement.MISSING
