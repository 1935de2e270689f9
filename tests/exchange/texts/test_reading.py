"""Texts of every format, whole, damaged and hostile: their text, or one clear reason why not."""

import codecs
import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.texts import package as packages
from gvkaart.exchange.texts import pdf as pdfs
from gvkaart.exchange.texts import reading
from gvkaart.exchange.texts.reading import read_text, read_text_file
from gvkaart.words import load_words
from tests.exchange.texts.samples import SAMPLES, docx, locked, odt, package, paragraph, pdf

KEYS = frozenset(
    f"texts.{key}"
    for key in ("damaged", "protected", "not_text", "no_text_format", "scan", "unsafe", "empty", "too_large", "rtf")
) | {"texts.old_or_protected", ""}


def reason(data: bytes, name: str) -> str:
    """Read; return the key of what is wrong, empty when there is a text."""
    try:
        return "" if read_text(data, name) else "nothing"
    except Rejected as error:
        return error.key


def refused(data: bytes, name: str = "tekst.txt") -> str:
    with pytest.raises(Rejected) as caught:
        read_text(data, name)
    for language in ("nl", "en"):
        assert load_words(language).error(caught.value)
    return caught.value.key


# --- what can be read ---


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_is_known_by_what_is_in_it(name: str) -> None:
    assert read_text(SAMPLES[name], "verkeerde-naam.txt") == read_text(SAMPLES[name], name)


@pytest.mark.parametrize(
    "data",
    [
        "Één — €5".encode(),
        codecs.BOM_UTF8 + "Één — €5".encode(),
        codecs.BOM_UTF16_LE + "Één — €5".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Één — €5".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "Één — €5".encode("utf-32-le"),
        "Één — €5".encode("cp1252"),
    ],
)
def test_text_in_the_encodings_that_offices_use(data: bytes) -> None:
    assert read_text(data, "a.txt") == "Één — €5"


def test_markdown_stays_as_it_is_and_empty_lines_are_one() -> None:
    assert read_text(b"# Kop  \r\n\r\n\r\n\r\n* een\r\n* twee\x1a\r\n", "a.md") == "# Kop\n\n* een\n* twee"


def test_a_file_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(SAMPLES["a.txt"])
    assert read_text_file(path) == "Één regel.\n\nNog een."


# --- Word ---


def test_paragraphs_lists_and_tables_of_a_word_document() -> None:
    listed = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(paragraph('Naam') + paragraph('(voluit)'))}{cell(paragraph('Rol'))}</w:tr></w:tbl>"
    body = paragraph("Kop") + paragraph("een", listed.format(0)) + paragraph("twee", listed.format("1")) + table
    text = read_text(docx(body + paragraph("Slot")), "a.docx")
    assert text == "Kop\n\n- een\n  - twee\nNaam (voluit) | Rol\n\nSlot"


def test_deleted_text_of_a_word_document_is_gone_and_inserted_text_is_there() -> None:
    body = (
        "<w:p><w:r><w:t>Wij </w:t></w:r><w:del><w:r><w:delText>nooit</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>soms</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom></w:p>"
    )
    assert read_text(docx(body), "a.docx") == "Wij soms"


def test_signs_fields_and_boxes_of_a_word_document() -> None:
    box = f"<mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('in een kader')}</w:txbxContent></mc:Choice>"
    box += "<mc:Fallback><w:p><w:r><w:t>dubbel</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
    run += "<w:instrText>PAGE</w:instrText></w:r>"
    tabs = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    assert read_text(docx(f"<w:p>{tabs}{run}<w:r>{box}</w:r></w:p>"), "a.docx") == "a\tb\nc- in een kader"


def test_notes_of_a_word_document_stand_at_the_end() -> None:
    references = '<w:footnoteReference w:id="2"/><w:t>.</w:t><w:endnoteReference w:id="9"/>'
    body = f"<w:p><w:r><w:t>Tekst</w:t>{references}</w:r></w:p>"
    separator = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
    notes = f'{separator}<w:footnote w:id="2">{paragraph("De noot")}</w:footnote>'
    assert read_text(docx(body, footnotes=notes), "a.docx") == "Tekst [1].\n\n[1] De noot"


# --- OpenDocument ---


def test_paragraphs_lists_and_tables_of_an_opendocument_text() -> None:
    inner = "<text:list><text:list-item><text:p>twee</text:p></text:list-item></text:list>"
    listed = (
        f"<text:list><text:list-item><text:p>een</text:p><text:p>vervolg</text:p>{inner}</text:list-item></text:list>"
    )
    cells = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in ("Naam", "Rol", ""))
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    spaced = '<text:p>a<text:s text:c="3"/>b<text:s/>c<text:tab/>d<text:line-break/>e\n   f</text:p>'
    text = read_text(odt(f"<text:h>Kop</text:h>{listed}{table}{spaced}"), "a.odt")
    assert text == "Kop\n\n- een\nvervolg\n  - twee\n\nNaam | Rol\n\na   b c\td\ne f"


def test_notes_boxes_and_deletions_of_an_opendocument_text() -> None:
    note = "<text:note-citation>1</text:note-citation><text:note-body><text:p>De noot</text:p></text:note-body>"
    deleted = "<text:tracked-changes><text:p>weg</text:p></text:tracked-changes>"
    remark = "<office:annotation><text:p>opmerking</text:p></office:annotation>"
    box = "<text:p>in een kader</text:p>"
    text = read_text(odt(f"{deleted}<text:p>Tekst<text:note>{note}</text:note>{remark} en{box}</text:p>"), "a.odt")
    assert text == "Tekst [1] en in een kader\n\n[1] De noot"


def test_an_encrypted_opendocument_text_asks_for_one_without_a_password() -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert refused(odt("<text:p>x</text:p>", manifest)) == "texts.protected"


# --- web pages ---


def test_a_web_page_is_what_a_reader_sees() -> None:
    page = b"""<!DOCTYPE html><html><head><meta charset="windows-1252"><title>T</title><style>p{}</style></head><body>
        <!-- niet --><h1>Kop &amp; zo</h1><script>alert("<p>nee</p>")</script>
        <p>Een\n  twee<br/>drie <b>vet</b></p><ul><li>a<li>b<ol><li>c</ol></ul>
        <table><tr><th>Naam<th>Rol</tr><tr><td><p>x</p><p>\xe9\xe9n</p><td>3 < 4</table><pre>a  b
  c</pre><?php echo ?>Slot<td>los</body>"""
    assert read_text(page, "a.html") == (
        "Kop & zo\n\nEen twee\ndrie vet\n\n- a\n- b\n  - c\n\nNaam | Rol\nx één | 3 < 4\n\na  b\n  c\n\nSlot\n\nlos"
    )


@pytest.mark.parametrize("piece", ["<", "<!--", "<p", "<td>", "<script>", "<ul><li>a", "<svg/><tr><td>", "&#", "</ul>"])
def test_odd_pages_take_no_more_time_than_their_length(piece: str) -> None:
    assert reason(piece.encode() * 20_000, "a.html") in {"", "texts.empty"}


def test_an_encoding_that_does_not_exist_is_not_believed() -> None:
    assert read_text(b'<meta charset="klingon"><p>\xe9\xe9n', "a.html") == "één"


# --- PDF ---


def test_lines_of_a_pdf_that_go_on_are_joined() -> None:
    text = read_text(pdf("De gemeente ziet de schul-\nden pas na een\nhalf jaar.\nDaarna niet.", "Tweede."), "a.pdf")
    assert text == "De gemeente ziet de schulden pas na een half jaar.\nDaarna niet.\n\nTweede."


def test_a_scan_is_told_from_a_text() -> None:
    assert refused(pdf("", "")) == "texts.scan"


def test_a_password_is_asked_only_when_it_is_needed() -> None:
    assert refused(locked(SAMPLES["e.pdf"], "geheim")) == "texts.protected"
    assert read_text(locked(SAMPLES["e.pdf"], ""), "a.pdf") == read_text(SAMPLES["e.pdf"], "a.pdf")


def test_words_of_a_pdf_have_spaces_between_them_where_a_file_says_tabs() -> None:
    """As programs that draw with Qt write it."""
    assert read_text(pdf("Het\\tzijn\\ter 300."), "a.pdf") == "Het zijn er 300."


def test_a_pdf_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "LONGEST", -1.0)
    assert refused(SAMPLES["e.pdf"]) == "texts.too_slow"


def test_a_pdf_with_more_text_than_a_source_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "MOST_CHARACTERS", 3)
    assert refused(SAMPLES["e.pdf"]) == "texts.too_large"


# --- what cannot be read ---


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "texts.empty"),
        (b" \n\t\n", "texts.empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "texts.not_text"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "texts.damaged"),
        (codecs.BOM_UTF8 + b"a\x00b", "texts.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "texts.old_or_protected"),
        (b"{\\rtf1\\ansi Hallo}", "texts.rtf"),
        (b"PK\x03\x04" + bytes(100), "texts.damaged"),
        (package({"a.txt": "x"}), "texts.no_text_format"),
        (b"%PDF-1.7\n", "texts.damaged"),
        (package({"word/document.xml": "<a>"}), "texts.damaged"),
        (package({"content.xml": "<a>" * 1000}), "texts.damaged"),
    ],
)
def test_what_is_no_text_has_a_reason(data: bytes, key: str) -> None:
    assert refused(data) == key


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.txt"
    with path.open("wb") as file:
        file.truncate(reading.LARGEST_FILE + 1)
    with pytest.raises(Rejected) as caught:
        read_text_file(path)
    assert caught.value.key == "texts.too_large"
    assert refused(b"a" * (reading.LARGEST_PLAIN + 1)) == "texts.too_large"


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "LARGEST_PART", 2**20)
    assert refused(docx(paragraph("a" * 2**22))) == "texts.too_large"


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(docx(paragraph("a" * 5000)))
    at = data.rindex(b"word/document.xml") - 46 + 24
    data[at : at + 4] = struct.pack("<I", 3)
    assert refused(bytes(data)) == "texts.damaged"


def test_a_locked_part_asks_for_a_file_without_a_password() -> None:
    data = bytearray(docx(paragraph("x")))
    data[data.rindex(b"word/document.xml") - 46 + 8] |= 1
    assert refused(bytes(data)) == "texts.protected"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
        '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_entities_are_neither_defined_nor_fetched(declaration: str) -> None:
    assert refused(package({"word/document.xml": f"{declaration}<x>&e;</x>"})) == "texts.unsafe"


@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(name: str, data: st.DataObject) -> None:
    broken = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at] = data.draw(st.integers(0, 255))
    broken = broken[: data.draw(st.integers(0, len(broken)))]
    assert reason(bytes(broken), name) in KEYS


@given(
    st.binary(max_size=300),
    st.sampled_from(("a.txt", "a.html", "a.docx", "a.pdf")),
    st.sampled_from((b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<p")),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str, beginning: bytes) -> None:
    assert reason(beginning + data, name) in KEYS


@given(st.text(max_size=60))
def test_a_damaged_xml_part_is_read_or_refused(inner: str) -> None:
    buffer = io.BytesIO(docx(inner.replace("\x00", "")))
    assert zipfile.is_zipfile(buffer)
    assert reason(buffer.getvalue(), "a.docx") in KEYS


@pytest.mark.parametrize("name", ["x.txt", "x.html", "x.docx", "x.pdf"])
def test_a_long_run_of_spaces_costs_no_more_than_other_text(name: str) -> None:
    """A pattern that looks at the run again from each of its spaces takes hours; there is nothing to be timed here."""
    run = " " * 1_000_000
    files = {
        "x.txt": f"a{run}b".encode(),
        "x.html": f"<html><body><pre>a{run}b</pre>".encode(),
        "x.docx": docx(f'<w:p><w:r><w:t xml:space="preserve">a{run}b</w:t></w:r></w:p>'),
        "x.pdf": pdf(f"a{run[:1000]}b"),
    }
    assert "".join(read_text(files[name], name).split()) == "ab"
