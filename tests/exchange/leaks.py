"""Looks for a word in a file in every way in which it could be there (reliability, section 3.5)."""

import base64
import html
import re
import urllib.parse
import zlib
from collections.abc import Iterator


def needles(word: str) -> set[bytes]:
    """Return the forms in which a word could be written."""
    forms = {word, word.lower(), word[::-1], html.escape(word), urllib.parse.quote(word)}
    encoded = {form.encode(encoding) for form in forms for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    encoded |= {"".join(f"&#{ord(one)};" for one in word).encode(), word.encode().hex().encode()}
    encoded |= {word.encode("utf-16-be").hex().encode(), word.encode("utf-16-be").hex().upper().encode()}
    for shift in range(3):  # base64 of the word somewhere in a text: without the characters its neighbours decide
        inner = base64.b64encode(b"\0" * shift + word.encode() + b"\0" * 3)
        encoded.add(inner[4 if shift else 0 : 4 * ((shift + len(word)) // 3)])
    return encoded


def views(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file, and whatever is packed in them."""
    yield data
    for found in re.finditer(rb"[\x58\x68\x78][\x01\x5e\x9c\xda]", data):  # how a zlib stream begins
        try:
            yield zlib.decompressobj().decompress(data[found.start() :])
        except zlib.error:
            continue
    if data.startswith(b"%PDF"):
        yield from (text.encode() for text in pdf_texts(data))


def pdf_texts(data: bytes) -> Iterator[str]:
    """Yield what can be copied from a PDF of Qt: all its glyph codes, read with the table of each of its fonts."""
    streams = list(_streams(data))
    codes = [code.decode().lower() for one in streams for code in re.findall(rb"<([0-9a-fA-F]+)>", one)]
    for table in filter(None, map(_glyphs, streams)):
        yield "".join(table.get(code[at : at + 4], "") for code in codes for at in range(0, len(code), 4))


def _glyphs(stream: bytes) -> dict[str, str]:
    """Read which character each glyph of a font stands for (ToUnicode, ISO 32000-1, 9.10.3)."""
    glyphs: dict[str, str] = {}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", stream, re.DOTALL):
        for first, last, start in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                glyphs[f"{int(first, 16) + step:04x}"] = chr(int(start, 16) + step)
        for first, _last, many in re.findall(rb"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            for step, code in enumerate(re.findall(rb"<(\w+)>", many)):
                glyphs[f"{int(first, 16) + step:04x}"] = bytes.fromhex(code.decode()).decode("utf-16-be")
    return glyphs


def _streams(data: bytes) -> Iterator[bytes]:
    for packed in re.findall(rb"(?<!end)stream\r?\n(.*?)endstream", data, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(packed)
        except zlib.error:
            yield packed


def leaks(data: bytes, word: str) -> bool:
    """Tell whether a word can be found in a file."""
    forms = needles(word)
    return any(form in view for view in views(data) for form in forms)
