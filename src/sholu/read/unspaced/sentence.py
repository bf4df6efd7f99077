"""The statements of a strip: each word of saying with what it brings, in order."""

from sholu.read.draft import Draft, Range
from sholu.read.unspaced.attributed import attributed
from sholu.read.unspaced.content import draft, group_at, inside, trim
from sholu.read.unspaced.hits import Hit, hits_of
from sholu.read.unspaced.layout import Clause, Strip
from sholu.read.unspaced.lexicon import QUOTED, Lexicon
from sholu.read.unspaced.source import has_verb, subject

_SHORTEST = 2
_FRAGMENT = 4
_LONGEST_HEARER = 40
_PERSONS = frozenset({"他", "她", "他们", "她们"})


def statements(strip: Strip, words: Lexicon, *, plain: bool = True) -> list[Draft]:
    """Whatever words of saying and of attribution bring in a strip.

    Args:
        plain: whether the strip is the narrator's; inside somebody's words only what surely tells
            of somebody else's words counts.
    """
    drafts = attributed(strip, words)
    hits = [
        hit
        for hit in hits_of(strip, words)
        if not _within(hit, drafts) and (plain or _is_sure(hit))
    ]
    starts = sorted(draft.cue[0] for draft in drafts if draft.cue)
    carried: Hit | None = None
    for number, hit in enumerate(hits):
        if not hit.inner and carried is not None and _holds(strip, carried, hit, words):
            continue
        if carried is not None and _sentence(strip, carried) != _sentence(strip, hit):
            carried = None
        if _is_closing(strip, hit, words):
            found = _behind(strip, hit, hits, words, drafts)
        else:
            found = _front(strip, hit, hits[number + 1 :], words, carried, starts)
        for item in found:
            item.nested = hit.inner
            item.cue = (hit.start, hit.end)
            item.source = item.source or hit.source or _source_before(strip, hit, carried, words)
        drafts += found
        if found and not hit.inner:
            carried = hit
            hit.source = found[0].source
    return drafts


def _holds(strip: Strip, outer: Hit, hit: Hit, words: Lexicon) -> bool:
    """Whether a word stands in what another one brings, and is no new statement itself."""
    if hit.clause in (outer.clause, outer.brings):
        return hit.clause == outer.brings or not (
            hit.source is not None and _is_sure(hit) and hit.source[0] >= outer.behind
        )
    if _sentence(strip, outer) != _sentence(strip, hit) or hit.source is not None:
        return False
    if "core" in hit.verb.takes or hit.tail:
        return False
    clause = strip.clauses[hit.clause]
    return not words.also.at_start(strip.words(clause.start, clause.end))


def _is_sure(hit: Hit) -> bool:
    return bool(hit.verb.takes & {"core", "label", "order"}) or hit.tail


def _within(hit: Hit, drafts: list[Draft]) -> bool:
    """Whether a phrase of attribution holds the word already."""
    return any(
        draft.cue is not None
        and (
            draft.cue[0] <= hit.start < draft.cue[1]
            or (draft.source is not None and draft.source[0] <= hit.start < draft.source[1])
        )
        for draft in drafts
    )


def _sentence(strip: Strip, hit: Hit) -> int:
    return strip.clauses[hit.clause].first


def _source_before(strip: Strip, hit: Hit, carried: Hit | None, words: Lexicon) -> Range | None:
    """Whom an earlier clause of the sentence names: it spoke before, or is what that is about."""
    if carried is not None:
        return carried.source
    for number in range(hit.clause - 1, strip.clauses[hit.clause].first - 1, -1):
        clause = strip.clauses[number]
        if clause.only or words.according_to.at_start(strip.words(clause.start, clause.end)):
            continue
        start = clause.lead.outer_end if clause.lead is not None else clause.start
        found = subject(strip, start, clause.end, words)
        if found is None and clause.lead is not None:
            found = subject(strip, clause.start, clause.end, words)
        if found is not None:
            return found
    return None


# --- words of saying behind what is said ----------------------------------------------------------


def _is_closing(strip: Strip, hit: Hit, words: Lexicon) -> bool:
    """Whether nothing that could be said follows the word in its sentence, but more in marks."""
    clause = strip.clauses[hit.clause]
    rest = strip.words(hit.behind, clause.end).strip()
    if rest and not (
        "hearer" in hit.verb.takes and len(rest) <= _LONGEST_HEARER and QUOTED not in rest
    ):
        return False
    quote = _quote_before(strip, hit)
    if not clause.ends and not (quote and not _opens_clause(strip, hit)):
        return False
    if not clause.ends and clause.lead is not None and not _stops_inside(strip, clause):
        # “…”表示，: the marks are those of a name.
        return False
    if rest:
        return quote
    return quote or ("core" in hit.verb.takes and clause.ends)


def _stops_inside(strip: Strip, clause: Clause) -> bool:
    quote = clause.lead
    return quote is not None and strip.text[quote.end - 1] in "，,。.！!？?…"


def _opens_clause(strip: Strip, hit: Hit) -> bool:
    """Whether a comma or a colon sets off reported words behind."""
    clause = strip.clauses[hit.clause]
    following = hit.clause + 1
    if clause.ends or following >= len(strip.clauses):
        return False
    return strip.clauses[following].lead is None and clause.stop in ("：", ":")


def _quote_before(strip: Strip, hit: Hit) -> bool:
    clause = strip.clauses[hit.clause]
    if clause.lead is not None:
        return True
    before = strip.clauses[hit.clause - 1] if hit.clause else None
    if before is None or (before.only and before.start in strip.used):
        return False
    return _ends_in_quote(strip, before)


def _ends_in_quote(strip: Strip, clause: Clause) -> bool:
    return strip.flat[clause.end - 1 - strip.shift] == QUOTED


def _behind(
    strip: Strip, hit: Hit, hits: list[Hit], words: Lexicon, drafts: list[Draft]
) -> list[Draft]:
    """What stands before its word of saying: "…", 他说; and what goes on behind it."""
    clause = strip.clauses[hit.clause]
    first: Range | None = None
    number = hit.clause
    if clause.lead is not None and not clause.only:
        first = inside(strip, clause.lead)
        _use(strip, clause.lead.outer_start)
    elif hit.clause and strip.clauses[hit.clause - 1].only:
        number = hit.clause - 1
        while number and strip.clauses[number - 1].only and not _is_used(strip, number - 1):
            number -= 1
        begin, end = strip.clauses[number].lead, strip.clauses[hit.clause - 1].lead
        if begin is not None and end is not None and not _is_used(strip, hit.clause - 1):
            first = trim(strip, begin.start, end.end)
            for at in range(number, hit.clause):
                _use(strip, strip.clauses[at].start)
    if first is None:
        return _trailing(strip, hit, hits, words, drafts)
    found = Draft(kind="direct", content=first)
    more = _more_quotes(strip, hit.clause, words, clause.ends)
    if more is not None:
        found.content, found.parts = (first[0], more[1]), (first, more)
    return [found]


def _more_quotes(strip: Strip, number: int, words: Lexicon, ended: bool) -> Range | None:
    """The quotations that go on right behind the clause of a word of saying."""
    pieces: list[Range] = []
    for clause in strip.clauses[number + 1 :]:
        if not clause.only or clause.lead is None or (pieces and not ended):
            break
        content = inside(strip, clause.lead)
        if content is None:
            break
        pieces.append(content)
        _use(strip, clause.start)
    following = number + 1 + len(pieces)
    if ended and pieces and following < len(strip.clauses):
        # What somebody else says behind its quotation: "…。"
        after = strip.clauses[following]
        if after.first == following and not strip.clauses[following - 1].ends:
            pieces.pop()
    return (pieces[0][0], pieces[-1][1]) if pieces else None


def _trailing(
    strip: Strip, hit: Hit, hits: list[Hit], words: Lexicon, drafts: list[Draft]
) -> list[Draft]:
    """A reported clause before its word of saying: "…, 他说"."""
    clause = strip.clauses[hit.clause]
    if "core" not in hit.verb.takes or hit.source is None or hit.clause <= clause.first:
        return []
    begin = strip.clauses[clause.first].start
    for other in hits:
        if other is hit:
            break
        if strip.clauses[other.clause].first == clause.first and other.clause < hit.clause:
            return []
    if any(item.content[1] > begin for item in drafts):
        return []
    found = draft(strip, begin, strip.clauses[hit.clause - 1].end, words)
    return [found] if found is not None else []


def _use(strip: Strip, at: int) -> None:
    strip.used.add(at)


def _is_used(strip: Strip, number: int) -> bool:
    return strip.clauses[number].start in strip.used


# --- words of saying before what is said ----------------------------------------------------------


def _front(
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
            return [_direct(strip, hit, at, end, content, words)]
    if hit.verb.thought:
        if carried is not None and not set_off:
            return []
        return _thought(strip, hit, at, number, set_off, words)
    if not _takes(strip, hit, at, number, set_off, words):
        return []
    inner = _inner(hit, number, later)
    end = _content_end(strip, hit, number, last, later, starts, words)
    if not set_off and "core" not in hit.verb.takes and not hit.tail:
        end = _before_pronoun(strip, number, end, words)
    found = [draft(strip, at, end, words)] if inner else _split(strip, at, end, number, words)
    if inner is not None:
        inner.inner = True
    return [item for item in found if item is not None]


def _inner(hit: Hit, number: int, later: list[Hit]) -> Hit | None:
    """The word of saying of somebody else with which what is said begins: 他告诉我，司机说…."""
    for other in later:
        if other.clause > number:
            break
        if other.clause == number and other.source is not None and _is_sure(other):
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


def _direct(strip: Strip, hit: Hit, at: int, end: int, content: Range, words: Lexicon) -> Draft:
    for quote in strip.quotes_in(at, end):
        _use(strip, quote.outer_start)
    clause = next(
        (n for n, c in enumerate(strip.clauses) if c.start <= at < c.end), len(strip.clauses)
    )
    more = None
    if clause < len(strip.clauses) and strip.clauses[clause].only:
        more = _more_quotes(strip, clause, words, True)
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
        elif following and len(rest) <= _LONGEST_HEARER and not has_verb(rest, words):
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
        told = QUOTED in rest or has_verb(rest, words)
        return told and len(rest) > 2 * _FRAGMENT
    if "clause" not in takes or hit.aspect:
        return False
    if "core" in takes:
        return len(rest) >= _SHORTEST
    if "hearer" in takes and len(rest) < 3 * _FRAGMENT:
        return False
    return len(rest) >= _FRAGMENT and (not rest.endswith(words.matters) or has_verb(rest, words))


def _thought(
    strip: Strip, hit: Hit, at: int, number: int, set_off: bool, words: Lexicon
) -> list[Draft]:
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
        if _holds(strip, hit, other, words):
            continue
        before = strip.clauses[other.clause - 1]
        closes = before.only and other.clause - 1 > number
        end = min(end, strip.clauses[other.clause - 1 - closes].end)
        break
    for start in starts:
        clause = next((c for c in strip.clauses if c.start <= start < c.end), None)
        if clause is not None and start > hit.end and clause.start > strip.clauses[number].start:
            previous = strip.clauses[strip.clauses.index(clause) - 1]
            if previous.end < end:
                end = previous.end
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
            _use(strip, following.start)
            found = [told] if told is not None else []
            return [*found, *([Draft(kind="direct", content=content)] if content else [])]
    found_one = draft(strip, at, end, words)
    if found_one is None:
        return []
    for quote in strip.quotes_in(at, end):
        _use(strip, quote.outer_start)
    return [found_one]
