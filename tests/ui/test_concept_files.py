"""Vocabularies in and out of an open document."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.exchange.nlsbb import READ_SUFFIXES
from gvkaart.exchange.nlsbb import files as nlsbb_files
from gvkaart.ui import concept_files, settings
from gvkaart.ui.concept_files import ConceptFiles
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import Dialogs, child, settle, trigger

TURTLE = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/> .
:k a skos:ConceptScheme ; skos:prefLabel "Kader van de proef"@nl .
:a a skos:Concept ; skos:prefLabel "aanvraag"@nl ; skos:definition "Een verzoek."@nl ; skos:inScheme :k .
:b a skos:Concept ; skos:prefLabel "besluit"@nl ; skos:definition "Een antwoord."@nl ; skos:inScheme :k .
:b skos:related :a .
"""


@pytest.fixture
def kader(tmp_path: Path) -> Path:
    path = tmp_path / "kader.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a slow machine the window that tells about work would be taken for the question that comes after it."""
    monkeypatch.setattr(concept_files, "_PATIENCE", 60_000)


def wait(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not any(one.busy for one in window.findChildren(ConceptFiles)), timeout=30_000)
    settle(qtbot, window)


def concepts(window: MainWindow) -> set[str]:
    return {one.title for one in window.session.graph.nodes.values() if one.kind == "concept"}


def test_import_is_one_step_and_stays_off_the_map(
    window: MainWindow, open_from: Callable[[Path], None], kader: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    before = window.session.graph
    open_from(kader)
    said: list[str] = []

    def agree(dialog: QWidget) -> None:
        said.append(child(dialog, QLabel, "counts").text())
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(agree)
    trigger(window, "import-concepts")
    wait(qtbot, window)
    assert said == ["kader.ttl heeft 2 begrippen, allemaal nieuw. Nieuwe relaties: 1."]
    assert concepts(window) == {"Signaal", "aanvraag", "besluit"}
    assert window.session.graph.placements == before.placements
    trigger(window, "undo")
    assert window.session.graph == before


def test_concepts_go_on_the_map_when_that_is_chosen(
    window: MainWindow, open_from: Callable[[Path], None], kader: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    open_from(kader)

    def agree(dialog: QWidget) -> None:
        child(dialog, QCheckBox, "on-map").setChecked(True)
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(agree)
    trigger(window, "import-concepts")
    wait(qtbot, window)
    on_map = {window.session.graph.nodes[one].title for one in window.session.graph.on_map(window.session.map_id)}
    assert {"aanvraag", "besluit"} <= on_map
    trigger(window, "undo")
    assert concepts(window) == {"Signaal"}


def test_what_is_here_already_cannot_be_imported_again(
    window: MainWindow, open_from: Callable[[Path], None], kader: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    open_from(kader)
    dialogs.press("accept")
    trigger(window, "import-concepts")
    wait(qtbot, window)
    enabled: list[bool] = []
    said: list[str] = []

    def look(dialog: QWidget) -> None:
        place = child(dialog, QCheckBox, "on-map")
        for on_map in (False, True):
            place.setChecked(on_map)
            enabled.append(child(dialog, QPushButton, "accept").isEnabled())
            said.append(child(dialog, QLabel, "explanation").text())
        assert child(dialog, QLabel, "counts").text() == "kader.ttl heeft 2 begrippen, allemaal hetzelfde."
        assert not dialog.findChildren(QPlainTextEdit, "concepts")
        child(dialog, QPushButton, "cancel").click()

    dialogs.expect(look)
    trigger(window, "import-concepts")
    wait(qtbot, window)
    assert enabled == [False, True]
    assert "niets in te voegen" in said[0]
    assert "op de kaart die u nu ziet" in said[1]


def test_before_it_comes_in_one_sees_what_is_new_and_what_changes(
    window: MainWindow, open_from: Callable[[Path], None], kader: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    shown: list[tuple[str, ...]] = []

    def look(dialog: QWidget) -> None:
        texts = (child(dialog, QLabel, name).text() for name in ("counts", "explanation"))
        shown.append((child(dialog, QPlainTextEdit, "concepts").toPlainText(), *texts))
        child(dialog, QPushButton, "accept").click()

    more = TURTLE.replace("Een antwoord.", "Een antwoord op een aanvraag.")
    single = ':c a skos:Concept ; skos:prefLabel "<b>Cel</b>"@nl ; skos:definition "Kleinste deel."@nl .\n'
    for text in (TURTLE, f"{more}{single}", more.replace("Een verzoek.", "Iets anders.")):
        kader.write_text(text, encoding="utf-8")
        open_from(kader)
        dialogs.expect(look)
        trigger(window, "import-concepts")
        wait(qtbot, window)
    first, second, third = shown
    assert first[0] == "aanvraag · Kader van de proef\nbesluit · Kader van de proef"
    assert second[:2] == (
        "besluit (wordt bijgewerkt)\n<b>Cel</b> · Kader van de proef",
        "kader.ttl heeft 3 begrippen: 1 nieuw, 1 veranderd, 1 hetzelfde.",
    )
    assert third[0] == "aanvraag (wordt bijgewerkt)"
    assert third[2].startswith("Er komt geen begrip bij.")


def test_one_concept_and_its_source_are_called_so(
    window: MainWindow, open_from: Callable[[Path], None], kader: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    said: list[str] = []

    def look(dialog: QWidget) -> None:
        said.append(child(dialog, QLabel, "counts").text())
        child(dialog, QPushButton, "cancel").click()

    source = "<http://purl.org/dc/terms/source>"
    lines = [line for line in TURTLE.splitlines() if not line.startswith(":b")]
    kader.write_text("\n".join([*lines, f':a {source} "Awb" .']), encoding="utf-8")
    open_from(kader)
    dialogs.expect(look)
    trigger(window, "import-concepts")
    wait(qtbot, window)
    assert said == ["kader.ttl heeft één begrip: nieuw. Nieuwe relaties: 1. Nieuwe bronnen: 1."]


def test_every_form_that_is_read_can_be_chosen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []

    def choose(_parent: QWidget, _title: str, _folder: str, filters: str) -> tuple[str, str]:
        offered.extend(filters.split(";;"))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    trigger(window, "import-concepts")
    assert offered[0] == "Begrippenkaders (*.ttl *.xlsx *.rdf *.nt)"
    assert {one.split("*")[1].rstrip(")") for one in offered[1:]} == set(READ_SUFFIXES)


@pytest.mark.parametrize("name", ["kapot.ttl", "weg.ttl"])
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    window: MainWindow, open_from: Callable[[Path], None], tmp_path: Path, dialogs: Dialogs, qtbot: QtBot, name: str
) -> None:
    before = window.session.graph
    (tmp_path / "kapot.ttl").write_text("@prefix skos: <x> .\nskos:a skos:b\n", encoding="utf-8")
    open_from(tmp_path / name)
    dialogs.dismiss()
    trigger(window, "import-concepts")
    wait(qtbot, window)
    assert f"{name} kan niet worden gelezen" in dialogs.texts[-1]
    assert window.session.graph is before


def test_reading_can_be_stopped(
    window: MainWindow,
    open_from: Callable[[Path], None],
    kader: Path,
    dialogs: Dialogs,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    goes_on = Event()
    real = nlsbb_files.read_concepts_file

    def slow(path: Path, language: str) -> nlsbb_files.ReadConcepts:
        goes_on.wait(20)
        return real(path, language)

    monkeypatch.setattr(concept_files, "read_concepts_file", slow)
    monkeypatch.setattr(concept_files, "_PATIENCE", 0)
    open_from(kader)
    before = window.session.graph
    shown: list[QProgressDialog] = []
    dialogs.expect(lambda dialog: shown.append(cast("QProgressDialog", dialog)))
    trigger(window, "import-concepts")
    qtbot.waitUntil(lambda: bool(shown))
    (progress,) = shown
    assert window.findChildren(ConceptFiles)[0].busy
    child(progress, QPushButton, "").click()
    assert not window.findChildren(ConceptFiles)[0].busy
    goes_on.set()
    settle(qtbot, window)
    assert window.session.graph is before


def test_export_asks_what_and_where_and_tells_what_did_not_fit(
    window: MainWindow, save_to: Callable[[Path | None], None], tmp_path: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    node_operations.add(window.session, "concept", "Geheim", (0, 0))
    secret = next(one.id for one in window.session.graph.nodes.values() if one.title == "Geheim")
    node_operations.set_visibility(window.session, (secret,), "private")
    save_to(tmp_path / "uit.ttl")

    def choose(dialog: QWidget) -> None:
        child(dialog, QLineEdit, "base").setText("geen adres")
        child(dialog, QPushButton, "accept").click()
        assert not child(dialog, QLabel, "problem").isHidden()
        child(dialog, QLineEdit, "base").setText("https://example.org/begrippen")
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(choose)
    dialogs.dismiss()
    trigger(window, "export-concepts")
    wait(qtbot, window)
    text = (tmp_path / "uit.ttl").read_text(encoding="utf-8")
    assert "<https://example.org/begrippen/>" in text
    assert '"Signaal"@nl' in text
    assert "eheim" not in text
    assert "uit.ttl is gemaakt" in dialogs.texts[-1]
    assert "nog geen definitie" in dialogs.texts[-1]


def test_export_of_the_map_only_leaves_out_what_is_not_on_it(
    window: MainWindow,
    open_from: Callable[[Path], None],
    save_to: Callable[[Path | None], None],
    kader: Path,
    tmp_path: Path,
    dialogs: Dialogs,
    qtbot: QtBot,
) -> None:
    open_from(kader)
    dialogs.press("accept")
    trigger(window, "import-concepts")
    wait(qtbot, window)
    save_to(tmp_path / "uit.ttl")

    def choose(dialog: QWidget) -> None:
        child(dialog, QComboBox, "scope").setCurrentIndex(1)
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(choose)
    dialogs.dismiss()
    trigger(window, "export-concepts")
    wait(qtbot, window)
    text = (tmp_path / "uit.ttl").read_text(encoding="utf-8")
    assert '"Signaal"@nl' in text
    assert "besluit" not in text


def test_what_web_addresses_begin_with_is_remembered_with_the_document(
    window: MainWindow, save_to: Callable[[Path | None], None], dialogs: Dialogs
) -> None:
    save_to(None)
    offered: list[str] = []

    def fill_in(text: str) -> None:
        def choose(dialog: QWidget) -> None:
            base = child(dialog, QLineEdit, "base")
            offered.append(base.text())
            base.setText(text)
            child(dialog, QPushButton, "accept").click()

        dialogs.expect(choose)
        trigger(window, "export-concepts")

    fill_in("https://example.org/begrippen")
    identity = str(window.session.document.uuid)
    assert settings.load(window.desk.folder / "instellingen.json").bases == {identity: "https://example.org/begrippen"}
    fill_in("")
    window.desk.set_concept_base(identity, "damaged by hand")
    fill_in("")
    assert window.desk.settings.bases == {}
    assert offered == ["", "https://example.org/begrippen", ""]


def test_nothing_to_export_is_said(
    window: MainWindow, save_to: Callable[[Path | None], None], tmp_path: Path, dialogs: Dialogs, qtbot: QtBot
) -> None:
    concept = next(one.id for one in window.session.graph.nodes.values() if one.kind == "concept")
    node_operations.set_visibility(window.session, (concept,), "private")
    save_to(tmp_path / "uit.xlsx")
    dialogs.press("accept")
    dialogs.dismiss()
    trigger(window, "export-concepts")
    wait(qtbot, window)
    assert "Er zijn geen begrippen" in dialogs.texts[-1]
    assert not (tmp_path / "uit.xlsx").exists()


def test_cancelling_does_nothing(
    window: MainWindow, save_to: Callable[[Path | None], None], tmp_path: Path, dialogs: Dialogs
) -> None:
    save_to(tmp_path / "uit.ttl")
    dialogs.press("cancel")
    trigger(window, "export-concepts")
    assert list(tmp_path.glob("uit.*")) == []
    save_to(None)
    dialogs.press("accept")
    trigger(window, "export-concepts")
    assert not window.findChildren(ConceptFiles)[0].busy
