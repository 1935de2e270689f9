"""One meaning of a word as a card, and a row of such cards beside each other."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.analysis.concept_base import Span, TermMeaning
from gvkaart.domain.derived import CaseView, text_of, texts_of
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.overriding import override
from gvkaart.picture.theme import Theme, Tone
from gvkaart.ui.flow_layout import FlowLayout
from gvkaart.ui.insight.concept_grids import ConceptGrids
from gvkaart.ui.labels import plain_label
from gvkaart.ui.shortening import shortened

_NARROWEST: Final = 30
_WIDEST: Final = 64
"""Width of a card, in average characters: what still reads well."""
_GAP: Final = 10
_MARGINS: Final = (12, 10, 12, 10)


class MeaningCard(QFrame):
    """What one frame means by a word, and who means that."""

    fields_wanted = Signal()
    own_word_wanted = Signal()

    def __init__(
        self, view: CaseView, meaning: TermMeaning, name: str, grids: ConceptGrids, spans: Sequence[Span], theme: Theme
    ) -> None:
        """Show a meaning.

        Args:
            view: the map it stands on.
            meaning: what is shown.
            name: by which it is told apart from the others of its word.
            grids: has the words for its fields.
            spans: places in its definition that differ from others, to be marked.
            theme: the colours of the marks.
        """
        super().__init__()
        node = view.nodes[meaning.concept]
        self.setObjectName(f"meaning-{node.id}")
        self.setFrameShape(QFrame.Shape.Box)
        self.setForegroundRole(QPalette.ColorRole.Mid)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAccessibleName(self.tr("Betekenis volgens %1").replace("%1", shortened(name)))
        character = self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(_NARROWEST * character)
        self.setMaximumWidth(_WIDEST * character)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*_MARGINS)
        self._column.setSpacing(2)
        self._add_head(view, meaning, name)
        self._add_definition(grids.field("definition"), text_of(node.fields, "definition"), spans, theme)
        self._add_fields(node, grids)
        self._column.addStretch(1)
        self._add_buttons(name, node.id)

    def _add_head(self, view: CaseView, meaning: TermMeaning, name: str) -> None:
        heading = plain_label(shortened(name))
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        self._column.addWidget(heading)
        own, others = _listed(view, meaning.actors), _listed(view, meaning.reported)
        if own:
            self._add_faint(self.tr("Bedoeld door: %1").replace("%1", own))
        if others:
            self._add_faint(self.tr("Volgens anderen bedoeld door: %1").replace("%1", others))
        if not own and not others:
            self._add_faint(self.tr("Nog niet gezegd wie dit bedoelt."))

    def _add_definition(self, title: str, definition: str, spans: Sequence[Span], theme: Theme) -> None:
        self._add_title(title)
        if not definition:
            self._add_text(self.tr("Nog niet omschreven"))
            return
        label = QLabel()
        label.setObjectName("definition")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setText(marked(definition, spans, theme.tones["position"]))
        label.setWordWrap(True)
        label.setAccessibleName(definition)
        if spans:
            told = ", ".join(dict.fromkeys(definition[start:end] for start, end in spans))
            label.setAccessibleDescription(self.tr("Verschilt van andere: %1").replace("%1", told))
        self._column.addWidget(label)

    def _add_fields(self, node: Node, grids: ConceptGrids) -> None:
        for field in ("plain", "criteria", "example", "scope_note"):
            value = "\n".join(f"• {one}" for one in texts_of(node.fields, field)) or text_of(node.fields, field)
            if value:
                self._add_title(grids.field(field))
                self._add_text(value)

    def _add_buttons(self, name: str, concept: NodeId) -> None:
        row = QWidget()
        flow = FlowLayout(row, 0, 6)
        for key, words, tip, signal in (
            ("fields", self.tr("Alle velden"), self.tr("Bekijk en wijzig dit begrip hiernaast"), self.fields_wanted),
            (
                "own-word",
                self.tr("Eigen woord geven…"),
                self.tr("Geef deze betekenis een eigen woord; het oude woord blijft in de afbakening staan"),
                self.own_word_wanted,
            ),
        ):
            button = QPushButton(words)
            button.setObjectName(f"{key}-{concept}")
            button.setToolTip(tip)
            button.setAccessibleName(f"{words} {shortened(name)}")
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            flow.addWidget(button)
        self._column.addSpacing(6)
        self._column.addWidget(row)

    def _add_title(self, words: str) -> None:
        self._column.addSpacing(6)
        self._add_faint(words)

    def _add_text(self, text: str) -> None:
        self._column.addWidget(plain_label(text))

    def _add_faint(self, text: str) -> None:
        label = plain_label(text)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._column.addWidget(label)


def marked(text: str, spans: Iterable[Span], tone: Tone) -> str:
    """Return a text that users typed as HTML that shows it letter by letter, with places in it marked."""
    parts, at = [], 0
    for start, end in spans:
        parts.append(_escaped(text[at:start]))
        parts.append(
            f'<span style="background-color: {tone.fill}; color: {tone.edge}; text-decoration: underline;">'
            f"{_escaped(text[start:end])}</span>"
        )
        at = end
    return "".join((*parts, _escaped(text[at:])))


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _listed(view: CaseView, nodes: Iterable[NodeId]) -> str:
    return ", ".join(shortened(view.nodes[one].title) for one in nodes)


class CardRow(QScrollArea):
    """Cards beside each other, as high as they need, that scroll sideways when there is no room for all."""

    def __init__(self) -> None:
        """Begin without cards."""
        super().__init__()
        self._row: QHBoxLayout | None = None
        self.cards: Sequence[QWidget] = ()
        """What is shown, from left to right."""
        self.setObjectName("meanings")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show cards instead of those that were shown; the place to which it was scrolled stays."""
        self.cards = cards
        place = self.horizontalScrollBar().value()
        content = QWidget()
        row = self._row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for card in cards:
            row.addWidget(card, 1)
        row.addStretch(0)
        if (old := self.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # a button in it may be what led here
        self.setWidget(content)
        self._fit()
        self.horizontalScrollBar().setValue(place)

    def _fit(self) -> None:
        if self._row is None:
            return
        width = max(self.viewport().width(), self._row.minimumSize().width())
        height = self._row.heightForWidth(width)
        scrolls = width > self.viewport().width()
        if (content := self.widget()) is not None:
            content.setMinimumHeight(height)  # Qt keeps it as high as it was when it lay out of sight
            content.resize(width, height)
        self.setFixedHeight(height + (self.horizontalScrollBar().sizeHint().height() if scrolls else 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
