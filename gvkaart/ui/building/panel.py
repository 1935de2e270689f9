"""The panel "Wat hangt hieraan?": building the map without the mouse.

Three questions, one at a time, in one line: in what way something hangs on the selected item, or what kind it is when
nothing is selected; then its title. What the title finds among the items that are there already can be joined, so that
nothing is made twice. What was made or joined becomes the item from which one goes on: Enter takes the step that the
method expects next, so that actor, position and interest are three titles and six times Enter.

It takes the place of a dialog: it asks no more than is needed, leaves the map in sight, and stays open for the
next item.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, assert_never

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.text import clean_line, fold
from gvkaart.ui.building import offers
from gvkaart.ui.icons import IconSign
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.palette_choices import FRAME, Choice, ChoiceList
from gvkaart.ui.palette_matching import ranked
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.ways import Continuation, Way

_WIDTH: Final = 380
_ASIDE: Final = 14
"""Room between the panel and the item it is about, in pixels."""

Spot = tuple[int, int]
Places = Callable[[NodeId | None, Spot | None], Spot]
"""Finds a free place for a new item: beside an item, or at a place that was pointed at."""
Whereabouts = Callable[[NodeId | None, Spot | None], QRect]
"""Tells where an item is seen, or the place that was pointed at, as the panel's parent counts; an empty rectangle where
the panel had best stand when neither is seen."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """The question in what way something hangs on an item."""

    beside: NodeId


@dataclass(frozen=True, slots=True)
class _Between:
    """The question what joins two items that are there."""

    beside: NodeId
    other: NodeId


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The question what kind of item is to be made."""

    beside: NodeId | None
    """What one comes from; the new item does not hang on it."""


@dataclass(frozen=True, slots=True)
class _Title:
    """The question what it is called; `way` is None for an item that hangs on nothing, wherever one came from."""

    kind: str
    beside: NodeId | None
    way: Way | None


_Question = _Ways | _Between | _Kinds | _Title


@dataclass(frozen=True, slots=True)
class _New:
    """The row that makes a new item of what was typed."""


@dataclass(frozen=True, slots=True)
class _Loose:
    """The row that makes something which does not hang on the selected item."""


class QuickPanel(QFrame):
    """Asks what comes next, and lays it on the map; made once for a window."""

    closed = Signal()
    """The panel was closed with Esc: the keyboard goes back to where it came from."""
    reached = Signal(str)
    """An item was made or joined, and one goes on from there; carries its id."""

    def __init__(self, session: Session, places: Places, whereabouts: Whereabouts, parent: QWidget) -> None:
        """Build on what a session has open; hidden until `begin`."""
        super().__init__(parent)
        self.setObjectName("building")
        self.setStyleSheet(f"#building {FRAME}")
        self._session, self._places, self._whereabouts, self._inside = session, places, whereabouts, parent
        self._question: _Question = _Kinds(None)
        self._at: Spot | None = None
        self._came_from: list[NodeId] = []
        self._lays_down = False
        self._choices = ChoiceList()
        self._title, self._about, self._help = _line(), _line(), _line(quiet=True)
        self._sign = QWidget()
        self._back = _button("building-back", "←", self.tr("Terug (Backspace)"), self._step_back)
        self._shut = _button("building-close", "\N{MULTIPLICATION SIGN}", self.tr("Sluiten (Esc)"), self._close)
        self._lay_out()
        self._standing = QTimer(self, singleShot=True, interval=0)
        self._standing.timeout.connect(self._stand)
        parent.installEventFilter(self)
        self._choices.typed.connect(lambda _text: self._refine())
        self._choices.chosen.connect(self._choose)
        self._choices.left.connect(self._leave)
        self._choices.stepped_back.connect(self._step_back)
        session.changed.connect(lambda _changes: self._follow())
        session.view_changed.connect(self._follow)
        self._choices.abandoned.connect(self.hide)
        self.hide()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(6)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._about.setWordWrap(True)
        self._help.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._about, 1)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._title, 1)
        top.addWidget(self._back)
        top.addWidget(self._shut)
        column.addLayout(top)
        column.addLayout(self._row)
        column.addWidget(self._choices)
        column.addWidget(self._help)

    # --- asking -------------------------------------------------------------------------------------------------------

    def begin(self, at: Spot | None = None, beside: NodeId | None = None) -> None:
        """Ask what hangs on the selected item, or what is wanted when not one item is selected.

        Args:
            at: the place on the map that was pointed at: there comes the first item, and it hangs on nothing.
            beside: what it hangs on after all.
        """
        selection = self._session.selection
        if beside is None and at is None and len(selection) == 1:
            beside = selection[0]
        self._open(_Ways(beside) if beside is not None else _Kinds(None), at)

    def begin_between(self, beside: NodeId, other: NodeId) -> None:
        """Ask what joins two items."""
        self._open(_Between(beside, other), None)

    def _open(self, question: _Question, at: Spot | None) -> None:
        self._at = at
        self._came_from.clear()
        self.show()
        self.raise_()
        self._ask(question)
        self._choices.setFocus(Qt.FocusReason.PopupFocusReason)

    def _ask(self, question: _Question) -> None:
        """Put a question, with an empty line and what there is to choose."""
        self._question = question
        match question:
            case _Ways(beside):
                self._say(self.tr("Wat hangt hieraan?"), beside)
                self._choices.ask(self.tr("Typ een deel, of kies een cijfer"), self._title.text())
            case _Between(beside, other):
                self._say(self.tr("Wat verbindt deze twee?"), beside)
                self._about.setText(f"{self._about.text()} → {self._titled(other)}")
                self._choices.ask(self.tr("Typ een deel, of kies een cijfer"), self._title.text())
            case _Kinds(beside):
                self._say(self.tr("Wat wilt u neerleggen?"), None)
                self._choices.ask(self.tr("Typ een deel, of kies een cijfer"), self._title.text())
            case _Title(kind, beside, way):
                self._say(self._title_of(kind, way), beside if way is not None else None)
                self._choices.ask(self.tr("In één regel: wat is het?"), self._title.text())
            case _:
                assert_never(question)
        self._back.setVisible(self._can_step_back)
        self._offer()
        self._place()

    def _say(self, title: str, about: NodeId | None) -> None:
        self._title.setText(title)
        node = self._session.graph.nodes.get(about) if about is not None else None
        self._about.setText(self._titled(about) if about is not None else "")
        self._about.setVisible(node is not None)
        self._row.removeWidget(self._sign)
        self._sign.deleteLater()
        self._sign = IconSign(node.kind, self.fontMetrics().height(), self) if node is not None else QWidget(self)
        self._sign.setVisible(node is not None)
        self._row.insertWidget(0, self._sign, 0, Qt.AlignmentFlag.AlignTop)

    def _titled(self, node_id: NodeId) -> str:
        node = self._session.graph.nodes.get(node_id)
        return shortened(node.title) if node is not None else ""

    def _title_of(self, kind: str, way: Way | None) -> str:
        words = self._session.words
        if way is not None:
            return offers.sentence(Continuation(way, kind), words)
        return self.tr("Nieuw: {kind}").format(kind=words.term(f"kind.{kind}").lower())

    def _refine(self) -> None:
        self._offer()
        self._place()

    # --- offering -----------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        """Show what there is to choose for what was typed."""
        question, typed = self._question, self._choices.line.text()
        self._choices.numbered = not isinstance(question, _Title)
        match question:
            case _Ways(beside):
                self._offer_ways(self._session.graph.nodes[beside].kind, typed)
            case _Between(beside, other):
                self._offer_between(beside, other, typed)
            case _Kinds():
                self._offer_kinds(typed)
            case _Title(kind, beside, way):
                self._offer_items(kind, beside, way, clean_line(typed))
            case _:
                assert_never(question)

    def _offer_ways(self, kind: str, typed: str) -> None:
        words = self._session.words
        found = [Choice(one, offers.sentence(one, words), icon=one.kind) for one in offers.ways(kind, typed, words)]
        loose = self.tr("iets anders, los hiervan")
        found += ranked(typed, [(fold(loose), Choice(_Loose(), loose, icon="add"))])
        self._choices.offer(found)
        if not found:
            none = self.tr("Zo'n relatie is er niet vanaf hier. Kies eerst een relatie, typ daarna de titel.")
            self._help.setText(none)
            return
        back = self.tr("Enter kiest · ↑: iets los · Backspace: vorig item · Esc sluit")
        first = self.tr("Enter kiest · ↑: iets los · Esc sluit")
        narrowed = self.tr("Enter kiest · Esc sluit")
        self._help.setText(narrowed if typed else back if self._came_from else first)

    def _offer_between(self, beside: NodeId, other: NodeId, typed: str) -> None:
        session = self._session
        found = offers.between(session.graph, beside, other, typed, session.words)
        self._choices.offer([Choice(way, session.words.term(way.words), icon="link") for way in found])
        none = self.tr("Zo'n relatie kan hier niet, of is er al.")
        self._help.setText(self.tr("Enter kiest · Esc sluit") if found else none)

    def _offer_kinds(self, typed: str) -> None:
        words = self._session.words
        found = [Choice(kind, words.term(f"kind.{kind}"), icon=kind) for kind in offers.kinds(typed, words)]
        self._choices.offer(found)
        none = self.tr("Zo'n soort is er niet. Kies eerst wat het is; de naam typt u daarna.")
        self._help.setText(self.tr("Enter kiest · Esc sluit") if found else none)

    def _offer_items(self, kind: str, beside: NodeId | None, way: Way | None, title: str) -> None:
        """Show the new item first, unless there is one with that very title; with nothing typed choose nothing yet."""
        found = offers.known(self._session, kind, way, beside, title)
        there = [Choice(one.node.id, one.node.title, self._state(one, way), icon=kind) for one in found]
        if not title:
            self._choices.offer(there, -1)
            self._help.setText(self.tr("Typ een titel, of kies met ↓ wat er al is · Esc: terug"))
            return
        new = Choice(_New(), title, self.tr("nieuw"), icon="add")
        same = offers.namesake(found, title)
        self._choices.offer([new, *there], same + 1)
        self._help.setText(
            self.tr("Dit is er al: Enter neemt het. Met ↑ en Enter maakt u er toch nog een")
            if same >= 0
            else self.tr("Enter en verder · Shift+Enter: nog een ernaast · Esc: terug")
        )

    def _state(self, one: offers.Known, way: Way | None) -> str:
        if one.is_joined:
            return self.tr("hangt hier al aan")
        if not one.is_on_map:
            return self.tr("niet op deze kaart")
        return self.tr("staat er al") if way is None else ""

    # --- choosing -----------------------------------------------------------------------------------------------------

    def _choose(self, key: object, again: bool) -> None:
        """Take a choice; `again` asks for another one beside it instead of going on from it."""
        question = self._question
        match question:
            case _Ways(beside) if isinstance(key, Continuation):
                self._ask(_Title(key.kind, beside, key.way))
            case _Ways(beside):
                self._ask(_Kinds(beside))
            case _Between(beside, other) if isinstance(key, Way):
                self._join_two(key, beside, other)
            case _Between():
                pass
            case _Kinds():
                self._ask(_Title(str(key), question.beside, None))
            case _Title():
                self._lay_down(question, key, again=again)
            case _:
                assert_never(question)

    def _join_two(self, way: Way, beside: NodeId, other: NodeId) -> None:
        """Join two items, and go on to the relation; when that cannot be done, the question stays."""
        source, target = (beside, other) if way.outgoing else (other, beside)
        if relation_operations.connect(self._session, source, way.relation, target):
            self._close()
            self._session.select_edge(EdgeKey(source, way.relation, target))

    def _lay_down(self, question: _Title, key: object, *, again: bool) -> None:
        """Make the item or join the one that is there, and go on; when that cannot be done, what was typed stays."""
        self._lays_down = True
        try:
            reached = self._make(question) if isinstance(key, _New) else self._join(question, NodeId(str(key)))
        finally:
            self._lays_down = False
        if reached is None:
            return
        self._at = None
        if again:
            self._ask(question)
        else:
            if question.beside is not None:
                self._came_from.append(question.beside)
            self._ask(_Ways(reached))
        self.reached.emit(reached)

    def _make(self, question: _Title) -> NodeId | None:
        title = clean_line(self._choices.line.text())
        at = self._places(question.beside, self._at)
        join = None
        if question.way is not None and question.beside is not None:
            join = node_operations.Join(question.beside, question.way.relation, from_other=question.way.outgoing)
        by_hand = self._at is not None
        return node_operations.add(self._session, question.kind, title, at, join=join, by_hand=by_hand)

    def _join(self, question: _Title, other: NodeId) -> NodeId | None:
        session, way, beside = self._session, question.way, question.beside
        joined = offers.joined(session.graph, way, beside)
        if way is not None and beside is not None and other not in joined:
            ends = (beside, other) if way.outgoing else (other, beside)
            if not relation_operations.connect(session, ends[0], way.relation, ends[1]):
                return None
        session.select((other,))
        return other

    # --- going back ---------------------------------------------------------------------------------------------------

    @property
    def _can_step_back(self) -> bool:
        """Whether there is a question before this one."""
        match self._question:
            case _Title():
                return True
            case _Kinds(beside):
                return beside is not None
            case _Ways():
                return bool(self._came_from)
            case _Between():
                return False
            case _:
                assert_never(self._question)

    def _step_back(self) -> None:
        """Go one question back; from the first one to the item one came from."""
        question = self._question
        match question:
            case _Title(_, beside, None):
                self._ask(_Kinds(beside))
            case _Title(_, str() as beside, _) | _Kinds(str() as beside):
                self._ask(_Ways(beside))
            case _Ways() if self._came_from:
                before = self._came_from.pop()
                self._session.select((before,))
                self._ask(_Ways(before))
            case _Ways() | _Between() | _Kinds() | _Title():
                pass
            case _:
                assert_never(question)

    def _leave(self) -> None:
        """Esc: empty the line, then step back to the first question, then close."""
        if self._choices.line.text():
            self._ask(self._question)
        elif isinstance(self._question, _Title) or (isinstance(self._question, _Kinds) and self._question.beside):
            self._step_back()
        else:
            self._close()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _follow(self) -> None:
        """The document changed: go on from an item that is still there, and offer what there is now.

        What the panel itself lays down it knows: the next question follows at once.
        """
        if self.isHidden() or self._lays_down:
            return
        nodes = self._session.graph.nodes
        self._came_from = [one for one in self._came_from if one in nodes]
        beside = self._question.beside
        if beside is None or beside in nodes:
            self._offer()
        elif self._came_from:
            self._ask(_Ways(self._came_from.pop()))
        else:
            self._ask(_Kinds(None))

    # --- place --------------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Stand beside the item now, and once more when the window has made room for what changed around the map."""
        self._stand()
        self._standing.start()

    def _stand(self) -> None:
        """Stand beside the latest item, inside the window, and not over it where that can be."""
        room = self._inside.rect().adjusted(_ASIDE, _ASIDE, -_ASIDE, -_ASIDE)
        self.setFixedWidth(min(max(_WIDTH, self.fontMetrics().averageCharWidth() * 56), room.width()))
        around = self._height() - self._choices.list.minimumHeight()
        self._choices.fit(room.height() - around)
        self.resize(self.width(), self._height())
        latest = next(iter(self._session.selection), self._question.beside)
        item = self._whereabouts(latest, self._at)
        self.move(stand_beside(item, self.width(), self.height(), room))
        self.raise_()

    def _height(self) -> int:
        self._column.invalidate()
        return self._column.totalHeightForWidth(self.width())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stand beside the item again when the window is laid out anew: docks are raised over everything else then."""
        if self.isVisible() and event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._standing.start()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that mean nothing here from meaning something to the window."""
        event.accept()


def stand_beside(item: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Return where a panel of this size stands: right of an item, else left, else below it; always inside the room."""
    right, left = item.right() + _ASIDE, item.left() - _ASIDE - width
    if right + width <= room.right():
        x, y = right, item.top()
    elif left >= room.left():
        x, y = left, item.top()
    else:
        x, y = item.left(), item.bottom() + _ASIDE
    x = max(room.left(), min(x, room.right() - width))
    y = max(room.top(), min(y, room.bottom() - height))
    return QPoint(x, y)


def _button(name: str, sign: str, words: str, do: Callable[[], None]) -> QToolButton:
    """Make a button for the mouse; the keyboard has keys for it and stays in the line."""
    button = QToolButton()
    button.setObjectName(name)
    button.setText(sign)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    button.setMinimumSize(24, 24)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(lambda _checked=False: do())
    return button


def _line(*, quiet: bool = False) -> QLabel:
    label = plain_label(wraps=False)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if quiet:
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label
