"""Trees to values: what one text, list or mapping of a case file becomes, by the type of its field."""

from collections.abc import Mapping
from typing import Final, assert_never

from gvkaart.domain.entities import Value
from gvkaart.domain.metamodel import Field, FieldType
from gvkaart.domain.text import clean_line, clean_text
from gvkaart.exchange.report import Report, Spot
from gvkaart.exchange.tree import Scalar, Sequence, Table, Tree

_FLAGS: Final = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}


def spot_of(tree: Tree, path: str) -> Spot:
    """Return where a tree stands."""
    return Spot(tree.line, path, tree.text if isinstance(tree, Scalar) else "")


def table_of(report: Report, tree: Tree, path: str) -> Mapping[str, tuple[int, Tree]]:
    """Return the entries of a mapping by key, each with the line of its key; nothing written is an empty mapping."""
    if not isinstance(tree, Table):
        if tree != Scalar(tree.line, ""):
            report.add(spot_of(tree, path), "exchange.not_a_mapping")
        return {}
    entries: dict[str, tuple[int, Tree]] = {}
    for key, value in tree.entries:
        if key.text in entries:
            first = str(entries[key.text][0])
            report.add(Spot(key.line, joined(path, key.text)), "exchange.duplicate_key", name=key.text, first=first)
        else:
            entries[key.text] = (key.line, value)
    return entries


def items_of(report: Report, tree: Tree, path: str) -> tuple[tuple[str, Tree], ...]:
    """Return the items of a list, each with its path; nothing written is an empty list."""
    if not isinstance(tree, Sequence):
        if tree != Scalar(tree.line, ""):
            report.add(spot_of(tree, path), "exchange.not_a_list")
        return ()
    return tuple((f"{path}[{number}]", item) for number, item in enumerate(tree.items))


def text_of(report: Report, tree: Tree, path: str) -> str:
    """Return a text as it was written; empty, and reported, for a list or a mapping."""
    if isinstance(tree, Scalar):
        return tree.text
    report.add(spot_of(tree, path), "exchange.not_a_text")
    return ""


def line_of(report: Report, tree: Tree, path: str) -> str:
    """Return a text of one line."""
    return clean_line(text_of(report, tree, path))


def lines_of(report: Report, tree: Tree, path: str) -> tuple[str, ...]:
    """Return a list of texts of one line, each once."""
    return tuple(dict.fromkeys(line_of(report, item, at) for at, item in items_of(report, tree, path)))


def value_of(report: Report, described: Field, tree: Tree, path: str) -> Value | None:
    """Return what a field is filled with; None when nothing is left of it.

    Whether the value fits the field otherwise, an enumeration or a date, is for `gvkaart.domain.validation`.
    """
    match described.type:
        case FieldType.FLAG:
            return _flag_of(report, tree, path)
        case FieldType.LIST | FieldType.CHOICES | FieldType.NODES:
            return lines_of(report, tree, path) or None
        case FieldType.TEXT:
            return clean_text(text_of(report, tree, path)) or None
        case (
            FieldType.LINE
            | FieldType.CHOICE
            | FieldType.NUMBER
            | FieldType.DATE
            | FieldType.NODE
            | FieldType.VALUE
            | FieldType.ROUND
        ):
            return line_of(report, tree, path) or None
        case _:
            assert_never(described.type)


def _flag_of(report: Report, tree: Tree, path: str) -> bool | None:
    text = line_of(report, tree, path)
    flag = _FLAGS.get(text.lower())
    if text and flag is None:
        report.add(spot_of(tree, path), "exchange.not_a_flag", value=text)
    return flag


def joined(path: str, key: str) -> str:
    """Return the path of a key under another path."""
    return f"{path}.{key}" if path else key
