"""A document that is open, in one window or in several: what happens in one is told to all."""

from PySide6.QtCore import QObject, Signal

from gvkaart.store import Document


class Opened(QObject):
    """One open document."""

    changed = Signal(object)
    """The document changed; carries the `ChangeSet`. Sent once for every action, undo and redo, from any window."""
    saved_changed = Signal()
    """The document was published, or has changes since."""
    leaving = Signal()
    """What is still being typed in any window must be handed in now: undo, saving or closing follows."""

    def __init__(self, document: Document) -> None:
        """Begin without windows."""
        super().__init__()
        self.document = document
        self.shown_steps: set[int] = set()
        """Numbers of the actions that the program did itself, to show how something goes: they are nobody's work."""
        self.windows = 0
        """How many windows look at the document; the last one takes leave of it."""
