"""All smallest maps, of every family of checks."""

from collections.abc import Mapping
from typing import Final

from tests.analysis import (
    maps_of_concepts,
    maps_of_facts,
    maps_of_interests,
    maps_of_process,
    maps_of_purposes,
    small_maps,
)
from tests.analysis.small_maps import Fires, Silent

_FAMILIES: Final = (small_maps, maps_of_concepts, maps_of_facts, maps_of_interests, maps_of_purposes, maps_of_process)

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {check: maps for one in _FAMILIES for check, maps in one.FIRES.items()}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    check: maps for one in _FAMILIES for check, maps in one.SILENT.items()
}
