"""The terms of an open document as a window recognises them, kept in step with its concepts.

Reading the dictionary takes half a second, so that happens in a worker, when the first text is shown that may hold a
term; until then nothing is recognised. Without concepts nothing happens at all.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Node
from gvkaart.domain.graph import Graph
from gvkaart.ui.background import Background

if TYPE_CHECKING:
    from gvkaart.analysis.terms import Recogniser, TermSpan

_log = logging.getLogger(__name__)


class KnownTerms(QObject):
    """Recognises the terms of all concepts of a document, whichever map they stand on."""

    changed = Signal()
    """Other terms are recognised than before, or none any more."""

    def __init__(self, graph: Callable[[], Graph]) -> None:
        """Recognise the terms of the document that `graph` returns, from the first time that somebody asks.

        It has no parent: an answer that is under way must still find it.
        """
        super().__init__()
        self._graph = graph
        self._recogniser: Recogniser | None = None
        self._is_current = False
        self._shown = True
        self._background: Background[Recogniser] = Background(self._arrived, self._failed)

    @property
    def shown(self) -> bool:
        """Whether terms are pointed out in texts."""
        return self._shown

    @property
    def busy(self) -> bool:
        """Whether newer terms are on their way."""
        return self._background.busy

    def show(self, shown: bool) -> None:
        """Point out terms in texts, or leave texts alone."""
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def spans(self, text: str) -> "tuple[TermSpan, ...]":
        """Return where terms stand in a text, as far as they are known yet."""
        if not self._is_current:
            self._look_up()
        return self._recogniser.spans(text) if self._recogniser is not None else ()

    def follow(self, changes: ChangeSet) -> None:
        """Take note of a change of the document."""
        if any(isinstance(change.entity, Node) and change.entity.kind == "concept" for change in changes):
            self._is_current = False
            self.changed.emit()

    def close(self) -> None:
        """Look nothing up any more."""
        self._background.close()

    def _look_up(self) -> None:
        """Make a recogniser in a worker, unless there is nothing to recognise."""
        self._is_current = True
        concepts = tuple(node for node in self._graph().nodes.values() if node.kind == "concept")
        if not concepts and self._recogniser is None:
            return

        def make() -> "Recogniser":
            from gvkaart.analysis.terms import entry_of, lexicon, recogniser_of

            lexicon.load()
            return recogniser_of(tuple(map(entry_of, concepts)))

        self._background.run(make)

    def _arrived(self, recogniser: "Recogniser") -> None:
        if recogniser is not self._recogniser:
            self._recogniser = recogniser
            self.changed.emit()

    def _failed(self, error: BaseException) -> None:
        """Texts can be read without underlines; say in the log what went wrong."""
        _log.error("terms could not be recognised: %s", type(error).__name__)
