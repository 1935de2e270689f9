"""The view on sources: everything a user does there, with a real document behind it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.passages import Span, passages_of, quote_of, span_of
from gvkaart.ui.inspector.node_picker import NodeLine
from gvkaart.ui.session import Session
from gvkaart.ui.sources.source_list import percent
from gvkaart.ui.sources.view import SourcesView
from tests.exchange.texts.samples import SAMPLES
from tests.ui.conftest import Dialogs, child
from tests.ui.sources.conftest import BODY, FACT, LOST, SOURCE


def said(view: SourcesView) -> str:
    return view._notice.sentence if view._notice.isVisible() else ""


def select(view: SourcesView, quote: str) -> Span:
    span = Span(BODY.index(quote), BODY.index(quote) + len(quote))
    view.reader.show_span(span)
    return span


def rows(view: SourcesView) -> list[str]:
    return [str(view.model.data(view.model.index(row))) for row in range(view.model.rowCount())]


# --- reading ---


def test_the_list_says_how_much_of_each_source_is_used(view: SourcesView) -> None:
    assert rows(view) == ["Brief zonder tekst\nNog geen tekst", "Gesprek met de gemeente\n2 passages · 26 %"]
    assert child(view, QLabel, "source-numbers").text() == "2 passages · 26 % van de tekst · 1 positie, 2 feiten"


@pytest.mark.parametrize(("share", "shown"), [(0, "0"), (0.001, "<1"), (0.5, "50"), (0.999, "99"), (1, "100")])
def test_a_share_is_never_rounded_to_nothing_or_all(share: float, shown: str) -> None:
    assert percent(share) == shown


def test_quotes_that_are_not_in_the_text_lead_to_their_items(view: SourcesView, session: Session) -> None:
    button = child(view, QToolButton, "unplaced")
    assert button.text() == "1 citaat staat niet in de tekst"
    button.menu().actions()[0].trigger()
    assert session.selection == (LOST,)


def test_searching_looks_in_titles_and_texts_and_goes_to_the_place(view: SourcesView) -> None:
    search = child(view, QLineEdit, "source-search")
    QTest.keyClicks(search, "MINISTERIE")
    assert [row.split("\n")[0] for row in rows(view)] == ["Gesprek met de gemeente"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert BODY[slice(*view.reader.selection)] == "ministerie"
    search.setText("brief")
    view.find_next()
    assert view.source == "brief"


def test_a_source_without_text_says_what_to_do(view: SourcesView) -> None:
    child(view, QListView, "sources").setCurrentIndex(view.model.index(0))
    assert view.source == "brief"
    assert child(view, QWidget, "no-text").isVisible()


def test_choosing_a_passage_selects_its_item_and_the_other_way_round(view: SourcesView, session: Session) -> None:
    view.show_next_passage(1)
    assert session.selection == (FACT,)
    assert view.reader.selected_items == {FACT}
    assert view.show_passage(EdgeKey(FACT, "cites", SOURCE))
    assert BODY[slice(*view.reader.selection)] == "Wij zien de schuld te laat."
    assert not view.show_passage(EdgeKey(LOST, "cites", SOURCE))
    assert not view.show_passage(EdgeKey(FACT, "cites", NodeId("nergens")))


def test_open_parts_are_walked_through_until_there_are_none(view: SourcesView, session: Session) -> None:
    view.show_next_free(1)
    assert BODY[slice(*view.reader.selection)].startswith("Gesprek")
    view.show_source(NodeId("brief"))
    view.show_next_free(1)
    assert said(view) == "Van deze tekst staat alles op de kaart."


# --- marking ---


def test_a_selection_becomes_an_item_with_its_quote_and_who_says_it(
    view: SourcesView, session: Session, dialogs: Dialogs
) -> None:
    span = select(view, "Niemand belt de bewoner op.")

    def answer(dialog: QWidget) -> None:
        title = child(dialog, QLineEdit, "title")
        assert title.text() == "Niemand belt de bewoner op"
        actor = child(dialog, NodeLine, "actor")
        actor.offer_again()
        QTest.keyClicks(actor, "gemeente")
        assert child(dialog, QComboBox, "relation").currentData() == "claims"
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(answer)
    view.mark()
    (made,) = session.selection
    assert session.graph.nodes[made].kind == "fact"
    cited = session.graph.edges[EdgeKey(made, "cites", SOURCE)]
    assert (span_of(cited), quote_of(cited)) == (span, "Niemand belt de bewoner op.")
    assert EdgeKey(NodeId("gemeente"), "claims", made) in session.graph.edges
    assert len(view.reader.marks) == 3
    assert view._habit.actor == "gemeente"
    session.undo()
    assert len(view.reader.marks) == 2


def test_a_selection_can_be_added_to_an_item_that_exists(view: SourcesView, session: Session, dialogs: Dialogs) -> None:
    span = select(view, "De wet laat het niet toe")

    def answer(dialog: QWidget) -> None:
        line = child(dialog, NodeLine, "existing")
        line.offer_again()
        QTest.keyClicks(line, "De schuld komt laat in beeld")
        assert "te laat" in child(dialog, QLabel, "warning").text()
        line.clear()
        QTest.keyClicks(line, "Een feit zonder bron")
        assert not child(dialog, QLabel, "warning").text()
        child(dialog, QPushButton, "accept").click()

    dialogs.expect(answer)
    view.mark()
    assert [one.span for one in passages_of(session.graph, SOURCE) if one.node == "los"] == [span]
    assert session.selection == ("los",)


def test_a_name_that_is_no_item_cannot_be_accepted(view: SourcesView, dialogs: Dialogs) -> None:
    select(view, "De wet")

    def answer(dialog: QWidget) -> None:
        QTest.keyClicks(child(dialog, NodeLine, "existing"), "bestaat niet")
        assert not child(dialog, QPushButton, "accept").isEnabled()
        child(dialog, QPushButton, "cancel").click()

    dialogs.expect(answer)
    view.mark()
    assert len(view.reader.marks) == 2


def test_without_a_selection_it_says_how_to_make_one(view: SourcesView) -> None:
    view.mark()
    assert said(view).startswith("Selecteer eerst een stuk tekst.")


# --- correcting ---


def test_a_corrected_text_takes_its_passages_along_in_one_step(view: SourcesView, session: Session) -> None:
    view.correct()
    view.reader.show_span(Span(0, 0))
    QTest.keyClicks(view.reader, "Verslag: ")
    view.correct()
    assert session.graph.nodes[SOURCE].fields["body"] == f"Verslag: {BODY}"
    assert [BODY[slice(*one)] for one in (Span(m.span.start - 9, m.span.end - 9) for m in view.reader.marks)] == [
        "Wij zien de schuld te laat.",
        "Zo is het.",
    ]
    assert not view.reader.writable
    session.undo()
    assert view.reader.body == BODY


def test_undo_first_keeps_what_was_typed(view: SourcesView, session: Session) -> None:
    view.correct()
    view.reader.show_span(Span(0, 0))
    QTest.keyClicks(view.reader, "X")
    session.undo()
    assert session.graph.nodes[SOURCE].fields["body"] == BODY
    assert session.document.redo_step is not None


def test_a_passage_that_was_deleted_is_named(view: SourcesView, session: Session) -> None:
    view.correct()
    select(view, "Wij zien de schuld te laat. ")
    QTest.keyClick(view.reader, Qt.Key.Key_Delete)
    view.keep_typed()
    assert said(view).startswith("Van 'De schuld komt laat in beeld' staat de passage niet meer in de tekst.")
    assert quote_of(session.graph.edges[EdgeKey(FACT, "cites", SOURCE)]) == "Wij zien de schuld te laat."


def test_a_text_that_cannot_be_kept_stays_in_the_pane(
    view: SourcesView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gvkaart.domain.sourcing.LONGEST_BODY", 10)
    view.correct()
    QTest.keyClicks(view.reader, "X")
    view.keep_typed()
    assert view.reader.typed_text() == f"X{BODY}"
    assert session.graph.nodes[SOURCE].fields["body"] == BODY
    view.reader.forget_typed()


def test_another_source_keeps_what_was_typed_in_this_one(view: SourcesView, session: Session) -> None:
    view.correct()
    QTest.keyClicks(view.reader, "X")
    view.show_source(NodeId("brief"))
    assert session.graph.nodes[SOURCE].fields["body"] == f"X{BODY}"


# --- coming in ---


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def these(*paths: Path) -> None:
        answer = ([str(path) for path in paths], "")
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_args: answer))

    return these


def test_files_become_sources_and_what_cannot_be_read_is_named(
    view: SourcesView, session: Session, tmp_path: Path, choose: Callable[..., None], dialogs: Dialogs, qtbot: QtBot
) -> None:
    good, bad = tmp_path / "Verslag.docx", tmp_path / "scan.pdf"
    good.write_bytes(SAMPLES["b.docx"])
    bad.write_bytes(b"%PDF-1.4")
    choose(good, bad)
    dialogs.dismiss()
    view.import_files()
    qtbot.waitUntil(lambda: not view.incoming.busy and len(dialogs.texts) == 1)
    assert "Niet ingevoegd: scan.pdf" in dialogs.texts[0]
    assert view.source == "verslag"
    assert view.reader.body == "Een\n\nTwee"
    assert session.graph.nodes[NodeId("verslag")].visibility == "private"


def test_a_file_that_is_gone_is_named(
    view: SourcesView, tmp_path: Path, choose: Callable[..., None], dialogs: Dialogs, qtbot: QtBot
) -> None:
    choose(tmp_path / "a.txt", tmp_path / "b.txt")
    dialogs.dismiss()
    view.import_files()
    qtbot.waitUntil(lambda: len(dialogs.texts) == 1)
    assert "2 bestanden zijn niet ingevoegd" in dialogs.texts[0]
    assert "b.txt: Dit bestand kan niet worden geopend." in dialogs.texts[0]


def test_a_dropped_file_is_read_too(view: SourcesView, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "Notitie.txt"
    path.write_text("Zo zit het.", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.dropEvent(event)
    qtbot.waitUntil(lambda: view.source == "notitie")
    assert view.reader.body == "Zo zit het."


def test_a_dropped_text_is_a_source_of_its_own(view: SourcesView, session: Session) -> None:
    data = QMimeData()
    data.setText("Zo zit het.\nEn zo.")
    hand = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before = session.graph.nodes.keys()
    enter = QDragEnterEvent(QPoint(5, 5), *hand)
    view.dragEnterEvent(enter)
    assert enter.isAccepted()
    view.dropEvent(QDropEvent(QPointF(5, 5), *hand))
    assert view.reader.body == "Zo zit het.\nEn zo."
    session.undo()
    assert session.graph.nodes.keys() == before


def test_reading_can_be_stopped(view: SourcesView, tmp_path: Path, session: Session) -> None:
    path = tmp_path / "a.txt"
    path.write_text("tekst", encoding="utf-8")
    states = []
    view.incoming.busy_changed.connect(lambda: states.append(child(view.page, QWidget, "waiting").isVisible()))
    view.incoming.read_files([path])
    view.incoming.stop()
    assert states == [True, False]
    assert not view.incoming.busy


def test_what_is_being_read_when_the_window_closes_is_not_taken(
    view: SourcesView, tmp_path: Path, session: Session
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("tekst", encoding="utf-8")
    nodes = session.graph.nodes
    view.incoming.read_files([path])
    session.closing.emit()
    assert not view.incoming.busy
    view.incoming._background.close()  # what was read by now has been sent
    QApplication.processEvents()
    assert session.graph.nodes is nodes


def test_a_pasted_text_is_a_source_and_the_same_text_is_not_two(view: SourcesView, session: Session) -> None:
    QGuiApplication.clipboard().setText("Eerste zin. En nog een.")
    QTest.keyClick(view.reader, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.source == "eerste-zin"
    view.show_source(SOURCE)
    view.paste()
    assert view.source == "eerste-zin"
    assert said(view) == "Deze tekst staat er al: 'Eerste zin'."
    assert sum(node.kind == "source" for node in session.graph.nodes.values()) == 3


def test_a_source_without_text_is_filled(view: SourcesView, session: Session) -> None:
    QGuiApplication.clipboard().setText("De brief zelf.")
    view.show_source(NodeId("brief"))
    view.paste()
    assert view.source == "brief"
    assert session.graph.nodes[NodeId("brief")].fields["body"] == "De brief zelf."
    assert view.reader.body == "De brief zelf."


def test_an_empty_clipboard_says_what_to_do(view: SourcesView) -> None:
    QGuiApplication.clipboard().clear()
    view.paste()
    assert said(view).startswith("Er is geen tekst gekopieerd.")


def test_a_source_that_is_removed_makes_way(view: SourcesView, session: Session) -> None:
    from gvkaart.ui.operations import node as node_operations

    node_operations.remove(session, [SOURCE])
    assert view.source == "brief"
    node_operations.remove(session, [NodeId("brief")])
    assert view._source is None
    assert child(view, QWidget, "no-text").isVisible()
