"""What was read in the versions kept, so that nothing is read twice and voices can be looked up."""

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, delete, insert, select

from sholu.archive.documents import as_version
from sholu.archive.schema import heard, reading, version
from sholu.model import Reading, Version


def keep_reading(connection: Connection, seq: int, made: Reading, *, reader: str) -> None:
    """Keep what a reader read in a version, in place of what an older one did."""
    for old in (heard, reading):
        connection.execute(delete(old).where(old.c.seq == seq))
    body = zlib.compress(msgspec.json.encode(made))
    connection.execute(insert(reading).values(seq=seq, reader=reader, body=body))
    voices = {said.voice.id: said.voice.name for said in made.statements if said.voice}
    for id, name in sorted(voices.items()):
        connection.execute(insert(heard).values(voice_id=id, seq=seq, name=name))


def reading_of(connection: Connection, seq: int, *, reader: str) -> Reading | None:
    """What this reader read in a version; null where it has not."""
    kept = select(reading.c.body).where(reading.c.seq == seq, reading.c.reader == reader)
    body = connection.execute(kept).scalar()
    return msgspec.json.decode(zlib.decompress(body), type=Reading) if body is not None else None


def unread(connection: Connection, *, reader: str, limit: int) -> Iterator[tuple[int, Version]]:
    """Versions that this reader has not read, with their rows, in the order they were kept."""
    rows = (
        select(version)
        .outerjoin(reading, (reading.c.seq == version.c.seq) & (reading.c.reader == reader))
        .where(reading.c.seq.is_(None))
        .order_by(version.c.seq)
        .limit(limit)
    )
    for row in connection.execute(rows).mappings().all():
        yield row["seq"], as_version(row)
