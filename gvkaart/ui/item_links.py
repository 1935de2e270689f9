"""Shows the links to items in a text that was read as Markdown.

They are put in once Qt has read the text, so that no title is ever read as Markdown.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.linking import OPENING, Link, located

_SCHEME: Final = "item"


def show_links(document: QTextDocument, nodes: Mapping[NodeId, Node], colour: QColor) -> None:
    """Replace the links in a document by what a reader sees of them; those in code stay as they were typed.

    Args:
        document: what Qt made of a text.
        nodes: the items of the case; a link to anything else is struck through.
        colour: of a link.
    """
    blocks = [block for block in _blocks(document) if OPENING in block.text() and not _is_code(block)]
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for block in blocks:
        for begin, end, link in reversed(list(located(block.text()))):
            _show(cursor, _place(block, begin), _place(block, end), link, nodes, colour)
    cursor.endEditBlock()


def item_in(url: QUrl) -> NodeId | None:
    """Return the item that a link leads to; None for any other link."""
    return NodeId(url.path()) if url.scheme() == _SCHEME else None


def _blocks(document: QTextDocument) -> Iterable[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence.value)


def _place(block: QTextBlock, at: int) -> int:
    """Return the place of a character in the document, which Qt counts in units of UTF-16."""
    return block.position() + len(block.text()[:at].encode("utf-16-le")) // 2


def _show(cursor: QTextCursor, begin: int, end: int, link: Link, nodes: Mapping[NodeId, Node], colour: QColor) -> None:
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    around = cursor.charFormat()
    if not around.fontFixedPitch():
        cursor.insertText(link.shown(nodes), _format(around, link, nodes, colour))


def _format(around: QTextCharFormat, link: Link, nodes: Mapping[NodeId, Node], colour: QColor) -> QTextCharFormat:
    shown = QTextCharFormat(around)
    if link.node in nodes:
        shown.setAnchor(True)
        shown.setAnchorHref(f"{_SCHEME}:{link.node}")
        shown.setForeground(colour)
        shown.setFontUnderline(True)
    else:
        shown.setFontStrikeOut(True)
        shown.setToolTip(QCoreApplication.translate("item-links", "Dit item is er niet meer."))
    return shown
