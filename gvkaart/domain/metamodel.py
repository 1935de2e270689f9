"""The metamodel: every kind of node, every relation, every field, as one declarative table.

Inspector, canvas, case file, checks, exports and manual are derived from it; adding a kind is adding an entry here and
its two words in `gvkaart.domain.glossary`. Ids are part of the file format: once released they never change.

Source of the vocabulary: the method of the report "Omgang met nieuw gegevensverkeer" (KB 4, 6, 8, 9), NL-SBB for
meanings, Dung (1995) for support and attack.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class FieldType(StrEnum):
    """How a field is filled in; decides its editor, its check and its form in files."""

    LINE = "line"
    """One line of text."""
    TEXT = "text"
    """Running text, with line breaks."""
    LIST = "list"
    """A list of lines."""
    CHOICE = "choice"
    """One of the enumeration."""
    CHOICES = "choices"
    """Any number of the enumeration."""
    FLAG = "flag"
    """True or false."""
    NUMBER = "number"
    """A whole number from 0, kept as its digits."""
    DATE = "date"
    """An ISO date that may be partial: 2021, 2021-06, 2021-06-30."""
    NODE = "node"
    """The id of one node, of the kinds in ``targets``."""
    NODES = "nodes"
    """Ids of nodes, of the kinds in ``targets``."""
    VALUE = "value"
    """The id of a public value in the catalogue."""
    ROUND = "round"
    """The id of a round of the map."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind, a relation, a map or a placement.

    Attributes:
        choices: the enumeration, for CHOICE and CHOICES.
        vocabulary: names the enumeration in the glossary, so that equal enumerations share their words.
        targets: kinds that NODE and NODES may refer to.
    """

    id: str
    type: FieldType = FieldType.LINE
    choices: tuple[str, ...] = ()
    vocabulary: str = ""
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node and its own fields (the common ones, title, text, tags…, belong to every node)."""

    id: str
    fields: tuple[Field, ...] = ()

    def field(self, field_id: str) -> Field | None:
        """Return the field with this id, or None."""
        return next((field for field in self.fields if field.id == field_id), None)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation and the kinds it may join.

    Attributes:
        joins: pairs of (source kinds, target kinds); an edge fits when it fits one of the pairs.
        same_kind: source and target must moreover be of one kind.
        fields: its own fields; those of `COMMON_EDGE_FIELDS` come on top.
    """

    id: str
    joins: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    same_kind: bool = False
    fields: tuple[Field, ...] = ()

    def allows(self, source_kind: str, target_kind: str) -> bool:
        """Tell whether this relation may go from a node of the one kind to a node of the other."""
        if self.same_kind and source_kind != target_kind:
            return False
        return any(source_kind in sources and target_kind in targets for sources, targets in self.joins)

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Its own fields and the common ones."""
        return (*self.fields, *COMMON_EDGE_FIELDS)

    def field(self, field_id: str) -> Field | None:
        """Return its own or a common field with this id, or None."""
        return next((field for field in self.all_fields if field.id == field_id), None)


def _choice(field_id: str, *choices: str, vocabulary: str = "") -> Field:
    return Field(field_id, FieldType.CHOICE, choices, vocabulary or field_id)


def _list(field_id: str) -> Field:
    return Field(field_id, FieldType.LIST)


def _text(field_id: str) -> Field:
    return Field(field_id, FieldType.TEXT)


def _date(field_id: str) -> Field:
    return Field(field_id, FieldType.DATE)


def _actor(field_id: str) -> Field:
    return Field(field_id, FieldType.NODE, targets=("actor",))


def _yes_no_unknown(field_id: str) -> Field:
    return _choice(field_id, "yes", "no", "unknown", vocabulary="certainty")


VISIBILITIES: Final = ("private", "analysis", "shared")
ORIGINS: Final = ("stated", "inferred", "own")

_KINDS = (
    Kind(
        "actor",
        (
            _choice(
                "type",
                "organisation",
                "ministry",
                "municipality",
                "department",
                "role",
                "person",
                "group",
                vocabulary="actor_type",
            ),
            Field("alias"),
        ),
    ),
    Kind("question", (_choice("status", "open", "answered", vocabulary="question_status"),)),
    Kind(
        "position",
        (_choice("about", "problem", "goal", "means", "basis", "process", "benefit"), _text("limit")),
    ),
    Kind("interest", (_choice("level", "own", "collective", "public"), Field("value", FieldType.VALUE))),
    Kind(
        "fact",
        (
            _choice("evidence", "statistics", "research", "case", "experience", "law", "none"),
            _actor("commissioned_by"),
            _choice("settled", "true", "false", "nuanced"),
            _text("settle_question"),
            _actor("settle_by"),
            _date("settle_date"),
        ),
    ),
    Kind("argument"),
    Kind("assumption", (_actor("tested_by"),)),
    Kind(
        "concept",
        (
            Field("frame"),
            _text("definition"),
            _text("plain"),
            _list("alt"),
            _list("not_meant"),
            _text("scope_note"),
            _text("example"),
            _list("criteria"),
            Field("uri"),
        ),
    ),
    Kind("purpose", tuple(_text(rung) for rung in ("who", "does", "for_whom", "with_data", "limit", "ends"))),
    Kind(
        "dataflow",
        (
            _text("data"),
            _choice("level", "statistical", "individual", vocabulary="data_level"),
            _choice("traffic", "exchange", "linkage", "other_purpose"),
            _choice(
                "status", "existing", "proposed", "agreed", "alternative", "unintended", vocabulary="dataflow_status"
            ),
            _text("original_purpose"),
            Field("registered_in"),
            _yes_no_unknown("traceable"),
            _yes_no_unknown("correctable"),
            _yes_no_unknown("deviation"),
        ),
    ),
    Kind(
        "legal_basis",
        (
            _choice(
                "status",
                "existing",
                "to_make",
                "disputed",
                "missing",
                "unsuitable",
                "obstacle",
                vocabulary="legal_basis_status",
            ),
            Field("reference"),
        ),
    ),
    Kind("risk", (_choice("scope", "intended", "unintended", "alternative", "process"), _text("accepted_because"))),
    Kind("measure", (_choice("status", "idea", "explored", "agreed", vocabulary="measure_status"),)),
    Kind(
        "option",
        (
            Field("no_deal", FieldType.FLAG),
            _choice("status", "idea", "discussed", "chosen", "dropped", vocabulary="option_status"),
            _choice("horizon", "now", "experiment", "law"),
        ),
    ),
    Kind(
        "problem",
        (
            _choice("category", "citizen", "culture", "organisation", "cooperation"),
            _choice("wording", "effect", "barrier", "means"),
        ),
    ),
    Kind("action", (_date("due"), _choice("status", "asked", "promised", "done", vocabulary="action_status"))),
    Kind("event", (_date("date"), Field("confirmed_by", FieldType.NODES, targets=("actor",)))),
    Kind(
        "source",
        (
            _text("citation"),
            _date("date"),
            _choice("medium", "interview", "document", "law", "website", "conversation"),
            _text("body"),
        ),
    ),
    Kind("note"),
)

KINDS: Final[Mapping[str, Kind]] = MappingProxyType({kind.id: kind for kind in _KINDS})
"""Kinds of node by id, in the order in which files and screens list them."""

_ANY = tuple(KINDS)
_STATEMENTS = ("fact", "problem")
_REASONS = ("fact", "argument", "assumption")
_WEIGHT = _choice("weight", "1", "2")

COMMON_EDGE_FIELDS: Final = (
    _text("note"),
    _actor("reported_by"),
    Field("hearsay", FieldType.FLAG),
    Field("confirmed", FieldType.FLAG),
)
"""Fields that every edge has, besides its visibility and, from an actor, its rounds."""


def _one(
    relation_id: str, sources: tuple[str, ...], targets: tuple[str, ...], *fields: Field, same_kind: bool = False
) -> Relation:
    return Relation(relation_id, ((sources, targets),), same_kind, fields)


_CITATION_FIELDS = (
    _text("quote"),
    Field("start", FieldType.NUMBER),
    Field("end", FieldType.NUMBER),
    Field("locator"),
)
_PARTS = ("actor", "interest", "question", "concept")
_REPLACEABLE = ("dataflow", "option", "position", "action")
_SUPPORTED = ("position", "option", "purpose", *_REASONS)
_USERS_OF_TERMS = ("position", "fact", "argument", "purpose", "problem", "option", "question")

_RELATIONS = (
    _one("holds", ("actor",), ("position",)),
    _one("rests_on", ("position",), ("interest",)),
    _one("has_interest", ("actor",), ("interest",), _choice("importance", "low", "middle", "high")),
    _one("represents", ("actor",), ("interest", "actor")),
    _one("claims", ("actor",), _STATEMENTS),
    _one("accepts", ("actor",), _STATEMENTS),
    _one("disputes", ("actor",), _STATEMENTS),
    _one("unaware_of", ("actor",), _STATEMENTS),
    _one("means", ("actor",), ("concept",)),
    _one("uses", _USERS_OF_TERMS, ("concept",)),
    _one("exact_match", ("concept",), ("concept",)),
    _one("close_match", ("concept",), ("concept",)),
    _one("broad_match", ("concept",), ("concept",)),
    _one("narrow_match", ("concept",), ("concept",)),
    _one("related_match", ("concept",), ("concept",)),
    _one("differs_from", ("concept",), ("concept",)),
    _one(
        "framed_as",
        ("problem", "purpose", "dataflow", "option", "fact"),
        ("concept",),
        _list("meets"),
        _list("fails"),
    ),
    _one("supports", _REASONS, _SUPPORTED),
    _one("undermines", _REASONS, _SUPPORTED),
    _one("answers", ("position", "option"), ("question",)),
    *(
        _one(
            relation,
            ("position", "option", "purpose", "dataflow", "measure", "risk"),
            ("interest", "actor"),
            _WEIGHT,
        )
        for relation in ("serves", "harms")
    ),
    *(_one(relation, ("actor",), ("dataflow",)) for relation in ("sends", "receives", "links", "sees")),
    _one("needed_for", ("dataflow",), ("purpose",)),
    _one("aims_at", ("actor", "option"), ("purpose",)),
    _one("acts_in", ("actor",), ("purpose",)),
    _one("collected_for", ("dataflow",), ("purpose",)),
    _one("contains", ("option",), ("dataflow", "measure", "action", "option")),
    _one("replaces", _REPLACEABLE, _REPLACEABLE, same_kind=True),
    _one("takes_choice_from", ("option", "dataflow"), ("actor",)),
    _one("speaks_of", ("position", "fact", "problem", "argument", "assumption"), ("actor",)),
    _one("pursues", ("purpose",), ("interest",)),
    _one("based_on", ("purpose", "dataflow", "option", "action"), ("legal_basis",)),
    _one("poses", ("option", "dataflow", "purpose"), ("risk",)),
    _one("hits", ("risk", "problem", "option", "dataflow"), ("actor",)),
    _one("mitigates", ("measure",), ("risk",)),
    _one("addresses", ("option", "action", "measure"), ("problem",)),
    _one("causes", ("event", "problem", "fact"), ("problem", "event", "fact")),
    _one("asks", ("actor",), ("action",)),
    _one("promises", ("actor",), ("action",)),
    _one("asked_of", ("action",), ("actor",)),
    _one("in_exchange_for", ("action",), ("action",)),
    _one("bears_cost", ("actor",), ("option", "dataflow", "action"), _WEIGHT),
    _one("gets_benefit", ("actor",), ("option", "dataflow", "action"), _WEIGHT),
    _one("decides", ("actor",), ("option", "question", "action")),
    _one("can_block", ("actor",), ("option", "question", "action")),
    _one("happened_to", ("event",), _ANY),
    _one("cites", _ANY, ("source",), *_CITATION_FIELDS),
    _one("part_of", _PARTS, _PARTS, same_kind=True),
    _one("related", _ANY, _ANY, Field("label")),
)

RELATIONS: Final[Mapping[str, Relation]] = MappingProxyType({relation.id: relation for relation in _RELATIONS})
"""Relations by id, in the order in which files and screens list them."""

SYMMETRIC: Final = frozenset(
    ("exact_match", "close_match", "related_match", "differs_from", "in_exchange_for", "related")
)
"""Relations that say the same from either end."""

MATCHES: Final = ("exact_match", "close_match", "broad_match", "narrow_match", "related_match")
"""The five mapping relations of NL-SBB (SKOS) between meanings of different frames."""

MAP_FIELDS: Final = (
    _actor("owner"),
    Field("case_number"),
    _actor("sponsor"),
    _text("decision_rule"),
    _date("ends"),
    Field("current", FieldType.ROUND),
)
"""Fields of a map, besides its title and language."""

PRESENCES: Final = ("at_table", "consulted", "absent", "declined", "unavailable", "facilitator")

PLACEMENT_FIELDS: Final = (
    _choice("presence", *PRESENCES),
    Field("required", FieldType.FLAG),
    Field("involved_since", FieldType.ROUND),
    Field("expertise", FieldType.CHOICES, ("privacy", "law", "domain", "technique", "data"), "expertise"),
)
"""What is recorded of an actor per map (model, section 3): only placements of actors have these."""

WAYS: Final = ("layered", "lanes", "iceberg", "radial")
"""How a layout arranges a map: what follows from what downwards; a lane for each actor; positions above the water and
interests under it; rings around some nodes."""

LAYOUT_FIELDS: Final = (
    _choice("way", *WAYS),
    Field("around", FieldType.NODES, targets=_ANY),
    Field("frame"),
    _list("kinds"),
    Field("actors", FieldType.NODES, targets=("actor",)),
    _list("tags"),
    _list("visibilities"),
    _list("checks"),
    Field("hearsay", FieldType.FLAG),
    Field("focus", FieldType.NODES, targets=_ANY),
    Field("steps", FieldType.NUMBER),
)
"""Fields of a layout: every layout has a way; ``around`` holds the nodes in the middle of a radial one.

With a ``frame``, the zoom and the centre of what was in sight, it is a saved view; the fields after that tell what is
shown in it, everything when they are empty: items of these kinds, of these actors and so on, within so many steps of
``focus``. A value that does not exist any more does no harm: nothing has it.
"""


def relations_between(source_kind: str, target_kind: str) -> tuple[Relation, ...]:
    """Return the relations that may go from a node of the one kind to a node of the other, in table order."""
    return tuple(relation for relation in RELATIONS.values() if relation.allows(source_kind, target_kind))


def relations_from(source_kind: str) -> tuple[Relation, ...]:
    """Return the relations that may start at a node of this kind, in table order."""
    return tuple(
        relation
        for relation in RELATIONS.values()
        if any(source_kind in sources for sources, _targets in relation.joins)
    )


def is_attributed(relation: str, source_kind: str) -> bool:
    """Tell whether an edge says what an actor does or thinks (model, section 5): all from an actor, save part_of."""
    return source_kind == "actor" and relation != "part_of"
