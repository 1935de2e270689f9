"""The schema knows what the reader knows: good files conform, also as an editor types them; wrong ones do not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # shipped without types
from ruamel.yaml import YAML

from gvkaart import assets
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import write_case, write_case_json
from gvkaart.exchange.schema import case_schema, schema_text
from gvkaart.words import load_words
from tests.exchange.random_cases import maps
from tests.exchange.test_case_errors import GOOD

VALIDATOR = Draft202012Validator(case_schema(load_words("nl")))


def as_an_editor_sees(text: str) -> Any:
    """Return the content of a YAML text, typed by the rules of YAML 1.2; dates as texts, which JSON has."""
    return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))


def test_the_resource_is_what_the_metamodel_gives() -> None:
    assert assets.resource_text("gvkaart.schema.json") == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


@pytest.mark.parametrize("name", assets.example_names())
def test_the_examples_conform(name: str) -> None:
    VALIDATOR.validate(as_an_editor_sees(assets.example_bytes(name).decode()))


@settings(max_examples=12)
@given(maps())
def test_what_is_written_conforms(graph: Graph) -> None:
    (map_id,) = graph.maps
    VALIDATOR.validate(json.loads(write_case_json(graph, map_id, include_private=True)))
    VALIDATOR.validate(as_an_editor_sees(write_case(graph, map_id, include_private=True).decode()))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("gvkaart: 1", "gvkaart: 2"),
        ("title: Kaart\n", ""),
        ("holds:", "hold:"),
        ("holds: [delen]", "holds: delen"),
        ("holds: [delen]", "rests_on: [delen]"),
        ("about: means", "about: middel"),
        ("2021-06", "zomer"),
        ("reported_by", "reportedby"),
        ("[0, -5]", "[0]"),
        ("  veel:", "  Veel Meer:"),
        ("reason: Bekend", "date: 2021"),
    ],
)
def test_a_wrong_file_does_not_conform(right: str, wrong: str) -> None:
    assert VALIDATOR.is_valid(as_an_editor_sees(GOOD))
    assert right in GOOD
    assert not VALIDATOR.is_valid(as_an_editor_sees(GOOD.replace(right, wrong, 1)))


def test_it_describes_in_plain_dutch() -> None:
    actor = json.loads(schema_text())["$defs"]["actor_node"]["properties"]
    assert actor["holds"]["description"] == "neemt in"
