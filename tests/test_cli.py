"""The command line: what it prints, what it writes, how it ends; and nothing private in any export."""

import json
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from gvkaart import __version__, assets, cli
from gvkaart.cli import files as cli_files
from gvkaart.cli.parsing import COMMANDS
from gvkaart.domain.disclosure import only_map, without_private
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.exchange.case_file import read_case, read_case_json
from gvkaart.words import LANGUAGES, load_words
from tests.exchange.leaks import leaks
from tests.exchange.test_case_errors import GOOD

ROOT = Path(cli.__file__).parents[2]
# The command line makes an application for drawing when there is none; here it must be the one of all tests.
pytestmark = pytest.mark.usefixtures("qapp")

FORMATS = ("svg", "png", "pdf", "md", "yaml", "json")
NL = load_words("nl")

SECRET = "ZQ7PRIVE"
PUBLIC = "OPENBAAR9"
LEAKY = f"""\
gvkaart: 1
title: Kaart
owner: geheim
rounds: [{{id: r1, title: Eerst}}]
actor:
  cak: {{title: {PUBLIC}, presence: at_table, claims: [veel, {{to: ook, visibility: private, note: {SECRET}}}]}}
  szw: {{title: SZW, claims: [{{to: veel, reported_by: geheim}}]}}
  geheim: {{title: {SECRET} titel, visibility: private, text: {SECRET} tekst, tags: [{SECRET}], alias: {SECRET},
           claims: [{{to: veel, note: {SECRET}}}]}}
fact:
  veel: {{title: Veel, commissioned_by: geheim, cites: [{{to: bron, quote: {SECRET}}}]}}
  ook: {{title: Ook}}
source:
  bron: {{title: Bron, visibility: private, body: {SECRET}}}
layout: {{geheim: [40, 40]}}
set_aside:
  - {{check: fact.unsourced, subject: [geheim], reason: {SECRET} reden}}
  - {{check: fact.one-sided, subject: [veel], evidence: [cak claims ook], reason: {SECRET} reden}}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "casus.yaml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def document(tmp_path: Path, case: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "kaart.gvkaart"
    assert cli.main(["new", str(path), "--from", str(case)]) == 0
    capsys.readouterr()
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = cli.main([str(one) for one in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


# --- reading ----------------------------------------------------------------------------------------------------------


def test_info_counts_what_is_in_a_file(capsys: pytest.CaptureFixture[str], case: Path, document: Path) -> None:
    for path in (case, document):
        code, out, _err = run(capsys, "info", path)
        assert code == 0
        assert "Kaart [kaart]: 5 items, 2 rondes, 1 signalen opzijgezet" in out
        assert "Actoren: 2" in out
        code, out, _err = run(capsys, "info", path, "--json")
        assert json.loads(out)["nodes"] == {"actor": 2, "position": 1, "fact": 1, "source": 1}


def test_search_finds_words_and_says_when_there_are_none(capsys: pytest.CaptureFixture[str], case: Path) -> None:
    code, out, _err = run(capsys, "search", case, "boek")
    assert (code, out) == (0, "Bron · Boek [boek]\n")
    code, out, _err = run(capsys, "search", case, "nergens", "te", "vinden")
    assert (code, out) == (1, "Niets gevonden.\n")


def test_check_tells_findings_and_ends_with_one(capsys: pytest.CaptureFixture[str], case: Path) -> None:
    code, out, _err = run(capsys, "check", case)
    assert code == 1
    assert "[interest.position-without]" in out
    code, out, _err = run(capsys, "check", case, "--json", "--map", "KAART", "--round", "later")
    found = json.loads(out)
    assert code == 1
    assert {"check", "severity", "subject", "evidence", "values", "params", "message", "set_aside"} <= found[0].keys()


def test_what_is_set_aside_is_told_but_does_not_count(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    text = "gvkaart: 1\ntitle: T\nposition:\n  p: {title: P}\n"
    path.write_text(text, encoding="utf-8")
    assert run(capsys, "check", path, "--json")[0] == 1
    (finding,) = json.loads(run(capsys, "check", path, "--json")[1]) or [None]
    entry = {key: finding[key] for key in ("check", "subject", "evidence", "values")} | {"reason": "Weten wij"}
    path.write_text(f"{text}set_aside: {json.dumps([entry])}\n", encoding="utf-8")
    code, out, _err = run(capsys, "check", path, "--json")
    assert code == 0
    assert json.loads(out)[0]["set_aside"] == {"reason": "Weten wij", "date": ""}
    code, out, _err = run(capsys, "check", path)
    assert "opzijgezet, omdat: Weten wij" in out


def test_a_document_that_is_open_elsewhere_can_be_read(
    capsys: pytest.CaptureFixture[str], document: Path, data_folder: Path
) -> None:
    from gvkaart.store import Document

    opened = Document.open(document, data_folder, lambda: 1)
    try:
        assert run(capsys, "info", document)[0] == 0
    finally:
        opened.close()


def test_several_maps_must_be_chosen_from(capsys: pytest.CaptureFixture[str], document: Path, case: Path) -> None:
    assert run(capsys, "import", document, case)[0] == 0
    code, _out, err = run(capsys, "export", document, document.with_suffix(".md"))
    assert (code, err) == (2, NL.text("cli.several_maps", maps="kaart, kaart-2") + "\n")
    assert run(capsys, "export", document, document.with_suffix(".md"), "--map", "kaart-2")[0] == 0
    code, out, _err = run(capsys, "check", document)
    assert "== Kaart [kaart]\n" in out
    assert "== Kaart [kaart-2]\n" in out


# --- writing ----------------------------------------------------------------------------------------------------------


def test_a_new_document_is_empty_or_begins_with_a_case(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "leeg.gvkaart"
    assert run(capsys, "new", path) == (0, f"Gemaakt: {path}\n", "")
    assert json.loads(run(capsys, "info", path, "--json")[1])["maps"][0]["title"] == "leeg"
    code, _out, err = run(capsys, "new", path)
    assert (code, err) == (2, NL.text("store.exists", file="leeg.gvkaart") + "\n")


@pytest.mark.parametrize("suffix", FORMATS)
def test_export_makes_each_format(capsys: pytest.CaptureFixture[str], document: Path, suffix: str) -> None:
    out = document.with_suffix(f".{suffix}")
    assert run(capsys, "export", document, out, "--round", "r1", "--theme", "dark", "--width", "400")[0] == 0
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "md": b"# Kaart", "yaml": b"gvkaart: 1", "json": b"{"}
    assert out.read_bytes().startswith(begins[suffix])
    assert {one.suffix for one in out.parent.iterdir() if one.name.startswith(".")} == set()


def test_a_case_survives_document_and_export(capsys: pytest.CaptureFixture[str], case: Path, document: Path) -> None:
    out = document.with_name("uit.yaml")
    assert run(capsys, "export", document, out, "--include-private")[0] == 0
    assert read_case(out.read_bytes()) == read_case(case.read_bytes())
    out = document.with_name("uit.json")
    assert run(capsys, "export", document, out)[0] == 0
    assert read_case_json(out.read_bytes()) == without_private(read_case(case.read_bytes()), MapId("kaart"))


def test_import_makes_a_source_of_a_text(tmp_path: Path, case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document, text, empty = tmp_path / "d.gvkaart", tmp_path / "Verslag.html", tmp_path / "leeg.txt"
    text.write_text("<html><p>Eerste.<p>Tweede.", encoding="utf-8")
    empty.touch()
    assert run(capsys, "new", document, "--from", case)[0] == 0
    told = NL.text("cli.text_not_read", file="leeg.txt", reason=NL.text("texts.empty"))
    assert run(capsys, "import", document, text, empty)[::2] == (2, f"{told}\n")
    assert NodeId("verslag") not in cli_files.read_graph(document).nodes
    assert run(capsys, "import", document, text)[:2] == (0, f"1 bestand ingelezen in {document}.\n")
    source = cli_files.read_graph(document).nodes[NodeId("verslag")]
    assert (source.fields["body"], source.visibility) == ("Eerste.\n\nTweede.", "private")


def test_import_adds_cases_in_one_go_or_not_at_all(
    capsys: pytest.CaptureFixture[str], document: Path, case: Path, tmp_path: Path
) -> None:
    before = document.read_bytes()
    wrong = tmp_path / "fout.yaml"
    wrong.write_text(GOOD.replace("holds", "hold"), encoding="utf-8")
    code, _out, err = run(capsys, "import", document, case, wrong)
    assert code == 2
    assert "regel 8, actor.cak.hold: " in err
    assert document.read_bytes() == before
    assert run(capsys, "import", document, case, case)[:2] == (0, f"2 bestanden ingelezen in {document}.\n")
    assert len(json.loads(run(capsys, "info", document, "--json")[1])["maps"]) == 3


# --- what goes wrong --------------------------------------------------------------------------------------------------


def test_every_error_of_a_case_file_is_told_with_its_line(capsys: pytest.CaptureFixture[str], case: Path) -> None:
    case.write_text(GOOD.replace("holds", "hold").replace("about: means", "about: x"), encoding="utf-8")
    code, out, err = run(capsys, "info", case)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "Dit casusbestand is niet ingelezen: er staan 2 fouten in.",
        "regel 8, actor.cak.hold: 'hold' bestaat hier niet. Bedoelde u 'holds'?",
        err.splitlines()[2],
    ]
    assert err.splitlines()[2].startswith("regel 11, position.delen.about: ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["info", "{dir}/niets.yaml"], NL.text("store.not_found", file="niets.yaml")),
        (["niets.gvkaart"], NL.text("store.not_found", file="niets.gvkaart")),
        (["info", "{dir}"], NL.text("cli.not_a_file", file="{name}")),
        (["info", "{dir}/tekst.gvkaart"], NL.text("store.no_document", file="tekst.gvkaart")),
        (["export", "{case}", "{dir}"], NL.text("cli.no_such_format", file="{name}", formats="*")),
        (["export", "{case}", "{dir}/uit.doc"], NL.text("cli.no_such_format", file="uit.doc", formats="*")),
        (["export", "{case}", "{dir}/map.svg"], NL.text("cli.is_folder", file="map.svg")),
        (["export", "{case}", "{dir}/weg/uit.svg"], NL.text("cli.no_folder", folder="{dir}/weg")),
        (["export", "{case}", "{case}"], NL.text("cli.onto_itself", file="casus.yaml")),
        (["export", "{case}", "{dir}/a.svg", "--map", "x"], NL.text("cli.no_such_map", name="x", maps="kaart")),
        (["export", "{case}", "{dir}/a.svg", "--round", "x"], NL.text("cli.no_such_round", name="x", rounds="r1, r2")),
        (["export", "{case}", "{dir}/a.svg", "--width", "0"], NL.text("cli.no_width")),
        (["export", "{case}", "{dir}/a.png", "--width", "999999"], "*"),
        (["export", "{case}", "{dir}/a.pdf", "--width", "999999"], "*"),
        (["export", "{dir}/leeg.yaml", "{dir}/a.svg"], NL.text("cli.empty_map")),
        (["new", "{dir}/a.yaml"], NL.text("cli.no_document_name", file="a.yaml", suffix=".gvkaart")),
        (["import", "{case}", "{case}"], NL.text("cli.no_document_name", file="casus.yaml", suffix=".gvkaart")),
        (["import", "{dir}/x.gvkaart", "{case}"], NL.text("store.not_found", file="x.gvkaart")),
        (["export"], NL.text("cli.usage_error.missing", name="FILE, OUT", program="gvkaart export")),
        (["info", "a", "b"], NL.text("cli.usage_error.unknown", name="b", program="gvkaart info")),
        (["info", "a", "--map"], NL.text("cli.usage_error.unknown", name="--map", program="gvkaart info")),
        (["check", "a", "--map"], NL.text("cli.usage_error.no_value", name="--map", program="gvkaart check")),
        (["export", "a", "b", "--width", "x"], "'x' is geen geheel getal (--width)."),
        (["export", "a", "b", "--theme", "x"], "'x' kan niet bij --theme."),
        (["--onzin"], NL.text("cli.usage_error.unknown", name="--onzin", program="gvkaart")),
    ],
)  # fmt: skip
def test_an_error_is_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, case: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "tekst.gvkaart").write_text("geen document")
    (tmp_path / "leeg.yaml").write_text("gvkaart: 1\ntitle: Leeg\n")
    (tmp_path / "map.svg").mkdir()
    before = sorted(tmp_path.iterdir())
    filled = [one.replace("{dir}", str(tmp_path)).replace("{case}", str(case)) for one in arguments]
    code, out, err = run(capsys, *filled)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    start = said.replace("{name}", tmp_path.name).replace("{dir}", str(tmp_path)).partition("*")[0]
    assert err.startswith(start)
    assert {one for one in sorted(tmp_path.iterdir()) if one.name != "gvkaart-data"} == {
        one for one in before if one.name != "gvkaart-data"
    }
    assert case.read_text(encoding="utf-8") == GOOD


def test_a_folder_without_permission_is_a_sentence(
    capsys: pytest.CaptureFixture[str], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr("gvkaart.store.files.readable_beside", refuse)
    code, _out, err = run(capsys, "export", case, case.with_name("uit.md"))
    assert (code, err) == (2, NL.text("store.no_permission", file="uit.md") + "\n")


def test_a_mistake_of_ours_is_a_sentence_too(
    capsys: pytest.CaptureFixture[str], case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gvkaart.cli.commands.read_told", lambda _path, **_how: 1 / 0)
    code, _out, err = run(capsys, "info", case)
    assert (code, err) == (2, NL.text("error.defect", code="ZeroDivisionError") + "\n")


# --- help and languages -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_language_of_the_environment(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", f"{language}_XX.UTF-8")
    words = load_words(language)
    for command in COMMANDS:
        code, out, _err = run(capsys, command, "--help")
        assert code == 0
        assert out.startswith(words.text("cli.usage"))
        assert words.text(f"cli.command.{command}") in " ".join(out.split())
        assert words.text(f"cli.command.{command}") in run(capsys, "--help")[1]


def test_a_language_can_be_chosen(capsys: pytest.CaptureFixture[str], case: Path) -> None:
    assert "5 items and" not in run(capsys, "info", case)[1]
    assert "5 items and" in run(capsys, "--language", "en", "info", case)[1]
    assert "5 items and" in run(capsys, "info", case, "--language", "en")[1]
    assert run(capsys, "--version") == (0, f"gvkaart {__version__}\n", "")


def test_without_a_command_the_window_opens(monkeypatch: pytest.MonkeyPatch, case: Path) -> None:
    opened: list[tuple[Path | None, str | None]] = []

    def open_window(path: Path | None, *, language: str | None) -> int:
        opened.append((path, language))
        return 7

    monkeypatch.setattr("gvkaart.app.open_window", open_window)
    assert cli.main([]) == 7
    assert cli.main([str(case), "--language", "en"]) == 7
    assert opened == [(None, None), (case, "en")]


def test_the_manual_describes_every_command() -> None:
    manual = (ROOT / "docs" / "opdrachtregel.md").read_text(encoding="utf-8")
    for command, arguments in COMMANDS.items():
        assert f"gvkaart {command}" in manual
        assert all(f"`{one.name}" in manual for one in arguments if one.name.startswith("--"))


# --- as a program -----------------------------------------------------------------------------------------------------


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        [sys.executable, "-m", "gvkaart", *arguments], capture_output=True, env=env, timeout=60, check=False
    )


def test_the_program_works_with_any_encoding_of_the_terminal(case: Path) -> None:
    ended = program("search", str(case), "boek", PYTHONIOENCODING="ascii", LANG="C")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"[boek]" in ended.stdout


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from gvkaart.cli import main; main(['--help']); print(sorted(sys.modules))"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=ROOT, timeout=60, check=True, text=True
    )
    loaded = ended.stdout.splitlines()[-1]
    assert "gvkaart" in loaded
    for heavy in ("PySide6", "ruamel", "sqlite3", "sqlite_utils", "graphviz", "subprocess", "markdown"):
        assert f"'{heavy}'" not in loaded


def test_the_self_test_passes() -> None:
    ended = program("self-test", "--language", "en")
    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.count(b"\n") == 5


def test_a_reader_that_stops_reading_is_no_error(case: Path) -> None:
    command = f"{sys.executable} -m gvkaart check {case} --json | head -c 1; exit ${{PIPESTATUS[0]}}"
    ended = subprocess.run(
        ["bash", "-c", command],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=False,
    )
    assert ended.stderr == b""


# --- nothing private leaves -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", FORMATS)
def test_nothing_private_is_in_any_byte_of_an_export(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, suffix: str
) -> None:
    case, document = tmp_path / "in.yaml", tmp_path / "in.gvkaart"
    case.write_text(LEAKY, encoding="utf-8")
    assert run(capsys, "new", document, "--from", case)[0] == 0
    for source in (case, document):
        out = tmp_path / f"{source.suffix[1:]}.{suffix}"
        assert run(capsys, "export", source, out)[0] == 0
        data = out.read_bytes()
        assert not leaks(data, SECRET)
        assert not leaks(data, "geheim")
        # The same search finds a public title, where the format has texts, and the secret when that is asked for.
        if suffix != "png":
            assert leaks(data, PUBLIC)
            assert run(capsys, "export", source, out, "--include-private")[0] == 0
            assert leaks(out.read_bytes(), SECRET)


@pytest.mark.parametrize("command", [("check",), ("check", "--json"), ("search", "veel"), ("info", "--json")])
def test_what_is_private_is_told_unless_one_asks_not_to(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = tmp_path / "in.yaml"
    path.write_text(LEAKY.replace("title: Veel,", f"title: Veel, text: '[[geheim|{SECRET}]]',"), encoding="utf-8")
    name, *rest = command
    whole, told = (run(capsys, name, path, *rest, *more)[1] for more in ((), ("--without-private",)))
    assert whole != told
    assert SECRET not in told
    assert "geheim" not in told
    for findings in (whole, told) if command == ("check",) else ():
        assert ("alleen intern" in findings) is (findings is told)


def test_a_png_without_private_items_is_that_of_a_map_that_never_had_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case, cleaned = tmp_path / "in.yaml", tmp_path / "schoon.yaml"
    case.write_text(LEAKY, encoding="utf-8")
    assert run(capsys, "export", case, cleaned)[0] == 0
    pictures = []
    for source in (case, cleaned):
        out = source.with_suffix(".png")
        assert run(capsys, "export", source, out)[0] == 0
        pictures.append(out.read_bytes())
    assert pictures[0] == pictures[1]


def test_the_examples_lose_nothing_by_the_command_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in assets.example_names():
        graph = read_case(assets.example_bytes(name))
        (map_id,) = graph.maps
        path = tmp_path / name
        path.write_bytes(assets.example_bytes(name))
        assert run(capsys, "export", path, path.with_suffix(".json"), "--include-private")[0] == 0
        assert read_case_json(path.with_suffix(".json").read_bytes()) == only_map(graph, map_id)


def test_a_document_of_several_cases_shares_what_is_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    chosen: list[str | Path] = []
    for name in assets.example_names():
        (tmp_path / name).write_bytes(assets.example_bytes(name))
        chosen += ["--from", tmp_path / name]
    document = tmp_path / "drie.gvkaart"
    assert run(capsys, "new", document, *chosen)[0] == 0
    graph = cli_files.read_graph(document)
    assert len(graph.maps) == len(assets.example_names())
    assert len([place for place in graph.placements.values() if place.node == "szw"]) == 2


def test_nothing_is_made_when_one_of_the_cases_is_wrong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, case: Path
) -> None:
    wrong, document = tmp_path / "fout.yaml", tmp_path / "d.gvkaart"
    wrong.write_text("gvkaart: 1\n", encoding="utf-8")
    assert run(capsys, "new", document, "--from", case, "--from", wrong)[0] == 2
    assert not document.exists()


def test_a_command_that_is_told_to_end_leaves_nothing_behind(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as ended, cli._ended_tidily(), TemporaryDirectory(dir=tmp_path):
        signal.raise_signal(signal.SIGTERM)
    assert ended.value.code == 128 + signal.SIGTERM
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) == before


def test_a_command_beside_the_main_thread_leaves_signals_alone() -> None:
    with ThreadPoolExecutor() as pool, cli._ended_tidily():
        listening = signal.getsignal(signal.SIGTERM)
        assert pool.submit(_listening_within).result() == listening


def _listening_within() -> object:
    with cli._ended_tidily():
        return signal.getsignal(signal.SIGTERM)


def test_what_is_made_for_others_follows_the_permissions_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "gewoon.txt").touch()
    cli_files.write_file(tmp_path / "kaart.md", b"x")
    assert (tmp_path / "kaart.md").stat().st_mode == (tmp_path / "gewoon.txt").stat().st_mode
    (tmp_path / "kaart.md").chmod(0o640)
    cli_files.write_file(tmp_path / "kaart.md", b"y")
    assert (tmp_path / "kaart.md").stat().st_mode & 0o777 == 0o640
