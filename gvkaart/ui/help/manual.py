"""The manual as sections: one Markdown file for each language, in which every heading has a name.

A heading is written as ``## Words {#name}``. The names are the same in all languages, links in the text go to them
(``[words](#name)``), and so does F1 (`topic_at`).
"""

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from gvkaart import assets
from gvkaart.domain.text import fold

_KEYS: Final = "{sneltoetsen}"
"""Stands in the manual where the list of keys comes: that of the program itself, with what the user chose."""
_HEADING: Final = re.compile(r"^(#{1,3}) (.+?)(?: \{#([a-z-]+)\})?$")

TOPICS: Final = {
    "map": "kaart",
    "filter-bar": "filteren",
    "building": "toevoegen",
    "outline-dock": "overzicht",
    "findings-dock": "signalen",
    "inspector-dock": "wijzigen",
    "legend-dock": "tekens",
    "overview-map-dock": "rondkijken",
    "history-dock": "geschiedenis",
    "tables": "tabellen",
    "dashboard": "stand-van-zaken",
    "facts": "feiten",
    "concepts": "begrippen",
    "values": "publieke-belangen",
    "interests": "posities-en-belangen",
    "purposes": "doelen-en-gegevens",
    "puzzle": "puzzelstukken",
    "cases": "zaken-vergelijken",
    "sources-view": "bronnen",
    "search": "zoeken",
    "maps": "kaart",
    "rounds": "rondes",
    "start-screen": "beginnen",
}
"""The section that is about a part of the window, by its object name."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next heading of any level.

    Attributes:
        name: by which links and the program know it.
        level: of the heading, 1 for the title of the manual.
        title: the words of the heading.
        text: what stands below it, in Markdown.
    """

    name: str
    level: int
    title: str
    text: str

    def holds(self, words: str) -> bool:
        """Tell whether all these words occur, in whatever case and with whatever accents."""
        folded = fold(f"{self.title}\n{self.text}")
        return all(word in folded for word in fold(words).split())


def sections(language: str, keys: str) -> tuple[Section, ...]:
    """Read the manual of a language, with the list of keys put in (`gvkaart.ui.shortcuts.page`)."""
    return _split(assets.resource_text(f"help/{language}/handleiding.md").replace(_KEYS, keys))


def _split(text: str) -> tuple[Section, ...]:
    found: list[tuple[str, int, str]] = []
    texts: list[list[str]] = []
    for line in text.splitlines():
        if (heading := _HEADING.match(line)) is not None:
            marks, title, name = heading.groups()
            found.append((name or "", len(marks), title))
            texts.append([])
        elif texts:
            texts[-1].append(line)
    return tuple(Section(*one, "\n".join(lines).strip()) for one, lines in zip(found, texts, strict=True))


def markdown(manual: tuple[Section, ...]) -> str:
    """Write sections as one text, with plain headings."""
    return "\n\n".join(f"{'#' * one.level} {one.title}\n\n{one.text}" for one in manual)


def topic_at(place: QWidget | None) -> str:
    """Return the name of the section about the place where the keyboard is; empty when there is none."""
    while place is not None:
        if (topic := TOPICS.get(place.objectName())) is not None:
            return topic
        place = place.parentWidget()
    return ""
