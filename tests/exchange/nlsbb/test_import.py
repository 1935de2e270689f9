"""Vocabularies of others, and our own when they come back: recognised, updated, and nothing doubled."""

import pytest

from gvkaart.analysis.catalogue import read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.vocabularies import Agreement, shared_terms
from gvkaart.assets import resource_text
from gvkaart.domain.derived import CaseView, texts_of
from gvkaart.domain.edits import set_field
from gvkaart.domain.entities import NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case, write_case
from gvkaart.exchange.nlsbb import SUFFIXES
from gvkaart.words import load_words
from tests.case import MAP, case, node
from tests.exchange.nlsbb.samples import (
    MIM,
    THESAURUS,
    concepts_of,
    full_case,
    keys,
    merged,
    read,
    sample,
    tagged,
    taken_in,
    written,
)

PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix isothes: <http://purl.org/iso25964/skos-thes#> . @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix : <https://example.org/> .
"""


def turtle(text: str) -> bytes:
    return (PREFIXES + text).encode()


def only(text: str, language: str = "nl") -> dict[str, object]:
    """Return the fields of the one concept in a file, with its title and text."""
    from gvkaart.exchange.nlsbb.merging import merge_vocabulary

    vocabulary = read(turtle(text), language=language).vocabulary
    (change,) = [one for one in merge_vocabulary(Graph(), vocabulary, now=7).changes if one.key[0] == "node"][:1]
    (concept,) = concepts_of(Graph.of([change.entity])).values()
    return {**concept.fields, "title": concept.title, "text": concept.text, "tags": concept.tags}


# --- there and back ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_comes_back_unchanged_changes_nothing(suffix: str) -> None:
    graph = tagged(full_case(), "schuld", "geld", "Wgs; oud")
    found = merged(graph, written(graph, suffix).data, suffix)
    assert (found.new, found.updated, found.unchanged) == (0, 0, 5)
    assert found.changes.changes == ()
    assert found.remarks == ()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_text_that_names_something_private_is_not_doubled(suffix: str) -> None:
    graph = case(
        node("concept", "c", "Leegstand", frame="Wet", text="Denk aan [[geheim]].\n\nVergelijk [[d]] en [[weg|iets]]."),
        node("concept", "d", "Wonen", frame="Wet"),
        node("fact", "geheim", "Dit weet nog niemand", visibility="private"),
    )
    assert merged(graph, written(graph, suffix).data, suffix).updated == 0


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_concept_with_an_address_and_without_a_frame_gets_none_of_ours(suffix: str) -> None:
    graph = case(node("concept", "c", "Wonen", uri="https://example.org/wonen"))
    assert merged(graph, written(graph, suffix).data, suffix).updated == 0


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_concepts_arrive_whole_in_another_document(suffix: str) -> None:
    graph = tagged(full_case(), "schuld", "geld", "oud")
    arrived = taken_in(Graph(), written(graph, suffix).data, suffix)
    by_term = {(one.title, one.fields["frame"]): one for one in concepts_of(arrived).values()}
    original = concepts_of(graph)
    wgs = by_term["signaal", "Wgs"]
    expected = {**original["signaal-wgs"].fields, "uri": wgs.fields["uri"]}
    assert {**wgs.fields, "alt": set(texts_of(wgs.fields, "alt"))} == {
        **expected,
        "alt": {"melding", "vroegsignaal; los"},
    }
    assert by_term["signaal", "CAK"].fields["definition"] == "Een vermelding op de lijst."
    assert "definition" not in by_term["gesprek", "Innen"].fields
    assert by_term["schuld", "Wgs"].tags == ("geld", "oud")
    relations = sorted(one.relation for one in arrived.edges.values())
    assert relations == sorted(
        {"narrow_match": "broad_match"}.get(one.relation, one.relation)
        for one in graph.edges.values()
        if one.relation != "means"
    )
    assert not any(arrived.placements)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_another_changed_is_updated_and_what_is_ours_alone_stays(suffix: str) -> None:
    graph = full_case()
    changed = graph.with_changes(set_field(graph, NodeId("schuld"), "definition", "Wat iemand verschuldigd is.", now=1))
    ours = graph.with_changes(set_field(graph, NodeId("schuld"), "plain", "Geld dat u moet betalen.", now=1))
    found = merged(ours, written(changed, suffix).data, suffix)
    assert (found.new, found.updated) == (0, 1)
    schuld = ours.with_changes(found.changes).nodes[NodeId("schuld")]
    assert schuld.fields["definition"] == "Wat iemand verschuldigd is."
    assert schuld.fields["plain"] == "Geld dat u moet betalen."
    assert schuld.modified == 7
    assert "uri" not in schuld.fields


@pytest.mark.parametrize("name", [MIM, THESAURUS])
def test_a_real_vocabulary_comes_in_once(name: str) -> None:
    graph = taken_in(Graph(), sample(name))
    again = merged(graph, sample(name))
    assert (again.new, again.updated) == (0, 0)
    assert again.changes.changes == ()
    assert all(one.fields["uri"] and one.fields["frame"] for one in concepts_of(graph).values())


def test_an_own_concept_of_the_same_frame_and_term_gets_the_address() -> None:
    graph = case(node("concept", "kenmerk", "kenmerk", frame="Beschouwingsdomein"))
    graph = taken_in(graph, sample(MIM))
    assert graph.nodes[NodeId("kenmerk")].fields["uri"] == "http://begrippen.mim-standaard.nl/mimbegrip/Kenmerk"
    assert len(concepts_of(graph)) == 47


def test_the_address_survives_the_case_file() -> None:
    graph = taken_in(case(), sample(MIM), map_id=MAP)
    back = read_case(write_case(graph, MAP, include_private=False))
    uris = {one.fields["uri"] for one in concepts_of(graph).values()}
    assert {one.fields["uri"] for one in concepts_of(back).values()} == uris


def test_concepts_stand_on_a_map_only_when_asked() -> None:
    assert merged(case(), sample(MIM)).changes.placed == frozenset()
    placed = taken_in(case(), sample(MIM), map_id=MAP)
    assert concepts_of(placed).keys() == placed.on_map(MAP).keys()
    assert merged(placed, sample(MIM), map_id=MAP).changes.changes == ()
    with pytest.raises(Rejected):
        merged(case(), sample(MIM), map_id="nergens")


# --- what files say ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "language", "title"),
    [
        ('"begrip"@nl, "concept"@en, "Begriff"@de', "nl", "begrip"),
        ('"begrip"@nl, "concept"@en', "en", "concept"),
        ('"kaal", "concept"@en', "nl", "kaal"),
        ('"concept"@en, "Begriff"@de', "nl", "concept"),
        ('"Begriff"@de, "concepto"@es', "nl", "Begriff"),
        ('"vlaams"@nl-BE, "concept"@en', "nl", "vlaams"),
    ],
)
def test_the_language_that_is_preferred(labels: str, language: str, title: str) -> None:
    assert only(f":a a skos:Concept ; skos:prefLabel {labels} .", language)["title"] == title


def test_every_text_has_its_field() -> None:
    found = only(
        """:a a skos:Concept ; skos:prefLabel "a"@nl, "b"@nl ; skos:altLabel "c"@nl, "a"@nl ; skos:hiddenLabel "d"@nl ;
        skos:definition "e"@nl ; rdfs:comment "f"@nl ; skos:scopeNote "g"@nl ; skos:example "h"@nl ;
        skos:editorialNote "i"@nl ; skos:historyNote "j"@nl ; skos:changeNote "k"@nl ; skos:notation "L" .
        :c a skos:Collection ; skos:prefLabel "m"@nl ; skos:member :a ."""
    )
    assert found == {
        "title": "a",
        "alt": ("b", "c", "d"),
        "definition": "e",
        "plain": "f",
        "scope_note": "g",
        "example": "h",
        "text": "i\n\nCode: L\n\nHistorie: j\n\nWijziging: k",
        "tags": ("m",),
        "uri": "https://example.org/a",
        "frame": "kader",
    }


@pytest.mark.parametrize(
    ("scheme", "frame"),
    [
        ('dct:title "Titel"@nl', "Titel"),
        ('skos:prefLabel "Naam"@nl', "Naam"),
        ('rdfs:label "Label"', "Label"),
        ('dct:publisher [ foaf:name "Dienst"@nl ]', "Dienst"),
        ('dct:creator "Dienst"', "Dienst"),
        ("rdfs:seeAlso :x", "k"),
    ],
)
def test_a_frame_is_named_after_its_scheme_or_organisation(scheme: str, frame: str) -> None:
    text = f':k a skos:ConceptScheme ; {scheme} . :a a skos:Concept ; skos:prefLabel "a"@nl '
    assert only(f"{text}; skos:inScheme :k .")["frame"] == frame
    assert only(f"{text}; skos:topConceptOf :k .")["frame"] == frame
    assert only(f"{text}. :k skos:hasTopConcept :a .")["frame"] == frame
    assert only(f"{text}.")["frame"] == frame, "the only scheme in the file"


def test_labels_of_skos_xl_and_of_nothing_at_all() -> None:
    assert only(':a a skos:Concept ; xl:prefLabel [ xl:literalForm "vorm"@nl ] .')["title"] == "vorm"
    assert only(':a a skos:Concept ; rdfs:label "naam" .')["title"] == "naam"
    assert only(":Aanvraag a skos:Concept .")["title"] == "Aanvraag"
    assert keys(read(turtle(":Aanvraag a skos:Concept .")).remarks) == ["nameless", "undefined"]


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        ("broader", ("a", "broad_match", "b")),
        ("narrower", ("b", "broad_match", "a")),
        ("related", ("a", "related_match", "b")),
        ("exactMatch", ("a", "exact_match", "b")),
        ("broadMatch", ("a", "broad_match", "b")),
        ("narrowMatch", ("b", "broad_match", "a")),
        ("closeMatch", ("a", "close_match", "b")),
        ("relatedMatch", ("a", "related_match", "b")),
    ],
)
def test_relations_are_those_of_the_metamodel(said: str, relation: tuple[str, str, str]) -> None:
    concepts = "".join(f':{one} a skos:Concept ; skos:prefLabel "{one}"@nl . ' for one in "ab")
    graph = taken_in(Graph(), turtle(f"{concepts} :a skos:{said} :b . :b skos:related :b ."))
    assert [one[:3] for one in graph.edges] == [relation]


@pytest.mark.parametrize("said", [":a isothes:broaderPartitive :b", ":b isothes:narrowerPartitive :a"])
def test_a_part_is_a_part_and_not_also_narrower(said: str) -> None:
    concepts = "".join(f':{one} a skos:Concept ; skos:prefLabel "{one}"@nl . ' for one in "ab")
    graph = taken_in(Graph(), turtle(f"{concepts} {said} . :a skos:broader :b ."))
    assert [one[:3] for one in graph.edges] == [("a", "part_of", "b")]


def test_what_is_said_twice_or_known_already_is_one_relation() -> None:
    concepts = "".join(f':{one} a skos:Concept ; skos:prefLabel "{one}"@nl . ' for one in "ab")
    graph = taken_in(Graph(), turtle(f"{concepts} :a skos:related :b ; skos:broader :b . :b skos:related :a ."))
    assert len(graph.edges) == 2
    assert merged(graph, turtle(f"{concepts} :b skos:related :a ; skos:narrower :a .")).changes.changes == ()


def test_a_mapping_to_another_vocabulary_waits_for_it() -> None:
    one = turtle(':a a skos:Concept ; skos:prefLabel "a"@nl ; skos:exactMatch :b .')
    other = turtle(':b a skos:Concept ; skos:prefLabel "b"@nl .')
    first = merged(Graph(), one)
    assert keys(first.remarks) == ["unresolved"]
    graph = taken_in(taken_in(Graph(), one), other)
    assert graph.edges == {}
    assert [key[:3] for key in taken_in(graph, one).edges] == [("a", "exact_match", "b")]


def test_sources_become_items_once() -> None:
    text = """:a a skos:Concept ; skos:prefLabel "a"@nl ; dct:source :boek, <https://example.org/pagina>, "Een brief" .
    :b a skos:Concept ; skos:prefLabel "b"@nl ; dct:source :boek .
    :boek dct:title "Boek"@nl ; dct:bibliographicCitation "Blz. 1" ; foaf:page <https://example.org/boek> ."""
    graph = taken_in(Graph(), turtle(text))
    sources = {one.title: one.fields.get("citation") for one in graph.nodes.values() if one.kind == "source"}
    assert sources == {
        "Boek": "Blz. 1 https://example.org/boek",
        "https://example.org/pagina": None,
        "Een brief": None,
    }
    assert len(graph.edges) == 4
    assert merged(graph, turtle(text)).changes.changes == ()


def test_of_several_schemes_the_one_that_is_described_counts() -> None:
    text = ':a a skos:Concept ; skos:prefLabel "a"@nl ; skos:definition "x"@nl ; skos:inScheme :v1, :k . '
    text += ':k a skos:ConceptScheme ; dct:title "Kader"@nl .'
    assert only(text)["frame"] == "Kader"
    assert keys(read(turtle(text)).remarks) == ["several_schemes"]


# --- several vocabularies together ------------------------------------------------------------------------------------


def homonyms(graph: Graph) -> list[str]:
    catalogue = read_catalogue(resource_text("publieke-waarden.json"), "nl")
    return [one.check for one in run_checks(CaseView(graph, MAP), catalogue) if one.check == "concept.homonym"]


def test_real_vocabularies_beside_each_other_cause_no_confusion_where_they_agree() -> None:
    graph = taken_in(taken_in(case(), sample(MIM), map_id=MAP), sample(THESAURUS), map_id=MAP)
    shared = shared_terms(concepts_of(graph).values())
    differing = [one for one in shared if one.agreement is Agreement.DIFFERENT]
    assert len(homonyms(graph)) == len(differing)


def test_the_same_vocabulary_under_another_name_is_no_confusion_and_one_that_differs_is() -> None:
    copy = sample(MIM).replace(b"begrippen.mim-standaard.nl", b"kopie.example.org")
    copy = copy.replace(b'rdfs:label "Beschouwingsdomein";\n', b'rdfs:label "Kopie A";\n')
    copy = copy.replace(b'rdfs:label "Verwerkingsdomein";\n', b'rdfs:label "Kopie B";\n')
    copy = copy.replace(b'rdfs:label "Typering beschouwingsdomein"', b'rdfs:label "Kopie C"')
    copy = copy.replace(b'rdfs:label "Typering verwerkingsdomein"', b'rdfs:label "Kopie D"')
    alone = taken_in(case(), sample(MIM), map_id=MAP)
    before = len(homonyms(alone))
    graph = taken_in(alone, copy, map_id=MAP)
    assert len(concepts_of(graph)) == 94
    assert len(homonyms(graph)) == before
    equal = [one for one in shared_terms(concepts_of(graph).values()) if one.agreement is Agreement.EQUAL]
    assert len(equal) > 30
    changed = copy.replace(b"Een kenmerk is een verschijnsel", b"Een kenmerk is iets heel anders")
    graph = taken_in(alone, changed, map_id=MAP)
    assert len(homonyms(graph)) == before + 1


def test_remarks_are_sentences() -> None:
    for language in ("nl", "en"):
        words = load_words(language)
        found = merged(Graph(), turtle(':a a skos:Concept ; skos:prefLabel "a"@nl ; skos:related :z .'))
        assert "https://example.org/z" in found.remarks[0].sentence(words)
