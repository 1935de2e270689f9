"""What a line gives that says why ("want: …", "because …"): something one can check, something one wants, or a reason.

What people write behind "want" under a position is any of these (KB 4: the interest is behind the position, and is what
the question why leads to). What tells them apart is how the line is worded: a number or a source is for a fact; wanting
and needing, and a bare thing without a verb ("rust", "privacy van cliënten"), is for an interest; any other sentence is
an argument. It is a proposal: a person sees it, and which of them were mere guesses.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from gvkaart.domain.glossary import LANGUAGES
from gvkaart.domain.text import fold
from gvkaart.words import load_words

_NUMBER: Final = re.compile(r"\d")
_BARE: Final = 3
"""A line of so few words without a verb names a thing."""


class Judged(NamedTuple):
    """The kind of a reason, and whether nothing in its words points there."""

    kind: str
    unsure: bool = False


def judge_reason(title: str) -> Judged:
    """Return which kind a line is likeliest to be: a fact, an interest, or an argument."""
    words = _form(title).split()
    sentence = f" {' '.join(words)} "
    if _NUMBER.search(sentence) or _has(sentence, "count"):
        return Judged("fact")
    if _has(sentence, "want"):
        return Judged("interest")
    if _has(sentence, "verb"):
        return Judged("argument")
    if len(words) <= _BARE or _begins(sentence, "more") or _has(f" {words[1]} ", "of"):
        return Judged("interest")
    return Judged("argument", unsure=True)


def _has(sentence: str, key: str) -> bool:
    return any(f" {word} " in sentence for word in _words(key))


def _begins(sentence: str, key: str) -> bool:
    return any(sentence.startswith(f" {word} ") for word in _words(key))


@cache
def _words(key: str) -> tuple[str, ...]:
    """Return the words of a sort in both languages: notes are typed in either."""
    return tuple(dict.fromkeys(form for language in sorted(LANGUAGES) for form in _listed(language, key)))


def _listed(language: str, key: str) -> Iterable[str]:
    return map(_form, load_words(language).text(f"outline.reason.{key}").split(","))


def _form(text: str) -> str:
    return " ".join(re.sub(r"[^\w%€'\u2019-]+", " ", fold(text)).split())
