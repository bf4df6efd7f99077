"""The first schema.

Revision ID: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table and the index of words."""
    _tables()
    if op.get_bind().dialect.name == "postgresql":
        _words_on_postgresql()
    else:
        _words_on_sqlite()


def _words_on_sqlite() -> None:
    # The words come cut and in small letters: to the tokenizer "ascii" whatever is not ASCII is a
    # letter, so that it cuts at blanks alone.
    op.execute(
        "CREATE VIRTUAL TABLE terms USING fts5(surface, stems, content='', tokenize='ascii')"
    )
    op.execute("CREATE VIRTUAL TABLE word_part USING fts5(word, tokenize='trigram')")


def _words_on_postgresql() -> None:
    op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    op.execute(
        "CREATE TABLE terms (seq bigint PRIMARY KEY REFERENCES version, "
        "surface tsvector NOT NULL, stems tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX terms_surface ON terms USING gin (surface)")
    op.execute("CREATE INDEX terms_stems ON terms USING gin (stems)")
    op.execute("CREATE INDEX word_part ON word USING gin (word gin_trgm_ops)")


def _tables() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "source",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("lang", sa.Text),
        sa.Column("zone", sa.Text),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("dropped", sa.Text),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False, default=0),
        sa.Column("tried", sa.Text),
        sa.Column("succeeded", sa.Text),
        sa.Column("brought", sa.Text),
        sa.Column("outcome", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
    )

    op.create_table(
        "attempt",
        sa.Column("id", number, primary_key=True),
        sa.Column("source_id", sa.Text, sa.ForeignKey("source.id")),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("status", sa.Integer),
        sa.Column("final", sa.Text),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("wait", sa.Integer),
    )

    op.create_table(
        "page",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("media_type", sa.Text),
        sa.Column("charset", sa.Text),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )

    op.create_table(
        "document",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("current", sa.Integer, nullable=False),
        sa.Column("first_kept", sa.Text, nullable=False),
    )

    op.create_table(
        "version",
        sa.Column("seq", number, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("outlet_id", sa.Text),
        sa.Column("country", sa.Text),
        sa.Column("lang", sa.Text),
        sa.Column("told_lang", sa.Text, nullable=False),
        sa.Column("published", sa.Text),
        sa.Column("day", sa.Text),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("source_id", sa.Text, sa.ForeignKey("source.id")),
        sa.Column("attempt_id", number, sa.ForeignKey("attempt.id")),
        sa.Column("page_sha256", sa.Text, sa.ForeignKey("page.sha256")),
        sa.Column("kept", sa.Text, nullable=False),
        sa.UniqueConstraint("document_id", "number"),
    )

    op.create_table(
        "address",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("document_id", sa.Text, sa.ForeignKey("document.id"), nullable=False),
        sa.Column("address", sa.Text, nullable=False),
    )

    op.create_table(
        "task",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("source_id", sa.Text, sa.ForeignKey("source.id")),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("due", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False, default=0),
        sa.Column("visits", sa.Integer, nullable=False, default=0),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text),
        sa.Column("reason", sa.Text),
    )

    op.create_table(
        "reading",
        sa.Column("seq", number, sa.ForeignKey("version.seq"), primary_key=True),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )

    op.create_table(
        "heard",
        sa.Column("voice_id", sa.Text, primary_key=True),
        sa.Column("seq", number, sa.ForeignKey("version.seq"), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )

    op.create_table(
        "word",
        sa.Column("word", sa.Text, primary_key=True),
    )

    op.create_index("attempt_at", "attempt", ["at"])
    op.create_index("attempt_source", "attempt", ["source_id", "at"])
    op.create_index("version_sha256", "version", ["sha256"])
    op.create_index("version_day", "version", ["day"])
    op.create_index("version_outlet", "version", ["outlet_id", "day"])
    op.create_index("version_source", "version", ["source_id", "number", "kept"])
    op.create_index("address_document", "address", ["document_id"])
    op.create_index("task_due", "task", ["state", "due"])
    op.create_index("task_source", "task", ["source_id", "state"])
    op.create_index("heard_seq", "heard", ["seq"])
