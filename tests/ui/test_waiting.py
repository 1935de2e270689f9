"""The sign of waiting is there as long as something takes, and gone afterwards whatever happened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from gvkaart.app import Program
from gvkaart.domain.errors import Rejected
from gvkaart.store import Document
from gvkaart.ui.waiting import waiting
from tests.ui.conftest import Dialogs


@pytest.mark.usefixtures("qapp")
def test_it_is_shown_and_goes_away_when_something_fails() -> None:
    seen: list[Qt.CursorShape] = []

    def fail() -> None:
        with waiting():
            cursor = QApplication.overrideCursor()
            seen.extend([cursor.shape()] if cursor is not None else [])
            raise Rejected("cli.no_maps")

    with pytest.raises(Rejected):
        fail()
    assert seen == [Qt.CursorShape.WaitCursor]
    assert QApplication.overrideCursor() is None


def test_it_is_gone_when_the_program_says_why_nothing_was_opened(program: Program, dialogs: Dialogs) -> None:
    def fails() -> Document:
        assert QApplication.overrideCursor() is not None
        raise Rejected("store.exists", file="x.gvkaart")

    def look(dialog: QWidget) -> None:
        assert QApplication.overrideCursor() is None
        dialog.close()

    dialogs.expect(look)
    assert not program.open_made(fails)
    assert len(dialogs.texts) == 1
