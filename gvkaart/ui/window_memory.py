"""How a window stood when it closed, for the next one: place and size, panels, and where on the map one was.

Qt itself puts a window that would lie on a screen that is gone, or under a bar of the desktop, on one that is there;
what was kept by another version, or is damaged, it does not take, and then the window is as at first.
"""

from base64 import b64decode, b64encode
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from gvkaart.domain.entities import MapId
from gvkaart.ui.appearance import reading_zoom
from gvkaart.ui.canvas.view import View
from gvkaart.ui.settings import MAX_RECENT, Place, Settings

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow

_PANELS_VERSION: Final = 1
"""To be raised when a panel moves to another side at first: who kept the older layout then sees the new one."""


def restore(window: "MainWindow", settings: Settings) -> None:
    """Put a new window, that is not shown yet, where the last one stood, and look at what one looked at last time."""
    window.restoreGeometry(_bytes(settings.geometry))
    window.restoreState(_bytes(settings.panels), _PANELS_VERSION)
    window.panels.leave_room(window.width())
    window.map_view.canvas.read_at(reading_zoom(settings.map_text))
    place = settings.places.get(str(window.session.document.path))
    if place is not None and place.map in window.session.graph.maps:
        window.session.look_at_map(MapId(place.map))
        window.map_view.begin_at(View(place.zoom, place.left, place.top))


def noted(settings: Settings, window: "MainWindow") -> Settings:
    """Return the settings with how a window stands now."""
    return replace(
        settings,
        geometry=_text(bytes(window.saveGeometry().data())),
        panels=_text(bytes(window.saveState(_PANELS_VERSION).data())),
        places=_places(settings, window),
    )


def _places(settings: Settings, window: "MainWindow") -> dict[str, Place]:
    """Return where one was in the documents that were open last, of which the one in this window is the first."""
    path = window.session.document.path
    if path is None:
        return dict(settings.places)
    now = {str(path): Place(window.session.map_id, *window.map_view.canvas.view)}
    others = ((name, place) for name, place in settings.places.items() if name != str(path))
    return now | dict(islice(others, MAX_RECENT - 1))


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    """Return what was written; nothing when it is damaged."""
    try:
        return b64decode(text, validate=True)
    except ValueError:
        return b""
