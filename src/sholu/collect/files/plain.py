"""Plain text and Markdown: one article a file, its text as it stands."""

import re
from collections.abc import Iterator
from io import BufferedReader

from sholu.collect.files.encoding import decode, read_whole
from sholu.collect.files.fields import is_day
from sholu.collect.files.input import Input, Record
from sholu.model import Skipped

_DATE_LINE = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\b")


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """The one document; a leading "date YYYY-MM-DD" dates it and stays in its text."""
    text = decode(read_whole(stream, given.name), given.name)
    yield Record(fields={"text": text, "published": leading_date(text)}, place=given.name)


def leading_date(text: str) -> str | None:
    """The day a text opens with, if it does and the calendar has it."""
    found = _DATE_LINE.match(text)
    return found[1] if found and is_day(found[1]) else None
