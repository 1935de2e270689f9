"""What a line of an outline says of itself beside its title: a kind ("Belang: …"), a relation ("betwist: …")."""

import re
from typing import Final, NamedTuple

from gvkaart.domain.text import fold
from gvkaart.exchange.outline_lines import Line
from gvkaart.exchange.outline_words import Vocabulary, Way

_BRACKETED: Final = re.compile(r"[\[(]([^\])]{1,40})[\])]\s*:?\s*(?=\S)")
_COLON: Final = re.compile(r"([^:]{1,40}):\s*(?=\S)")
_DASHED: Final = re.compile(r"(\S[^\-\u2013\u2014]{1,38}?)\s+[\-\u2013\u2014]\s+(?=\S)")
_SHORT: Final = 2
"""A prefix of so few letters needs a colon behind it: "a: CAK", not "a - CAK"."""
_LONGEST_PHRASE: Final = 5
"""Words in the longest phrase that stands for a relation without a colon behind it; one word alone needs a colon."""


class Said(NamedTuple):
    """What a line says: its title, and its kind and relations where it names them."""

    title: str
    kind: str = ""
    ways: tuple[Way, ...] = ()


def heading_of(line: Line, vocabulary: Vocabulary) -> str:
    """Return the kind that a line only announces ("Belangen", "Belang:", "## Belangen"); empty for all other lines."""
    bare = line.body.rstrip(":")
    word = _form(bare)
    if word in vocabulary.many:
        return vocabulary.many[word]
    announces = line.heading or bare != line.body
    return vocabulary.kinds.get(word, "") if announces and len(word) > _SHORT else ""


def read_prefixes(body: str, vocabulary: Vocabulary) -> Said:
    """Return what a line says of itself."""
    kind, rest = _kind(body, vocabulary)
    if kind:
        return Said(_bare(rest), kind)
    ways, rest = _ways(body, vocabulary)
    kind, rest = _kind(rest, vocabulary) if ways else ("", rest)
    if not kind:
        kind, rest = _kind_behind(rest, vocabulary)
    return Said(_bare(rest), kind, ways)


def _kind(body: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the kind that a line names, empty for none, and the rest of the line."""
    for pattern, shortest in ((_BRACKETED, 1), (_COLON, 1), (_DASHED, _SHORT + 1)):
        found = pattern.match(body)
        if found is not None and len(word := _form(found[1])) >= shortest and word in vocabulary.kinds:
            return vocabulary.kinds[word], body[found.end() :]
    return "", body


def _kind_behind(body: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Return the kind that stands in brackets behind a title ("De dorpsraad (actor)"), and the title."""
    whole = _bare(body)
    title, bracket, word = whole[:-1].rpartition("(" if whole.endswith(")") else "[")
    if not (title.strip() and bracket and whole.endswith((")", "]")) and len(form := _form(word)) > _SHORT):
        return "", body
    kind = vocabulary.kinds.get(form, "")
    return kind, title.rstrip() if kind else body


def _ways(body: str, vocabulary: Vocabulary) -> tuple[tuple[Way, ...], str]:
    """Return the relations that a line may begin with, and the rest of the line."""
    found = _COLON.match(body)
    if found is not None and (ways := vocabulary.ways.get(_form(found[1]))):
        return ways, body[found.end() :]
    words = body.split(" ")
    for count in range(min(_LONGEST_PHRASE, len(words) - 1), 1, -1):
        if ways := vocabulary.ways.get(_form(" ".join(words[:count]))):
            return ways, " ".join(words[count:])
    return (), body


def _bare(title: str) -> str:
    """Leave out the colon with which a line announces what stands under it."""
    return title.rstrip(": ") or title


def _form(text: str) -> str:
    return " ".join(fold(text).split())
