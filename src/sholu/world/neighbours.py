"""Mentions that the words beside them show to be something else."""

import re

from sholu.world.names import Found
from sholu.world.nouns import Nouns

_BEFORE = re.compile(r"(?P<gap>^|[.!?…\n«\"“(:–—-]\s*|\s)(?P<word>[^\W\d_][^\W_'’]+)[ \u00a0]$")
_AFTER = re.compile(r"[ \u00a0](?P<word>[^\W\d_]+)")


def drop_strangers(text: str, found: list[Found], nouns: Nouns) -> list[Found]:
    """The mentions without those that are part of another name.

    A bare surname behind a given name that is not the person's is somebody else's; a region named
    by a point of the compass is none where another name follows («Батыс Қазақстан», "West Bank").
    """
    ends = {mention.end for mention in found}
    return [mention for mention in found if not _is_stranger(text, mention, ends, nouns)]


def _is_stranger(text: str, mention: Found, ends: set[int], nouns: Nouns) -> bool:
    """Whether the mention is part of another name."""
    if mention.length > 1:
        return False
    if mention.type == "person":
        return _behind_a_name(text, mention.start, ends, nouns)
    if mention.type == "region" and nouns.is_compass(mention.words):
        after = _AFTER.match(text, mention.end)
        leads = (
            after is not None and after["word"][0].isupper() and not nouns.is_title(after["word"])
        )
        return leads or _behind_a_name(text, mention.start, ends, nouns)
    return False


def _behind_a_name(text: str, start: int, ends: set[int], nouns: Nouns) -> bool:
    """Whether a capitalised word that is no title, no known name and opens no sentence precedes."""
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None or not before["word"][0].isupper():
        return False
    opens = before["gap"].strip() or before.start("word") == 0 or "\n" in before["gap"]
    return not (opens or before.end("word") in ends or nouns.is_title(before["word"]))
