"""Copies of the document that is open, for oneself and for others; and forgetting what is no longer in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gvkaart.domain.errors import GvkaartError
from gvkaart.domain.graph import Graph
from gvkaart.store import PublishResult
from gvkaart.ui.asking import CANCEL, Choice, ask, ask_line
from gvkaart.ui.keeping import SUFFIX, Keeper
from gvkaart.ui.session import Session
from gvkaart.ui.targets import ask_target, file_name


class Copies(QObject):
    """Names versions, makes copies and erases the history of one document."""

    def __init__(self, session: Session, keeper: Keeper, window: QWidget) -> None:
        """Work on a session; questions appear over `window`."""
        super().__init__(window)
        self._session, self._keeper, self._window = session, keeper, window

    def ask_version(self) -> None:
        """Ask what to call the present, and keep it under that name."""
        title = ask_line(
            self._window,
            self.tr("Versie vastleggen"),
            self.tr(
                "Zo houdt u vast hoe alles nu is, bijvoorbeeld vóór een overleg. Later kunt u dit moment "
                "teruglezen, vergelijken en terughalen.\n\nHoe noemt u deze versie?"
            ),
        )
        if title and self._session.name_version(title):
            self._keeper.said.emit(self.tr("Versie vastgelegd. U vindt haar in de geschiedenis."))

    def ask_copy(self) -> None:
        """Ask where to, and write a copy with everything in it."""
        path = self._ask_path(self.tr("Kopie bewaren als"), self.tr("%1 (kopie)"))
        if path is not None and self._write(lambda: self._session.document.save_copy(path)):
            self._keeper.said.emit(self.tr("Kopie bewaard als %1").replace("%1", str(path)))

    def ask_share(self) -> None:
        """Ask where to, and write a copy for others: without history and without what is private."""
        path = self._ask_path(self.tr("Kopie om te delen, zonder geschiedenis en zonder wat alleen intern is"), "%1")
        if path is None or not self._write(lambda: self._session.document.copy_to_share(path)):
            return
        said = self.tr("Kopie om te delen gemaakt: %1. Zonder geschiedenis en zonder wat alleen intern is (items: %2).")
        left_out = str(_private(self._session.graph))
        self._keeper.said.emit(said.replace("%2", left_out).replace("%1", path.name))

    def _ask_path(self, question: str, pattern: str) -> Path | None:
        document = self._session.document
        name = document.path.stem if document.path is not None else self._session.map_title
        kinds = {self.tr("gvkaart-documenten") + f" (*{SUFFIX})": SUFFIX}
        return ask_target(self._window, question, Path(file_name(pattern.replace("%1", name)) + SUFFIX), kinds)

    def _write(self, write: Callable[[], PublishResult]) -> bool:
        self._session.hand_in()
        try:
            write()
        except GvkaartError as error:
            self._session.problem.emit(self._session.words.error(error))
            return False
        return True

    def ask_erase(self) -> None:
        """Say what erasing the history means, and do it when that is wanted; the file forgets it at once too."""
        chosen = ask(
            self._window,
            self.tr("Geschiedenis wissen?"),
            self.tr(
                "Wat u eerder verwijderde of veranderde, staat nog in dit document. Daarom kunt u het terughalen.\n\n"
                "Na het wissen is dat weg: u kunt niets meer ongedaan maken, en de vastgelegde versies en de "
                "reservekopieën op deze pc verdwijnen. Wat nu op uw kaarten staat, blijft. Kopieën die u al gaf, "
                "veranderen niet.\n\nDit kan niet ongedaan worden gemaakt."
            ),
            Choice(CANCEL, self.tr("Niet wissen")),
            Choice("erase", self.tr("Wissen"), destroys=True),
        )
        if chosen != "erase" or not self._session.erase_history():
            return
        if self._session.document.path is None or self._keeper.save():
            self._keeper.said.emit(self.tr("De geschiedenis is gewist."))


def _private(graph: Graph) -> int:
    return sum(node.visibility == "private" for node in graph.nodes.values())
