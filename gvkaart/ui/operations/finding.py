"""Actions on findings."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from itertools import chain

from gvkaart.domain import edits
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import SetAsideKey
from gvkaart.domain.operations import Op
from gvkaart.ui.session import Session


def set_aside(session: Session, fingerprints: Sequence[SetAsideKey], title: str, reason: str) -> bool:
    """Put findings aside with one reason, in one step; `title` names them in the undo list."""
    today = datetime.now(tz=UTC).astimezone().date().isoformat()

    def propose() -> ChangeSet:
        each = (edits.set_aside(session.graph, fingerprint, reason, date=today) for fingerprint in fingerprints)
        return ChangeSet(tuple(chain.from_iterable(each)))

    return session.attempt(Op.SET_ASIDE, propose, title)


def bring_back(session: Session, fingerprint: SetAsideKey, title: str, values: Collection[str] = ()) -> bool:
    """Show a finding again that was set aside; of one about several public values only some, when these are given."""
    return session.attempt(Op.BRING_BACK, lambda: edits.bring_back(session.graph, fingerprint, values), title)
