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


FUNCTION_WORDS: Final = frozenset(
    words_of(
        "de het een en of van voor in op aan met bij te om door naar uit over tot per dat die dit deze er als dan ook "
        "is zijn was waren wordt worden werd kan kunnen zal zullen heeft hebben had wie wat waar waarin waarmee waarop "
        "waarbij waarvoor daarbij daarvoor daarom want zodat zo welke hun haar zich men iets iemand "
        "ik mij me mijn wij we ons onze jij je jou jouw u uw jezelf hij hem zij ze elkaar "
        "the a an and or of for in on at with by to from into that which this these it as are be been has have can may "
        "who what where their its"
    )
)
"""Words that say nothing of the matter itself. A denial is not among them: it turns a definition round."""
