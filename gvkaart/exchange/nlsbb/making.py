"""Our concepts as a vocabulary of NL-SBB, fit for its shapes.

Every frame is a scheme, since the standard allows mappings between schemes only and wants a term once in each; a
concept without a frame belongs to the scheme of the actors who mean it so. Inside a scheme a mapping is said with the
relation that the standard has there: broader, narrower or related. What has no property stands in a note (`notes`), so
that it reads back; what cannot go along at all is told in remarks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from gvkaart.domain.derived import text_of, texts_of
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import unlinked
from gvkaart.domain.text import fresh_id
from gvkaart.exchange.nlsbb.notes import NO_DEFINITION, criteria_note, relation_note
from gvkaart.exchange.nlsbb.uris import concept_uri, is_uri, scheme_uri, source_uri
from gvkaart.exchange.nlsbb.vocabulary import INVERSES, Concept, Remark, Scheme, SourceDocument, Vocabulary, remark

_PLACED: Final = frozenset(("frame", "definition", "plain", "alt", "scope_note", "example", "criteria", "uri"))
"""The fields of a concept that are in the file."""


class Made(NamedTuple):
    """A vocabulary, and what to tell about it."""

    vocabulary: Vocabulary
    remarks: tuple[Remark, ...]


def make_vocabulary(graph: Graph, *, base: str, title: str, language: str) -> Made:
    """Return the concepts of a graph as a vocabulary.

    Args:
        graph: what may go out, and nothing else: made by `gvkaart.domain.disclosure`.
        base: what the URIs of things begin with that have none (`uris`).
        title: what to call the scheme of concepts that belong nowhere.
        language: of the texts.

    Raises:
        Rejected: there are no concepts.
    """
    concepts = sorted((one for one in graph.nodes.values() if one.kind == "concept"), key=lambda one: one.id)
    if not concepts:
        raise Rejected("nlsbb.no_concepts")
    frames = {one.id: _frame(graph, one, title) for one in concepts}
    making = _Making(graph, base, language, _uris(concepts, base), frames, _schemes(frames.values(), base))
    return Made(making.vocabulary(concepts), tuple(making.remarks(concepts)))


def _frame(graph: Graph, concept: Node, title: str) -> str:
    """Return the title of the scheme of a concept: its frame, or else who means it so."""
    meant_by = (edge.source for edge in graph.into(concept.id) if edge.relation == "means")
    actors = sorted({graph.nodes[actor].title for actor in meant_by} - {""})
    return text_of(concept.fields, "frame") or ", ".join(actors) or title


def _schemes(frames: Iterable[str], base: str) -> dict[str, Scheme]:
    slugs: set[str] = set()
    schemes: dict[str, Scheme] = {}
    for frame in sorted(set(frames)):
        slug = fresh_id(frame, "kader", slugs)
        slugs.add(slug)
        schemes[frame] = Scheme(scheme_uri(base, slug), frame)
    return schemes


def _uris(concepts: Iterable[Node], base: str) -> dict[NodeId, str]:
    """Give each concept a URI: its own, unless another one has it or Turtle cannot hold it."""
    uris: dict[NodeId, str] = {}
    used: set[str] = set()
    for one in concepts:
        own = text_of(one.fields, "uri")
        uris[one.id] = own if is_uri(own) and own not in used else concept_uri(base, one.id)
        used.add(uris[one.id])
    return uris


# --- relations --------------------------------------------------------------------------------------------------------

_BETWEEN_SCHEMES: Final = {
    "exact_match": "exactMatch",
    "close_match": "closeMatch",
    "broad_match": "broadMatch",
    "related_match": "relatedMatch",
    "part_of": "broaderPartitive",
}
_INSIDE_A_SCHEME: Final = {"broad_match": "broader", "part_of": "broaderPartitive", "related_match": "related"}
"""What a relation is called in NL-SBB, which forbids mappings inside a scheme and most other relations outside it."""

_RANKS: Final = ("part_of", "broad_match", "exact_match", "close_match", "related_match", "differs_from", "related")
"""Which relation goes first where two concepts may have only one."""


class _Said(NamedTuple):
    """A relation between two concepts; what `narrow_match` says is said by `broad_match` from the other end."""

    relation: str
    source: NodeId
    target: NodeId


def _said(edges: Iterable[Edge], concepts: Mapping[NodeId, str]) -> list[_Said]:
    """Return what relations say of concepts, each thing once, in a fixed order."""
    said = {
        _Said("broad_match", edge.target, edge.source)
        if edge.relation == "narrow_match"
        else _Said(edge.relation, edge.source, edge.target)
        for edge in edges
        if edge.source in concepts and edge.target in concepts
    }
    return sorted(said, key=lambda one: (_RANKS.index(one.relation), one.source, one.target))


class _Links:
    """The relations of all concepts, by concept and property; what has no property is left over for a note."""

    def __init__(self, said: Iterable[_Said], frames: Mapping[NodeId, str]) -> None:
        self.of: dict[NodeId, dict[str, list[NodeId]]] = {}
        self.notes: list[_Said] = []
        self._claims: dict[frozenset[NodeId], tuple[str, NodeId]] = {}
        for one in said:
            inside = frames[one.source] == frames[one.target]
            name = (_INSIDE_A_SCHEME if inside else _BETWEEN_SCHEMES).get(one.relation)
            names = (name, "broader") if inside and name == "broaderPartitive" else (name,)
            if name is not None and self._may_claim(one, names[-1] or ""):
                for each in filter(None, names):
                    self._join(one.source, each, one.target)
            else:
                self.notes.append(one)

    def _may_claim(self, one: _Said, name: str) -> bool:
        """Tell whether nothing else is said of these two: the shapes want it apart (`sh:disjoint`), save being a part.

        What comes first by `_RANKS` has it.
        """
        if name == "broaderPartitive":
            return True
        claim = (one.relation, min(one.source, one.target) if INVERSES[name] == name else one.source)
        return self._claims.setdefault(frozenset((one.source, one.target)), claim) == claim

    def _join(self, source: NodeId, name: str, target: NodeId) -> None:
        for begin, each, end in ((source, name, target), (target, INVERSES[name], source)):
            ends = self.of.setdefault(begin, {}).setdefault(each, [])
            if end not in ends:
                ends.append(end)


# --- concepts ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Making:
    """A vocabulary while it is made."""

    graph: Graph
    base: str
    language: str
    uris: Mapping[NodeId, str]
    frames: Mapping[NodeId, str]
    schemes: Mapping[str, Scheme]

    def vocabulary(self, concepts: Iterable[Node]) -> Vocabulary:
        links = self.links
        notes: dict[NodeId, list[str]] = {}
        for one in links.notes:
            notes.setdefault(one.source, []).append(self._relation_note(one))
        made = tuple(self._concept(one, links.of.get(one.id, {}), notes.get(one.id, [])) for one in concepts)
        cited = sorted({source for one in concepts for source in self._sources(one.id)})
        sources = tuple(self._source(self.graph.nodes[one]) for one in cited)
        return Vocabulary(tuple(self.schemes.values()), made, sources, self.language)

    @cached_property
    def links(self) -> _Links:
        """The relations between the concepts."""
        return _Links(_said(self.graph.edges.values(), self.uris), self.frames)

    def _relation_note(self, one: _Said) -> str:
        other = self.graph.nodes[one.target]
        return relation_note(one.relation, other.title, self.frames[other.id], self.uris[other.id], self.language)

    def _concept(self, node: Node, links: Mapping[str, list[NodeId]], notes: list[str]) -> Concept:
        fields = node.fields
        criteria = criteria_note(texts_of(fields, "criteria"), self.language)
        text = unlinked(node.text, self.graph.nodes, ())
        return Concept(
            self.uris[node.id],
            self.schemes[self.frames[node.id]].key,
            node.title or node.id,
            text_of(fields, "definition") or NO_DEFINITION[self.language],
            text_of(fields, "plain"),
            tuple(one for one in dict.fromkeys(texts_of(fields, "alt")) if one != node.title),
            tuple(filter(None, [text_of(fields, "scope_note"), criteria])),
            tuple(filter(None, [text_of(fields, "example")])),
            (*filter(None, [text.strip()]), *notes),
            {name: tuple(self.uris[one] for one in sorted(targets)) for name, targets in sorted(links.items())},
            tuple(source_uri(self.base, one) for one in self._sources(node.id)),
            tuple(sorted(node.tags)),
        )

    def _sources(self, concept: NodeId) -> list[NodeId]:
        return sorted({edge.target for edge in self.graph.out(concept) if edge.relation == "cites"})

    def _source(self, node: Node) -> SourceDocument:
        citation = text_of(node.fields, "citation").strip()
        page = next((word for word in citation.split() if word.startswith(("https://", "http://"))), "")
        return SourceDocument(
            source_uri(self.base, node.id), node.title or node.id, citation, page if is_uri(page) else ""
        )

    def remarks(self, concepts: list[Node]) -> Iterator[Remark]:
        """Tell what of concepts is not in the file as it is here, and what the standard would rather see."""
        yield from remark("no_definition", [one.title for one in concepts if not text_of(one.fields, "definition")])
        yield from remark("term_twice", _doubles((one.title, self.frames[one.id]) for one in concepts))
        yield from remark("no_frame", [one.title for one in concepts if not text_of(one.fields, "frame")])
        yield from remark("no_place", [one.title for one in concepts if one.fields.keys() - _PLACED])
        yield from remark("relation_in_note", [self.graph.nodes[one.source].title for one in self.links.notes])
        outgoing = [(one, edge) for one in concepts for edge in self.graph.out(one.id)]
        quoted = [one.title for one, edge in outgoing if edge.relation == "cites" and edge.fields]
        yield from remark("quotes", quoted)
        ingoing = ((one, edge) for one in concepts for edge in self.graph.into(one.id))
        yield from remark("meant_by", [one.title for one, edge in ingoing if edge.relation == "means"])


def _doubles(terms: Iterable[tuple[str, str]]) -> list[str]:
    """Return the terms that a scheme has more than once."""
    seen: set[tuple[str, str]] = set()
    doubles: dict[str, None] = {}
    for term in terms:
        if term in seen:
            doubles[term[0]] = None
        seen.add(term)
    return list(doubles)
