"""Who said what, in a language whose verb of saying stands last (Kazakh and its kin).

Each sentence is read cue by cue. What stands before a cue is its clause; who speaks is the first
noun phrase in the nominative that can, or the one behind the cue («…, – деді X»), or the genitive
before a phrase of attribution («X-тің айтуынша, …»).
"""

from dataclasses import dataclass, field

from sholu.read.draft import Draft, Range
from sholu.read.final_cues import Cue, find_cues
from sholu.read.final_subject import (
    first_word_subject,
    genitive_phrase,
    phrase_behind,
    subject,
)
from sholu.read.final_words import Words, words_of
from sholu.read.marks import Quote
from sholu.read.page import PUNCTUATION, QUOTED, WORD, Line, Page, Sentence, Token

# The one verb that says as well as shows.
_SHOW = "көрсет"
_DASH = frozenset("-–—―")
# A quotation of fewer words, with no cue beside it, is a name or a word in irony.
_SHORTEST_BARE = 4


@dataclass(slots=True)
class _Reader:
    """One sentence being read, and what its line has given so far."""

    page: Page
    words: Words
    number: int
    tokens: list[Token]
    line: Line
    free: int
    names: frozenset[str]
    drafts: list[Draft] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    low: int = 0
    speaker: tuple[int, int] | None = None
    within: bool = False


def find(page: Page) -> list[Draft]:
    """Every statement of a page, in the order of its lines."""
    words = words_of(page.pack)
    names = _names(page, words)
    drafts: list[Draft] = []
    for number, line in enumerate(page.lines):
        drafts += _read_line(page, words, names, number, line)
    return drafts


def _names(page: Page, words: Words) -> frozenset[str]:
    """Base forms of what the page prints with a capital inside a sentence: its names."""
    return frozenset(
        words.base(token)
        for line in page.lines
        for sentence in line.sentences
        for token in sentence.tokens[1:]
        if token.capital
    )


def _read_line(
    page: Page, words: Words, names: frozenset[str], number: int, line: Line
) -> list[Draft]:
    drafts: list[Draft] = []
    free = _text_start(page, line)
    for sentence in _joined_sentences(line, words):
        reader = _Reader(page, words, number, sentence.tokens, line, free, names)
        _read_sentence(reader)
        if reader.drafts and drafts and _carries_on(reader, drafts[-1]):
            _add_part(drafts[-1], reader.drafts.pop(0).content)
        drafts += reader.drafts
        if reader.drafts:
            free = sentence.end
    return drafts


def _text_start(page: Page, line: Line) -> int:
    start = line.start
    while start < line.end and page.text[start] in "-–—―•* \t":
        start += 1
    return start


def _joined_sentences(line: Line, words: Words) -> list[Sentence]:
    """A sentence that only names the speaker of the quotation before it joins that quotation."""
    joined: list[Sentence] = []
    for sentence in line.sentences:
        first = sentence.tokens[0]
        if joined and sentence.after_quote and first.low.startswith(words.de):
            if words.endings.get(first.low[len(words.de) :]):
                last = joined[-1]
                tokens = last.tokens + sentence.tokens
                joined[-1] = Sentence(last.start, sentence.end, tokens, last.after_quote)
                continue
        joined.append(sentence)
    return joined


def _carries_on(reader: _Reader, last: Draft) -> bool:
    """Whether a bare quotation goes on with the attributed one before it in the same line."""
    first = reader.drafts[0]
    return first.cue is None and first.source is None and last.kind == "direct"


def _add_part(draft: Draft, part: Range) -> None:
    draft.parts = (*(draft.parts or (draft.content,)), part)
    draft.content = (draft.parts[0][0], max(end for _, end in draft.parts))


def _read_sentence(reader: _Reader) -> None:
    cues = find_cues(reader.tokens, reader.words)
    for position, cue in enumerate(cues):
        if cue.first < reader.low:
            continue
        following = cues[position + 1] if position + 1 < len(cues) else None
        if _read_cue(reader, cue, following):
            reader.low = max(reader.low, cue.last + 1)
        elif cue.form == "finite" and _comma_behind(reader, cue):
            # A main clause of another kind ends here: "… деп қауіптенеді, себебі …".
            reader.speaker = _subject(reader, reader.low, cue.first) or reader.speaker
            reader.low = cue.last + 2
    _read_bare_quotes(reader)


def _read_cue(reader: _Reader, cue: Cue, following: Cue | None) -> bool:
    """Read one cue; whether it gave a statement."""
    if cue.form == "according":
        return _according(reader, cue)
    high = _clause_end(reader, cue)
    if _colon_behind(reader, cue):
        return _announced(reader, cue)
    if high > reader.low and reader.tokens[high - 1].kind == QUOTED:
        return _quoted(reader, cue, high)
    if cue.form == "nominal":
        return False
    if _unmarked_speech(reader, cue, high):
        return _spoken(reader, cue, high)
    if cue.form == "participle" and cue.kind == "de":
        return _called(reader, cue, high, following)
    if cue.joined is not None or cue.kind == "de":
        return _clause_with_joint(reader, cue, high)
    return _nominal_clause(reader, cue, high)


def _comma_behind(reader: _Reader, cue: Cue) -> bool:
    after = cue.last + 1
    return after < len(reader.tokens) and reader.tokens[after].text == ","


def _subject(reader: _Reader, low: int, high: int) -> tuple[int, int] | None:
    return subject(reader.tokens, low, high, reader.words, reader.names)


def _clause_end(reader: _Reader, cue: Cue) -> int:
    high = cue.first
    while high > reader.low and reader.tokens[high - 1].kind == PUNCTUATION:
        high -= 1
    return high


def _between(reader: _Reader, high: int, cue: Cue) -> str:
    return "".join(token.text for token in reader.tokens[high : cue.first])


# --- according to -----------------------------------------------------------------------------


def _according(reader: _Reader, cue: Cue) -> bool:
    case = "dative" if cue.kind == "dative" else "genitive"
    source = genitive_phrase(reader.tokens, reader.low, cue.first, reader.words, case)
    if source is None and not _opens(reader, cue.first):
        return False
    begin = cue.last + 1
    while begin < len(reader.tokens) and reader.tokens[begin].kind == PUNCTUATION:
        begin += 1
    end = _sentence_end(reader.tokens)
    if begin >= end:
        # "…, – X-тің мәліметінше": the clause stands before.
        begin, end = reader.low, source[0] if source else cue.first
    if end <= begin:
        return False
    if reader.tokens[begin].kind == QUOTED and _closes(reader, begin + 1, end):
        return _emit_quote(reader, cue, begin, source)
    _emit_clause(reader, cue, begin, end, source)
    reader.low = max(begin, cue.last + 1)
    reader.speaker = None
    reader.within = True
    return True


def _closes(reader: _Reader, index: int, end: int) -> bool:
    return index >= end or reader.tokens[index].text[0] in ")]"


def _opens(reader: _Reader, index: int) -> bool:
    return all(
        token.kind == PUNCTUATION or token.low in reader.words.openings
        for token in reader.tokens[:index]
    )


def _sentence_end(tokens: list[Token]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].kind == PUNCTUATION and tokens[end - 1].text[0] in ".!?…;,–—-":
        end -= 1
    return end


# --- quoted words -----------------------------------------------------------------------------


def _colon_behind(reader: _Reader, cue: Cue) -> bool:
    after = cue.last + 1
    return after + 1 < len(reader.tokens) and reader.tokens[after].text == ":"


def _announced(reader: _Reader, cue: Cue) -> bool:
    """ "Ол былай деді: …"."""
    begin = cue.last + 2
    source = _subject(reader, reader.low, cue.first) or first_word_subject(
        reader.tokens, reader.low, cue.first, reader.words
    )
    if reader.tokens[begin].kind == QUOTED:
        return _emit_quote(reader, cue, begin, source)
    if not (cue.announced or cue.kind == "de"):
        return False
    end = _sentence_end(reader.tokens)
    if end <= begin:
        return False
    start = reader.tokens[begin].start
    stop = _trim_end(reader.page.text, start, reader.line.end)
    reader.drafts.append(
        Draft(
            kind="direct",
            content=(start, stop),
            cue=_range(reader.tokens, cue.first, cue.last + 1),
            source=_source_range(reader, source),
            line=reader.number,
            follows=source is None,
        )
    )
    reader.low = len(reader.tokens)
    return True


def _quoted(reader: _Reader, cue: Cue, high: int) -> bool:
    """Quoted words right before their cue."""
    at = high - 1
    if cue.joined is None and cue.kind in ("think", "passive"):
        return False
    if cue.form == "participle" and cue.kind == "de" and not _enough_words(reader, at, 3):
        return False
    if _ends_as_clause(reader, cue, at):
        return _nominal_clause(reader, cue, high)
    source = None
    if cue.form == "participle":
        source = _described_by(reader, cue)
        if source is None and cue.kind in ("de", "any", "think", "passive"):
            return False
    elif cue.form == "finite" or cue.kind == "any":
        source = _behind(reader, cue)
    if cue.kind == "passive" and cue.joined == "деп" and not _enough_words(reader, at, 2):
        return False
    if source is None:
        reader.low = _own_clause(reader, high)
        source = _subject(reader, reader.low, at) or first_word_subject(
            reader.tokens, reader.low, at, reader.words
        )
    if source is None:
        source = reader.speaker
    begin = _skip_circumstances(reader, max(source[1], reader.low), at) if source else reader.low
    begin = _skip_marks(reader, begin, at)
    if _goes_on_into(reader, cue, begin, at):
        _emit_clause(reader, cue, begin, high, source)
        return True
    return _emit_quote(reader, cue, at, source)


def _ends_as_clause(reader: _Reader, cue: Cue, at: int) -> bool:
    """ "… «соғыс аяқталғанын» айтты": the quoted words close a clause turned into a noun."""
    quote = reader.tokens[at].quote
    if quote is None or cue.joined is not None or cue.kind == "de":
        return False
    last = [token for token in reader.page.tokens(quote.start, quote.end) if token.kind == WORD]
    return bool(last) and last[-1].low.endswith(reader.words.accusative_clause)


def _goes_on_into(reader: _Reader, cue: Cue, begin: int, at: int) -> bool:
    """Whether a clause outside the marks runs on into them, so that both are one statement."""
    quote = reader.tokens[at].quote
    if quote is None or cue.kind not in ("say", "de") or at - begin < 2:
        return False
    first = reader.page.text[quote.start : quote.start + 1]
    between = reader.tokens[begin:at]
    if not first.islower() or between[-1].kind == PUNCTUATION:
        return False
    return not any(reader.words.of(token) == "accusative" for token in between[-1:])


def _behind(reader: _Reader, cue: Cue) -> tuple[int, int] | None:
    """Who speaks behind a cue, or between its "деп" and its verb: "– деп Риза айтты"."""
    if cue.joined == "деп":
        joint = cue.first + cue.announced
        stop = cue.verb if cue.kind != "any" else len(reader.tokens)
        if stop > joint + 1:
            found = phrase_behind(reader.tokens, joint + 1, stop, reader.words, plain=False)
            if found is not None:
                return found
    return phrase_behind(reader.tokens, cue.last + 1, len(reader.tokens), reader.words)


def _described_by(reader: _Reader, cue: Cue) -> tuple[int, int] | None:
    """Who speaks behind a participle: "деп мәлімдеген Трамп"."""
    found = phrase_behind(
        reader.tokens, cue.last + 1, len(reader.tokens), reader.words, plain=False
    )
    if found is None or found[0] > cue.last + 1:
        return None
    return found


def _enough_words(reader: _Reader, at: int, least: int) -> bool:
    quote = reader.tokens[at].quote
    return quote is not None and _count(reader.page, quote) >= least


def _count(page: Page, quote: Quote) -> int:
    return sum(token.kind != PUNCTUATION for token in page.tokens(quote.start, quote.end))


def _emit_quote(reader: _Reader, cue: Cue, at: int, source: tuple[int, int] | None) -> bool:
    quote = reader.tokens[at].quote
    if quote is None:
        return False
    content = _inside(reader.page.text, quote.start, quote.end)
    if content is None:
        return False
    draft = Draft(
        kind="direct",
        content=content,
        cue=_range(reader.tokens, cue.first, cue.last + 1),
        source=_source_range(reader, source),
        line=reader.number,
        follows=source is None,
    )
    reader.used.add(at)
    _take_following_quotes(reader, draft, max(at, cue.last, source[1] - 1 if source else 0) + 1)
    _take_preceding_quotes(reader, draft, at - 1)
    reader.drafts.append(draft)
    if source is not None:
        reader.speaker = source
    reader.low = max(reader.low, cue.last + 1, at + 1)
    return True


def _take_following_quotes(reader: _Reader, draft: Draft, index: int) -> None:
    """«A», – деді X, – «B»: the second piece belongs to the same statement."""
    joints = frozenset(("және", "әрі", "мен", "пен", "бен"))
    while index < len(reader.tokens):
        token = reader.tokens[index]
        if token.kind == QUOTED and token.quote is not None:
            part = _inside(reader.page.text, token.quote.start, token.quote.end)
            if part is not None:
                _add_part(draft, part)
            reader.used.add(index)
        elif not (token.kind == PUNCTUATION or token.low in joints):
            break
        index += 1


def _take_preceding_quotes(reader: _Reader, draft: Draft, index: int) -> None:
    """Several quoted sentences side by side before one cue."""
    while index >= reader.low and reader.tokens[index].kind in (PUNCTUATION, QUOTED):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION and token.text[0] not in ",.…":
            break
        if token.quote is not None:
            part = _inside(reader.page.text, token.quote.start, token.quote.end)
            if part is not None:
                draft.parts = (part, *(draft.parts or (draft.content,)))
                draft.content = (part[0], draft.content[1])
            reader.used.add(index)
        index -= 1


# --- speech without marks ---------------------------------------------------------------------


def _unmarked_speech(reader: _Reader, cue: Cue, high: int) -> bool:
    """ "Бәрі жақсы болады, – деді ол": a comma or a dash, then the bare verb of speech."""
    if cue.form != "finite" or cue.joined == "ретінде":
        return False
    between = _between(reader, high, cue)
    if not between or high - reader.low < 1:
        return False
    if cue.joined is None and cue.kind != "de":
        return cue.kind == "say" and between[0] in ",?!" and between[-1] in _DASH
    if any(mark in _DASH for mark in between) or between[0] in "?!":
        return True
    behind = phrase_behind(reader.tokens, cue.last + 1, len(reader.tokens), reader.words)
    return between[0] == "," and behind is not None and high - reader.low > 2


def _spoken(reader: _Reader, cue: Cue, high: int) -> bool:
    source = _behind(reader, cue)
    start = reader.free if reader.low == 0 else reader.tokens[reader.low].start
    content = _inside(reader.page.text, start, reader.tokens[high - 1].end)
    if content is None:
        return False
    reader.drafts.append(
        Draft(
            kind="direct",
            content=content,
            cue=_range(reader.tokens, cue.first, cue.last + 1),
            source=_source_range(reader, source),
            line=reader.number,
            follows=source is None,
        )
    )
    reader.used.update(range(high))
    if source is not None:
        reader.speaker = source
    return True


# --- clauses ----------------------------------------------------------------------------------


def _called(reader: _Reader, cue: Cue, high: int, following: Cue | None) -> bool:
    """ "… деген пікір айтты": the clause of "деген" belongs to the verb behind its noun."""
    if following is None or following.first - cue.last > 3 or following.form == "according":
        return False
    if following.kind not in ("say", "judge", "de"):
        return False
    if high > reader.low and reader.words.of(reader.tokens[high - 1]) == "dative":
        # "өз адамына деген сенім": trust in somebody, not words.
        return False
    cue.last = following.last
    cue.form = following.form
    return _clause_with_joint(reader, cue, high)


def _clause_with_joint(reader: _Reader, cue: Cue, high: int) -> bool:
    """ "… деп мәлімдеді", "… ретінде сипаттады", "… емес деді"."""
    if cue.kind == "any" or (cue.joined == "ретінде" and cue.kind not in ("judge", "say")):
        return False
    source = None
    if cue.form == "participle":
        source = _described_by(reader, cue)
        if source is None:
            return False
    elif cue.form == "finite" and cue.joined != "ретінде":
        source = _close_behind(reader, cue)
    behind = source is not None
    if source is None:
        source = _speaker_before(reader, high)
    begin = reader.low if behind or source is None else max(source[1], reader.low)
    if source is not None and not behind:
        begin = _skip_circumstances(reader, begin, high)
    begin = _skip_marks(reader, begin, high)
    if cue.kind == "judge" or cue.joined == "ретінде":
        begin = _skip_object(reader, begin, high)
    if cue.kind == "think" and not _quotes_in(reader, begin, high):
        return False
    if cue.kind == "passive" and cue.joined == "деп" and not _long_enough(reader, begin, high):
        return False
    if high <= begin:
        return False
    _emit_clause(reader, cue, begin, high, source)
    return True


def _nominal_clause(reader: _Reader, cue: Cue, high: int) -> bool:
    """ "… барғанын айтты": the clause is turned into a noun."""
    end = _nominal_end(reader, cue, high)
    if end is None:
        return False
    reader.low = _own_clause(reader, end)
    source = None
    if cue.form == "participle":
        source = _described_by(reader, cue)
        if source is None and cue.kind != "passive":
            return False
    elif cue.form == "finite":
        source = _close_behind(reader, cue)
    behind = source is not None
    if source is None and cue.kind != "passive":
        source = _speaker_before(reader, end)
    begin = reader.low if behind or source is None else max(source[1], reader.low)
    if source is None and cue.kind == "passive":
        source, begin = _document_before(reader, end)
    if source is not None and not behind:
        begin = _skip_circumstances(reader, begin, end)
    begin = _skip_marks(reader, begin, end)
    if end <= begin or not _may_show(reader, cue, source):
        return False
    _emit_clause(reader, cue, begin, end, source)
    return True


def _may_show(reader: _Reader, cue: Cue, source: tuple[int, int] | None) -> bool:
    """ "көрсетті" reports only where its subject is an outlet, a body or a group that writes."""
    if cue.first != cue.last or not reader.tokens[cue.verb].low.startswith(_SHOW):
        return True
    if cue.kind != "say" or source is None:
        return cue.kind != "say"
    return any(
        token.text.isascii() or reader.words.noun_kind(token.low) not in (None, "documents")
        for token in reader.tokens[source[0] : source[1]]
    )


def _own_clause(reader: _Reader, end: int) -> int:
    """Where the main clause that ends in a nominal clause begins, behind those before it."""
    start = reader.low
    for index in range(reader.low, end - 2):
        token, comma = reader.tokens[index], reader.tokens[index + 1]
        if comma.kind != PUNCTUATION or comma.text != ",":
            continue
        following = reader.tokens[index + 2].low
        closed = token.kind == WORD and token.low.endswith(reader.words.finite_ends)
        if following in reader.words.contrast or (closed and index - start > 1):
            if reader.speaker is None:
                reader.speaker = _subject(reader, start, index)
            start = index + 2
    return start


def _nominal_end(reader: _Reader, cue: Cue, high: int) -> int | None:
    """Index behind the clause that belongs to a verb without "деп"; null where none does."""
    words = reader.words
    if cue.kind in ("think", "quote"):
        return None
    endings = words.accusative_clause + words.dative_clause
    if cue.kind == "passive":
        endings = words.nominative_clause
    for index in range(high - 1, max(reader.low - 1, high - 7), -1):
        token = reader.tokens[index]
        if token.kind == QUOTED:
            continue
        if token.kind != WORD:
            return None
        if token.low.endswith(endings) and index > reader.low:
            return index + 1
        if token.low in words.about_words and index > reader.low:
            inside = reader.tokens[index - 1]
            if inside.low.endswith(words.about_clause):
                return index
        if index == high - 1 and _appraised(reader, cue, token):
            return index + 1
        if index == high - 1 and cue.form != "participle" and _shows(reader, cue, token):
            return index + 1
    return None


def _appraised(reader: _Reader, cue: Cue, token: Token) -> bool:
    """ "саясатын жоғары бағалады": the thing appraised is all that is said."""
    verb = reader.tokens[cue.last]
    return (
        cue.kind == "judge"
        and cue.verb < cue.last
        and verb.low.startswith("бағала")
        and reader.words.of(token) == "accusative"
    )


def _shows(reader: _Reader, cue: Cue, token: Token) -> bool:
    """ "маңызын көрсетеді": a few verbs take a plain object and still report."""
    verb = reader.tokens[cue.verb].low
    return (
        cue.first == cue.verb
        and verb.startswith(_SHOW)
        and reader.words.of(token) == "accusative"
    )


def _speaker_before(reader: _Reader, high: int) -> tuple[int, int] | None:
    found = _subject(reader, reader.low, high)
    if found is None and reader.low == 0:
        found = first_word_subject(reader.tokens, reader.low, high, reader.words)
    if found is not None and found[1] >= high:
        found = None
    if reader.speaker is not None and reader.low > 0:
        # Verbs in a row share the subject of the first: "бағалап, … жазады"; a clause set against
        # it ("ал …") and one that opens with a pronoun bring their own.
        opening = reader.tokens[reader.low].low
        if found is None or (
            opening not in reader.words.contrast
            and reader.tokens[found[0]].low not in reader.words.pronouns
        ):
            return reader.speaker
    return found or reader.speaker


def _document_before(reader: _Reader, high: int) -> tuple[tuple[int, int] | None, int]:
    """ "X жариялаған материалда … көрсетілген": whose document it is, and where its words begin."""
    for index in range(reader.low, high):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION:
            break
        if reader.words.noun_kind(token.low) == "documents":
            if reader.words.of(token) != "locative":
                break
            named = _subject(reader, reader.low, index) or genitive_phrase(
                reader.tokens, reader.low, index, reader.words
            )
            return named or (reader.low, index + 1), index + 1
    return None, reader.low


def _close_behind(reader: _Reader, cue: Cue) -> tuple[int, int] | None:
    """A speaker behind a cue that ends no quotation: only right behind it."""
    after = cue.last + 1
    if after >= len(reader.tokens) or reader.tokens[after].kind != WORD:
        return None
    return phrase_behind(reader.tokens, after, len(reader.tokens), reader.words)


def _skip_marks(reader: _Reader, begin: int, high: int) -> int:
    while begin < high and reader.tokens[begin].kind == PUNCTUATION:
        if reader.tokens[begin].text[0] in "($€£№#":
            break
        begin += 1
    return begin


def _skip_circumstances(reader: _Reader, begin: int, high: int) -> int:
    """Behind the subject: when and where it was said, and to whom."""
    words = reader.words
    at = begin
    while at < high and reader.tokens[at].low in words.when:
        at += 1
    for index in range(at, min(high, at + 8)):
        token = reader.tokens[index]
        if token.kind == PUNCTUATION:
            break
        if token.low in words.venues:
            at = index + 1
    if at < high and words.of(reader.tokens[at]) == "dative":
        if words.noun_kind(reader.tokens[at].low) is not None:
            at += 1
    return at


def _skip_object(reader: _Reader, begin: int, high: int) -> int:
    """Behind the thing judged: "сапарды | маңызды қадам деп бағалады"."""
    for index in range(begin, high - 1):
        token = reader.tokens[index]
        if token.kind != WORD:
            return begin
        if reader.words.of(token) == "accusative":
            return index + 1
    return begin


def _quotes_in(reader: _Reader, begin: int, high: int) -> bool:
    return any(token.kind == QUOTED for token in reader.tokens[begin:high])


def _long_enough(reader: _Reader, begin: int, high: int) -> bool:
    return sum(token.kind == WORD for token in reader.tokens[begin:high]) >= 4


def _emit_clause(
    reader: _Reader, cue: Cue, begin: int, end: int, source: tuple[int, int] | None
) -> None:
    tokens = reader.tokens
    quoted = [index for index in range(begin, end) if tokens[index].kind == QUOTED]
    content = _inside(reader.page.text, tokens[begin].start, tokens[end - 1].end)
    if content is None:
        return
    whole = len(quoted) == 1 and end - begin == 1
    reader.used.update(quoted)
    reader.drafts.append(
        Draft(
            kind="direct" if whole else "mixed" if quoted else "indirect",
            content=content,
            cue=_range(tokens, cue.first, cue.last + 1),
            source=_source_range(reader, source),
            line=reader.number,
            nested=reader.within,
            follows=source is None,
        )
    )
    if source is not None:
        reader.speaker = source


# --- quotations without a cue -----------------------------------------------------------------


def _read_bare_quotes(reader: _Reader) -> None:
    """What stands in marks and has no cue: speech carried on, or no speech at all."""
    tokens = reader.tokens
    for index, token in enumerate(tokens):
        if token.quote is None or index in reader.used:
            continue
        if any(draft.content[0] <= token.start < draft.content[1] for draft in reader.drafts):
            continue
        if reader.line.heading:
            continue
        if index and tokens[index - 1].text == ":" and _count(reader.page, token.quote) > 1:
            source = _subject(reader, 0, index - 1)
            if source is not None and (
                source[1] == index - 1 or _count(reader.page, token.quote) >= _SHORTEST_BARE
            ):
                _emit_bare(reader, index, source)
                continue
        if _stands_alone(reader, index):
            _emit_bare(reader, index, None)


def _stands_alone(reader: _Reader, index: int) -> bool:
    """Whether a quotation is all its sentence says."""
    tokens = reader.tokens
    quote = tokens[index].quote
    if quote is None or any(
        token.kind not in (PUNCTUATION, QUOTED)
        for position, token in enumerate(tokens)
        if position != index
    ):
        return False
    if reader.line.heading:
        return False
    carried = not quote.opened or not quote.closed
    return carried or _count(reader.page, quote) >= _SHORTEST_BARE


def _emit_bare(reader: _Reader, index: int, source: tuple[int, int] | None) -> None:
    quote = reader.tokens[index].quote
    if quote is None:
        return
    split = _split_inside(reader, quote) if source is None else None
    content = _inside(reader.page.text, quote.start, quote.end)
    if split is not None:
        reader.drafts.append(split)
    elif content is not None:
        reader.drafts.append(
            Draft(
                kind="direct",
                content=content,
                source=_source_range(reader, source),
                line=reader.number,
                follows=source is None,
            )
        )
    reader.used.add(index)


def _split_inside(reader: _Reader, quote: Quote) -> Draft | None:
    """«A, – деді X, – B» in one pair of marks: the cue interrupts what is quoted."""
    tokens = reader.page.tokens(quote.start, quote.end)
    for cue in find_cues(tokens, reader.words):
        if cue.form != "finite" or not (cue.kind == "de" or cue.joined == "деп"):
            continue
        if cue.first < 2 or tokens[cue.first - 1].text[0] not in _DASH:
            continue
        source = phrase_behind(tokens, cue.last + 1, len(tokens), reader.words)
        after = (source[1] if source else cue.last + 1)
        if after >= len(tokens) or tokens[after].text[0] not in ",.–—-":
            continue
        while after < len(tokens) and tokens[after].kind == PUNCTUATION:
            after += 1
        first = _inside(reader.page.text, quote.start, tokens[cue.first - 1].start)
        if first is None:
            continue
        draft = Draft(
            kind="direct",
            content=first,
            cue=_range(tokens, cue.first, cue.last + 1),
            source=_range(tokens, *source) if source else None,
            line=reader.number,
            follows=source is None,
        )
        if after < len(tokens):
            second = _inside(reader.page.text, tokens[after].start, quote.end)
            if second is not None:
                _add_part(draft, second)
        return draft
    return None


# --- offsets ----------------------------------------------------------------------------------


def _range(tokens: list[Token], first: int, end: int) -> Range:
    return tokens[first].start, tokens[end - 1].end


def _source_range(reader: _Reader, source: tuple[int, int] | None) -> Range | None:
    return _range(reader.tokens, *source) if source is not None else None


def _trim_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:–—-"):
        end -= 1
    return end


def _inside(text: str, start: int, end: int) -> Range | None:
    """A content without the spaces, dashes and final punctuation around it."""
    while start < end and (text[start].isspace() or text[start] in "–—-,"):
        start += 1
    end = _trim_end(text, start, end)
    if not any(char.isalnum() for char in text[start:end]):
        return None
    return start, end
