"""What stands in a note because NL-SBB has no property for it, in a form that reads back as what it was.

Criteria are one scope note, a list under a word for criteria, since RDF keeps no order between notes; a relation that
has no place is an editorial note with the URI of the other concept at its end; and a concept without a definition gets
words that say so, because NL-SBB demands one. People can read all of them.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from gvkaart.domain.glossary import LANGUAGES, TERMS
from gvkaart.domain.metamodel import RELATIONS

NO_DEFINITION: Final = {"nl": "(nog geen definitie)", "en": "(no definition yet)"}
_CRITERIA: Final = {"nl": "Kenmerken:", "en": "Criteria:"}
_BULLET: Final = "\n- "
_RELATION: Final = re.compile(r"(?P<words>[^«»\n]+) «[^\n]*» (\([^\n]*\) )?<(?P<uri>[^<>\s]+)>")


class Criteria(NamedTuple):
    """Scope notes, and the criteria that stood among them."""

    notes: tuple[str, ...]
    criteria: tuple[str, ...]


class Related(NamedTuple):
    """A relation that an editorial note tells of: its id, and the URI of the concept at the other end."""

    relation: str
    uri: str


def criteria_note(criteria: Iterable[str], language: str) -> str:
    """Return the note that tells the criteria, in their order; empty without any."""
    lines = "".join(f"{_BULLET}{one}" for one in criteria)
    return f"{_CRITERIA[language]}{lines}" if lines else ""


def with_criteria(notes: Iterable[str]) -> Criteria:
    """Sort criteria out of scope notes; a note may hold several paragraphs."""
    rest: list[str] = []
    criteria: list[str] = []
    for paragraph in (one.strip() for note in notes for one in note.split("\n\n")):
        heading, *items = paragraph.split(_BULLET)
        if heading in _CRITERIA.values():
            criteria += items
        else:
            rest.append(paragraph)
    return Criteria(tuple(one for one in rest if one), tuple(criteria))


def relation_note(relation: str, label: str, frame: str, uri: str, language: str) -> str:
    """Return the note that tells of a relation with another concept."""
    words = TERMS[f"relation.{relation}"][LANGUAGES.index(language)]
    return f"{words} «{label}» ({frame}) <{uri}>"


def relation_of(note: str) -> Related | None:
    """Return the relation that a note tells of; None for any other note."""
    found = _RELATION.fullmatch(note)
    relation = _relations().get(found["words"]) if found is not None else None
    return Related(relation, found["uri"]) if found is not None and relation is not None else None


@cache
def _relations() -> dict[str, str]:
    """Return the relations between concepts by what they are called, in every language."""
    between = [one.id for one in RELATIONS.values() if one.allows("concept", "concept")]
    return {words: relation for relation in between for words in TERMS[f"relation.{relation}"]}
