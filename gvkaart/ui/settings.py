"""What the program remembers of its user: language, colours, recent documents. One JSON file in the data folder."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Any, Final, NamedTuple

from gvkaart.ui.appearance import MapText, Scheme
from gvkaart.ui.canvas.view import LARGEST, SMALLEST
from gvkaart.words import LANGUAGES

MAX_RECENT: Final = 10
MAX_BASES: Final = 50


class Place(NamedTuple):
    """Which map one looked at, and which part of it: what `gvkaart.ui.canvas.view.View` holds."""

    map: str
    zoom: float
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Settings:
    """The remembered choices.

    Attributes:
        recent: paths of documents, the last one first.
        shortcuts: other keys than those at first, by the name of the command (`gvkaart.ui.shortcuts`).
        tour_seen: the tour was taken or stopped; the start screen no longer offers it first.
        high_contrast: have high contrast also when the desktop does not ask for it.
        underlines_terms: point terms out in running text.
        reduced_motion: let nothing move, also when the desktop does not ask for that.
        geometry, panels: how the last window stood, as Qt writes it, in base64 (`gvkaart.ui.window_memory`).
        places: where one was in a document, by its path, the last one first.
        bases: what the web addresses of its concepts begin with, by the identity of the document, the last one first.
    """

    language: str = "nl"
    scheme: Scheme = Scheme.SYSTEM
    recent: tuple[str, ...] = field(default=())
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    tour_seen: bool = False
    high_contrast: bool = False
    reduced_motion: bool = False
    underlines_terms: bool = True
    map_text: MapText = MapText.NORMAL
    geometry: str = ""
    panels: str = ""
    places: Mapping[str, "Place"] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with a document in front of the recent ones."""
        first = str(path.resolve())
        others = tuple(one for one in self.recent if one != first)
        return replace(self, recent=(first, *others)[:MAX_RECENT])

    def without_recent(self, path: str) -> "Settings":
        """Return the settings without one of the recent documents, named as it stands in `recent`."""
        return replace(self, recent=tuple(one for one in self.recent if one != path))

    def with_base(self, document: str, base: str) -> "Settings":
        """Return the settings with what web addresses of a document begin with; empty for what it is without."""
        chosen = {document: base} if base else {}
        others = ((name, one) for name, one in self.bases.items() if name != document)
        return replace(self, bases=chosen | dict(islice(others, MAX_BASES - 1)))


def load(path: Path) -> Settings:
    """Read the settings; what cannot be read or understood is as if it had not been chosen."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(data, dict):
        return Settings()
    return Settings(**{name: value for name in _READERS if (value := _read(data, name)) is not None})


def _read(data: dict[str, object], name: str) -> Any:  # each setting has a type of its own
    """Return one setting; None when it is not there or is not what it should be, which spoils no other."""
    try:
        return _READERS[name](data[name])
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError):
        return None


def _places(data: Mapping[str, Any]) -> dict[str, "Place"]:
    """Return the places that are ones; a zoom that is no number would show nothing at all."""
    read = ((name, Place(str(map_id), *map(float, view))) for name, (map_id, *view) in data.items())
    sound = (pair for pair in read if all(map(isfinite, pair[1][1:])) and SMALLEST <= pair[1].zoom <= LARGEST)
    return dict(islice(sound, MAX_RECENT))


def _strings(data: Mapping[str, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in data.items()}


_READERS: Final[Mapping[str, Callable[[Any], object]]] = {
    "language": lambda data: data if data in LANGUAGES else None,
    "scheme": Scheme,
    "high_contrast": lambda data: data is True,
    "reduced_motion": lambda data: data is True,
    "underlines_terms": lambda data: data is not False,
    "map_text": MapText,
    "recent": lambda data: tuple(map(str, data))[:MAX_RECENT],
    "shortcuts": _strings,
    "tour_seen": lambda data: data is True,
    "geometry": str,
    "panels": str,
    "places": _places,
    "bases": _strings,
}
"""How each setting is understood."""


def save(settings: Settings, path: Path) -> None:
    """Write the settings for this user only; a full or read-only disk is no reason to bother anybody."""
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.touch(mode=0o600)
        temporary.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(path)
    except OSError:
        return
