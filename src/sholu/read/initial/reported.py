"""Reported speech, and quotations with the cue before them."""

from dataclasses import replace

from sholu.model import StatementKind
from sholu.read.draft import Draft
from sholu.read.edges import trim
from sholu.read.initial.around import Found
from sholu.read.initial.aside import FREE, aside
from sholu.read.initial.claim import claimed
from sholu.read.initial.content_end import content_end
from sholu.read.initial.content_start import content_start
from sholu.read.initial.gap import gapped
from sholu.read.initial.group import cue_span, group_at, span
from sholu.read.initial.lexicon import Word
from sholu.read.initial.noun import noun_at
from sholu.read.initial.phrase import phrase, written
from sholu.read.initial.place import document, fronted, house
from sholu.read.initial.quoted import begins_low
from sholu.read.initial.scan import Hit, Scan
from sholu.read.initial.source import speaker
from sholu.read.initial.statement import is_named_only, is_statement
from sholu.read.initial.subject import subject_of
from sholu.read.initial.trim import cut
from sholu.read.initial.verb import is_verb

_BEHIND_SOURCE = FREE | Word.RELATIVE
_CLOSES = {
    "say": frozenset(("clause", "that")),
    "judge": frozenset(("clause", "that")),
    "think": frozenset(("clause", "closes")),
}
_QUOTES = frozenset(
    ("clause", "that", "quote", "label", "question", "saying", "infinitive", "order")
)


def reported(scan: Scan, cues: set[int], used: set[int]) -> list[Draft]:
    """Statements of one sentence whose cue `quoted` has left.

    Args:
        scan: the sentence.
        cues: positions of the cues already used.
        used: quotations already used; those found here are added.
    """
    drafts: list[Draft] = []
    opinions: list[Draft] = []
    last: tuple[int, int] | None = None
    for hit in scan.hits:
        if hit.at in cues:
            group = group_at(scan, hit.at)
            last = subject_of(scan, hit) or (group.source if group else None) or last
            continue
        found = _by_form(scan, hit, last)
        if found is None:
            if hit.cue.form == "finite" and not hit.passive:
                last = subject_of(scan, hit) or last
            continue
        draft, source = found
        if not is_statement(scan, hit, draft) or is_named_only(scan, hit, draft):
            continue
        if hit.cue.sense != "say":
            if any(_reaches(other, draft) for other in drafts):
                continue
            opinions.append(draft)
        drafts += [part for each in gapped(scan, hit, draft) for part in _split(scan, each)]
        used.update(_quotations_in(scan, draft))
        last = source or last
    kept = _once(drafts, opinions)
    for draft in kept:
        draft.nested = any(_holds(other, draft) for other in kept)
    return kept


def _quotations_in(scan: Scan, draft: Draft) -> list[int]:
    """Tokens that are quotations within what is said, or touch it."""
    begin, end = draft.content
    return [
        at
        for at, token in enumerate(scan.tokens)
        if token.quote is not None and begin <= token.quote.end and token.quote.start <= end
    ]


def _once(drafts: list[Draft], opinions: list[Draft]) -> list[Draft]:
    """Each content once, as its last cue has it, without opinions that somebody else reports."""
    return [
        draft
        for number, draft in enumerate(drafts)
        if all(draft.content != later.content for later in drafts[number + 1 :])
        and not (draft in opinions and any(_reports(other, draft) for other in drafts))
    ]


def _split(scan: Scan, draft: Draft) -> list[Draft]:
    """Two drafts where a clause and a quotation behind its colon share one cue."""
    if draft.kind != "mixed":
        return [draft]
    for at, token in enumerate(scan.tokens[:-1]):
        behind = scan.tokens[at + 1].quote
        if token.text != ":" or behind is None or not _from(draft) < token.start:
            continue
        if behind.outer_end < draft.content[1] or behind.outer_start > draft.content[1]:
            continue
        first = trim(scan.text, draft.content[0], token.start)
        second = trim(scan.text, behind.start, behind.end)
        if first is None or second is None or not _has_verb(scan, draft.content[0], at):
            return [draft]
        quoted_before = any(t.quote and draft.content[0] <= t.start for t in scan.tokens[:at])
        rest = replace(draft, kind="direct", content=second, parts=())
        parts = (*draft.parts[:-1], (draft.parts[-1][0], first[1])) if draft.parts else ()
        kind: StatementKind = "mixed" if quoted_before else "indirect"
        return [replace(draft, kind=kind, content=first, parts=parts), rest]
    return [draft]


def _from(draft: Draft) -> int:
    """Where the content begins, or its last piece."""
    return draft.parts[-1][0] if draft.parts else draft.content[0]


def _has_verb(scan: Scan, start: int, end: int) -> bool:
    """Whether a verb stands between the offset `start` and the token `end`."""
    return any(is_verb(scan, i) for i in range(end) if scan.tokens[i].start >= start)


def _reaches(outer: Draft, inner: Draft) -> bool:
    """Whether a content holds the cue or the content of another."""
    cue = inner.cue or inner.content
    return _holds(outer, inner) or outer.content[0] <= cue[0] < outer.content[1]


def _reports(outer: Draft, inner: Draft) -> bool:
    """Whether a whole opinion, its source and cue with it, is what somebody else says."""
    return inner.kind == "indirect" and outer is not inner and _reaches(outer, inner)


def _holds(outer: Draft, inner: Draft) -> bool:
    return (
        outer.content[0] <= inner.content[0]
        and inner.content[1] <= outer.content[1]
        and outer.content != inner.content
    )


def _by_form(scan: Scan, hit: Hit, last: tuple[int, int] | None) -> Found | None:
    if hit.cue.form in ("phrase", "whose"):
        return phrase(scan, hit)
    if hit.cue.form == "noun":
        return claimed(scan, hit)
    if hit.cue.form == "impersonal" and scan.comma(hit.start - 1):
        return written(scan, hit, document(scan, hit))
    if hit.passive and len(hit.cue.words) < 2:
        return _passive(scan, hit)
    if _is_nobodys(scan, hit) or _is_heading(scan, hit):
        return None
    if _stands_before_source(scan, hit):
        return aside(scan, hit) if _may_close(hit) and not hit.negated else None
    start = _behind_first_source(scan, hit)
    if start is None and hit.start == 0 and hit.cue.form == "finite" and not scan.lexicon.inverted:
        return None
    start = start or content_start(scan, hit)
    if start is not None and scan.comma(start - 1) and scan.quoted(start):
        source = subject_of(scan, hit)
        if begins_low(scan, start) and source is not None and scan.comma(source[0] - 1):
            return aside(scan, hit)
    if start is not None and _is_parenthetical(scan, hit, start):
        return aside(scan, hit)
    if start is not None and not _is_plain(scan, hit, start):
        start = None
    if start is not None and not (hit.negated and not scan.quoted(start)):
        found = _behind(scan, hit, start, last)
        if found is not None:
            return found
    if hit.cue.form == "finite" and not hit.negated and _may_close(hit):
        return aside(scan, hit)
    return None


def _is_nobodys(scan: Scan, hit: Hit) -> bool:
    """Whether only something may be said, by nobody ("можно сказать, что", "стоит отметить")."""
    at = hit.start - 1
    while scan.is_(at, Word.ADVERB) and not scan.link(at, "nobody"):
        at -= 1
    due = scan.link(at, "due") and scan.is_(at - 1, Word.AUXILIARY)
    return hit.cue.form == "infinitive" and (due or scan.link(at, "nobody"))


def _is_heading(scan: Scan, hit: Hit) -> bool:
    """Whether an infinitive opens the sentence: it tells readers what to do ("Lire aussi : …")."""
    return scan.lexicon.prepositional and hit.cue.form == "infinitive" and hit.at == 0


def _is_parenthetical(scan: Scan, hit: Hit, start: int) -> bool:
    """Whether the clause goes on behind the cue up to a colon ("Мост, считает она, стар: «…»")."""
    if scan.tokens[start - 1].text != ":" or not scan.comma(hit.start - 1) or hit.negated:
        return False
    group = group_at(scan, hit.start) if _may_close(hit) and scan.lexicon.inverted else None
    return group is not None and group.hit is hit and scan.comma(group.end) and hit.at > 1


def _passive(scan: Scan, hit: Hit) -> Found | None:
    """A label with its source behind "by" ("was hailed by Roe as ...")."""
    if not hit.takes("label_as") or not scan.link(hit.end, "by") or hit.negated:
        return None
    source = noun_at(scan, hit.end + 1)
    if source is None or not scan.link(source[1], "label_as") or source[1] + 1 >= scan.size:
        return None
    start = source[1] + 1
    said = cut(scan, start, content_end(scan, hit, start, source))
    if said is None:
        return None
    draft = Draft(kind=said[0], content=said[1], cue=cue_span(scan, hit), source=span(scan, source))
    return draft, source


def _behind_first_source(scan: Scan, hit: Hit) -> int | None:
    """Where the quotation begins in `Said Roe: "Q"`."""
    if hit.start or hit.cue.form != "finite" or scan.lexicon.inverted:
        return None
    source = noun_at(scan, hit.end)
    if source is None or not scan.quoted(source[1] + 1):
        return None
    return source[1] + 1 if scan.tokens[source[1]].text in ",:" else None


def _stands_before_source(scan: Scan, hit: Hit) -> bool:
    """Whether a comma stands before the verb and its source behind it ("..., said Roe")."""
    if scan.lexicon.inverted or not scan.comma(hit.start - 1) or hit.cue.form != "finite":
        return False
    source = noun_at(scan, hit.end)
    if source is None or subject_of(scan, hit) is not None:
        return False
    return source[1] >= scan.size or scan.mark(source[1]) or scan.is_(source[1], _BEHIND_SOURCE)


def _may_close(hit: Hit) -> bool:
    """Whether the verb may stand behind or within what is said."""
    return bool(hit.cue.takes & _CLOSES.get(hit.cue.sense, frozenset()))


def _is_plain(scan: Scan, hit: Hit, start: int) -> bool:
    """Whether the verb may introduce what begins at `start`.

    A verb that only accompanies speech ("continue") needs a comma or colon before the quotation,
    an infinitive a quotation or a complementiser.
    """
    before_it = scan.tokens[start - 1]
    if scan.quoted(start) and start == hit.end and not hit.cue.takes & _QUOTES:
        return hit.takes("fault") and scan.link(start + 1, "fault")
    if hit.takes("label") and hit.cue.form == "infinitive" and not scan.quoted(start):
        return False
    if hit.takes("label") and not any(scan.quoted(i) for i in range(start, scan.size)):
        if _is_name(scan, start):
            return False
        joined = hit.cue.form == "participle" or scan.is_(hit.start - 1, Word.COORDINATOR)
        if not joined and subject_of(scan, hit) is None and house(scan, hit) is None:
            return False
        return scan.lexicon.inverted or not any(is_verb(scan, i) for i in range(start, scan.size))
    if hit.start == 0 and start == hit.end and not scan.quoted(start):
        return False
    if hit.cue.takes == {"quote"}:
        return scan.quoted(start) and (before_it.text in ",:" or _is_whole(scan, start))
    if hit.cue.form == "infinitive":
        said = scan.quoted(start) and (start == hit.end or before_it.text in ",:")
        return said or scan.is_(start - 1, Word.COMPLEMENTISER)
    return True


def _is_name(scan: Scan, start: int) -> bool:
    """Whether only capital words stand there: a name, not a judgement ("called Stony Run")."""
    end = start
    while scan.capital(end):
        end += 1
    return end > start and scan.mark(end) and not scan.lexicon.inverted and not scan.titled


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
    source, printed = speaker(scan, hit, last, start)
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
    if kind == "indirect" and scan.dash(start) and scan.low(start - 1) == ":":
        kind = "direct"
    draft = Draft(
        kind=kind,
        content=content,
        cue=cue_span(scan, hit),
        source=span(scan, source),
    )
    front = fronted(scan, hit, source)
    label = cut(scan, *front) if front is not None else None
    if label is not None:
        draft.parts = (label[1], content)
        draft.content = (label[1][0], content[1])
    return draft, source
