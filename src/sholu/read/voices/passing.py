"""Names that nothing but a style, an age or their place shows to be people's.

No page brings them on, but a pronoun right behind them may mean them: "Ms Orn, who …", "Rita Orn,
42, …".
"""

import re
from dataclasses import dataclass

from sholu.read.page import WORD, Token
from sholu.read.voices.people import determiners, gendered_words, prepositions, sort_of
from sholu.read.voices.printed import Printed

# "42", "42-year-old", «42-летний».
_AGE = re.compile(r"[1-9]\d?\d?(?:-[^\W\d]\S*)?")
# How many words may stand between a name's comma and an age: "Rita Orn, a 42-year-old".
_BEFORE_AGE = 2
# Sorts of nouns that stand in the names of bodies.
_BODIES = ("institutions", "media", "documents")
# Words no longer than this are small even where a heading has a capital in every word.
_SMALL = 3


@dataclass(frozen=True, slots=True)
class Passing:
    """Asked of one page's runs of capital words."""

    printed: Printed

    def name_from(self, tokens: list[Token], first: int, end: int) -> int | None:
        """Where in a run of capital words a person's name begins; null where nothing shows one."""
        if self.printed.is_known(tokens[first].start, tokens[end - 1].end):
            return None
        begin = first
        while begin < end - 1 and self._is_style(tokens[begin]):
            begin += 1
        styled = begin > first or (first > 0 and self._is_style(tokens[first - 1]))
        if styled or self.printed.style_behind(tokens, end):
            return begin
        if end - first < 2 or self._names_no_person(tokens, first, end):
            return None
        return first if _age_beside(tokens, first, end) or self._opens(tokens, first, end) else None

    def _names_no_person(self, tokens: list[Token], first: int, end: int) -> bool:
        """Whether an article or the noun of a body stands in a name, or all words are capital."""
        pack = self.printed.page.pack
        run = tokens[first:end]
        if run[0].low in determiners(pack):
            return True
        if any(sort_of(token.low, pack) in _BODIES for token in run):
            return True
        words = [token for token in tokens if token.kind == WORD and len(token.text) > _SMALL]
        return len(words) > end - first and all(token.capital for token in words)

    def _opens(self, tokens: list[Token], first: int, end: int) -> bool:
        """Whether the name is what its sentence begins with, and a clause about it follows.

        Where all that belongs to a noun stands before it, many a name comes before the subject.
        """
        pack = self.printed.page.pack
        if pack.order == "final" or end >= len(tokens) or tokens[first].text.isupper():
            return False
        if first == 0 and not self.printed.is_inner(tokens[0]):
            return False
        leads_away = prepositions(pack) | {","}
        if any(token.low in leads_away for token in tokens[:first]):
            return False
        return tokens[end].kind == WORD or tokens[end].text == ","

    def _is_style(self, token: Token) -> bool:
        pack = self.printed.page.pack
        return token.low.rstrip(".") in gendered_words(pack) or self.printed.is_title(token.text)


def _age_beside(tokens: list[Token], first: int, end: int) -> bool:
    if end < len(tokens) and tokens[end].text == ",":
        behind = tokens[end + 1 : end + 1 + _BEFORE_AGE]
        if any(_AGE.fullmatch(token.text) for token in behind):
            return True
    return any("-" in token.text and _AGE.fullmatch(token.text) for token in tokens[:first][-3:])
