"""One word: its meanings side by side, how they compare, what hangs on it, and a way out of the confusion."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gvkaart.analysis.concept_base import Comparison, Term, differing_words, read_terms
from gvkaart.analysis.terms import essence
from gvkaart.domain.concept_edits import COMPARISONS, Agreed, is_all_private
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.icons import IconSign
from gvkaart.ui.insight.concept_grids import ConceptGrids
from gvkaart.ui.insight.grid import Grid
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.meaning_card import CardRow, MeaningCard
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import concept as concept_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_MOST_CARDS: Final = 24
_MOST_PAIRS: Final = 45
"""More of either nobody reads; what is left out is said, and stands in the properties of the concepts."""
_MOST_ROWS: Final = 8
"""Rows of what hangs on a word, before one has to scroll for them."""
_NO_ROWS: Final = 90
"""Height of what hangs on a word as long as nothing does, in pixels."""
_TITLE_WIDTH: Final = 27
"""Of the items that hang on a word, in average characters."""
_LONGEST_TITLE: Final = 120
"""In characters; the whole title stands in the properties of the concepts."""
_PAIR_WIDTH: Final = 100
"""Of two meanings with how they stand to each other: wider, and one no longer sees them as one sentence."""
_BY_KEYS: Final = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_SIGN: Final = 18


class TermSheet(QScrollArea):
    """Shows one word."""

    def __init__(self, session: Session, grids: ConceptGrids) -> None:
        """Begin with no word."""
        super().__init__()
        self._session, self._grids = session, grids
        self._view = session.view
        self._term: Term | None = None
        self._shown: object = None
        """All that cards and sentences are made of."""
        self._soon = QTimer(self, singleShot=True, interval=0)  # Qt is still telling the cards of the new colours
        self._soon.timeout.connect(self._recolour)
        self.setObjectName("term-sheet")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title, self._sign = _heading(""), IconSign("confused", _SIGN)
        self._told, self._legend, self._left_out = plain_label(), plain_label(name="legend"), plain_label()
        self._content, self._cards = QWidget(), CardRow()
        self._pairs = QWidget()
        self._pairs_place = QVBoxLayout()
        self._pairs_title = _heading(self.tr("Hoe verhouden ze zich?"))
        self.hanging = self._make_hanging()
        self._agree = QPushButton(self.tr("Spreek één omschrijving af…"))
        self._agree.setObjectName("agree")
        self._agree.setAutoDefault(False)
        self._agree.clicked.connect(self._ask_agreement)
        self._lay_out()

    def _make_hanging(self) -> GridView:
        empty = self.tr(
            "Er hangt nog niets aan dit woord. Verbind een positie of feit met een betekenis: "
            "het item gebruikt het begrip."
        )
        title = self.tr("Wat hangt eraan?")
        made = GridView(self._session, "hanging-grid", title, empty, self._read_hanging)
        made.verticalHeader().setFixedWidth(_TITLE_WIDTH * made.fontMetrics().averageCharWidth())
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        for widget in (self._told, self._cards, self._legend, self._pairs_title):
            column.addWidget(widget)
        column.addLayout(self._pairs_place)
        self._pairs_place.addWidget(self._pairs)
        column.addWidget(self._left_out)
        column.addSpacing(8)
        column.addWidget(_heading(self.hanging.accessibleName()))
        column.addWidget(self.hanging)
        column.addSpacing(8)
        column.addWidget(_heading(self.tr("Afspreken")))
        column.addWidget(
            plain_label(
                self.tr(
                    "Bent u het samen eens over één omschrijving? Leg die hier vast, met wie het ermee eens is. "
                    "Of geef bij een betekenis hierboven een eigen woord."
                )
            )
        )
        row = QHBoxLayout()
        row.addWidget(self._agree)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        for label in (self._legend, self._told, self._left_out):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setWidget(self._content)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_term(self, view: CaseView, term: Term | None) -> None:
        """Show a word as it was read of a view of the map; None is no word. What has the keyboard keeps it.

        It is never looked up in a newer view: what it is about may be gone there.
        """
        is_other = self._term is None or term is None or not set(self._term.concepts) & set(term.concepts)
        self._view, self._term = view, term
        self._content.setVisible(term is not None)
        if term is None:
            self._shown = None
            return
        shown = term, tuple(view.nodes[one] for one in _nodes_of(term)), theme_of(self.palette())
        if shown != self._shown:
            self._shown = shown
            self._fill(view, term)
        self.hanging.load()
        self._fit_hanging()
        if is_other:
            self.verticalScrollBar().setValue(0)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab leads to, from top to bottom and from left to right."""
        cards = (button for card in self._cards.cards for button in card.findChildren(QPushButton))
        return (*cards, *self._pairs.findChildren(QComboBox), self.hanging, self._agree)

    def _recolour(self) -> None:
        """Show the word in other colours."""
        self.show_term(self._view, self._term)

    def _fill(self, view: CaseView, term: Term) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        self._title.setText(shortened(term.title, _LONGEST_TITLE))
        self._sign.setVisible(term.is_confused)
        self._told.setText(self._about(term))
        self._fill_cards(view, term)
        self._fill_pairs(self._grids.names(view, term), term.comparisons)
        left_out = max(0, len(term.comparisons) - _MOST_PAIRS) + max(0, len(term.meanings) - _MOST_CARDS)
        self._left_out.setVisible(bool(left_out))
        self._left_out.setText(
            self.tr(
                "Dit woord heeft zo veel betekenissen dat niet alles hier past. De rest staat bij de begrippen zelf."
            )
        )
        again = self.findChild(QWidget, name) if name else None
        if again is not None and again is not focused:
            again.setFocus()

    def _about(self, term: Term) -> str:
        told = self._session.words.text("insight.meanings", count=len(term.meanings))
        if term.names:
            told = self.tr("%1. Heet ook: %2").replace("%1", told).replace("%2", ", ".join(term.names))
        if term.is_confused:
            return self.tr("%1. Let op: partijen bedoelen er niet hetzelfde mee.").replace("%1", told)
        return told

    def _fill_cards(self, view: CaseView, term: Term) -> None:
        names, theme = self._grids.names(view, term), theme_of(self.palette())
        definitions = [text_of(view.nodes[one].fields, "definition") for one in term.concepts]
        differing = differing_words(definitions)
        cards = []
        for meaning, spans in list(zip(term.meanings, differing, strict=True))[:_MOST_CARDS]:
            card = MeaningCard(view, meaning, names[meaning.concept], self._grids, spans, theme)
            card.fields_wanted.connect(partial(self._session.select, (meaning.concept,)))
            card.own_word_wanted.connect(partial(self._ask_own_word, term, meaning.concept))
            for button in card.findChildren(QPushButton):
                button.installEventFilter(self)
            cards.append(card)
        self._cards.show_cards(cards)
        self._legend.setVisible(any(differing))
        self._legend.setText(self.tr("Gemarkeerd en onderstreept: woorden die niet in elke omschrijving staan."))

    def _fill_pairs(self, names: Mapping[NodeId, str], comparisons: Iterable[Comparison]) -> None:
        """Show each two meanings as a sentence, of which the middle can be chosen.

        It takes two lines: in one, long names are cut off in a narrow window.
        """
        old, self._pairs = self._pairs, QWidget()
        self._pairs_place.replaceWidget(old, self._pairs)
        old.hide()
        old.setParent(None)  # so that what has the same name is looked for in what took its place
        old.deleteLater()
        rows = QGridLayout(self._pairs)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(8)
        rows.setColumnStretch(1, 1)
        self._pairs.setMaximumWidth(_PAIR_WIDTH * self.fontMetrics().averageCharWidth())
        shown = tuple(comparisons)[:_MOST_PAIRS]
        for row, one in enumerate(shown):
            first, second = plain_label(shortened(names[one.first])), plain_label(shortened(names[one.second]))
            rows.addWidget(first, 2 * row, 0, 1, 2)
            rows.addWidget(self._choice(one, names), 2 * row + 1, 0)
            rows.addWidget(second, 2 * row + 1, 1)
        self._pairs_title.setVisible(bool(shown))
        self._pairs.setVisible(bool(shown))

    def _choice(self, one: Comparison, names: Mapping[NodeId, str]) -> QComboBox:
        made = QComboBox()
        made.setObjectName(f"comparison-{one.first}-{one.second}")
        chosen = one.relations[0] if one.relations else ""
        for relation in (*COMPARISONS, ""):
            made.addItem(self._grids.comparison(relation), relation)
        made.setCurrentIndex(made.findData(chosen))
        names = {one: shortened(name) for one, name in names.items()}
        told = self.tr("%1 en %2: hoe verhouden ze zich?")
        made.setAccessibleName(told.replace("%2", names[one.second]).replace("%1", names[one.first]))
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.installEventFilter(self)
        if len(one.relations) > 1:
            others = ", ".join(self._grids.comparison(relation) for relation in one.relations[1:])
            made.setAccessibleDescription(self.tr("Er staat ook: %1. Wat u kiest, vervangt dat.").replace("%1", others))
            made.setToolTip(made.accessibleDescription())
        made.activated.connect(lambda _row: self._compare(one, made.currentData()))
        return made

    def _compare(self, one: Comparison, relation: str) -> None:
        if not one.relations or relation != one.relations[0] or len(one.relations) > 1:
            concept_operations.compare_meanings(self._session, one.first, one.second, relation)

    def _fit_hanging(self) -> None:
        """Let the table be as high as its rows, up to some."""
        grid = self.hanging
        rows = [grid.rowHeight(row) for row in range(min(grid.grid_model.rowCount(), _MOST_ROWS))]
        bar = grid.horizontalScrollBar().sizeHint().height()
        height = grid.horizontalHeader().height() + sum(rows) + bar + 2 * grid.frameWidth()
        grid.setFixedHeight(height if rows else _NO_ROWS)

    def _read_hanging(self, view: CaseView) -> Grid:
        if self._term is None or view is self._session.view:
            return self._grids.hanging(self._view, self._term)
        wanted = set(self._term.concepts)
        terms = (one for one in read_terms(view) if wanted & set(one.concepts))
        return self._grids.hanging(view, max(terms, key=lambda one: len(wanted & set(one.concepts)), default=None))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring into view what Tab leads to; let the wheel scroll the sheet, and choose nothing in passing."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_KEYS:
            self._bring_into_view(watched)
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QComboBox) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _bring_into_view(self, watched: QObject) -> None:
        if isinstance(watched, QWidget):
            self._cards.ensureWidgetVisible(watched)
            self.ensureWidgetVisible(watched)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._shown is not None:
            self._soon.start()

    # --- deciding -----------------------------------------------------------------------------------------------------

    def _ask_own_word(self, term: Term, concept: NodeId) -> None:
        from gvkaart.ui.insight.agreeing import OwnWordDialog

        session = self._session
        node = self._view.nodes[concept]
        name = self._grids.names(self._view, term)[concept]
        dialog = OwnWordDialog(node.title, name, text_of(node.fields, "definition"), self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            remark = self.tr("Eerder genoemd: %1").replace("%1", node.title)
            concept_operations.use_own_word(session, concept, dialog.term, remark)

    def _ask_agreement(self) -> None:
        from gvkaart.ui.insight.agreeing import AgreeDialog, Secrecy

        session, view, term = self._session, self._view, self._term
        if term is None:
            return
        names = self._grids.names(view, term)
        definitions = {one: text_of(view.nodes[one].fields, "definition") for one in term.concepts}
        known = [(names[one], told or self.tr("Nog niet omschreven")) for one, told in definitions.items()]
        actors = [(one, view.nodes[one].title) for one in _parties(view, term)]
        secrecy = (
            Secrecy.SOME if any(view.nodes[one].visibility == "private" for one in _nodes_of(term)) else Secrecy.NONE
        )
        if is_all_private(view.graph, term.concepts):
            secrecy = Secrecy.ALL
        dialog = AgreeDialog(term.title, known, actors, self, secrecy=secrecy)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            relations = {one: _standing(told, dialog.definition) for one, told in definitions.items()}
            frame = self.tr("Afgesproken")
            concept_operations.agree_on(
                session, Agreed(dialog.term, frame, dialog.definition, dialog.plain, dialog.actors, relations)
            )


def _nodes_of(term: Term) -> tuple[NodeId, ...]:
    """Return what a word is about: its meanings, and who means them."""
    return (*term.concepts, *(actor for one in term.meanings for actor in (*one.actors, *one.reported)))


def _standing(definition: str, agreed: str) -> str:
    """Return how what is agreed on stands to a meaning: the same when the words are, else no more than that."""
    return "exact_match" if essence(definition) == essence(agreed) else "related_match"


def _parties(view: CaseView, term: Term) -> list[NodeId]:
    """Return who may agree: who means or says something with the word, then those at the table, then the others."""
    meaning = {actor for one in term.meanings for actor in (*one.actors, *one.reported)}
    saying = {actor for one in term.hanging for actor in (*one.standing, *one.disputing)}
    involved, at_table = meaning | saying, view.at_table
    return [
        actor.id
        for actor in sorted(
            view.of_kind("actor"),
            key=lambda one: (one.id not in involved, one.id not in at_table, one.title.casefold(), one.id),
        )
    ]


def _heading(text: str) -> QLabel:
    label = plain_label(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
