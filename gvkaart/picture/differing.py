"""What differs between a scene and the one before: thousands of entries, nearly all of them the same objects.

Edits change little, so nothing here looks at an entry in Python unless it differs, or unless the order did.
"""

from collections.abc import Mapping
from itertools import compress
from operator import is_not, ne
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


def extends(now: Mapping[_K, object], before: Mapping[_K, object]) -> bool:
    """Tell whether all keys are still there in the same order, with new ones only after them."""
    return list(now)[: len(before)] == list(before)


def other_objects(now: Mapping[_K, object], before: Mapping[_K, object]) -> set[_K]:
    """Return the keys that came or went, or hold another object than before."""
    if now is before:
        return set()
    if extends(now, before):
        return {*compress(before, map(is_not, now.values(), before.values())), *list(now)[len(before) :]}
    if extends(before, now):
        return other_objects(before, now)
    return {key for key, one in now.items() if before.get(key) is not one} | (before.keys() - now.keys())


def other_values(now: Mapping[_K, object], before: Mapping[_K, object]) -> set[_K]:
    """Return the keys that came or went, or hold something that is not equal to what they held before."""
    if now is before:
        return set()
    if extends(now, before):
        return {*compress(before, map(ne, now.values(), before.values())), *list(now)[len(before) :]}
    return {key for key, one in now.items() if before.get(key) != one} | (before.keys() - now.keys())


def updated(before: dict[_K, _V], new: Mapping[_K, _V], wanted: Mapping[_K, object]) -> dict[_K, _V]:
    """Return what was known with what is new, for the wanted keys and in their order."""
    if extends(wanted, before):
        return {**before, **{key: new[key] for key in list(wanted)[len(before) :]}, **new}
    return {key: new[key] if key in new else before[key] for key in wanted}
