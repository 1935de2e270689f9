"""A vocabulary as Turtle, in one order: the same vocabulary gives the same bytes."""

from collections.abc import Iterable
from io import BytesIO
from typing import Final

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF, RDFS, SKOS, XSD
from rdflib.plugins.serializers.turtle import TurtleSerializer

from gvkaart.domain.text import fresh_id
from gvkaart.exchange.nlsbb.uris import collection_uri
from gvkaart.exchange.nlsbb.vocabulary import Concept, Scheme, SourceDocument, Vocabulary

ISOTHES: Final = Namespace("http://purl.org/iso25964/skos-thes#")
"""The vocabulary of ISO 25964, to which NL-SBB refers for kinds of broader concepts."""

_OF_ISO: Final = ("Generic", "Partitive", "Instantial")
_PREFIXES: Final = {"dct": DCTERMS, "foaf": FOAF, "isothes": ISOTHES, "rdfs": RDFS, "skos": SKOS}


def property_of(link: str) -> URIRef:
    """Return the property of a relation between concepts."""
    return ISOTHES[link] if link.endswith(_OF_ISO) else SKOS[link]


class _Serializer(TurtleSerializer):
    """Puts schemes first, then concepts, as a reader wants them."""

    topClasses = [SKOS.ConceptScheme, SKOS.Concept, SKOS.Collection]  # noqa: N815, RUF012  as rdflib has it
    predicateOrder = [RDF.type, SKOS.prefLabel, DCTERMS.title, SKOS.definition, RDFS.comment]  # noqa: N815, RUF012


def write_turtle(vocabulary: Vocabulary, base: str) -> bytes:
    """Return a vocabulary as Turtle (UTF-8); things without a property of the standard are not in it."""
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in {**_PREFIXES, "": base}.items():
        graph.bind(prefix, namespace)
    writing = _Writing(graph, vocabulary, base)
    writing.write()
    return _serialized(graph)


def _serialized(graph: Graph) -> bytes:
    out = BytesIO()
    _Serializer(graph).serialize(out, encoding="utf-8")
    return out.getvalue()


class _Writing:
    """Adds what a vocabulary says to a graph of RDF."""

    def __init__(self, graph: Graph, vocabulary: Vocabulary, base: str) -> None:
        self._graph, self._vocabulary, self._base = graph, vocabulary, base

    def write(self) -> None:
        for scheme in self._vocabulary.schemes:
            self._write_scheme(scheme)
        for concept in self._vocabulary.concepts:
            self._write_concept(concept)
        for source in self._vocabulary.sources:
            self._write_source(source)
        self._write_collections()

    def _write_scheme(self, scheme: Scheme) -> None:
        subject = URIRef(scheme.key)
        self._graph.add((subject, RDF.type, SKOS.ConceptScheme))
        self._add_texts(subject, DCTERMS.title, [scheme.title])

    def _write_concept(self, concept: Concept) -> None:
        subject, scheme = URIRef(concept.key), URIRef(concept.scheme)
        self._graph.add((subject, RDF.type, SKOS.Concept))
        self._graph.add((subject, SKOS.inScheme, scheme))
        if "broader" not in concept.links:  # what stands below nothing is what one begins with
            self._graph.add((subject, SKOS.topConceptOf, scheme))
            self._graph.add((scheme, SKOS.hasTopConcept, subject))
        self._add_texts(subject, SKOS.prefLabel, [concept.label])
        self._add_texts(subject, SKOS.altLabel, concept.alt)
        self._add_texts(subject, SKOS.definition, [concept.definition])
        self._add_texts(subject, RDFS.comment, [concept.plain])
        self._add_texts(subject, SKOS.scopeNote, concept.scope_notes)
        self._add_texts(subject, SKOS.example, concept.examples)
        self._add_texts(subject, SKOS.editorialNote, concept.editorial_notes)
        for link, targets in concept.links.items():
            self._add_all(subject, property_of(link), targets)
        self._add_all(subject, DCTERMS.source, concept.sources)

    def _write_source(self, source: SourceDocument) -> None:
        subject = URIRef(source.key)
        self._graph.add((subject, RDF.type, FOAF.Document))
        self._add_texts(subject, DCTERMS.title, [source.title])
        if source.citation:
            citation = Literal(source.citation, datatype=XSD.string)
            self._graph.add((subject, DCTERMS.bibliographicCitation, citation))
        if source.page:
            self._graph.add((subject, FOAF.page, URIRef(source.page)))

    def _write_collections(self) -> None:
        titles = sorted({title for concept in self._vocabulary.concepts for title in concept.collections})
        slugs: dict[str, str] = {}
        for title in titles:
            slugs[title] = fresh_id(title, "collectie", slugs.values())
            subject = URIRef(collection_uri(self._base, slugs[title]))
            self._graph.add((subject, RDF.type, SKOS.Collection))
            self._add_texts(subject, SKOS.prefLabel, [title])
        for concept in self._vocabulary.concepts:
            for title in concept.collections:
                subject = URIRef(collection_uri(self._base, slugs[title]))
                self._graph.add((subject, SKOS.member, URIRef(concept.key)))

    def _add_texts(self, subject: URIRef, name: URIRef, texts: Iterable[str]) -> None:
        for text in filter(None, texts):
            self._graph.add((subject, name, Literal(text, lang=self._vocabulary.language)))

    def _add_all(self, subject: URIRef, name: URIRef, targets: Iterable[str]) -> None:
        for target in targets:
            self._graph.add((subject, name, URIRef(target)))
