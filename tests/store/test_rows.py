"""Rows: every entity comes back from its row and from its image in the journal; equal entities are equal rows."""

import json

import pytest
from hypothesis import given, settings

from gvkaart.domain.graph import Graph
from gvkaart.store.rows import Row, UnreadableError, entity_of, entity_of_image, key_of, row_of, table_of
from gvkaart.store.schema import JOURNALED, KEY_LENGTH
from tests.strategies import graphs


@given(graphs())
@settings(max_examples=50)
def test_an_entity_comes_back(graph: Graph) -> None:
    for entity in graph.entities():
        table, row = table_of(entity), row_of(entity)
        assert entity_of(table, row) == entity
        image = json.dumps(dict(zip(JOURNALED[table], row, strict=True)))
        assert entity_of_image(table, image) == entity


@given(graphs())
@settings(max_examples=20)
def test_a_key_is_the_beginning_of_a_row(graph: Graph) -> None:
    for entity in graph.entities():
        assert key_of(entity) == row_of(entity)[: KEY_LENGTH[table_of(entity)]]


@given(graphs())
@settings(max_examples=20)
def test_no_two_entities_share_a_key(graph: Graph) -> None:
    keys = [(table_of(one), row_of(one)[: KEY_LENGTH[table_of(one)]]) for one in graph.entities()]
    assert len(set(keys)) == len(keys)


NODE = ("a", "note", "t", "", "[]", "analysis", "stated", "{}", 0, 0)
PLACEMENT = ("m", "n", 0, 0, 0, 0, "{}")


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("sqlite_schema", NODE),
        ("node", (1, *NODE[1:])),
        ("node", (*NODE[:-1], "0")),
        ("node", (*NODE[:-1], True)),
        ("node", (*NODE[:4], "{}", *NODE[5:])),
        ("node", (*NODE[:7], '{"a":null}', *NODE[8:])),
        ("node", (*NODE[:7], "NaN", *NODE[8:])),
        ("placement", (*PLACEMENT[:4], 2, 0, "{}")),
        ("placement", ("m", "n", "0", 0, 0, 0, "{}")),
    ],
)
def test_any_other_row_is_refused(table: str, row: Row) -> None:
    with pytest.raises(UnreadableError):
        entity_of(table, row)


def test_an_integer_that_no_row_can_hold_is_refused() -> None:
    image = json.dumps(dict(zip(JOURNALED["node"], (*NODE[:-1], 2**63), strict=True)))
    with pytest.raises(UnreadableError):
        entity_of_image("node", image)


@pytest.mark.parametrize("image", ["[]", "{}", '{"id": "a"}', "null"])
def test_any_other_image_is_refused(image: str) -> None:
    with pytest.raises(UnreadableError):
        entity_of_image("node", image)
