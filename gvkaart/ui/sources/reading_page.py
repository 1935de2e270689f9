"""The page on which a source is read: its numbers, the buttons, the text; and what is said when there is no text."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import Coverage, unplaced_of
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.sources.reader import Reader
from gvkaart.ui.sources.source_list import counted, kinds_in_words, percent

_MARGIN: Final = 12
_ARROWS: Final = 4 * 30 + 80
"""Room for the four arrows and what is between them, in pixels."""


class _Waiting(QWidget):
    """A line that says files are being read, with a way to stop it."""

    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("waiting")
        stop = QPushButton(self.tr("Stoppen"))
        stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 4, _MARGIN, 4)
        row.addWidget(plain_label(self.tr("De tekst wordt gelezen…")), 1)
        row.addWidget(stop)
        self.hide()


class NoText(QWidget):
    """What stands there when there is nothing to read, and what to do about it."""

    import_wanted = Signal()
    paste_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        """Begin without a source."""
        super().__init__()
        self.setObjectName("no-text")
        self._title = plain_label()
        self._title.setStyleSheet("font-weight: bold")
        self._advice = plain_label()
        self._waiting = _Waiting()
        self._waiting.stop_wanted.connect(self.stop_wanted)
        add = QPushButton(self.tr("Tekst invoegen…"))
        add.clicked.connect(self.import_wanted)
        paste = QPushButton(self.tr("Tekst plakken"))
        paste.clicked.connect(self.paste_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(paste)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * _MARGIN, 2 * _MARGIN, 2 * _MARGIN, 2 * _MARGIN)
        column.setSpacing(_MARGIN)
        column.addWidget(self._title)
        column.addWidget(self._advice)
        column.addLayout(buttons)
        column.addWidget(self._waiting)
        column.addStretch(1)

    def show_source(self, title: str | None) -> None:
        """Say that this source has no text; or, without a title, that there is no source."""
        formats = self.tr("U kunt bestanden van Word, LibreOffice, PDF, HTML, Markdown en platte tekst gebruiken.")
        if title is None:
            self._title.setText(self.tr("Er zijn nog geen bronnen"))
            advice = self.tr(
                "Voeg een gespreksverslag of document in, of sleep het hierheen. Daarna maakt u items van wat er staat."
            )
        else:
            self._title.setText(shortened(title))
            advice = self.tr("Van deze bron is er nog geen tekst. Voeg die in om passages aan te wijzen.")
        self._advice.setText(f"{advice} {formats}")

    def show_busy(self, *, busy: bool) -> None:
        """Say whether files are being read."""
        self._waiting.setVisible(busy)


class ReadingPage(QWidget):
    """The text of a source with everything that can be done with it."""

    mark_wanted = Signal()
    correcting_wanted = Signal()
    stop_wanted = Signal()
    step_wanted = Signal(int)
    """Another passage is asked for: 1 the next, -1 the one before."""
    free_wanted = Signal(int)
    """A part that is not on the map is asked for, as `step_wanted`."""
    item_wanted = Signal(object)
    """An item is chosen by its `NodeId`."""

    def __init__(self) -> None:
        """Begin without a text."""
        super().__init__()
        self.setObjectName("reading-page")
        self.reader = Reader()
        self._title = plain_label()
        self._title.setObjectName("source-title")
        self._title.setStyleSheet("font-weight: bold")
        self._numbers = plain_label()
        self._numbers.setObjectName("source-numbers")
        self._unplaced = QToolButton()
        self._unplaced.setObjectName("unplaced")
        self._unplaced.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._unplaced.setMenu(QMenu(self._unplaced))
        self._unplaced.setToolTip(
            self.tr("Items die deze bron noemen, maar waarvan de plek in de tekst niet bekend is")
        )
        self._mark = QPushButton(self.tr("Item maken…"))
        self._mark.setObjectName("mark")
        self._mark.setToolTip(self.tr("Maak een item van wat u heeft geselecteerd (Enter)"))
        self._mark.clicked.connect(self.mark_wanted)
        self._correct = QPushButton()
        self._correct.setObjectName("correct")
        self._correct.setCheckable(True)
        self._correct.clicked.connect(lambda _checked: self.correcting_wanted.emit())
        self._words: list[QLabel] = []
        self._waiting = _Waiting()
        self._waiting.stop_wanted.connect(self.stop_wanted)
        self._lay_out()
        self.set_correcting(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        head.setSpacing(4)
        name = QHBoxLayout()
        name.addWidget(self._title, 1)
        name.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(name)
        facts = QHBoxLayout()
        facts.addWidget(self._numbers, 1)
        facts.addWidget(self._unplaced, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(facts)
        head.addLayout(self._buttons())
        column.addLayout(head)
        column.addWidget(self._waiting)
        column.addWidget(self.reader, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._mark)
        row.addSpacing(8)
        self._steps = (
            *self._pair(row, self.tr("Passage"), self.tr("Vorige passage"), self.tr("Volgende passage"), "passage"),
            *self._pair(
                row,
                self.tr("Nog niet op de kaart"),
                self.tr("Vorig stuk dat nog niet op de kaart staat"),
                self.tr("Volgend stuk dat nog niet op de kaart staat"),
                "free",
            ),
        )
        row.addStretch(1)
        return row

    def _pair(self, row: QHBoxLayout, words: str, back: str, forth: str, name: str) -> tuple[QToolButton, QToolButton]:
        """Add a button back and a button forth, with what they go through between them."""
        wanted = self.step_wanted if name == "passage" else self.free_wanted
        buttons = []
        for tip, step, arrow in ((back, -1, Qt.ArrowType.LeftArrow), (forth, 1, Qt.ArrowType.RightArrow)):
            button = QToolButton()
            button.setObjectName(f"{'next' if step > 0 else 'previous'}-{name}")
            button.setArrowType(arrow)
            button.setAutoRaise(True)
            button.setMinimumSize(26, 26)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(partial(self._step, wanted, step))
            buttons.append(button)
        row.addWidget(buttons[0])
        row.addWidget(self._word(words))
        row.addWidget(buttons[1])
        row.addSpacing(8)
        return buttons[0], buttons[1]

    def _word(self, words: str) -> QLabel:
        """Make a word between two arrows; it goes when there is no room, for the arrows are named too."""
        label = QLabel(words)
        label.setMinimumWidth(1)
        self._words.append(label)
        return label

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(label.sizeHint().width() for label in self._words) + self._mark.sizeHint().width() + _ARROWS
        for label in self._words:
            label.setVisible(event.size().width() >= needed)

    def _step(self, wanted: SignalInstance, step: int, _checked: bool = False) -> None:
        wanted.emit(step)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_numbers(self, session: Session, source: NodeId, coverage: Coverage) -> None:
        """Say what of a source is used, and which quotes do not stand in its text."""
        title = session.graph.nodes[source].title
        self._title.setText(shortened(title, 200))
        self.reader.setAccessibleName(title)
        kinds = kinds_in_words(coverage, session.words)
        used = self.tr("%1 % van de tekst").replace("%1", percent(coverage.share)) if coverage.passages else ""
        self._numbers.setText(" · ".join(part for part in (counted(coverage), used, kinds) if part))
        self._unplaced.setVisible(coverage.unplaced > 0)
        menu = self._unplaced.menu()
        menu.clear()
        for edge in unplaced_of(session.graph, source):
            name = shortened(session.graph.nodes[edge.source].title).replace("&", "&&")
            menu.addAction(name).triggered.connect(partial(self._choose_item, edge.source))
        words = self.tr("1 citaat staat niet in de tekst")
        if coverage.unplaced > 1:
            words = self.tr("%1 citaten staan niet in de tekst")
        self._unplaced.setText(words.replace("%1", str(coverage.unplaced)))

    def _choose_item(self, node: NodeId, _checked: bool = False) -> None:
        self.item_wanted.emit(node)

    def set_correcting(self, correcting: bool) -> None:
        """Let the text be corrected, or read again."""
        self.reader.set_writable(correcting)
        self._correct.setChecked(correcting)
        self._correct.setText(self.tr("Klaar met verbeteren") if correcting else self.tr("Tekst verbeteren"))
        self._correct.setMinimumWidth(self._correct.sizeHint().width())
        self.refresh_buttons()

    def refresh_buttons(self) -> None:
        """Dim what cannot be done now."""
        reader = self.reader
        span = reader.selection
        self._mark.setEnabled(not reader.writable and span.start < span.end)
        for button in self._steps:
            has_any = reader.marks if button.objectName().endswith("passage") else reader.free
            button.setEnabled(bool(has_any) and not reader.writable)

    def show_busy(self, *, busy: bool) -> None:
        """Say whether files are being read."""
        self._waiting.setVisible(busy)
