"""Documents and their versions: kept once, never changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, Text, bindparam, insert, select, update

from sholu.archive.address_key import address_key, document_id
from sholu.archive.keepable import UNKEEPABLE
from sholu.archive.pages import keep_page
from sholu.archive.schema import address, document, version
from sholu.language import identify
from sholu.model import Collected, Document, DocumentError, Fate, Kept, Outlet, Version
from sholu.world import World

# Under this many characters two articles may well have one text, such as "No comment."
_TELLING = 200
_SAID = ("text", "title", "id", "url", "outlet", "country", "lang", "published")
# PostgreSQL looks nothing up by a key of more than 2,700 bytes.
_LONGEST_ID = 600

_BY_ADDRESS = select(address.c.key, address.c.document_id).where(
    address.c.key.in_(bindparam("keys", expanding=True))
)
_BY_CONTENT = (
    select(version.c.document_id)
    .where(version.c.sha256 == bindparam("sha256"))
    .order_by(version.c.seq)
    .limit(1)
)
_OF_TEXT = _BY_CONTENT.where(version.c.outlet.is_not_distinct_from(bindparam("outlet", type_=Text)))
_OF_CURRENT_TEXT = _BY_CONTENT.join(
    document,
    (document.c.id == version.c.document_id) & (document.c.current == version.c.number),
).where(version.c.outlet_id == bindparam("outlet"))
_VERSIONS = (
    select(version.c.number, version.c.sha256, version.c.title)
    .where(version.c.document_id == bindparam("id"))
    .order_by(version.c.number)
)
_TAKEN = select(document.c.id).where(document.c.id.in_(bindparam("ids", expanding=True)))
_NEW_DOCUMENT = insert(document)
_NEW_ADDRESS = insert(address)
_NEW_VERSION = insert(version).returning(version.c.seq)
_SET_CURRENT = (
    update(document).where(document.c.id == bindparam("which")).values(current=bindparam("number"))
)


class Row(NamedTuple):
    """A version just written: its number among all, and what makes it findable."""

    seq: int
    words: str
    lang: str


def keep_version(
    connection: Connection,
    found: Collected,
    *,
    at: str,
    world: World,
    source_id: str | None = None,
    attempt_id: int | None = None,
) -> tuple[Kept, Row | None]:
    """Keep a document unless it is known; gives what became of it, and the row of a new version.

    It is known by any of its addresses, or by its whole text at the same outlet. Another text or
    title under a known address is a new version. Raises `DocumentError` where a document without
    an address has the id of another text, and where it holds what no database keeps.
    """
    given = found.document
    _refuse_unkeepable(found)
    outlet = world.outlet(given.outlet or "") or world.outlet(given.url or "")
    met = _met(found)
    known = _known(connection, met)
    id = next(iter(known.values()), None)
    if id is None:
        id = _by_content(connection, given, outlet, met)
    had = () if id is None else _versions(connection, id)
    if id is not None and (number := _number_of(found, had)):
        _note_addresses(connection, id, met, known)
        return Kept(id=id, number=number, fate="known"), None
    number = len(had) + 1
    if id is None:
        id = _free_id(connection, found, met)
        connection.execute(_NEW_DOCUMENT, {"id": id, "current": number, "first_kept": at})
    else:
        connection.execute(_SET_CURRENT, {"which": id, "number": number})
    row = _row(found, outlet) | {
        "document_id": id,
        "number": number,
        "source_id": source_id,
        "attempt_id": attempt_id,
        "page_sha256": keep_page(connection, found.page) if found.page else None,
        "kept": at,
    }
    seq = connection.execute(_NEW_VERSION, row).scalar_one()
    _note_addresses(connection, id, met, known)
    fate: Fate = "changed" if had else "new"
    return Kept(id=id, number=number, fate=fate), Row(seq, words_of(row), row["told_lang"])


def words_of(row: Mapping[str, Any] | RowMapping) -> str:
    """What a row of `version` is found by: its title and its text."""
    return f"{row['title'] or ''}\n{row['text']}"


def versions_of(connection: Connection, id: str) -> tuple[Version, ...]:
    """Every version of a document, the first one first; empty where there is none."""
    rows = select(version).where(version.c.document_id == id).order_by(version.c.number)
    return tuple(as_version(row) for row in connection.execute(rows).mappings())


def id_of(connection: Connection, given: str) -> str | None:
    """The document that was met under an address; null where none was."""
    return next(iter(_known(connection, {address_key(given): given}).values()), None)


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


def _refuse_unkeepable(found: Collected) -> None:
    """Half a character and NUL can be written down by no database."""
    given = found.document
    where = given.source or given.id
    said = {name: getattr(given, name) or "" for name in _SAID}
    said["address"] = "".join(found.addresses)
    for name, words in said.items():
        if (bad := UNKEEPABLE.search(words)) is not None:
            what = "a NUL" if bad[0] == "\0" else "half a character (a lone surrogate)"
            raise DocumentError(where, f"its {name} holds {what}, which no archive keeps")
    if len(given.id) > _LONGEST_ID:
        raise DocumentError(where[:80], f"its id is longer than {_LONGEST_ID} characters")


def _met(found: Collected) -> dict[str, str]:
    """The addresses that tell which article it is, by their keys.

    The bare host, which careless pages name as their canonical address, tells only where there is
    nothing else.
    """
    given = [one for one in (*found.addresses, found.document.url or "") if one.strip()]
    keys: dict[str, str] = {}
    for one in given:
        keys.setdefault(address_key(one), one)
    telling = {key: one for key, one in keys.items() if "/" in key or "?" in key}
    return telling or keys


def _known(connection: Connection, met: Mapping[str, str]) -> dict[str, str]:
    """The documents known by some of the addresses, in the order of these."""
    if not met:
        return {}
    found = connection.execute(_BY_ADDRESS, {"keys": list(met)})
    known = {row.key: str(row.document_id) for row in found}
    return {key: known[key] for key in met if key in known}


def _by_content(
    connection: Connection, given: Document, outlet: Outlet | None, met: Mapping[str, str]
) -> str | None:
    """A document of the same outlet with the same whole text.

    One that has an address of its own is the same only as others stand now, and where the text is
    long enough to be nobody else's.
    """
    if not met:
        asked = {"sha256": given.sha256, "outlet": given.outlet}
        return connection.execute(_OF_TEXT, asked).scalar()
    if outlet is None or len(given.text) < _TELLING:
        return None
    asked = {"sha256": given.sha256, "outlet": outlet.id}
    return connection.execute(_OF_CURRENT_TEXT, asked).scalar()


def _versions(connection: Connection, id: str) -> Sequence[tuple[int, str, str | None]]:
    """Number, hash and title of each version, in order."""
    found = connection.execute(_VERSIONS, {"id": id})
    return [(row.number, row.sha256, row.title) for row in found]


def _number_of(found: Collected, had: Sequence[tuple[int, str, str | None]]) -> int | None:
    """The version that says the same already; null where what was brought is another one.

    A file may tell of the past, so that any version will do. A page shows what is printed now: only
    the last text will do, under any title that it has had, because one article may stand under
    several addresses with a title for each.
    """
    given = found.document
    alike = [
        number
        for number, sha256, title in had
        if sha256 == given.sha256 and given.title in (None, title)
    ]
    if not alike or (found.origin != "file" and had[-1][1] != given.sha256):
        return None
    return alike[-1]


def _row(found: Collected, outlet: Outlet | None) -> dict[str, Any]:
    given = found.document
    return {
        "sha256": given.sha256,
        "text": given.text,
        "title": given.title,
        "url": given.url,
        "outlet": given.outlet,
        "outlet_id": outlet.id if outlet else None,
        "country": given.country or (outlet.country if outlet else None),
        "lang": given.lang,
        "told_lang": identify(given.text, hint=given.lang),
        "published": given.published,
        "day": given.day,
        "origin": found.origin,
    }


def _free_id(connection: Connection, found: Collected, met: Mapping[str, str]) -> str:
    """The id that a file gives, or one made of the address, as for whatever has one."""
    own, of_address = [found.document.id], [document_id(key) for key in list(met)[:1]]
    wanted = own + of_address if found.origin == "file" else of_address or own
    taken = set(connection.execute(_TAKEN, {"ids": wanted}).scalars())
    for id in wanted:
        if id not in taken:
            return id
    raise DocumentError(
        found.document.source or own[0],
        f"has the id {own[0]!r} of another text in the archive: give it an address or another id",
    )


def _note_addresses(
    connection: Connection, id: str, met: Mapping[str, str], known: Mapping[str, str]
) -> None:
    """Know the document by these from now on; an address stays with the first one it led to."""
    new = [
        {"key": key, "document_id": id, "address": one}
        for key, one in met.items()
        if key not in known
    ]
    if new:
        connection.execute(_NEW_ADDRESS, new)
