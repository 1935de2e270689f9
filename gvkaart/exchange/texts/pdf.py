"""The text of a PDF, as far as it has any: pypdf (BSD-3-Clause, pure Python) takes it out, page by page.

A PDF knows glyphs on lines, not paragraphs. Lines that go on in the next one are joined; what else the layout meant is
for the reader to correct. Pages take time, and an odd file may take for ever, so there is a limit, looked at with every
drawing operator.
"""

import logging
import re
import time
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final

from gvkaart.domain.errors import Rejected

if TYPE_CHECKING:
    from pypdf import PdfReader

LONGEST: Final = 60.0
"""Seconds that reading may take; 500 pages take about 20."""

MOST_CHARACTERS: Final = 20_000_000

_BROKEN_WORD: Final = re.compile(r"(?<=[a-zà-ÿ])[-\xad]\n(?=[a-zà-ÿ])")
_BROKEN_LINE: Final = re.compile(r"(?<=[^\n.!?:;•])\n(?=[a-zà-ÿ(])")


def text_of_pdf(data: bytes) -> str:
    """Return the text of a PDF, with an empty line between pages.

    Raises:
        Rejected: damaged, protected with a password, too much for the time there is, or a scan: only pictures.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of a file is not for the terminal
    try:
        pages = list(_pages(data))
    except Rejected:
        raise
    except Exception as error:  # anything may go wrong inside a library that is fed a hostile file
        raise _rejected(error) from error
    text = "\n\n".join(pages)
    if not any(one.isalnum() for one in text):
        raise Rejected("texts.scan")
    # A tab is no place on a page: some programs, Qt among them, say of the glyph of a space that it is one.
    lines = "\n".join(line.rstrip() for line in text.replace("\t", " ").split("\n"))
    return _BROKEN_LINE.sub(" ", _BROKEN_WORD.sub("", lines))


def _pages(data: bytes) -> Iterator[str]:
    from pypdf import PdfReader

    end = time.monotonic() + LONGEST
    reader = PdfReader(BytesIO(data))
    _unlock(reader)
    total = 0

    def look(*_operands: object) -> None:
        if time.monotonic() > end:
            raise Rejected("texts.too_slow")

    for page in reader.pages:
        look()
        text = page.extract_text(visitor_operand_before=look)
        total += len(text)
        if total > MOST_CHARACTERS:
            raise Rejected("texts.too_large", size=total >> 20, largest=MOST_CHARACTERS >> 20)
        yield text


def _unlock(reader: "PdfReader") -> None:
    """Open what is protected against printing only; a file that asks a password to be read stays closed."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise Rejected("texts.protected")


def _rejected(error: Exception) -> Rejected:
    from pypdf.errors import DependencyError, FileNotDecryptedError

    locked = isinstance(error, FileNotDecryptedError | DependencyError)
    return Rejected("texts.protected" if locked else "texts.damaged")
