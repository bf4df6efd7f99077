"""Where what is said begins behind its verb."""

from sholu.read.initial.comma import behind_comma
from sholu.read.initial.marked import behind_mark
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.unmarked import behind_verb


def content_start(scan: Scan, hit: Hit) -> int | None:
    """The token what is said begins with, behind the verb; nothing where nothing follows."""
    if scan.lexicon.commas:
        return behind_comma(scan, hit)
    if scan.lexicon.prepositional:
        return behind_mark(scan, hit)
    return behind_verb(scan, hit)
