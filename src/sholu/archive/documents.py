"""Documents and their versions: kept once, never changed."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select, update

from sholu.archive.address_key import address_key, document_id
from sholu.archive.pages import keep_page
from sholu.archive.schema import address, document, version
from sholu.language import identify
from sholu.model import Collected, Document, DocumentError, Kept, Version
from sholu.world import World

# Under this many characters two articles may well have one text, such as "No comment."
_TELLING = 200


def keep_version(
    connection: Connection,
    found: Collected,
    *,
    at: str,
    world: World,
    source_id: str | None = None,
    attempt_id: int | None = None,
) -> tuple[Kept, int]:
    """Keep a document unless it is known; gives what became of it, and its version's row.

    It is known by any of its addresses, or by its whole text at the same outlet. Another text or
    title under a known address is a new version. Raises `DocumentError` where a document without
    an address has the id of another text.
    """
    given = found.document
    if "\0" in given.text or "\0" in (given.title or ""):
        raise DocumentError(given.source or given.id, "holds a NUL, which no archive keeps")
    outlet = world.outlet(given.outlet or "") or world.outlet(given.url or "")
    outlet_id = outlet.id if outlet else None
    keys = dict.fromkeys(address_key(a) for a in (*found.addresses, given.url or "") if a)
    known = _by_address(connection, keys) or _by_content(connection, given, outlet_id, bool(keys))
    now = _current(connection, known) if known else None
    if now is not None and (now["sha256"], now["title"]) == (given.sha256, given.title):
        _note_addresses(connection, now["document_id"], keys, found)
        return Kept(id=now["document_id"], number=now["number"], fate="known"), now["seq"]
    number = now["number"] + 1 if now is not None else 1
    own_id = now["document_id"] if now is not None else _free_id(connection, found, keys)
    if now is None:
        connection.execute(insert(document).values(id=own_id, current=1, first_kept=at))
    else:
        connection.execute(update(document).where(document.c.id == own_id).values(current=number))
    row = {
        "document_id": own_id,
        "number": number,
        **_as_given(given),
        "outlet_id": outlet_id,
        "country": given.country or (outlet.country if outlet else None),
        "told_lang": identify(given.text, hint=given.lang),
        "origin": found.origin,
        "source_id": source_id,
        "attempt_id": attempt_id,
        "page_sha256": keep_page(connection, found.page) if found.page else None,
        "kept": at,
    }
    seq = connection.execute(insert(version).values(row).returning(version.c.seq)).scalar_one()
    _note_addresses(connection, own_id, keys, found)
    return Kept(id=own_id, number=number, fate="changed" if now is not None else "new"), seq


def versions_of(connection: Connection, id: str) -> tuple[Version, ...]:
    """Every version of a document, the first one first; empty where there is none."""
    rows = select(version).where(version.c.document_id == id).order_by(version.c.number)
    return tuple(as_version(row) for row in connection.execute(rows).mappings())


def as_version(row: RowMapping) -> Version:
    """A row of `version` as it is handed out."""
    return Version(
        document=Document(
            id=row["document_id"],
            text=row["text"],
            title=row["title"],
            url=row["url"],
            outlet=row["outlet"],
            country=row["country"],
            lang=row["lang"],
            published=row["published"],
            source=row["url"] or row["document_id"],
        ),
        number=row["number"],
        kept=row["kept"],
        lang=row["told_lang"],
        origin=row["origin"],
        outlet=row["outlet_id"],
        source=row["source_id"],
    )


def every_version(connection: Connection, *, batch: int = 200) -> Iterator[Sequence[RowMapping]]:
    """All rows of `version` in the order they were kept, some at a time."""
    last = 0
    while True:
        rows = select(version).where(version.c.seq > last).order_by(version.c.seq).limit(batch)
        found = connection.execute(rows).mappings().all()
        if not found:
            return
        yield found
        last = found[-1]["seq"]


def _as_given(given: Document) -> dict[str, Any]:
    return {
        "sha256": given.sha256,
        "text": given.text,
        "title": given.title,
        "url": given.url,
        "outlet": given.outlet,
        "lang": given.lang,
        "published": given.published,
        "day": given.day,
    }


def _by_address(connection: Connection, keys: dict[str, None]) -> str | None:
    for key in keys:
        found = select(address.c.document_id).where(address.c.key == key)
        if (id := connection.execute(found).scalar()) is not None:
            return str(id)
    return None


def _by_content(
    connection: Connection, given: Document, outlet_id: str | None, addressed: bool
) -> str | None:
    """A document of the same outlet with the same whole text."""
    same = select(version.c.document_id).where(version.c.sha256 == given.sha256)
    if addressed:
        if outlet_id is None or len(given.text) < _TELLING:
            return None
        same = same.where(version.c.outlet_id == outlet_id)
    else:
        same = same.where(
            version.c.outlet.is_(None) if given.outlet is None else version.c.outlet == given.outlet
        )
    id = connection.execute(same.order_by(version.c.seq).limit(1)).scalar()
    return str(id) if id is not None else None


def _current(connection: Connection, id: str) -> RowMapping | None:
    columns = (
        version.c.document_id,
        version.c.number,
        version.c.sha256,
        version.c.title,
        version.c.seq,
    )
    row = (
        select(*columns)
        .join(document, document.c.id == version.c.document_id)
        .where(document.c.id == id, version.c.number == document.c.current)
    )
    return connection.execute(row).mappings().first()


def _free_id(connection: Connection, found: Collected, keys: dict[str, None]) -> str:
    """The id that a file gives, or one made of the address where that is another document's."""
    if found.origin != "file":
        return document_id(next(iter(keys)))
    id = found.document.id
    if connection.execute(select(document.c.id).where(document.c.id == id)).scalar() is None:
        return id
    if not keys:
        raise DocumentError(
            found.document.source or id,
            f"has the id {id!r} of another text in the archive: give it an address or another id",
        )
    return document_id(next(iter(keys)))


def _note_addresses(
    connection: Connection, id: str, keys: dict[str, None], found: Collected
) -> None:
    by_key = {address_key(a): a for a in (found.document.url or "", *found.addresses) if a}
    for key in keys:
        known = connection.execute(select(address.c.key).where(address.c.key == key)).scalar()
        if known is None:
            row = {"key": key, "document_id": id, "address": by_key[key]}
            connection.execute(insert(address).values(row))
