"""Concepts in and out of the open document as NL-SBB: RDF and the official spreadsheet.

Reading and comparing go in a worker; when they take longer than a moment a window says so, and can be told to stop.
What an import would do is shown before it is done.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog, QWidget
from shiboken6 import isValid

from gvkaart.domain.errors import GvkaartError, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import Op
from gvkaart.exchange.nlsbb import READ_SUFFIXES
from gvkaart.exchange.nlsbb.files import ReadConcepts, WrittenConcepts, read_concepts_file, write_concepts
from gvkaart.exchange.nlsbb.merging import Merged, merge_vocabulary
from gvkaart.exchange.nlsbb.uris import checked_base, default_base
from gvkaart.store import now
from gvkaart.ui.asking import tell
from gvkaart.ui.background import Background
from gvkaart.ui.desk import Desk
from gvkaart.ui.session import Session
from gvkaart.ui.targets import ask_target, file_name
from gvkaart.ui.waiting import waiting
from gvkaart.ui.writing import write_file

_PATIENCE: Final = 500
"""Milliseconds after which a window tells that work is going on."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was read, and what it would do to the document."""

    read: ReadConcepts
    merged: Merged


class ConceptFiles(QObject):
    """Takes vocabularies into a document, and makes them of its concepts."""

    def __init__(self, session: Session, window: QWidget, desk: Desk) -> None:
        """Work on a session; questions appear over `window`, and `desk` remembers what web addresses begin with."""
        super().__init__(window)
        self._session, self._window, self._desk = session, window, desk
        self._waiting: _Waiting | None = None

    @property
    def busy(self) -> bool:
        """Whether a file is being read or made."""
        return self._waiting is not None

    # --- in -----------------------------------------------------------------------------------------------------------

    def ask_import(self) -> None:
        """Ask for a file, show what it would bring, and put its concepts in the document as one undo step."""
        kinds = {
            self.tr("Begrippenkaders"): READ_SUFFIXES,
            self.tr("Turtle"): (".ttl",),
            self.tr("Rekenblad"): (".xlsx",),
            self.tr("RDF/XML"): (".rdf",),
            self.tr("N-Triples"): (".nt",),
        }
        filters = ";;".join(f"{name} ({' '.join(f'*{one}' for one in suffixes)})" for name, suffixes in kinds.items())
        chosen, _filter = QFileDialog.getOpenFileName(self._window, self.tr("Begrippenkader invoegen"), "", filters)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file in a worker, and ask what is to be done with it."""
        graph, bases, language = self._session.graph, self._bases, self._language

        def job() -> Proposal:
            read = read_concepts_file(path, language)
            return Proposal(read, merge_vocabulary(graph, read.vocabulary, now=now(), bases=bases))

        doing, failing = self.tr("%1 wordt gelezen…"), self.tr("%1 kan niet worden gelezen")
        self._wait(
            doing.replace("%1", path.name),
            failing.replace("%1", path.name),
            job,
            lambda proposal: self._propose(path, graph, proposal),
        )

    @property
    def _base(self) -> str:
        return default_base(self._session.document.uuid)

    @property
    def _chosen_base(self) -> str:
        """What was filled in for this document before; empty when that is nothing, or the settings were damaged."""
        chosen = self._desk.settings.bases.get(self._identity, "")
        try:
            checked_base(chosen)
        except Rejected:
            return ""
        return chosen

    @property
    def _identity(self) -> str:
        return str(self._session.document.uuid)

    @property
    def _bases(self) -> tuple[str, ...]:
        """What the URIs begin with under which this document was written before, as far as known."""
        return (self._base, checked_base(self._chosen_base)) if self._chosen_base else (self._base,)

    @property
    def _language(self) -> str:
        map_ = self._session.graph.maps.get(self._session.map_id)
        return map_.language if map_ is not None else self._session.words.language

    def _propose(self, path: Path, graph: Graph, proposal: Proposal) -> None:
        from gvkaart.ui.concept_dialogs import ImportDialog

        remarks = [one.sentence(self._session.words) for one in (*proposal.read.remarks, *proposal.merged.remarks)]
        dialog = ImportDialog(path.name, proposal.merged, remarks, self._session.map_title, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            merged = proposal.merged if graph is self._session.graph and not dialog.on_map else None
            self._import(path, proposal.read, merged, on_map=dialog.on_map)

    def _import(self, path: Path, read: ReadConcepts, merged: Merged | None, *, on_map: bool) -> None:
        """Put concepts in the document; what was worked out before is used when it still holds."""
        session = self._session
        try:
            session.document.backup()
        except GvkaartError as error:
            session.problem.emit(session.words.error(error))
            return
        map_id = session.map_id if on_map else None

        def propose() -> Merged:
            return merge_vocabulary(session.graph, read.vocabulary, now=now(), bases=self._bases, map_id=map_id)

        with waiting():
            session.attempt(Op.IMPORT, lambda: (merged or propose()).changes, path.name)

    # --- out ----------------------------------------------------------------------------------------------------------

    def ask_export(self) -> None:
        """Ask of which concepts and with which web addresses, and where to, and make the file in a worker."""
        from gvkaart.ui.concept_dialogs import ExportConceptsDialog

        session = self._session
        dialog = ExportConceptsDialog(self._base, self._chosen_base, session.map_title, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self._desk.set_concept_base(self._identity, dialog.chosen)
        kinds = {self.tr("Turtle") + " (*.ttl)": ".ttl", self.tr("Rekenblad") + " (*.xlsx)": ".xlsx"}
        kinds = dict(sorted(kinds.items(), key=lambda kind: kind[1] != dialog.suffix))
        words = self.tr("Begrippen")
        start = Path(f"{file_name(f'{words} {session.map_title}')}{dialog.suffix}")
        path = ask_target(self._window, dialog.windowTitle(), start, kinds)
        if path is not None:
            self.write(path, base=dialog.base, whole=dialog.whole)

    def write(self, path: Path, *, base: str, whole: bool) -> None:
        """Make a file of the concepts of the document, or of the map in view, in a worker."""
        session = self._session
        graph, map_id, words = session.graph, None if whole else session.map_id, session.words
        suffix = path.suffix.lower()
        doing, failing = self.tr("%1 wordt gemaakt…"), self.tr("%1 kan niet worden gemaakt")
        self._wait(
            doing.replace("%1", path.name),
            failing.replace("%1", path.name),
            lambda: write_concepts(graph, suffix, base=base, words=words, map_id=map_id),
            lambda written: self._written(path, written),
        )

    def _written(self, path: Path, written: WrittenConcepts) -> None:
        if write_file(self._session, path, written.data) and written.remarks:
            remarks = "\n\n".join(one.sentence(self._session.words) for one in written.remarks)
            tell(self._window, self.tr("%1 is gemaakt").replace("%1", path.name), remarks)

    # --- meanwhile ----------------------------------------------------------------------------------------------------

    def _wait(self, doing: str, failing: str, job: Callable[[], _T], done: Callable[[_T], None]) -> None:
        """Do a job in a worker, instead of one that is under way; `failing` is the title of what went wrong."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = _Waiting(doing, self.tr("Stoppen"), self._window, self._rest)
        self._waiting.run(job, done, lambda error: self._failed(error, failing))

    def _rest(self) -> None:
        self._waiting = None

    def _failed(self, error: BaseException, title: str) -> None:
        """Say why a file cannot be read or made; nothing was changed."""
        match error:
            case Rejected():
                tell(self._window, title, self._session.words.error(error))
            case OSError():
                tell(self._window, title, self.tr("Het bestand kan niet worden geopend. Staat het er nog?"))
            case _:
                raise error


class _Waiting:
    """One job in a worker, and the window that can stop it."""

    def __init__(self, doing: str, stop: str, window: QWidget, ended: Callable[[], None]) -> None:
        self._window, self._ended = window, ended
        self._dialog = QProgressDialog(doing, stop, 0, 0, window)
        self._dialog.setObjectName("progress")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_PATIENCE)
        self._dialog.setAutoReset(False)
        self._dialog.setValue(0)  # from now on the patience counts
        self._dialog.canceled.connect(self.stop)
        self._drop: Callable[[], None] | None = None

    def run(self, job: Callable[[], _T], done: Callable[[_T], None], failed: Callable[[BaseException], None]) -> None:
        """Start; one of the two is called when the job is over, unless it was stopped or the window is gone."""
        background = Background[_T](
            lambda answer: self._over(lambda: done(answer)), lambda error: self._over(lambda: failed(error))
        )
        self._drop = background.drop
        background.run(job)

    def stop(self) -> None:
        """Let go of the job: nothing comes of it."""
        if self._drop is not None:
            self._drop()
        self._over(lambda: None)

    def _over(self, then: Callable[[], None]) -> None:
        if not isValid(self._window):
            return
        self._dialog.canceled.disconnect(self.stop)
        self._dialog.close()
        self._dialog.deleteLater()
        self._ended()
        if self._window.isVisible():
            then()
