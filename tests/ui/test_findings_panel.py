"""The findings: what was noticed, why, what to do, where it shows, and what was set aside."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain import edits
from gvkaart.domain.entities import SetAsideKey
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.findings_panel import OF_SELECTION, FindingsModel
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import finding as finding_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.setting_aside import SettingAsideDialog
from gvkaart.words import Words
from tests.ui.conftest import Dialogs, child, settle, trigger


def choose(window: MainWindow, row: int) -> None:
    child(window, QListView, "findings").setCurrentIndex(window.findings_panel.model.index(row, 0))


def summary(window: MainWindow) -> str:
    return child(window, QLabel, "findings-summary").text()


def aside(window: MainWindow) -> QPushButton:
    return child(window, QPushButton, "set-aside")


def give_reason(reason: str) -> object:
    def handle(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        edit = dialog.findChild(QPlainTextEdit)
        assert edit is not None
        edit.setPlainText(reason)
        dialog.accept()

    return handle


def test_example_has_findings_and_says_how_many(example: MainWindow) -> None:
    count = len(example.checker.findings)
    assert count > 10
    assert str(count) in summary(example)
    assert f"({count})" in example.panels.docks["findings"].windowTitle()


def test_chosen_finding_is_explained_and_shown_on_the_map(example: MainWindow, words: Words) -> None:
    choose(example, 0)
    finding = example.findings_panel.chosen
    assert finding is not None
    explanation = child(example, QLabel, "finding-explanation").text()
    assert child(example, QLabel, "finding-heading").text() == words.text(f"checks.{finding.check}.title")
    for part in ("why", "source"):
        assert words.text(f"checks.{finding.check}.{part}") in explanation
    assert "Wat nu?" in explanation
    lit = example.map_view.canvas._overlay.highlighted
    assert lit
    assert {part for reference in finding.evidence for part in reference.split(" ")[::2]} <= lit


def test_nothing_can_be_set_aside_before_a_choice(window: MainWindow) -> None:
    assert not aside(window).isVisible()


def test_set_aside_with_reason_goes_to_the_end_and_comes_back(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs
) -> None:
    before = len(window.checker.findings)
    choose(window, 0)
    finding = window.findings_panel.chosen
    assert finding is not None
    dialogs.expect(give_reason("Speelt hier niet"))  # type: ignore[arg-type]
    aside(window).click()
    settle(qtbot, window)
    assert f"{before - 1} signa" in summary(window)
    model = window.findings_panel.model
    last = model.findings[-1]
    assert (last.check, last.evidence) == (finding.check, finding.evidence)
    assert "(opzijgezet)" in str(model.data(model.index(before - 1, 0)))

    choose(window, before - 1)
    assert "Speelt hier niet" in child(window, QLabel, "finding-explanation").text()
    aside(window).click()
    settle(qtbot, window)
    assert f"{before} signalen" in summary(window)
    assert window.session.document.undo_step is not None
    assert window.session.document.undo_step.operation == Op.BRING_BACK
    trigger(window, "undo")
    trigger(window, "undo")
    assert not window.session.graph.set_aside


def test_set_aside_without_reason_is_refused_in_words(window: MainWindow, dialogs: Dialogs) -> None:
    choose(window, 0)
    dialogs.expect(give_reason("  "))  # type: ignore[arg-type]
    aside(window).click()
    assert "waarom" in window.message_bar.sentence
    assert not window.session.graph.set_aside


def test_stays_on_the_chosen_finding_when_others_change(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, 1)
    finding = window.findings_panel.chosen
    assert finding is not None
    others = window.checker.findings
    settle(qtbot, window)
    view = window.map_view.canvas.view
    graph, map_id = window.session.graph, window.session.map_id
    added = edits.add_node(graph, "position", "Het mag wel", now=now(), map_id=map_id, at=(900, 900))
    window.session.attempt(Op.ADD_NODE, lambda: added)
    settle(qtbot, window)
    assert window.checker.findings != others
    assert window.map_view.canvas.view == view
    now_chosen = window.findings_panel.chosen
    assert now_chosen is not None
    assert (now_chosen.check, now_chosen.evidence) == (finding.check, finding.evidence)


def test_list_can_be_read_while_newer_findings_are_on_their_way(window: MainWindow) -> None:
    model = window.findings_panel.model
    node_operations.remove(window.session, tuple(window.session.graph.nodes))
    assert window.checker.busy
    for row in range(model.rowCount()):
        assert model.data(model.index(row, 0))


def test_selecting_an_item_ends_the_lighting(window: MainWindow) -> None:
    choose(window, 0)
    assert window.map_view.canvas._overlay.highlighted
    other = next(node for node in window.session.graph.nodes if node not in window.map_view._evidence)
    window.session.select((other,))
    assert not window.map_view.canvas._overlay.highlighted


def test_model_keeps_the_rules_of_qt(window: MainWindow, qtbot: QtBot) -> None:
    model = window.findings_panel.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert isinstance(model, FindingsModel)
    node_operations.add(window.session, "concept", "Nog een woord", (900, 900))
    settle(qtbot, window)
    node_operations.remove(window.session, tuple(window.session.graph.nodes))
    settle(qtbot, window)
    assert tester.model() is model


def test_explanation_is_never_cut_off(example: MainWindow) -> None:
    explanation = child(example, QLabel, "finding-explanation")
    for row in range(example.findings_panel.model.rowCount()):
        choose(example, row)
        QApplication.processEvents()
        assert explanation.height() >= explanation.heightForWidth(explanation.width())


# --- public values, each by itself ------------------------------------------------------------------------------------


def choose_missing_values(window: MainWindow) -> tuple[str, ...]:
    findings = window.findings_panel.model.findings
    rows = [row for row, one in enumerate(findings) if one.check == "interest.not-considered" and one.set_aside is None]
    choose(window, rows[0])
    return findings[rows[0]].values


def tick(*values: str, reason: str = "Speelt hier niet") -> Callable[[QWidget], None]:
    def handle(dialog: QWidget) -> None:
        assert isinstance(dialog, SettingAsideDialog)
        assert not child(dialog, QPushButton, "accept").isEnabled()
        offered = child(dialog, QListWidget, "values")
        for row in range(offered.count()):
            item = offered.item(row)
            if item.data(Qt.ItemDataRole.UserRole) in values:
                item.setCheckState(Qt.CheckState.Checked)
        child(dialog, QPlainTextEdit, "reason").setPlainText(reason)
        child(dialog, QPushButton, "accept").click()

    return handle


def test_values_are_set_aside_each_by_itself_in_one_step(example: MainWindow, qtbot: QtBot, dialogs: Dialogs) -> None:
    values = choose_missing_values(example)
    first, second, *rest = values
    dialogs.expect(tick(first, second))
    aside(example).click()
    settle(qtbot, example)
    findings = [one for one in example.findings_panel.model.findings if one.check == "interest.not-considered"]
    assert [(one.values, one.set_aside is None) for one in findings] == [
        (tuple(rest), True),
        ((first,), False),
        ((second,), False),
    ]
    chosen = example.findings_panel.chosen
    assert chosen is not None
    assert chosen.values == tuple(rest)
    trigger(example, "undo")
    assert not example.session.graph.set_aside


def test_one_value_is_brought_back(example: MainWindow, qtbot: QtBot, dialogs: Dialogs) -> None:
    first, second, *_rest = choose_missing_values(example)
    dialogs.expect(tick(first, second))
    aside(example).click()
    settle(qtbot, example)
    model = example.findings_panel.model
    choose(example, next(row for row, one in enumerate(model.findings) if one.values == (first,)))
    assert "Speelt hier niet" in child(example, QLabel, "finding-explanation").text()
    aside(example).click()
    settle(qtbot, example)
    assert first in choose_missing_values(example)
    assert [one.values for one in example.session.graph.set_aside.values()] == [(second,)]


def test_values_set_aside_without_a_reason_stay_chosen_until_there_is_one(
    example: MainWindow, dialogs: Dialogs
) -> None:
    first, *_rest = choose_missing_values(example)

    def handle(dialog: QWidget) -> None:
        tick(first, reason=" ")(dialog)
        assert not child(dialog, QPushButton, "accept").isEnabled()
        tick_reason = child(dialog, QPlainTextEdit, "reason")
        tick_reason.setPlainText("Speelt hier niet")
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(handle)
    aside(example).click()
    assert [one.values for one in example.session.graph.set_aside.values()] == [(first,)]


def test_of_values_that_a_file_set_aside_together_one_is_brought_back(example: MainWindow, qtbot: QtBot) -> None:
    session = example.session
    first, second, *_rest = choose_missing_values(example)
    key = SetAsideKey(session.map_id, "interest.not-considered", (), (), tuple(sorted((first, second))))
    finding_operations.set_aside(session, [key], "Waarden", "Speelt hier niet")
    settle(qtbot, example)
    model = example.findings_panel.model
    choose(example, next(row for row, one in enumerate(model.findings) if one.values == (first,)))
    aside(example).click()
    (left,) = session.graph.set_aside.values()
    assert (left.values, left.reason) == ((second,), "Speelt hier niet")
    trigger(example, "undo")
    assert [one.values for one in session.graph.set_aside.values()] == [key.values]


def test_the_dialog_of_values_can_be_left(example: MainWindow, dialogs: Dialogs) -> None:
    choose_missing_values(example)
    dialogs.dismiss()
    aside(example).click()
    assert not example.session.graph.set_aside


def test_missing_values_are_explained_with_what_to_ask(example: MainWindow) -> None:
    values = choose_missing_values(example)
    told = child(example, QLabel, "finding-explanation").text()
    assert all(example.session.catalogue.values[one].question in told for one in values)


def test_findings_of_one_family_or_of_the_selection_alone(example: MainWindow) -> None:
    panel, families = example.findings_panel, child(example, QComboBox, "finding-families")
    everything = list(panel.model.findings)
    assert families.currentText() == f"Alle signalen ({len(everything)})"

    def show(data: str) -> list[str]:
        families.setCurrentIndex(families.findData(data))
        families.activated.emit(families.currentIndex())
        return [finding.check for finding in panel.model.findings]

    checks = show("fact")
    assert checks
    assert {check.partition(".")[0] for check in checks} == {"fact"}
    assert f"({len(checks)})" in families.currentText()
    assert show("selection") == []
    about = everything[0].subject[0]
    example.session.select((about,))
    assert everything[0] in panel.model.findings
    assert len(panel.model.findings) < len(everything)
    assert len(show("")) == len(everything)


def test_before_the_map_was_looked_at_nothing_is_said_of_it(program: Program, path: Path, qtbot: QtBot) -> None:
    assert program.open(path)
    window = program.windows[-1]
    assert window.findings_panel.model.findings == []
    assert summary(window) == "De kaart wordt bekeken…"
    settle(qtbot, window)
    assert "bekeken" not in summary(window)


def test_with_nothing_to_list_there_is_no_empty_white_below(example: MainWindow) -> None:
    families, findings = child(example, QComboBox, "finding-families"), child(example, QListView, "findings")
    families.activated.emit(families.findData("concept"))
    assert not findings.isHidden()
    families.setCurrentIndex(families.findData(OF_SELECTION))
    families.activated.emit(families.currentIndex())
    assert findings.isHidden()
