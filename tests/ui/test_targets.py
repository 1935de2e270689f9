"""Where a file goes: nothing is replaced unasked, and no title can become a path."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.ui.targets import ask_target, file_name
from tests.ui.conftest import Dialogs

KINDS = {"Documenten (*.gvkaart)": ".gvkaart", "Ander (*.txt)": ".txt"}


@given(st.text())
def test_a_name_made_of_a_title_is_only_a_name(title: str) -> None:
    name = file_name(title)
    assert name
    assert Path(name).name == name
    assert not set(name) & set('\\/:*?"<>|\0\n')
    assert not name.startswith((".", " ", "-"))


def test_a_plain_title_stays_as_it_is() -> None:
    assert file_name("Laatsignalering (voorbeeld)") == "Laatsignalering (voorbeeld)"
    assert file_name("//host/share/x") == "host-share-x"
    assert file_name("../..") == "kaart"


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, str]]:
    """What the file dialog answers; what it proposed comes behind it."""
    answers: list[tuple[str, str]] = []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        answers.append(("proposed", start))
        return answers[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(answer))
    return answers


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_a_forgotten_suffix_is_added_after_the_kind(
    parent: QWidget, chosen: list[tuple[str, str]], tmp_path: Path
) -> None:
    chosen.append((str(tmp_path / "zaak v1.2"), "Ander (*.txt)"))
    assert ask_target(parent, "Waar?", Path("zaak.gvkaart"), KINDS) == tmp_path / "zaak v1.2.txt"
    assert Path(chosen[-1][1]).is_absolute(), "a bare name is proposed in the user's own folder"


def test_a_file_that_the_dialog_did_not_see_is_only_replaced_when_asked(
    parent: QWidget, chosen: list[tuple[str, str]], tmp_path: Path, dialogs: Dialogs
) -> None:
    there = tmp_path / "zaak.gvkaart"
    there.write_text("van iemand anders", encoding="utf-8")
    chosen.append((str(tmp_path / "zaak"), "Documenten (*.gvkaart)"))
    dialogs.press("cancel")
    assert ask_target(parent, "Waar?", there, KINDS) is None
    dialogs.press("replace")
    assert ask_target(parent, "Waar?", there, KINDS) == there
    assert there.read_text(encoding="utf-8") == "van iemand anders", "asking writes nothing"


def test_a_whole_name_was_asked_about_by_the_dialog_itself(
    parent: QWidget, chosen: list[tuple[str, str]], tmp_path: Path
) -> None:
    there = tmp_path / "zaak.GVKAART"
    there.touch()
    chosen.append((str(there), "Documenten (*.gvkaart)"))
    assert ask_target(parent, "Waar?", there, KINDS) == there


def test_no_choice_is_no_path(parent: QWidget, chosen: list[tuple[str, str]]) -> None:
    chosen.append(("", ""))
    assert ask_target(parent, "Waar?", Path("zaak.gvkaart"), KINDS) is None


@pytest.mark.parametrize("has_documents", [True, False])
def test_a_bare_name_is_proposed_where_there_is_a_folder(
    parent: QWidget,
    chosen: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    has_documents: bool,
) -> None:
    """A folder that is not there would leave the user in whatever folder the program was started from."""
    documents = tmp_path / "Documenten"
    if has_documents:
        documents.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _place: str(documents)))
    monkeypatch.setattr(Path, "home", staticmethod(lambda: tmp_path))
    chosen.append(("", ""))
    assert ask_target(parent, "Opslaan", Path("Kaart.gvkaart"), KINDS) is None
    assert chosen[-1][1] == str((documents if has_documents else tmp_path) / "Kaart.gvkaart")
