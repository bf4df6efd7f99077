"""Where everything collected is kept: SQLite by default, PostgreSQL for a team."""

from sholu.archive.address_key import address_key
from sholu.archive.archive import Archive, Transaction, View, open_archive
from sholu.archive.export import export
from sholu.archive.moment import moment, parsed
from sholu.archive.moving import restore
from sholu.archive.queue import Task
from sholu.archive.snippet import snippet
from sholu.archive.sources import Due

__all__ = [
    "Archive",
    "Due",
    "Task",
    "Transaction",
    "View",
    "address_key",
    "export",
    "moment",
    "open_archive",
    "parsed",
    "restore",
    "snippet",
]
