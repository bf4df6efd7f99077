"""Whose words they are: the noun phrase before a verb of saying."""

from sholu.read.draft import Range
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import QUOTED, Lexicon

# The farthest a source reaches back from its verb, and the longest a whole clause may be.
_REACH = 90
_LONGEST = 60
# A circumstance of place without a word that closes it is no longer than this.
_LONGEST_PLACE = 14
# A clause of no more characters may be a name and nothing else.
_SHORT = 6
_EDGES = " \u3000\t、·,，:：-—"


def before(strip: Strip, start: int, end: int, words: Lexicon) -> Range | None:
    """The source between the beginning of its clause and a verb: circumstances left out."""
    start = max(start, end - _REACH)
    first = _lead(strip, start, end, words)
    last = end
    while (cut := _tail(strip, first, last, words)) != last:
        last = cut
    return _phrase(strip, first, last, words)


def subject(strip: Strip, start: int, end: int, words: Lexicon) -> Range | None:
    """What a clause without a verb of saying is about: the words before its first verb."""
    first = _lead(strip, start, end, words)
    stop = min(end, first + _REACH)
    found = _phrase(strip, first, stop, words)
    if found is None or found[1] < stop:
        return found
    # No verb behind the last relative clause: what looked like one was the clause's own.
    text = strip.words(first, stop)
    verb = next((a for a, _, word in words.boundaries.find(text) if word in words.bounds), None)
    if verb is not None:
        return _phrase(strip, first, first + verb, words)
    return found if len(text) <= _SHORT or words.voices.at_end(text) else None


def _lead(strip: Strip, start: int, end: int, words: Lexicon) -> int:
    """Behind words of joining and of time, and circumstances without a comma behind them."""
    dateline = words.dateline.match(strip.words(start, end))
    if dateline is not None:
        start += dateline.end()
    while start < end:
        rest = strip.words(start, end)
        bare = len(rest) - len(rest.lstrip(_EDGES))
        if bare:
            start += bare
            continue
        time = words.time_at_start.match(rest)
        step = time.end() if time else len(words.connectives.at_start(rest))
        fronted = words.fronted.match(rest) if step == 0 else None
        if fronted is not None:
            start += fronted.end() - 2
            continue
        if step == 0 or (step == len(rest) and not time):
            break
        if rest[step : step + 1] == "的":
            break
        start += step
    return min(start, end)


def _tail(strip: Strip, first: int, last: int, words: Lexicon) -> int:
    """Where the phrase ends before the last adverb, time or circumstance of it."""
    text = strip.words(first, last)
    bare = text.rstrip(_EDGES)
    if len(bare) < len(text):
        return first + len(bare)
    if not text:
        return last
    adverb = words.adverbs.at_end(text)
    time = words.time_at_end.search(text)
    if time is not None and len(time.group()) >= len(adverb):
        return first + time.start()
    if adverb:
        return last - len(adverb)
    opened = _circumstance(text, words)
    return first + opened if opened is not None else last


def _circumstance(text: str, words: Lexicon) -> int | None:
    """Where the circumstance begins that a text ends in: the nearest word that opens one."""
    closed = words.locatives.at_end(text)
    heard = words.hearers.at_end(text) or words.voices.at_end(text)
    for start, stop, word in reversed(words.openers.find(text)):
        rest = text[stop:]
        if word in words.hearer_openers and rest and ("的" not in rest or heard):
            # "Who is in charge of …" is a relative clause: 负责对…的官员.
            if text[:start] not in words.bounds:
                return start
            continue
        if word in words.place_openers and _is_place(word, rest, bool(closed)):
            return start
        if word in words.act_openers and (closed or ("的" not in rest and start > 0)):
            if rest.startswith(("的", "者", "人")):
                continue
            return start
    return None


def _is_place(word: str, rest: str, closed: bool) -> bool:
    if closed:
        return True
    return word in ("在", "于") and "的" not in rest and 0 < len(rest) <= _LONGEST_PLACE


def _phrase(strip: Strip, first: int, last: int, words: Lexicon) -> Range | None:
    """A noun phrase out of what is left: a pronoun alone, nothing behind its first verb."""
    first, last = strip.trimmed(first, last)
    while first < last and strip.text[first] in _EDGES:
        first += 1
    while first < last and strip.text[last - 1] in _EDGES:
        last -= 1
    text = strip.words(first, last)
    pronoun = words.pronouns.at_start(text)
    if pronoun and len(pronoun) < len(text) and pronoun != "该":
        behind = text[len(pronoun) :]
        if behind[0] != "的" and not words.kin.at_start(behind) and behind[0] not in "和与及、":
            last = first + len(pronoun)
            text = pronoun
    cut = _verb_in(text, words)
    if cut is not None:
        last = first + cut
        first, last = strip.trimmed(first, last)
        text = strip.words(first, last)
    if not text or len(text) > _LONGEST or text in words.nobody or not _may_speak(text):
        return None
    return first, last


def _may_speak(text: str) -> bool:
    """Whether a phrase has a letter or a quoted name, and no word of joining at its head."""
    return text[0] not in "的地得了及和与是在" and any(c.isalpha() or c == QUOTED for c in text)


def _verb_in(text: str, words: Lexicon) -> int | None:
    """Where the first word stands that no noun phrase holds, unless a relative clause does."""
    last_of = text.rfind("的")
    for start, stop, word in words.boundaries.find(text):
        if word in words.bounds and stop > last_of and not (start == 0 and word in words.surnames):
            return start
    return None


def has_verb(text: str, words: Lexicon) -> bool:
    """Whether a text holds a word that no noun phrase holds."""
    return any(word in words.bounds for _, _, word in words.boundaries.find(text))
