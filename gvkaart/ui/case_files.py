"""Case files in and out of the open document."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from gvkaart.domain.errors import GvkaartError
from gvkaart.domain.operations import Op
from gvkaart.exchange.case_file import read_case_file, write_case, write_case_json
from gvkaart.exchange.merging import merge_case
from gvkaart.exchange.report import CaseFileError, sentence
from gvkaart.store import now
from gvkaart.ui.asking import CANCEL, Choice, ask, tell
from gvkaart.ui.session import Session
from gvkaart.ui.targets import ask_target, file_name
from gvkaart.ui.writing import write_file
from gvkaart.words import Words

SHOWN_PROBLEMS: Final = 5
"""Problems of a file that are shown at once; all of them can be unfolded."""


def tell_problems(parent: QWidget | None, path: Path, error: CaseFileError, words: Words) -> None:
    """Show what is wrong with a case file: the first problems, and all of them when unfolded."""
    lines = [sentence(problem, words) for problem in error.problems]
    title = QCoreApplication.translate("CaseFiles", "%1 kan niet worden gelezen").replace("%1", path.name)
    tell(parent, title, "\n\n".join(lines[:SHOWN_PROBLEMS]), "\n".join(lines) if len(lines) > SHOWN_PROBLEMS else "")


class CaseFiles(QObject):
    """Takes case files into a document, and makes them of its maps."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Work on a session; questions appear over `window`."""
        super().__init__(window)
        self._session, self._window = session, window

    def ask_import(self) -> None:
        """Ask for a case file and put what it holds in the document, as a map of its own and one undo step."""
        kinds = self.tr("Casusbestanden") + " (*.yaml *.yml *.json)"
        chosen, _filter = QFileDialog.getOpenFileName(self._window, self.tr("Casusbestand invoegen"), "", kinds)
        if chosen:
            self.import_case(Path(chosen))

    def import_case(self, path: Path) -> bool:
        """Put what a case file holds in the document; all of it, or nothing when anything is wrong with it."""
        session = self._session
        try:
            case = read_case_file(path)
        except CaseFileError as error:
            tell_problems(self._window, path, error, session.words)
            return False
        except OSError:
            session.problem.emit(self.tr("%1 kan niet worden geopend.").replace("%1", path.name))
            return False
        before = set(session.graph.maps)
        if not self._back_up() or not session.attempt(
            Op.IMPORT, lambda: merge_case(session.graph, case, now=now()), path.name
        ):
            return False
        new = next(iter(session.graph.maps.keys() - before), None)
        if new is not None:
            session.look_at_map(new)
        return True

    def _back_up(self) -> bool:
        """Keep the document as it was before the import; without that nothing is imported."""
        try:
            self._session.document.backup()
        except GvkaartError as error:
            self._session.problem.emit(self._session.words.error(error))
            return False
        return True

    def ask_export(self) -> None:
        """Ask where to, and write the map in view as a case file."""
        kinds = {self.tr("Casusbestand") + " (*.yaml)": ".yaml", "JSON (*.json)": ".json"}
        start = Path(f"{file_name(self._session.map_title)}.yaml")
        path = ask_target(self._window, self.tr("Casusbestand maken"), start, kinds)
        if path is not None and (private := self._ask_private()) is not None:
            self.export_case(path, include_private=private)

    def _ask_private(self) -> bool | None:
        """Ask what to do with private items, when there are any; None to stop."""
        if not self._session.has_private:
            return False
        chosen = ask(
            self._window,
            self.tr("Ook wat alleen intern is?"),
            self.tr("Op deze kaart staan items die alleen voor uzelf zijn. In een bestand dat u deelt horen ze niet."),
            Choice("without", self.tr("Weglaten")),
            Choice("with", self.tr("Meenemen"), destroys=True),
            Choice(CANCEL, self.tr("Annuleren")),
        )
        return None if chosen == CANCEL else chosen == "with"

    def export_case(self, path: Path, *, include_private: bool) -> bool:
        """Write the map in view as a case file; whole, or not at all."""
        write = write_case_json if path.suffix.lower() == ".json" else write_case
        data = write(self._session.graph, self._session.map_id, include_private=include_private)
        return write_file(self._session, path, data)
