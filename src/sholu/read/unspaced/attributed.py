"""Phrases that name a source without a verb of saying: 据…报道, 根据…的说法, 用…的话说."""

from sholu.read.draft import Draft, Range
from sholu.read.unspaced.content import draft, group_at
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import HIDDEN, QUOTED, Lexicon

_LONGEST = 60
# Behind these any word of saying closes the phrase; behind others only 所说 and its kin.
_OPEN = frozenset({"据", "另据", "又据", "根据", "按照"})
_OF = _OPEN | {"依据", "依照", "按", "照"}


def attributed(strip: Strip, words: Lexicon) -> list[Draft]:
    """A statement for each phrase of attribution, with what stands beside it."""
    drafts = []
    for number, clause in enumerate(strip.clauses):
        start = _behind_connectives(strip, clause.start, clause.end, words)
        phrase = _impersonal(strip, start, clause.end, words) or _phrase(
            strip, start, clause.end, words
        )
        if phrase is None:
            continue
        cue, source, end = phrase
        found = _content(strip, number, end, words)
        if found is not None:
            found.cue, found.source = cue, source
            drafts.append(found)
    return drafts


def _behind_connectives(strip: Strip, start: int, end: int, words: Lexicon) -> int:
    while start < end:
        rest = strip.words(start, end)
        step = len(words.connectives.at_start(rest))
        if step == 0 or step == len(rest) or words.according_to.at_start(rest):
            break
        start, _ = strip.trimmed(start + step, end)
    return start


def _impersonal(
    strip: Strip, start: int, end: int, words: Lexicon
) -> tuple[Range, Range | None, int] | None:
    cue = words.impersonal.at_start(strip.words(start, end))
    if not cue:
        return None
    stop = start + len(cue)
    if strip.words(stop, end).startswith(("的", "中")):
        return None
    return (start, stop), None, stop


def _phrase(
    strip: Strip, start: int, end: int, words: Lexicon
) -> tuple[Range, Range | None, int] | None:
    """Cue, source and end of a phrase at the head of a clause."""
    text = strip.words(start, min(end, start + 2 * _LONGEST))
    whose = _whose_words(strip, start, text, words)
    if whose is not None:
        return whose
    opening = words.according_to.at_start(text)
    if not opening:
        return None
    first = start + len(opening)
    rest = text[len(opening) :]
    closes = [
        (a, b, word)
        for a, b, word in words.relay_finder.find(rest)
        if a > 0 and a <= _LONGEST and not rest[b:].startswith(("的", "者", "人", "部", "局"))
    ]
    # The first that closes the clause or that a word of saying does not follow.
    for a, b, word in closes:
        behind = rest[b:]
        shown = words.shown.at_start(behind)
        at_end = b + len(shown) == len(rest)
        if word in words.relay_nouns and rest[:a].endswith("的") and opening in _OF:
            source = _source(strip, first, first + a - 1, words)
            return (start, start + len(opening)), source, first + b + len(shown)
        if word in words.relays and (opening in _OPEN or word.startswith("所")):
            later = [
                one for one in closes if one[0] < b + 3 and one[0] >= b and one[2] in words.relays
            ]
            stop = later[-1][1] if later else b
            shown = words.shown.at_start(rest[stop:])
            source = _source(strip, first, first + a, words)
            if source is not None:
                return (first + a, first + stop), source, first + stop + len(shown)
        if word in words.papers and (at_end or shown):
            if word in words.rules and not shown:
                return None
            return (
                (start, start + len(opening)),
                _source(strip, first, first + b, words),
                first + b + len(shown),
            )
    return None


def _whose_words(
    strip: Strip, start: int, text: str, words: Lexicon
) -> tuple[Range, Range | None, int] | None:
    if text[:1] not in words.whose_openings:
        return None
    for ending, openings in words.whose_words.items():
        at = text.find(ending)
        opening = next((one for one in openings if text.startswith(one)), None)
        if at < 0 or opening is None or at <= len(opening):
            continue
        source = strip.trimmed(start + len(opening), start + at)
        return (start + at, start + at + len(ending)), source, start + at + len(ending)
    return None


def _source(strip: Strip, start: int, end: int, words: Lexicon) -> Range | None:
    """The noun phrase in the middle, without dates and a closing 的."""
    while start < end:
        text = strip.words(start, end)
        bare = text.rstrip(" 的、,，")
        time = words.time_at_end.search(bare)
        if time is not None and time.group():
            bare = bare[: time.start()]
        else:
            adverb = words.adverbs.at_end(bare)
            bare = bare[: len(bare) - len(adverb)]
        if len(bare) == len(text):
            break
        end = start + len(bare)
    start, end = strip.trimmed(start, end)
    if not any(char.isalpha() or char in (QUOTED, HIDDEN) for char in strip.words(start, end)):
        return None
    return (start, end)


def _content(strip: Strip, number: int, end: int, words: Lexicon) -> Draft | None:
    """What the phrase attributes: the rest of its sentence, else what stands before it."""
    clause = strip.clauses[number]
    at, _ = strip.trimmed(end, clause.end)
    last = strip.last_of_sentence(number)
    if at >= clause.end:
        if clause.ends or number == last:
            if number <= clause.first:
                return None
            begin = strip.clauses[clause.first].start
            return draft(strip, begin, strip.clauses[number - 1].end, words)
        at = strip.clauses[number + 1].start
    group = group_at(strip, at, strip.clauses[last].end, words)
    if group is not None and group[1] >= min(
        (c.end for c in strip.clauses if c.start <= at < c.end), default=0
    ):
        strip.used.update(quote.outer_start for quote in strip.quotes_in(at, group[1]))
        return Draft(kind="direct", content=group[0])
    return draft(strip, at, strip.clauses[last].end, words)
