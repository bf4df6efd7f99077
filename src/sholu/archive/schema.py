"""The tables of an archive, one schema for SQLite and PostgreSQL.

Moments are text, ISO 8601 in UTC to the second, so that they sort and compare alike on both
databases; days are "YYYY-MM-DD". Rows of `version`, `page`, `attempt` and `address` never change
once written.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

NEWEST = "0001"
"""The migration that makes this schema; an archive of an older one is brought up to it."""

metadata = MetaData()

# SQLite counts rows itself only where the type says exactly INTEGER.
_Number = BigInteger().with_variant(Integer(), "sqlite")

source = Table(
    "source",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("kind", Text),
    Column("outlet", Text),
    Column("country", Text),
    Column("lang", Text),
    Column("zone", Text),
    Column("every", Integer, nullable=False),
    Column("added", Text, nullable=False),
    Column("dropped", Text),
    Column("due", Text, nullable=False),
    Column("failures", Integer, nullable=False, default=0),
    Column("tried", Text),
    Column("succeeded", Text),
    Column("brought", Text),
    Column("outcome", Text),
    Column("reason", Text),
    Column("etag", Text),
    Column("last_modified", Text),
)
"""What is watched, and how it is. `brought`: when it last named something new."""

attempt = Table(
    "attempt",
    metadata,
    Column("id", _Number, primary_key=True),
    Column("source_id", Text, ForeignKey("source.id")),
    Column("address", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("reason", Text),
    Column("status", Integer),
    Column("final", Text),
    Column("size", BigInteger, nullable=False),
    Column("wait", Integer),
    Index("attempt_at", "at"),
    Index("attempt_source", "source_id", "at"),
)
"""Every try to fetch something."""

page = Table(
    "page",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("media_type", Text),
    Column("charset", Text),
    Column("size", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What a server sent, compressed with zlib; `sha256` and `size` are of the bytes sent."""

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("current", Integer, nullable=False),
    Column("first_kept", Text, nullable=False),
)
"""An article through all its versions; `current` is the number of the last one."""

version = Table(
    "version",
    metadata,
    Column("seq", _Number, primary_key=True),
    Column("document_id", Text, ForeignKey("document.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("outlet_id", Text),
    Column("country", Text),
    Column("lang", Text),
    Column("told_lang", Text, nullable=False),
    Column("published", Text),
    Column("day", Text),
    Column("origin", Text, nullable=False),
    Column("source_id", Text, ForeignKey("source.id")),
    Column("attempt_id", _Number, ForeignKey("attempt.id")),
    Column("page_sha256", Text, ForeignKey("page.sha256")),
    Column("kept", Text, nullable=False),
    UniqueConstraint("document_id", "number"),
    Index("version_sha256", "sha256"),
    Index("version_day", "day"),
    Index("version_outlet", "outlet_id", "day"),
    Index("version_source", "source_id", "number", "kept"),
)
"""The text of a document as it stood when it was kept. `lang` is as stated, `told_lang` as told
from the text; `origin` is page, feed or file."""

address = Table(
    "address",
    metadata,
    Column("key", Text, primary_key=True),
    Column("document_id", Text, ForeignKey("document.id"), nullable=False),
    Column("address", Text, nullable=False),
    Index("address_document", "document_id"),
)
"""Addresses under which a document was found, by what is the same in all spellings."""

task = Table(
    "task",
    metadata,
    Column("key", Text, primary_key=True),
    Column("host", Text, nullable=False),
    Column("source_id", Text, ForeignKey("source.id")),
    Column("link", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("tries", Integer, nullable=False, default=0),
    Column("visits", Integer, nullable=False, default=0),
    Column("added", Text, nullable=False),
    Column("outcome", Text),
    Column("reason", Text),
    Index("task_due", "state", "due"),
    Index("task_source", "source_id", "state"),
)
"""Articles that sources named: waiting, done or quarantined. `link` is JSON."""

reading = Table(
    "reading",
    metadata,
    Column("seq", _Number, ForeignKey("version.seq"), primary_key=True),
    Column("reader", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""What was read in a version, as JSON compressed with zlib, and which reader read it."""

heard = Table(
    "heard",
    metadata,
    Column("voice_id", Text, primary_key=True),
    Column("seq", _Number, ForeignKey("version.seq"), primary_key=True),
    Column("name", Text, nullable=False),
    Index("heard_seq", "seq"),
)
"""Voices that a version lets speak."""

word = Table(
    "word",
    metadata,
    Column("word", Text, primary_key=True),
)
"""Every word of every text in small letters, to find words by their middle."""
