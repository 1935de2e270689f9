"""The document on disk: schema, journal, undo, publishing; the only package with SQL."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from gvkaart.store.clock import Clock, now
from gvkaart.store.location import default_data_dir

if TYPE_CHECKING:
    from gvkaart.store.backups import Backup, list_backups
    from gvkaart.store.document import Document
    from gvkaart.store.journal import Step
    from gvkaart.store.publishing import Conflict, PublishResult
    from gvkaart.store.recovery import Recoverable, forget, list_recoverable, recover
    from gvkaart.store.search import Hit, SearchIndex

__all__ = [
    "Backup",
    "Clock",
    "Conflict",
    "Document",
    "Hit",
    "PublishResult",
    "Recoverable",
    "SearchIndex",
    "Step",
    "default_data_dir",
    "forget",
    "list_backups",
    "list_recoverable",
    "now",
    "recover",
]

_LATER: Final = {
    **dict.fromkeys(("Backup", "list_backups"), "backups"),
    "Document": "document",
    "Step": "journal",
    **dict.fromkeys(("Conflict", "PublishResult"), "publishing"),
    **dict.fromkeys(("Recoverable", "forget", "list_recoverable", "recover"), "recovery"),
    **dict.fromkeys(("Hit", "SearchIndex"), "search"),
}
"""What the start screen does without, with its module: imported when it is first named."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
