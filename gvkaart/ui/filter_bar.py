"""The bar above the map with which one chooses what is shown; it says clearly that something is not.

It folds away when it is closed and nothing is hidden.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.picture.theme import Theme, mixed
from gvkaart.ui import topics
from gvkaart.ui.flow_layout import FlowLayout
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.showing import Facet
from gvkaart.ui.shown import Shown

STEPS: Final = (1, 2, 3, 4)
"""How far one can look around items."""
_SHORT: Final = 28


class StayingMenu(QMenu):
    """A menu of check boxes that stays open while one chooses; Space and a click choose, Enter and Esc close it."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._switch(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Space or not self._switch(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _switch(action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class FilterBar(QFrame):
    """Chips for every facet, and what is hidden."""

    closed = Signal()
    """The keyboard should go back to the map."""

    def __init__(self, session: Session, shown: Shown, show_all: Callable[[], object], theme: Theme) -> None:
        """Offer what can be chosen on the map that a session looks at."""
        super().__init__()
        self.setObjectName("filter-bar")
        self.setAccessibleName(self.tr("Filters op de kaart"))
        self._session, self._shown = session, shown
        self.is_wanted = False
        """Whether the user keeps it open."""
        self._chips = {facet: self._chip(facet) for facet in Facet if facet is not Facet.HEARSAY}
        self._hearsay = QPushButton()
        self._hearsay.setObjectName("filter-hearsay")
        self._hearsay.setCheckable(True)
        self._hearsay.clicked.connect(self._choose_hearsay)
        self._around = self._button("filter-focus", StayingMenu(self), self._fill_around)
        self._sign = QLabel()
        self._sign.setObjectName("filter-sign")
        self._all = QPushButton(self.tr("Alles tonen"))
        self._all.setObjectName("show-everything")
        self._all.clicked.connect(show_all)
        self._missing = plain_label(name="missing", wraps=False)
        self._reveal = QPushButton(self.tr("Toch tonen"))
        self._reveal.setObjectName("reveal")
        self._lay_out()
        # It takes the width there is: a bar that asks for room would take that from the panels beside the map.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_theme(theme)
        shown.changed.connect(self.refresh)
        shown.asked.connect(self._announce)
        session.changed.connect(lambda _changes: self.refresh())
        session.view_changed.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        self.refresh()

    def _chip(self, facet: Facet) -> QPushButton:
        return self._button(f"filter-{facet}", StayingMenu(self), partial(self._fill, facet))

    def _button(self, name: str, menu: QMenu, fill: Callable[[QMenu], None]) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        menu.setObjectName(f"{name}-menu")
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        return button

    def _lay_out(self) -> None:
        row = FlowLayout(self, 6, 6)
        label = QLabel(self.tr("Toon alleen:"))
        self._choices = (label, *self._chips.values(), self._hearsay)
        for widget in (*self._choices, self._around, self._sign, self._all, self._missing, self._reveal):
            row.addWidget(widget)
        for one in (label, self._sign, self._missing):
            one.setContentsMargins(4, 4, 4, 4)

    @property
    def reveal(self) -> QPushButton:
        """The button that shows the selected item although it was hidden."""
        return self._reveal

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        edge, soft = mixed(theme.panel, theme.text, 0.4), mixed(theme.panel, theme.line, 0.35)
        on, hover = mixed(theme.panel, theme.accent, 0.22), mixed(theme.panel, theme.accent, 0.12)
        self.setStyleSheet(f"""
            #filter-bar {{ border: none; border-bottom: 1px solid {soft}; }}
            #filter-bar[hides="true"] {{ background: {mixed(theme.panel, theme.accent, 0.10)}; }}
            QPushButton {{ border: 1px solid {edge}; border-radius: 12px; padding: 3px 12px;
                           background: {theme.background}; min-height: 17px; }}
            QPushButton::menu-indicator {{ width: 0; height: 0; }}
            QPushButton:hover {{ background: {hover}; }}
            QPushButton:disabled {{ border-color: {soft}; background: transparent; }}
            QPushButton[active="true"], QPushButton:checked {{ background: {on}; border-color: {theme.accent};
                                                               font-weight: bold; }}
            #filter-sign, #show-everything {{ font-weight: bold; }}
        """)

    # --- following ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Say what is chosen and what is hidden."""
        hides, missing = self._shown.nodes is not None, self._hidden_selection()
        self.setVisible(self.is_wanted or hides or missing is not None)
        if self.isHidden():
            return
        chooses = self.is_wanted or self._shown.topic == topics.OWN
        for widget in self._choices:
            widget.setVisible(chooses)  # a topic is chosen elsewhere, and leaves the room to the map
        for facet, chip in self._chips.items():
            self._say(chip, self._facet_words(facet), len(self._shown.showing.values(facet)))
            chip.setEnabled(bool(self._shown.members(facet)) or bool(self._shown.showing.values(facet)))
        self._refresh_hearsay()
        self._refresh_around()
        self._sign.setVisible(hides)
        self._all.setVisible(hides)
        self._sign.setText(self._count_words())
        self._refresh_missing(missing)
        self._mark(self, "hides", hides)

    def _announce(self) -> None:
        """Have a screen reader say how much is shown now."""
        said = self._count_words()
        self.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    @staticmethod
    def _mark(widget: QWidget, name: str, on: bool) -> None:
        """Set what the style sheet looks at."""
        if widget.property(name) is not on:
            widget.setProperty(name, on)
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _say(self, chip: QPushButton, words: str, chosen: int) -> None:
        chip.setText(f"{words}: {chosen} ▾" if chosen else f"{words} ▾")
        chip.setAccessibleName(f"{words}: {chosen}" if chosen else words)
        self._mark(chip, "active", chosen > 0)

    def _facet_words(self, facet: Facet) -> str:
        words = {
            Facet.KIND: self.tr("Soorten"),
            Facet.ACTOR: self.tr("Partijen"),
            Facet.TAG: self.tr("Labels"),
            Facet.VISIBILITY: self.tr("Zichtbaarheid"),
            Facet.FINDING: self.tr("Signalen"),
            Facet.HEARSAY: self.tr("Uit de tweede hand"),
        }
        return words[facet]

    def _refresh_hearsay(self) -> None:
        found = sum(map(len, self._shown.members(Facet.HEARSAY).values()))
        chosen = bool(self._shown.showing.values(Facet.HEARSAY))
        self._hearsay.setText(f"{self._facet_words(Facet.HEARSAY)} ({found})")
        self._hearsay.setEnabled(chosen or found > 0)
        self._hearsay.setChecked(chosen)

    def _refresh_around(self) -> None:
        showing, nodes = self._shown.showing, self._session.graph.nodes
        self._around.setVisible(bool(showing.focus))
        if showing.focus:
            titles = [shortened(nodes[node].title, _SHORT) for node in sorted(showing.focus) if node in nodes]
            who = titles[0] if len(titles) == 1 else self.tr("%1 items").replace("%1", str(len(titles)))
            steps = self._session.words.text("picture.ring", count=showing.steps)
            words = self.tr("Rond %1: %2").replace("%2", steps).replace("%1", who)
            self._around.setText(f"{words} ▾".replace("&", "&&"))
            self._around.setAccessibleName(words)
            self._mark(self._around, "active", True)

    def _count_words(self) -> str:
        seen, all_nodes = len(self._shown.visible), len(self._session.view.nodes)
        if not seen:
            return self.tr("Geen enkel item past hierbij.")
        return self.tr("%1 van %2 items getoond").replace("%2", str(all_nodes)).replace("%1", str(seen))

    def _hidden_selection(self) -> NodeId | None:
        """Return what is selected and stands on this map, but cannot be seen."""
        selection = self._session.selection_on_map
        one = selection[0] if len(selection) == 1 else None
        return one if one is not None and one not in self._shown.visible else None

    def _refresh_missing(self, missing: NodeId | None) -> None:
        self._missing.setVisible(missing is not None)
        self._reveal.setVisible(missing is not None)
        if missing is not None:
            title = shortened(self._session.graph.nodes[missing].title, _SHORT)
            self._missing.setText(self.tr("Nu verborgen: %1").replace("%1", title))

    # --- choosing -----------------------------------------------------------------------------------------------------

    def _fill(self, facet: Facet, menu: QMenu) -> None:
        """List what a facet has to choose from, with how many items have it."""
        menu.clear()
        having, chosen = self._shown.members(facet), self._shown.showing.values(facet)
        gone = {value: frozenset[NodeId]() for value in chosen if value not in having}
        for words, value in self._ordered(facet, [*having, *gone]):
            action = menu.addAction(f"{shortened(words)} ({len(having.get(value, ()))})".replace("&", "&&"))
            action.setObjectName(value)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.toggled.connect(partial(self._shown.choose, facet, value))
        menu.addSeparator()
        clear = menu.addAction(self.tr("Niets kiezen: alles tonen"))
        clear.setObjectName("clear")
        clear.triggered.connect(lambda: self._shown.clear(facet))

    def _ordered(self, facet: Facet, values: list[str]) -> Iterator[tuple[str, str]]:
        """Yield values with their words: kinds as they are everywhere, the rest by their words."""
        named = [(self._value_words(facet, value), value) for value in values]
        if facet is Facet.KIND:
            order = list(KINDS)
            named.sort(key=lambda one: order.index(one[1]))
        elif facet is not Facet.VISIBILITY:
            named.sort(key=lambda one: fold(one[0]))
        return iter(named)

    def _value_words(self, facet: Facet, value: str) -> str:
        words = self._session.words
        match facet:
            case Facet.KIND:
                return words.term(f"kind.{value}")
            case Facet.ACTOR:
                node = self._session.graph.nodes.get(NodeId(value))
                return node.title if node is not None else value
            case Facet.VISIBILITY:
                return words.term(f"choice.visibility.{value}")
            case Facet.FINDING:
                return words.text(f"checks.{value}.title")
            case _:
                return value

    def _choose_hearsay(self, wanted: bool) -> None:
        (value,) = self._shown.members(Facet.HEARSAY) or self._shown.showing.values(Facet.HEARSAY)
        self._shown.choose(Facet.HEARSAY, value, wanted)

    def _fill_around(self, menu: QMenu) -> None:
        menu.clear()
        showing = self._shown.showing
        for steps in STEPS:
            action = menu.addAction(self._session.words.text("picture.ring", count=steps))
            action.setObjectName(f"steps-{steps}")
            action.setCheckable(True)
            action.setChecked(steps == showing.steps)
            action.triggered.connect(partial(self._look_around, steps))
        menu.addSeparator()
        stop = menu.addAction(self.tr("Niet meer rond deze items kijken"))
        stop.setObjectName("clear")
        stop.triggered.connect(lambda: self._shown.focus((), 1))

    def _look_around(self, steps: int) -> None:
        self._shown.focus(self._shown.showing.focus, steps)
        for action in self._around.menu().actions():
            if action.isCheckable():
                action.setChecked(action.objectName() == f"steps-{steps}")

    def begin(self) -> None:
        """Put the keyboard in the first chip."""
        first = self._chips[Facet.KIND]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows everything again; when that is so already, it folds the bar away."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._shown.nodes is not None:
            self._all.click()
        else:
            self.closed.emit()
