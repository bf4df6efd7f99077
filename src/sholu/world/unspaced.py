"""Where known names stand in text without spaces: the longest one from where one begins."""

from collections.abc import Callable, Iterable

from sholu.language import Finder
from sholu.world.names import Found, Target

# As a name of one word could be part of a longer one, a name here never is.
_WHOLE = 2
_SHORT = 2
# Before a name it makes somebody younger of the family: 小唐纳德·特朗普.
_JUNIOR = "小"
# What a name of one character may stand behind inside a phrase: 驻美大使.
_BEFORE_SHORT = frozenset("驻前原和与、，的")
_MIDDLE_DOTS = "·・"


class UnspacedIndex:
    """Names of one language without spaces, ready to be looked for; see `NameIndex`.

    Args:
        names: every name with whom it names.
        fold: brings a text to the script of the names, as long as before (`Pack.fold`).
        heads: nouns before which alone a name of one character stands: 美 in 美外长.
        letters: characters in which foreign names are written, in which a short name is but a part.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, Target]],
        fold: Callable[[str], str],
        heads: Iterable[str] = (),
        letters: str = "",
    ) -> None:
        self._fold = fold
        self._heads = tuple(heads)
        self._letters = frozenset(letters)
        self._targets: dict[str, Target] = {}
        for name, target in names:
            key = fold(name)
            held = self._targets.get(key)
            if key and (len(key) > 1 or heads) and (held is None or target.rank < held.rank):
                self._targets[key] = target
        self._known = Finder(sorted(self._targets))

    def find(self, text: str) -> list[Found]:
        """Every name in the text, the longest from where one begins, in order."""
        folded = self._fold(text)
        found = []
        for start, end, key in self._known.find(folded):
            target = self._targets[key]
            namesake = target.type == "person" and folded[start - 1 : start] == _JUNIOR
            if namesake or not self._stands_alone(folded, start, end):
                continue
            found.append(
                Found(
                    start=start,
                    end=end,
                    id=target.id,
                    type=target.type,
                    words=text[start:end],
                    by=target.by,
                    length=_WHOLE,
                )
            )
        return found

    def forms(self, word: str) -> tuple[str, ...]:
        """The one form of a word."""
        return (self._fold(word),)

    def _stands_alone(self, text: str, start: int, end: int) -> bool:
        """Whether what is found is no part of a Latin word or of a longer foreign name."""
        before, after = text[start - 1 : start], text[end : end + 1]
        if text[start].isascii() and before.isascii() and before.isalnum():
            return False
        if text[end - 1].isascii() and after.isascii() and after.isalnum():
            return False
        if end - start == 1:
            opens = start == 0 or before in _BEFORE_SHORT
            return opens and text.startswith(self._heads, end)
        if end - start == _SHORT and before in self._letters:
            return not self._letters.issuperset(text[start:end])
        return not (before and before in _MIDDLE_DOTS) and not (after and after in _MIDDLE_DOTS)
