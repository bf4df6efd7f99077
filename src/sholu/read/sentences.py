"""Where sentences end: at full stops that no abbreviation, number or quotation explains."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sholu.language import Pack
from sholu.read.marks import Quote
from sholu.read.words import DASHES, NUMBER, PUNCTUATION, QUOTED, WORD, Token, Words

# Tokens of the longest sentence: what runs on without a full stop, as tables and subtitles do, is
# cut there, so that work grows only with the text.
LONGEST_SENTENCE = 360
# Tokens of the longest that is read for who says what in one piece, likewise.
LONGEST_PIECE = 180
_ENDS = frozenset(".!?…。！？؟۔")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


@dataclass(slots=True)
class Sentence:
    """A sentence of one line; what stands inside quotation marks is one token.

    Attributes:
        after_quote: it follows, in the same line, a quotation that ended in a full stop, so that
            it may still name the speaker of that quotation.
    """

    start: int
    end: int
    tokens: list[Token]
    after_quote: bool = False

    @property
    def quotes(self) -> list[Quote]:
        """Outermost quotations of this sentence."""
        return [token.quote for token in self.tokens if token.quote is not None]


class _Stops(NamedTuple):
    """What a full stop does not end.

    Attributes:
        abbreviations: words cut short.
        before_numbers: those of them that are whole words too, cut short only before a number.
        starters: words that begin a sentence behind "U.S." or "Inc.".
        ordinals_behind, ordinals_before: words beside a number of which a full stop makes an
            ordinal ("am 3. Mai").
    """

    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    starters: frozenset[str]
    ordinals_behind: frozenset[str]
    ordinals_before: frozenset[str]


@cache
def _stops(pack: Pack) -> _Stops:
    table = pack.table("text")
    return _Stops(
        frozenset(map(pack.spelling, table.get("abbreviations", ()))),
        frozenset(table.get("before_numbers", ())),
        frozenset(table.get("starters", ())),
        frozenset(table.get("ordinals_behind", ())),
        frozenset(table.get("ordinals_before", ())),
    )


def cut_sentences(words: Words, start: int, end: int, quotes: Sequence[Quote]) -> list[Sentence]:
    """The sentences of a range, each of its outermost quotations one token.

    Args:
        words: the plain tokens of the text.
        start: where the range begins.
        end: behind its last character.
        quotes: the quotations that stand in it.
    """
    tokens, text = words.with_quotes(start, end, quotes), words.text
    stops = _stops(words.pack)
    found: list[Sentence] = []
    begin = 0
    after_quote = False
    for index, token in enumerate(tokens):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is None:
            break
        at_quote = token.kind == QUOTED
        if index + 1 - begin < LONGEST_SENTENCE:
            if at_quote and not _quote_ends(text, token, following):
                continue
            if not at_quote and not _ends(tokens, index, stops):
                continue
        _close(found, tokens, begin, index + 1, after_quote)
        begin, after_quote = index + 1, at_quote or _ends_in_quote(tokens, begin, index)
    _close(found, tokens, begin, len(tokens), after_quote)
    return found


def _close(
    sentences: list[Sentence], tokens: list[Token], begin: int, end: int, after_quote: bool
) -> None:
    part = tokens[begin:end]
    if part:
        sentences.append(Sentence(part[0].start, part[-1].end, part, after_quote))


def _ends_in_quote(tokens: list[Token], begin: int, index: int) -> bool:
    return index > begin and tokens[index - 1].kind == QUOTED


def _quote_ends(text: str, token: Token, following: Token) -> bool:
    """Whether a quotation that holds its own full stop ends the sentence."""
    quote = token.quote
    if quote is None or quote.end == quote.start:
        return False
    if text[quote.end - 1] not in _ENDS:
        return False
    return following.kind == QUOTED or following.text[0].isupper()


def _ends(tokens: list[Token], index: int, stops: _Stops) -> bool:
    """Whether the mark at `index` ends the sentence."""
    token, following = tokens[index], tokens[index + 1]
    if token.text[0] not in _ENDS or token.kind != PUNCTUATION:
        return False
    if following.start == token.end and token.text[0] not in "。！？":
        # No space behind: a closing bracket, an address or a number, or two marks together.
        if following.kind == QUOTED and following.text[0] not in "\"'":
            return index > 0 and tokens[index - 1].text[-2:].islower()
        return following.text[0].isupper() and index > 0 and tokens[index - 1].text[-2:].islower()
    if following.kind == PUNCTUATION and following.text[0] in DASHES:
        return False
    if following.kind == WORD and following.text[0].islower():
        return False
    if following.kind == PUNCTUATION and following.text[0] not in "(-–—[•#@$€£¿¡":
        return False
    if token.text != ".":
        return True
    return not _is_abbreviation(tokens, index, stops)


def _is_abbreviation(tokens: list[Token], index: int, stops: _Stops) -> bool:
    """Whether the full stop at `index` belongs to the word before it."""
    if index == 0:
        return False
    before, following = tokens[index - 1], tokens[index + 1]
    if before.kind == NUMBER and stops.ordinals_behind:
        return _is_ordinal(tokens, index, stops)
    if before.kind != WORD or before.end != tokens[index].start:
        return False
    word = before.low
    if len(before.text) == 1 and before.text.isupper():
        # An initial: "R. T. Erdogan"; but "Plan B." may end a sentence before a plain word.
        return following.kind == WORD
    dotted = _INITIALS.fullmatch(before.text) and "." in before.text
    if dotted and word not in stops.abbreviations:
        if stops.starters and following.kind == WORD:
            # "the U.N. Security Council", but "in the U.S. The talks": the next word tells.
            return following.low not in stops.starters
        return (following.kind == WORD and not following.text[1:].islower()) or len(word) > 3
    if word in stops.before_numbers:
        return following.kind == NUMBER
    # "Harbour Foods Inc. The firm": the next word tells here, too.
    return word in stops.abbreviations and following.low not in stops.starters


def _is_ordinal(tokens: list[Token], index: int, stops: _Stops) -> bool:
    """Whether a full stop makes an ordinal of the number before it ("am 3. Mai")."""
    number, following = tokens[index - 1], tokens[index + 1]
    if len(number.text) > 3 or number.end != tokens[index].start or following.kind != WORD:
        return False
    if following.low in stops.ordinals_behind:
        return True
    return index > 1 and tokens[index - 2].low in stops.ordinals_before


def pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of a sentence, cut where they are more than is read in one piece."""
    if len(tokens) <= LONGEST_PIECE:
        yield tokens
        return
    for begin in range(0, len(tokens), LONGEST_PIECE):
        yield tokens[begin : begin + LONGEST_PIECE]


def in_pieces(whole: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences, each that is too long as several."""
    for sentence in whole:
        for number, part in enumerate(pieces(sentence.tokens)):
            if len(part) == len(sentence.tokens):
                yield sentence
            else:
                after_quote = sentence.after_quote and number == 0
                yield Sentence(part[0].start, part[-1].end, part, after_quote)
