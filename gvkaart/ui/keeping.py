"""Keeping the document in its file: saving, saving elsewhere, and closing without losing anything.

Every action is durable on this computer at once; what happens here brings it into the user's own file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gvkaart.domain.errors import GvkaartError
from gvkaart.store import Conflict, PublishResult
from gvkaart.ui.asking import CANCEL, Choice, ask
from gvkaart.ui.background import Background
from gvkaart.ui.session import Session
from gvkaart.ui.targets import ask_target, file_name

SUFFIX: Final = ".gvkaart"
_IDLE: Final = 30_000
"""Milliseconds without an action after which the document is saved to its file by itself."""


class Keeper(QObject):
    """Looks after the file of one document, and asks what cannot be decided without its owner."""

    kept = Signal(object)
    """The document has this file (a `Path`)."""
    said = Signal(str)
    """Something went well: a sentence for the status bar."""

    def __init__(self, session: Session, window: QWidget) -> None:
        """Follow a session; questions appear over `window`."""
        super().__init__(window)
        self._session, self._window = session, window
        self._discards = False
        self._publishing = Background[PublishResult](self._published, self._publish_failed)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE)
        self._idle.timeout.connect(self._save_quietly)
        session.changed.connect(lambda _changes: self._idle.start())

    def start(self) -> None:
        """Begin to look after the file."""
        if self._session.document.path is not None:
            self.kept.emit(self._session.document.path)

    def close(self) -> None:
        """Leave the document; its working copy stays on this computer while it holds more than the file."""
        self._idle.stop()
        self._publishing.close()
        if not self._session.is_last:
            return
        if self._discards:
            self._session.document.discard_unpublished()
        else:
            self._session.document.close()

    def state(self) -> str:
        """Say in a few words where the document stands."""
        document = self._session.document
        if document.path is None:
            return self.tr("Bewaard op deze pc, nog zonder bestand")
        if document.is_published:
            return self.tr("Opgeslagen")
        return self.tr("Bewaard op deze pc, nog niet in het bestand")

    # --- saving -------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the document's file now, asking for one when there is none yet; tell whether it was done."""
        if self._session.document.path is None:
            return self.ask_save_as()
        return self._keep(self._session.document.publish)

    def ask_save_as(self) -> bool:
        """Ask for a file and make it the document's own; tell whether it was done."""
        title = self._session.map_title or self.tr("Naamloos")
        start = self._session.document.path or Path(file_name(title) + SUFFIX)
        kind = self.tr("gvkaart-documenten") + f" (*{SUFFIX})"
        path = ask_target(self._window, self.tr("Opslaan als"), start, {kind: SUFFIX})
        return path is not None and self.save_as(path)

    def save_as(self, path: Path) -> bool:
        """Make a file the document's own and save to it; tell whether it was done."""
        done = self._keep(lambda: self._session.document.save_as(path))
        if done:
            self.kept.emit(path)
        return done

    def _keep(self, keep: Callable[[], PublishResult]) -> bool:
        self._session.hand_in()
        try:
            result = keep()
        except Conflict:
            return self._ask_conflict()
        except GvkaartError as error:
            self._session.problem.emit(self._session.words.error(error))
            return False
        finally:
            self._session.announce_saved()
        self.said.emit(self.tr("Opgeslagen in %1").replace("%1", str(result.path)))
        return True

    def _ask_conflict(self) -> bool:
        """The file was changed by somebody else: neither version may be lost."""
        chosen = ask(
            self._window,
            self.tr("Het bestand is intussen veranderd"),
            self.tr(
                "Iemand anders of een ander programma heeft dit bestand veranderd of verplaatst. "
                "Uw eigen werk staat veilig op deze pc. Sla het op onder een andere naam; "
                "dan houdt u beide versies."
            ),
            Choice("save-as", self.tr("Mijn versie opslaan als…")),
            Choice(CANCEL, self.tr("Later")),
        )
        return chosen == "save-as" and self.ask_save_as()

    def _save_quietly(self) -> None:
        document = self._session.document
        if document.path is not None and not document.is_published:
            self._publishing.run(document.publish)

    def _published(self, _result: PublishResult) -> None:
        self._session.announce_saved()

    def _publish_failed(self, error: BaseException) -> None:
        if not isinstance(error, GvkaartError):
            raise error
        self._session.problem.emit(self._session.words.error(error))

    # --- closing ------------------------------------------------------------------------------------------------------

    def may_close(self) -> bool:
        """Save what there is; without a file, or when saving fails, ask. Tell whether the window may close.

        What was typed and cannot be kept, such as an impossible date, does not go without a word either.
        """
        if (refused := self._refused()) and not self._ask_mend(refused):
            return False
        document = self._session.document
        if not self._session.is_last:
            return True
        if document.path is not None:
            return document.is_published or self.save() or self._ask_leave()
        if self._session.is_untouched:
            self._discards = True
            return True
        return self._ask_nameless()

    def _refused(self) -> list[str]:
        """Have what is being typed handed in; return what is said of what cannot be kept."""
        refused: list[str] = []
        self._session.problem.connect(refused.append)
        self._session.hand_in()
        self._session.problem.disconnect(refused.append)
        return list(dict.fromkeys(refused))

    def _ask_mend(self, refused: list[str]) -> bool:
        chosen = ask(
            self._window,
            self.tr("Wat u typte, kan zo niet worden bewaard"),
            "\n".join((*refused, self.tr("Ga terug om het te verbeteren. Sluit u toch, dan vervalt alleen dit."))),
            Choice(CANCEL, self.tr("Terug om te verbeteren")),
            Choice("leave", self.tr("Toch sluiten"), destroys=True),
        )
        return chosen == "leave"

    def _ask_nameless(self) -> bool:
        chosen = ask(
            self._window,
            self.tr("Opslaan voor u sluit?"),
            self.tr("Deze kaart heeft nog geen bestand. Als u niet opslaat, is de kaart weg."),
            Choice("save", self.tr("Opslaan…")),
            Choice("discard", self.tr("Niet opslaan"), destroys=True),
            Choice(CANCEL, self.tr("Annuleren")),
        )
        self._discards = chosen == "discard"
        return self._discards or (chosen == "save" and self.ask_save_as())

    def _ask_leave(self) -> bool:
        """Saving failed; the work is durable on this computer, so closing loses nothing."""
        chosen = ask(
            self._window,
            self.tr("Opslaan lukte niet"),
            self.tr("Uw werk staat veilig op deze pc. Bij de volgende start kunt u verdergaan waar u was."),
            Choice(CANCEL, self.tr("Terug naar de kaart")),
            Choice("leave", self.tr("Toch sluiten")),
        )
        return chosen == "leave"
