"""Who is silent: the noun phrases that a clause of silence is about."""

from collections.abc import Callable
from functools import cache
from typing import Literal, TypeAlias

from sholu.language import Pack
from sholu.model import Span
from sholu.read.dating.dates import dates_of
from sholu.read.draft import Range
from sholu.read.final.subject import first_word_subject, subject
from sholu.read.final.words import words_of
from sholu.read.foretold.clause_words import Bounds, Sentence
from sholu.read.foretold.future_signs import Sign, future_of
from sholu.read.page import WORD, Page

_CLASSES = (
    *("particles", "neither", "from", "places", "adverbial", "light", "askers"),
    *("things", "prepositions", "contacts", "sites", "not_names"),
)
Where: TypeAlias = Literal["", "beside", "inside", "comma", "site", "asked"]
_REACH = 40


def source_ranges(
    page: Page,
    sentence: Sentence,
    bounds: Bounds,
    sign: Sign,
    names: frozenset[str],
    where: Where = "",
) -> list[Range]:
    """Token ranges of the phrases that name who is silent, half open; none where nobody is named.

    Args:
        names: base forms of the words that the page prints as names (`names_of`).
        where: right "beside" the cue, "inside" it; whose "site" says nothing; who was "asked".

    Phrases joined by doubled particles ("X та, Y да", "neither X nor Y") are one range each.
    """
    if where:
        found = _PLACES[where](sentence, sign, _quiet(page.pack))
        return [found] if found is not None else []
    if page.pack.order == "final":
        return _verb_last(page, sentence, bounds, sign, names)
    return _verb_first(page, sentence, bounds, sign)


def _verb_last(
    page: Page, sentence: Sentence, bounds: Bounds, sign: Sign, names: frozenset[str]
) -> list[Range]:
    quiet = _quiet(page.pack)
    first, end = _after_dates(page, sentence, bounds.first, sign.first), sign.first
    particles = [
        at for at in range(first + 1, end) if sentence.tokens[at].low in quiet["particles"]
    ]
    if len(particles) > 1:
        return _split_at(sentence, first, particles)
    words = words_of(page.pack)
    tokens = sentence.tokens
    found = [
        subject(tokens, first, end, words, names),
        first_word_subject(tokens, first, end, words),
        subject(tokens, max(0, first - _REACH), first, words, names),
    ]
    for phrase in found:
        if phrase is None:
            continue
        stop = _before_light(sentence, phrase[0], phrase[1], quiet)
        if particles and stop < end and words.of(tokens[stop]) == "genitive":
            # "одақтың хатшылығы да": what the genitive belongs to stands before the particle.
            stop = max(stop, particles[0])
        if phrase[0] < stop:
            return [(phrase[0], stop)]
    return []


def antecedent_of(page: Page, sentence: Sentence, phrase: Range) -> Span | None:
    """The subject at the head of the printed sentence, for an "it" later in it."""
    tokens = sentence.tokens[slice(*phrase)]
    if len(tokens) != 1 or tokens[0].low not in _quiet(page.pack)["things"]:
        return None
    whole = page.sentence_of(tokens[0].start)
    if whole is None:
        return None
    words = page.tokens(whole.start, tokens[0].start)[:_REACH]
    around = Sentence(words, (), future_of(page.pack))
    end = next((at for at in range(len(words)) if around.comma(at) or around.finite(at)), 0)
    return Span.cut(page.text, words[0].start, words[end - 1].end) if end else None


def names_of(page: Page) -> frozenset[str]:
    """Base forms of the words that the page prints with a capital inside a sentence.

    Empty in a language whose verb does not stand last, where nothing asks for them.
    """
    if page.pack.order != "final":
        return frozenset()
    words = words_of(page.pack)
    return frozenset(
        words.base(token)
        for sentence in page.sentences
        for token in sentence.tokens[1:]
        if token.capital
    )


def _split_at(sentence: Sentence, first: int, particles: list[int]) -> list[Range]:
    """One phrase before each particle, from behind the comma before it."""
    ranges = []
    for particle in particles:
        while first < particle and sentence.tokens[first].kind != WORD:
            first += 1
        if first < particle:
            ranges.append((first, particle))
        first = particle + 1
    return ranges


def _verb_first(page: Page, sentence: Sentence, bounds: Bounds, sign: Sign) -> list[Range]:
    quiet = _quiet(page.pack)
    behind = _behind(sentence, bounds, sign, quiet)
    if behind is not None:
        return [behind]
    first = _after_openings(page, sentence, bounds.first, sign.first)
    end = _before_light(sentence, first, sign.first, quiet)
    if first >= end or sentence.is_(first, "relatives"):
        return _antecedent(page, sentence, first, quiet)
    doubled = [at for at in range(first, end) if sentence.tokens[at].low in quiet["neither"]]
    if doubled:
        return _neither(sentence, doubled, end)
    if sentence.tokens[first].low in quiet["places"] and first + 1 < end:
        first += 1
    return [(first, _first_phrase_end(sentence, first, end))]


def _neither(sentence: Sentence, doubled: list[int], end: int) -> list[Range]:
    ranges = []
    for at, following in zip(doubled, [*doubled[1:], end], strict=True):
        stop = following
        while stop > at + 1 and sentence.tokens[stop - 1].kind != WORD:
            stop -= 1
        if at + 1 < stop:
            ranges.append((at + 1, stop))
    return ranges


def _behind(
    sentence: Sentence, bounds: Bounds, sign: Sign, quiet: dict[str, frozenset[str]]
) -> Range | None:
    """The phrase behind a cue that ends in a word like "from" ("no comment from the palace")."""
    if sentence.tokens[sign.end - 1].low not in quiet["from"]:
        return None
    end = sign.end
    while end < bounds.end and sentence.tokens[end].kind == WORD and not sentence.finite(end):
        end += 1
    return (sign.end, end) if sign.end < end else None


def _after_openings(page: Page, sentence: Sentence, first: int, end: int) -> int:
    """Behind joining words, dates and an adverbial set off by a comma."""
    quiet = _quiet(page.pack)
    first = _after_dates(page, sentence, first, end)
    while first < end and (sentence.tokens[first].kind != WORD or sentence.is_(first, "openers")):
        first += 1
    if first < end and sentence.tokens[first].low in quiet["adverbial"]:
        comma = sentence.comma_after(first)
        if comma + 1 < end:
            return _after_dates(page, sentence, comma + 1, end)
    return first


def _after_dates(page: Page, sentence: Sentence, first: int, end: int) -> int:
    """Behind a time expression that opens the range."""
    if first >= end:
        return first
    tokens = sentence.tokens
    end = min(end, first + _REACH)
    for dating in dates_of(page, tokens[first].start, tokens[end - 1].end):
        if dating.span.start > tokens[first].start:
            break
        while first < end and tokens[first].start < dating.span.end:
            first += 1
    while first < end and sentence.comma(first):
        first += 1
    return first


def _before_light(
    sentence: Sentence, first: int, end: int, quiet: dict[str, frozenset[str]]
) -> int:
    """Without the adverbs and helping verbs between a subject and the cue."""
    while end > first and (
        sentence.tokens[end - 1].kind != WORD or sentence.tokens[end - 1].low in quiet["light"]
    ):
        end -= 1
    return end


def _first_phrase_end(sentence: Sentence, first: int, end: int) -> int:
    """Up to a comma that opens an aside ("X, who is abroad,"), or to a verb."""
    for at in range(first + 1, end):
        if sentence.comma(at) and not _lists_on(sentence, at, end):
            return at
        if sentence.finite(at):
            return at
    return end


def _lists_on(sentence: Sentence, comma: int, end: int) -> bool:
    return any(sentence.is_(at, "coordinators") for at in range(comma + 1, end))


def _antecedent(
    page: Page, sentence: Sentence, first: int, quiet: dict[str, frozenset[str]]
) -> list[Range]:
    """The subject of the sentence, where the clause has none of its own; else what stands in it."""
    begin = _after_openings(page, sentence, 0, first)
    end = begin
    while end < min(first, begin + _REACH) and not sentence.comma(end) and not sentence.finite(end):
        if sentence.hard(end):
            break
        end += 1
    end = _before_light(sentence, begin, end, quiet)
    if begin < end:
        if sentence.tokens[begin].low in quiet["places"] and begin + 1 < end:
            begin += 1
        return [(begin, end)]
    return _place_within(sentence, first, quiet)


def _place_within(sentence: Sentence, first: int, quiet: dict[str, frozenset[str]]) -> list[Range]:
    """ "От комментариев в министерстве отказались": a place that stands for who works there."""
    for at in range(first, min(sentence.size - 1, first + _REACH)):
        if sentence.tokens[at].low in quiet["places"]:
            end = at + 1
            while end < sentence.size and sentence.tokens[end].kind == WORD and end - at < 5:
                if sentence.finite(end):
                    break
                end += 1
            if end > at + 1:
                return [(at + 1, end)]
    return []


def _beside(sentence: Sentence, sign: Sign, quiet: dict[str, frozenset[str]]) -> Range | None:
    """The subject right before the cue, behind what is not told: "дату Орлов назвать не смог"."""
    end = _before_light(sentence, 0, sign.first, quiet)
    first = end - 1
    if first < 0 or sentence.comma(first):
        return None
    while first > 0 and _capital(sentence, first) and _capital(sentence, first - 1):
        first -= 1
    return first, end


def _capital(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.kind == WORD and token.text[0].isupper() and at > 0


def _inside(sentence: Sentence, sign: Sign, quiet: dict[str, frozenset[str]]) -> Range | None:
    """The phrase within a cue: whom one cannot reach, or the subject between its two ends."""
    tokens = sentence.tokens
    at = sign.first + 1
    if tokens[at].low in quiet["from"]:
        return _reached(sentence, at + 1, sign.end, quiet)
    while at < sign.end:
        word = tokens[at]
        if word.low in quiet["prepositions"]:
            at += 3 if at + 2 < sign.end and tokens[at + 1].text[0].isdigit() else 2
        elif word.kind != WORD or word.low in quiet["not_names"]:
            at += 1
        else:
            return at, at + 1
    return None


def _behind_comma(sentence: Sentence, sign: Sign, quiet: dict[str, frozenset[str]]) -> Range | None:
    """The subject behind a question within the cue: "уточнять, какие именно, он не стал"."""
    end = sign.end - 1
    while end > sign.first and sentence.tokens[end].low not in quiet["askers"]:
        end -= 1
    first = sentence.comma_before(end)
    return (first, end) if sign.first < first < end else None


def _reached(
    sentence: Sentence, first: int, end: int, quiet: dict[str, frozenset[str]]
) -> Range | None:
    """Whom one tried to reach: up to who tried, the denial or the mark that closes a name."""
    at = first
    while at < end and sentence.tokens[at].low not in quiet["askers"]:
        at += 1
    return (first, at) if first < at else None


def _site(sentence: Sentence, sign: Sign, quiet: dict[str, frozenset[str]]) -> Range | None:
    """Whose page or channel has nothing: the phrase before "сайтында"."""
    for at in range(max(1, sign.first - 4), sign.first):
        if sentence.tokens[at].low in quiet["sites"]:
            first = sentence.comma_before(at)
            return (first, at) if first < at else None
    return None


def _asked(sentence: Sentence, sign: Sign, quiet: dict[str, frozenset[str]]) -> Range | None:
    """Who was called or written to before nobody answered: "X-ке қоңырау шалдық, бірақ …"."""
    for at in range(1, sign.first):
        if sentence.tokens[at].low in quiet["contacts"]:
            first = sentence.comma_before(at)
            while first < at and sentence.is_(first, "openers"):
                first += 1
            return (first, at) if first < at else None
    return None


_PLACES: dict[str, Callable[[Sentence, Sign, dict[str, frozenset[str]]], Range | None]] = {
    "beside": _beside,
    "inside": _inside,
    "comma": _behind_comma,
    "site": _site,
    "asked": _asked,
}


@cache
def _quiet(pack: Pack) -> dict[str, frozenset[str]]:
    words = pack.table("silence").get("words", {})
    return {name: frozenset(words.get(name, ())) for name in _CLASSES}
