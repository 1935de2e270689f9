"""The tuned event stream: what it yields is what ruamel.yaml's own parser yields."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from gvkaart.exchange.case_file import write_case
from gvkaart.exchange.yaml_parsing import EventStream, parse_yaml
from tests.exchange.random_cases import maps
from tests.exchange.test_case_errors import GOOD

SAMPLES = [
    GOOD,
    "a: b c\n  d e\n\n  f\ng: [a b, c\n  d, {e: f g, 'h':i}]\n",
    "a:\n- b\n- c: d\n  e: f # g\n-\n  - h\n",
    "a: >-\n  b\n  c\n\n   d\ne: |+\n  f\n\n\ng: 'h\n  i'\n",
    "? a b\n: c:d\n'e': \"f\\n g\"\nh: i#j\nk: http://l/m?n\n",
    "{a: b, c : d, e:f, g}\n",
    "a : b\n c: d\n",
    "a b\nc: d\n",
    "a: b\n# c\n\n  # d\ne:\n",
    "a: - b\n",
    "[a, b c , d:]\n",
]


def events(stream: Any) -> list[tuple[str, str, int, int]]:
    found = []
    try:
        while stream.check_event():
            event = stream.get_event()
            found.append(
                (type(event).__name__, str(getattr(event, "value", "")), event.start_mark.line, event.end_mark.column)
            )
    except YAMLError as error:
        found.append(("error", str(getattr(error, "problem", error)), 0, 0))
    return found


def stock(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    _constructor, parser = yaml.get_constructor_parser(text)
    return parser


@pytest.mark.parametrize("text", SAMPLES)
def test_samples_give_the_events_of_the_original(text: str) -> None:
    assert events(EventStream(text)) == events(stock(text))


@settings(max_examples=150)
@given(st.text("abc:,#[]{}'\"-?|> \n", max_size=30))
def test_any_text_gives_the_events_of_the_original(text: str) -> None:
    assert events(EventStream(text)) == events(stock(text))


@settings(max_examples=25)
@given(maps())
def test_what_is_written_reads_as_texts_everywhere(graph: Any) -> None:
    """Other YAML readers see the same texts: nothing that is a text to us turns into a number or a date."""
    (map_id,) = graph.maps
    text = write_case(graph, map_id, include_private=True).decode()
    assert events(EventStream(text)) == events(stock(text))
    loaded = YAML(typ="safe", pure=True).load(text)
    titles = {node.id: node.title for node in graph.nodes.values()}
    assert {
        key: one["title"] for kind in {n.kind for n in graph.nodes.values()} for key, one in loaded[kind].items()
    } == titles


def test_a_text_without_a_document_has_no_tree() -> None:
    assert parse_yaml("# only a comment\n") is None
