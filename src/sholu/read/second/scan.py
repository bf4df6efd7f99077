"""One sentence seen through the lexicon: what each of its tokens may be, and where clauses end."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sholu.read.cue import Cue
from sholu.read.page import NUMBER, PUNCTUATION, QUOTED, WORD, Sentence, Token
from sholu.read.second.lexicon import Lexicon

_DASHES = frozenset("-–—―")
_NO_LISTS: frozenset[str] = frozenset()
Tokens = tuple[int, int]


@dataclass(slots=True)
class Hit:
    """A verb of saying found in a sentence.

    Attributes:
        at: tokens of the cue, in order.
        verb: the finite verb of its clause: the verb of saying itself, or its auxiliary.
        end: behind the last token of the verb's two halves.
        final: whether the finite verb stands at the end of its clause.
        passive: "wurde gesagt".
        negated: "sagte nicht".
        bare: an infinitive with "zu" or without a finite verb of its own.
    """

    cue: Cue
    at: tuple[int, ...]
    verb: int
    end: int
    final: bool = False
    passive: bool = False
    negated: bool = False
    bare: bool = False

    def takes(self, *what: str) -> bool:
        """Whether any of `what` may follow it."""
        return any(name in self.cue.takes for name in what)


@dataclass(slots=True)
class Scan:
    """A sentence's tokens with the word lists each stands in.

    Attributes:
        size: number of tokens without the sentence's final punctuation.
    """

    text: str
    tokens: Sequence[Token]
    lists: list[frozenset[str]]
    lexicon: Lexicon
    size: int
    hits: list[Hit] = field(default_factory=list)

    def comma(self, at: int) -> bool:
        """Whether a comma stands there."""
        return 0 <= at < self.size and self.tokens[at].text == ","

    def dash(self, at: int) -> bool:
        """Whether a dash stands there, free on both sides."""
        return 0 <= at < self.size and self.tokens[at].text in _DASHES

    def quoted(self, at: int) -> bool:
        """Whether a whole quotation stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == QUOTED

    def mark(self, at: int) -> bool:
        """Whether it is punctuation, a quotation or outside the sentence."""
        return not 0 <= at < self.size or self.tokens[at].kind in (PUNCTUATION, QUOTED)

    def stop(self, at: int) -> bool:
        """Whether a clause may end there: a comma, colon, semicolon, dash or the end."""
        return not 0 <= at < self.size or self.tokens[at].text in ",;:!?…" or self.dash(at)

    def capital(self, at: int) -> bool:
        """Whether it is a word that begins with a capital letter: a noun or a name."""
        return 0 <= at < self.size and self.tokens[at].capital

    def noun(self, at: int) -> bool:
        """Whether it is capital for what it is, not for standing first."""
        return self.capital(at) and (not self.fresh(at) or not self.lists[at])

    def fresh(self, at: int) -> bool:
        """Whether a sentence begins there, so that a capital letter tells nothing."""
        return at == 0 or self.tokens[at - 1].text in ":.!?…"

    def low(self, at: int) -> str:
        """The token there, lower-cased; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def is_(self, at: int, *names: str) -> bool:
        """Whether the token there stands in any of the lists; a noun in no list of small words."""
        return 0 <= at < self.size and not self.lists[at].isdisjoint(names)

    def ends(self, at: int, name: str) -> bool:
        """Whether the token has one of the endings listed under `name`."""
        return self.low(at).endswith(self.lexicon.endings.get(name, ()))

    def number(self, at: int) -> bool:
        """Whether a number stands there."""
        return 0 <= at < self.size and self.tokens[at].kind == NUMBER

    def word(self, at: int) -> bool:
        """Whether a word stands there."""
        return 0 <= at < self.size and self.tokens[at].kind == WORD

    def span(self, tokens: Tokens) -> Tokens:
        """The range of text of a range of tokens."""
        return self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end


# Lists of nouns, in which a capital word may stand wherever it is.
_NOUNS = frozenset(
    (
        "roles", "groups", "institutions", "media", "documents", "times", "titles", "acts",
        "writings", "words_of_saying",
    )
)  # fmt: skip


def scan(text: str, sentence: Sentence, lexicon: Lexicon) -> Scan:
    """Look a sentence up."""
    tokens = sentence.tokens
    size = len(tokens)
    while size and tokens[size - 1].kind == PUNCTUATION and tokens[size - 1].text[0] in ".!?…:;":
        size -= 1
    lists = [lexicon.lists.get(token.low, _NO_LISTS) for token in tokens]
    found = Scan(text, tokens, lists, lexicon, size)
    for at, token in enumerate(tokens):
        if not lists[at] or token.kind != WORD:
            continue
        if token.capital and not found.fresh(at):
            lists[at] = lists[at] & _NOUNS
        elif not token.capital:
            lists[at] = lists[at] - _NOUNS
    return found
