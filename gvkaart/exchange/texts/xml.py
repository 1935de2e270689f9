"""Safe reading of XML: events from expat, and no document type, so no entity can be defined or fetched.

Elements are named by the prefix that their namespace usually has, so that a reader looks like the format's own
documentation whatever prefixes a file uses.
"""

from collections.abc import Mapping
from typing import Final, Protocol
from xml.parsers import expat

from gvkaart.domain.errors import Rejected

_DEEPEST: Final = 500
"""Elements within elements; real documents stay below a hundred."""

Attributes = Mapping[str, str]


class Reader(Protocol):
    """What hears of the elements and texts of a document, in order."""

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins; it and its attributes are named ``prefix:local``."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """A piece of text."""


def read_xml(data: bytes, namespaces: Mapping[str, str], reader: Reader) -> None:
    """Tell a reader what is in a document.

    Args:
        data: the document.
        namespaces: prefixes by namespace; elements of others are named by their local name after a colon.
        reader: is told.

    Raises:
        Rejected: not well-formed, nested too deeply, or with a document type.
    """
    names: dict[str, str] = {}
    depth = 0

    def short(name: str) -> str:
        if (known := names.get(name)) is None:
            namespace, _separator, local = name.rpartition(" ")
            known = names[name] = f"{namespaces.get(namespace, '')}:{local}"
        return known

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise Rejected("texts.damaged")
        reader.start(short(name), {short(key): value for key, value in attributes.items()} if attributes else {})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(short(name))

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Rejected("texts.damaged") from error


def _refuse(*_declaration: object) -> None:
    raise Rejected("texts.unsafe")
