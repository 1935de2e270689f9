"""The text of a Word document (ECMA-376): ``word/document.xml``, and the notes beside it.

What somebody deleted while changes were tracked is not there, what was inserted is. Field codes, comments, headers and
footers are left out.
"""

from typing import Final

from gvkaart.domain.overriding import override
from gvkaart.exchange.texts.flow import Flow
from gvkaart.exchange.texts.package import Package
from gvkaart.exchange.texts.xml import Attributes, Reader, read_xml

_NAMESPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_SKIPPED: Final = frozenset(("w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:delText"))
_SIGNS: Final = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_NOTE_PARTS: Final = {"w:footnoteReference": "word/footnotes.xml", "w:endnoteReference": "word/endnotes.xml"}


def text_of_docx(package: Package) -> str:
    """Return the text of a Word document.

    Raises:
        Rejected: it is damaged.
    """
    notes = {element: _notes_in(package, part) for element, part in _NOTE_PARTS.items()}
    reader = _Body(notes)
    read_xml(package.read("word/document.xml"), _NAMESPACES, reader)
    return reader.flow.result()


def _notes_in(package: Package, part: str) -> dict[str, str]:
    """Return the texts of footnotes or endnotes by their id."""
    if not package.has(part):
        return {}
    reader = _Notes()
    read_xml(package.read(part), _NAMESPACES, reader)
    return reader.notes


class _Story(Reader):
    """What body and notes have in common: paragraphs, lists, tables and boxes."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._skipping = 0
        self._in_text = False
        self._in_properties = 0
        self._paragraphs: list[str] = []
        """The list sign of each paragraph that is open; one within another is in a text box."""

    @override
    def start(self, name: str, attributes: Attributes) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        match name:
            case "w:t":
                self._in_text = True
            case "w:p":
                if self._paragraphs:
                    self.flow.open()
                self._paragraphs.append("")
            case "w:pPr":
                self._in_properties += 1
            case "w:numPr" | "w:ilvl" if self._paragraphs:
                self._paragraphs[-1] = self.flow.item(_number(attributes.get("w:val", "")))
            case "w:tr":
                self.flow.begin_row()
            case "w:tc":
                self.flow.open()
            case _ if name in _SIGNS and not self._in_properties:
                self.flow.add(_SIGNS[name])

    @override
    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        match name:
            case "w:t":
                self._in_text = False
            case "w:p":
                self._end_paragraph()
            case "w:pPr":
                self._in_properties -= 1
            case "w:tc":
                self.flow.end_cell()
            case "w:tr":
                self.flow.end_row()
            case "w:tbl":
                self.flow.end_table()

    @override
    def text(self, text: str) -> None:
        if self._in_text and not self._skipping:
            self.flow.add(text)

    def _end_paragraph(self) -> None:
        sign = self._paragraphs.pop()
        if self._paragraphs:
            self.flow.add(f" {self.flow.close()} ")
        else:
            self.flow.end_paragraph(sign, close=bool(sign))


class _Body(_Story):
    """The body of a document, which refers to its notes."""

    def __init__(self, notes: dict[str, dict[str, str]]) -> None:
        super().__init__()
        self._notes = notes

    @override
    def start(self, name: str, attributes: Attributes) -> None:
        super().start(name, attributes)
        if name in self._notes and not self._skipping:
            self.flow.note(self._notes[name].get(attributes.get("w:id", ""), ""))


class _Notes(_Story):
    """A part with notes; separators between text and notes are notes of a type."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[str, str] = {}
        self._id = ""

    @override
    def start(self, name: str, attributes: Attributes) -> None:
        if name in {"w:footnote", "w:endnote"}:
            self._id = "" if attributes.get("w:type", "normal") != "normal" else attributes.get("w:id", "")
            self.flow.open()
        super().start(name, attributes)

    @override
    def end(self, name: str) -> None:
        super().end(name)
        if name in {"w:footnote", "w:endnote"}:
            text = self.flow.close()
            if self._id:
                self.notes[self._id] = text


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 3 else 0  # noqa: PLR2004  two digits
