"""Copied items on the clipboard: as the text of a case file for everybody, and as themselves for this program.

Other programs, clipboard histories and synchronisation with other devices read all that is on the clipboard, whatever
its type is called. So nothing private is in any of it: the type of our own holds no more than a number, by which the
program finds in its memory what was copied, private items and all. When the program has ended, or in another copy of
it, that number means nothing any more, and the text is pasted.
"""

from typing import Final
from uuid import uuid4

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from gvkaart.exchange.clipping import Clip, clip_text

CLIP_TYPE: Final = "application/x-gvkaart-clip"

_held: dict[bytes, Clip] = {}
"""What was copied last, by its number; one for the whole program, as the clipboard is."""


def copy(clip: Clip, title: str) -> None:
    """Put a clip on the clipboard; `title` is what its text is called."""
    number = uuid4().hex.encode()
    _held.clear()
    _held[number] = clip
    data = QMimeData()
    data.setData(CLIP_TYPE, number)
    if text := clip_text(clip, title):
        data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def held(data: QMimeData) -> Clip | None:
    """Return what was copied in this program, when that is what is on the clipboard."""
    return _held.get(bytes(data.data(CLIP_TYPE).data())) if data.hasFormat(CLIP_TYPE) else None
