"""Addresses of articles in a file that names them without their text, to be collected."""

from collections.abc import Iterator
from pathlib import Path

from sholu.collect.files import json_file, json_lines
from sholu.collect.files.exports import address_of, lang_of, published_of, understood, why_no_text
from sholu.collect.files.input import Input, Record
from sholu.model import DocumentError, Skipped
from sholu.model.source import Link

_KINDS = {".jsonl": json_lines.read, ".ndjson": json_lines.read, ".json": json_file.read}


def links(path: str | Path) -> Iterator[Link | Skipped]:
    """The articles that a JSON or JSON Lines file names and does not carry, in its order.

    A row with a text of its own is passed over; one with neither text nor address is skipped.
    """
    from sholu.collect.web.addresses import absolute

    path = Path(path)
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        yield Skipped(source=str(path), reason=f"is no list of links: {', '.join(_KINDS)} are")
        return
    given = Input(name=str(path), stem=path.stem, relative=path.name)
    try:
        with path.open("rb") as stream:
            for found in kind(given, stream):
                if isinstance(found, Skipped):
                    yield found
                elif why_no_text(found.fields):
                    address = absolute(address_of(found.fields))
                    yield _link(found, address) if address else _nameless(found)
                elif not understood(found.fields).get("text"):
                    yield _nameless(found)
    except DocumentError as error:
        yield Skipped(source=error.source, reason=error.reason)
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        yield Skipped(source=str(path), reason=f"cannot be read ({why})")


def _link(record: Record, address: str) -> Link:
    from sholu.collect.web.listing import mark

    title = record.fields.get("title")
    published = published_of(record.fields)
    return Link(
        address=address,
        mark=mark(title, published),
        title=title.strip() or None if isinstance(title, str) else None,
        published=published,
        lang=lang_of(record.fields),
    )


def _nameless(record: Record) -> Skipped:
    return Skipped(source=record.place, reason="has neither a text nor the address of an article")
