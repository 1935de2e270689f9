"""Finding by typing: which of many short texts are meant by a few letters, best first.

Case and diacritics do not count. Every word that was typed must be found, in any order: at the beginning of a word, as
another inflection of one, or inside one. `loosely` also takes letters that merely follow each other, as "opal" in
"Opslaan als": good for a hundred commands whose names one half remembers, noise among thousands of titles.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeVar

from gvkaart.domain.text import clean_text, fold
from gvkaart.store.stemming import stem

_WORD: Final = re.compile(r"\w+")
_AT_WORD, _INFLECTED, _INSIDE, _LOOSE = range(4)

_T = TypeVar("_T")

Cost = tuple[int, bool]
"""How far a text is from what was typed; less is nearer."""


@dataclass(frozen=True, slots=True)
class _Needle:
    """What was typed, taken apart once for many texts."""

    words: tuple[str, ...]
    loosely: bool = False

    def cost(self, text: str) -> Cost | None:
        """Return how far a folded text is from what was typed, None when that is not in it.

        First counts how well the worst word was found, then whether the text begins with the first.
        """
        worst = _AT_WORD
        for word in self.words:
            found = _how(word, text, loosely=self.loosely)
            if found is None:
                return None
            worst = max(worst, found)
        return worst, not text.startswith(self.words[0])


def _needle(typed: str, *, loosely: bool = False) -> _Needle:
    """Take apart what was typed; nothing in it is a command."""
    return _Needle(tuple(fold(clean_text(typed)).split()), loosely)


def ranked(typed: str, texts: Iterable[tuple[str, _T]], *, loosely: bool = False) -> list[_T]:
    """Return what is meant, best first; what is equally good stays in order. Without a word that is everything.

    Args:
        typed: what the user typed.
        texts: each text, in its folded form, with what it stands for.
        loosely: see the module.
    """
    wanted = _needle(typed, loosely=loosely)
    if not wanted.words:
        return [one for _, one in texts]
    found = ((wanted.cost(text), number, one) for number, (text, one) in enumerate(texts))
    hits = [(cost, number, one) for cost, number, one in found if cost is not None]
    return [one for _, _, one in sorted(hits, key=lambda hit: hit[:2])]


def _how(word: str, text: str, *, loosely: bool) -> int | None:
    """Tell how well a word is found in a text."""
    first = at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    if at >= 0:
        return _AT_WORD
    if stem(word) in _stems(text):
        return _INFLECTED
    if first >= 0:
        return _INSIDE
    return _LOOSE if loosely and _follow_each_other(word, text) else None


def _follow_each_other(letters: str, text: str) -> bool:
    """Tell whether letters follow each other in a text, the first at the beginning of a word."""
    rests = (iter(text[word.start() :]) for word in _WORD.finditer(text) if word.group().startswith(letters[0]))
    return any(all(letter in rest for letter in letters) for rest in rests)


@lru_cache(maxsize=2**14)
def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, _WORD.findall(text)))
