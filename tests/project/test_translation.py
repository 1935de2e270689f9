"""The English interface: every text of the sources is found by the translator, translated, and compiled.

Dutch texts stand in the sources; `resources/i18n` holds the catalogue and what Qt reads of it.
"""

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6
import pytest
from PySide6.QtCore import QEvent, QFile, QIODevice, QObject, QTranslator, QXmlStreamReader
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDockWidget, QLabel, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain import glossary
from gvkaart.picture.theme import LIGHT
from gvkaart.ui import settings
from gvkaart.ui.export_dialog import ExportDialog
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources" / "i18n" / "gvkaart_en.ts"
COMPILED = CATALOGUE.with_suffix(".qm")
SOURCES = sorted([ROOT / "gvkaart" / "app.py", *(ROOT / "gvkaart" / "ui").rglob("*.py")])
PLACEHOLDER = re.compile(r"%\d|\{\w*\}")
LETTER = re.compile(r"&([^&\s])")


class Call(NamedTuple):
    """A call of `tr` or `translate` in the sources."""

    path: Path
    line: int
    caller: str
    context: str
    texts: list[ast.expr]

    @property
    def key(self) -> tuple[str, str]:
        """Context and text, as the catalogue has them."""
        (text,) = self.texts
        assert isinstance(text, ast.Constant), self
        assert isinstance(text.value, str), self
        return self.context, text.value


class Entry(NamedTuple):
    """A message of the catalogue."""

    context: str
    source: str
    translation: str
    state: str


def calls(path: Path) -> Iterator[Call]:
    yield from _calls(path, ast.parse(path.read_text(encoding="utf-8")), "")


def _calls(path: Path, parent: ast.AST, context: str) -> Iterator[Call]:
    for one in ast.iter_child_nodes(parent):
        if isinstance(one, ast.Call):
            caller = ast.unparse(one.func)
            if caller.endswith(".tr") or caller == "tr":
                yield Call(path, one.lineno, caller, context, one.args)
            elif caller == "QCoreApplication.translate":
                yield Call(path, one.lineno, caller, ast.literal_eval(one.args[0]), one.args[1:])
        yield from _calls(path, one, one.name if isinstance(one, ast.ClassDef) else context)


def entries() -> list[Entry]:
    file = QFile(str(CATALOGUE))
    assert file.open(QIODevice.OpenModeFlag.ReadOnly)
    reader, found, context, source = QXmlStreamReader(file), [], "", ""
    while not reader.atEnd():
        reader.readNext()
        if not reader.isStartElement():
            continue
        match reader.name():
            case "name":
                context = reader.readElementText()
            case "source":
                source = reader.readElementText()
            case "translation":
                state = reader.attributes().value("type")
                found.append(Entry(context, source, reader.readElementText(), state))
    assert not reader.hasError(), reader.errorString()
    return found


CALLS = [call for path in SOURCES for call in calls(path)]
ENTRIES = entries()


# --- the sources ------------------------------------------------------------------------------------------------------


def test_there_is_something_to_translate() -> None:
    assert len(CALLS) > 150
    assert len(ENTRIES) > 150


def test_texts_stand_in_the_calls_themselves() -> None:
    wrong = [f"{call.path.name}:{call.line}" for call in CALLS if not _is_one_text(call.texts)]
    assert not wrong, "only a text as it is can be found by the translator"


def _is_one_text(texts: list[ast.expr]) -> bool:
    return len(texts) == 1 and isinstance(texts[0], ast.Constant) and isinstance(texts[0].value, str)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_call_hides_inside_an_f_string(path: Path) -> None:
    """There lupdate does not look."""
    strings = [one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.JoinedStr)]
    assert not [f"{path.name}:{one.lineno}" for one in strings if list(_calls(path, one, ""))]


def test_only_objects_of_qt_ask_for_their_own_texts() -> None:
    for call in CALLS:
        if call.caller == "QCoreApplication.translate":
            continue
        assert call.caller == "self.tr", call
        module = ".".join(call.path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        asker = getattr(importlib.import_module(module), call.context)
        assert issubclass(asker, QObject), call
        assert asker.__name__ == call.context


# --- the catalogue ----------------------------------------------------------------------------------------------------


def test_catalogue_has_every_text_and_no_other() -> None:
    assert {(entry.context, entry.source) for entry in ENTRIES} == {call.key for call in CALLS}
    assert len(ENTRIES) == len({(entry.context, entry.source) for entry in ENTRIES})


def test_every_text_is_translated() -> None:
    assert not [entry for entry in ENTRIES if entry.state or not entry.translation.strip()]


def test_translation_keeps_what_is_filled_in_and_what_follows() -> None:
    for entry in ENTRIES:
        assert sorted(PLACEHOLDER.findall(entry.source)) == sorted(PLACEHOLDER.findall(entry.translation)), entry
        assert entry.source.endswith("…") == entry.translation.endswith("…"), entry
        assert entry.source.startswith("…") == entry.translation.startswith("…"), entry
        assert len(LETTER.findall(entry.source)) == len(LETTER.findall(entry.translation)), entry
        assert entry.source.count("\n") == entry.translation.count("\n"), entry


def test_compiled_catalogue_is_that_of_the_texts(tmp_path: Path) -> None:
    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    fresh = tmp_path / "fresh.qm"
    command = [str(program), "-silent", "-fail-on-unfinished", str(CATALOGUE), "-qm", str(fresh)]
    subprocess.run(command, check=True)
    assert fresh.read_bytes() == COMPILED.read_bytes(), "run pyside6-lrelease on the catalogue"


def test_qt_finds_every_translation() -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    assert not [entry for entry in ENTRIES if translator.translate(entry.context, entry.source) != entry.translation]


# --- the window -------------------------------------------------------------------------------------------------------


@pytest.fixture(params=glossary.LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def window(language: str, qapp: QApplication, data_folder: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The example in a language, at rest."""
    settings.save(Settings(language=language), data_folder / "instellingen.json")
    program = Program(qapp, data_folder)
    assert program.open_example("laatsignalering.yaml")
    (made,) = program.windows
    qapp.processEvents()
    qtbot.waitUntil(lambda: not made.checker.busy and not made.map_view._arranger._background.busy, timeout=30_000)
    yield made
    made.keeper.may_close = lambda: True  # type: ignore[method-assign]  # no question at the end of a test
    made.close()
    for translator in program._translators:
        qapp.removeTranslator(translator)
    qapp.setStyleSheet("")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_no_two_commands_of_a_menu_share_a_letter(window: MainWindow) -> None:
    bar = [action.text() for action in window.menuBar().actions()]
    menus = [[action.text() for action in menu.actions()] for menu in window.findChildren(QMenu)]
    assert len(menus) > 4
    for texts in (bar, *menus):
        letters = [letter.lower() for text in texts for letter in LETTER.findall(text.replace("&&", ""))]
        assert len(letters) == len(set(letters)), texts


@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_no_dutch_is_left_on_an_english_screen(window: MainWindow) -> None:
    """Compares whole texts: what stands on the map itself is Dutch, and may be."""
    dutch = {entry.source for entry in ENTRIES} | {first for first, _second in glossary.TERMS.values()}
    dutch -= {entry.translation for entry in ENTRIES} | {second for _first, second in glossary.TERMS.values()}
    shown = set(_shown_while_working(window))
    assert {"Properties", "&File", "&Kind", "Cancel", "Make or print a diagram", "Pseudonym"} <= shown
    assert not {text for text in shown if text.rstrip(": ") in dutch}


def _shown_while_working(window: MainWindow) -> Iterator[str]:
    session = window.session
    yield from _texts(ExportDialog(session, {}, LIGHT, frozenset(), None, None))
    yield from _texts(window)
    one_of_each_kind = {node.kind: node.id for node in session.graph.nodes.values()}
    for selected in (*((one,) for one in one_of_each_kind.values()), tuple(one_of_each_kind.values()), ()):
        session.select(selected)
        yield from _texts(window.inspector.page)  # it is made when one stays there, or asks for it
        yield from _texts(window)


def _texts(top: QWidget) -> Iterator[str]:
    """Everything that a widget and what is inside it say, also to a screen reader."""
    yield top.windowTitle()
    for action in top.findChildren(QAction):
        yield from (action.text(), action.toolTip())
    for widget in top.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), getattr(widget, "placeholderText", str)())
        match widget:
            case QLabel() | QAbstractButton():
                yield widget.text()
            case QDockWidget():
                yield widget.windowTitle()
            case QMenu():
                yield widget.title()
            case QComboBox():
                yield from (widget.itemText(row) for row in range(widget.count()))
            case QTabBar():
                yield from (widget.tabText(tab) for tab in range(widget.count()))
