"""Actions on findings."""

from datetime import UTC, datetime

from gvkaart.domain import edits
from gvkaart.domain.entities import SetAsideKey
from gvkaart.domain.operations import Op
from gvkaart.ui.session import Session


def set_aside(session: Session, fingerprint: SetAsideKey, title: str, reason: str) -> bool:
    """Put a finding aside with a reason; `title` names it in the undo list."""
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    return session.attempt(Op.SET_ASIDE, lambda: edits.set_aside(session.graph, fingerprint, reason, date=today), title)


def bring_back(session: Session, fingerprint: SetAsideKey, title: str) -> bool:
    """Show a finding again that was set aside."""
    return session.attempt(Op.BRING_BACK, lambda: edits.bring_back(session.graph, fingerprint), title)
