"""A finding in words: its texts with the titles of what it is about filled in.

What comes out is plain text. Titles are what users typed: whoever shows it never takes it for markup.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from gvkaart.analysis.findings import Finding, Meanings, Param, TextKeys, ValueNames, ValueQuestions
from gvkaart.domain.derived import text_of
from gvkaart.domain.entities import Node, NodeId
from gvkaart.words import Words

_NAMED_VALUES: Final = 5
_NAMED: Final = 4
"""So many public values, and other things, are named in one sentence before the rest is counted; the finding itself
holds them all. One that is left is named as well: that is no longer than a count."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What a reader sees of a finding.

    Attributes:
        title: the name of the check.
        message: what was noticed, on this map.
        why: why it matters.
        source: the sections of the report or the essay that say so.
        next_step: the one thing to do, mostly a question to ask somebody.
    """

    title: str
    message: str
    why: str
    source: str
    next_step: str


def sentences(finding: Finding, nodes: Mapping[NodeId, Node], words: Words) -> Sentences:
    """Word a finding.

    Args:
        finding: what was found.
        nodes: those of the document; one that is gone is named by its id.
        words: the texts of the reader's language.
    """
    key = f"checks.{finding.check}"
    params = {name: _filled(param, nodes, words) for name, param in finding.params.items()}
    message = f"{key}.message_{finding.variant}" if finding.variant else f"{key}.message"
    return Sentences(
        title=words.text(f"{key}.title"),
        message=_capitalised(words.text(message, **params)),
        why=words.text(f"{key}.why"),
        source=words.text(f"{key}.source"),
        next_step=words.text(f"{key}.next", **params),
    )


def _filled(param: Param, nodes: Mapping[NodeId, Node], words: Words) -> str | int:
    match param:
        case str() | int():
            return param
        case TextKeys():
            return listed([words.text(key) for key in param.keys], words)
        case ValueQuestions():
            return param.names[0]
        case ValueNames():
            return listed(_some(param.names, _NAMED_VALUES, words), words)
        case Meanings():
            told = map(_meant, param.keys, param.actors, repeat(nodes), repeat(words))
            return listed(list(dict.fromkeys(told)), words)
        case _:
            return listed(_some([named(node, nodes) for node in param], _NAMED, words), words)


def _some(names: Sequence[str], most: int, words: Words) -> list[str]:
    """Return names for one sentence: the first of them, and how many more there are."""
    more = len(names) - most
    return [*names[:most], words.text("checks.list.more", count=more)] if more > 1 else list(names)


def _meant(concept: NodeId, actors: Sequence[NodeId], nodes: Mapping[NodeId, Node], words: Words) -> str:
    """Name a meaning of a term by its frame, or by who has it."""
    node = nodes.get(concept)
    frame = text_of(node.fields, "frame") if node is not None else ""
    if frame:
        return f"'{frame}'"
    return listed([named(actor, nodes) for actor in actors], words) or words.text("checks.list.no_frame")


def named(node_id: NodeId, nodes: Mapping[NodeId, Node]) -> str:
    """Name a node in a sentence: an actor as it is called, anything else between quotes."""
    node = nodes.get(node_id)
    if node is None:
        return node_id
    return node.title if node.kind == "actor" else f"'{node.title}'"


def listed(parts: Sequence[str], words: Words) -> str:
    """Join parts as in a sentence: a, b en c."""
    before, last = ", ".join(parts[:-1]), "".join(parts[-1:])
    return f"{before} {words.text('checks.list.and')} {last}" if before else last


def _capitalised(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
