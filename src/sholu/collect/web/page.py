"""A web page: its markup as text, and the article on it without menus and advertisements."""

import codecs
import re
from collections.abc import Mapping
from typing import Any

from sholu.collect.files.encoding import decode
from sholu.model import DocumentError

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_LANG = re.compile(r"""<html[^>]*?\slang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.IGNORECASE)
_HEAD = 4096

# The library's own settings look at today's date and guess dates from the running text.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


def decode_page(data: bytes, place: str, charset: str | None = None) -> str:
    """The markup as text, by the character set the server (`charset`) or the page declares."""
    found = _CHARSET.search(data[:_HEAD])
    name = charset or (found[1].decode("ascii") if found else None)
    if name is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, place)
    try:
        codec = codecs.lookup(name).name
        return decode(data, place) if codec in ("utf-8", "utf-16") else data.decode(codec)
    except (LookupError, UnicodeDecodeError):
        return decode(data, place)


def article(markup: str, place: str, url: str | None = None) -> Mapping[str, object]:
    """The fields of the article on a page; `DocumentError` where there is none.

    Extraction is trafilatura's (Barbaresi 2021).
    """
    import trafilatura  # heavy, and needed for pages alone

    if not markup.strip():
        raise DocumentError(place, "has no text")
    found: Any = trafilatura.bare_extraction(
        markup,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=_DATES,
    )
    if found is None or not (found.text or "").strip():
        raise DocumentError(place, "has no article that could be found in the page")
    declared = _LANG.search(markup[:_HEAD])
    return {
        "text": found.text,
        "title": found.title,
        "published": found.date,
        "url": found.url or url,
        "outlet": found.sitename,
        "lang": declared[1] if declared else None,
    }
