"""Files of anybody: nothing is fetched, nothing hangs, and what is wrong is told in a sentence with a place."""

import random
import socket
import zipfile
from collections import Counter
from io import BytesIO

import openpyxl
import pytest

from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import fold
from gvkaart.exchange.nlsbb import files, rdf
from gvkaart.exchange.nlsbb.merging import merge_vocabulary
from gvkaart.words import load_words
from tests.exchange.nlsbb.samples import MIM, full_case, keys, read, sample, taken_in, written

HEADINGS = ("voorkeursterm", "definitie", "in kader", "is gerelateerd aan", "heeft bron", "uri")


def sheet(*rows: tuple[object, ...], title: str = "Begrippen", headings: tuple[str, ...] = HEADINGS) -> bytes:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = title
    for row in (headings, *rows):
        first.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Replace bytes in one part of a package."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as other:
        for each in package.namelist():
            part = package.read(each)
            if each == name:
                assert old in part
                part = part.replace(old, new, 1)
            other.writestr(each, part)
    return out.getvalue()


def refusal(data: bytes, suffix: str = ".ttl") -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(Rejected) as caught:
        read(data, suffix)
    return load_words("nl").error(caught.value)


# --- the network ------------------------------------------------------------------------------------------------------


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        pytest.fail("something wanted to go to the network")

    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)


@pytest.mark.usefixtures("no_network")
def test_nothing_is_fetched() -> None:
    text = b"""@base <http://example.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    <> a owl:Ontology ; owl:imports <http://example.org/other.ttl>, <https://www.w3.org/ns/shacl.ttl> .
    <#a> a skos:Concept ; skos:prefLabel "a"@nl ; rdfs:isDefinedBy <http://example.org/context.jsonld> ;
      skos:inScheme <http://example.org/scheme> ; skos:exactMatch <http://example.org/b> ."""
    found = read(text)
    assert [one.label for one in found.vocabulary.concepts] == ["a"]
    for suffix in (".ttl", ".xlsx"):
        taken_in(Graph(), written(full_case(), suffix).data, suffix)


# --- Turtle -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('@prefix a: <urn:x:> .\na:b a:c "open\n .', "Regel 2"),
        ("@prefix a: <urn:x:> .\n\na:b c:d a:e .", "Regel 3"),
        ("@prefix a: <urn:x:> .\na:b a:c a:d\na:e a:f a:g .", "Regel 3"),
        ("@prefix a: <urn:x:> .\n\na:b a:c", "Regel 3: het bestand houdt hier op"),
        ("dit is geen turtle", "geldige Turtle"),
        ("", "geen enkel begrip"),
        ("@prefix a: <urn:x:> . a:b a:c a:d .", "geen enkel begrip"),
        ("@prefix s: <http://www.w3.org/2004/02/skos/core#> .\n\n<a> a s:Concept .", "Regel 3: 'a'"),
        ("@prefix a: <urn:x:> .\na:b a:c " + "[ a:c " * 3000, "Regel 2: het bestand houdt hier op"),
        ("@prefix a: <urn:x:> .\na:b a:c " + "( " * 3000 + ")" * 3000 + ".", "geen enkel begrip"),
        ("@prefix a: <urn:x:> .\na:b a:c " + "<<( a:d a:e " * 3000 + "a:f" + " )>>" * 3000 + ".", "te veel haken"),
        ('@prefix a: <urn:x:> .\na:b a:c "\\ud800" .', "Regel 2"),
        ("@prefix a: <urn:x:> .\na:b a:c <<( a:d a:e a:f )>> .", "geen enkel begrip"),
        ('@prefix a: <urn:x:> .\na:b a:c "' + "x" * (17 << 20) + '" .', "meer dan 16 MB"),
        ('<urn:x:a> <urn:x:b> "c" .\n<urn:x:a> <urn:x:b> "c', "Regel 2: het bestand houdt hier op"),
        ("@prefix a: <urn:x:" + "y" * (1 << 20) + "> .\n" + "a:b a:c a:d .\n" * 10_000, "groter dan 200 MB"),
    ],
)
def test_what_is_no_vocabulary_is_refused_with_the_line(text: str, said: str) -> None:
    sentence = refusal(text.encode())
    assert said in sentence
    assert sentence.endswith("Er is niets ingelezen.")


@pytest.mark.parametrize("text", ['{"@context": "https://example.org/"}', "\n[ { } ]", "<!DOCTYPE html>", "<html>"])
@pytest.mark.parametrize("suffix", [".ttl", ".rdf"])
def test_what_is_read_nowhere_is_called_so(text: str, suffix: str) -> None:
    assert "JSON-LD of een webpagina" in refusal(text.encode(), suffix)


def rdf_xml(text: str, before: str = "") -> bytes:
    names = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#"'
    return f'<?xml version="1.0"?>{before}\n<rdf:RDF {names}>\n{text}</rdf:RDF>'.encode()


INSIDE = '<rdf:Description rdf:about="urn:x:a"><s:x rdf:parseType="Triple">', "</s:x></rdf:Description>"
BILLION = '<!DOCTYPE rdf:RDF [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (rdf_xml("<s:Concept>\n<s:prefLabel>a</s:altLabel></s:Concept>"), "Regel 4"),
        (rdf_xml("<s:Concept>")[:-10], "Regel 3"),
        (rdf_xml('<s:Concept rdf:ID="a" rdf:nodeID="b"/>'), "De lezer meldt"),
        (rdf_xml('<s:Concept rdf:about="a"/>'), "Regel 3: 'a'"),
        (rdf_xml("", BILLION), "DOCTYPE"),
        (rdf_xml("", '<!DOCTYPE rdf:RDF SYSTEM "https://example.org/x.dtd">'), "DOCTYPE"),
        (rdf_xml("").replace(b'<?xml version="1.0"?>', b"<!DOCTYPE rdf:RDF>"), "DOCTYPE"),
        (rdf_xml(INSIDE[0] * 2000 + INSIDE[1] * 2000), "te veel haken"),
        (rdf_xml("<s:Concept><s:x>" * 2000 + "</s:x></s:Concept>" * 2000), "te veel haken"),
        (rdf_xml(""), "geen enkel begrip"),
        (b"<?xml version='1.0'?><rdf/>", "geen geldige RDF/XML"),
        (rdf_xml("").replace(b'"?>', b'" encoding="ISO-8859-1"?>'), "UTF-8"),
    ],
)
@pytest.mark.usefixtures("no_network")
def test_rdf_xml_that_is_damaged_or_unsafe_is_refused(data: bytes, said: str) -> None:
    assert said in refusal(data, ".rdf")


def test_a_mark_of_the_order_of_bytes_is_no_text() -> None:
    text = '\ufeff@prefix s: <http://www.w3.org/2004/02/skos/core#> . <urn:x:a> a s:Concept ; s:prefLabel "a"@nl .'
    assert [one.label for one in read(text.encode()).vocabulary.concepts] == ["a"]


def test_a_web_address_that_is_none_keeps_nothing_else_out() -> None:
    text = """@prefix s: <http://www.w3.org/2004/02/skos/core#> .
    <urn:x:a> a s:Concept ; s:prefLabel "a"@nl ; s:exactMatch <https://example.org/a b|{c}> ."""
    (concept,) = read(text.encode()).vocabulary.concepts
    assert concept.links == {"exactMatch": ("https://example.org/a b|{c}",)}


def test_what_is_relative_without_a_base_is_told_as_the_file_has_it() -> None:
    """Only concepts have to have an address; ours that stands in for a base is shown and kept nowhere."""
    text = """@prefix s: <http://www.w3.org/2004/02/skos/core#> . @prefix d: <http://purl.org/dc/terms/> .
    <urn:x:a> a s:Concept ; s:prefLabel "a"@nl ; s:broader <#c> ; s:exactMatch <b> ; s:inScheme <> .
    <urn:x:a> d:source <stuk.pdf>, <>, [ <http://xmlns.com/foaf/0.1/page> <blad> ] . <> a s:ConceptScheme .
    <map/deel> a s:Collection ; s:member <urn:x:a> ."""
    found = read(text.encode()).vocabulary
    assert [one.title for one in found.schemes] == ["kader"]
    assert found.concepts[0].links == {"broader": ("#c",), "exactMatch": ("b",)}
    assert found.concepts[0].collections == ("deel",)
    assert [(one.title, one.page) for one in found.sources] == [("stuk.pdf", ""), ("kader", ""), ("blad", "blad")]
    merged = merge_vocabulary(Graph(), found, now=1)
    assert "zonder-basis" not in repr([merged.changes, *(one.params for one in merged.remarks)])


def test_a_file_of_a_million_things_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdf, "_MOST_FACTS", 1000)
    text = "@prefix a: <urn:x:> . a:b a:c (" + " a:d" * 600 + " ) ."
    assert "meer dan 1000 gegevens" in refusal(text.encode())


@pytest.mark.parametrize("before", ["<!-- van ons -->\n", '<?xml version="1.0"?>', ""])
@pytest.mark.parametrize("prefix", ["rdf:", ""])
def test_rdf_xml_is_known_by_how_it_begins(before: str, prefix: str) -> None:
    name = f'xmlns{prefix and ":rdf"}="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    concept = f"<s:Concept {'rdf' if prefix else 'r'}:about='urn:x:a'/>"
    names = (
        f"{name} xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:s='http://www.w3.org/2004/02/skos/core#'"
    )
    text = f"{before}<{prefix}RDF {names}>{concept}</{prefix}RDF>"
    assert [one.key for one in read(text.encode()).vocabulary.concepts] == ["urn:x:a"]


def test_bytes_that_are_no_text_are_refused_with_the_line() -> None:
    assert "Regel 2" in refusal(b"# een\n\xff\xfe")


def test_what_is_too_large_or_of_another_kind_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    assert "kader.jsonld" in refusal(b"", ".jsonld")
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    assert "te groot" in refusal(b"x" * 11)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_refused_and_never_fails(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sample(MIM))
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(200)]
            case _:
                data[at:at] = chance.choice([b'"', b"[", b"\\u12", b"<", b"^^", b"@", b"1e999", b"\x00", b'"""'])
    try:
        found = read(bytes(data))
    except Rejected:
        return
    merge_vocabulary(Graph(), found.vocabulary, now=1)


# --- spreadsheets -----------------------------------------------------------------------------------------------------

BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""
FETCHES = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>"""


@pytest.mark.parametrize("declaration", [BOMB, FETCHES])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"])
@pytest.mark.usefixtures("no_network")
def test_a_document_type_is_refused_wherever_it_stands(declaration: bytes, part: str) -> None:
    data = sheet(("term", "definitie", "kader"))
    with zipfile.ZipFile(BytesIO(data)) as package:
        before = package.read(part)
    assert "opdrachten die niet in een tekst horen" in refusal(
        replaced(data, part, before, declaration + before), ".xlsx"
    )


def test_a_bomb_of_zeroes_is_refused() -> None:
    out = BytesIO(sheet(("term", "definitie", "kader")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/extra.xml", b"<x>" + b" " * (101 << 20) + b"</x>")
    assert "te groot" in refusal(out.getvalue(), ".xlsx")


def test_what_a_sheet_says_of_its_size_is_not_believed() -> None:
    data = sheet(("term", "definitie", "kader"))
    data = replaced(data, "xl/worksheets/sheet1.xml", b'ref="A1:F2"', b'ref="A1:XFD1048576"')
    assert [one.label for one in read(data, ".xlsx").vocabulary.concepts] == ["term"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 niets", "beschadigd"),
        (b"term;definitie", "beschadigd"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oud rekenblad"),
        (sheet(("term", "x", "k"), headings=("een", "twee", "drie")), "Geen enkel blad"),
        (sheet(), "staan geen begrippen"),
        (sheet(("term", "x", "k"), ("", "zonder term", "k")), "Blad 'Begrippen', rij 3"),
    ],
)
def test_what_is_no_spreadsheet_of_concepts_is_refused_with_the_place(data: bytes, said: str) -> None:
    assert said in refusal(data, ".xlsx")


def test_a_sheet_with_too_many_rows_is_refused() -> None:
    data = sheet(("term", "x", "k"))
    data = replaced(data, "xl/worksheets/sheet1.xml", b'<row r="2">', b'<row r="20001">')
    data = replaced(data, "xl/worksheets/sheet1.xml", b'r="A2"', b'r="A20001"')
    data = replaced(data, "xl/worksheets/sheet1.xml", b'r="B2"', b'r="B20001"')
    data = replaced(data, "xl/worksheets/sheet1.xml", b'r="C2"', b'r="C20001"')
    assert "meer dan 20000 rijen" in refusal(data, ".xlsx")


def test_a_spreadsheet_that_somebody_made_is_read_by_its_headings() -> None:
    headings = ("Toelichting ", "BEGRIP*", "Omschrijving", "Synoniemen", "Kader", "bron", "is gerelateerd aan")
    rows = (
        (
            "Bij een aanvraag.",
            "aanvraag",
            "Een verzoek.",
            "verzoek; Vraag",
            "Loket",
            "Awb; https://example.org/x",
            "besluit",
        ),
        (None, "besluit", 12.0, None, "Loket", None, "nergens; urn:x:1"),
    )
    found = read(sheet(*rows, title="Onze woorden", headings=headings), ".xlsx")
    one, other = found.vocabulary.concepts
    assert (one.label, one.definition, one.alt) == ("aanvraag", "Een verzoek.", ("verzoek", "Vraag"))
    assert one.scope_notes == ("Bij een aanvraag.",)
    assert one.links == {"related": (other.key,)}
    assert other.definition == "12"
    assert other.links == {"related": ("urn:x:1",)}
    assert [scheme.title for scheme in found.vocabulary.schemes] == ["Loket"]
    assert [source.title for source in found.vocabulary.sources] == ["Awb", "https://example.org/x"]
    assert keys(found.remarks) == ["unknown_terms"]
    assert "nergens (Onze woorden, 3)" in found.remarks[0].sentence(load_words("nl"))


def test_a_term_that_two_frames_have_means_the_one_that_fits_the_relation() -> None:
    headings = ("voorkeursterm", "in kader", "is gerelateerd aan", "is overeenkomstig verwant")
    rows = (("signaal", "A"), ("signaal", "B"), ("hint", "A", "signaal", "signaal"))
    first, second, hint = read(sheet(*rows, headings=headings), ".xlsx").vocabulary.concepts
    assert hint.links == {"related": (first.key,), "relatedMatch": (second.key,)}


def test_a_long_spreadsheet_takes_no_square_of_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows with one term, many frames and a source each: what they name is looked up, not sought."""
    count = Counter[str]()

    def counted(text: str) -> str:
        count["fold"] += 1
        return fold(text)

    monkeypatch.setattr("gvkaart.exchange.nlsbb.sheet_reading.fold", counted)
    rows = [("term", "", f"Kader {number % 100}", "term", f"Bron {number}") for number in range(300)]
    found = read(sheet(*rows), ".xlsx").vocabulary
    assert (len(found.schemes), len(found.sources)) == (100, 300)
    own = {one.key: one.scheme for one in found.concepts}
    assert all(own[key] == one.scheme for one in found.concepts for key in one.links["related"])
    assert count["fold"] < 20 * len(rows)


def test_a_spreadsheet_without_addresses_comes_in_once() -> None:
    data = sheet(("signaal", "Een gegeven.", "A"), ("signaal", "Een lijst.", "B"), ("los", "", ""))
    graph = taken_in(Graph(), data, ".xlsx")
    assert len(graph.nodes) == 3
    again = merge_vocabulary(graph, read(data, ".xlsx").vocabulary, now=9)
    assert (again.new, again.updated, again.unchanged) == (0, 0, 3)


@pytest.mark.parametrize("seed", range(25))
def test_a_damaged_spreadsheet_is_read_or_refused_and_never_fails(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(written(full_case(), ".xlsx").data)
    for _ in range(chance.randint(1, 10)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        found = read(bytes(data), ".xlsx")
    except Rejected:
        return
    merge_vocabulary(Graph(), found.vocabulary, now=1)
