"""Keeps the findings in step with the map, and what stands and falls on it, in a worker: no window waits for a check.

After an edit only those checks run again that read something that differs from what was looked at last.
"""

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId
from gvkaart.ui.background import Background
from gvkaart.ui.session import Session

if TYPE_CHECKING:
    from gvkaart.analysis.argument_base import Verdict
    from gvkaart.analysis.catalogue import Catalogue
    from gvkaart.analysis.engine import Inspection
    from gvkaart.analysis.explaining import Explanation
    from gvkaart.analysis.findings import Finding
    from gvkaart.domain.derived import CaseView
    from gvkaart.words import Words

_PAUSE: Final = 30
"""Milliseconds without a change after which the checks begin, so that the window shows the change first."""

_log = logging.getLogger(__name__)


class _Outcome(NamedTuple):
    """What there is to know of a map."""

    view: "CaseView"
    findings: "tuple[Finding, ...]"
    explained: "Mapping[NodeId, Explanation]"
    verdicts: "Mapping[NodeId, Verdict]"


class Checker(QObject):
    """The findings of the map in view, as of the round that is looked at, and what stands and falls there."""

    findings_changed = Signal()
    verdicts_changed = Signal()
    looked = Signal()
    """The findings are those of the map as it is, whether they changed or not."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow a session; the first findings come a moment later."""
        super().__init__(parent)
        self._session = session
        self.findings: tuple[Finding, ...] = ()
        self.verdicts: Mapping[NodeId, Verdict] = {}
        """What the map shows of what stands and falls."""
        self.view: CaseView | None = None
        """What the findings are of; None before there was time to look at any map."""
        self._before: Inspection | None = None
        """What was looked at last, though nobody may have waited for the answer; only for the worker."""
        self._background: Background[_Outcome] = Background(self._arrived, self._failed)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._run)
        session.changed.connect(self._follow)
        session.view_changed.connect(self.start)

    @property
    def busy(self) -> bool:
        """Whether newer findings are on their way."""
        return self._soon.isActive() or self._background.busy

    def start(self) -> None:
        """Look at the map as it is in a moment; what is being found out of an earlier one no longer counts."""
        self._background.drop()
        self._soon.start()

    def _run(self) -> None:
        view, catalogue, words = self._session.view, self._session.catalogue, self._session.words
        self._background.run(lambda: self._inspected(view, catalogue, words))

    def _inspected(self, view: "CaseView", catalogue: "Catalogue", words: "Words") -> _Outcome:
        """In the worker: look at the map, and no more of it than differs; all of it again when a check failed."""
        from gvkaart.analysis.argument_base import verdicts
        from gvkaart.analysis.engine import inspect

        before, self._before = self._before, None
        self._before = seen = inspect(view, catalogue, before=before)
        return _Outcome(view, seen.findings, seen.explained, verdicts(seen.explained, view.nodes, words))

    def close(self) -> None:
        """Stop, and wait for the check under way."""
        self._soon.stop()
        self._background.close()

    def _follow(self, changes: ChangeSet) -> None:
        if not changes.moves_only:
            self.start()

    def _arrived(self, found: _Outcome) -> None:
        self.view = found.view
        if found.findings != self.findings:
            self.findings = found.findings
            self.findings_changed.emit()
        if found.verdicts != self.verdicts:
            self.verdicts = found.verdicts
            self.verdicts_changed.emit()
        self._session.explain(found.explained)
        self.looked.emit()

    def _failed(self, error: BaseException) -> None:
        """A check that fails is our mistake: say so in the log, and keep the last findings."""
        _log.error("checks failed: %s", type(error).__name__)
        self._session.problem.emit(self.tr("De signalen konden niet worden bijgewerkt. De kaart zelf is in orde."))
