"""A bare surname is that of the person known by it only where no other name stands before it."""

import re

from sholu.world.names import Found
from sholu.world.nouns import Nouns

_BEFORE = re.compile(r"(?P<gap>^|[.!?…\n«\"“(:–—-]\s*|\s)(?P<word>[^\W\d_][^\W_'’]+)[ \u00a0]$")


def drop_strangers(text: str, found: list[Found], nouns: Nouns) -> list[Found]:
    """The mentions without those of a surname behind a given name that is not the person's."""
    ends = {mention.end for mention in found}
    return [
        mention
        for mention in found
        if mention.type != "person"
        or mention.length > 1
        or not _behind_a_name(text, mention.start, ends, nouns)
    ]


def _behind_a_name(text: str, start: int, ends: set[int], nouns: Nouns) -> bool:
    """Whether a capitalised word that is no title, no known name and opens no sentence precedes."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or not before["word"][0].isupper():
        return False
    opens = before["gap"].strip() or before.start("word") == 0 or "\n" in before["gap"]
    return not (opens or before.end("word") in ends or nouns.is_title(before["word"]))
