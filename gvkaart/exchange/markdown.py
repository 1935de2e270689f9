"""The text version of a map: everything the picture shows, to be read from top to bottom, as Markdown (CommonMark).

For who cannot see the picture, or would rather read. A heading for each kind, one for each item below it; then what it
says, its fields, and its relations in words from both sides, so that nobody has to look up who claims a fact. What is
private is left out by whoever makes the view (`gvkaart.domain.disclosure`), not here.

Titles and fields are plain text, so every character that means something in Markdown is escaped. A text of an item is
Markdown itself: it becomes a quotation, in which HTML, images and headings are disarmed; links to items show titles.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gvkaart.analysis.argument_base import explanations_of, verdicts
from gvkaart.analysis.findings import Finding
from gvkaart.analysis.wording import sentences
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, Fields, Node, NodeId, RoundId, Value
from gvkaart.domain.glossary import TERMS, field_key
from gvkaart.domain.linking import rewritten
from gvkaart.domain.metamodel import KINDS, MAP_FIELDS, PLACEMENT_FIELDS, RELATIONS, Field, FieldType
from gvkaart.words import Words

_SPECIAL: Final = re.compile(r"[\\`*_\[\]#!]")
_REFERENCES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", "~": "&#126;"})
"""What only some dialects of Markdown let a backslash disarm; all of them know character references."""

_WITHIN = r"[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))[ \t]*)*"
"""What may stand before a heading on its line: quotations and points of a list."""

_HEADING: Final = re.compile(rf"^({_WITHIN})(#{{1,6}}(?=\s|$)|(?:=+|-+)(?=[ \t]*$))", re.MULTILINE)


def write_markdown(view: CaseView, words: Words, findings: Iterable[Finding], *, with_private: bool = False) -> bytes:
    """Return the text version of a map as of a round (UTF-8).

    Args:
        view: the map; for others than its maker, of a graph that went through `disclosure.without_private`.
        words: the language of everything that the map does not say itself.
        findings: what was noticed on this very view.
        with_private: the view holds what is private as well. Otherwise the text says that such items are not in it,
            whether there are any or not: "nobody speaks for…" may be untrue when somebody does in private.
    """
    return "".join(f"{line}\n" for line in _Text(view, words, with_private).lines(findings)).encode()


def escaped(text: str) -> str:
    """Return a text of one line, so that Markdown shows just these characters."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split())).translate(_REFERENCES)


def quoted(text: str) -> str:
    """Return Markdown that somebody typed as a quotation, without what could load, run or pass for a heading."""
    disarmed = text.replace("<", "&lt;").replace("![", "!\\[")
    lines = _HEADING.sub(r"\1\\\2", disarmed).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


class _Text:
    """The text of one map."""

    def __init__(self, view: CaseView, words: Words, with_private: bool) -> None:
        self._view = view
        self._words = words
        self._with_private = with_private
        self._verdicts = verdicts(explanations_of(view), view.nodes, words)

    def lines(self, findings: Iterable[Finding]) -> Iterator[str]:
        yield from self._head()
        yield from self._findings(tuple(findings))
        for kind in KINDS:
            if nodes := self._view.of_kind(kind):
                yield from ("", f"## {self._words.term(f'kinds.{kind}')}")
                for node in nodes:
                    yield from self._item(node)

    def _say(self, key: str, **params: str | int) -> str:
        return self._words.text(f"exchange.markdown.{key}", **params)

    def _head(self) -> Iterator[str]:
        map_, round_ = self._view.map, self._view.round
        yield f"# {escaped(map_.title if map_ is not None else '')}"
        yield ""
        if round_ is not None:
            title = f"{round_.title} ({round_.date})" if round_.date else round_.title
            yield f"- {self._say('round')}: {escaped(title)}"
        if map_ is not None:
            yield from self._fields("map", MAP_FIELDS, map_.fields)
        yield f"- {self._say('size', nodes=len(self._view.nodes), edges=len(self._view.edges))}"

    def _item(self, node: Node) -> Iterator[str]:
        yield from ("", f"### {self._title(node.id)}", "")
        if node.text.strip():
            said = rewritten(node.text, lambda link: escaped(link.shown(self._view.graph.nodes)))
            yield from (quoted(said.strip("\n")), "")
        marks = sorted(mark.value for mark in self._view.marks(node.id))
        dimmed = ["dimmed"] if node.id in self._view.dimmed else []
        for mark in (*marks, *dimmed):
            yield f"- **{self._words.text(f'picture.mark.{mark}')}**"
        if verdict := self._verdicts.get(node.id):
            yield f"- **{escaped(verdict.said)}**"
        yield from self._fields(node.kind, KINDS[node.kind].fields, node.fields)
        if placement := self._view.placements.get(node.id):
            yield from self._fields("placement", PLACEMENT_FIELDS, placement.fields)
        if node.tags:
            yield f"- {self._words.term('field.tags')}: {escaped(', '.join(node.tags))}"
        yield f"- {self._words.term('field.origin')}: {self._words.term(f'choice.origin.{node.origin}')}"
        yield from self._relations(node)

    def _relations(self, node: Node) -> Iterator[str]:
        for relation in RELATIONS:
            forth = [self._end(edge, edge.target) for edge in self._out(node, relation)]
            back = [self._end(edge, edge.source) for edge in self._view.into(node.id, relation)]
            for word, ends in ((f"relation.{relation}", forth), (f"inverse.{relation}", back)):
                yield from _listed(f"- {self._words.term(word)}:", ends)

    def _out(self, node: Node, relation: str) -> tuple[Edge, ...]:
        """Return the edges from a node; a source is worth naming even when it does not stand on the map."""
        edges = self._view.out(node.id, relation)
        if relation != "cites":
            return edges
        beside = (edge for edge in self._view.graph.out(node.id) if edge.target not in self._view.nodes)
        return (*edges, *(edge for edge in beside if edge.relation == "cites"))

    def _end(self, edge: Edge, end: NodeId) -> str:
        """Return the item at the other end of an edge, with what is recorded of the edge itself."""
        rounds = ((key, self._round(one)) for key, one in (("from", edge.from_round), ("until", edge.until_round)))
        more = [f"{self._words.term(f'field.{key}').lower()}: {round_}" for key, round_ in rounds if round_]
        described = RELATIONS[edge.relation].all_fields
        more += [
            f"{self._field_word(edge.relation, one).lower()}: {self._value(one, edge.fields[one.id])}"
            for one in described
            if one.id in edge.fields
        ]
        return f"{self._title(end)} ({'; '.join(more)})" if more else self._title(end)

    def _fields(self, owner: str, described: Iterable[Field], fields: Fields) -> Iterator[str]:
        for one in described:
            if one.id in fields:
                yield f"- {self._field_word(owner, one)}: {self._value(one, fields[one.id])}"

    def _field_word(self, owner: str, field: Field) -> str:
        return self._words.term(field_key(owner, field.id)).rstrip(":?")

    def _value(self, field: Field, value: Value) -> str:
        if isinstance(value, bool):
            return self._say("yes" if value else "no")
        texts = value if isinstance(value, tuple) else (value,)
        return ", ".join(self._text(field, text) for text in texts)

    def _text(self, field: Field, text: str) -> str:
        if field.type in {FieldType.NODE, FieldType.NODES}:
            return self._title(NodeId(text))
        if field.type is FieldType.ROUND:
            return self._round(RoundId(text))
        term = f"choice.{field.vocabulary}.{text}"
        return self._words.term(term).lower() if term in TERMS else escaped(text)

    def _title(self, node_id: NodeId) -> str:
        node = self._view.graph.nodes.get(node_id)
        return escaped(node.title if node is not None and node.title else node_id)

    def _round(self, round_id: RoundId) -> str:
        return escaped(self._view.rounds[round_id].title) if round_id in self._view.rounds else ""

    def _findings(self, findings: tuple[Finding, ...]) -> Iterator[str]:
        if findings:
            yield from ("", f"## {self._say('findings')}")
            if not self._with_private:
                yield from ("", self._say("without_private"))
        for finding in findings:
            said = sentences(finding, self._view.graph.nodes, self._words)
            yield from ("", f"### {escaped(said.title)}", "", escaped(said.message), "")
            yield f"- {self._say('severity')}: {self._words.text(f'checks.severity.{finding.severity}').lower()}"
            yield f"- {self._say('why')}: {escaped(said.why)} ({escaped(said.source)})"
            yield f"- {self._say('next')}: {escaped(said.next_step)}"
            if finding.set_aside is not None:
                yield f"- {self._say('set_aside')}: {escaped(finding.set_aside.reason)}"


def _listed(start: str, ends: list[str]) -> Iterator[str]:
    if len(ends) == 1:
        yield f"{start} {ends[0]}"
    elif ends:
        yield start
        yield from (f"  - {end}" for end in ends)
