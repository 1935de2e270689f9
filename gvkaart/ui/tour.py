"""The tour: about a minute in the example, in which the real window does what the card tells.

Every step is plain data: two sentences, where to look, and what happens. Going back takes back what was done in the
document since that step, which is safe because the tour has a copy of the example to itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QListView, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.tour_card import Frame, TourCard

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow

EXAMPLE: Final = "laatsignalering.yaml"
_ACTOR: Final = NodeId("cak")
_CHECK: Final = "concept.homonym"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour.

    Attributes:
        title: of the card.
        text: two plain sentences.
        place: returns the part of the window it is about.
        do: what happens in the window when one comes here.
    """

    title: str
    text: str
    place: Callable[[], QWidget]
    do: Callable[[], object]


class Tour(QObject):
    """Walks through the steps in one window; it can be stopped at any moment, and then nothing of it is left."""

    def __init__(self, window: "MainWindow") -> None:
        """Belong to a window on a copy of the example."""
        super().__init__(window)
        self.setObjectName("tour")
        self._window = window
        self._steps = self._make_steps()
        self._marks: list[int] = []
        """What could be undone when each step began: the number of that action, 0 for none."""
        self._frame, self.card = Frame(window), TourCard(window)
        self.card.next_wanted.connect(self.go_on)
        self.card.back_wanted.connect(self.go_back)
        self.card.stop_wanted.connect(self.stop)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        window.installEventFilter(self)

    def begin(self) -> None:
        """Show the first step."""
        self._show(0)

    @property
    def number(self) -> int:
        """Which step is shown, from 0."""
        return len(self._marks) - 1

    @property
    def length(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    def go_on(self) -> None:
        """Show the next step; after the last one the tour is over."""
        if self.number + 1 < self.length:
            self._show(self.number + 1)
        else:
            self.stop()

    def go_back(self) -> None:
        """Show the step before this one, with the document as it was then."""
        if self.number == 0:
            return
        del self._marks[-1]
        began = self._marks.pop()
        session = self._window.session
        while (last := session.document.undo_step) is not None and last.id > began:
            session.undo()
        self._show(len(self._marks))

    def stop(self) -> None:
        """End the tour; the window stays as it is."""
        self._window.removeEventFilter(self)
        self._frame.deleteLater()
        self.card.deleteLater()
        self._window.return_to_map()
        self.deleteLater()

    def _show(self, number: int) -> None:
        step = self._steps[number]
        last = self._window.session.document.undo_step
        self._marks.append(0 if last is None else last.id)
        step.do()
        shown = self._window.session.document.undo_step
        if shown is not None and shown.id > self._marks[-1]:
            self._window.session.opened.shown_steps.add(shown.id)
        self.card.say(number + 1, self.length, step.title, step.text)
        self._settling.start()

    def _settle(self) -> None:
        """Stand where the window now has what the step is about."""
        place = self._steps[self.number].place()
        self._frame.surround(place)
        self.card.stand_beside(place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest} and self._marks:
            self._settling.start()
        return False

    # --- steps --------------------------------------------------------------------------------------------------------

    def _make_steps(self) -> Sequence[Step]:
        return (
            Step(
                self.tr("Dit is de kaart"),
                self.tr(
                    "Elk vakje is een item: wie meepraat, wat zij willen en waarom. "
                    "Dit is een eigen exemplaar van het voorbeeld, dus u kunt niets stukmaken."
                ),
                self._map,
                self._look_at_map,
            ),
            Step(
                self.tr("Wat opvalt"),
                self.tr(
                    "Hier staan signalen: wat het programma op de kaart opmerkt. "
                    "Een signaal is geen oordeel, maar een vraag die u kunt stellen."
                ),
                lambda: self._window.findings_panel,
                lambda: self._window.panels.show("findings"),
            ),
            Step(
                self.tr("Waar het op steunt"),
                self.tr(
                    "Dit signaal zegt dat één woord twee dingen betekent. "
                    "De kaart licht op waar dat staat; onder de lijst leest u wat u kunt doen."
                ),
                self._map,
                self._choose_finding,
            ),
            Step(
                self.tr("Alles over één item"),
                self.tr(
                    "Klik op een item en u ziet rechts alles wat erover bekend is. "
                    "Daar wijzigt u het ook; bewaren gaat vanzelf."
                ),
                lambda: self._window.inspector,
                lambda: self._window.go_to(self._actor()),
            ),
            Step(
                self.tr("Langs een relatie"),
                self.tr(
                    "Met de pijltjes loopt u langs de lijnen van het ene item naar het andere. "
                    "Zo komt u van wat iemand wil bij het belang dat eronder zit."
                ),
                self._map,
                self._walk,
            ),
            Step(
                self.tr("Anders kijken"),
                self.tr(
                    "Dit is dezelfde kaart als ijsberg: boven water wat men zegt, eronder waarom. "
                    "Uw eigen indeling blijft bewaard; u kiest in het menu Indeling."
                ),
                self._map,
                self._look_at_iceberg,
            ),
            Step(
                self.tr("Iets toevoegen"),
                self.tr(
                    "Net is er een belang bij gekomen, met een lijn naar de actor. "
                    "Zelf doet u dat met Insert: het programma laat alleen zien wat daar kan."
                ),
                self._map,
                self._add,
            ),
            Step(
                self.tr("En weer terug"),
                self.tr(
                    "Met Ctrl+Z is het weer weg: alles is terug te draaien, ook morgen nog. "
                    "Probeer nu zelf, of druk op F1 voor de uitleg."
                ),
                self._map,
                self._window.commands["undo"].trigger,
            ),
        )

    def _map(self) -> QWidget:
        return self._window.map_view

    def _look_at_map(self) -> None:
        self._window.views.show_view("map-view")
        self._window.session.select(())
        self._window.map_view.canvas.zoom_to_begin()

    def _choose_finding(self) -> None:
        panel = self._window.findings_panel
        checks = [finding.check for finding in panel.model.findings]
        found = panel.findChild(QListView, "findings")
        if found is not None and checks:
            row = checks.index(_CHECK) if _CHECK in checks else 0
            found.setCurrentIndex(panel.model.index(row))

    def _actor(self) -> NodeId:
        """Return the actor that the tour is about, or any item when somebody removed it."""
        nodes = self._window.session.view.nodes
        return _ACTOR if _ACTOR in nodes else next(iter(nodes), NodeId(""))

    def _walk(self) -> None:
        graph = self._window.session.graph
        ends = [edge.target for edge in graph.out(self._actor()) if edge.relation == "has_interest"]
        if ends:
            self._window.go_to(ends[0])

    def _look_at_iceberg(self) -> None:
        self._window.session.select(())
        self._window.commands["layout-iceberg"].trigger()
        self._window.map_view.canvas.zoom_to_fit()

    def _add(self) -> None:
        actor = self._actor()
        before = self._window.session.graph.nodes.keys()
        title = self.tr("Voorbeeld: minder brieven per gezin")
        relation_operations.connect_new(self._window.session, actor, "has_interest", "interest", title, from_other=True)
        added = [node for node in self._window.session.graph.nodes if node not in before]
        if added:
            self._window.go_to(added[0])
