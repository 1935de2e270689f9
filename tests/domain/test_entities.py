"""Entities are told apart by table and key."""

from dataclasses import replace

import pytest

from gvkaart.domain.entities import NO_ROUND, EdgeKey, Entity, PlacementKey, RoundId, SetAside, SetAsideKey, entity_key
from tests.case import MAP, ROUNDS, edge
from tests.random_edits import START

ASIDE = SetAside(MAP, "fact.disputed", ("f",), ("a", "b"), ("privacy",), "Speelt hier niet", "2026-01-31")


@pytest.mark.parametrize(
    ("entity", "key"),
    [
        (START.maps[MAP], ("map", "map")),
        (START.rounds[ROUNDS[0]], ("round", "r1")),
        (next(iter(START.nodes.values())), ("node", "a")),
        (next(iter(START.placements.values())), ("placement", PlacementKey(MAP, next(iter(START.nodes))))),
        (edge("a holds p"), ("edge", ("a", "holds", "p", NO_ROUND))),
        (ASIDE, ("set_aside", ("map", "fact.disputed", ("f",), ("a", "b"), ("privacy",)))),
    ],
)
def test_an_entity_is_known_by_its_table_and_its_key(entity: Entity, key: object) -> None:
    assert entity_key(entity) == key


def test_all_of_a_document_have_different_keys() -> None:
    entities = list(START.entities())
    assert len({entity_key(one) for one in entities}) == len(entities)


def test_the_round_it_begins_in_belongs_to_an_edge_and_the_one_it_ends_in_does_not() -> None:
    one = edge("a holds p", "r1", "r2")
    assert one.key == replace(one, until_round=RoundId("r3")).key
    assert one.key != replace(one, from_round=RoundId("r2")).key
    assert one.key == EdgeKey(one.source, one.relation, one.target, ROUNDS[0])


def test_reason_and_date_do_not_belong_to_the_fingerprint() -> None:
    assert ASIDE.key == replace(ASIDE, reason="Anders", date="").key
    assert ASIDE.key == SetAsideKey(MAP, "fact.disputed", ("f",), ("a", "b"), ("privacy",))
