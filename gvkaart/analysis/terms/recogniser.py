"""Finds the terms of a vocabulary in running text: as they are, inflected, or as part of a compound.

Each different word is looked at once; after that a text costs a look in a dictionary for each of its words.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

from gvkaart.analysis.terms.compounds import SHORTEST_TERM, terms_inside
from gvkaart.analysis.terms.inflection import bases, plain_forms
from gvkaart.analysis.terms.lexicon import CORRECTED
from gvkaart.analysis.terms.words import TOKEN, Word, folded
from gvkaart.domain.derived import texts_of
from gvkaart.domain.entities import Node, NodeId

_REMEMBERED: Final = 20_000
"""So many words are remembered; then one begins anew."""
_REMEMBERED_TEXT: Final = 4_000_000
"""In characters, of all texts together: the titles and texts of a large map."""
_LONGEST_REMEMBERED: Final = 2_500
"""In characters: titles, and blocks of a source as the reader shows them."""
_ALIKE: Final = 2
"""A word and its plain form begin with as many equal letters; the exceptions are in the dictionary's corrections."""


class Match(IntEnum):
    """How a term stands in a text; a smaller number is nearer to the term."""

    EXACT = 0
    """As it is, though perhaps in other case or without its accents."""
    INFLECTED = 1
    """In another form of the same word: plural, adjective with -e."""
    COMPOUND = 2
    """As part of a longer word, or joined to one with a hyphen."""


@dataclass(frozen=True, slots=True)
class TermSpan:
    """A place in a text where a term stands.

    Attributes:
        start, end: in code points.
        concepts: ids of the concepts that have the term, in order of their ids.
    """

    start: int
    end: int
    concepts: tuple[NodeId, ...]
    match: Match


@dataclass(frozen=True, slots=True)
class Entry:
    """What one concept is called, and what is not meant by that.

    Attributes:
        not_meant: words and groups of words in which the term is not recognised as this concept.
    """

    concept: NodeId
    terms: tuple[str, ...]
    not_meant: tuple[str, ...] = ()


def entry_of(concept: Node) -> Entry:
    """Return what a concept is called: its title and its other terms."""
    return Entry(concept.id, (concept.title, *texts_of(concept.fields, "alt")), texts_of(concept.fields, "not_meant"))


@lru_cache(maxsize=8)
def recogniser_of(entries: tuple[Entry, ...]) -> "Recogniser":
    """Return the recogniser of a vocabulary; asked again for the same vocabulary it is the same one."""
    return Recogniser(entries)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a written word may be.

    Attributes:
        words: words of terms, with how it is one of them.
        inside: terms of one word that it is a compound with.
    """

    words: Mapping[str, Match]
    inside: tuple[str, ...] = ()


_NOTHING: Final = _Reading({})
"""Of a word that has to do with no term."""
_NO_WORD: Final = _Reading({})
"""Of a loose mark, that is no word when case and diacritics do not count."""


class _Hit(NamedTuple):
    """A word in a text that has to do with a term: the how manieth word, where it stands, and what it may be."""

    number: int
    start: int
    end: int
    reading: _Reading


@dataclass(eq=False)
class _Patterns:
    """Terms by their first word, each with its concepts."""

    by_first: dict[str, dict[Word, list[NodeId]]] = field(default_factory=dict)

    def add(self, words: Word, concept: NodeId) -> None:
        """Add a term of a concept."""
        self.by_first.setdefault(words[0], {}).setdefault(words, []).append(concept)

    def at(self, hits: Sequence[_Hit], place: int) -> Iterator[tuple[int, Match, list[NodeId]]]:
        """Yield the terms that begin at a hit: how many words they have, how they stand there, their concepts."""
        for first in hits[place].reading.words:
            for words, concepts in self.by_first.get(first, {}).items():
                if (match := _match(words, hits[place : place + len(words)])) is not None:
                    yield len(words), match, concepts


def _match(words: Word, hits: Sequence[_Hit]) -> Match | None:
    """Return how some words stand in a row of hits: as the one farthest from its form; None when they do not."""
    if len(hits) < len(words) or hits[-1].number - hits[0].number >= len(words):
        return None
    matches = [hit.reading.words.get(word) for word, hit in zip(words, hits, strict=True)]
    known = [match for match in matches if match is not None]
    return max(known) if len(known) == len(matches) else None


class Recogniser:
    """Finds the terms of some concepts in texts."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Know the terms of a vocabulary; a term without a word is never found."""
        self._terms, self._not_meant = _Patterns(), _Patterns()
        self._forms: dict[str, dict[str, Match]] = {}
        """Words of terms by each form that a text may have them in."""
        self._readings: dict[str, _Reading] = {}
        self._spans: dict[str, tuple[TermSpan, ...]] = {}
        self._held = 0
        for entry in entries:
            for term in dict.fromkeys(map(_written, entry.terms)):
                self._add(term, self._terms, entry.concept, plain=True)
            for words in map(_written, entry.not_meant):
                self._add(words, self._not_meant, entry.concept, plain=False)
        self._beginnings = frozenset(form[:_ALIKE] for form in self._forms)
        self._stems = frozenset(form[:SHORTEST_TERM] for form in self._forms if len(form) >= SHORTEST_TERM)

    def _add(self, written: Word, patterns: _Patterns, concept: NodeId, *, plain: bool) -> None:
        words = tuple(map(folded, written))
        if not words:
            return
        patterns.add(words, concept)
        for word, token in zip(words, written, strict=True):
            for form in plain_forms(token) if plain else (word,):
                match = Match.EXACT if form == word else Match.INFLECTED
                forms = self._forms.setdefault(form, {})
                forms[word] = min(match, forms.get(word, match))

    # --- texts --------------------------------------------------------------------------------------------------------

    def spans(self, text: str) -> tuple[TermSpan, ...]:
        """Return what `find` returns for a text, and remember it for the next time that somebody asks."""
        known = self._spans.get(text)
        if known is None:
            known = self.find(text)
            if len(text) <= _LONGEST_REMEMBERED:
                self._remember(text, known)
        return known

    def find(self, text: str) -> tuple[TermSpan, ...]:
        """Return where terms stand in a text, in its order; a longer term hides those inside it."""
        return tuple(self._find(text)) if self._forms else ()

    def _remember(self, text: str, spans: tuple[TermSpan, ...]) -> None:
        self._held += len(text)
        if self._held > _REMEMBERED_TEXT:
            self._spans.clear()
            self._held = len(text)
        self._spans[text] = spans

    def _find(self, text: str) -> Iterator[TermSpan]:
        hits = list(self._hits(text))
        excluded = self._excluded(hits)
        place = 0
        while place < len(hits):
            length, match, concepts = self._at(hits, place, excluded)
            if concepts:
                start, end = hits[place].start, hits[place + length - 1].end
                joined = Match.COMPOUND if _is_joined(text, start, end) else match
                yield TermSpan(start, end, tuple(sorted(concepts)), joined)
            place += length

    def _hits(self, text: str) -> Iterator[_Hit]:
        readings, number = self._readings, 0
        for found in TOKEN.finditer(text):
            token = found.group()
            reading = readings.get(token) or self._read_anew(token)
            if reading is not _NOTHING and reading is not _NO_WORD:
                yield _Hit(number, found.start(), found.end(), reading)
            number += reading is not _NO_WORD

    def _at(
        self, hits: Sequence[_Hit], place: int, excluded: Mapping[int, set[NodeId]]
    ) -> tuple[int, Match, set[NodeId]]:
        """Return the longest term at a hit, and how it stands there; without concepts when there is none."""
        longest, best, found = 1, Match.COMPOUND, set[NodeId]()
        without = excluded.get(hits[place].number, ())
        for length, match, concepts in self._terms.at(hits, place):
            meant = set(concepts).difference(without)
            if meant and length > longest:
                longest, best, found = length, match, meant
            elif meant and length == longest:
                best, found = min(best, match), found | meant
        if not found:
            inside = hits[place].reading.inside
            found = {one for term in inside for one in self._concepts_of(term)}.difference(without)
        return longest, best, found

    def _concepts_of(self, term: str) -> Sequence[NodeId]:
        """Return the concepts with a term of one word."""
        return self._terms.by_first.get(term, {}).get((term,), ())

    def _excluded(self, hits: Sequence[_Hit]) -> Mapping[int, set[NodeId]]:
        """Return of which words, by number, which concepts are not meant."""
        excluded: dict[int, set[NodeId]] = {}
        if self._not_meant.by_first:
            for place, hit in enumerate(hits):
                for length, _match, concepts in self._not_meant.at(hits, place):
                    for number in range(hit.number, hit.number + length):
                        excluded.setdefault(number, set()).update(concepts)
        return excluded

    # --- words --------------------------------------------------------------------------------------------------------

    def _read_anew(self, token: str) -> _Reading:
        if len(self._readings) >= _REMEMBERED:
            self._readings.clear()
        self._readings[token] = reading = self._read(token)
        return reading

    def _read(self, token: str) -> _Reading:
        word = folded(token)
        if not word:
            return _NO_WORD
        words = dict(self._forms.get(word, {}))
        if word[:_ALIKE] in self._beginnings or word in CORRECTED:
            for base in bases(token) - {word}:
                for one in self._forms.get(base, {}):
                    words.setdefault(one, Match.INFLECTED)
        inside = self._inside(word)
        return _Reading(words, inside) if words or inside else _NOTHING

    def _inside(self, word: str) -> tuple[str, ...]:
        if any(word[at : at + SHORTEST_TERM] in self._stems for at in range(len(word) - SHORTEST_TERM + 1)):
            return terms_inside(word, self._terms_among)
        return ()

    def _terms_among(self, forms: Collection[str]) -> list[str]:
        words = {word for form in forms for word in self._forms.get(form, ()) if len(word) >= SHORTEST_TERM}
        return [word for word in sorted(words) if self._concepts_of(word)]


def _written(term: str) -> Word:
    """Return the words of a term as they are written, without loose marks."""
    return tuple(token for token in TOKEN.findall(term) if folded(token))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen joins a place to another word."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[1:] == "-" and before[0].isalnum()) or (after[:1] == "-" and after[1:].isalnum())
