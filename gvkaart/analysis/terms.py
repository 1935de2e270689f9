"""When two terms are the same word, and where a term occurs in a text.

Terms are compared without case and diacritics, and in their simple Dutch inflections: plural, the -e of an adjective,
the -s. Forms are made, not guessed back: ``signaal`` gives ``signalen``, and ``wet`` gives ``wetten`` but never
``weten``. A compound is another word: ``fraudesignaal`` is no ``signaal``. English plurals in -s fit as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final

from gvkaart.domain.text import fold

_WORD: Final = re.compile(r"[^\W_]+")
_INNER_APOSTROPHE: Final = re.compile("(?<=\\w)['\u2019](?=\\w)")
_ARTICLES: Final = frozenset(("de", "het", "een"))
_SYLLABLE: Final = re.compile("[aeiouy]+")
_SHORT_END: Final = re.compile(r"(?:^|[^aeiouy])[aeiou][bdfgklmnprst]")
_LONG_END: Final = re.compile(r".*(aa|ee|oo|uu)[bdfgklmnprst]")
_LONG_PLURAL: Final = re.compile(r".*[^aeiou][aeou][bdfgklmnprstvz]")
_VOICED: Final = {"f": "v", "s": "z"}
_UNVOICED: Final = {"v": "f", "z": "s"}
_IRREGULAR: Final = {
    "bad": "baden",
    "blad": "bladen",
    "dag": "dagen",
    "gat": "gaten",
    "glas": "glazen",
    "graf": "graven",
    "hof": "hoven",
    "kind": "kinderen",
    "lid": "leden",
    "pad": "paden",
    "schip": "schepen",
    "schot": "schoten",
    "slag": "slagen",
    "slot": "sloten",
    "spel": "spelen",
    "stad": "steden",
    "vat": "vaten",
    "weg": "wegen",
    "criterium": "criteria",
    "datum": "data",
    "gebed": "gebeden",
    "gebod": "geboden",
    "lidstaat": "lidstaten",
    "medium": "media",
    "verbod": "verboden",
}
"""Plurals that follow no rule used here, of words that a case about data may well use."""
_SHORTEST_PLURAL: Final = 5
"""In letters; shorter words in -en or -s, such as een and kans, are not taken for a plural."""
_MOST_WORDS: Final = 4
"""Of a longer term only the last word is inflected, so that the number of forms stays small."""

Word = tuple[str, ...]
"""A term or a passage as folded words, in order."""


def words_of(text: str) -> Word:
    """Split a text into words without case and diacritics; ``foto's`` is one word."""
    folded = text.lower() if text.isascii() else fold(text)
    if "'" in folded or "\u2019" in folded:
        folded = _INNER_APOSTROPHE.sub("", folded)
    return tuple(_WORD.findall(folded))


def essence(text: str) -> Word:
    """Return what a definition says when case, punctuation and the articles de, het and een do not count."""
    return tuple(word for word in words_of(text) if word not in _ARTICLES)


@lru_cache(maxsize=4096)
def inflections(word: str) -> frozenset[str]:
    """Return a folded word with its plurals, its inflected form, and the singulars it may be the plural of."""
    bases = {word, *_singulars(word)}
    return frozenset(bases.union(*(_inflected(base) for base in bases)))


def _inflected(base: str) -> Iterator[str]:
    """Yield the plurals and the -e and -s forms of a word in its plain form."""
    yield f"{base}s"
    if base in _IRREGULAR:
        yield _IRREGULAR[base]
        return
    if base.endswith("heid"):
        yield f"{base[:-4]}heden"
    if base.endswith(("ie", "ee")):
        yield f"{base}en"
    elif base.endswith("e"):
        yield f"{base}n"
    else:
        for stem in _stems(base):
            yield f"{stem}en"
            yield f"{stem}e"


def _stems(base: str) -> Iterator[str]:
    """Yield the forms that a word takes before -en and -e: wet, wett; signaal, signal; brief, briev."""
    last = base[-1:]
    if _LONG_END.fullmatch(base):
        shortened = base[:-2] + last
        yield shortened
        yield from _voiced(shortened)
    elif _SHORT_END.fullmatch(base[-3:]):
        yield base + last
        if len(_SYLLABLE.findall(base)) > 1:
            yield base
    else:
        yield base
        yield from _voiced(base)


def _voiced(stem: str) -> Iterator[str]:
    if stem[-1:] in _VOICED:
        yield stem[:-1] + _VOICED[stem[-1]]


def _singulars(word: str) -> Iterator[str]:
    """Yield the words of which this may be the plural: begrippen, begrip; signalen, signaal; gegevens, gegeven."""
    yield from (singular for singular, plural in _IRREGULAR.items() if plural == word)
    if word.endswith("heden"):
        yield f"{word[:-5]}heid"
    elif word.endswith("en") and len(word) >= _SHORTEST_PLURAL:
        yield from _singulars_of_stem(word[:-2])
    elif word.endswith("s") and len(word) >= _SHORTEST_PLURAL:
        yield word[:-1]


def _singulars_of_stem(stem: str) -> Iterator[str]:
    last = _UNVOICED.get(stem[-1], stem[-1])
    if stem.endswith("ee"):
        yield stem
    elif stem[-1] == stem[-2]:
        yield stem[:-1]
    elif _LONG_PLURAL.fullmatch(stem):
        yield f"{stem[:-1]}{stem[-2]}{last}"
        if len(_SYLLABLE.findall(stem)) > 1:
            yield stem
    else:
        yield stem[:-1] + last


def forms_of(term: str) -> frozenset[Word]:
    """Return the word sequences in which a term may appear; empty when it holds no word."""
    words = words_of(term)
    if not words:
        return frozenset()
    short = len(words) <= _MOST_WORDS
    before = [_with_and_without_e(word) if short else {word} for word in words[:-1]]
    return frozenset(product(*before, inflections(words[-1])))


def _with_and_without_e(word: str) -> set[str]:
    """Return an adjective with and without its -e: gezamenlijk, gezamenlijke; vaag, vage."""
    plain = set(_singulars(f"{word}n")) if word.endswith("e") else {word}
    return {word, *plain, *(f"{stem}e" for base in plain for stem in _stems(base))}


@dataclass(frozen=True)
class TermIndex:
    """Terms grouped by word, and a matcher that finds all of them in a text in one pass over its words."""

    group_of_form: Mapping[Word, int]
    longest: Mapping[str, int]

    def groups_in(self, text: str) -> frozenset[int]:
        """Return the groups of which a term occurs in a text as whole words; a longer term hides those inside it."""
        words, start, found = words_of(text), 0, set()
        if self.longest.keys().isdisjoint(words):
            return frozenset()
        while start < len(words):
            length, group = self._longest_at(words, start)
            start += length
            if group is not None:
                found.add(group)
        return frozenset(found)

    def _longest_at(self, words: Word, start: int) -> tuple[int, int | None]:
        for length in range(self.longest.get(words[start], 0), 0, -1):
            group = self.group_of_form.get(words[start : start + length])
            if group is not None:
                return length, group
        return 1, None

    def group_of(self, term: str) -> int | None:
        """Return the group of a term that was indexed; None for one without words."""
        return self.group_of_form.get(words_of(term))


def index_terms(terms: Iterable[str]) -> TermIndex:
    """Group terms that are the same word in another form, and index all their forms."""
    group_of_form: dict[Word, int] = {}
    for number, term in enumerate(sorted(set(terms), key=lambda term: (words_of(term), term))):
        forms = forms_of(term)
        known = {group_of_form[form] for form in forms if form in group_of_form}
        group = min(known, default=number)
        _merge(group_of_form, known - {group}, group)
        group_of_form.update(dict.fromkeys(forms, group))
    return TermIndex(group_of_form, _longest_by_first_word(group_of_form))


def _merge(group_of_form: dict[Word, int], others: set[int], group: int) -> None:
    if others:
        group_of_form.update({form: group for form, one in group_of_form.items() if one in others})


def _longest_by_first_word(forms: Iterable[Word]) -> Mapping[str, int]:
    longest: dict[str, int] = {}
    for form in forms:
        longest[form[0]] = max(longest.get(form[0], 0), len(form))
    return longest
