"""The catalogue that travels with the program: it has the form of its schema, and can be read in both languages."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from gvkaart.analysis.catalogue import Belonging, Catalogue, ValueSource, read_catalogue
from gvkaart.assets import resource_text
from gvkaart.words import LANGUAGES

TEXT = resource_text("publieke-waarden.json")
SCHEMA: Mapping[str, Any] = json.loads(resource_text("publieke-waarden.schema.json"))
TYPES = {"object": dict, "array": list, "string": str}
KNOWN = {
    "$schema", "$ref", "$defs", "title", "description", "type", "const", "enum", "pattern", "minLength", "minItems",
    "uniqueItems", "items", "required", "properties", "additionalProperties",
}  # fmt: skip


def violations(value: Any, schema: Mapping[str, Any], at: str = "$") -> Iterator[str]:
    """Hold a value against the part of JSON Schema that our schema uses."""
    assert set(schema) <= KNOWN, f"{at}: this test does not know {set(schema) - KNOWN}"
    if "$ref" in schema:
        yield from violations(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], at)
    elif "type" in schema and not isinstance(value, TYPES[schema["type"]]):
        yield f"{at}: {value!r} is no {schema['type']}"
    elif "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is not one of {schema['enum']}"
    elif isinstance(value, str):
        if not re.search(schema.get("pattern", ""), value) or len(value) < schema.get("minLength", 0):
            yield f"{at}: {value!r} does not fit"
    elif isinstance(value, list):
        yield from violations_of_list(value, schema, at)
    elif isinstance(value, dict):
        yield from violations_of_object(value, schema, at)


def violations_of_list(value: list[Any], schema: Mapping[str, Any], at: str) -> Iterator[str]:
    if len(value) < schema.get("minItems", 0) or (schema.get("uniqueItems") and len(set(value)) < len(value)):
        yield f"{at}: too few, or not unique"
    for number, item in enumerate(value):
        yield from violations(item, schema["items"], f"{at}[{number}]")


def violations_of_object(value: dict[str, Any], schema: Mapping[str, Any], at: str) -> Iterator[str]:
    yield from (f"{at}: {name} is missing" for name in schema["required"] if name not in value)
    for name, part in value.items():
        if name in schema["properties"]:
            yield from violations(part, schema["properties"][name], f"{at}.{name}")
        elif not schema["additionalProperties"]:
            yield f"{at}: {name} does not belong here"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(TEXT, "nl")


def test_it_has_the_form_of_the_schema() -> None:
    assert list(violations(json.loads(TEXT), SCHEMA)) == []


def test_the_schema_refuses_what_is_wrong() -> None:
    broken = json.loads(TEXT)
    broken["format"] = 2
    broken["values"][0] |= {"id": "Geen id", "extra": 1, "belongs_to": ["never", "never"], "tensions": "x"}
    del broken["values"][1]["name"]["en"]
    broken["works"] = []
    assert len(list(violations(broken, SCHEMA))) == 9


def test_what_it_refers_to_exists(catalogue: Catalogue) -> None:
    for value in catalogue:
        assert value.category in catalogue.categories
        assert all(source.id in catalogue.works for source in value.sources)
        assert all(other in catalogue and other != value.id for other in value.tensions)


def test_every_id_occurs_once() -> None:
    counted = Counter(one["id"] for one in json.loads(TEXT)["values"])
    assert set(counted.values()) == {1}
    assert len(counted) == 83


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_every_language(language: str) -> None:
    read = read_catalogue(TEXT, language)
    names = [value.name for value in read]
    assert len(set(names)) == len(names)
    assert all(value.question.endswith("?") and value.explanation.endswith(".") for value in read)


def test_the_languages_differ() -> None:
    dutch, english = (read_catalogue(TEXT, language) for language in ("nl", "en"))
    assert all(dutch.values[one].explanation != english.values[one].explanation for one in dutch.values)


def test_every_kind_of_case_has_values_and_not_everything_belongs_everywhere(catalogue: Catalogue) -> None:
    counted = Counter(kind for value in catalogue for kind in value.belongs_to)
    assert set(counted) == set(Belonging)
    assert all(2 <= number <= 8 for number in counted.values()), "who names everything asks nothing"


def test_values_are_found_by_id_and_by_category(catalogue: Catalogue) -> None:
    privacy = catalogue.values["privacy"]
    assert privacy in catalogue.by_category["persoon"]
    assert "6.2.2" in privacy.caution
    assert sum(map(len, catalogue.by_category.values())) == 83
    assert "bestaat-niet" not in catalogue


def test_what_was_not_read_back_is_flagged(catalogue: Catalogue) -> None:
    spending = catalogue.values["rechtmatige-besteding"]
    assert spending.sources == (ValueSource("JB", unverified=True),)
    assert spending.unverified
    assert not catalogue.values["privacy"].unverified
