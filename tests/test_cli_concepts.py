"""Concepts as NL-SBB on the command line."""

from pathlib import Path

import pytest

from gvkaart.cli import main
from gvkaart.cli.files import read_graph
from gvkaart.words import load_words

NL = load_words("nl")
CASE = """gvkaart: 1
title: Kaart
concept:
  signaal:
    title: signaal
    frame: Wgs
    definition: Een los gegeven.
  geheim:
    title: ZQ7PRIVE
    visibility: private
"""
TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/> .
:a a skos:Concept ; skos:prefLabel "aanvraag"@nl ; skos:definition "Een verzoek."@nl .
"""


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    monkeypatch.setattr("gvkaart.store.default_data_dir", lambda: tmp_path / "data")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "casus.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path, case: Path) -> Path:
    path = tmp_path / "d.gvkaart"
    assert run("new", path, "--from", case) == 0
    return path


def run(*arguments: str | Path) -> int:
    return main(["--language", "nl", *map(str, arguments)])


@pytest.mark.parametrize("name", ["uit.ttl", "uit.xlsx"])
def test_concepts_go_out_and_come_back_as_they_were(
    document: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / name
    assert run("export", document, out, "--map", "Kaart") == 0
    before = read_graph(document)
    capsys.readouterr()
    assert run("import", document, out) == 0
    assert "0 nieuw, 0 bijgewerkt, 1 ongewijzigd" in capsys.readouterr().out
    assert read_graph(document) == before


def test_a_case_file_and_a_base_of_ones_own(case: Path, tmp_path: Path) -> None:
    assert run("export", case, tmp_path / "a.ttl") == run("export", case, tmp_path / "b.ttl") == 0
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert run("export", case, tmp_path / "c.ttl", "--base", "https://example.org/id") == 0
    text = (tmp_path / "c.ttl").read_text(encoding="utf-8")
    assert "<https://example.org/id/>" in text
    assert "ZQ7PRIVE" not in text


def test_vocabularies_come_in_together_or_not_at_all(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, wrong = tmp_path / "goed.ttl", tmp_path / "fout.ttl"
    good.write_text(TURTLE, encoding="utf-8")
    wrong.write_text(f"{TURTLE}\n:b :c", encoding="utf-8")
    before = document.read_bytes()
    assert run("import", document, good, wrong) == 2
    assert "fout.ttl is niet ingelezen. Regel" in capsys.readouterr().err
    assert document.read_bytes() == before
    assert run("import", document, good) == 0
    graph = read_graph(document)
    (added,) = [one for one in graph.nodes.values() if one.title == "aanvraag"]
    assert added.fields["uri"] == "https://example.org/a"
    assert added.id not in graph.on_map(next(iter(graph.maps)))


def test_nothing_private_goes_along_not_even_when_asked(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", document, tmp_path / "uit.ttl", "--include-private") == 2
    assert NL.text("cli.concepts_without_private", file="uit.ttl") in capsys.readouterr().err
    assert not (tmp_path / "uit.ttl").exists()
