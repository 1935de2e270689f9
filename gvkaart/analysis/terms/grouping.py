"""When two terms are the same word, and which groups of terms a text has.

A compound is another term: ``fraudesignaal`` is no ``signaal``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from gvkaart.analysis.terms.recogniser import Entry, Match, Recogniser
from gvkaart.analysis.terms.words import words_of
from gvkaart.domain.entities import NodeId

_MOST_KNOWN: Final = 50_000
"""Texts of which it is remembered what was found in them; more than a document of the largest size has."""


@dataclass(frozen=True, eq=False)
class TermIndex:
    """Terms grouped by word, and a recogniser that finds them in a text."""

    _group: Mapping[str, int]
    _recogniser: Recogniser
    _known: dict[str, frozenset[int]] = field(default_factory=dict)
    """What was found in texts that were looked at: after an edit nearly all of them are as they were."""

    def groups_in(self, text: str) -> frozenset[int]:
        """Return the groups of which a term occurs in a text as words of its own; a longer one hides those inside."""
        if len(self._known) > _MOST_KNOWN:
            self._known.clear()
        if text not in self._known:
            self._known[text] = self._found_in(text)
        return self._known[text]

    def _found_in(self, text: str) -> frozenset[int]:
        spans = self._recogniser.find(text)
        if not spans:
            return frozenset()
        return frozenset(self._group[term] for span in spans if span.match < Match.COMPOUND for term in span.concepts)

    def group_of(self, term: str) -> int | None:
        """Return the group of a term that was indexed; None for one without words."""
        return self._group.get(term)


def index_terms(terms: Iterable[str], not_meant: Mapping[str, Collection[str]] = MappingProxyType({})) -> TermIndex:
    """Group terms that are the same word in another form; asked again for the same terms the index is the same.

    Args:
        terms: the terms of a vocabulary.
        not_meant: by term, the words in which it is not recognised.
    """
    known = sorted({term for term in terms if words_of(term)}, key=lambda term: (words_of(term), term))
    return _index(tuple((term, tuple(not_meant.get(term, ()))) for term in known))


@lru_cache(maxsize=8)
def _index(terms: tuple[tuple[str, tuple[str, ...]], ...]) -> TermIndex:
    plain = Recogniser(Entry(NodeId(term), (term,)) for term, _not_meant in terms)
    group = {term: number for number, (term, _not_meant) in enumerate(terms)}
    for term, _not_meant in terms:
        for span in plain.spans(term):
            if span.match < Match.COMPOUND and words_of(term[span.start : span.end]) == words_of(term):
                _join(group, {group[term], *(group[one] for one in span.concepts)})
    return TermIndex(group, Recogniser(Entry(NodeId(term), (term,), without) for term, without in terms))


def _join(group: dict[str, int], numbers: set[int]) -> None:
    if len(numbers) > 1:
        group.update({term: min(numbers) for term, number in group.items() if number in numbers})
