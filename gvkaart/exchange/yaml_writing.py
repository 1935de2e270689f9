"""Content to YAML text that is pleasant to read and to compare.

Short things stand on one line, ``{title: CAK, type: organisation}``; what does not fit is a block, one key a line; long
texts are literal (with line breaks) or folded (one long paragraph) blocks. A text that any YAML reader could take for a
number, a date, a truth value or nothing is quoted.

Written here rather than by ruamel.yaml because its emitter chooses one style for a whole file and breaks flow lines
where it likes; this has few rules, and tests read everything back.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gvkaart.exchange.case_writing import Content, Word

_WIDTH: Final = 110
"""Longest line that is written in flow style or folded, in characters, unless a single word is longer."""

_INDENT: Final = "  "

_SPECIAL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff"
"""Characters that are only safe in quotes; with tab, line break and the hard space where those are not welcome."""

_BARE: Final = re.compile("[a-z0-9][a-z0-9_-]*")
_PLAIN: Final = re.compile(f"[^\\W_](?:[^ \t\n\xa0:#{_SPECIAL}]| (?![ #])|:(?![ \n]|$))*(?<! )")
_TYPED: Final = re.compile(r"(?i:null|true|false|yes|no|on|off|y|n)|\d[\da-fA-F.,_:+\-/ tTzZoOxX]*")
"""What some version of YAML takes for something else than a text, and what nearly looks so."""

_FLOW_INDICATOR: Final = re.compile(r"[,?:\[\]{}]")
_TO_ESCAPE: Final = re.compile("[\x7f-\xa0\u2028\u2029\ufeff]")
_LITERAL: Final = re.compile(f"(?=[^ \t\n])[^{_SPECIAL}]*[^ \t\n{_SPECIAL}]\n?")
_FOLDABLE: Final = re.compile(f"[^ \t\n{_SPECIAL}]+(?: [^ \t\n{_SPECIAL}]+)*")


def yaml_text(content: Mapping[str, Content]) -> str:
    """Return the YAML text of a mapping; it ends with a line break."""
    return "".join(f"{line}\n" for line in _mapping_lines(content, ""))


def _mapping_lines(content: Mapping[str, Content], indent: str) -> Iterator[str]:
    for key, value in content.items():
        yield from _entry_lines(f"{indent}{_scalar(key, in_flow=False)}:", value, indent + _INDENT)


def _entry_lines(start: str, value: Content, indent: str) -> Iterator[str]:
    """Yield the lines of a key with its value: on one line when it fits, else as a block with this indentation."""
    short = _flow(value, in_flow=False)
    if short is not None and len(start) + 1 + len(short) <= _WIDTH:
        yield f"{start} {short}"
    elif isinstance(value, str):
        yield from _text_lines(start, value, indent)
    else:
        yield start
        yield from _block_lines(value, indent)


def _block_lines(value: Content, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping_lines(value, indent)
    elif isinstance(value, Sequence):
        for item in value:
            yield from _item_lines(item, indent)


def _item_lines(item: Content, indent: str) -> Iterator[str]:
    """Yield the lines of an item of a list: a dash, and what does not fit beside it aligned behind it."""
    if isinstance(item, Mapping) and _is_long(item, indent):
        first, *others = _mapping_lines(item, indent + _INDENT)
        yield f"{indent}- {first.removeprefix(indent + _INDENT)}"
        yield from others
    else:
        yield from _entry_lines(f"{indent}-", item, indent + _INDENT)


def _is_long(item: Content, indent: str) -> bool:
    short = _flow(item, in_flow=False)
    return short is None or len(indent) + len("- ") + len(short) > _WIDTH


def _flow(value: Content, *, in_flow: bool) -> str | None:
    """Return a value on one line, or None when it reads better as a block: line breaks, mappings in a mapping."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return None if "\n" in value else _scalar(value, in_flow=in_flow)
        case Mapping():
            if any(isinstance(one, Mapping) for one in value.values()):
                return None
            parts = [(f"{_scalar(key, in_flow=True)}: ", _flow(one, in_flow=True)) for key, one in value.items()]
            return _enclosed("{", parts, "}")
        case _:
            if len(value) > 1 and any(isinstance(one, Mapping) for one in value):
                return None
            return _enclosed("[", [("", _flow(one, in_flow=True)) for one in value], "]")


def _enclosed(opening: str, parts: list[tuple[str, str | None]], closing: str) -> str | None:
    written = [key + value for key, value in parts if value is not None]
    return f"{opening}{', '.join(written)}{closing}" if len(written) == len(parts) else None


def _text_lines(start: str, text: str, indent: str) -> Iterator[str]:
    if "\n" in text and _LITERAL.fullmatch(text):
        yield f"{start} |" if text.endswith("\n") else f"{start} |-"
        for line in text.removesuffix("\n").split("\n"):
            yield indent + line if line else ""
    elif "\n" not in text and _FOLDABLE.fullmatch(text):
        yield f"{start} >-"
        yield from _folded_lines(text, indent)
    else:
        yield f"{start} {_quoted(text)}"


def _folded_lines(text: str, indent: str) -> Iterator[str]:
    words = text.split(" ")
    line = indent + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = indent + word
        else:
            line = f"{line} {word}"
    yield line


def _scalar(text: str, *, in_flow: bool) -> str:
    """Return a text on one line, in quotes when it would not be read as that text otherwise."""
    if isinstance(text, Word) and _BARE.fullmatch(text):
        return text
    if len(text) > _WIDTH or not _PLAIN.fullmatch(text) or _TYPED.fullmatch(text):
        return _quoted(text)
    return _quoted(text) if in_flow and _FLOW_INDICATOR.search(text) else text


def _quoted(text: str) -> str:
    """Return a text in double quotes: the escapes of JSON are those of YAML, save what JSON does not escape."""
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
