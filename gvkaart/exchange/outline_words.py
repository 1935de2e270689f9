"""The words by which a line of an outline says what it is and how it hangs on the line above.

Dutch and English are both understood, whatever the language of the screen: notes are typed in either. Where one short
prefix means two things, the language of the screen decides. The words are those of the glossary, and more in
``resources/texts/<language>/outline.toml``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from gvkaart.domain.glossary import LANGUAGES, TERMS
from gvkaart.domain.metamodel import KINDS, RELATIONS
from gvkaart.domain.text import fold
from gvkaart.words import Words, load_words


class Way(NamedTuple):
    """A relation between a line and its parent; `down` when it goes from the parent to the line."""

    relation: str
    down: bool

    def fits(self, parent: str, child: str) -> bool:
        """Tell whether it can join a parent and a line of these kinds."""
        ends = (parent, child) if self.down else (child, parent)
        return RELATIONS[self.relation].allows(*ends)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What words mean, by their folded form.

    Attributes:
        kinds: the kind that a word names.
        many: the kinds that stand in the plural, as headings do.
        ways: the relations that a phrase can stand for, the likeliest first; several have one word in common.
    """

    kinds: dict[str, str]
    many: dict[str, str]
    ways: dict[str, tuple[Way, ...]]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of both languages, those of this one first."""
    order = [load_words(one) for one in sorted(LANGUAGES, key=lambda one: one != language)]
    ways: dict[str, tuple[Way, ...]] = {}
    for words in order:
        for phrase, way in (*_terms(words), *_more_ways(words)):
            ways[phrase] = tuple(dict.fromkeys((*ways.get(phrase, ()), way)))
    # First all names, then all other words: the name of a kind is never taken for the prefix of another.
    names = {_form(kind.replace("_", " ")): kind for kind in KINDS}
    for found in (*map(_names, order), *map(_prefixes, order)):
        names = {**found, **names}
    return Vocabulary(names, {**_plurals(order[1]), **_plurals(order[0])}, ways)


def _names(words: Words) -> dict[str, str]:
    return {_form(words.term(f"{number}.{kind}")): kind for number in ("kind", "kinds") for kind in KINDS}


def _prefixes(words: Words) -> dict[str, str]:
    return {word: kind for kind in KINDS for word in _more(words, f"outline.kind.{kind}")}


def _plurals(words: Words) -> dict[str, str]:
    return {_form(words.term(f"kinds.{kind}")): kind for kind in KINDS}


_FOR: Final = Way("supports", down=False)
_UPWARD: Final = {"supported_by": (_FOR,), "undermined_by": (Way("undermines", down=False),)}
"""Phrases with which a line gives a reason for or against the line above it."""
BECAUSE: Final = (_FOR, Way("rests_on", down=True))
"""What a line may be that says why: a reason for the line above it, or the interest behind that."""


def _terms(words: Words) -> Iterator[tuple[str, Way]]:
    for key in TERMS:
        prefix, _, relation = key.partition(".")
        if prefix in {"relation", "inverse"}:
            yield _form(words.term(key)), Way(relation, down=prefix == "relation")


def _more_ways(words: Words) -> Iterator[tuple[str, Way]]:
    named = {**{one: (Way(one, down=True),) for one in RELATIONS}, **_UPWARD, "because": BECAUSE}
    for name, ways in named.items():
        yield from ((phrase, way) for phrase in _more(words, f"outline.relation.{name}") for way in ways)


def _more(words: Words, key: str) -> Iterable[str]:
    return map(_form, words.text(key).split(",")) if words.has(key) else ()


def _form(text: str) -> str:
    return " ".join(fold(text).split())
