"""A sentence seen through the lexicon: what may be asked of each of its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sholu.read.cue import Cue
from sholu.read.initial.lexicon import Lexicon, Word
from sholu.read.page import DASHES, PUNCTUATION, QUOTED, WORD, Token

# Characters of the longest name that stands in marks, the marks counted.
LONGEST_NAME = 40


@dataclass(slots=True)
class Hit:
    """A verb or phrase of saying found in a sentence.

    Attributes:
        at, end: its tokens, half open.
        start: its first token with the auxiliaries before it.
        passive: "was told".
        negated: "did not say", "refused to say".
        unreal: "could say".
        tied: the pronoun that a hyphen ties to the verb or its auxiliary ("a-t-il dit").
    """

    cue: Cue
    at: int
    end: int
    start: int
    passive: bool = False
    negated: bool = False
    unreal: bool = False
    tied: int | None = None

    def takes(self, what: str) -> bool:
        """Whether `what` may follow it."""
        return what in self.cue.takes

    @property
    def plain(self) -> bool:
        """Whether it so plainly says something that any noun phrase behind it opens a clause."""
        return "question" in self.cue.takes and self.cue.sense == "say"


@dataclass(slots=True)
class Scan:
    """A sentence's tokens with what each may be.

    Attributes:
        size: number of tokens without the sentence's final punctuation.
        titled: whether most words begin with a capital, as in a headline; null until asked.
        subjects: the noun phrases found before verbs so far, by the verb's first token.
    """

    text: str
    tokens: Sequence[Token]
    words: list[int]
    lexicon: Lexicon
    size: int
    hits: list[Hit] = field(default_factory=list)
    titled: bool | None = None
    subjects: dict[int, tuple[int, int] | None] = field(default_factory=dict)

    def comma(self, at: int) -> bool:
        """Whether a comma stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text == ","

    def pause(self, at: int) -> bool:
        """Whether a comma stands there, or a quotation that ends in one."""
        if not 0 <= at < len(self.tokens):
            return False
        quote = self.tokens[at].quote
        if quote is None:
            return self.comma(at)
        return self.text[quote.start : quote.end].rstrip("'’”\"")[-1:] == ","

    def dash(self, at: int) -> bool:
        """Whether a dash stands there, free on both sides."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text in DASHES

    def quoted(self, at: int) -> bool:
        """Whether a whole quotation stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind == QUOTED

    def in_marks(self, at: int) -> str:
        """The words of the quotation that stands there, without its marks."""
        return self.tokens[at].text.strip("«»“”\"' \u00a0\u202f")

    def mark(self, at: int) -> bool:
        """Whether it is punctuation, a quotation or outside the sentence."""
        return not 0 <= at < self.size or self.tokens[at].kind in (PUNCTUATION, QUOTED)

    def capital(self, at: int) -> bool:
        """Whether a word that begins with a capital letter stands there."""
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    def low(self, at: int) -> str:
        """The token there, lower-cased; empty outside the sentence."""
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def token_at(self, offset: int) -> int:
        """The token that stands at an offset of the text, or the first behind it."""
        return next(at for at, token in enumerate(self.tokens) if token.end > offset)

    def cue(self, at: int) -> bool:
        """Whether a verb or phrase of saying begins there."""
        return any(hit.at == at for hit in self.hits)

    def relay(self, at: int) -> int:
        """How many words there form a phrase that names a source passed on ("со ссылкой на")."""
        words, _ = self.lexicon.relays.get(self.low(at), ((), False))
        passed = all(self.low(at + number) == word for number, word in enumerate(words))
        return len(words) if passed else 0

    def ends(self, at: int, name: str) -> bool:
        """Whether the token has one of the endings listed under `name`.

        Words and endings listed under "not_" and the name are none ("безопасности", no infinitive).
        """
        lexicon = self.lexicon
        low = self.low(at)
        if not low.endswith(lexicon.endings.get(name, ())):
            return False
        other = "not_" + name
        return not (
            low in lexicon.links.get(other, ()) or low.endswith(lexicon.endings.get(other, ()))
        )

    def link(self, at: int, name: str) -> bool:
        """Whether the token is one of the small words listed under `name`."""
        return self.low(at) in self.lexicon.links.get(name, ())

    def tied(self, at: int) -> bool:
        """Whether a hyphen ties the token to the one before it ("dit-il")."""
        if not 0 < at < len(self.tokens):
            return False
        start = self.tokens[at].start
        return self.tokens[at - 1].end < start and self.text[start - 1] == "-"

    def is_(self, at: int, word: int) -> bool:
        """Whether the token there may be any of `word`."""
        return 0 <= at < len(self.words) and bool(self.words[at] & word)


def dateline(scan: Scan) -> int:
    """The token behind a leading "NORVIK, May 5 (Agency) -"; 0 where there is none."""
    first = scan.tokens[0].text if scan.tokens else ""
    if len(first) < 3 or not first.isupper():
        return 0
    for at in range(1, min(scan.size, 12)):
        if scan.dash(at):
            return at + 1
        token = scan.tokens[at]
        if token.kind == WORD and not (token.capital or scan.words[at] & Word.TIME):
            return 0
    return 0
