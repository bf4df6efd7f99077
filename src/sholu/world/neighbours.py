"""Mentions that the words beside them show to be something else."""

import re
from collections.abc import Callable

from sholu.world.names import Found
from sholu.world.nouns import Nouns

GivenNames = Callable[[str], frozenset[str]]

_BEFORE = re.compile(
    r"(?P<gap>^|[.!?…\n«\"“(:–—-]\s*|\s)(?P<word>[^\W\d_][^\W_'’]+)"
    r"(?:[ \u00a0-][^\W\d_]+(?:вич|вна)[а-я]{0,2})?(?P<initials>(?:[ \u00a0][^\W\d_]\.)*)[ \u00a0]$"
)
_INITIAL = re.compile(r"(?<!\w)(?P<word>[^\W\d_])\.(?:[^\W\d_]\.)?[ \u00a0]?$")
_AFTER = re.compile(r"[ \u00a0](?P<word>[^\W\d_]+)")


class Neighbours:
    """Drops mentions that are part of another name.

    A bare surname behind a given name that is not the person's is somebody else's; a region named
    by a point of the compass is none where another name follows («Батыс Қазақстан», "West Bank").

    Args:
        nouns: of the language.
        given: the first two letters of the given names of a person, by the person's id.
    """

    def __init__(self, nouns: Nouns, given: GivenNames) -> None:
        self._nouns = nouns
        self._given = given

    def keep(self, text: str, found: list[Found], *, phrase: bool = False) -> list[Found]:
        """The mentions that stand for themselves. In a phrase no first word opens a sentence."""
        ends = {mention.end for mention in found}
        return [m for m in found if not self._is_part(text, m, ends, phrase)]

    def _is_part(self, text: str, mention: Found, ends: set[int], phrase: bool) -> bool:
        """Whether the mention is part of another name."""
        if mention.length > 1:
            return False
        if mention.type == "person":
            return self._is_namesake(text, mention, ends, phrase)
        if mention.type == "region" and self._nouns.is_compass(mention.words):
            after = _AFTER.match(text, mention.end)
            if after and after["word"][0].isupper() and not self._nouns.is_title(after["word"]):
                return True
            return self._name_before(text, mention.start, ends, phrase) is not None
        return False

    def _is_namesake(self, text: str, mention: Found, ends: set[int], phrase: bool) -> bool:
        """Whether a given name or an initial before the surname is not the person's."""
        given = self._given(mention.id)
        name = self._name_before(text, mention.start, ends, phrase)
        if name is not None:
            return name[:2].lower() not in given
        initial = _INITIAL.search(text, max(0, mention.start - 6), mention.start)
        if initial is None or not initial["word"].isupper():
            return False
        return initial["word"].lower() not in {letters[0] for letters in given}

    def _name_before(self, text: str, start: int, ends: set[int], phrase: bool) -> str | None:
        """The capitalised word before, where it is no title, no known name and opens nothing."""
        before = _BEFORE.search(text, max(0, start - 50), start)
        if before is None or not before["word"][0].isupper():
            return None
        word = before["word"]
        if before.end("word") in ends or self._nouns.is_title(word):
            return None
        opens = before["gap"].strip() or before.start("word") == 0 or "\n" in before["gap"]
        if opens and not phrase and self._nouns.opens(word):
            return None
        return word
