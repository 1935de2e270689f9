"""The Dutch dictionary: from a form of a word to the word itself (simplemma, MIT, 370,000 forms).

It is read as a stream, which takes 7 MiB and 50 µs for a form; as a Python dictionary it would take 52 MiB and 2 µs.
What was looked up is remembered. Reading it takes about half a second, so it is done when the first word is looked up,
and never in the thread of a window (`gvkaart.ui.terms` sees to that).
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_LANGUAGE: Final = "nl"

CORRECTED: Final = {"leden": "lid", "verboden": "verbod", "geboden": "gebod", "data": "data", "media": "media"}
"""Where the dictionary prefers another word (lijden, verbieden) or sees the plural of what nobody means by it."""


@lru_cache(maxsize=1)
def _dictionary() -> Mapping[str, str]:
    from simplemma.strategies import StreamDictionaryFactory

    return StreamDictionaryFactory().get_dictionary(_LANGUAGE)


def load() -> None:
    """Read the dictionary now, for instance in a worker, so that the first word need not wait for it."""
    _dictionary()


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str | None:
    """Return the plain form of a word in lower case, with its diacritics; None for a word that is not known."""
    corrected = CORRECTED.get(word)
    return corrected if corrected is not None else _dictionary().get(word)
