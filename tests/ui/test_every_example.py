"""All examples in one document: actors that play a part in several cases are followed from map to map."""

import pytest
from pytestqt.qtbot import QtBot

from gvkaart import assets
from gvkaart.app import Program
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.ui.inspector.also_on import AlsoOn
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.start_entries import Entry
from gvkaart.ui.wrapping_button import WrappingButton
from tests.ui.conftest import child, settle

SZW = NodeId("szw")
LATE, REQUEST = MapId("laatsignalering-voorbeeld"), MapId("aanvraag-combineren-voorbeeld")


@pytest.fixture
def opened(program: Program, qtbot: QtBot) -> MainWindow:
    """Chosen on the start screen."""
    program.show_start()
    assert program.start_screen is not None
    child(program.start_screen, Entry, f"example-{assets.EVERY_EXAMPLE}").click()
    (window,) = program.windows
    settle(qtbot, window)
    return window


def test_an_actor_says_on_which_other_maps_it_stands_and_leads_there(opened: MainWindow) -> None:
    opened.session.look_at_map(REQUEST)
    opened.session.select([SZW])
    also = child(opened.inspector.page, AlsoOn, "also-on")
    (button,) = (one for one in also.findChildren(WrappingButton) if not one.isHidden())
    assert button.text() == "Laatsignalering (voorbeeld)"
    assert opened.session.view.presence(SZW) == "unavailable"
    button.click()
    assert (opened.session.map_id, opened.session.selection) == (LATE, (SZW,))
    assert opened.session.view.presence(SZW) == "at_table"


def test_what_is_changed_on_one_map_is_changed_on_all_and_taken_back_on_all(opened: MainWindow) -> None:
    def title_on(map_id: MapId) -> str:
        opened.session.look_at_map(map_id)
        return opened.session.view.nodes[SZW].title

    before = opened.session.graph
    opened.session.look_at_map(REQUEST)
    node_operations.rename(opened.session, SZW, "Het departement")
    assert title_on(LATE) == title_on(REQUEST) == "Het departement"
    opened.session.undo()
    assert opened.session.graph == before
    opened.session.redo()
    assert title_on(LATE) == title_on(REQUEST) == "Het departement"


def test_how_it_began_is_nothing_to_undo(opened: MainWindow) -> None:
    before = opened.session.graph
    assert opened.session.undo_step is None
    opened.session.undo()
    assert opened.session.graph == before
