"""Reported clauses of a language whose verb stands last: "… деп мәлімдеді", "… барғанын айтты"."""

from sholu.read.final.circumstances import skip_circumstances, skip_converb
from sholu.read.final.cues import Cue
from sholu.read.final.emit import emit_clause
from sholu.read.final.sentence import (
    SentenceReader,
    own_clause,
    skip_marks,
)
from sholu.read.final.speaker import (
    genitive_subject,
    speaker_of,
    words_said,
)
from sholu.read.page import QUOTED, WORD, Token


def called(reader: SentenceReader, cue: Cue, high: int, following: Cue | None) -> bool:
    """ "… деген пікір айтты": the clause of "деген" belongs to the verb behind its noun."""
    if high > reader.low and reader.words.of(reader.tokens[high - 1]) == "dative":
        # "өз адамына деген сенім": trust in somebody, not words.
        return False
    return through_noun(reader, cue, following) and clause_with_joint(reader, cue, high)


def through_noun(reader: SentenceReader, cue: Cue, following: Cue | None) -> bool:
    """Join "деген" to the verb behind its noun ("деген тілегін жеткізді"), if one is close."""
    if following is None or following.first - cue.last > 3:
        return False
    if following.form == "according" or following.kind not in ("say", "judge", "de"):
        return False
    between = reader.tokens[cue.last + 1 : following.first]
    if any(token.capital or reader.words.noun_kind(token.low) == "roles" for token in between):
        # "«…» деген бапкер айтты": the noun is who speaks.
        return False
    cue.last = following.last
    cue.form = following.form
    return True


def clause_with_joint(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """ "… деп мәлімдеді", "… ретінде сипаттады", "… емес деді"."""
    if cue.kind == "any" or (cue.joined == "as" and cue.kind not in ("judge", "say")):
        return False
    if cue.joined == "as" and cue.kind == "say" and reader.words.said_so:
        # "…» şeklinde konuştu" needs quoted words; "dolaylı olarak değindi" says how.
        return False
    speaker = speaker_of(reader, cue, high, high)
    if speaker is None:
        return False
    begin = skip_marks(reader, speaker.begin, high)
    if cue.kind == "judge" or cue.joined == "as":
        begin = _skip_object(reader, begin, high)
    if cue.kind == "think" and not _quotes_in(reader, begin, high):
        return False
    if cue.kind == "passive" and cue.joined == "that" and not _long_enough(reader, begin, high):
        return False
    if high <= begin:
        return False
    emit_clause(reader, cue, begin, high, speaker.source)
    return True


def nominal_clause(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """ "… барғанын айтты": the clause is turned into a noun."""
    end = _nominal_end(reader, cue, high)
    if end is None:
        return False
    reader.low = own_clause(reader, end)
    speaker = speaker_of(reader, cue, end, high)
    if speaker is None or not _may_show(reader, cue, speaker.source):
        return False
    if speaker.source is None and cue.kind == "passive" and not reader.words.hearsay:
        return False
    begin = skip_marks(reader, speaker.begin, end) if reader.words.subject_comma else speaker.begin
    begin = skip_marks(reader, skip_converb(reader, begin, end), end)
    if words_said(reader, cue).startswith(reader.words.accusing):
        begin = _skip_object(reader, begin, end)
    if end <= begin:
        return False
    emit_clause(reader, cue, begin, end, speaker.source)
    return True


def embedded(reader: SentenceReader, cue: Cue, high: int) -> bool:
    """ "X'in geleceğini söylediğini (yazdı)": whoever speaks within another's words owns the verb.

    Gives false, since what stands around it is still to be read.
    """
    end = _nominal_end(reader, cue, high)
    source = genitive_subject(reader, reader.low, end) if end is not None else None
    if end is None or source is None or source[1] >= end:
        return False
    speaker = reader.speaker
    begin = skip_marks(reader, skip_circumstances(reader, source[1], end), end)
    if begin < end:
        emit_clause(reader, cue, begin, end, source)
    reader.speaker = speaker
    return False


def _may_show(reader: SentenceReader, cue: Cue, source: tuple[int, int] | None) -> bool:
    """ "көрсетті" reports only where its subject is an outlet, a body or a group that writes."""
    if not _is_show(reader, cue):
        return True
    if cue.kind == "passive":
        return source is not None
    if cue.kind != "say" or cue.joined is not None:
        return True
    if source is None:
        return False
    return any(
        reader.words.is_foreign(token)
        or reader.words.noun_kind(token.low) not in (None, "documents")
        for token in reader.tokens[source[0] : source[1]]
    )


def _is_show(reader: SentenceReader, cue: Cue) -> bool:
    return reader.tokens[cue.verb].low.startswith(reader.words.show)


def ends_as_clause(reader: SentenceReader, cue: Cue, at: int) -> bool:
    """ "… «жолдың жабылғанын» айтты": the quoted words close a clause turned into a noun."""
    quote = reader.tokens[at].quote
    if quote is None or cue.joined is not None or cue.kind == "de":
        return False
    last = [token for token in reader.page.tokens(quote.start, quote.end) if token.kind == WORD]
    return bool(last) and last[-1].low.endswith(reader.words.accusative_clause)


def _nominal_end(reader: SentenceReader, cue: Cue, high: int) -> int | None:
    """Index behind the clause that belongs to a verb without "деп"; null where none does."""
    words = reader.words
    if cue.kind in ("think", "quote"):
        return None
    if reader.tokens[high - 1].kind == QUOTED and ends_as_clause(reader, cue, high - 1):
        return high
    endings = words.accusative_clause + words.dative_clause
    if cue.kind == "passive":
        endings = words.nominative_clause
        if _asks(reader, cue):
            endings += words.nominative_request
    if words_said(reader, cue).startswith(words.accusing):
        endings += words.locative_clause
    if reader.tokens[cue.verb].low in words.clause_nouns:
        endings = words.nominative_clause + words.nominative_request
    for index in range(high - 1, max(reader.low - 1, high - 7), -1):
        token = reader.tokens[index]
        if token.kind == QUOTED:
            continue
        if token.kind != WORD:
            return None
        if token.low in words.not_clauses or words.plural_noun.search(token.low):
            return None
        if token.low.endswith(endings) and index > reader.low:
            if token.low.endswith(words.request_clause) and not _asks(reader, cue):
                return None
            if _wishes(reader, cue) and not token.low.endswith(words.wished):
                return None
            return index + 1
        if token.low in words.purpose and index > reader.low and _asks(reader, cue):
            return index if reader.tokens[index - 1].low.endswith(words.about_clause) else None
        if token.low in words.blamed and index > reader.low and _blames(reader, cue):
            return index if reader.tokens[index - 1].low.endswith(words.about_clause) else None
        if token.low in words.about_words and index > reader.low:
            inside = reader.tokens[index - 1]
            if inside.low.endswith(words.about_clause):
                return index
        if token.low in words.claims and index > reader.low and _denies(reader, cue):
            return index + 1
        if index == high - 1 and _appraised(reader, cue, token):
            return index + 1
        if index == high - 1 and cue.form != "participle" and _shows(reader, cue, token):
            return index + 1
    return None


def _asks(reader: SentenceReader, cue: Cue) -> bool:
    """Whether the verb takes what is to be done: "көмектесуді сұрады", "қайтуға шақырды"."""
    return words_said(reader, cue).startswith(reader.words.requests)


def _blames(reader: SentenceReader, cue: Cue) -> bool:
    """Whether the verb accuses: "алдағаны үшін айыптады"."""
    return words_said(reader, cue).startswith(reader.words.accusing)


def _denies(reader: SentenceReader, cue: Cue) -> bool:
    """Whether a claim is what the verb denies: "kaçtığı iddiasını reddetti"."""
    return words_said(reader, cue).startswith(reader.words.denials)


def _wishes(reader: SentenceReader, cue: Cue) -> bool:
    """Whether the verb wishes as well as asks: "gelmesini istedi", but "gelmeyi istedi"."""
    return bool(reader.words.wishes) and words_said(reader, cue).startswith(reader.words.wishes)


def _appraised(reader: SentenceReader, cue: Cue, token: Token) -> bool:
    """ "саясатын жоғары бағалады": the thing appraised is all that is said."""
    verb = reader.tokens[cue.last]
    return (
        cue.kind == "judge"
        and cue.verb < cue.last
        and verb.low.startswith(reader.words.appraise)
        and reader.words.of(token) == "accusative"
    )


def _shows(reader: SentenceReader, cue: Cue, token: Token) -> bool:
    """ "маңызын көрсетеді": a few verbs take a plain object and still report."""
    verb = reader.tokens[cue.verb].low
    return (
        cue.first == cue.verb
        and cue.kind == "say"
        and verb.startswith(reader.words.show)
        and reader.words.of(token) == "accusative"
    )


def _skip_object(reader: SentenceReader, begin: int, high: int) -> int:
    """Behind the thing judged: "сапарды | маңызды қадам деп бағалады"."""
    for index in range(begin, high - 1):
        token = reader.tokens[index]
        if token.kind != WORD:
            return begin
        if reader.words.of(token) == "accusative" or token.low in reader.words.oblique_pronouns:
            return index + 1
    return begin


def _quotes_in(reader: SentenceReader, begin: int, high: int) -> bool:
    return any(token.kind == QUOTED for token in reader.tokens[begin:high])


def _long_enough(reader: SentenceReader, begin: int, high: int) -> bool:
    return sum(token.kind == WORD for token in reader.tokens[begin:high]) >= 4
