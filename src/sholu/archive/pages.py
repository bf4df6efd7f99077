"""Raw pages, kept once by their content."""

import hashlib
import zlib

from sqlalchemy import Connection, insert, select

from sholu.archive.schema import page
from sholu.model import RawPage


def keep_page(connection: Connection, raw: RawPage) -> str:
    """Keep what a server sent; gives its hash."""
    sha256 = hashlib.sha256(raw.body).hexdigest()
    if connection.execute(select(page.c.sha256).where(page.c.sha256 == sha256)).scalar() is None:
        row = {
            "sha256": sha256,
            "media_type": raw.media_type,
            "charset": raw.charset,
            "size": len(raw.body),
            "body": zlib.compress(raw.body),
        }
        connection.execute(insert(page).values(row))
    return sha256


def page_of(connection: Connection, sha256: str) -> RawPage | None:
    """The raw page of this hash; null where there is none."""
    row = connection.execute(select(page).where(page.c.sha256 == sha256)).mappings().first()
    if row is None:
        return None
    return RawPage(
        body=zlib.decompress(row["body"]), media_type=row["media_type"], charset=row["charset"]
    )
