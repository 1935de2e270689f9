"""The quick reader: whatever it answers is what ruamel.yaml's parser answers, line numbers included."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart import assets
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import write_case
from gvkaart.exchange.report import CaseFileError
from gvkaart.exchange.tree import Scalar, Table, Tree
from gvkaart.exchange.yaml_parsing import parse_yaml
from gvkaart.exchange.yaml_reading import read_yaml
from gvkaart.exchange.yaml_usual import read_usual
from tests.exchange.random_cases import maps
from tests.exchange.test_case_errors import GOOD
from tests.exchange.test_yaml_parsing import SAMPLES

EXAMPLES = [assets.example_bytes(name).decode() for name in assets.example_names()]
LINES = """\
a: b
  c: d e
  - f
- g
    - h: i
      j: k
l:
  m:
-
n: >-
o: |-
  p: |
  q r
    s

# t
  # u
   v # w
 x: y
z: {a: b, c: [d, e f]}
  g: [{h: i}, j]
k: "l: \\"m\\" # n"
o: [p, ]
q: {r: s
---
  t}
u: 'v'
w: "x
  y"
z: a: b
c: d#e f:g
h: &i j
k: [l:m, n : o]
...
"""
PIECES = [*LINES.splitlines(keepends=True), "- \n", "  \n"]


def judged(text: str) -> Tree | str | None:
    try:
        return parse_yaml(text)
    except CaseFileError as error:
        return str(error)


def assert_right(text: str) -> None:
    if (found := read_usual(text)) is not None:
        assert found == judged(text)


@pytest.mark.parametrize("text", [*EXAMPLES, GOOD])
def test_what_comes_with_the_program_is_usual(text: str) -> None:
    assert read_usual(text) == parse_yaml(text)


@settings(max_examples=40)
@given(maps())
def test_what_we_write_is_read_alike(graph: Graph) -> None:
    (map_id,) = graph.maps
    assert_right(write_case(graph, map_id, include_private=True).decode())


@pytest.mark.parametrize("text", SAMPLES)
def test_samples_are_read_alike(text: str) -> None:
    assert_right(text)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_any_lines_are_read_alike(text: str) -> None:
    assert_right(text)


@settings(max_examples=300)
@given(st.text("ab:,#[]{}'\"-?|>\\ \n(\xa0é", max_size=30).map(lambda text: f"{text}\n"))
def test_any_text_is_read_alike(text: str) -> None:
    assert_right(text)


@settings(max_examples=300)
@given(st.data())
def test_a_usual_text_with_a_slip_is_read_alike(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(GOOD) - 1))
    typed = data.draw(st.text(":,#[]{}'\"-|> \na&*!%@`\t", max_size=3))
    removed = data.draw(st.integers(0, 4))
    assert_right(GOOD[:place] + typed + GOOD[place + removed :])


def test_a_long_text_keeps_its_paragraphs() -> None:
    text = "a: >-\n  een\n  twee\n\n  drie\n\nb: |\n  vier\n    vijf\n"
    folded, literal = Scalar(1, "een twee\ndrie"), Scalar(7, "vier\n  vijf\n")
    assert read_usual(text) == Table(1, ((Scalar(1, "a"), folded), (Scalar(7, "b"), literal)))
    assert_right(text)


def test_what_is_not_usual_is_left_to_the_parser() -> None:
    text = "a: &b c\n"
    assert read_usual(text) is None
    with pytest.raises(CaseFileError):
        read_yaml(text)
