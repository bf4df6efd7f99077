"""What follows its word of saying: 他说，…; 他说：“…”."""

from bisect import bisect_right

from sholu.read.draft import Draft, Range
from sholu.read.unspaced.content import draft, group_at, inside
from sholu.read.unspaced.hits import Hit
from sholu.read.unspaced.holding import holds, is_sure, more_quotes, use
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import LONGEST_HEARER, QUOTED, Lexicon
from sholu.read.unspaced.source import has_verb

# What is said at once behind its verb is not shorter: of the verbs for "say", of others.
_SHORTEST = 2
_FRAGMENT = 4
# Clauses that begin with these tell on what somebody did.
_PERSONS = frozenset({"他", "她", "他们", "她们"})


def front(
    strip: Strip,
    hit: Hit,
    later: list[Hit],
    words: Lexicon,
    carried: Hit | None,
    starts: list[int],
) -> list[Draft]:
    """What follows a word of saying."""
    begin = _content_start(strip, hit, words)
    if begin is None:
        return []
    at, number, set_off = begin
    hit.brings = number
    last = strip.last_of_sentence(number)
    if hit.clause != number and strip.clauses[hit.clause].ends:
        return []
    group = group_at(strip, at, strip.clauses[last].end, words)
    if group is not None:
        content, end = group
        rest = strip.words(end, _clause_end(strip, end)).strip()
        if not rest:
            return [_direct(strip, at, end, content)]
    if hit.verb.thought:
        if carried is not None and not set_off:
            return []
        return _thought(strip, at, number, words)
    if not _takes(strip, hit, at, number, set_off, words):
        return []
    inner = _inner(number, later)
    end = _content_end(strip, hit, number, last, later, starts, words)
    if not set_off and "core" not in hit.verb.takes and not hit.tail:
        end = _before_pronoun(strip, number, end, words)
    found = [draft(strip, at, end, words)] if inner else _split(strip, at, end, number, words)
    if inner is not None:
        inner.inner = True
    return [item for item in found if item is not None]


def _inner(number: int, later: list[Hit]) -> Hit | None:
    """The word of saying of somebody else with which what is said begins: 他告诉我，司机说…."""
    for other in later:
        if other.clause > number:
            break
        if other.clause == number and other.source is not None and is_sure(other):
            return other
    return None


def _before_pronoun(strip: Strip, number: int, end: int, words: Lexicon) -> int:
    """The end of what a verb brings without a stop: a clause about "him" tells on."""
    for index in range(number + 1, len(strip.clauses)):
        clause = strip.clauses[index]
        if clause.start >= end or strip.clauses[index - 1].ends:
            break
        text = strip.words(clause.start, clause.end)
        if words.contrasts.at_start(text) or words.pronouns.at_start(text) in _PERSONS:
            return strip.clauses[index - 1].end
    return end


def _direct(strip: Strip, at: int, end: int, content: Range) -> Draft:
    for quote in strip.quotes_in(at, end):
        use(strip, quote.outer_start)
    clause = strip.clause_at(at)
    more = None
    if clause is not None and strip.clauses[clause].only:
        more = more_quotes(strip, clause, True)
    if more is not None:
        content = (content[0], more[1])
    return Draft(kind="direct", content=content)


def _clause_end(strip: Strip, at: int) -> int:
    return next((c.end for c in strip.clauses if c.start <= at <= c.end), at)


def _content_start(strip: Strip, hit: Hit, words: Lexicon) -> tuple[int, int, bool] | None:
    """Where what is said begins, in which clause, and whether a stop sets it off."""
    clause = strip.clauses[hit.clause]
    at, _ = strip.trimmed(hit.behind, clause.end)
    rest = strip.words(at, clause.end)
    asks = "question" in hit.verb.takes and any(word in rest for word in words.questions)
    if rest and "hearer" in hit.verb.takes and not asks:
        heard = words.hearers.at_start(rest)
        following = hit.clause + 1 < len(strip.clauses) and not clause.ends
        if heard and not rest[len(heard) :].startswith(("的", "们")):
            at, _ = strip.trimmed(at + len(heard), clause.end)
        elif following and len(rest) <= LONGEST_HEARER and not has_verb(rest, words):
            at = clause.end
        rest = strip.words(at, clause.end)
    if rest:
        return at, hit.clause, False
    if clause.ends or hit.clause + 1 >= len(strip.clauses):
        return None
    return strip.clauses[hit.clause + 1].start, hit.clause + 1, True


def _takes(strip: Strip, hit: Hit, at: int, number: int, set_off: bool, words: Lexicon) -> bool:
    """Whether the verb takes what follows it."""
    takes = hit.verb.takes
    rest = strip.words(at, strip.clauses[number].end)
    if set_off:
        if hit.aside and "core" not in takes and not hit.tail:
            return False
        if "order" in takes or "label" in takes:
            return strip.clauses[hit.clause].stop in ("：", ":")
        return bool(takes & {"clause", "stop", "question"}) or hit.tail
    if not hit.tail and rest.endswith(words.when_ends) and not strip.clauses[number].ends:
        # What only tells when something happened: 宣布…时，.
        return False
    if hit.tail:
        return len(rest) >= _SHORTEST
    if rest in words.feelings or (len(rest) < _FRAGMENT and rest[:2] in words.feelings):
        return False
    if "label" in takes:
        group = group_at(strip, at, strip.clauses[number].end, words)
        clause_end = strip.clauses[number].end
        if group is not None and strip.words(group[1], clause_end).strip().startswith("的"):
            # 称为“…”的桥: the label of a relative clause.
            return False
        if hit.verb.form.endswith(("为", "作", "做")) or group is not None:
            return True
        return QUOTED in rest and any(word in rest for word in ("是", "为"))
    if "question" in takes:
        return any(word in rest for word in words.questions)
    if hit.aside and "core" not in takes:
        return False
    if "order" in takes:
        named = words.matters if "fault" in takes else words.written
        if "的" in rest and rest.endswith(named):
            return False
        told = "fault" not in takes or QUOTED in rest or has_verb(rest, words)
        return told and len(rest) > _FRAGMENT + 1
    if "clause" not in takes or hit.aspect:
        return False
    if "core" in takes:
        return len(rest) >= _SHORTEST
    if "hearer" in takes and len(rest) < 3 * _FRAGMENT:
        return False
    return len(rest) >= _FRAGMENT and (not rest.endswith(words.matters) or has_verb(rest, words))


def _thought(strip: Strip, at: int, number: int, words: Lexicon) -> list[Draft]:
    """A thought counts where quoted words are all of it."""
    group = group_at(strip, at, strip.clauses[number].end, words)
    if group is None or group[1] < strip.clauses[number].end:
        return []
    content = group[0]
    if content[1] - content[0] < _FRAGMENT:
        return []
    return [Draft(kind="direct", content=content)]


def _content_end(
    strip: Strip,
    hit: Hit,
    number: int,
    last: int,
    later: list[Hit],
    starts: list[int],
    words: Lexicon,
) -> int:
    """The end of the sentence, or of the clause before the next word of saying of its own."""
    end = strip.clauses[last].end
    for other in later:
        if other.clause > last:
            break
        if other.clause <= number or other.verb.thought or other.inner:
            continue
        if holds(strip, hit, other, words):
            continue
        before = strip.clauses[other.clause - 1]
        closes = before.only and other.clause - 1 > number
        end = min(end, strip.clauses[other.clause - 1 - closes].end)
        break
    for start in starts[bisect_right(starts, hit.end) :]:
        place = strip.clause_at(start)
        if place is None or strip.clauses[place].start <= strip.clauses[number].start:
            continue
        end = min(end, strip.clauses[place - 1].end)
        break
    return end


def _split(strip: Strip, at: int, end: int, number: int, words: Lexicon) -> list[Draft]:
    """A reported clause; behind a colon in it, a quotation of its own."""
    for index in range(number, len(strip.clauses) - 1):
        clause, following = strip.clauses[index], strip.clauses[index + 1]
        if clause.end >= end:
            break
        if clause.stop in ("：", ":") and following.only and following.lead is not None:
            told = draft(strip, at, clause.end, words)
            content = inside(strip, following.lead)
            use(strip, following.start)
            found = [told] if told is not None else []
            return [*found, *([Draft(kind="direct", content=content)] if content else [])]
    found_one = draft(strip, at, end, words)
    if found_one is None:
        return []
    for quote in strip.quotes_in(at, end):
        use(strip, quote.outer_start)
    return [found_one]
