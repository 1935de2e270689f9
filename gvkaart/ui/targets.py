"""Asking where to write a file: in the user's own folder, with a name that is one, and never over another unasked."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QWidget

from gvkaart.ui.asking import CANCEL, Choice, ask

_UNFIT: Final = re.compile(r"[^\w\-(). ]+")
_LONGEST: Final = 80


def file_name(title: str) -> str:
    """Make a name for a file of a title: nothing in it can be taken for a folder, a drive or another computer."""
    return _UNFIT.sub("-", title).strip(" .-")[:_LONGEST].rstrip(" .-") or "kaart"


def ask_target(parent: QWidget, question: str, start: Path, kinds: Mapping[str, str]) -> Path | None:
    """Ask where to write.

    Args:
        parent: the window.
        question: the title of the dialog.
        start: what to propose; a bare name is proposed in the folder for documents, or at home where there is none.
        kinds: the suffix by each kind of file that may be chosen, as Qt writes kinds: ``Text (*.txt)``.

    Returns:
        The chosen path, with its suffix; None to write nothing.
    """
    from PySide6.QtWidgets import QFileDialog

    if not start.is_absolute():
        documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        start = (documents if documents.is_dir() else Path.home()) / start
    chosen, kind = QFileDialog.getSaveFileName(parent, question, str(start), ";;".join(kinds))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in kinds.values():
        return path
    completed = path.with_name(path.name + kinds.get(kind, next(iter(kinds.values()))))
    return completed if not completed.exists() or _may_replace(parent, completed) else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    """Ask what the dialog could not: it looked at the name without the suffix."""
    chosen = ask(
        parent,
        QCoreApplication.translate("targets", "%1 bestaat al").replace("%1", path.name),
        QCoreApplication.translate("targets", "Wilt u dit bestand vervangen?"),
        Choice(CANCEL, QCoreApplication.translate("targets", "Niet vervangen")),
        Choice("replace", QCoreApplication.translate("targets", "Vervangen"), destroys=True),
    )
    return chosen == "replace"
