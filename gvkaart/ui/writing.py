"""Writing an export: whole, or not at all."""

from pathlib import Path

from gvkaart.domain.errors import EnvironmentProblem
from gvkaart.store.files import write_export
from gvkaart.ui.session import Session


def write_file(session: Session, path: Path, data: bytes) -> bool:
    """Write a file, and say in a sentence when that does not go; tell whether it was done."""
    try:
        write_export(path, data)
    except OSError as error:
        problem = EnvironmentProblem("ui.cannot_write", name=path.name, reason=error.strerror or "")
        session.problem.emit(session.words.error(problem))
        return False
    return True
