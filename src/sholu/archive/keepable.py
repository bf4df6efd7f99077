"""What every database can write down."""

import re
from typing import overload

UNKEEPABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, and half a character (a surrogate that stands alone)."""


@overload
def keepable(words: str) -> str: ...
@overload
def keepable(words: None) -> None: ...
def keepable(words: str | None) -> str | None:
    """What a server said, "\ufffd" for every character that cannot be written down."""
    return None if words is None else UNKEEPABLE.sub("\ufffd", words)
