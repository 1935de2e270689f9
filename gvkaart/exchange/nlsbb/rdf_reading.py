"""Facts of RDF into a vocabulary, from whatever organisation: SKOS, SKOS-AP-NL, NL-SBB, with labels of SKOS-XL.

What a file forgets is taken from what it does say: a concept without a scheme belongs to the only one, a scheme without
a title is called after its organisation. Only concepts need an absolute URI; what else has a relative one is shown as
the file has it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.nlsbb.namespaces import DC, DCT, FOAF, RDF, RDFS, SKOS, SKOS_XL, TYPE, property_of
from gvkaart.exchange.nlsbb.rdf import Facts, Said, Term, Text, as_written, read_facts
from gvkaart.exchange.nlsbb.vocabulary import (
    LINKS,
    UNNAMED,
    Concept,
    Read,
    Remark,
    Scheme,
    SourceDocument,
    Vocabulary,
    remark,
)

_TITLES: Final = (f"{DCT}title", f"{SKOS}prefLabel", f"{RDFS}label", f"{DC}title")
_ORGANISATIONS: Final = (f"{DCT}publisher", f"{DCT}creator", f"{DC}publisher", f"{DC}creator")
_NAMES: Final = (f"{FOAF}name", f"{SKOS}prefLabel", f"{RDFS}label", f"{DCT}title")
_NOTES: Final = (
    (f"{SKOS}notation", "Code: "),
    (f"{SKOS}historyNote", "Historie: "),
    (f"{SKOS}changeNote", "Wijziging: "),
)
_PROPERTIES: Final = tuple((name, property_of(name)) for name in LINKS)


def read_rdf(data: bytes, name: str, language: str) -> Read:
    """Return the vocabulary in a file of RDF.

    Args:
        data: everything in the file.
        name: of the file without its suffix; names a scheme that nothing else names.
        language: which texts are preferred; then those without a language, Dutch and English.

    Raises:
        Rejected: as `read_facts` does, or it has no concepts, or relative URIs and no base.
    """
    facts = read_facts(data, name)
    reading = _Reading(facts, name, language)
    for key in reading.concepts:
        facts.require_absolute(key)
    return reading.read()


class _Reading:
    """A graph of RDF while a vocabulary is made of it."""

    def __init__(self, facts: Facts, name: str, language: str) -> None:
        self._facts, self._name, self._language = facts, name, language
        self._order = tuple(dict.fromkeys((language, "", "nl", "en")))
        self._schemes: dict[str, Scheme] = {}
        self._sources: dict[str, SourceDocument] = {}
        self._other_languages: list[str] = []
        self._nameless: list[str] = []
        self._several: list[str] = []
        self._undefined: list[str] = []
        kinds = _by_kind(facts)
        self._described = kinds.get(f"{SKOS}ConceptScheme", {})
        self._tops = {top: scheme for scheme, top in facts.pairs(f"{SKOS}hasTopConcept")}
        self._collections = self._members(kinds.get(f"{SKOS}Collection", {}))
        placed = tuple(facts.pairs(f"{SKOS}inScheme"))
        no_concepts = {*self._described, *(scheme for _key, scheme in placed), *kinds.get(f"{SKOS}Collection", {})}
        found = dict.fromkeys((*kinds.get(f"{SKOS}Concept", {}), *(key for key, _scheme in placed)))
        self.concepts = [one for one in found if one not in no_concepts]

    def read(self) -> Read:
        """Return all of it.

        Raises:
            Rejected: there are no concepts.
        """
        if not self.concepts:
            raise Rejected("nlsbb.no_concepts_in_file")
        concepts = tuple(self._concept(one) for one in self.concepts)
        schemes, sources = tuple(self._schemes.values()), tuple(self._sources.values())
        return Read(Vocabulary(schemes, concepts, sources, self._language), tuple(self._remarks()))

    def _remarks(self) -> Iterator[Remark]:
        yield from remark("nameless", self._nameless)
        yield from remark("undefined", self._undefined)
        yield from remark("several_schemes", self._several)
        yield from remark("other_languages", self._other_languages)

    # --- concepts -----------------------------------------------------------------------------------------------------

    def _concept(self, key: str) -> Concept:
        said = self._facts.of(key)
        labels = self._labels(key, said)
        definition = "\n\n".join(self._texts(said, f"{SKOS}definition"))
        if not definition:
            self._undefined.append(labels[0])
        alt = (*labels[1:], *self._names(said, "altLabel"), *self._names(said, "hiddenLabel"))
        return Concept(
            key,
            self._scheme_of(key, said, labels[0]),
            labels[0],
            definition,
            "\n\n".join(self._texts(said, f"{RDFS}comment")),
            tuple(one for one in dict.fromkeys(alt) if one != labels[0]),
            tuple(self._texts(said, f"{SKOS}scopeNote")),
            tuple(self._texts(said, f"{SKOS}example")),
            tuple(self._notes(said)),
            _links(said),
            tuple(self._source(one) for one in said.get(f"{DCT}source", ())),
            tuple(self._collections.get(key, ())),
        )

    def _labels(self, key: str, said: Said) -> list[str]:
        labels = self._names(said, "prefLabel") or self._texts(said, f"{RDFS}label")
        if not labels:
            labels = [_local_name(key)]
            self._nameless.append(labels[0])
        return labels

    def _names(self, said: Said, name: str) -> list[str]:
        """Return labels of one kind, also those of SKOS-XL, which are things that have a form."""
        forms = (self._form(one, f"{SKOS_XL}literalForm") for one in said.get(f"{SKOS_XL}{name}", ()))
        return self._chosen((*said.get(f"{SKOS}{name}", ()), *forms))

    def _form(self, one: Term, name: str) -> Term:
        """Return the first value that a thing has for a property; without any, and of a text, that itself."""
        return next(iter(self._facts.of(one).get(name, ())), one) if isinstance(one, str) else one

    def _notes(self, said: Said) -> Iterator[str]:
        """Return editorial notes, and among them codes and notes on history, which have no field of their own."""
        yield from self._texts(said, f"{SKOS}editorialNote")
        for name, words in _NOTES:
            yield from (f"{words}{text}" for text in self._texts(said, name))

    def _texts(self, said: Said, name: str) -> list[str]:
        return self._chosen(said[name]) if name in said else []

    def _chosen(self, values: Iterable[Term]) -> list[str]:
        """Return the texts in the language that is preferred of those there are; a note may be a thing with a value."""
        by_language: dict[str, list[str]] = {}
        for one in (self._form(value, f"{RDF}value") for value in values):
            if isinstance(one, Text) and (text := one.value.strip()):
                by_language.setdefault(one.language.partition("-")[0].lower(), []).append(text)
        if not by_language:
            return []
        chosen = next((one for one in self._order if one in by_language), min(by_language))
        self._other_languages += [text for one, texts in by_language.items() if one != chosen for text in texts]
        return list(dict.fromkeys(by_language[chosen]))

    def _members(self, collections: Iterable[str]) -> dict[Term, list[str]]:
        """Return the titles of the collections that a concept belongs to."""
        members: dict[Term, list[str]] = {}
        for collection in collections:
            said = self._facts.of(collection)
            titles = self._names(said, "prefLabel") or [_local_name(collection)]
            for member in said.get(f"{SKOS}member", ()):
                members.setdefault(member, []).append(titles[0])
        return members

    # --- schemes and sources ------------------------------------------------------------------------------------------

    def _scheme_of(self, key: str, said: Said, label: str) -> str:
        """Return the key of the scheme of a concept; one that the file describes goes before one that it only names."""
        named = {**said.get(f"{SKOS}inScheme", {}), **said.get(f"{SKOS}topConceptOf", {})}
        schemes = sorted(map(_key, named), key=lambda one: one not in self._described)
        if len(schemes) > 1:
            self._several.append(label)
        if not schemes and key in self._tops:
            schemes = [self._tops[key]]
        if not schemes and len(self._described) == 1:
            schemes = list(self._described)
        scheme = Scheme(f"{UNNAMED}kader", self._name) if not schemes else self._scheme(schemes[0])
        return self._schemes.setdefault(scheme.key, scheme).key

    def _scheme(self, key: str) -> Scheme:
        if (known := self._schemes.get(key)) is not None:
            return known
        said = self._facts.of(key)
        titles = (text for name in _TITLES for text in self._texts(said, name))
        organisations = (self._organisation(one) for name in _ORGANISATIONS for one in said.get(name, ()))
        title = next((one for one in (*titles, *organisations) if one), "")
        return Scheme(key, title or _local_name(key) or self._name)

    def _organisation(self, one: Term) -> str:
        if isinstance(one, Text):
            return one.value
        said = self._facts.of(one)
        return next((text for name in _NAMES for text in self._texts(said, name)), "")

    def _source(self, one: Term) -> str:
        key = _key(one)
        if key not in self._sources:
            self._sources[key] = SourceDocument(key, key) if isinstance(one, Text) else self._source_document(key)
        return key

    def _source_document(self, key: str) -> SourceDocument:
        said = self._facts.of(key)
        title = next((text for name in (f"{DCT}title", f"{RDFS}label") for text in self._texts(said, name)), "")
        citation = " ".join(self._texts(said, f"{DCT}bibliographicCitation"))
        pages = [one for one in said.get(f"{FOAF}page", ()) if isinstance(one, str) and not one.startswith(UNNAMED)]
        shown = as_written(key)
        page = as_written(pages[0]) if pages else shown if not said and shown.startswith("http") else ""
        return SourceDocument(key, title or citation or page or shown or self._name, citation, page)


def _by_kind(facts: Facts) -> Mapping[Term, Mapping[str, None]]:
    """Return the keys of the things of every class, in the order of the file."""
    kinds: dict[Term, dict[str, None]] = {}
    for key, kind in facts.pairs(TYPE):
        kinds.setdefault(kind, {})[key] = None
    return kinds


def _links(said: Said) -> Mapping[str, tuple[str, ...]]:
    links = ((name, said.get(property_, ())) for name, property_ in _PROPERTIES)
    return {name: tuple(dict.fromkeys(as_written(_key(one)) for one in targets)) for name, targets in links if targets}


def _key(term: Term) -> str:
    """Return the key of what stands where a thing belongs; some files have a text there."""
    return term.value if isinstance(term, Text) else term


def _local_name(key: str) -> str:
    """Return the last part of a URI as words, for what has no name of its own."""
    shown = as_written(key)
    return re.split(r"[/#:]", shown.rstrip("/#:"))[-1] or shown
