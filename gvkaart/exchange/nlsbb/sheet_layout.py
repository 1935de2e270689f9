"""The official spreadsheet of NL-SBB: its sheets, and what every column holds.

Names of sheets and columns are those of the template that Geonovum publishes (CC BY 4.0), its slip of the pen in "heeft
onderlliggend begrip" included, so that other programs find what they look for. When reading, columns are found by name,
whatever their order.
"""

from collections.abc import Mapping
from typing import Final

from gvkaart.domain.text import fold

SUMMARY: Final = "Overzicht"
SCHEMES: Final = "Begrippenkaders"
CONCEPTS: Final = "Begrippen"
COLLECTIONS: Final = "Collecties"
SOURCES: Final = "Brondocumenten"

SCHEME_COLUMNS: Final = ("#", "URI", "naam", "uitleg", "heeft topbegrip", "bron")
COLLECTION_COLUMNS: Final = ("#", "URI", "naam", "uitleg", "bevat")
SOURCE_COLUMNS: Final = (
    *("#", "URI", "naam", "uitleg", "bronverwijzing", "aangemaakt door", "aangemaakt op", "laatste aangepast"),
)
LINK_COLUMNS: Final[Mapping[str, str]] = {
    "narrower": "heeft onderlliggend begrip",
    "broader": "heeft bovenliggend begrip",
    "broaderInstantial": "is exemplaar van",
    "related": "is gerelateerd aan",
    "broadMatch": "heeft overeenkomstig bovenliggend",
    "narrowMatch": "heeft overeenkomstig onderliggend",
    "exactMatch": "is exact overeenkomstig",
    "closeMatch": "is vrijwel overeenkomstig",
    "relatedMatch": "is overeenkomstig verwant",
    "broaderGeneric": "is specialisatie van",
    "narrowerGeneric": "is generalisatie van",
    "broaderPartitive": "is onderdeel van",
    "narrowerPartitive": "omvat",
    "narrowerInstantial": "is categorie van",
}
"""The column of every relation between concepts."""

CONCEPT_COLUMNS: Final = (
    *("#", "URI", "voorkeursterm", "definitie", "naam", "alternatieve term", "zoekterm", "uitleg", "code", "in kader"),
    *LINK_COLUMNS.values(),
    *("voorbeeld", "wijzigingsnotitie", "redactionele notitie", "historie notitie", "toelichting", "heeft bron"),
)

SEPARATOR: Final = ";"
"""Between the values in one cell; a cell with a line break has a value on each line instead."""

MOST_CHARACTERS: Final = 32_767
"""What a cell can hold (ECMA-376, Excel's limit)."""

_ALIASES: Final = {
    "term": "voorkeursterm",
    "begrip": "voorkeursterm",
    "preflabel": "voorkeursterm",
    "definition": "definitie",
    "omschrijving": "definitie",
    "synoniem": "alternatieve term",
    "synoniemen": "alternatieve term",
    "altlabel": "alternatieve term",
    "begrippenkader": "in kader",
    "kader": "in kader",
    "bron": "heeft bron",
    "heeft onderliggend begrip": "heeft onderlliggend begrip",
}
"""What columns are called in spreadsheets that people made themselves."""


def column_of(heading: str) -> str:
    """Return the column that a heading means: without case, stray spaces and marks for what is required."""
    name = " ".join(fold(heading).strip(" *:").split())
    return _ALIASES.get(name, name)


def values_in(cell: str) -> tuple[str, ...]:
    """Return the values in a cell."""
    parts = cell.split("\n") if "\n" in cell else cell.split(SEPARATOR)
    return tuple(dict.fromkeys(filter(None, map(str.strip, parts))))


def cell_of(values: tuple[str, ...]) -> str:
    """Return the cell that `values_in` reads back; a value with the separator in it makes that each has its line."""
    if any(SEPARATOR in one for one in values):
        return "".join(f"{one}\n" for one in values)
    return f"{SEPARATOR} ".join(values)
