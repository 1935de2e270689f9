"""What differs between two scenes is found whatever came, went, changed or moved."""

from hypothesis import given
from hypothesis import strategies as st

from gvkaart.picture.differing import other_objects, other_values, updated

_SHAPES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("012"))


def _naively(now: dict[str, str], before: dict[str, str]) -> set[str]:
    return {key for key in now.keys() | before.keys() if now.get(key) != before.get(key)}


@given(_SHAPES, _SHAPES)
def test_every_difference_is_found(now: dict[str, str], before: dict[str, str]) -> None:
    assert other_values(now, before) == _naively(now, before)
    assert other_objects(now, before) == _naively(now, before)  # short texts are one object each


def test_what_was_added_or_replaced_keeps_the_rest() -> None:
    before = {"a": "1", "b": "2"}
    assert other_values({"a": "1", "b": "3", "c": "4"}, before) == {"b", "c"}
    assert other_values({"a": "1"}, before) == {"b"}
    assert other_values(before, before) == other_objects(before, before) == set()


def test_equal_is_not_the_same_object() -> None:
    now, before = {"a": (1, int("2"))}, {"a": (1, int("2"))}
    assert (other_values(now, before), other_objects(now, before)) == (set(), {"a"})


@given(_SHAPES, _SHAPES)
def test_what_is_known_is_brought_up_to_date(now: dict[str, str], before: dict[str, str]) -> None:
    new = {key: now[key] for key in other_values(now, before) if key in now}
    assert list(updated(before, new, now).items()) == list(now.items())
