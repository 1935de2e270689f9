"""Of which words a written form may be an inflection: plural, the -e of an adjective, the -s, a diminutive.

The dictionary knows irregular and ambiguous forms (steden, musea, signaaltje; ``weten`` is no plural of ``wet``). Rules
of spelling know the compounds that no dictionary has (vroegsignaleringen, bronhouders). A rule is not asked when the
dictionary says that the form is a plain word already, so that ``rechts`` stays apart from ``recht``.

A stemmer was tried too (Snowball, Dutch): all it adds to these two is derivation (bestuur and bestuurder, plan and
planning, gemeente and gemeen), which are other terms. The numbers are in `docs/decisions.md`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gvkaart.analysis.terms.lexicon import lemma
from gvkaart.analysis.terms.words import folded

_SYLLABLE: Final = re.compile("[aeiouy]+")
_LONG_PLURAL: Final = re.compile(r".*[^aeiou][aeou][bdfgklmnprstvz]")
_UNVOICED: Final = {"v": "f", "z": "s"}
_SHORTEST: Final = 5
_SHORTEST_WITH_E: Final = 4
"""In letters; to shorter words, such as een and kans, no rule applies."""


@lru_cache(maxsize=1 << 15)
def bases(token: str) -> frozenset[str]:
    """Return the folded words of which a written word may be a form; itself among them."""
    word, known = folded(token), _lemma(token)
    if known == word:
        return frozenset((word,))
    return frozenset((word, *(() if known is None else (known,)), *_by_rule(token, word)))


@lru_cache(maxsize=1 << 12)
def plain_forms(token: str) -> frozenset[str]:
    """Return the folded words for which a word in a term stands: itself, and the singular when it is a plural.

    The dictionary takes ``gegeven`` for a form of geven; a term is no verb, so only what looks like its singular
    counts.
    """
    word, known = folded(token), _lemma(token)
    if known == word:
        return frozenset((word,))
    is_verb = known is not None and known.endswith("en") and not word.startswith(known)
    return frozenset((word, *(() if known is None or is_verb else (known,)), *_by_rule(token, word)))


def _lemma(token: str) -> str | None:
    """Look a written word up, as it is or else without diacritics; fold what is found."""
    written = token.lower().replace("\u2019", "'")
    known = lemma(written)
    if known is None and (bare := folded(token)) != written:
        known = lemma(bare)
    return folded(known) if known is not None else None


def _by_rule(token: str, word: str) -> Iterator[str]:
    if token.lower().endswith(("'s", "\u2019s")):
        yield word[:-1]
    if word.endswith("heden"):
        yield f"{word[:-5]}heid"
    elif word.endswith("en") and len(word) >= _SHORTEST:
        yield word[:-1]
        yield from _before_en(word[:-2])
    elif word.endswith("s") and len(word) >= _SHORTEST:
        yield word[:-1]
    elif word.endswith("e") and len(word) >= _SHORTEST_WITH_E:
        yield from _before_en(word[:-1])


def _before_en(stem: str) -> Iterator[str]:
    """Yield the words that end in -en or -e as this: begripp, begrip; signal, signaal; briev, brief; gegev, gegev."""
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
