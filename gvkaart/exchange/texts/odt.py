"""The text of an OpenDocument text (ODF 1.3): ``content.xml``.

What was deleted while changes were tracked stands apart in ``text:tracked-changes`` and is left out, as are comments.
"""

import re
from typing import Final

from gvkaart.domain.errors import Rejected
from gvkaart.domain.overriding import override
from gvkaart.exchange.texts.flow import Flow
from gvkaart.exchange.texts.package import Package
from gvkaart.exchange.texts.xml import Attributes, Reader, read_xml

_NAMESPACES: Final = {
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0": name for name in ("office", "text", "table", "manifest")
}
_SKIPPED: Final = frozenset(("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text"))
_SIGNS: Final = {"text:tab": "\t", "text:line-break": "\n"}
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def text_of_odt(package: Package) -> str:
    """Return the text of an OpenDocument text.

    Raises:
        Rejected: it is damaged or protected with a password.
    """
    if package.has("META-INF/manifest.xml"):
        read_xml(package.read("META-INF/manifest.xml"), _NAMESPACES, _Locks())
    reader = _Content()
    read_xml(package.read("content.xml"), _NAMESPACES, reader)
    return reader.flow.result()


class _Locks(Reader):
    """Looks in the manifest whether parts are encrypted."""

    @override
    def start(self, name: str, attributes: Attributes) -> None:
        if name == "manifest:encryption-data":
            raise Rejected("texts.protected")

    @override
    def end(self, name: str) -> None:
        """Of no concern."""

    @override
    def text(self, text: str) -> None:
        """Of no concern."""


class _Content(Reader):
    def __init__(self) -> None:
        self.flow = Flow()
        self._skipping = 0
        self._paragraphs = 0
        self._depth = 0
        self._begins_item = False

    @override
    def start(self, name: str, attributes: Attributes) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        match name:
            case "text:p" | "text:h":
                if self._paragraphs:
                    self.flow.open()
                self._paragraphs += 1
            case "text:list":
                self._depth += 1
            case "text:list-item":
                self._begins_item = True
            case "text:note" | "table:table-cell":
                self.flow.open()
            case "table:table-row":
                self.flow.begin_row()
            case "text:s":
                count = attributes.get("text:c", "1")
                self.flow.add(" " * (int(count) if re.fullmatch("[0-9]{1,2}", count) else 1))
            case _ if name in _SIGNS:
                self.flow.add(_SIGNS[name])

    @override
    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        match name:
            case "text:p" | "text:h":
                self._end_paragraph()
            case "text:list":
                self._depth -= 1
                if not self._depth:
                    self.flow.end_table()
            case "text:note":
                self.flow.note(self.flow.close())
            case "table:table-cell":
                self.flow.end_cell()
            case "table:table-row":
                self.flow.end_row()
            case "table:table":
                self.flow.end_table()

    @override
    def text(self, text: str) -> None:
        """Add text of a paragraph; white space counts as one space there (ODF 1.3, part 3, 6.1.2)."""
        if self._paragraphs and not self._skipping:
            self.flow.add(_SPACE.sub(" ", text))

    def _end_paragraph(self) -> None:
        self._paragraphs -= 1
        if self._paragraphs:
            self.flow.add(f" {self.flow.close()} ")
            return
        sign = self.flow.item(self._depth - 1) if self._begins_item and self._depth else ""
        self.flow.end_paragraph(sign, close=self._depth > 0)
        self._begins_item = False
