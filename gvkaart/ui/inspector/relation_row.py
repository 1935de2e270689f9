"""One relation of the item that is shown: the other end, what is special about it, and its own fields to unfold."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.derived import is_second_hand, text_of
from gvkaart.domain.entities import Edge, EdgeKey, NodeId
from gvkaart.domain.passages import span_of
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.relation_form import RelationForm
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.session import Session
from gvkaart.ui.wrapping_button import INDENT, WrappingButton

_REMOVE = "\u00d7"


class RelationRow(QWidget):
    """One edge, seen from the item that is shown."""

    def __init__(self, session: Session, key: EdgeKey, shown: NodeId) -> None:
        """Show an edge of the node `shown`, which is one of its ends."""
        super().__init__()
        self.key = key
        self._session, self._shown = session, shown
        self._form: RelationForm | None = None
        self.setObjectName("relation-row")
        self._go = WrappingButton()
        self._go.setObjectName("go")
        self._go.clicked.connect(lambda: session.select((self.other,)))
        self._read = self._tool("to-passage", "", lambda: session.reading_wanted.emit(self.key))
        self._read.setIcon(icon("source"))
        self._fold = self._tool("unfold", "", self._toggle)
        self._remove = self._tool("remove", _REMOVE, lambda: relation_operations.disconnect(session, [self.key]))
        self._marks = plain_label()
        self._marks.setObjectName("marks")
        self._marks.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._marks.setContentsMargins(INDENT, 0, 0, 2)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._go, 1)
        across.addWidget(self._read, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(across)
        self._column.addWidget(self._marks)
        self.refresh()

    def turn_to(self, key: EdgeKey, shown: NodeId) -> None:
        """Show another edge, of another node, as a new row would."""
        self.key, self._shown = key, shown
        self.forget()
        self._drop_form()
        self._go.setText("")  # so that everything that goes with the title is shown anew
        self.refresh()

    def _tool(self, name: str, sign: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setMinimumSize(24, 24)
        button.setText(sign)
        button.clicked.connect(do)
        return button

    @property
    def other(self) -> NodeId:
        """The end that is not the shown item."""
        return self.key.target if self.key.source == self._shown else self.key.source

    @property
    def _edge(self) -> Edge:
        return self._session.graph.edges[self.key]

    # --- showing ------------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the edge as it is now."""
        edge = self._edge
        other = self._session.graph.nodes[self.other]
        title = other.title or self.tr("(zonder titel)")
        if self._go.text() != title:
            self._go.setText(title)
            self._go.setIcon(icon(other.kind))
            self._go.setAccessibleDescription(self._session.words.term(f"kind.{other.kind}"))
            self._remove.setAccessibleName(self.tr("Relatie met {title} weghalen").format(title=title))
            self._remove.setToolTip(self.tr("Relatie weghalen"))
        self._show_passage(title)
        self._show_fold(title)
        marks = " · ".join(self._mark_words(edge))
        self._marks.setText(marks)
        self._marks.setVisible(marks != "")
        if self._form is not None:
            self._form.refresh()

    def _show_passage(self, title: str) -> None:
        """Offer the way to the passage when this is a citation that has one."""
        self._read.setVisible(self.key.relation == "cites" and span_of(self._edge) is not None)
        words = self.tr("Naar de passage")
        self._read.setToolTip(words)
        self._read.setAccessibleName(f"{words}: {title}")

    def _show_fold(self, title: str) -> None:
        unfolded = self._form is not None
        self._fold.setArrowType(Qt.ArrowType.UpArrow if unfolded else Qt.ArrowType.DownArrow)
        words = self.tr("Minder over de relatie") if unfolded else self.tr("Meer over de relatie")
        self._fold.setToolTip(words)
        self._fold.setAccessibleName(f"{words}: {title}")

    def _mark_words(self, edge: Edge) -> list[str]:
        graph, words = self._session.graph, []
        for round_id, phrase in (
            (edge.from_round, self.tr("vanaf {round}")),
            (edge.until_round, self.tr("tot en met {round}")),
        ):
            if round_id in graph.rounds:
                words.append(phrase.format(round=graph.rounds[round_id].title or round_id))
        if not self._session.view.holds(edge):
            words.append(self.tr("geldt niet in deze ronde"))
        if is_second_hand(edge):
            through = graph.nodes.get(NodeId(text_of(edge.fields, "reported_by")))
            words.append(
                self.tr("van horen zeggen")
                if through is None
                else self.tr("van horen zeggen, via {actor}").format(actor=through.title)
            )
        if edge.fields.get("confirmed") is True:
            words.append(self.tr("bevestigd"))
        if edge.visibility == "private":
            words.append(self._session.words.term("choice.visibility.private").lower())
        return words

    # --- unfolding ----------------------------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self._form is None:
            self._form = self._make_form()
            self._column.addWidget(self._form)
        else:
            self._form.commit()
            self._form.forget()
            self._drop_form()
        self.refresh()

    def _drop_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _make_form(self) -> RelationForm:
        form = RelationForm(self._session, self.key, self._follow_key)
        form.column.setContentsMargins(INDENT, 2, 4, 10)
        apart = QPushButton(icon("link"), self.tr("Alles over deze relatie"))
        apart.setObjectName("relation-apart")
        apart.setFlat(True)
        apart.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        apart.clicked.connect(lambda: self._session.select_edge(self.key))
        form.column.addWidget(apart)
        return form

    def _follow_key(self, key: EdgeKey) -> None:
        self.key = key

    def commit(self) -> None:
        """Hand in what is pending."""
        if self._form is not None:
            self._form.commit()

    def forget(self) -> None:
        """Hand nothing in any more."""
        if self._form is not None:
            self._form.forget()
