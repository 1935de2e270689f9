"""The catalogue of public values that a map is held against.

It is read from JSON text in the form that ``resources/publieke-waarden.schema.json`` describes; this floor opens no
files. The values come from the report (KB), the essay (DO), law and literature; each names where.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any


class Belonging(StrEnum):
    """To which kind of case a value belongs, so that a map can be asked whether it was forgotten."""

    ALWAYS = "always"
    EXCHANGE = "exchange"
    LINKAGE = "linkage"
    OTHER_PURPOSE = "other_purpose"
    INDIVIDUAL = "individual"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class ValueSource:
    """Where a value is found.

    Attributes:
        id: of the work, a key of `Catalogue.works`.
        at: the section or article, empty for the work as a whole.
        unverified: named from professional knowledge; the text has still to be read back before publication.
    """

    id: str
    at: str = ""
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class PublicValue:
    """One public value, in one language.

    Attributes:
        question: what to ask about a plan, to see what it does to this value.
        caution: what to beware of when this value is named; mostly empty.
        tensions: ids of values that often pull the other way.
        belongs_to: kinds of case in which it should at least be considered.
    """

    id: str
    category: str
    name: str
    explanation: str
    question: str
    caution: str
    sources: tuple[ValueSource, ...]
    tensions: tuple[str, ...]
    belongs_to: frozenset[Belonging]

    @property
    def unverified(self) -> bool:
        """Whether none of its sources was read back yet."""
        return all(source.unverified for source in self.sources)


@dataclass(frozen=True)
class Catalogue:
    """The public values by id, in the order of the catalogue; with the names of categories and works."""

    values: Mapping[str, PublicValue]
    categories: Mapping[str, str]
    works: Mapping[str, str]

    def __contains__(self, value_id: str) -> bool:
        """Tell whether there is a value with this id."""
        return value_id in self.values

    def __iter__(self) -> Iterator[PublicValue]:
        """Iterate over the values in the order of the catalogue."""
        return iter(self.values.values())

    @cached_property
    def by_category(self) -> Mapping[str, tuple[PublicValue, ...]]:
        """The values of each category."""
        return {name: tuple(value for value in self if value.category == name) for name in self.categories}


def read_catalogue(text: str, language: str) -> Catalogue:
    """Read the catalogue that travels with the program.

    Args:
        text: JSON in the form of the schema; a test holds the file against it, so it is not checked here.
        language: "nl" or "en".
    """
    read = json.loads(text)
    return Catalogue(
        values={one["id"]: _value(one, language) for one in read["values"]},
        categories={one["id"]: one["name"][language] for one in read["categories"]},
        works={one["id"]: one["title"] for one in read["works"]},
    )


def _value(read: Mapping[str, Any], language: str) -> PublicValue:
    return PublicValue(
        id=read["id"],
        category=read["category"],
        name=read["name"][language],
        explanation=read["explanation"][language],
        question=read["question"][language],
        caution=read.get("caution", {}).get(language, ""),
        sources=tuple(_source(one) for one in read["sources"]),
        tensions=tuple(read["tensions"]),
        belongs_to=frozenset(map(Belonging, read["belongs_to"])),
    )


def _source(read: Mapping[str, Any]) -> ValueSource:
    return ValueSource(read["id"], read.get("at", ""), read.get("unverified", False))
