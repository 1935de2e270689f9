"""A vocabulary as Turtle to be read by people as well: schemes, concepts scheme by scheme, collections and sources.

It is written here and not by a library: what we say of a vocabulary is a short list of statements without anything
nested, libraries put them in an order of their own or all on one line, and texts of several paragraphs ought to stand
as they are. The same vocabulary gives the same bytes.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gvkaart.domain.text import fresh_id
from gvkaart.exchange.nlsbb.namespaces import DCT, FOAF, ISOTHES, RDFS, SKOS, property_of
from gvkaart.exchange.nlsbb.uris import collection_uri
from gvkaart.exchange.nlsbb.vocabulary import LINKS, Concept, Scheme, SourceDocument, Vocabulary

_PREFIXES: Final = {"dct": DCT, "foaf": FOAF, "isothes": ISOTHES, "rdfs": RDFS, "skos": SKOS}
_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
"""Names that need no escapes behind a prefix; there are more, which we write in full."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_CLOSING: Final = re.compile(r'"(?="|\Z)')
"""A quotation mark that could be taken for the end of a long text."""

Statement = tuple[str, Iterable[str]]
"""A property and its values, as Turtle has them."""


def write_turtle(vocabulary: Vocabulary, base: str) -> bytes:
    """Return a vocabulary as Turtle (UTF-8); things without a property of the standard are not in it."""
    body = "\n".join(_Writing(vocabulary, base).blocks())
    used = {"": base, **{prefix: namespace for prefix, namespace in _PREFIXES.items() if f" {prefix}:" in body}}
    heading = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in used.items())
    return f"{heading}\n{body}".encode()


class _Writing:
    """What a vocabulary says, a block for each thing."""

    def __init__(self, vocabulary: Vocabulary, base: str) -> None:
        self._vocabulary, self._base = vocabulary, base

    def blocks(self) -> Iterator[str]:
        """Yield all of it in order."""
        vocabulary = self._vocabulary
        tops: dict[str, list[str]] = {}
        for one in vocabulary.concepts:
            if _is_top(one):
                tops.setdefault(one.scheme, []).append(one.key)
        for scheme in vocabulary.schemes:
            yield self._scheme(scheme, tops.get(scheme.key, []))
        ranks = {scheme.key: rank for rank, scheme in enumerate(vocabulary.schemes)}
        yield from map(self._concept, sorted(vocabulary.concepts, key=lambda one: ranks[one.scheme]))
        yield from self._collections()
        yield from map(self._source, vocabulary.sources)

    def _scheme(self, scheme: Scheme, tops: Iterable[str]) -> str:
        return self._block(
            scheme.key,
            "skos:ConceptScheme",
            [("dct:title", self._texts([scheme.title])), ("skos:hasTopConcept", map(self._name, tops))],
        )

    def _concept(self, concept: Concept) -> str:
        links = [(name, concept.links[name]) for name in LINKS if name in concept.links]
        return self._block(
            concept.key,
            "skos:Concept",
            [
                ("skos:prefLabel", self._texts([concept.label])),
                ("skos:altLabel", self._texts(concept.alt)),
                ("skos:definition", self._texts([concept.definition])),
                ("rdfs:comment", self._texts([concept.plain])),
                ("skos:scopeNote", self._texts(concept.scope_notes)),
                ("skos:example", self._texts(concept.examples)),
                ("skos:editorialNote", self._texts(concept.editorial_notes)),
                *((_shortened(property_of(name)), map(self._name, targets)) for name, targets in links),
                ("dct:source", map(self._name, concept.sources)),
                ("skos:inScheme", [self._name(concept.scheme)]),
                ("skos:topConceptOf", [self._name(concept.scheme)] if _is_top(concept) else []),
            ],
        )

    def _collections(self) -> Iterator[str]:
        members: dict[str, list[str]] = {}
        for concept in self._vocabulary.concepts:
            for title in concept.collections:
                members.setdefault(title, []).append(concept.key)
        slugs: set[str] = set()
        for title in sorted(members):
            slug = fresh_id(title, "collectie", slugs)
            slugs.add(slug)
            yield self._block(
                collection_uri(self._base, slug),
                "skos:Collection",
                [("skos:prefLabel", self._texts([title])), ("skos:member", map(self._name, members[title]))],
            )

    def _source(self, source: SourceDocument) -> str:
        return self._block(
            source.key,
            "foaf:Document",
            [
                ("dct:title", self._texts([source.title])),
                ("dct:bibliographicCitation", map(_quoted, filter(None, [source.citation]))),
                ("foaf:page", map(self._name, filter(None, [source.page]))),
            ],
        )

    def _block(self, key: str, kind: str, statements: Iterable[Statement]) -> str:
        listed = ((name, ",\n        ".join(values)) for name, values in statements)
        said = [f"{self._name(key)} a {kind}", *(f"{name} {values}" for name, values in listed if values)]
        return " ;\n    ".join(said) + " .\n"

    def _name(self, uri: str) -> str:
        """Return a URI as Turtle has it; it is one that `uris.is_uri` lets through."""
        local = uri.removeprefix(self._base)
        return f":{local}" if local != uri and _LOCAL.fullmatch(local) else f"<{uri}>"

    def _texts(self, texts: Iterable[str]) -> Iterator[str]:
        return (f"{_quoted(one)}@{self._vocabulary.language}" for one in texts if one)


def _is_top(concept: Concept) -> bool:
    """Tell whether a concept stands below nothing: it is what one begins with."""
    return "broader" not in concept.links


def _shortened(uri: str) -> str:
    return next(f"{one}:{uri.removeprefix(space)}" for one, space in _PREFIXES.items() if uri.startswith(space))


def _quoted(text: str) -> str:
    """Return a text as Turtle has it; one with several lines keeps them."""
    text = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04X}", text.replace("\\", "\\\\"))
    if "\n" in text:
        quotes, escaped = '"""', _CLOSING.sub(r'\\"', text)
    else:
        quotes, escaped = '"', text.replace('"', r"\"")
    return f"{quotes}{escaped}{quotes}"
