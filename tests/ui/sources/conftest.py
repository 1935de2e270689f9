"""A document with one interview of which three passages are on the map."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import Op
from gvkaart.store import Document, now
from gvkaart.ui.opened import Opened
from gvkaart.ui.session import Session
from gvkaart.ui.sources.view import SourcesView
from gvkaart.words import Words
from tests.case import case, node
from tests.citations import cites

BODY: Final = """Gesprek met de gemeente.

Wij zien de schuld te laat. Niemand belt de bewoner op.

De wet laat het niet toe, zegt het ministerie. 😀 Zo is het."""
SOURCE: Final = NodeId("gesprek")
FACT, POSITION, LOST = NodeId("te-laat"), NodeId("wet"), NodeId("weg")


def document_graph() -> Graph:
    return case(
        node("source", "gesprek", "Gesprek met de gemeente", body=BODY),
        node("source", "brief", "Brief zonder tekst"),
        node("actor", "gemeente", "Gemeente"),
        node("fact", "te-laat", "De schuld komt laat in beeld"),
        node("position", "wet", "De wet laat het niet toe"),
        node("fact", "weg", "Iets wat er niet meer staat"),
        node("fact", "los", "Een feit zonder bron"),
        cites("te-laat", "gesprek", "Wij zien de schuld te laat.", BODY.index("Wij zien")),
        cites("wet", "gesprek", "Zo is het.", BODY.index("Zo is het.")),
        cites("weg", "gesprek", "een zin die is geschrapt"),
    )


@pytest.fixture
def session(qtbot: QtBot, words: Words, data_folder: Path) -> Iterator[Session]:
    document = Document.create(None, data_folder, now)
    changes = ChangeSet(tuple(Change(None, entity) for entity in document_graph().entities()))
    document.apply(Op.IMPORT, changes, "begin")
    yield Session(Opened(document), words)
    document.discard_unpublished()


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> SourcesView:
    """The view on the interview."""
    shown = SourcesView(session)
    qtbot.addWidget(shown)
    shown.resize(900, 600)
    shown.show()
    shown.show_source(SOURCE)
    QTest.qWait(0)
    return shown
