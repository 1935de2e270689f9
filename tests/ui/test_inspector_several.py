"""Editing many items at once in the inspector: what they share, how they differ, one undo step each."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.ui.inspector.editors import ComboEditor
from gvkaart.ui.inspector.several_page import SeveralPage
from gvkaart.ui.inspector.shared_field import Differences, shared_targets
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import child

A, B, F, P = (NodeId(one) for one in "abfp")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> SeveralPage:
    shown = SeveralPage(window.session, (A, B))
    qtbot.addWidget(shown)
    window.session.changed.connect(lambda _changes: shown.refresh())
    shown.show()
    return shown


def presences(window: MainWindow) -> list[object]:
    return [window.session.view.placements[one].fields.get("presence") for one in (A, B)]


def choose(page: SeveralPage, field: str, value: str) -> None:
    editor = child(page, ComboEditor, f"field-{field}")
    row = next(row for row, option in enumerate(editor._options) if option.value == value)
    editor.combo.setCurrentIndex(row + 1)
    editor.combo.activated.emit(row + 1)


def test_says_how_items_differ_and_makes_them_alike_in_one_step(window: MainWindow, page: SeveralPage) -> None:
    told = child(page, Differences, "differences-presence")
    assert told.isVisible()
    assert told._told.text() == "Meerdere waarden: aan tafel (1), leeg (1)"
    choose(page, "presence", "consulted")
    assert presences(window) == ["consulted", "consulted"]
    assert not told.isVisible()
    window.session.undo()
    assert presences(window) == ["at_table", None]
    assert told.isVisible()


def test_empties_a_field_for_all(window: MainWindow, page: SeveralPage) -> None:
    child(child(page, Differences, "differences-presence"), QPushButton, "empty-for-all").click()
    assert presences(window) == [None, None]


def test_a_field_in_which_they_are_alike_shows_it(window: MainWindow, page: SeveralPage) -> None:
    for one in (A, B):
        node_operations.set_field(window.session, one, "type", "ministry")
    editor = child(page, ComboEditor, "field-type")
    assert editor.value() == "ministry"
    assert not child(page, Differences, "differences-type").isVisible()


def test_items_of_several_kinds_share_only_what_both_have(window: MainWindow) -> None:
    assert shared_targets(window.session, [A, F]) == []
    made = [node_operations.add(window.session, kind, "Iets", (0, 0)) for kind in ("event", "source", "purpose")]
    event, source, purpose = (one for one in made if one is not None)
    assert [field.id for _target, field, _words in shared_targets(window.session, [event, source])] == ["date"]
    assert shared_targets(window.session, [P, purpose]) == [], "a limit of a position is another thing"


def test_a_role_is_offered_only_where_all_stand_on_the_map(window: MainWindow) -> None:
    map_operations.take_off(window.session, [B])
    assert "presence" not in {field.id for _target, field, _words in shared_targets(window.session, [A, B])}
