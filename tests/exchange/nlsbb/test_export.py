"""Our concepts as NL-SBB: what the official shapes want, nothing lost that has a place, and nothing private."""

import re
import subprocess
import sys
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS, RELATIONS
from gvkaart.exchange.nlsbb import SUFFIXES
from gvkaart.exchange.nlsbb.notes import relation_note, relation_of
from gvkaart.exchange.nlsbb.sheet_layout import CONCEPT_COLUMNS, SCHEME_COLUMNS, cell_of, values_in
from gvkaart.exchange.nlsbb.uris import checked_base
from tests.case import MAP, case, edge, node
from tests.exchange.nlsbb.samples import (
    BASE,
    FILES,
    complaints,
    concepts_of,
    full_case,
    holds,
    keys,
    merged,
    tagged,
    taken_in,
    written,
)

moderate = settings(max_examples=10)
between = [one.id for one in RELATIONS.values() if one.allows("concept", "concept")]


def parsed(data: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=data, format="turtle")


def uri(node_id: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"{BASE}begrip-{node_id}")


# --- the standard -----------------------------------------------------------------------------------------------------


def test_the_official_shapes_have_nothing_against_it() -> None:
    assert complaints(written(full_case()).data) == []


def test_the_official_shapes_would_have_something_against_other_files() -> None:
    data = written(full_case()).data
    assert complaints(re.sub(rb"skos:definition [^;]*;", b"", data, count=1))
    assert complaints(data.replace(b"skos:related ", b"skos:relatedMatch "))


@moderate
@given(
    st.lists(st.tuples(*[st.sampled_from("abcd")] * 2, st.sampled_from(between)), max_size=12),
    st.lists(st.sampled_from(["Kader 1", "Kader 2", ""]), min_size=4, max_size=4),
)
@example([("c", "b", "part_of"), ("b", "c", "narrow_match")], ["Kader 1"] * 4)
def test_whatever_is_said_of_concepts_passes_the_shapes_and_reads_back(
    said: list[tuple[str, str, str]], frames: list[str]
) -> None:
    concepts = [
        node("concept", name, f"term {name}", **({"frame": frame} if frame else {}), definition=f"Wat {name} is.")
        for name, frame in zip("abcd", frames, strict=True)
    ]
    edges = dict.fromkeys(f"{one} {relation} {other}" for one, other, relation in said if one != other)
    graph = case(*concepts, *edges)
    for suffix in SUFFIXES:
        assert merged(graph, written(graph, suffix).data, suffix).changes.changes == ()
    assert complaints(written(graph).data) == []
    bare = graph.with_changes(ChangeSet(tuple(Change(one, None) for one in graph.edges.values())))
    assert {_sense(*one[:3]) for one in taken_in(bare, written(graph).data).edges} == {
        _sense(*one[:3]) for one in graph.edges
    }


def _sense(source: str, relation: str, target: str) -> tuple[str, object]:
    if relation == "narrow_match":
        return "broad_match", (target, source)
    return relation, (source, target) if relation in {"broad_match", "part_of"} else frozenset((source, target))


def test_frames_are_schemes_and_who_means_it_stands_in_for_a_frame() -> None:
    graph = parsed(written(full_case()).data)
    titles = {str(title) for title in graph.objects(None, DCTERMS.title)}
    assert titles == {"Wgs", "Innen", "CAK", "Nieuw gegevensverkeer"}
    assert str(graph.value(graph.value(uri("signaal-cak"), SKOS.inScheme), DCTERMS.title)) == "CAK"
    assert set(graph.objects(None, RDF.type)) >= {SKOS.Concept, SKOS.ConceptScheme}


def test_texts_stand_where_the_standard_has_them() -> None:
    graph = parsed(written(full_case()).data)
    concept = uri("signaal-wgs")
    assert str(graph.value(concept, RDFS.comment)) == "Eén hint; meer niet."
    assert {str(one) for one in graph.objects(concept, SKOS.altLabel)} == {"melding", "vroegsignaal; los"}
    notes = {str(one) for one in graph.objects(concept, SKOS.scopeNote)}
    assert notes == {"=Niet een lijst", "Kenmerken:\n- los gegeven\n- kan nog ontstaan"}
    source = graph.value(concept, DCTERMS.source)
    assert str(graph.value(source, DCTERMS.bibliographicCitation)) == "Par. 6.1.2, https://example.org/kb"
    assert "Zie CAK." in min(str(one) for one in graph.objects(concept, SKOS.editorialNote))


def test_what_has_no_place_is_told() -> None:
    graph = full_case()
    assert set(keys(written(graph).remarks)) == {"no_definition", "no_frame", "relation_in_note", "quotes", "meant_by"}
    doubled = case(*(node("concept", one, "term", frame="K", definition=one) for one in "ab"))
    assert keys(written(doubled).remarks) == ["term_twice"]
    unplaced = {one.id for one in KINDS["concept"].fields} - {
        *("frame", "definition", "plain", "alt", "scope_note", "example", "criteria", "uri"),
    }
    for name in unplaced:
        unplaced_field: dict[str, Any] = {name: ("y",)}
        other = case(node("concept", "a", frame="K", definition="x", **unplaced_field))
        assert keys(written(other).remarks) == ["no_place"]


@pytest.mark.parametrize("relation", between)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_relation_in_a_note_reads_back(relation: str, language: str) -> None:
    note = relation_note(relation, "term (x)", "kader «y»", "urn:x:1", language)
    found = relation_of(note)
    assert found is not None
    assert (found.relation, found.uri) == (relation, "urn:x:1")
    assert relation_of(f"Iemand zei: {note} En nog iets.") is None


# --- addresses and bytes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_concepts_give_the_same_bytes(suffix: str) -> None:
    graph = full_case()
    other = Graph.of(reversed([*graph.entities()]))
    assert written(graph, suffix).data == written(other, suffix).data


def test_the_bytes_do_not_hang_on_the_process() -> None:
    program = (
        "import sys; from tests.exchange.nlsbb.samples import full_case, written;"
        "sys.stdout.buffer.write(written(full_case()).data)"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            cwd=FILES.parents[3],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_a_concept_keeps_its_own_address_unless_it_is_none_or_taken() -> None:
    fields = [{"uri": "https://example.org/id/1"}, {"uri": "https://example.org/id/1"}, {"uri": "geen adres"}, {}]
    concepts = [
        node("concept", name, frame="K", definition="x", **own) for name, own in zip("abcd", fields, strict=True)
    ]
    subjects = set(parsed(written(case(*concepts)).data).subjects(RDF.type, SKOS.Concept))
    assert subjects == {rdflib.URIRef("https://example.org/id/1"), uri("b"), uri("c"), uri("d")}


@pytest.mark.parametrize(
    ("base", "used"),
    [
        ("https://example.org/begrippen", "https://example.org/begrippen/"),
        (" https://example.org/b#", "https://example.org/b#"),
        ("urn:x:y", "urn:x:y:"),
        ("urn:uuid:1#", "urn:uuid:1#"),
    ],
)
def test_a_base_is_made_fit_for_names(base: str, used: str) -> None:
    assert checked_base(base) == used


@pytest.mark.parametrize(
    "base", ["", "example.org", "https://", "javascript:x", "file:///etc", "https://a b", "urn:x:<y"]
)
def test_what_is_no_base_is_refused(base: str) -> None:
    with pytest.raises(Rejected, match="bad_base"):
        checked_base(base)


# --- nothing private --------------------------------------------------------------------------------------------------

CANARY = "ZQ7PRIVEx"


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("whole", [True, False])
def test_nothing_private_is_in_the_file(suffix: str, *, whole: bool) -> None:
    private = node("concept", "geheim", CANARY, visibility="private", frame=f"{CANARY} kader", definition=CANARY)
    hidden = edge("open cites bron")
    graph = case(
        tagged(case(private), "geheim", CANARY).nodes[private.id],
        node("concept", "open", "open", text="Zie [[geheim]] en [[geheim|" + CANARY + "]].", definition="x"),
        node("actor", "iemand", CANARY, visibility="private"),
        node("source", "bron", CANARY, visibility="private", body=CANARY),
        node("source", "boek", "Boek", citation="Blz. 1", body=CANARY),
        "open cites boek",
        "open differs_from geheim",
        "iemand means open",
        type(hidden)(hidden.source, hidden.relation, hidden.target, visibility="private", fields={"quote": CANARY}),
        edge("open related geheim", label=CANARY),
    )
    made = written(graph, suffix, map_id=None if whole else MAP)
    assert not holds(made.data, CANARY)
    assert not any(CANARY in str(one.params) for one in made.remarks)
    assert holds(made.data, "Boek")


def test_only_private_concepts_are_no_file() -> None:
    with pytest.raises(Rejected, match="no_concepts"):
        written(case(node("concept", "a", visibility="private")))


# --- the spreadsheet --------------------------------------------------------------------------------------------------


def test_sheets_and_columns_are_those_of_the_official_template() -> None:
    ours = openpyxl.load_workbook(BytesIO(written(full_case(), ".xlsx").data))
    theirs = openpyxl.load_workbook(FILES / "Template_NL_SBB.xlsx")
    for title in ("Begrippenkaders", "Begrippen", "Collecties"):
        assert [cell.value for cell in ours[title][1]] == [cell.value for cell in theirs[title][1]]
    assert ours.sheetnames == theirs.sheetnames[:5]
    assert [cell.value for cell in ours["Brondocumenten"][1]] == [cell.value for cell in theirs["Brondocumenten"][1]][
        :8
    ]
    assert (len(CONCEPT_COLUMNS), len(SCHEME_COLUMNS)) == (30, 6)


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK(A1)", "#N/A", "+31", "@x", "-1", "TRUE", "12", "2021-01-01"])
def test_no_text_becomes_anything_but_text(text: str) -> None:
    graph = case(node("concept", "a", text, frame=text, definition=text, alt=(f"{text}!",), uri="urn:x:1"))
    data = written(graph, ".xlsx").data
    types = {cell.data_type for sheet in openpyxl.load_workbook(BytesIO(data)) for row in sheet for cell in row}
    assert types <= {"s", "n"}  # numbers of rows, and empty cells
    assert not any(b"<f>" in part for part in _sheets(data))
    (back,) = concepts_of(taken_in(case(), data, ".xlsx")).values()
    assert (back.title, back.fields["frame"], back.fields["definition"]) == (text, text, text)


def _sheets(data: bytes) -> list[bytes]:
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if "worksheets" in name]


def test_a_text_that_no_cell_can_hold_is_cut_and_told() -> None:
    graph = case(node("concept", "a", frame="K", definition="x" * 40_000))
    made = written(graph, ".xlsx")
    assert keys(made.remarks) == ["cut"]
    (back,) = concepts_of(taken_in(case(), made.data, ".xlsx")).values()
    assert len(str(back.fields["definition"])) == 32_767


@moderate
@given(st.lists(st.sampled_from(["a", "b", "a; b", ";", "a b;"]), unique=True).map(tuple))
def test_several_values_in_a_cell_read_back(values: tuple[str, ...]) -> None:
    assert values_in(cell_of(values)) == values
