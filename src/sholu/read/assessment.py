"""Whether the words used praise, blame or warn."""

from sholu.model import Assessment, Span
from sholu.read.draft import Range
from sholu.read.page import Page


def assess(page: Page, content: Range, cue: Range | None) -> tuple[Assessment, Span] | None:
    """The assessment that the words show, with those words; null where they show none."""
    return None
