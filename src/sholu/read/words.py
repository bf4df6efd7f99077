"""A text cut into words, numbers and marks, all by offset."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sholu.language import Pack
from sholu.read.marks import Quote

WORD, NUMBER, PUNCTUATION, QUOTED = "word", "number", "punctuation", "quoted"
DASHES = frozenset("-–—―")
# A full stop between a word in small letters and one with a capital: a space was left out.
_SMALL, _GREAT = "a-zß-öø-ÿа-яёєіїґў", "A-ZÀ-ÖØ-ÞА-ЯЁЄІЇҐЎ"
_JOINS = rf"(?:[&'’ʼ‘`´-]|\.(?!(?<=[{_SMALL}][{_SMALL}]\.)[{_GREAT}][{_SMALL}]))"
# Words, with inner hyphens and apostrophes; `{stop}` is what no such mark joins.
_WORD = rf"[^\W\d_]+(?:{_JOINS}{{stop}}(?=[^\W_])[^\W_]+)*"
_OTHER = (
    r"\d+(?:[.,:/]\d+)*(?:-[^\W\d_]+)?[%°]?"  # numbers, "11-тен"
    r"|\.{2,}|…|[^\w\s]|_"
)
# Marks of the Arabic script, by which a sentence is read as by others.
_MARKS = {"،": ",", "؛": ";", "؟": "?", "۔": "."}


# Articles before the hyphen of an Arabic name, which the name's own capital stands behind.
PARTICLES = frozenset(
    [
        *("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ül", "əl"),
        *("аль", "эль", "ель", "ад", "ан", "ар", "ас", "аш", "ат", "әл"),
    ]
)


@dataclass(slots=True)
class Token:
    """A word, a number, a mark, or a whole quotation taken as one."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    quote: Quote | None = None

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter, or a name's particle with it.

        "al-Haris" has one as "Haris" has.
        """
        if self.kind != WORD:
            return False
        return self.text[0].isupper() or ("-" in self.text[2:4] and _is_name(self.text))


def _is_name(word: str) -> bool:
    particle, _, name = word.partition("-")
    return particle in PARTICLES and name[:1].isupper()


class Words:
    """The plain tokens of a text's lines, made once.

    Attributes:
        text: the text as given.
        pack: the language it is read in.
    """

    def __init__(self, text: str, pack: Pack, ranges: Sequence[tuple[int, int]]) -> None:
        self.text, self.pack = text, pack
        self._tokens: list[Token] = []
        for start, end in ranges:
            self._tokens += _plain_tokens(text, start, end, pack)
        self._starts = [token.start for token in self._tokens]

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens of a range; where it cuts a word, what it leaves of that word is one."""
        tokens, cut = self._tokens, self._cut
        first, stop = bisect_left(self._starts, start), bisect_left(self._starts, end)
        head: list[Token] = []
        if first and tokens[first - 1].end > start:
            head = cut(start, min(end, tokens[first - 1].end))
        if stop <= first or tokens[stop - 1].end <= end:
            return head + tokens[first:stop] if head else tokens[first:stop]
        return [*head, *tokens[first : stop - 1], *cut(tokens[stop - 1].start, end)]

    def _cut(self, start: int, end: int) -> list[Token]:
        return _plain_tokens(self.text, start, end, self.pack)

    def with_quotes(self, start: int, end: int, quotes: Sequence[Quote]) -> list[Token]:
        """The tokens of a range, each of the quotations that stand in it as one."""
        tokens: list[Token] = []
        at = start
        for quote in quotes:
            tokens += self.between(at, quote.outer_start)
            printed = self.text[quote.outer_start : quote.outer_end]
            tokens.append(Token(quote.outer_start, quote.outer_end, printed, "", QUOTED, quote))
            at = quote.outer_end
        return tokens + self.between(at, end)


def _plain_tokens(text: str, start: int, end: int, pack: Pack) -> list[Token]:
    tokens = []
    spelling = pack.spelling
    for at, behind in _pieces(text, start, end, pack):
        word = text[at:behind]
        first = word[0]
        if first.isalpha():
            kind = WORD
        elif first.isdigit():
            kind = NUMBER
        else:
            kind = PUNCTUATION
            word = _MARKS.get(word, word)
        tokens.append(Token(at, behind, word, spelling(word), kind))
    return tokens


def _pieces(text: str, start: int, end: int, pack: Pack) -> Iterator[tuple[int, int]]:
    """Where the words, numbers and marks of a range stand."""
    if pack.cutter is not None:
        return pack.cutter.pieces(text, start, end)
    found = _token(pack).finditer(text, start, end)
    return (match.span() for match in found if match.lastgroup is None)


@cache
def apostrophe_behind(pack: Pack) -> frozenset[str]:
    """Ends of a word, two letters each, behind which an apostrophe is a letter: "tog'"."""
    return frozenset(pack.table("text").get("apostrophe_behind", ()))


@cache
def _token(pack: Pack) -> re.Pattern[str]:
    """A word, a number or a mark; what only joins two words is a match named "join".

    A word that lost its vowel before the next one ("qu'il", "l’accord") is a word of its own, and
    so is a pronoun that a hyphen ties to its verb ("dit-il", "a-t-elle").
    """
    table = pack.table("text")
    ends = "|".join(sorted(apostrophe_behind(pack)))
    last = rf"(?:(?i:(?<={ends}))['’‘`´](?![^\W_]))?" if ends else ""
    elided, tied = ("|".join(table.get(name, ())) for name in ("elided", "tied"))
    if not elided or not tied:
        return re.compile(f"{_WORD.format(stop='')}{last}|{_OTHER}")
    stop = rf"(?!(?i:(?:t['’-])?(?:{tied})(?![\w'’-])))"
    return re.compile(
        rf"(?<![\w'’])(?i:{elided})['’ʼ]|(?P<join>-(?:[Tt]['’-])?)(?=(?i:{tied})(?!\w))"
        f"|{_WORD.format(stop=stop)}{last}|{_OTHER}"
    )
