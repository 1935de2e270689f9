"""Text from any editor: a case file, part of one, or just notes."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.exchange.case_file import read_case, write_case_json
from gvkaart.exchange.pasted_text import is_case, read_pasted_case
from gvkaart.exchange.report import CaseFileError
from tests.case import MAP, case, node

WHOLE = "gvkaart: 1\ntitle: T\nactor:\n  a: {title: A, holds: [p]}\nposition:\n  p: {title: P}\n"
PART = "actor:\n  a: {title: A, holds: [p]}\nposition:\n  p:\n    title: P\n"


@pytest.mark.parametrize(
    "text",
    [WHOLE, f"# mijn kaart\n\n{WHOLE}", PART, f"# stuk\n{PART}", PART.replace("\n", "\r\n"),
     "\n".join(f"    {line}" for line in PART.splitlines()), "title: T\ngvkaart: 1\n"],
)  # fmt: skip
def test_a_case_file_and_a_part_of_it_are_recognised(text: str) -> None:
    assert is_case(text)
    if "actor" in text:
        assert read_pasted_case(text).edges.keys() == read_case(WHOLE.encode()).edges.keys()


@pytest.mark.parametrize(
    "text",
    ["", "Actor: CAK\n  delen", "actor:\n- CAK\n- SZW", "actor:\n  CAK\n  SZW", "actor: cak\nposition: x", "{x}",
     "note:\n  Dit is een zin: met uitleg", "gvkaart is handig: echt", '{"a": 1}'],
)  # fmt: skip
def test_notes_are_no_case_file(text: str) -> None:
    assert not is_case(text)


def test_json_is_read_too() -> None:
    text = write_case_json(case(node("actor", "a", "A")), MAP, include_private=False).decode()
    assert is_case(text)
    assert read_pasted_case(text).nodes.keys() == {"a"}
    assert json.loads(text)["gvkaart"] == "1"


def test_a_mistake_is_told_on_the_line_on_which_it_stands() -> None:
    with pytest.raises(CaseFileError) as caught:
        read_pasted_case("actor:\n  a:\n    title: A\n    holds: [nergens]\n")
    (problem,) = caught.value.problems
    assert problem.line == 4


@settings(max_examples=100)
@given(
    st.text(max_size=80)
    | st.sampled_from((PART, WHOLE)).flatmap(lambda text: st.integers(0, len(text)).map(lambda end: text[:end]))
)
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    is_case(text)
    with suppress(CaseFileError):
        read_pasted_case(text)
