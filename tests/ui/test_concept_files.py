"""Vocabularies in and out of an open document."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.exchange.nlsbb import files as nlsbb_files
from gvkaart.ui import concept_files
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
    assert said == ["kader.ttl heeft 2 begrippen: 2 nieuw, 0 veranderd, 0 hetzelfde."]
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

    def look(dialog: QWidget) -> None:
        enabled.append(child(dialog, QPushButton, "accept").isEnabled())
        child(dialog, QPushButton, "cancel").click()

    dialogs.expect(look)
    trigger(window, "import-concepts")
    wait(qtbot, window)
    assert enabled == [False]


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
