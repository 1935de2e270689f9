"""A vocabulary as NL-SBB sees it, whatever the format: concept schemes, concepts, collections and source documents.

Things refer to each other by key: their URI, or, for what a file does not give one, a name beginning with ``_:``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, NamedTuple

from gvkaart.words import Words

UNNAMED: Final = "_:"
"""How the key begins of what has no URI; it means nothing outside its file."""

INVERSES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "broader": "narrower",
        "broaderGeneric": "narrowerGeneric",
        "broaderPartitive": "narrowerPartitive",
        "broaderInstantial": "narrowerInstantial",
        "broadMatch": "narrowMatch",
        "related": "related",
        "exactMatch": "exactMatch",
        "closeMatch": "closeMatch",
        "relatedMatch": "relatedMatch",
    }
)
"""The relations between concepts, and what the same says from the other end (SKOS; ISO 25964 for the three kinds)."""

_MOST_NAMES: Final = 5
_LONGEST_NAME: Final = 70
"""How many things a remark names, and how many characters of each."""

LINKS: Final = tuple(dict.fromkeys((*INVERSES, *INVERSES.values())))
"""Every relation between concepts, by the local name of its property."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme (begrippenkader)."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document that a concept comes from (brondocument); `page` is where it is found on the web."""

    key: str
    title: str
    citation: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept (begrip), its texts in one language.

    Attributes:
        scheme: key of the scheme it belongs to; empty when that is not known.
        links: keys of other concepts, by the relation (`LINKS`).
        sources: keys of source documents.
        collections: titles of the collections (collecties) it is a member of.
    """

    key: str
    scheme: str
    label: str
    definition: str = ""
    plain: str = ""
    alt: tuple[str, ...] = ()
    scope_notes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    editorial_notes: tuple[str, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything in one file."""

    schemes: tuple[Scheme, ...]
    concepts: tuple[Concept, ...]
    sources: tuple[SourceDocument, ...] = ()
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell whoever reads or writes a file: what did not fit, and what was done about it.

    `key` names the sentence, under ``nlsbb.``; a parameter ``count`` chooses its number.
    """

    key: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    def sentence(self, words: Words) -> str:
        """Say it in the reader's language."""
        return words.text(f"nlsbb.{self.key}", **self.params).replace("….", "…")


class Read(NamedTuple):
    """A vocabulary that was read, and what to tell about it."""

    vocabulary: Vocabulary
    remarks: tuple[Remark, ...]


def remark(key: str, names: list[str]) -> tuple[Remark, ...]:
    """Return a remark about as many things as there are names, with the first of them; none when there are none."""
    if not names:
        return ()
    different = list(dict.fromkeys(names))
    listed = "; ".join(map(_short, different[:_MOST_NAMES]))
    return (Remark(key, {"count": len(names), "names": f"{listed}; …" if len(different) > _MOST_NAMES else listed}),)


def _short(name: str) -> str:
    return f"{name[: _LONGEST_NAME - 1]}…" if len(name) > _LONGEST_NAME else name
