"""Terms inside a compound: gegevensdeling has gegevens, fraudesignaal has signaal.

What is left over must be a word too, so that a term is not found where its letters merely happen to stand; and no mere
beginning (voor in voorwaarde) or ending (rijk in belangrijk), which make another word of it.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Final

from gvkaart.analysis.terms.inflection import bases
from gvkaart.analysis.terms.lexicon import lemma

SHORTEST_TERM: Final = 4
"""In letters; shorter terms (wet) are part of too many words by chance."""
_SHORTEST_REST: Final = 3
_UNMISTAKABLE: Final = 6
"""In letters; before a term as long as this stands a word, whether the dictionary has it or not."""

_BEGINNINGS: Final = frozenset(
    (
        *("aan", "achter", "bij", "boven", "door", "her", "mee", "mis", "onder", "ont", "over"),
        *("tegen", "toe", "tussen", "uit", "ver", "voor", "wan", "weg", "weer"),
    )
)
_ENDINGS: Final = (
    *("achtig", "baar", "heid", "elijk", "kundig", "lijk", "loos", "loze", "matig", "rijk", "schap"),
    *("stelling", "vaardig", "waardig", "zaam"),
)

InTerms = Callable[[Collection[str]], Collection[str]]
"""Returns which of some words are terms."""


def terms_inside(word: str, in_terms: InTerms) -> tuple[str, ...]:
    """Return the terms that a folded word is made of, only the longest of them; empty when there is none."""
    found = list(_terms_inside(word, in_terms))
    longest = max(map(len, found), default=0)
    return tuple(dict.fromkeys(term for term in found if len(term) == longest))


def _terms_inside(word: str, in_terms: InTerms) -> Iterator[str]:
    for cut in range(_SHORTEST_REST, len(word) - _SHORTEST_REST + 1):
        first, second = word[:cut], word[cut:]
        if len(second) >= SHORTEST_TERM:
            yield from (term for term in in_terms(bases(second)) if _can_precede(first, term))
        if cut >= SHORTEST_TERM and (terms := in_terms(bases(first) | bases(first.removesuffix("s")))):
            yield from (term for term in terms if _can_follow(second) and not _is_ending(word.removeprefix(term)))


def _can_precede(first: str, term: str) -> bool:
    if first in _BEGINNINGS:
        return False
    return len(term) >= _UNMISTAKABLE or _is_word(first)


def _can_follow(second: str) -> bool:
    """Tell whether a part is a word, or ends in one: deling, beschermingseffectbeoordeling."""
    if _is_ending(second):
        return False
    ends = (second[cut:] for cut in range(_SHORTEST_REST, len(second) - _UNMISTAKABLE + 1))
    return (len(second) >= SHORTEST_TERM and lemma(second) is not None) or any(map(_is_word, ends))


def _is_ending(part: str) -> bool:
    return part.startswith(_ENDINGS)


def _is_word(part: str) -> bool:
    return lemma(part) is not None or (part.endswith("s") and lemma(part[:-1]) is not None)
