"""The document on disk: schema, journal, undo, publishing; the only package with SQL."""

from gvkaart.store.backups import Backup, list_backups
from gvkaart.store.clock import Clock, now
from gvkaart.store.document import Document
from gvkaart.store.journal import Step
from gvkaart.store.location import default_data_dir
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
