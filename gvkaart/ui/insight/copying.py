"""What the views put on the clipboard: never anything private; and one is told that it stands there."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from gvkaart.ui.insight.grid import Grid
from gvkaart.ui.session import Session
from gvkaart.ui.tables.clipboard import html, tsv


def put_on_clipboard(session: Session, data: QMimeData) -> None:
    """Put what holds nothing private on the clipboard, and say so: it may be less than what one sees."""
    QGuiApplication.clipboard().setMimeData(data)
    key = "insight.copied.without_private" if session.has_private else "insight.copied.all"
    session.told.emit(session.words.text(key))


def copy_grid(session: Session, grid: Grid) -> None:
    """Copy a grid with its titles, for a spreadsheet and for a text processor."""
    copy_block(session, grid.texts(), grid.headings())


def copy_block(session: Session, block: list[list[str]], headings: list[str]) -> None:
    """Copy rows of texts below the titles of their columns."""
    data = QMimeData()
    data.setText(tsv([headings, *block]))
    data.setHtml(html(block, headings))
    put_on_clipboard(session, data)
