"""The words of saying of a strip that say something: no nouns, no denials, no plans."""

from dataclasses import dataclass

from sholu.read.draft import Range
from sholu.read.unspaced.layout import Strip
from sholu.read.unspaced.lexicon import QUOTED, Lexicon, Verb
from sholu.read.unspaced.source import before, has_verb

_NEAR = 8
# How far before a noun its 的 may stand, with an adjective between.
_NEAR_NOUN = 4
# The longest agent between 被 and its verb.
_AGENT = 14


@dataclass(slots=True)
class Hit:
    """A word of saying.

    Attributes:
        start, end: of the word with what it runs on to ("强调" and "说").
        behind: where what follows it begins, marks of aspect left out.
        clause: number of its clause.
        source: the noun phrase before it in its clause; null where there is none.
        tail: whether it runs on to a word for "said".
        aspect: whether a mark of aspect stands behind it.
        aside: whether another verb stands between its source and it.
        brings: number of the clause in which what it brings begins; -1 before that is known.
        inner: whether it stands in what another word of saying brings.
    """

    start: int
    end: int
    behind: int
    clause: int
    verb: Verb
    source: Range | None = None
    tail: bool = False
    aspect: bool = False
    inner: bool = False
    aside: bool = False
    brings: int = -1


def hits_of(strip: Strip, words: Lexicon) -> list[Hit]:
    """Every word of saying in a strip, in order, with its source."""
    found: list[Hit] = []
    clause, reached = 0, 0
    for start, end, word in words.cues.find(strip.flat):
        verb = words.verbs.get(word)
        if verb is None or start < reached:
            continue
        at = strip.shift + start
        while clause + 1 < len(strip.clauses) and strip.clauses[clause].end <= at:
            clause += 1
        if not strip.clauses or not strip.clauses[clause].start <= at < strip.clauses[clause].end:
            continue
        hit = _hit(strip, at, strip.shift + end, clause, verb, words)
        _read_paper(strip, hit, words)
        reached = hit.behind - strip.shift
        if _says(strip, hit, words):
            found.append(hit)
    _give_sources(strip, found, words)
    return _main_verbs(strip, found, words)


def _main_verbs(strip: Strip, hits: list[Hit], words: Lexicon) -> list[Hit]:
    """Those that do not stand in the relative clause of another one's source: 要求…的官员说."""
    kept: list[Hit] = []
    for hit in hits:
        while kept and kept[-1].clause == hit.clause and _is_of_source(strip, kept[-1], hit):
            start = kept[-2].behind if _same_clause(kept[-2:]) else strip.clauses[hit.clause].start
            kept.pop()
            hit.source = before(strip, start, hit.start, words) or hit.source
        kept.append(hit)
    return kept


def _same_clause(pair: list[Hit]) -> bool:
    return len(pair) == 2 and pair[0].clause == pair[1].clause


def _is_of_source(strip: Strip, hit: Hit, later: Hit) -> bool:
    if "core" in hit.verb.takes or hit.tail or "core" not in later.verb.takes:
        return False
    return "的" in strip.words(hit.behind, later.start) and later.source is not None


def _hit(strip: Strip, start: int, end: int, clause: int, verb: Verb, words: Lexicon) -> Hit:
    stop = strip.clauses[clause].end
    rest = strip.words(end, stop)
    tail = words.tails.at_start(rest)
    if tail and words.not_tails.at_start(rest) not in ("", tail):
        tail = ""
    if tail == "到" and len(rest) > 1:
        tail = ""
    end += len(tail)
    aspect = words.aspects.at_start(strip.words(end, stop))
    return Hit(
        start,
        end,
        end + len(aspect),
        clause,
        verb,
        tail=bool(tail) or _runs_on(verb.form, words),
        aspect=bool(aspect),
    )


def _read_paper(strip: Strip, hit: Hit, words: Lexicon) -> None:
    """What is written and "says" is a noun before its verb, not one word with it: 声明称."""
    form = strip.words(hit.start, hit.end)
    tail = words.tails.at_end(form)
    if not tail or form[: -len(tail)] not in words.noun_verbs:
        return
    ahead = strip.words(strip.clauses[hit.clause].start, hit.start)[-_NEAR:]
    if not ahead or words.noun_marks.at_end(ahead):
        hit.start += len(form) - len(tail)
        hit.verb = words.verbs.get(tail, hit.verb)


def _runs_on(form: str, words: Lexicon) -> bool:
    """Whether the word itself ends in one for "said", as 强调说 does, but not 说, 报道."""
    if len(form) < 2 or form in words.noun_verbs:
        return False
    return form.endswith(("说", "称", "道"))


def _says(strip: Strip, hit: Hit, words: Lexicon) -> bool:
    """Whether the word is a verb here, and what it says was said."""
    clause = strip.clauses[hit.clause]
    ahead = strip.words(clause.start, hit.start)[-_NEAR:]
    behind = strip.words(hit.end, clause.end)
    if words.noun_ends.at_start(behind) and not words.not_noun_ends.at_start(behind):
        return False
    if behind.startswith("的") and not behind.startswith("的是"):
        return False
    quoted = _quote_follows(strip, hit)
    if not words.protected.at_end(ahead):
        if words.negations.at_end(ahead) and not words.double_negations.at_end(ahead):
            return False
        if words.passives.at_end(ahead) or (not quoted and _is_planned(ahead, words)):
            return False
    if ahead.endswith("的") and not words.adverbs.at_end(ahead):
        return False
    if hit.verb.form not in words.noun_verbs or hit.tail:
        return True
    bare = not behind and not quoted and not words.voices.at_end(ahead)
    if bare and "的" in ahead[-_NEAR_NOUN:] and not has_verb(ahead[ahead.rfind("的") :], words):
        # "…的有效回应": an adjective stands before the noun.
        return False
    mark = words.noun_marks.at_end(ahead)
    return not mark or (quoted and mark not in ("的", "其") and clause.stop in ("：", ":"))


def _is_planned(ahead: str, words: Lexicon) -> bool:
    """Whether a word before a verb tells that it is not done yet.

    One of a single character may end a name ("协会"): it must stand behind a person or an adverb.
    """
    modal = words.modals.at_end(ahead)
    if len(modal) != 1:
        return bool(modal)
    rest = ahead[: -len(modal)]
    kinds = (words.pronouns, words.adverbs, words.voices, words.negations)
    return not rest or any(kind.at_end(rest) for kind in kinds)


def _quote_follows(strip: Strip, hit: Hit) -> bool:
    rest = strip.words(hit.behind, strip.clauses[hit.clause].end).strip()
    if rest:
        return rest[0] == QUOTED
    following = hit.clause + 1
    return following < len(strip.clauses) and strip.clauses[following].lead is not None


def _give_sources(strip: Strip, hits: list[Hit], words: Lexicon) -> None:
    last: Hit | None = None
    for hit in hits:
        clause = strip.clauses[hit.clause]
        start = clause.start
        as_noun = last is not None and last.start == start and last.verb.form in words.noun_verbs
        if last is not None and last.clause == hit.clause and _may_bring(last) and not as_noun:
            start = last.behind
        elif clause.lead is not None and _has_stop(strip, clause.lead.end):
            start = clause.lead.outer_end
        hit.source = _cited(strip, start, hit, words) or _agent(strip, start, hit, words)
        hit.source = hit.source or before(strip, start, hit.start, words)
        told_from = hit.source[1] if hit.source is not None else start
        hit.aside = _tells_more(strip, told_from, hit.start, words)
        last = hit


def _tells_more(strip: Strip, start: int, end: int, words: Lexicon) -> bool:
    """Whether another verb stands between a source and a word of saying."""
    found = words.boundaries.find(strip.words(start, end))
    return any(word in words.other_verbs for _, _, word in found)


def _agent(strip: Strip, start: int, hit: Hit, words: Lexicon) -> Range | None:
    """Who stands between 被 and the verb; or before 将, where the verb says what something is."""
    text = strip.words(start, hit.start)
    passive = text.rfind("被")
    if passive >= 0 and len(text) - passive <= _AGENT and not words.locatives.at_end(text):
        return before(strip, start + passive + 1, hit.start, words)
    if "label" in hit.verb.takes:
        for first, _, word in words.boundaries.find(text):
            if word in ("将", "把") and first > 0:
                return before(strip, start, start + first, words)
    return None


def _may_bring(hit: Hit) -> bool:
    """Whether what is said may follow a word at once, without a stop."""
    return hit.tail or bool(hit.verb.takes & {"clause", "order", "question", "label"})


def _has_stop(strip: Strip, end: int) -> bool:
    return strip.text[end - 1] in "，,。.！!？?…"


def _cited(strip: Strip, start: int, hit: Hit, words: Lexicon) -> Range | None:
    """The source that a word of citing puts before the verb: 援引…的话说."""
    text = strip.words(start, hit.start)
    for first, last, word in reversed(words.citing.find(text)):
        if word in words.citing_ends.at_end(text):
            continue
        rest = text[last:]
        ending = words.citing_ends.at_end(rest)
        span = strip.trimmed(start + last, start + len(text) - len(ending))
        return span if first >= 0 and span[0] < span[1] else None
    return None
