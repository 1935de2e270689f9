"""What is dropped on a window, or pasted in it."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def kept_of(data: QMimeData) -> QMimeData:
    """Return what is dropped in a form that stays when the drop is over."""
    kept = QMimeData()
    for kind in data.formats():
        kept.setData(kind, data.data(kind))
    return kept


def paths_in(data: QMimeData) -> list[Path]:
    """Return the files on this computer among what is dropped or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
