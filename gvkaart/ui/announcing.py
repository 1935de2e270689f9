"""What a screen reader says by itself after a command: one short sentence for each action, and none for anything else.

Where the keyboard is, and what is selected there, assistive technology tells of its own accord.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.operations import Op
from gvkaart.store import Step
from gvkaart.ui.history.naming import operation_words
from gvkaart.ui.session import Session


def announce(about: QObject, sentence: str) -> None:
    """Have a sentence spoken when who speaks is at rest; nothing when nobody listens."""
    if sentence and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(about, sentence))


class Announcer(QObject):
    """Tells what was done, undone or done again in one window."""

    def __init__(self, session: Session, window: QObject) -> None:
        """Follow a session, and speak for its window."""
        super().__init__(window)
        self._session, self._window = session, window
        self._step = self._last()
        self._newest = self._step
        session.changed.connect(self._tell)

    def _last(self) -> int:
        step = self._session.document.undo_step
        return step.id if step is not None else 0

    def _tell(self, _changes: ChangeSet) -> None:
        before, self._step = self._step, self._last()
        if self._step > self._newest:
            self._newest = self._step
            sentence = self._done(self._session.document.undo_step)
        elif self._step < before:
            sentence = self.tr("Ongedaan gemaakt: %1").replace("%1", self._words(self._session.document.redo_step))
        elif self._step > before:
            sentence = self.tr("Opnieuw gedaan: %1").replace("%1", self._words(self._session.document.undo_step))
        else:
            return
        announce(self._window, sentence)

    def _done(self, step: Step | None) -> str:
        """Say what was done; removing is told by the notice that offers to undo it (`gvkaart.ui.history.notice`)."""
        return self._words(step) if step is not None and step.operation != Op.REMOVE else ""

    def _words(self, step: Step | None) -> str:
        return operation_words(step.operation, step.detail, self._session.words) if step is not None else ""
