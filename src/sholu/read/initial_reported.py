"""Reported speech, and quotations with the cue before them."""

from dataclasses import replace

from sholu.read.draft import Draft, Range
from sholu.read.initial_clause import content_end, content_start
from sholu.read.initial_lexicon import Word
from sholu.read.initial_quoted import cue_span, group_at, span
from sholu.read.initial_scan import Hit, Scan, dateline, is_verb
from sholu.read.initial_subject import after, before, ending_at, main_subject
from sholu.read.initial_trim import cut, trim

Tokens = tuple[int, int]
Found = tuple[Draft, Tokens | None]


def reported(scan: Scan, cues: set[int], used: set[int]) -> list[Draft]:
    """Statements of one sentence whose cue `quoted` has left.

    Args:
        scan: the sentence.
        cues: positions of the cues already used.
        used: quotations already used; those found here are added.
    """
    drafts: list[Draft] = []
    last: tuple[int, int] | None = None
    for hit in scan.hits:
        if hit.at in cues:
            group = group_at(scan, hit.at)
            last = before(scan, hit) or (group.source if group else None) or last
            continue
        found = _by_form(scan, hit, last)
        if found is None:
            if hit.cue.form == "finite" and not hit.passive:
                last = before(scan, hit) or last
            continue
        draft, source = found
        if not _is_statement(scan, hit, draft):
            continue
        if hit.cue.sense != "say" and any(_holds(other, draft) for other in drafts):
            continue
        drafts += _split(scan, draft)
        used.update(
            i
            for i, token in enumerate(scan.tokens)
            if token.quote is not None
            and draft.content[0] <= token.quote.end
            and token.quote.start <= draft.content[1]
        )
        last = source or last
    for draft in drafts:
        draft.nested = any(_holds(other, draft) for other in drafts)
    return drafts


def _split(scan: Scan, draft: Draft) -> list[Draft]:
    """Two drafts where a clause and a quotation behind its colon share one cue."""
    if draft.kind != "mixed" or draft.parts:
        return [draft]
    for at, token in enumerate(scan.tokens[:-1]):
        behind = scan.tokens[at + 1].quote
        if token.text != ":" or behind is None or not draft.content[0] < token.start:
            continue
        if behind.outer_end < draft.content[1] or behind.outer_start > draft.content[1]:
            continue
        first = trim(scan.text, draft.content[0], token.start)
        second = trim(scan.text, behind.start, behind.end)
        if first is None or second is None or not _has_verb(scan, draft.content[0], at):
            return [draft]
        quoted_before = any(t.quote and draft.content[0] <= t.start for t in scan.tokens[:at])
        rest = replace(draft, kind="direct", content=second)
        return [replace(draft, kind="mixed" if quoted_before else "indirect", content=first), rest]
    return [draft]


def _is_statement(scan: Scan, hit: Hit, draft: Draft) -> bool:
    """Whether it is an act of speech, or an opinion or thought in quoted words."""
    if hit.cue.form == "impersonal" and draft.source is None:
        return False
    if hit.cue.sense == "say":
        return True
    if hit.cue.sense == "judge" and not scan.lexicon.inverted:
        return True
    return draft.kind != "indirect" and not scan.quoted(hit.end)


def _has_verb(scan: Scan, start: int, end: int) -> bool:
    """Whether a verb stands between the offset `start` and the token `end`."""
    return any(is_verb(scan, i) for i in range(end) if scan.tokens[i].start >= start)


def _holds(outer: Draft, inner: Draft) -> bool:
    return (
        outer.content[0] <= inner.content[0]
        and inner.content[1] <= outer.content[1]
        and outer.content != inner.content
    )


def _by_form(scan: Scan, hit: Hit, last: tuple[int, int] | None) -> Found | None:
    if hit.cue.form in ("phrase", "whose"):
        return _phrase(scan, hit)
    if hit.passive and len(hit.cue.words) < 2:
        return None
    if _stands_before_source(scan, hit):
        return _aside(scan, hit) if _may_close(hit) and not hit.negated else None
    start = _behind_first_source(scan, hit)
    if start is None and hit.start == 0 and hit.cue.form == "finite" and not scan.lexicon.inverted:
        return None
    start = start or content_start(scan, hit)
    if start is not None and not _is_plain(scan, hit, start):
        start = None
    if start is not None and not (hit.negated and not scan.quoted(start)):
        found = _behind(scan, hit, start, last)
        if found is not None:
            return found
    if hit.cue.form == "finite" and not hit.negated and _may_close(hit):
        return _aside(scan, hit)
    return None


def _behind_first_source(scan: Scan, hit: Hit) -> int | None:
    """Where the quotation begins in `Said Roe: "Q"`."""
    if hit.start or hit.cue.form != "finite" or scan.lexicon.inverted:
        return None
    source = after(scan, hit.end)
    if source is None or not scan.quoted(source[1] + 1):
        return None
    return source[1] + 1 if scan.tokens[source[1]].text in ",:" else None


def _stands_before_source(scan: Scan, hit: Hit) -> bool:
    """Whether a comma stands before the verb and its source behind it ("..., said Roe")."""
    if scan.lexicon.inverted or not scan.comma(hit.start - 1) or hit.cue.form != "finite":
        return False
    source = after(scan, hit.end)
    if source is None or before(scan, hit) is not None:
        return False
    return source[1] >= scan.size or scan.mark(source[1]) or scan.is_(source[1], _FREE)


def _may_close(hit: Hit) -> bool:
    """Whether the verb may stand behind or within what is said."""
    return bool(hit.cue.takes & {"clause", "that"}) and hit.cue.sense in ("say", "judge")


_QUOTES = frozenset(("clause", "that", "quote", "label", "question", "saying"))


def _is_plain(scan: Scan, hit: Hit, start: int) -> bool:
    """Whether the verb may introduce what begins at `start`.

    A verb that only accompanies speech ("continue") needs a comma or colon before the quotation,
    an infinitive a quotation or a complementiser.
    """
    before_it = scan.tokens[start - 1]
    if scan.quoted(start) and start == hit.end and not hit.cue.takes & _QUOTES:
        return False
    if hit.takes("label") and not any(scan.quoted(i) for i in range(start, scan.size)):
        return not any(is_verb(scan, i) for i in range(start, scan.size))
    if hit.start == 0 and start == hit.end and not scan.quoted(start):
        return False
    if hit.cue.takes == {"quote"}:
        return scan.quoted(start) and (before_it.text in ",:" or _is_whole(scan, start))
    if hit.cue.form == "infinitive":
        said = scan.quoted(start) and (start == hit.end or before_it.text in ",:")
        return said or scan.is_(start - 1, Word.COMPLEMENTISER)
    return True


def _is_whole(scan: Scan, at: int) -> bool:
    """Whether the quotation is a sentence of its own: "Stop!"."""
    quote = scan.tokens[at].quote
    if quote is None or quote.end - quote.start < 2:
        return False
    words = scan.text[quote.start : quote.end].split()
    if not words or not words[0][0].isupper():
        return False
    titled = 2 * sum(word[0].isupper() for word in words) > len(words) + 1
    return words[-1][-1] in ".?!…" or (len(words) > 2 and not titled)


def _behind(scan: Scan, hit: Hit, start: int, last: tuple[int, int] | None) -> Found | None:
    source, printed = _source(scan, hit, last, start)
    if (
        hit.takes("label")
        and hit.cue.form == "finite"
        and scan.comma(hit.start - 1)
        and not printed
    ):
        return None
    end = content_end(scan, hit, start, source)
    said = cut(scan, start, end)
    if said is None:
        return None
    kind, content = said
    draft = Draft(
        kind=kind,
        content=content,
        cue=cue_span(scan, hit),
        source=span(scan, source),
        follows=not printed,
    )
    return draft, source


def _source(scan: Scan, hit: Hit, last: Tokens | None, start: int) -> tuple[Tokens | None, bool]:
    """Who says what begins at `start`, and whether the sentence prints it."""
    if hit.cue.form == "impersonal":
        return _document(scan, hit), True
    source = None
    if hit.cue.form == "finite":
        source = before(scan, hit)
        if source is None and (scan.lexicon.inverted or hit.start == 0):
            source = _behind_its_verb(scan, hit, start)
    if (
        source is None
        and hit.cue.form == "participle"
        and not (scan.comma(hit.start - 1) or scan.quoted(hit.start - 1))
    ):
        source = before(scan, hit)
    if source is None and hit.cue.form == "infinitive":
        source = _governor(scan, hit)
    if source is None:
        source = last
    if source is None:
        source = main_subject(scan)
        if source is not None and source[0] <= hit.at < source[1]:
            source = None
    return source, source is not None


def _behind_its_verb(scan: Scan, hit: Hit, start: int) -> Tokens | None:
    group = group_at(scan, hit.start)
    if group is None or group.hit is not hit or group.source is None:
        return None
    return group.source if group.source[1] < start else None


def _governor(scan: Scan, hit: Hit) -> Tokens | None:
    """The subject of the verb an infinitive hangs on ("he appeared to say")."""
    verb = hit.start - 2
    if verb < 1 or scan.mark(verb):
        return None
    source = ending_at(scan, verb - 1)
    if source is None or source[1] - source[0] > 6:
        return None
    named = scan.capital(source[1] - 1) or scan.is_(source[0], Word.PRONOUN | Word.DETERMINER)
    return source if named else None


def _document(scan: Scan, hit: Hit) -> tuple[int, int] | None:
    """The document that says it ("в заявлении говорится")."""
    for at in range(max(0, hit.at - 12), min(scan.size, hit.end + 6)):
        if scan.is_(at, Word.DOCUMENT):
            end = at + 1
            while end < scan.size and end < at + 6 and end != hit.at and not scan.mark(end):
                if scan.words[end] & (Word.PREPOSITION | Word.TIME | Word.ADVERB):
                    break
                end += 1
            return at, end
    return None


def _aside(scan: Scan, hit: Hit) -> Found | None:
    """A clause with its cue behind it, or in the middle: "..., X said(, ...)"."""
    if scan.comma(hit.start - 1) or scan.dash(hit.start - 1):
        group = group_at(scan, hit.start)
        if group is not None and group.hit is hit and group.source is not None:
            return _around(scan, hit, hit.start, group.end, group.source)
    source = before(scan, hit)
    begin = source[0] if source is not None else hit.start
    while begin > 0 and scan.is_(begin - 1, Word.ADVERB):
        begin -= 1
    if not (scan.comma(begin - 1) or scan.dash(begin - 1)):
        return _as_aside(scan, hit, begin, source)
    if source is None or not _is_free(scan, hit):
        return None
    group = group_at(scan, begin)
    if group is None or group.hit is not hit:
        return None
    return _around(scan, hit, begin, group.end, source)


_FREE = Word.PREPOSITION | Word.ADVERB | Word.TIME | Word.OPENER | Word.OBJECT


def _is_free(scan: Scan, hit: Hit) -> bool:
    """Whether only adverbials or the one spoken to follow the verb, no object."""
    at = hit.end
    if scan.mark(at) or scan.is_(at, _FREE) or hit.takes("hearer"):
        return True
    return scan.is_(at + 1, Word.TIME) or scan.low(at).endswith(("ly", "ing"))


def _as_aside(scan: Scan, hit: Hit, begin: int, source: Tokens | None) -> Found | None:
    """ "As X said, ..." and "..., as X said"."""
    if "clause" not in hit.cue.takes and "that" not in hit.cue.takes:
        return None
    if source is None or not scan.is_(begin - 1, Word.AS):
        begin = hit.start
        while begin > 0 and scan.is_(begin - 1, Word.ADVERB):
            begin -= 1
        group = group_at(scan, hit.start) if scan.is_(begin - 1, Word.AS) else None
        source = group.source if group is not None and group.hit is hit else None
    if source is None or not (begin == 1 or _is_set_off(scan, begin - 2)):
        return None
    end = max(source[1], hit.end)
    while end < scan.size and not scan.comma(end) and not scan.dash(end):
        end += 1
    return _around(scan, hit, begin - 1, end, source)


def _is_set_off(scan: Scan, at: int) -> bool:
    return scan.comma(at) or scan.dash(at) or scan.is_(at, Word.COORDINATOR)


def _around(scan: Scan, hit: Hit, begin: int, end: int, source: tuple[int, int]) -> Found | None:
    """What stands around a group of tokens that names the source."""
    left = cut(scan, _left_edge(scan, begin), begin) if begin > 0 else None
    right = cut(scan, end, _right_edge(scan, end)) if end < scan.size else None
    if left is not None and right is not None:
        if _too_short(scan, begin):
            left = None
        elif not _goes_on(scan, begin, end):
            right = None
    if right is None and not any(is_verb(scan, i) or scan.quoted(i) for i in range(begin)):
        return None
    if left is None and right is None:
        return None
    kinds = {said[0] for said in (left, right) if said is not None}
    pieces: list[Range] = [said[1] for said in (left, right) if said is not None]
    kind = "indirect" if kinds == {"indirect"} else "direct" if kinds == {"direct"} else "mixed"
    draft = Draft(
        kind=kind,  # type: ignore[arg-type]
        content=(pieces[0][0], pieces[-1][1]),
        cue=cue_span(scan, hit),
        source=span(scan, source),
        parts=tuple(pieces) if len(pieces) > 1 else (),
    )
    return draft, source


_OPENS_ADVERBIAL = Word.TO | Word.PREPOSITION | Word.SUBORDINATOR | Word.ADVERB


def _goes_on(scan: Scan, begin: int, end: int) -> bool:
    """Whether the clause before a group needs what stands behind it ("The deal, X said, is")."""
    at = end
    while scan.comma(at) or scan.dash(at):
        at += 1
    if scan.quoted(at) or scan.is_(at, Word.AUXILIARY):
        return True
    first = dateline(scan)
    if scan.is_(first, _OPENS_ADVERBIAL) or scan.low(first).endswith("ing"):
        return not scan.is_(at, Word.PREPOSITION | Word.RELATIVE | Word.OPENER)
    return not any(is_verb(scan, i) for i in range(begin))


def _too_short(scan: Scan, begin: int) -> bool:
    return all(
        scan.comma(i) or scan.is_(i, Word.ADVERB | Word.COORDINATOR | Word.OPENER | Word.TIME)
        for i in range(begin)
    )


def _left_edge(scan: Scan, begin: int) -> int:
    at = begin
    first = dateline(scan)
    while at > first and scan.tokens[at - 1].text != ";":
        at -= 1
    return at


def _right_edge(scan: Scan, end: int) -> int:
    for hit in scan.hits:
        if hit.at > end and hit.cue.form == "participle" and scan.comma(hit.start - 1):
            return max(end, hit.start - 1)
    return scan.size


def _phrase(scan: Scan, hit: Hit) -> Found | None:
    if hit.cue.form == "whose":
        return _whose(scan, hit)
    opens = hit.at == 0 or _too_short(scan, hit.at)
    if scan.lexicon.inverted and not opens and not _is_set_off(scan, hit.at - 1):
        return None
    source = after(scan, hit.end, phrase=True, bare=opens)
    if source is None or not (
        scan.lexicon.inverted or hit.end - hit.at > 1 or _is_named(scan, source)
    ):
        return None
    end = _phrase_end(scan, source[1])
    return _around(scan, hit, hit.at, end, source)


def _is_named(scan: Scan, source: Tokens) -> bool:
    return scan.capital(source[0]) or scan.is_(source[0], Word.DETERMINER)


def _phrase_end(scan: Scan, at: int) -> int:
    begin = at
    while at < scan.size and at - begin < 20 and not scan.comma(at) and not scan.dash(at):
        at += 1
    return at if scan.comma(at) or scan.dash(at) else begin


def _whose(scan: Scan, hit: Hit) -> Found | None:
    """ "По его словам, ..."."""
    at = hit.at
    if at < 2 or not scan.is_(at - 1, Word.POSSESSIVE) or scan.low(at - 2) not in ("по", "с"):
        return None
    hit.start = at - 2
    return _around(scan, hit, at - 2, hit.end, (at - 1, at))
