"""The text of a source among its other fields: how long it is, and the way to where it is read and corrected.

A text of hundreds of pages does not fit a field of a panel, and correcting it moves passages along.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gvkaart.domain.entities import Value
from gvkaart.domain.overriding import override
from gvkaart.ui.inspector.editors import Editor, HandIn
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session


class BodyEditor(Editor):
    """Shows how much text there is, and opens it in the view on sources."""

    def __init__(self, hand_in: HandIn, session: Session) -> None:
        """Open the source that is selected."""
        super().__init__(hand_in)
        self._session = session
        self._length = plain_label()
        self._length.setObjectName("body-length")
        self._open = QPushButton()
        self._open.setObjectName("read-body")
        self._open.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._open.clicked.connect(self._read)
        self.contain(self._open)
        self._column.insertWidget(0, self._length, 0, Qt.AlignmentFlag.AlignTop)
        self.display(None)

    def _read(self) -> None:
        if self._session.selection:
            self._session.reading_wanted.emit(self._session.selection[0])

    @override
    def value(self) -> Value | None:
        return self._shown

    @override
    def display(self, value: Value | None) -> None:
        words = len(str(value or "").split())
        counted = self.tr("1 woord") if words == 1 else self.tr("%1 woorden")
        number = f"{words:,}".replace(",", "." if self._session.words.language == "nl" else ",")
        self._length.setText(counted.replace("%1", number) if words else self.tr("Nog geen tekst"))
        self._open.setText(self.tr("Lezen en aanwijzen") if words else self.tr("Tekst invoegen"))
