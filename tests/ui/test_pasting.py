"""Copying, pasting, dropping and building from text, in a real window with the real clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gvkaart.app import Program
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case
from gvkaart.picture.primitives import Rect
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.pasting.clipboard import CLIP_TYPE
from gvkaart.ui.pasting.outline_dialog import MOST_LINES, OutlineDialog
from gvkaart.ui.pasting.rows_model import Column
from gvkaart.ui.pasting.text_field import LONGEST
from tests.exchange.leaks import leaks
from tests.ui.conftest import Dialogs, child, settle, trigger

SECRET = "Bodemprijs"


def select(window: MainWindow, *nodes: str) -> None:
    window.session.select(map(NodeId, nodes))
    window.map_view.catch_up()


def put_text(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def sentences(graph: Graph) -> set[str]:
    return {f"{one.source} {one.relation} {one.target}" for one in graph.edges.values()}


def boxes(window: MainWindow) -> dict[str, Rect]:
    window.map_view.catch_up()
    return {key: item.bounds for key, item in window.map_view.canvas.content.nodes.items()}


def overlaps(window: MainWindow) -> list[tuple[str, str]]:
    found = list(boxes(window).items())
    return [(a, b) for number, (a, box) in enumerate(found) for b, other in found[:number] if _touch(box, other)]


def _touch(one: Rect, other: Rect) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def told(window: MainWindow) -> str:
    """What the bar above the map says."""
    return window.message_bar.findChildren(QLabel)[0].text()


def outline(handle: Callable[[OutlineDialog], object]) -> Callable[[QWidget], object]:
    def deal(dialog: QWidget) -> None:
        assert isinstance(dialog, OutlineDialog)
        handle(dialog)

    return deal


# --- copy and paste ---------------------------------------------------------------------------------------------------


def test_what_is_copied_is_a_case_file_for_everybody(window: MainWindow) -> None:
    select(window, "a", "p")
    trigger(window, "copy")
    data = QGuiApplication.clipboard().mimeData()
    assert set(data.formats()) == {CLIP_TYPE, "text/plain"}
    assert sentences(read_case(data.text().encode())) == {"a holds p"}
    assert "2" in window.statusBar().currentMessage()


def test_nothing_private_is_on_the_clipboard_in_whatever_form(window: MainWindow) -> None:
    session = window.session
    node_operations.rename(session, NodeId("i"), SECRET)
    node_operations.set_visibility(session, [NodeId("i")], "private")
    select(window, "a", "p", "i")
    trigger(window, "copy")
    data = QGuiApplication.clipboard().mimeData()
    held = b"\0".join(data.data(kind).data() for kind in data.formats())
    assert leaks(held, "Gemeente")
    assert not leaks(held, SECRET)
    assert "intern: 1" in window.statusBar().currentMessage()


def test_private_items_do_go_along_inside_the_program(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    node_operations.set_visibility(session, [NodeId("i")], "private")
    select(window, "i")
    trigger(window, "copy")
    assert not QGuiApplication.clipboard().mimeData().hasText()
    trigger(window, "paste")
    (copy,) = session.selection
    assert session.graph.nodes[copy].visibility == "private"


def test_pasting_on_the_same_map_makes_copies_beside_the_others(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "a", "p")
    trigger(window, "copy")
    trigger(window, "paste")
    trigger(window, "paste")
    settle(qtbot, window)
    graph = window.session.graph
    assert {"a-2 holds p-2", "a-3 holds p-3"} <= sentences(graph)
    assert graph.nodes[NodeId("a-2")].title == "Gemeente (kopie)"
    assert set(window.session.selection) == {"a-3", "p-3"}
    assert overlaps(window) == []
    window.session.undo()
    window.session.undo()
    assert "a-2" not in window.session.graph.nodes, "each paste is one step"


def test_duplicating_keeps_what_was_on_the_clipboard(window: MainWindow) -> None:
    put_text("iets anders")
    select(window, "a", "p")
    trigger(window, "duplicate")
    assert "a-2 holds p-2" in sentences(window.session.graph)
    assert QGuiApplication.clipboard().text() == "iets anders"


def test_on_another_map_the_same_items_are_placed(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "a", "p")
    trigger(window, "copy")
    map_operations.add(window.session, "Tweede")
    before = window.session.graph.nodes
    trigger(window, "paste")
    settle(qtbot, window)
    assert window.session.graph.nodes == before
    assert window.session.view.placements.keys() == {"a", "p"}
    trigger(window, "paste")
    assert len(window.session.graph.nodes) == len(before) + 2, "they stand there already: copies then"


def test_cutting_takes_off_the_map_and_pasting_brings_back(window: MainWindow) -> None:
    session = window.session
    select(window, "a", "p")
    trigger(window, "cut")
    assert not {"a", "p"} & session.view.placements.keys()
    assert {"a", "p"} <= session.graph.nodes.keys(), "still in the document"
    trigger(window, "paste")
    assert session.view.placements[NodeId("a")].fields == {"presence": "at_table"}
    assert "a-2" not in session.graph.nodes
    session.undo()
    session.undo()
    assert {"a", "p"} <= session.view.placements.keys()


def test_between_documents_equal_items_are_joined_when_one_wants_that(
    window: MainWindow, program: Program, dialogs: Dialogs, qtbot: QtBot
) -> None:
    select(window, "a", "p")
    trigger(window, "copy")
    program.new()
    other = program.windows[-1]
    settle(qtbot, other)
    trigger(other, "paste")
    assert sentences(other.session.graph) == {"a holds p"}
    assert other.session.graph.nodes[NodeId("a")].title == "Gemeente", "no copy of anything here"
    dialogs.press("join")
    trigger(other, "paste")
    assert len(other.session.graph.nodes) == 2
    dialogs.press("cancel")
    trigger(other, "paste")
    assert len(other.session.graph.nodes) == 2
    dialogs.press("anew")
    trigger(other, "paste")
    assert len(other.session.graph.nodes) == 4
    trigger(other, "paste")
    assert len(other.session.graph.nodes) == 6, "which of two equal ones is meant, nobody can tell: no question"


def test_text_that_is_part_of_a_case_file_becomes_its_items(window: MainWindow, qtbot: QtBot) -> None:
    put_text("actor:\n  dienst: {title: De dienst, holds: [nee]}\nposition:\n  nee: {title: Liever niet}\n")
    trigger(window, "paste")
    settle(qtbot, window)
    assert "dienst holds nee" in sentences(window.session.graph)
    assert len(window.session.graph.maps) == 1
    assert overlaps(window) == []


def test_a_case_file_with_a_mistake_is_refused_whole_and_says_where(window: MainWindow, dialogs: Dialogs) -> None:
    before = window.session.graph
    put_text("gvkaart: 1\ntitle: T\nactor:\n  x: {title: X, holds: [nergens]}\n")
    dialogs.dismiss()
    trigger(window, "paste")
    assert "regel 4" in dialogs.texts[-1]
    assert window.session.graph is before


def test_an_empty_clipboard_is_told(window: MainWindow) -> None:
    trigger(window, "paste")
    assert "klembord" in told(window)


# --- building from text -----------------------------------------------------------------------------------------------


def test_pasted_notes_are_shown_first_and_made_in_one_step(window: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
    put_text("gemeente\n  Eerder delen\n    minder brieven\nvergelijken mag niet\n")
    seen: list[str] = []

    def look(dialog: OutlineDialog) -> None:
        model = dialog.table.model()
        seen.extend(str(model.index(row, Column.KIND).data()) for row in range(model.rowCount()))
        seen.append(child(dialog, QLabel, "summary").text())
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)

    dialogs.expect(outline(look))
    before = window.session.graph
    trigger(window, "paste")
    settle(qtbot, window)
    assert seen[:4] == ["Actor", "Positie", "Belang", "Positie"]
    assert seen[4] == "Nieuw: 2. Bestaat al: 2. Relaties: 2. Kijk na: 0."
    graph = window.session.graph
    assert {"a holds eerder-delen", "eerder-delen rests_on minder-brieven"} <= sentences(graph)
    assert set(window.session.selection) == {"a", "p", "eerder-delen", "minder-brieven"}
    assert overlaps(window) == []
    window.session.undo()
    assert window.session.graph == before


def test_notes_about_an_item_that_is_collapsed_are_folded_away_with_it(window: MainWindow, dialogs: Dialogs) -> None:
    window.session.select([NodeId("a")])
    trigger(window, "collapse")
    put_text("gemeente\n  Eerder delen\n    minder brieven\n")
    dialogs.expect(outline(lambda dialog: QTest.keyClick(dialog.table, Qt.Key.Key_Return)))
    trigger(window, "paste")
    assert "eerder-delen rests_on minder-brieven" in sentences(window.session.graph)
    assert "minder-brieven" in window.session.view.folded.hidden
    trigger(window, "expand-all")
    assert overlaps(window) == []


def test_a_case_is_typed_by_keyboard_alone(window: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
    def type_it(dialog: OutlineDialog) -> None:
        field, table = dialog.field, dialog.table
        assert field.hasFocus()
        QTest.keyClicks(field, "Actor: Dienst")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        QTest.keyClicks(field, "sneller")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        QTest.keyClicks(field, "rust")
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.keyClick(field, Qt.Key.Key_Backtab)
        QTest.keyClick(field, Qt.Key.Key_Backtab)
        QTest.keyClicks(field, "Provincie")
        assert dialog.typed == "Actor: Dienst\n    sneller\n        rust\nProvincie"
        QTest.keyClick(dialog, Qt.Key.Key_F6)
        assert table.hasFocus()
        assert (table.currentIndex().row(), table.currentIndex().column()) == (3, Column.KIND), "the one in doubt"
        QTest.keyClick(table, Qt.Key.Key_F2)
        editor = child(table, QComboBox, "")
        QTest.keyClicks(editor, "Act")
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QTest.qWait(10)
        assert [row.kind for row in dialog.rows] == ["actor", "position", "interest", "actor"]
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    dialogs.expect(outline(type_it))
    trigger(window, "from-text")
    settle(qtbot, window)
    graph = window.session.graph
    assert {"dienst holds sneller", "sneller rests_on rust"} <= sentences(graph)
    assert graph.nodes[NodeId("provincie")].kind == "actor"


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> OutlineDialog:
    made = OutlineDialog(window.session, "Actor: X\n  f: 60.000\ngemeente\nBelangen\n- rust", "note")
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_cell_can_be_changed(dialog: OutlineDialog) -> None:
    model = dialog._model
    relations = model.index(1, Column.RELATION)
    assert relations.data() == "stelt (X)"
    assert "betwist" in [one.words for one in model.options(relations)]
    (disputes,) = (one.value for one in model.options(relations) if one.words == "betwist")
    model.choose(relations, disputes)
    assert model.index(1, Column.RELATION).data() == "betwist (X)"
    model.setData(model.index(1, Column.TITLE), "70.000")
    assert dialog.rows[1].title == "70.000"
    joins = model.index(2, Column.JOINS)
    assert joins.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert "gebruikt" in joins.data(Qt.ItemDataRole.AccessibleTextRole)
    model.setData(joins, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.rows[2].is_new
    assert model.index(3, Column.KIND).data() == "(geen item)", "a heading"


def test_another_kind_makes_the_relation_a_new_question(dialog: OutlineDialog) -> None:
    model = dialog._model
    model.choose(model.index(1, Column.RELATION), model.options(model.index(1, Column.RELATION))[-1].value)
    assert model.index(1, Column.RELATION).data() == "(geen relatie)"
    model.choose(model.index(1, Column.KIND), "interest")
    assert model.index(1, Column.RELATION).data() == "heeft belang bij (X)"


def test_several_lines_are_changed_at_once_and_delete_leaves_lines_out(dialog: OutlineDialog) -> None:
    table, model = dialog.table, dialog._model
    dialog.field.setPlainText("een\ntwee\ndrie")
    dialog.refresh()
    chosen, flag = table.selectionModel(), QItemSelectionModel.SelectionFlag
    chosen.setCurrentIndex(model.index(0, Column.KIND), flag.ClearAndSelect)
    chosen.select(model.index(1, Column.KIND), flag.Select)
    model.choose(model.index(0, Column.KIND), "actor")
    assert [row.kind for row in dialog.rows] == ["actor", "actor", "note"]
    chosen.setCurrentIndex(model.index(2, Column.TITLE), flag.ClearAndSelect)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert [row.is_item for row in dialog.rows] == [True, True, False]


def test_nothing_can_be_made_of_nothing(dialog: OutlineDialog) -> None:
    dialog.field.clear()
    dialog.refresh()
    assert not dialog._make.isEnabled()
    dialog.accept()
    assert dialog.result() == 0


def test_too_much_is_told_and_nothing_is_lost(dialog: OutlineDialog, window: MainWindow) -> None:
    many = "\n".join(f"regel {number}" for number in range(MOST_LINES + 1))
    dialog.field.setPlainText(many)
    dialog.refresh()
    notice = child(dialog, QLabel, "notice")
    assert str(MOST_LINES) in notice.text()
    assert not dialog._make.isEnabled()
    assert dialog.typed == many
    data = QMimeData()
    data.setText("x" * (LONGEST + 1))
    dialog.field.insertFromMimeData(data)
    assert dialog.typed == many
    assert str(LONGEST) in notice.text()
    put_text("x" * (LONGEST + 1))
    trigger(window, "paste")
    assert "delen" in told(window)


def test_what_was_typed_is_there_again_after_cancelling(window: MainWindow, dialogs: Dialogs) -> None:
    def leave(dialog: OutlineDialog) -> None:
        QTest.keyClicks(dialog.field, "een begin")
        dialog.reject()

    def look(dialog: OutlineDialog) -> None:
        again.append(dialog.typed)
        dialog.reject()

    again: list[str] = []
    dialogs.expect(outline(leave))
    trigger(window, "from-text")
    dialogs.expect(outline(look))
    trigger(window, "from-text")
    assert again == ["een begin"]


def test_titles_are_never_more_than_text(dialog: OutlineDialog) -> None:
    dialog.field.setPlainText('<b>x</b> <img src="//host/x">')
    dialog.refresh()
    tip = dialog._model.index(0, Column.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert "<" not in tip


def test_new_items_hang_beside_what_stands_there(window: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
    put_text("gemeente\n" + "\n".join(f"  nieuw {number}" for number in range(12)))
    dialogs.expect(outline(lambda dialog: dialog.accept()))
    trigger(window, "paste")
    settle(qtbot, window)
    assert overlaps(window) == []
    placed = boxes(window)
    near = [key for key in placed if key.startswith("nieuw") and abs(placed[key].x - placed["a"].x) < 900]
    assert len(near) == 12


# --- dropping ---------------------------------------------------------------------------------------------------------


def drop(window: MainWindow, data: QMimeData, qtbot: QtBot) -> bool:
    """Drag something over the map and let it fall; tell whether the map wanted it."""
    canvas = window.map_view.canvas
    any_button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 60), Qt.DropAction.CopyAction, data, any_button, no_keys)
    QApplication.sendEvent(canvas, enter)
    if enter.isAccepted():
        QApplication.sendEvent(canvas, QDropEvent(QPointF(50, 60), Qt.DropAction.CopyAction, data, any_button, no_keys))
        QTest.qWait(20)
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_text_is_dropped_where_it_falls(window: MainWindow, dialogs: Dialogs, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("Feit: het regent")
    dialogs.expect(outline(lambda dialog: dialog.accept()))
    assert drop(window, data, qtbot)
    settle(qtbot, window)
    assert window.session.graph.nodes[NodeId("het-regent")].kind == "fact"
    assert overlaps(window) == []


def test_notes_a_case_file_and_a_document_are_dropped_as_files(
    window: MainWindow, program: Program, dialogs: Dialogs, qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    notes, case_file = tmp_path / "notities.TXT", tmp_path / "casus.yaml"
    notes.write_text("Actor: Dienst\n- rust\n", encoding="utf-8")
    case_file.write_text("gvkaart: 1\ntitle: Ingevoegd\nactor:\n  z: {title: Z}\n", encoding="utf-8")
    dialogs.expect(outline(lambda dialog: dialog.accept()))
    assert drop(window, files(notes), qtbot)
    assert NodeId("dienst") in window.session.graph.nodes
    assert drop(window, files(case_file), qtbot)
    assert window.session.map_id == MapId("ingevoegd")
    assert drop(window, files(path), qtbot)
    assert len(program.windows) == 1, "that document is open already"


def test_a_file_of_another_kind_or_that_cannot_be_read_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert drop(window, files(tmp_path / "plaatje.bmp"), qtbot)
    assert "plaatje.bmp" in told(window)
    assert ".txt" in told(window)
    assert drop(window, files(tmp_path / "weg.txt"), qtbot)
    assert "weg.txt" in told(window)
    broken = tmp_path / "stuk.md"
    broken.write_bytes(b"\xff\xfe\xff")
    broken.write_bytes(b"caf\xe9")
    assert drop(window, files(broken), qtbot)
    assert "UTF-8" in told(window)
    large = tmp_path / "groot.txt"
    large.write_text("x" * (LONGEST + 1), encoding="utf-8")
    assert drop(window, files(large), qtbot)
    assert "te lang" in told(window)


def test_what_is_nothing_is_not_taken(window: MainWindow, qtbot: QtBot) -> None:
    assert not drop(window, QMimeData(), qtbot)


def test_other_documents_become_sources(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    page = tmp_path / "verslag.html"
    page.write_text("<p>Wij willen eerst overleg.</p>", encoding="utf-8")
    assert drop(window, files(page), qtbot)
    qtbot.waitUntil(lambda: any(node.kind == "source" for node in window.session.graph.nodes.values()), timeout=20_000)
    (source,) = (node for node in window.session.graph.nodes.values() if node.kind == "source")
    assert "eerst overleg" in str(source.fields["body"])


def test_a_whole_case_as_text_says_what_does_not_go_on_a_map_that_exists(window: MainWindow) -> None:
    put_text("gvkaart: 1\ntitle: T\nrounds: [{id: x, title: Later}]\nactor:\n  z: {title: Z}\n")
    trigger(window, "paste")
    assert NodeId("z") in window.session.graph.nodes
    assert "Casusbestand invoegen" in window.statusBar().currentMessage()


def test_nothing_is_made_of_a_text_whose_window_goes(window: MainWindow, dialogs: Dialogs) -> None:
    before = window.session.graph
    dialogs.expect(delete)
    trigger(window, "from-text")
    assert window.session.graph is before
