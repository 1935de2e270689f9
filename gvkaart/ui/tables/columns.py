"""Which columns a table has: made from the metamodel, so that a new field or relation is a new column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from gvkaart.domain.batch import ON_MAP, TITLE, Part, Target
from gvkaart.domain.glossary import field_key
from gvkaart.domain.metamodel import KINDS, ORIGINS, PLACEMENT_FIELDS, VISIBILITIES, Field, FieldType
from gvkaart.ui.ways import ways_of

EVERY_KIND: Final = ""
"""Stands for the table of all items together, whatever their kind."""

KIND: Final = "kind"
STATUS: Final = "status-of-fact"
FINDINGS: Final = "findings"

_STATED: Final = ("fact", "problem")
_TELLING: Final[Mapping[str, tuple[str, ...]]] = {
    "actor": ("relation.holds", "relation.has_interest"),
    "question": ("inverse.answers",),
    "position": ("inverse.holds", "relation.rests_on"),
    "interest": ("inverse.has_interest", "inverse.represents", "inverse.rests_on"),
    "fact": ("inverse.claims", "inverse.accepts", "inverse.disputes"),
    "argument": ("relation.supports", "relation.undermines"),
    "assumption": ("relation.supports", "relation.undermines"),
    "concept": ("inverse.means", "relation.differs_from"),
    "purpose": ("relation.pursues", "relation.based_on"),
    "dataflow": ("inverse.sends", "inverse.receives", "relation.needed_for", "relation.based_on"),
    "legal_basis": ("inverse.based_on",),
    "risk": ("inverse.poses", "relation.hits", "inverse.mitigates"),
    "measure": ("relation.mitigates",),
    "option": ("relation.addresses", "relation.serves", "relation.harms"),
    "problem": ("inverse.claims", "relation.hits", "inverse.addresses"),
    "action": ("relation.asked_of", "inverse.promises", "relation.in_exchange_for"),
    "event": ("relation.happened_to", "relation.causes"),
    "source": ("inverse.cites",),
    "note": ("relation.related",),
}
"""The relations that say most of a kind: these columns are there from the start, the others can be shown."""

_WIDTHS: Final[Mapping[FieldType, int]] = {
    FieldType.LINE: 150,
    FieldType.TEXT: 220,
    FieldType.LIST: 150,
    FieldType.CHOICE: 130,
    FieldType.CHOICES: 150,
    FieldType.FLAG: 90,
    FieldType.NUMBER: 80,
    FieldType.DATE: 105,
    FieldType.NODE: 160,
    FieldType.NODES: 190,
    FieldType.VALUE: 160,
    FieldType.ROUND: 120,
}
_TITLE_WIDTH: Final = 300


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column; there is one object for each, so that it can be looked up by identity.

    Attributes:
        id: by which its width and place are remembered.
        words: the key of its heading in the glossary; empty when the program itself has a word for it.
        field: how it is filled in.
        target: what of an item it shows; None for what the program works out, which nobody can edit.
        opens: whether it is shown until somebody chooses otherwise.
        required: it cannot be emptied.
    """

    id: str
    words: str
    field: Field
    target: Target | None = None
    opens: bool = False
    required: bool = False

    @property
    def width(self) -> int:
        """Its width in pixels, until somebody chooses another."""
        return _TITLE_WIDTH if self.target == TITLE else _WIDTHS[self.field.type]

    @property
    def is_relation(self) -> bool:
        """Whether it shows the other ends of a relation."""
        return self.target is not None and self.target.part in {Part.RELATION, Part.INVERSE}


@cache
def columns_of(kind: str) -> tuple[Column, ...]:
    """Return the columns of the table of a kind, or of all items together (`EVERY_KIND`), as they stand at first."""
    return tuple(_columns(kind))


def _columns(kind: str) -> Iterator[Column]:
    yield Column("title", "field.title", Field("title"), TITLE, opens=True, required=True)
    if kind == EVERY_KIND:
        choices = tuple(KINDS)
        yield Column(KIND, "field.type", Field(KIND, FieldType.CHOICE, choices), opens=True)
    else:
        yield from _of_kind(kind)
    yield _attribute("text", FieldType.TEXT)
    yield _attribute("tags", FieldType.LIST, opens=True)
    yield _choice("visibility", VISIBILITIES)
    yield _choice("origin", ORIGINS)
    yield Column("on-map", "", Field("on_map", FieldType.FLAG), ON_MAP, required=True)
    yield Column(FINDINGS, "", Field(FINDINGS, FieldType.NUMBER), opens=True)


def _of_kind(kind: str) -> Iterator[Column]:
    relations = {column.id: column for column in _relations(kind)}
    if kind in _STATED:
        yield Column(STATUS, "", Field(STATUS, FieldType.CHOICE), opens=True)
    if kind == "actor":
        for field in PLACEMENT_FIELDS:
            opens = field.id in {"presence", "required"}
            yield Column(f"placement.{field.id}", f"field.{field.id}", field, Target(Part.PLACEMENT, field.id), opens)
    fields = [
        Column(f"field.{field.id}", field_key(kind, field.id), field, Target(Part.FIELD, field.id), opens=True)
        for field in KINDS[kind].fields
    ]
    yield from (column for column in fields if column.field.type is FieldType.CHOICE)
    yield from (relations.pop(name) for name in _TELLING[kind])
    yield from (column for column in fields if column.field.type is not FieldType.CHOICE)
    yield from relations.values()


def _relations(kind: str) -> Iterator[Column]:
    for way in ways_of(kind):
        target = Target(Part.RELATION if way.outgoing else Part.INVERSE, way.relation)
        field = Field(way.relation, FieldType.NODES, targets=way.kinds)
        yield Column(way.words, way.words, field, target, opens=way.words in _TELLING[kind])


def _attribute(name: str, kind: FieldType, *, opens: bool = False) -> Column:
    return Column(name, f"field.{name}", Field(name, kind), Target(Part.ATTRIBUTE, name), opens)


def _choice(name: str, choices: tuple[str, ...]) -> Column:
    field = Field(name, FieldType.CHOICE, choices, name)
    return Column(name, f"field.{name}", field, Target(Part.ATTRIBUTE, name), required=True)
