"""RDF as rdflib reads and writes it, beside ours: the same facts."""

from functools import cache

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from gvkaart.exchange.nlsbb.namespaces import RDF, SKOS
from gvkaart.exchange.nlsbb.rdf import Facts, Term, Text, read_facts
from gvkaart.exchange.nlsbb.rdf_reading import read_rdf
from gvkaart.exchange.nlsbb.turtle_writing import write_turtle
from gvkaart.exchange.nlsbb.vocabulary import LINKS, Concept, Scheme, SourceDocument, Vocabulary
from tests.case import case, node
from tests.exchange.nlsbb.samples import BASE, MIM, THESAURUS, full_case, read, sample, tagged, written

SHAPES = "nl-sbb-skos-ap-nl-SHACL.ttl"
FORMATS = ("turtle", "longturtle", "nt", "xml")
moderate = settings(max_examples=40, deadline=None)


@pytest.fixture(autouse=True)
def literals_as_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


def peer(data: bytes, form: str = "turtle") -> rdflib.Graph:
    return rdflib.Graph().parse(data=data, format=form)


def without_types(graph: rdflib.Graph) -> rdflib.Graph:
    """Return a graph in which texts have a language at most, as we keep them."""
    plain = rdflib.Graph()
    for subject, name, value in graph:
        bare = rdflib.Literal(str(value), lang=value.language) if isinstance(value, rdflib.Literal) else value
        plain.add((subject, name, bare))
    return plain


def ours(facts: Facts, names: set[str]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in names:
        for key, value in facts.pairs(name):
            graph.add((thing(key), rdflib.URIRef(name), thing(value)))
    return graph


def thing(term: Term) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    if isinstance(term, Text):
        return rdflib.Literal(term.value, lang=term.language or None)
    return rdflib.BNode(term[2:]) if term.startswith("_:") else rdflib.URIRef(term)


def assert_same(data: bytes, form: str = "turtle") -> None:
    expected = without_types(peer(data, form))
    assert isomorphic(ours(read_facts(data, "x"), {str(one) for one in expected.predicates()}), expected)


# --- reading ----------------------------------------------------------------------------------------------------------


@cache
def file(name: str) -> bytes:
    return sample(name) if name != "ours" else written(tagged(full_case(), "schuld", "geld", "Wgs; oud")).data


@pytest.mark.parametrize("name", [MIM, THESAURUS, SHAPES, "ours"])
@pytest.mark.parametrize("form", FORMATS)
def test_real_files_say_the_same_in_every_form(name: str, form: str) -> None:
    assert_same(file(name))
    assert_same(peer(file(name)).serialize(format=form).encode(), form.removeprefix("long"))


@pytest.mark.parametrize("name", [MIM, THESAURUS])
@pytest.mark.parametrize(("form", "suffix"), [("xml", ".rdf"), ("pretty-xml", ".rdf"), ("nt", ".nt"), ("nt", ".ttl")])
def test_a_vocabulary_is_the_same_in_every_form(name: str, form: str, suffix: str) -> None:
    def terms(data: bytes, suffix: str) -> dict[str, tuple[str, str]]:
        return {one.key: (one.label, one.definition) for one in read(data, suffix).vocabulary.concepts}

    expected = terms(sample(name), ".ttl")
    assert len(expected) > 40
    assert terms(peer(sample(name)).serialize(format=form).encode(), suffix) == expected


uris = st.sampled_from([f"https://example.org/{one}" for one in "abcdé"] + ["urn:x:y#z"])
names = st.sampled_from([f"{SKOS}{one}" for one in ("definition", "related", "broader")] + [f"{RDF}value"])
texts = st.text(st.sampled_from("abé \"'\\\n\t<>&;.@#[]{}|^`%"), max_size=12)
literals = st.builds(rdflib.Literal, texts, lang=st.sampled_from(["nl", "en", "nl-be", None]))
things = st.one_of(st.builds(rdflib.URIRef, uris), st.builds(rdflib.BNode, st.sampled_from("xyz")))
numbers = st.sampled_from([rdflib.Literal(1), rdflib.Literal(True), rdflib.Literal("01", datatype=rdflib.XSD.integer)])


@moderate
@given(
    st.lists(st.tuples(things, st.builds(rdflib.URIRef, names), st.one_of(things, literals, numbers)), max_size=10),
    st.sampled_from(["turtle", "longturtle", "nt", "xml"]),
)
def test_whatever_rdflib_writes_is_read_as_the_same(triples: list[tuple[rdflib.term.Node, ...]], form: str) -> None:
    graph = rdflib.Graph()
    for subject, name, value in triples:
        graph.add((subject, name, value))
    data = graph.serialize(format=form).encode()
    assert_same(data, form.removeprefix("long"))


@pytest.mark.parametrize(
    "text",
    [
        'PREFIX a: <urn:x:>\r\na:b a:c \'d\', """e\r\nf"""@nl, 1, 1.0, 1e3, true .',
        "@base <https://example.org/y/> . <#a> <b> <../c>, </d>, <?e>, <> .",
        "@prefix : <https://example.org/> . :a :b ( 1 [ :c :d ] ( ) ), [] . [ :e :f ] :g :h .",
        '@prefix : <https://example.org/> . :a.b :c\\,d :e%20f ; ; :g "\\u00e9\\n\\"" .',
        "<urn:x:a> a <urn:x:b> . # een opmerking <<( \n_:x a _:y .",
    ],
)
def test_turtle_in_its_odder_forms(text: str) -> None:
    assert_same(text.encode())


# --- writing ----------------------------------------------------------------------------------------------------------

keys = st.sampled_from(
    [
        *(f"{BASE}{one}" for one in ("begrip-a", "b/c", "d.", "-e", "é", "%20", "0")),
        "https://example.org/x.y",
        "urn:x:é",
    ]
)


@st.composite
def vocabularies(draw: st.DrawFn) -> Vocabulary:
    text = st.text(st.sampled_from("aé \"'\\\n\r\t\x01\x7f\u2028<>@."), min_size=1, max_size=8).filter(str.strip)
    schemes = tuple(Scheme(f"{BASE}kader-{one}", draw(text)) for one in "ab")
    concepts = [
        Concept(
            key,
            draw(st.sampled_from(schemes)).key,
            draw(text),
            draw(text),
            draw(text),
            alt=tuple(draw(st.lists(text, max_size=2, unique=True))),
            links={draw(st.sampled_from(LINKS)): (draw(keys),)},
            sources=(f"{BASE}bron-a",),
        )
        for key in draw(st.lists(keys, unique=True, min_size=1))
    ]
    return Vocabulary(schemes, tuple(concepts), (SourceDocument(f"{BASE}bron-a", draw(text), draw(text)),))


@moderate
@given(vocabularies())
def test_whatever_is_written_reads_as_it_was(vocabulary: Vocabulary) -> None:
    data = write_turtle(vocabulary, BASE)
    assert_same(data)
    graph = peer(data)
    for one in vocabulary.concepts:
        subject = rdflib.URIRef(one.key)
        assert graph.value(subject, rdflib.SKOS.definition) == rdflib.Literal(one.definition, lang="nl")
        assert {str(text) for text in graph.objects(subject, rdflib.SKOS.altLabel)} == set(one.alt)
    back = {one.key: one for one in read_rdf(data, "x", "nl").vocabulary.concepts}
    for one in vocabulary.concepts:
        assert (back[one.key].label, back[one.key].links) == (one.label.strip(), one.links)


def test_it_is_laid_out_to_be_read() -> None:
    lines = written(tagged(full_case(), "schuld", "geld")).data.decode().split("\n")
    begins = [line.split(" a ")[1].split(" ")[0] for line in lines if line.startswith(":")]
    classes = ["skos:ConceptScheme", "skos:Concept", "skos:Collection", "foaf:Document"]
    assert begins == sorted(begins, key=classes.index)
    assert set(begins) == set(classes)
    assert lines.index('Met een tweede alinea."""@nl ;') == lines.index('    skos:definition """Een los gegeven.') + 2
    schemes = [line.rstrip(" ;.") for line in lines if line.startswith("    skos:inScheme")]
    assert schemes == sorted(schemes)
    plain = written(case(node("concept", "a", frame="K", definition="x"))).data
    assert (plain.count(b"@prefix"), plain.count(b"foaf")) == (3, 0)
