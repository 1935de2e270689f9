"""What the program remembers of its user: language, colours, recent documents. One JSON file in the data folder."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final

from gvkaart.ui.appearance import Scheme

MAX_RECENT: Final = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """The remembered choices.

    Attributes:
        recent: paths of documents, the last one first.
        shortcuts: other keys than those at first, by the name of the command (`gvkaart.ui.shortcuts`).
        tour_seen: the tour was taken or stopped; the start screen no longer offers it first.
    """

    language: str = "nl"
    scheme: Scheme = Scheme.SYSTEM
    recent: tuple[str, ...] = field(default=())
    shortcuts: Mapping[str, str] = field(default_factory=dict)
    tour_seen: bool = False

    def with_recent(self, path: Path) -> "Settings":
        """Return the settings with a document in front of the recent ones."""
        first = str(path.resolve())
        others = tuple(one for one in self.recent if one != first)
        return replace(self, recent=(first, *others)[:MAX_RECENT])

    def without_recent(self, path: str) -> "Settings":
        """Return the settings without one of the recent documents, named as it stands in `recent`."""
        return replace(self, recent=tuple(one for one in self.recent if one != path))


def load(path: Path) -> Settings:
    """Read the settings; what cannot be read or understood is as if it had not been chosen."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Settings(
            language=data["language"] if data.get("language") in {"nl", "en"} else "nl",
            scheme=Scheme(data.get("scheme", Scheme.SYSTEM)),
            recent=tuple(str(one) for one in data.get("recent", ()))[:MAX_RECENT],
            shortcuts={str(name): str(keys) for name, keys in data.get("shortcuts", {}).items()},
            tour_seen=data.get("tour_seen") is True,
        )
    except (OSError, ValueError, TypeError, AttributeError):
        return Settings()


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
