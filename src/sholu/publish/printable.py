"""Which code points a page can hold."""

import re

_SURROGATES = re.compile("[\ud800-\udfff]")

# XML 1.0, section 2.2: everything but these may stand in a document.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def has_surrogates(text: str) -> bool:
    """Whether a surrogate stands alone in the text (a Python string never holds pairs)."""
    return _SURROGATES.search(text) is not None


def printable(text: str) -> str:
    """The text with each code point that XML cannot hold as U+FFFD; its length is unchanged."""
    return _UNPRINTABLE.sub("\ufffd", text)
