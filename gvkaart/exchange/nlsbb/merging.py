"""A vocabulary of NL-SBB into a document: one change set, so one step to undo.

A concept that was imported before is recognised by its URI, one that we wrote ourselves by the base of the document,
and one of a file without URIs by its term and frame; it is updated: what the file says replaces what stood there, and
what the file is silent about stays. Relations are added, never removed. New concepts stand on no map, unless one is
given.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import text_of
from gvkaart.domain.edit_basics import checked, kept_value
from gvkaart.domain.entities import Edge, MapId, Node, NodeId, Placement, PlacementKey, Value
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import concealed, linked, unlinked
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.text import clean_line, clean_text, fold, fresh_id
from gvkaart.exchange.nlsbb.notes import NO_DEFINITION, Related, relation_of, with_criteria
from gvkaart.exchange.nlsbb.uris import concept_uri, source_uri
from gvkaart.exchange.nlsbb.vocabulary import UNNAMED, Concept, Remark, Vocabulary, remark

_RELATIONS: Final = {
    "broader": "broad_match",
    "broaderGeneric": "broad_match",
    "broaderInstantial": "broad_match",
    "broaderPartitive": "part_of",
    "broadMatch": "broad_match",
    "related": "related_match",
    "exactMatch": "exact_match",
    "closeMatch": "close_match",
    "relatedMatch": "related_match",
}
_INVERTED: Final = {
    "narrower": "broad_match",
    "narrowerGeneric": "broad_match",
    "narrowerInstantial": "broad_match",
    "narrowerPartitive": "part_of",
    "narrowMatch": "broad_match",
}
"""What a relation of NL-SBB is to us: as it stands, or read from its other end."""

_DIRECTED: Final = ("broad_match", "part_of")


@dataclass(frozen=True, slots=True)
class Merged:
    """What an import would do: the changes, how many concepts are new, change or stay, and what to tell about it."""

    changes: ChangeSet
    new: int
    updated: int
    unchanged: int
    remarks: tuple[Remark, ...] = ()


def merge_vocabulary(
    graph: Graph, vocabulary: Vocabulary, *, now: int, bases: Iterable[str] = (), map_id: MapId | None = None
) -> Merged:
    """Return the changes that bring the concepts of a vocabulary into a document.

    Args:
        graph: the document.
        vocabulary: what was read.
        now: time of creation and change of the nodes, in milliseconds since 1970.
        bases: what the URIs begin with under which this document was written before (`uris`).
        map_id: a map on which all concepts are to stand; None to leave new ones in the document only.

    Raises:
        Rejected: there is no such map.
    """
    return _Merging(graph, vocabulary, tuple(bases), now).merged(map_id)


class _Merging:
    """A vocabulary while it comes in."""

    def __init__(self, graph: Graph, vocabulary: Vocabulary, bases: tuple[str, ...], now: int) -> None:
        self._graph, self._vocabulary, self._now = graph, vocabulary, now
        self._bases = bases
        self._titles = {one.key: one.title for one in vocabulary.schemes}
        self._ids: set[str] = set(graph.taken_ids)
        self._known = _Known(graph, bases)
        self._nodes: dict[str, NodeId] = {}
        self._changes: list[Change] = []
        self._unresolved: list[str] = []

    def merged(self, map_id: MapId | None) -> Merged:
        concepts = [self._concept(one) for one in self._vocabulary.concepts]
        self._add_edges()
        if map_id is not None:
            self._place(map_id, concepts)
        new = sum(one.id not in self._graph.nodes for one in concepts)
        updated = sum(isinstance(change.old, Node) for change in self._changes)
        return Merged(
            checked(self._graph, self._changes),
            new,
            updated,
            len(concepts) - new - updated,
            remark("unresolved", self._unresolved),
        )

    # --- concepts -----------------------------------------------------------------------------------------------------

    def _concept(self, concept: Concept) -> Node:
        """Return a concept as it will be in the document, and note what changes."""
        title, frame = clean_line(concept.label), clean_line(self._titles.get(concept.scheme, ""))
        old = self._known.concept(concept.key, title, frame)
        is_ours = old is not None and self._known.is_ours(concept.key)
        uri = "" if is_ours or concept.key.startswith(UNNAMED) else concept.key
        keeps_frame = is_ours or (old is not None and concept.scheme.startswith(self._bases))
        values = self._values(concept, "" if keeps_frame else frame, uri)
        node = self._updated(old, title, values) if old is not None else self._made(title, values)
        node = replace(node, text=self._with_notes(node.text, concept), tags=_with_tags(node, concept))
        if old is None or node != old:
            self._changes.append(Change(old, replace(node, modified=self._now)))
        self._nodes[concept.key] = node.id
        return node

    def _values(self, concept: Concept, frame: str, uri: str) -> dict[str, Value]:
        """Return what the fields of a concept are filled with; what the file is silent about is not among them."""
        notes, criteria = with_criteria(concept.scope_notes)
        definition = "" if concept.definition.strip() in NO_DEFINITION.values() else concept.definition
        values: dict[str, Value] = {
            "frame": frame,
            "definition": definition,
            "plain": concept.plain,
            "alt": concept.alt,
            "scope_note": "\n\n".join(notes),
            "example": "\n\n".join(concept.examples),
            "criteria": criteria,
            "uri": uri,
        }
        kept = {field.id: kept_value(field, values.get(field.id)) for field in KINDS["concept"].fields}
        return {name: value for name, value in kept.items() if value is not None}

    def _with_notes(self, text: str, concept: Concept) -> str:
        """Return a text with the paragraphs of notes behind it that it does not hold yet; links went out as titles.

        Those to what was private did not go out at all.
        """
        nodes = self._graph.nodes
        private = {one for one in linked(text) if one in nodes and nodes[one].visibility == "private"}
        held = set(_paragraphs([text, *(unlinked(one, nodes, ()) for one in (text, concealed(text, nodes, private)))]))
        added = [one for one in dict.fromkeys(_plain_notes(concept)) if one not in held]
        return "\n\n".join([*filter(None, [text.rstrip()]), *added]) if added else text

    def _updated(self, old: Node, title: str, values: Mapping[str, Value]) -> Node:
        merged = {**old.fields, **{name: _in_old_order(old.fields.get(name), value) for name, value in values.items()}}
        return replace(old, title=title, fields=old.fields if merged == old.fields else merged)

    def _made(self, title: str, values: Mapping[str, Value]) -> Node:
        return Node(self._fresh_id(title, "concept"), "concept", title, fields=values, created=self._now)

    def _fresh_id(self, title: str, otherwise: str) -> NodeId:
        node_id = fresh_id(title, otherwise, self._ids)
        self._ids.add(node_id)
        return NodeId(node_id)

    def _place(self, map_id: MapId, concepts: Iterable[Node]) -> None:
        placed = self._graph.placements
        self._changes += [
            Change(None, Placement(map_id, one.id)) for one in concepts if PlacementKey(map_id, one.id) not in placed
        ]

    # --- relations and sources ----------------------------------------------------------------------------------------

    def _add_edges(self) -> None:
        """Add the relations that are not there yet, said from whichever end."""
        seen = {_meaning(edge) for edge in self._graph.edges.values() if edge.source in self._known.concepts}
        for edge in (*self._links(), *self._citations()):
            if edge.source != edge.target and (meaning := _meaning(edge)) not in seen:
                seen.add(meaning)
                self._changes.append(Change(None, edge))

    def _links(self) -> Iterator[Edge]:
        parts = set(self._of_property("broaderPartitive", "narrowerPartitive"))
        for concept in self._vocabulary.concepts:
            for name, key in ((name, key) for name, keys in concept.links.items() for key in keys):
                relation = _RELATIONS.get(name) or _INVERTED[name]
                pair = (concept.key, key) if name in _RELATIONS else (key, concept.key)
                if relation == "part_of" or name not in {"broader", "narrower"} or pair not in parts:
                    yield from self._edge(relation, *pair)
            for one in filter(None, map(relation_of, _paragraphs(concept.editorial_notes))):
                yield from self._edge(one.relation, concept.key, one.uri)

    def _of_property(self, name: str, inverse: str) -> Iterator[tuple[str, str]]:
        for concept in self._vocabulary.concepts:
            yield from ((concept.key, key) for key in concept.links.get(name, ()))
            yield from ((key, concept.key) for key in concept.links.get(inverse, ()))

    def _edge(self, relation: str, source: str, target: str) -> Iterator[Edge]:
        ends = [self._nodes.get(key) or self._known.by_uri(key) for key in (source, target)]
        if (begin := ends[0]) is not None and (end := ends[1]) is not None:
            yield Edge(begin, relation, end)
        else:
            self._unresolved.append(target if ends[1] is None else source)

    def _citations(self) -> Iterator[Edge]:
        sources = {one.key: one for one in self._vocabulary.sources}
        made: dict[str, NodeId] = {}
        for concept in self._vocabulary.concepts:
            for key in concept.sources:
                if key not in made:
                    one = sources[key]
                    made[key] = self._source(key, one.title, f"{one.citation} {one.page}".strip())
                yield Edge(self._nodes[concept.key], "cites", made[key])

    def _source(self, key: str, title: str, citation: str) -> NodeId:
        """Return the source with this title and citation; it is made when there is none yet."""
        words = citation.split()
        citation = clean_text(" ".join(dict.fromkeys(words)) if len(set(words)) < len(words) else citation)
        title = clean_line(title or citation)
        known = self._known.source(key, title, citation)
        if known is not None:
            return known
        node_id = self._fresh_id(title, "source")
        fields = {"citation": citation} if citation and citation != title else {}
        node = Node(node_id, "source", title, fields=fields, created=self._now, modified=self._now)
        self._changes.append(Change(None, node))
        self._known.remember_source(node)
        return node_id


class _Known:
    """What of a vocabulary may be in the document already."""

    def __init__(self, graph: Graph, bases: tuple[str, ...]) -> None:
        self.concepts = {one.id: one for one in graph.nodes.values() if one.kind == "concept"}
        self._by_uri: dict[str, Node] = {}
        self._ours: dict[str, Node] = {}
        self._by_term: dict[tuple[str, str], list[Node]] = {}
        self._sources: dict[tuple[str, str], NodeId] = {}
        for one in self.concepts.values():
            uri = text_of(one.fields, "uri")
            if uri:
                self._by_uri.setdefault(uri, one)
            else:
                self._ours.update({concept_uri(base, one.id): one for base in bases})
                self._by_term.setdefault(_term(one.title, text_of(one.fields, "frame")), []).append(one)
        for one in (node for node in graph.nodes.values() if node.kind == "source"):
            self._ours.update({source_uri(base, one.id): one for base in bases})
            self.remember_source(one)

    def concept(self, key: str, title: str, frame: str) -> Node | None:
        """Return the concept with this URI, or else the one without a URI that is this term in this frame; once."""
        found = self._by_uri.pop(key, None) or self._ours.get(key)
        same = self._by_term.get(_term(title, frame), [])
        if found is not None:
            if found in same:
                same.remove(found)
            return found
        return same.pop(0) if same else None

    def by_uri(self, key: str) -> NodeId | None:
        """Return the concept with this URI that the file does not hold itself."""
        found = self._by_uri.get(key) or self._ours.get(key)
        return found.id if found is not None else None

    def is_ours(self, key: str) -> bool:
        """Tell whether a URI was made by us: then the document needs not remember it."""
        return key in self._ours

    def source(self, key: str, title: str, citation: str) -> NodeId | None:
        """Return a source that we wrote, or that has this title and citation."""
        ours = self._ours.get(key)
        return ours.id if ours is not None else self._sources.get((title, "" if citation == title else citation))

    def remember_source(self, node: Node) -> None:
        """Find this source from now on."""
        self._sources.setdefault((node.title, text_of(node.fields, "citation")), node.id)


def _in_old_order(old: Value | None, new: Value) -> Value:
    """Return the old list when the new one holds the same: RDF keeps no order."""
    return old if isinstance(old, tuple) and isinstance(new, tuple) and set(old) == set(new) else new


def _term(title: str, frame: str) -> tuple[str, str]:
    return fold(title), fold(frame)


def _meaning(edge: Edge) -> tuple[str, frozenset[NodeId] | tuple[NodeId, NodeId]]:
    """Return what an edge says, so that the same said from the other end is the same."""
    if edge.relation == "narrow_match":
        return "broad_match", (edge.target, edge.source)
    directed = edge.relation in _DIRECTED or edge.relation == "cites"
    return edge.relation, (edge.source, edge.target) if directed else frozenset((edge.source, edge.target))


# --- texts ------------------------------------------------------------------------------------------------------------


def _paragraphs(notes: Iterable[str]) -> Iterator[str]:
    return (one.strip() for note in notes for one in clean_text(note).split("\n\n") if one.strip())


def _plain_notes(concept: Concept) -> list[str]:
    """Return the paragraphs of notes that tell of no relation: those belong to the text of the concept."""
    return [one for one in _paragraphs(concept.editorial_notes) if not isinstance(relation_of(one), Related)]


def _with_tags(node: Node, concept: Concept) -> tuple[str, ...]:
    tags = filter(None, map(clean_line, concept.collections))
    return tuple(dict.fromkeys((*node.tags, *tags)))
