"""Statements whose source says them with a verb."""

from dataclasses import replace

from sholu.read.draft import Draft, Range
from sholu.read.second.content import behind
from sholu.read.second.field import clause_start, finite_in, is_relative, opening
from sholu.read.second.noun import phrase_end, speaks
from sholu.read.second.scan import Hit, Scan, Tokens
from sholu.read.second.subject import agent, subject_of
from sholu.read.second.trim import around, cut, draft_of

_LONGEST_LABEL = 14


def said(scan: Scan) -> list[Draft]:
    """The statements of one sentence that stand with a verb of saying."""
    drafts: list[Draft] = []
    last: Tokens | None = None
    for hit in scan.hits:
        source = source_of(scan, hit, last)
        if scan.is_(hit.verb, "reported") and not (source and speaks(scan, source)):
            # "die Aktion erinnere an …": what somebody else says, not an act of saying.
            continue
        draft = _statement(scan, hit, source)
        if draft is not None and _counts(hit, draft):
            drafts += [each for part in _split(scan, draft) for each in _relayed(scan, hit, part)]
        if source is not None and not hit.final and not hit.bare:
            last = source
    return drafts


def _split(scan: Scan, draft: Draft) -> list[Draft]:
    """Two drafts where a clause and a quotation behind its colon share one cue."""
    last = next((t for t in reversed(scan.tokens[: scan.size]) if t.start < draft.content[1]), None)
    quote = last.quote if last is not None else None
    at = scan.tokens.index(last) if last is not None else 0
    if draft.kind != "mixed" or draft.parts or quote is None or scan.tokens[at - 1].text != ":":
        return [draft]
    first = next(i for i, token in enumerate(scan.tokens) if token.end > draft.content[0])
    said, more = cut(scan, first, at - 1), cut(scan, at, at + 1)
    if said is None or more is None:
        return [draft]
    return [
        replace(draft, kind=said[0], content=said[1]),
        replace(draft, kind=more[0], content=more[1]),
    ]


def _relayed(scan: Scan, hit: Hit, draft: Draft) -> list[Draft]:
    """The draft, within that of the one who cites it where one does: "Y zitiert X"."""
    if not hit.takes("cited"):
        return [draft]
    source = agent(scan, hit) if hit.passive else subject_of(scan, hit, None)
    span = scan.span(source) if source is not None else None
    if span in (None, draft.source):
        return [draft]
    return [replace(draft, source=span), replace(draft, nested=True)]


def _counts(hit: Hit, draft: Draft) -> bool:
    """Whether it is an act of speech or an opinion, or quoted words that a study shows."""
    return hit.cue.sense in ("say", "judge") or draft.kind == "direct"


def cue_span(scan: Scan, hit: Hit) -> Range:
    """The words of saying: all of them where they stand together, else the verb alone."""
    first, last = min(hit.at), max(hit.at)
    if last - first + 1 == len(hit.at):
        return scan.span((first, last + 1))
    return scan.span((hit.at[0], hit.at[0] + 1))


def source_of(scan: Scan, hit: Hit, last: Tokens | None) -> Tokens | None:
    """The noun phrase that names the source of a verb of saying."""
    if hit.takes("impersonal"):
        return _place(scan, hit)
    if hit.takes("cited"):
        return _cited(scan, hit, last)
    source = subject_of(scan, hit, last)
    return _medium(scan, hit) if source is None and hit.passive else source


def _medium(scan: Scan, hit: Hit) -> Tokens | None:
    """The medium in which a passive is done: "wurde im „Tagblatt“ als Farce bezeichnet"."""
    found = _place(scan, hit)
    if found is None:
        return None
    named = scan.quoted(found[0]) or any(scan.is_(at, "media") for at in range(*found))
    return found if named else None


def _place(scan: Scan, hit: Hit) -> Tokens | None:
    """Where it is written: "heißt es in dem Schreiben", "aus dem Bericht geht hervor"."""
    first, close = min(hit.verb, *hit.at), hit.end
    while close < scan.size and not scan.stop(close):
        close += 1
    for at in (*range(first, close), *range(first - 1, max(-1, first - 25), -1)):
        if not scan.is_(at, "impersonal_sources") or at + 1 in hit.at or scan.stop(at + 1):
            continue
        if not scan.is_(at + 1, "times"):
            halves = [half for half in (hit.verb, *hit.at) if half > at]
            return at + 1, min([phrase_end(scan, at + 1, apposition=False), *halves])
    return None


def _cited(scan: Scan, hit: Hit, last: Tokens | None) -> Tokens | None:
    """The one quoted: "X wird mit den Worten zitiert", "Y zitiert X mit den Worten"."""
    if hit.passive:
        return subject_of(scan, Hit(hit.cue, hit.at, hit.verb, hit.end, final=hit.final), last)
    start = clause_start(scan, hit.verb)
    at = hit.verb + 1
    if start == hit.verb:
        citing = subject_of(scan, hit, last)
        other = citing[1] if citing is not None and citing[0] >= at else at
        anybody = other == at + 1 and scan.low(at) == "man" and scan.capital(other)
        if anybody or (scan.is_(other, "accusative_determiners") and scan.capital(other + 1)):
            # "…", zitiert das Blatt den Minister; "…", zitierte man Jane Roe.
            return other, phrase_end(scan, other)
        return citing
    while scan.is_(at, "adverbs"):
        at += 1
    if scan.capital(at) or scan.is_(at, "determiners"):
        return at, phrase_end(scan, at)
    return subject_of(scan, hit, last)


def _statement(scan: Scan, hit: Hit, source: Tokens | None) -> Draft | None:
    if hit.final and _is_as_clause(scan, hit):
        return _aside(scan, hit, source)
    if not hit.final and not hit.bare and not hit.negated:
        start = clause_start(scan, hit.verb)
        so = start + 1 == hit.verb and (scan.low(start),) in scan.lexicon.phrases["so_words"]
        if (start == hit.verb or so) and _is_set_off(scan, start):
            return _behind_its_clause(scan, hit, source, start)
    label = _label(scan, hit)
    first = hit.verb == 0 and not hit.final and not hit.bare
    if label is None:
        found = behind(scan, hit, source)
        if found is None:
            return None
        label = found
    if (hit.negated or first) and not scan.quoted(label[0]):
        return None
    piece = cut(scan, *label)
    if piece is None:
        return None
    return draft_of([piece], cue_span(scan, hit), scan.span(source) if source else None)


def _is_set_off(scan: Scan, at: int) -> bool:
    """Whether a comma, a dash or a quotation stands before the verb."""
    if at < 1:
        return False
    return scan.comma(at - 1) or scan.dash(at - 1) or scan.quoted(at - 1)


def _behind_its_clause(scan: Scan, hit: Hit, source: Tokens | None, start: int) -> Draft | None:
    """ "…, sagte X(, …)": the clause of the verb begins at `start`."""
    if not _may_close(scan, hit, source):
        return None
    end = max(hit.end, source[1] if source is not None and source[0] > hit.verb else 0)
    while end < scan.size and not scan.stop(end) and not scan.quoted(end):
        if scan.is_(end, "coordinators") and finite_in(scan, end, end + 3) is not None:
            break
        end += 1
    left = left_edge(scan, hit.verb), start
    right = right_of(scan, hit, end)
    pieces = around(scan, left, right)
    if not pieces:
        return None
    return draft_of(pieces, cue_span(scan, hit), scan.span(source) if source else None)


def _may_close(scan: Scan, hit: Hit, source: Tokens | None) -> bool:
    """Whether a verb and its source may stand behind what is said.

    Without marks, the mood of report must tell it, or nothing but the source follow.
    """
    if scan.quoted(hit.verb - 1) or scan.quoted(hit.verb - 2):
        return True
    if not hit.takes("clause", "question", "infinitive") or (hit.passive and source is None):
        return hit.passive and not scan.stop(hit.end - 2) and _is_reported(scan, hit.verb)
    if _is_reported(scan, hit.verb):
        return True
    close = max(hit.end, source[1] if source is not None and source[0] > hit.verb else 0)
    return hit.cue.sense == "say" and source is not None and scan.stop(close)


def _is_reported(scan: Scan, end: int) -> bool:
    """Whether what stands before a verb is in the mood of report."""
    return any(scan.is_(at, "reported", "reported_or_not") for at in range(end))


def left_edge(scan: Scan, at: int) -> int:
    """Where the sentence begins whose clause ends at `at`, what stands before a colon left out."""
    begin = at
    while begin > 0 and scan.tokens[begin - 1].text not in ":;":
        begin -= 1
    return begin


def right_of(scan: Scan, hit: Hit | None, end: int) -> Tokens | None:
    """What is said behind the comma at `end`, where it goes on there."""
    if not scan.comma(end) or end + 1 >= scan.size or scan.is_(end + 1, "contrasts"):
        return None
    if is_relative(scan, end + 1):
        return None
    stop = scan.size
    for later in scan.hits:
        if later is not hit and later.verb > end and not later.final and not later.bare:
            stop = min(stop, clause_start(scan, later.verb))
    return (end + 1, stop) if stop > end + 1 else None


def _is_as_clause(scan: Scan, hit: Hit) -> bool:
    begin = opening(scan, min(hit.verb, *hit.at))
    return scan.is_(begin, "as_words") and not hit.negated


def _aside(scan: Scan, hit: Hit, source: Tokens | None) -> Draft | None:
    """ "Wie X sagte, …", "…, wie X sagte(, …)"."""
    begin, end = opening(scan, min(hit.verb, *hit.at)), hit.end
    while end < scan.size and not scan.stop(end):
        end += 1
    right = (end + 1, scan.size) if scan.comma(end) else None
    left = (left_edge(scan, begin), begin) if begin > 0 else None
    if scan.tokens[end].text == ":" if end < scan.size else False:
        left, right = None, (end + 1, scan.size)
    pieces = around(scan, left, right)
    if not pieces:
        return None
    return draft_of(pieces, cue_span(scan, hit), scan.span(source) if source else None)


def _label(scan: Scan, hit: Hit) -> Tokens | None:
    """What something is called: "als Farce", "von „Panik“", between the verb's halves or behind."""
    if hit.takes("label_as"):
        return _labelled(scan, hit, "label_as")
    if hit.takes("about"):
        found = _labelled(scan, hit, "about") or _fronted(scan, hit)
        return found if found is not None and any(scan.quoted(i) for i in range(*found)) else None
    if hit.takes("label"):
        first = min(hit.verb, *hit.at)
        for at in range(first, min(scan.size, hit.end + _LONGEST_LABEL)):
            if scan.quoted(at):
                return at, at + 1
            if at > first and scan.stop(at):
                return None
    return None


def _fronted(scan: Scan, hit: Hit) -> Tokens | None:
    """Quoted words in the field before the verb: "Von einem „Eingriff“ spricht der Entwurf"."""
    start = clause_start(scan, hit.verb)
    if not scan.is_(start, "about"):
        return None
    quote = next((at for at in range(start + 1, hit.verb) if scan.quoted(at)), None)
    return (quote, quote + 1) if quote is not None else None


def _labelled(scan: Scan, hit: Hit, name: str) -> Tokens | None:
    halves = hit.end if hit.end > hit.verb + 1 or hit.final else scan.size
    first = min(hit.verb, *hit.at)
    if hit.final:
        first = opening(scan, min(hit.verb, *hit.at))
        halves = min(hit.at)
    for at in range(first + 1, min(halves, first + 40)):
        if scan.tokens[at].text in ":;" or (scan.quoted(at) and scan.comma(at - 1)):
            return None
        if scan.is_(at, name) and not scan.capital(at):
            stop = at + 1
            limit = min([halves, *(half for half in hit.at if half > at)])
            while stop < limit and not (scan.stop(stop) or _ends_label(scan, stop, at)):
                stop += 1
            quote = next((i for i in range(at + 1, stop) if scan.quoted(i)), None)
            if quote is not None:
                return quote, quote + 1
            plain = name == "label_as" and not hit.passive and not scan.is_(at + 1, "focus")
            return (at + 1, stop) if stop > at + 1 and plain else None
    return None


def _ends_label(scan: Scan, at: int, begin: int) -> bool:
    """Whether "und" with another verb follows the label."""
    if not scan.is_(at, "coordinators") or at == begin + 1:
        return False
    return finite_in(scan, at + 1, min(scan.size, at + 3)) is not None
