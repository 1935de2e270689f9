"""Ids that were released never change: the metamodel is compared with the tables of the model, written out here."""

import pytest

from gvkaart.domain.metamodel import (
    COMMON_EDGE_FIELDS,
    KINDS,
    MAP_FIELDS,
    MATCHES,
    ORIGINS,
    PLACEMENT_FIELDS,
    PRESENCES,
    RELATIONS,
    VISIBILITIES,
    Field,
    FieldType,
    Kind,
    Relation,
    is_attributed,
    relations_between,
    relations_from,
)

KIND_TABLE = """
actor: type choice(organisation ministry municipality department role person group); alias line
question: status choice(open answered)
position: about choice(problem goal means basis process benefit); limit text
interest: level choice(own collective public); value value
fact: evidence choice(statistics research case experience law none); commissioned_by node(actor); settled choice(true false nuanced); settle_question text; settle_by node(actor); settle_date date
argument:
assumption: tested_by node(actor)
concept: frame line; definition text; plain text; alt list; not_meant list; scope_note text; example text; criteria list; uri line
purpose: who text; does text; for_whom text; with_data text; limit text; ends text
dataflow: data text; level choice(statistical individual); traffic choice(exchange linkage other_purpose); status choice(existing proposed agreed alternative unintended); original_purpose text; registered_in line; traceable choice(yes no unknown); correctable choice(yes no unknown); deviation choice(yes no unknown)
legal_basis: status choice(existing to_make disputed missing unsuitable obstacle); reference line
risk: scope choice(intended unintended alternative process); accepted_because text
measure: status choice(idea explored agreed)
option: no_deal flag; status choice(idea discussed chosen dropped); horizon choice(now experiment law)
problem: category choice(citizen culture organisation cooperation); wording choice(effect barrier means)
action: due date; status choice(asked promised done)
event: date date; confirmed_by nodes(actor)
source: citation text; date date; medium choice(interview document law website conversation); body text
note:
"""  # noqa: E501 -- a line for each kind, as in the model

RELATION_TABLE = """
holds: actor > position
rests_on: position > interest
has_interest: actor > interest; importance choice(low middle high)
represents: actor > interest actor
claims: actor > fact problem
accepts: actor > fact problem
disputes: actor > fact problem
unaware_of: actor > fact problem
means: actor > concept
uses: position fact argument purpose problem option question > concept
exact_match: concept > concept
close_match: concept > concept
broad_match: concept > concept
narrow_match: concept > concept
related_match: concept > concept
differs_from: concept > concept
framed_as: problem purpose dataflow option fact > concept; meets list; fails list
supports: fact argument assumption > position option purpose fact argument assumption
undermines: fact argument assumption > position option purpose fact argument assumption
answers: position option > question
serves: position option purpose dataflow measure risk > interest actor; weight choice(1 2)
harms: position option purpose dataflow measure risk > interest actor; weight choice(1 2)
sends: actor > dataflow
receives: actor > dataflow
links: actor > dataflow
sees: actor > dataflow
needed_for: dataflow > purpose
aims_at: actor option > purpose
acts_in: actor > purpose
collected_for: dataflow > purpose
contains: option > dataflow measure action option
replaces: dataflow option position action > same
takes_choice_from: option dataflow > actor
speaks_of: position fact problem argument assumption > actor
pursues: purpose > interest
based_on: purpose dataflow option action > legal_basis
poses: option dataflow purpose > risk
hits: risk problem option dataflow > actor
mitigates: measure > risk
addresses: option action measure > problem
causes: event problem fact > problem event fact
asks: actor > action
promises: actor > action
asked_of: action > actor
in_exchange_for: action > action
bears_cost: actor > option dataflow action; weight choice(1 2)
gets_benefit: actor > option dataflow action; weight choice(1 2)
decides: actor > option question action
can_block: actor > option question action
happened_to: event > any
cites: any > source; quote text; start number; end number; locator line
part_of: actor interest question concept > same
related: any > any; label line
"""


def rows(table: str) -> list[tuple[str, str]]:
    return [(name, rest.strip()) for name, _colon, rest in (line.partition(":") for line in table.strip().splitlines())]


def written(field: Field) -> str:
    inside = " ".join(field.choices or field.targets)
    return f"{field.id} {field.type}({inside})" if inside else f"{field.id} {field.type}"


def kinds_of(words: str) -> set[str]:
    return set(KINDS) if words.strip() == "any" else set(words.split())


def test_kinds_and_relations_are_those_of_the_model_in_its_order() -> None:
    assert list(KINDS) == [name for name, _fields in rows(KIND_TABLE)]
    assert list(RELATIONS) == [name for name, _joins in rows(RELATION_TABLE)]


@pytest.mark.parametrize(("kind", "fields"), rows(KIND_TABLE))
def test_the_fields_of_a_kind(kind: str, fields: str) -> None:
    assert "; ".join(written(field) for field in KINDS[kind].fields) == fields


@pytest.mark.parametrize(("relation", "row"), rows(RELATION_TABLE))
def test_what_a_relation_joins_and_its_fields(relation: str, row: str) -> None:
    joins, *fields = row.split("; ")
    sources, targets = joins.split(" > ")
    wanted = {
        (source, target)
        for source in kinds_of(sources)
        for target in ({source} if targets == "same" else kinds_of(targets))
    }
    allowed = {(one, other) for one in KINDS for other in KINDS if RELATIONS[relation].allows(one, other)}
    assert allowed == wanted
    assert [written(field) for field in RELATIONS[relation].fields] == fields


def test_what_everything_has_in_common() -> None:
    assert VISIBILITIES == ("private", "analysis", "shared")
    assert ORIGINS == ("stated", "inferred", "own")
    assert [written(field) for field in COMMON_EDGE_FIELDS] == [
        "note text",
        "reported_by node(actor)",
        "hearsay flag",
        "confirmed flag",
    ]


def test_fields_of_maps_and_placements() -> None:
    assert "; ".join(written(field) for field in MAP_FIELDS) == (
        "owner node(actor); case_number line; sponsor node(actor); decision_rule text; ends date; current round"
    )
    assert "; ".join(written(field) for field in PLACEMENT_FIELDS) == (
        "presence choice(at_table consulted absent declined unavailable facilitator); required flag; "
        "involved_since round; expertise choices(privacy law domain technique data)"
    )
    assert PLACEMENT_FIELDS[0].choices == PRESENCES


def test_types_of_fields() -> None:
    assert [str(one) for one in FieldType] == (
        ["line", "text", "list", "choice", "choices", "flag", "number", "date", "node", "nodes", "value", "round"]
    )


def test_the_mapping_relations_are_the_five_of_nl_sbb() -> None:
    assert MATCHES == ("exact_match", "close_match", "broad_match", "narrow_match", "related_match")


@pytest.mark.parametrize("owner", [*KINDS.values(), *RELATIONS.values()])
def test_a_field_is_found_by_its_id(owner: Kind | Relation) -> None:
    fields = owner.fields if isinstance(owner, Kind) else owner.all_fields
    assert len({field.id for field in fields}) == len(fields)
    assert [owner.field(field.id) for field in fields] == list(fields)
    assert owner.field("no_such_field") is None


def test_a_choice_has_choices_and_a_reference_has_kinds() -> None:
    owners: list[Kind | Relation] = [*KINDS.values(), *RELATIONS.values()]
    every = [*MAP_FIELDS, *PLACEMENT_FIELDS, *COMMON_EDGE_FIELDS, *(field for one in owners for field in one.fields)]
    for field in every:
        assert bool(field.choices) == bool(field.vocabulary) == (field.type in (FieldType.CHOICE, FieldType.CHOICES))
        assert bool(field.targets) == (field.type in (FieldType.NODE, FieldType.NODES))


def test_which_relations_fit() -> None:
    assert [one.id for one in relations_between("position", "question")] == ["answers", "related"]
    assert relations_between("actor", "thing") == ()
    assert [one.id for one in relations_from("measure")] == [
        "serves", "harms", "mitigates", "addresses", "cites", "related",
    ]  # fmt: skip
    assert relations_from("thing") == ()


def test_all_that_comes_from_an_actor_is_attributed_save_what_it_is_part_of() -> None:
    assert is_attributed("holds", "actor")
    assert not is_attributed("part_of", "actor")
    assert not is_attributed("related", "fact")
