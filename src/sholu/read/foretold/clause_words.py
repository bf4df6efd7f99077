"""A sentence whose clauses are to be told apart: its marks, its joining words, its verbs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sholu.read.foretold.future_signs import Future, Sign
from sholu.read.page import PUNCTUATION, WORD, Token

_HARD = frozenset(";:()[]…")
_DASHES = frozenset("-—–―")
_NONE: frozenset[str] = frozenset()
REACH = 120
"""Words beyond which no clause is followed, so that a line without marks costs no more."""


@dataclass(slots=True)
class Bounds:
    """A clause among a sentence's tokens, half open, and the if-clause beside it."""

    first: int
    end: int
    condition: tuple[int, int] | None = None


class Sentence:
    """A segment's tokens with the signs in it, ready to be asked for clauses."""

    def __init__(self, tokens: list[Token], signs: Sequence[Sign], future: Future) -> None:
        self.tokens = tokens
        self.signs = signs
        self.size = len(tokens)
        self.words: Mapping[str, frozenset[str]] = future.words
        self.finite_ends = future.ends.get("finite", ())
        self.temporal_ends = future.ends.get("temporal", ())
        self.infinitive_ends = future.ends.get("infinitive", ("\0",))
        self.adjective_ends = future.ends.get("adjective", ())
        self.condition_ends = future.ends.get("condition", ())
        self.soft = {at for sign in signs if sign.rule.soft for at in range(sign.first, sign.end)}
        self.of_signs = {
            at: sign for sign in signs if not sign.rule.soft for at in range(sign.first, sign.end)
        }

    def is_(self, at: int, kind: str) -> bool:
        """Whether the token belongs to a class of words of the pack."""
        return 0 <= at < self.size and self.tokens[at].low in self.words.get(kind, _NONE)

    def comma(self, at: int) -> bool:
        """Whether the token is a comma."""
        return 0 <= at < self.size and self.tokens[at].text in (",", "،")

    def hard(self, at: int) -> bool:
        """Whether a mark there ends any clause; a dash does between spaces ("11–12" has none)."""
        token = self.tokens[at]
        if token.kind != PUNCTUATION:
            return False
        if token.text[0] in _HARD:
            return True
        if token.text[0] not in _DASHES or at == 0 or at + 1 >= self.size:
            return False
        return self.tokens[at - 1].end < token.start and token.end < self.tokens[at + 1].start

    def finite(self, at: int) -> bool:
        """Whether the token looks like a verb that makes a clause."""
        if at in self.of_signs or self.is_(at, "finite") or self.is_(at, "reporting"):
            return True
        if self.is_(at - 1, "before_participle") or self.is_(at + 1, "behind_participle"):
            return False
        token = self.tokens[at]
        if token.kind != WORD or len(token.low) < 4 or token.low in self.words.get("never", _NONE):
            return False
        return bool(self.finite_ends) and token.low.endswith(self.finite_ends)

    def temporal(self, at: int) -> bool:
        """Whether the token closes a clause that only says when ("келгенде")."""
        return bool(self.temporal_ends) and self.tokens[at].low.endswith(self.temporal_ends)

    def any_finite(self, first: int, end: int) -> bool:
        """Whether a verb stands in the range, or in its last words where it is long."""
        return any(self.finite(at) for at in range(max(first, end - REACH), end))

    def comma_after(self, at: int) -> int:
        """The next comma or hard mark from `at`, the end of the sentence where there is none."""
        stop = min(self.size, at + REACH)
        while at < stop and not self.comma(at) and not self.hard(at):
            at += 1
        return at

    def comma_before(self, at: int) -> int:
        """Index behind the last comma or hard mark before `at`."""
        stop = max(0, at - REACH)
        while at > stop and not self.comma(at - 1) and not self.hard(at - 1):
            at -= 1
        return at
