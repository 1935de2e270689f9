from itertools import product

import pytest

from gvkaart.domain.metamodel import KINDS, RELATIONS, SYMMETRIC
from gvkaart.ui.ways import continuations, ways_between, ways_of


@pytest.mark.parametrize(("kind", "other"), list(product(KINDS, KINDS)))
def test_every_allowed_relation_is_offered_from_both_ends_and_once_when_it_reads_alike(kind: str, other: str) -> None:
    offered = [(way.relation, way.outgoing) for way in ways_between(kind, other)]
    forth = {(one.id, True) for one in RELATIONS.values() if one.allows(kind, other)}
    back = {(one.id, False) for one in RELATIONS.values() if one.allows(other, kind) and one.id not in SYMMETRIC}
    assert set(offered) == forth | back
    assert len(offered) == len(set(offered))


@pytest.mark.parametrize(
    ("selected", "new", "first"),
    [
        ("actor", "position", ("holds", True)),
        ("position", "actor", ("holds", False)),
        ("position", "interest", ("rests_on", True)),
        ("fact", "actor", ("claims", False)),
        ("actor", "interest", ("has_interest", True)),
    ],
)
def test_what_an_actor_says_comes_first(selected: str, new: str, first: tuple[str, bool]) -> None:
    way = ways_between(selected, new)[0]
    assert (way.relation, way.outgoing) == first


def test_what_says_least_comes_last() -> None:
    assert all(ways_between(kind, other)[-1].relation in SYMMETRIC for kind, other in product(KINDS, KINDS))


def test_a_way_names_the_kinds_at_its_other_end() -> None:
    assert {way.relation: way.kinds for way in ways_of("concept") if way.outgoing}["broad_match"] == ("concept",)


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_leads_on_once_to_each_kind_with_the_usual_ones_first_and_the_vague_ones_last(kind: str) -> None:
    found = continuations(kind)
    assert {(one.way, one.kind) for one in found} == {(way, end) for way in ways_of(kind) for end in way.kinds}
    assert len(found) == len(set(found))
    vague = [one.way.relation in SYMMETRIC for one in found[9:]]
    assert vague == sorted(vague)


@pytest.mark.parametrize(
    ("kind", "relation", "end"), [("actor", "holds", "position"), ("position", "rests_on", "interest")]
)
def test_the_method_goes_from_actor_to_position_to_interest(kind: str, relation: str, end: str) -> None:
    first = continuations(kind)[0]
    assert (first.way.relation, first.way.outgoing, first.kind) == (relation, True, end)
