"""Diagrams: every format, what is on them, and what never is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QPushButton, QSpinBox, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import Dialogs, child, trigger

SaveTo = Callable[[Path | None], None]
CANARY = "ZQ7PRIVE"


def choose(
    suffix: str, scope: str = "all", *, legend: bool = True, private: bool = False, width: int = 250
) -> Callable[[QWidget], object]:
    """Choose in the dialog and agree."""

    def handle(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        for name, value in (("format", suffix), ("scope", scope)):
            box = child(dialog, QComboBox, name)
            assert box.findData(value) >= 0
            box.setCurrentIndex(box.findData(value))
        child(dialog, QCheckBox, "legend").setChecked(legend)
        child(dialog, QCheckBox, "private").setChecked(private)
        child(dialog, QSpinBox, "width").setValue(width)
        dialog.accept()
        if dialog.isVisible():
            dialog.reject()

    return handle


def exported(window: MainWindow, dialogs: Dialogs, handler: Callable[[QWidget], object]) -> None:
    dialogs.expect(handler)
    trigger(window, "export-picture")


@pytest.mark.parametrize(("suffix", "begin"), [("svg", b"<"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("md", b"")])
def test_every_format_is_written(
    window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path, suffix: str, begin: bytes
) -> None:
    save_to(tmp_path / "kaart v1.2")
    exported(window, dialogs, choose(suffix))
    content = (tmp_path / f"kaart v1.2.{suffix}").read_bytes()
    assert content.startswith(begin)
    if suffix in {"svg", "md"}:
        assert "Gemeente" in content.decode()


def test_only_the_selection(window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path) -> None:
    window.session.select((NodeId("a"), NodeId("p")))
    save_to(tmp_path / "deel.svg")
    exported(window, dialogs, choose("svg", "selection"))
    text = (tmp_path / "deel.svg").read_text()
    assert "Gemeente" in text
    assert "Ministerie" not in text


def test_selection_is_not_offered_without_one(window: MainWindow, dialogs: Dialogs) -> None:
    def look(dialog: QWidget) -> None:
        assert child(dialog, QComboBox, "scope").findData("selection") < 0
        assert not child(dialog, QCheckBox, "private").isEnabled()
        dialog.close()

    exported(window, dialogs, look)


def test_of_a_topic_only_that_is_drawn_and_a_text_says_that_it_has_all(window: MainWindow, dialogs: Dialogs) -> None:
    def look(dialog: QWidget) -> None:
        suffix, scope = (child(dialog, QComboBox, name) for name in ("format", "scope"))
        assert scope.currentText() == "Wat het filter doorlaat: 1 van 6 items"
        suffix.setCurrentIndex(suffix.findData("md"))
        assert (scope.currentData(), scope.isEnabled()) == ("all", False)
        suffix.setCurrentIndex(suffix.findData("png"))
        assert (scope.currentData(), scope.isEnabled()) == ("filtered", True)
        scope.setCurrentIndex(scope.findData("visible"))
        suffix.setCurrentIndex(suffix.findData("pdf"))
        assert scope.currentData() == "visible"
        dialog.close()

    trigger(window, "topic-words")
    exported(window, dialogs, look)


def test_only_what_is_in_view(window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path) -> None:
    canvas = window.map_view.canvas
    canvas.zoom_by(8)
    canvas.centre_on(["a"])
    save_to(tmp_path / "beeld.svg")
    exported(window, dialogs, choose("svg", "visible", legend=False))
    assert "Gemeente" in (tmp_path / "beeld.svg").read_text()


def test_legend_makes_the_picture_larger(window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path) -> None:
    sizes = []
    for legend in (False, True):
        path = tmp_path / f"{legend}.svg"
        save_to(path)
        exported(window, dialogs, choose("svg", legend=legend))
        sizes.append(len(path.read_bytes()))
    assert sizes[0] < sizes[1]


@pytest.mark.parametrize("suffix", ["svg", "md"])
@pytest.mark.parametrize("private", [False, True])
def test_private_items_are_absent_unless_asked_for(
    window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path, suffix: str, private: bool
) -> None:
    new = node_operations.add(window.session, "note", CANARY, (700, 700))
    assert new is not None
    node_operations.set_visibility(window.session, (new,), "private")
    path = tmp_path / f"uit.{suffix}"
    save_to(path)
    exported(window, dialogs, choose(suffix, private=private))
    assert (CANARY in path.read_text()) is private


def test_png_has_the_width_that_was_asked(
    window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path
) -> None:
    save_to(tmp_path / "p.png")
    exported(window, dialogs, choose("png", width=100))
    assert QImage(str(tmp_path / "p.png")).width() == round(100 / 25.4 * 200)


def test_what_cannot_be_painted_is_said(window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path) -> None:
    def handle(dialog: QWidget) -> None:
        child(dialog, QSpinBox, "dpi").setValue(600)
        choose("png", width=2000)(dialog)

    save_to(tmp_path / "groot.png")
    dialogs.expect(handle)
    dialogs.dismiss()
    trigger(window, "export-picture")
    assert not (tmp_path / "groot.png").exists()
    assert len(dialogs.texts) == 2


def test_failing_disk_is_said_and_leaves_nothing(
    window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path
) -> None:
    save_to(tmp_path / "nergens" / "uit.svg")
    exported(window, dialogs, choose("svg"))
    assert "uit.svg" in window.message_bar.sentence


def test_cancelling_where_to_writes_nothing(
    window: MainWindow, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path
) -> None:
    save_to(None)
    before = set(tmp_path.rglob("*.svg"))
    exported(window, dialogs, choose("svg"))
    assert set(tmp_path.rglob("*.svg")) == before


def print_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the dialog of the platform: print, into a file."""

    def answer(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(path))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", answer)


def pressed_print(window: MainWindow, dialogs: Dialogs, suffix: str = "pdf") -> None:
    def handle(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        formats = child(dialog, QComboBox, "format")
        formats.setCurrentIndex(formats.findData(suffix))
        child(dialog, QPushButton, "print").click()
        if dialog.isVisible():
            dialog.reject()

    exported(window, dialogs, handle)


def test_the_map_is_printed_on_one_page_without_what_is_private(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node_operations.set_visibility(window.session, (NodeId("p"),), "private")
    print_to(tmp_path / "uit.pdf", monkeypatch)
    pressed_print(window, dialogs)
    (page,) = PdfReader(tmp_path / "uit.pdf").pages
    text = page.extract_text()
    assert "Gemeente" in text
    assert "Vergelijken" not in text
    assert page.mediabox.width > page.mediabox.height, "the map is wider than high"


def test_a_text_is_not_printed_here(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_to(tmp_path / "uit.pdf", monkeypatch)
    pressed_print(window, dialogs, "md")
    assert not (tmp_path / "uit.pdf").exists()
