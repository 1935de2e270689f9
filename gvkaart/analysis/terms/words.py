"""Words: how a text falls apart into them, and the form in which they are compared."""

import re
from typing import Final

from gvkaart.domain.text import fold

TOKEN: Final = re.compile(r"[^\W_]+(?:['\u2019\u00ad\u0300-\u036f]+[^\W_]+)*")
"""A word as it is written: with apostrophes, soft hyphens and loose accents inside, without hyphens."""

_INSIDE: Final = re.compile("['\u2019\u00ad]")
_ARTICLES: Final = frozenset(("de", "het", "een"))

Word = tuple[str, ...]
"""A term or a passage as folded words, in order."""


def folded(token: str) -> str:
    """Return a word without case, diacritics and what stands inside it; may be empty for a loose mark."""
    return fold(token) if token.isascii() and "'" not in token else fold(_INSIDE.sub("", token))


def words_of(text: str) -> Word:
    """Split a text into words without case and diacritics; ``foto's`` is one word."""
    return tuple(word for word in map(folded, TOKEN.findall(text)) if word)


def essence(text: str) -> Word:
    """Return what a definition says when case, punctuation and the articles de, het and een do not count."""
    return tuple(word for word in words_of(text) if word not in _ARTICLES)
