"""Turtle into a vocabulary, from whatever organisation: SKOS, SKOS-AP-NL, NL-SBB, with labels of SKOS-XL.

rdflib reads from memory and follows nothing: imports, contexts and namespaces are names here, never addresses. What a
file forgets is taken from what it does say: a concept without a scheme belongs to the only one, a scheme without a
title is called after its organisation.
"""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DC, DCTERMS, FOAF, RDF, RDFS, SKOS
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.nlsbb.turtle_writing import property_of
from gvkaart.exchange.nlsbb.vocabulary import (
    LINKS,
    UNNAMED,
    Concept,
    Remark,
    Scheme,
    SourceDocument,
    Vocabulary,
    remark,
)

logging.getLogger("rdflib").setLevel(logging.CRITICAL)  # it would write what stands in a file to the log

_RELATIVE: Final = "http://zonder-basis.invalid/"
"""Before what is no absolute URI, to find it: without a base it could mean anything."""

_OTHER: Final = ("<?xml", "<rdf:RDF", "<!DOCTYPE", "{")
"""How RDF/XML, a web page and JSON-LD begin, also under the name of Turtle."""

_XL: Final = "http://www.w3.org/2008/05/skos-xl#"
_TITLES: Final = (DCTERMS.title, SKOS.prefLabel, RDFS.label, DC.title)
_ORGANISATIONS: Final = (DCTERMS.publisher, DCTERMS.creator, DC.publisher, DC.creator)
_NAMES: Final = (FOAF.name, SKOS.prefLabel, RDFS.label, DCTERMS.title)
_NOTES: Final = ((SKOS.notation, "Code: "), (SKOS.historyNote, "Historie: "), (SKOS.changeNote, "Wijziging: "))
_PROPERTIES: Final = tuple((name, property_of(name)) for name in LINKS)

_Said = Mapping[Node, Sequence[Node]]
"""What is said of one thing: objects by property, in the order of the file."""


class Read(NamedTuple):
    """A vocabulary that was read, and what to tell about it."""

    vocabulary: Vocabulary
    remarks: tuple[Remark, ...]


def read_turtle(data: bytes, name: str, language: str) -> Read:
    """Return the vocabulary in a file of Turtle.

    Args:
        data: everything in the file.
        name: of the file without its suffix; names a scheme that nothing else names.
        language: which texts are preferred; then those without a language, Dutch and English.

    Raises:
        Rejected: no Turtle, cut off, without concepts, or with relative URIs and no base.
    """
    text = _decoded(data)
    if text.lstrip().startswith(_OTHER):
        raise Rejected("nlsbb.other_format", file=name)
    reading = _Reading(_parsed(text), name, language)
    for key in reading.concepts:
        if key.startswith(_RELATIVE):
            relative = key.removeprefix(_RELATIVE)
            raise Rejected("nlsbb.relative", uri=relative[:80], line=_line_with(text, f"<{relative}>"))
    return reading.read()


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Rejected("nlsbb.not_utf8", line=line) from error


def _parsed(text: str) -> Graph:
    graph = Graph(bind_namespaces="none")
    try:
        graph.parse(data=text, format="turtle", publicID=_RELATIVE)
    except BadSyntax as error:
        raise Rejected("nlsbb.not_turtle", line=error.lines + 1, detail=_detail(error)) from error
    except IndexError as error:  # the parser looks beyond the end
        raise Rejected("nlsbb.stops", line=text.rstrip().count("\n") + 1) from error
    except RecursionError as error:
        raise Rejected("nlsbb.too_deep") from error
    except Exception as error:
        # The parser lets through what it did not foresee: numbers out of range, half an escape, a URI that is none.
        raise Rejected("nlsbb.not_turtle_at_all") from error
    return graph


def _detail(error: BadSyntax) -> str:
    """Return what the parser has to say, in one short line."""
    return " ".join(str(error._why).split())[:120]  # noqa: SLF001  it has no other way to tell


def _line_with(text: str, wanted: str) -> int:
    return text.count("\n", 0, max(text.find(wanted), 0)) + 1


class _Reading:
    """A graph of RDF while a vocabulary is made of it."""

    def __init__(self, graph: Graph, name: str, language: str) -> None:
        self._graph, self._name, self._language = graph, name, language
        self._order = tuple(dict.fromkeys((language, "", "nl", "en")))
        self._schemes: dict[str, Scheme] = {}
        self._sources: dict[str, SourceDocument] = {}
        self._other_languages: list[str] = []
        self._nameless: list[str] = []
        self._several: list[str] = []
        self._undefined: list[str] = []
        schemes = {*graph.subjects(RDF.type, SKOS.ConceptScheme), *graph.objects(None, SKOS.inScheme)}
        self._described = sorted(graph.subjects(RDF.type, SKOS.ConceptScheme), key=str)
        self._tops = {top: scheme for scheme, top in graph.subject_objects(SKOS.hasTopConcept)}
        self._collections = self._members()
        nothing = {*schemes, *graph.subjects(RDF.type, SKOS.Collection)}
        found = dict.fromkeys((*graph.subjects(RDF.type, SKOS.Concept), *graph.subjects(SKOS.inScheme, None)))
        self._concepts = [one for one in found if one not in nothing]

    @property
    def concepts(self) -> Iterator[str]:
        """The keys of the concepts."""
        return map(_key, self._concepts)

    def read(self) -> Read:
        """Return all of it.

        Raises:
            Rejected: there are no concepts.
        """
        if not self._concepts:
            raise Rejected("nlsbb.no_concepts_in_file")
        concepts = tuple(self._concept(one) for one in self._concepts)
        schemes, sources = tuple(self._schemes.values()), tuple(self._sources.values())
        return Read(Vocabulary(schemes, concepts, sources, self._language), tuple(self._remarks()))

    def _remarks(self) -> Iterator[Remark]:
        yield from remark("nameless", self._nameless)
        yield from remark("undefined", self._undefined)
        yield from remark("several_schemes", self._several)
        yield from remark("other_languages", self._other_languages)

    # --- concepts -----------------------------------------------------------------------------------------------------

    def _concept(self, node: Node) -> Concept:
        said = self._said(node)
        labels = self._labels(node, said)
        definition = "\n\n".join(self._texts(said, SKOS.definition))
        if not definition:
            self._undefined.append(labels[0])
        alt = (*labels[1:], *self._names(said, "altLabel"), *self._names(said, "hiddenLabel"))
        return Concept(
            _key(node),
            self._scheme_of(node, said, labels[0]),
            labels[0],
            definition,
            "\n\n".join(self._texts(said, RDFS.comment)),
            tuple(one for one in dict.fromkeys(alt) if one != labels[0]),
            tuple(self._texts(said, SKOS.scopeNote)),
            tuple(self._texts(said, SKOS.example)),
            tuple(self._notes(said)),
            self._links(said),
            tuple(self._source(one) for one in said.get(DCTERMS.source, ())),
            tuple(self._collections.get(node, ())),
        )

    def _said(self, node: Node) -> _Said:
        said: dict[Node, list[Node]] = {}
        for name, value in self._graph.predicate_objects(node):
            said.setdefault(name, []).append(value)
        return said

    def _labels(self, node: Node, said: _Said) -> list[str]:
        labels = self._names(said, "prefLabel") or self._texts(said, RDFS.label)
        if not labels:
            labels = [_local_name(node)]
            self._nameless.append(labels[0])
        return labels

    def _names(self, said: _Said, name: str) -> list[str]:
        """Return labels of one kind, also those of SKOS-XL, which are things that have a form."""
        forms = (self._graph.value(one, URIRef(f"{_XL}literalForm")) for one in said.get(URIRef(f"{_XL}{name}"), ()))
        return self._chosen((*said.get(SKOS[name], ()), *(form for form in forms if form is not None)))

    def _notes(self, said: _Said) -> Iterator[str]:
        """Return editorial notes, and among them codes and notes on history, which have no field of their own."""
        yield from self._texts(said, SKOS.editorialNote)
        for name, words in _NOTES:
            yield from (f"{words}{text}" for text in self._texts(said, name))

    def _texts(self, said: _Said, name: URIRef) -> list[str]:
        return self._chosen(said.get(name, ()))

    def _chosen(self, values: Iterable[Node]) -> list[str]:
        """Return the texts in the language that is preferred of those there are; a note may be a thing with a value."""
        literals = [one if isinstance(one, Literal) else self._graph.value(one, RDF.value) for one in values]
        by_language: dict[str, list[str]] = {}
        for one in (one for one in literals if isinstance(one, Literal) and str(one).strip()):
            by_language.setdefault((one.language or "").partition("-")[0].lower(), []).append(str(one).strip())
        if not by_language:
            return []
        chosen = next((one for one in self._order if one in by_language), min(by_language))
        self._other_languages += [text for one, texts in by_language.items() if one != chosen for text in texts]
        return list(dict.fromkeys(by_language[chosen]))

    def _links(self, said: _Said) -> Mapping[str, tuple[str, ...]]:
        links = ((name, said.get(property_, ())) for name, property_ in _PROPERTIES)
        return {name: tuple(dict.fromkeys(map(_key, targets))) for name, targets in links if targets}

    def _members(self) -> dict[Node, list[str]]:
        """Return the titles of the collections that a concept belongs to."""
        members: dict[Node, list[str]] = {}
        for collection in dict.fromkeys(self._graph.subjects(RDF.type, SKOS.Collection)):
            titles = self._names(self._said(collection), "prefLabel") or [_local_name(collection)]
            for member in self._graph.objects(collection, SKOS.member):
                members.setdefault(member, []).append(titles[0])
        return members

    # --- schemes and sources ------------------------------------------------------------------------------------------

    def _scheme_of(self, node: Node, said: _Said, label: str) -> str:
        """Return the key of the scheme of a concept; one that the file describes goes before one that it only names."""
        named = dict.fromkeys((*said.get(SKOS.inScheme, ()), *said.get(SKOS.topConceptOf, ())))
        schemes = sorted(named, key=lambda one: one not in self._described)
        if len(schemes) > 1:
            self._several.append(label)
        if not schemes and node in self._tops:
            schemes = [self._tops[node]]
        if not schemes and len(self._described) == 1:
            schemes = list(self._described)
        scheme = Scheme(f"{UNNAMED}kader", self._name) if not schemes else self._scheme(schemes[0])
        return self._schemes.setdefault(scheme.key, scheme).key

    def _scheme(self, node: Node) -> Scheme:
        if (known := self._schemes.get(_key(node))) is not None:
            return known
        said = self._said(node)
        titles = (text for name in _TITLES for text in self._texts(said, name))
        organisations = (self._organisation(one) for name in _ORGANISATIONS for one in said.get(name, ()))
        title = next((one for one in (*titles, *organisations) if one), "")
        return Scheme(_key(node), title or _local_name(node))

    def _organisation(self, node: Node) -> str:
        if isinstance(node, Literal):
            return str(node)
        said = self._said(node)
        return next((text for name in _NAMES for text in self._texts(said, name)), "")

    def _source(self, node: Node) -> str:
        key = str(node) if isinstance(node, Literal) else _key(node)
        if key not in self._sources:
            self._sources[key] = self._source_document(node, key)
        return key

    def _source_document(self, node: Node, key: str) -> SourceDocument:
        if isinstance(node, Literal):
            return SourceDocument(key, str(node))
        said = self._said(node)
        title = next((text for name in (DCTERMS.title, RDFS.label) for text in self._texts(said, name)), "")
        citation = " ".join(self._texts(said, DCTERMS.bibliographicCitation))
        pages = [str(one) for one in said.get(FOAF.page, ()) if isinstance(one, URIRef)]
        page = pages[0] if pages else key if not said and key.startswith("http") else ""
        return SourceDocument(key, title or citation or page or key, citation, page)


def _key(node: Node) -> str:
    return f"{UNNAMED}{node}" if isinstance(node, BNode) else str(node)


def _local_name(node: Node) -> str:
    """Return the last part of a URI as words, for what has no name of its own."""
    return re.split(r"[/#:]", str(node).rstrip("/#:"))[-1] or str(node)
