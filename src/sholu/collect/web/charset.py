"""Bytes from a server to text, whatever character set they claim to be in.

A file on disk with a wrong character set is named, because somebody can mend it; nobody can mend
what a server sends, so here the claim is checked against the bytes.
"""

import codecs
import re

from sholu.collect.files.encoding import refuse_binary
from sholu.model import DocumentError

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})["']"""
    rb"""|<meta[^>]{1,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What pages are written in; Python knows more, some of them no character sets at all.
_KNOWN = re.compile(
    r"utf-8|utf-16(-[bl]e)?|cp125[0-8]|cp(437|850|852|855|857|866|874|932|949|950)|iso8859-\d+"
    r"|koi8-[rut]|kz1048|ptcp154|mac-(cyrillic|roman|turkish)|gb2312|gbk|gb18030|big5(hkscs)?"
    r"|shift_jis|euc_(jp|kr)|iso2022_jp|tis-620|ascii"
)
# Python's name to the superset that browsers take for it (WHATWG Encoding).
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_CYRILLIC_WORD = re.compile("[\u0400-\u04ff]{2,}")
_CYRILLIC = ("cp1251", "koi8-r")
_KAZAKH = re.compile(rb"""lang\s*=\s*["']?kk\b|<language>\s*kk\b""", re.IGNORECASE)
_FEW_BROKEN = 0.05


def decode(data: bytes, place: str, charset: str | None = None) -> str:
    """The text without byte order mark; `charset` is what the server says.

    In this order: a byte order mark; UTF-8, which other texts are not by chance; the server's and
    the document's own word; UTF-8 with some broken characters, which become U+FFFD; Cyrillic;
    Western European. Raises `DocumentError` for pictures and the like.
    """
    refuse_binary(data, place)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _tidy(data.decode(codec, "replace"), place)
    names = [known for name in (charset, declared(data)) if (known := _codec(name))]
    for codec in [*(name for name in names if name.startswith("utf-16")), "utf-8", *names]:
        try:
            return _tidy(data.decode(codec), place)
        except UnicodeError:
            continue
    return _tidy(_by_its_bytes(data, names), place)


def declared(data: bytes) -> str | None:
    """The character set that the head of a page or feed names."""
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    try:
        codec = codecs.lookup(name or "").name
    except (LookupError, UnicodeError, ValueError):
        return None
    codec = _WIDER.get(codec, codec)
    return codec if _KNOWN.fullmatch(codec) else None


def _by_its_bytes(data: bytes, names: list[str]) -> str:
    text = data.decode("utf-8", "replace")
    upper = sum(byte > 0x7F for byte in data)
    if text.count("\ufffd") <= _FEW_BROKEN * upper:
        return text
    for codec in ("kz1048", *_CYRILLIC) if _KAZAKH.search(data[:_HEAD]) else _CYRILLIC:
        guess = data.decode(codec, "replace")
        words = _CYRILLIC_WORD.findall(guess)
        usual = sum(word[1:].islower() for word in words)  # koi8-r read as cp1251 is upper case
        if sum(map(len, words)) >= 0.6 * upper and usual >= 0.7 * len(words):
            return guess
    wrong = [name for name in names if name not in ("utf-8", "utf-16")]
    return data.decode(wrong[0] if wrong else "cp1252", "replace")


def _tidy(text: str, place: str) -> str:
    if text.count("\0") > len(text) // 100:
        raise DocumentError(place, "is not text (it holds NUL bytes)")
    return text.replace("\0", "").removeprefix("\ufeff")
