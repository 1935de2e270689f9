"""The text of a web page: what a reader sees of it, without scripts, styles and links.

A page is gone through from front to back with a search for the next sign each time, so that no page, however odd, takes
more time than its length. Python's own parser takes quadratic time on some of them.
"""

import re
from html import unescape
from typing import Final

from gvkaart.exchange.texts.encoding import decoded
from gvkaart.exchange.texts.flow import Flow

_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_UNSEEN: Final = frozenset(
    ("script", "style", "template", "noscript", "svg", "math", "title", "select", "textarea", "iframe", "object")
)
_BLOCKS: Final = frozenset(
    (
        *("p", "div", "section", "article", "header", "footer", "main", "nav", "aside", "figure", "figcaption"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "dt", "dd", "li", "blockquote", "pre", "hr", "form"),
        *("table", "caption", "body", "address", "details", "summary", "fieldset", "legend"),
    )
)
_LISTS: Final = frozenset(("ul", "ol"))


def text_of_html(data: bytes) -> str:
    """Return the text of a web page.

    Raises:
        Rejected: it is no text.
    """
    declared = _CHARSET.search(data[:4096])
    return text_of_page(decoded(data, declared[1].decode("ascii") if declared else ""))


def text_of_page(page: str) -> str:
    """Return the text of a web page that is decoded already, as on a clipboard."""
    return _Page(page).text()


class _Page:
    """One page, read from front to back."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._flow = Flow()
        self._depth = 0
        self._begins_item = False
        self._is_pre = False
        self._in_row = self._in_cell = False

    def text(self) -> str:
        at = 0
        while (sign := self._page.find("<", at)) >= 0:
            self._add(self._page[at:sign])
            at = self._after_markup(sign)
        self._add(self._page[at:])
        self._end_row()
        self._end_block()
        return self._flow.result()

    def _after_markup(self, at: int) -> int:
        """Deal with the mark-up at a place, and return where the text goes on."""
        if self._page.startswith("<!--", at):
            return self._after("-->", at + 4)
        if self._page.startswith(("<!", "<?"), at):
            return self._after(">", at)
        tag = _TAG.match(self._page, at)
        if tag is None:
            self._add("<")
            return at + 1
        name, end = tag[2].lower(), self._after(">", tag.end())
        if tag[1]:
            self._end(name)
        elif name in _UNSEEN and self._page[end - 2 : end] != "/>":
            return self._after_element(name, end)
        else:
            self._start(name)
        return end

    def _after(self, sign: str, at: int) -> int:
        found = self._page.find(sign, at)
        return found + len(sign) if found >= 0 else len(self._page)

    def _after_element(self, name: str, at: int) -> int:
        """Skip what is not seen."""
        found = re.compile(f"</{re.escape(name)}(?![a-z])", re.IGNORECASE).search(self._page, at)
        return found.start() if found else len(self._page)

    def _start(self, name: str) -> None:
        match name:
            case "br":
                self._flow.add("\n")
            case "tr":
                self._begin_row()
            case "td" | "th":
                self._begin_cell()
            case _ if name in _BLOCKS:
                self._end_block()
        if name in _LISTS:
            self._depth += 1
        self._begins_item = self._begins_item or name == "li"
        self._is_pre = self._is_pre or name == "pre"

    def _end(self, name: str) -> None:
        match name:
            case "tr":
                self._end_row()
            case "table":
                self._end_row()
                self._flow.end_table()
            case "td" | "th":
                self._end_cell()
            case _ if name in _BLOCKS:
                self._end_block()
        if name in _LISTS and self._depth:
            self._depth -= 1
            if not self._depth:
                self._flow.end_table()
        self._is_pre = self._is_pre and name != "pre"

    def _begin_row(self) -> None:
        self._end_block()
        self._end_row()
        self._flow.begin_row()
        self._in_row = True

    def _begin_cell(self) -> None:
        if self._in_row:
            self._end_cell()
        else:
            self._begin_row()
        self._flow.open()
        self._in_cell = True

    def _end_cell(self) -> None:
        if self._in_cell:
            self._in_cell = False
            self._flow.end_cell()

    def _end_row(self) -> None:
        if self._in_row:
            self._end_cell()
            self._in_row = False
            self._flow.end_row()

    def _add(self, text: str) -> None:
        if text:
            seen = unescape(text)
            self._flow.add(seen if self._is_pre else _SPACE.sub(" ", seen))

    def _end_block(self) -> None:
        """Finish a paragraph; within a cell it is a word space, since a row is one line."""
        if self._in_cell:
            self._flow.add(" ")
            return
        sign = self._flow.item(self._depth - 1) if self._begins_item and self._depth else ""
        self._flow.end_paragraph(sign, close=self._depth > 0)
        self._begins_item = False
