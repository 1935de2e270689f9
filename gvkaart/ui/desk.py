"""What a window may ask of the program around it: things that concern more than one document."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QMainWindow, QWidget

from gvkaart.ui.appearance import MapText, Scheme
from gvkaart.ui.settings import Settings
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.store import Document
    from gvkaart.ui.session import Session


class Desk(Protocol):
    """The program around the windows; `gvkaart.app.Program` is the real one."""

    settings: Settings
    words: Words
    folder: Path

    def new(self) -> None:
        """Open a window on a new document."""

    def begin_with(self, data: QMimeData) -> None:
        """Open a window on a new document, and put on its map what was dropped."""

    def ask_open(self, window: QWidget) -> None:
        """Ask which document or case file to open, and open it."""

    def open(self, path: Path) -> bool:
        """Open a document, or a case file as a new document."""

    def open_made(self, document_of: Callable[[], "Document"]) -> bool:
        """Open a window on a document that is made now; tell whether that went well."""

    def open_example(self, name: str) -> bool:
        """Open an example case, or `assets.EVERY_EXAMPLE`, as a new document."""

    def new_from(self, template: str) -> bool:
        """Open a template (`gvkaart.ui.start_screen.TEMPLATES`) as a new document."""

    def show_start(self) -> None:
        """Show the start screen, or bring it to the front."""

    def left_start(self) -> None:
        """Take note that the start screen closed."""

    def forget_recent(self, path: str) -> None:
        """Take a document out of the recent ones."""

    def start_tour(self) -> None:
        """Open the example and walk around in it."""

    def open_beside(self, session: "Session") -> None:
        """Open another window on a document, looking at the same map."""

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose light or dark for all windows."""

    def set_high_contrast(self, chosen: bool) -> None:
        """Choose high contrast for all windows, or leave it to the desktop."""

    def set_reduced_motion(self, chosen: bool) -> None:
        """Let nothing move, or leave it to the desktop."""

    def set_underlines_terms(self, chosen: bool) -> None:
        """Point terms out in running text, or leave texts alone, in all windows."""

    def set_map_text(self, chosen: MapText) -> None:
        """Choose how large a map opens, in all windows."""

    def set_shortcuts(self, chosen: Mapping[str, str]) -> None:
        """Give commands other keys than those at first, in all windows."""

    def set_concept_base(self, document: str, base: str) -> None:
        """Choose what the web addresses of the concepts of a document, named by its identity, begin with."""

    def set_language(self, language: str) -> None:
        """Choose the language, from the next start on."""

    def show_help(self, window: QWidget, topic: str = "") -> None:
        """Show the manual beside a window, at a topic (`gvkaart.ui.help.manual`)."""

    def show_about(self, window: QWidget) -> None:
        """Say what the program is."""

    def remember(self, path: Path) -> None:
        """Put a document in front of the recent ones."""

    def closed(self, window: QMainWindow) -> None:
        """Take note that a window closes, and how it stood."""

    def quit(self) -> None:
        """Close all windows, and end when all agree."""
