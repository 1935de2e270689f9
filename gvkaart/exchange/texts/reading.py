"""From the bytes of a file to its text: what the file is, is decided by what is in it, not by its name."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from gvkaart.domain.errors import Rejected
from gvkaart.domain.text import clean_text

LARGEST_FILE: Final = 50 * 2**20
"""No larger file is read, in bytes."""

LARGEST_PLAIN: Final = 20 * 2**20
"""The same for a file that is itself text: ten million characters are the most that a source may have."""

TEXT_SUFFIXES: Final = (".txt", ".md", ".docx", ".odt", ".html", ".htm", ".pdf")
"""Names of files that may be offered; others are read too when they turn out to be one of these."""

_HTML: Final = re.compile(rb"\s*(<!doctype html|<html|<head|<body)", re.IGNORECASE)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_SPACES: Final = " \t\xa0"


def read_text_file(path: Path) -> str:
    """Return the text of a file on disk.

    Raises:
        Rejected: as `read_text`; a file that is too large is refused before it is read.
        OSError: it cannot be read.
    """
    _require_size(path.stat().st_size, LARGEST_FILE)
    with path.open("rb") as file:
        return read_text(file.read(LARGEST_FILE + 1), path.name)


def read_text(data: bytes, name: str) -> str:
    """Return the text of a file: paragraphs with an empty line between them, lists and tables a line for each part.

    Args:
        data: everything in the file.
        name: its name; decides between text, Markdown and HTML without a beginning that tells, and nothing else.

    Raises:
        Rejected: too large, damaged, protected with a password, a scan, of a kind that is not read, or without text.
    """
    _require_size(len(data), LARGEST_FILE)
    text = _tidied(_reader_of(data, Path(name).suffix.lower())(data))
    if not text:
        raise Rejected("texts.empty")
    return text


def _require_size(size: int, largest: int) -> None:
    if size > largest:
        raise Rejected("texts.too_large", size=-(-size >> 20), largest=largest >> 20)


def _reader_of(data: bytes, suffix: str) -> Callable[[bytes], str]:
    """Return what reads this file.

    Raises:
        Rejected: nothing does.
    """
    if data.startswith(b"PK\x03\x04"):
        return _office
    if b"%PDF-" in data[:1024]:
        return _pdf
    if data.startswith(_OLE):
        raise Rejected("texts.old_or_protected")
    if data.startswith(b"{\\rtf"):
        raise Rejected("texts.rtf")
    _require_size(len(data), LARGEST_PLAIN)
    return _html if suffix in {".html", ".htm", ".xhtml"} or _HTML.match(data[:1024]) else _plain


def _plain(data: bytes) -> str:
    from gvkaart.exchange.texts.encoding import decoded

    return decoded(data)


def _html(data: bytes) -> str:
    from gvkaart.exchange.texts.html import text_of_html

    return text_of_html(data)


def _pdf(data: bytes) -> str:
    from gvkaart.exchange.texts.pdf import text_of_pdf

    return text_of_pdf(data)


def _office(data: bytes) -> str:
    from gvkaart.exchange.texts.package import Package

    package = Package(data)
    if package.has("word/document.xml"):
        from gvkaart.exchange.texts.docx import text_of_docx

        return text_of_docx(package)
    if package.has("content.xml"):
        from gvkaart.exchange.texts.odt import text_of_odt

        return text_of_odt(package)
    raise Rejected("texts.no_text_format")


def _tidied(text: str) -> str:
    """Drop what cannot be seen: control characters, spaces at the end of lines, more than one empty line."""
    # No pattern takes the spaces away: one looks at a long run of them again from each of them.
    lines = (line.rstrip(_SPACES) for line in clean_text(text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
