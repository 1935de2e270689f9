"""The smallest maps for the checks on interests: on which they fire, and on which they must not."""

from collections.abc import Mapping
from typing import Final

from tests.analysis.small_maps import Fires, Silent

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {}
