"""A saved web page: the article on it becomes the text."""

from collections.abc import Iterator
from io import BufferedReader

from sholu.collect.files.encoding import read_whole
from sholu.collect.files.input import Input, Record
from sholu.collect.web.page import article, decode_page
from sholu.model import Skipped


def read(given: Input, stream: BufferedReader) -> Iterator[Record | Skipped]:
    """The one document of a page."""
    data = read_whole(stream, given.name)
    fields = article(decode_page(data, given.name), given.name)
    yield Record(fields=fields, place=given.name)
