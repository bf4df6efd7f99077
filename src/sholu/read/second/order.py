"""Who said what in languages whose finite verb stands second (German)."""

from sholu.read.draft import Draft, Range
from sholu.read.edges import inside
from sholu.read.page import PUNCTUATION, QUOTED, Line, Page, Sentence
from sholu.read.second.bare import bare
from sholu.read.second.hits import find_hits
from sholu.read.second.lexicon import Lexicon, lexicon
from sholu.read.second.mood import Speaker, listen, run_on
from sholu.read.second.phrase import phrases
from sholu.read.second.said import cue_span, said, source_of
from sholu.read.second.scan import Scan, scan
from sholu.read.sentences import LONGEST_PIECE, in_pieces

# A quotation inside a reported clause with fewer words is a fragment of it.
_FRAGMENT = 3


def find(page: Page) -> list[Draft]:
    """The statements of a page, in the order of their contents.

    Offsets count code points of `page.text`; a content never leaves its line. The voice of a draft
    without a source is left to be carried over from the statement before it.
    """
    words = lexicon(page.pack)
    drafts: list[Draft] = []
    speaker = Speaker()
    for number, line in enumerate(page.lines):
        opening = _opening(page, page.lines[number - 1], words) if number else None
        if not (speaker.quoting and _begins_quoted(line)):
            speaker = Speaker()
        for draft in _line(page, line, words, opening, speaker):
            draft.line = number
            drafts.append(draft)
    return sorted(drafts, key=lambda draft: (draft.content[0], -draft.content[1]))


def _begins_quoted(line: Line) -> bool:
    """Whether a line opens with a quotation, and so may go on the one before it."""
    return bool(line.quotes) and line.quotes[0].outer_start == line.start


def _scan(page: Page, sentence: Sentence, words: Lexicon) -> Scan:
    found = scan(page.text, sentence, words)
    found.hits = find_hits(found)
    return found


def _opening(page: Page, line: Line, words: Lexicon) -> tuple[Range, Range | None] | None:
    """Cue and source of a line that ends in a colon and so opens the next one."""
    if page.text[line.end - 1] != ":" or not line.sentences:
        return None
    tokens = line.sentences[-1].tokens[-LONGEST_PIECE:]
    found = _scan(page, Sentence(tokens[0].start, tokens[-1].end, tokens), words)
    if not found.hits:
        return None
    hit = found.hits[-1]
    source = source_of(found, hit, None)
    return cue_span(found, hit), found.span(source) if source is not None else None


def _line(
    page: Page,
    line: Line,
    words: Lexicon,
    opening: tuple[Range, Range | None] | None,
    speaker: Speaker,
) -> list[Draft]:
    drafts: list[Draft] = []
    for index, sentence in enumerate(in_pieces(line.sentences)):
        found = _scan(page, sentence, words)
        if _only_quote(sentence):
            lone = _lone(page, sentence, speaker, opening if index == 0 else None)
            drafts += lone
            speaker.reported = speaker.quoting = bool(lone)
            speaker.running = None
            continue
        speaker.quoting = False
        if sentence.after_quote and _names_speaker(found, drafts):
            speaker.source = drafts[-1].source
            continue
        of_sentence = _sentence(found)
        more = run_on(found, speaker) if not _is_said(of_sentence) else None
        if more is not None:
            _join(speaker, more, drafts)
            drafts += _fragments(found, [more])
            continue
        speaker.running = None
        for draft in of_sentence:
            if draft.kind == "direct" and draft.cue is None and draft.source is None:
                draft.source = speaker.source
        listen(found, of_sentence, speaker)
        drafts += of_sentence
    return drafts


def _join(speaker: Speaker, more: Draft, drafts: list[Draft]) -> None:
    """Add a sentence that runs on to the one that ran on before it."""
    running = speaker.running
    speaker.reported = True
    if running is None:
        speaker.running = more
        drafts.append(more)
        return
    running.content = (running.content[0], more.content[1])
    if more.kind == "mixed":
        running.kind = "mixed"


def _is_said(drafts: list[Draft]) -> bool:
    return any(not draft.nested and draft.cue is not None for draft in drafts)


def _sentence(found: Scan) -> list[Draft]:
    """The statements of a sentence."""
    drafts = phrases(found) + said(found)
    drafts += bare(found, drafts)
    drafts = _distinct(drafts)
    return drafts + _fragments(found, drafts)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Without contents that stand twice; what stands inside another is nested."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.content[0], -draft.content[1])):
        same = next((other for other in kept if other.content == draft.content), None)
        if same is None or same.source != draft.source:
            draft.nested = any(_holds(other, draft) for other in kept)
            kept.append(draft)
    return kept


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer.content[0] <= inner.content[0] and inner.content[1] <= outer.content[1]


def _fragments(found: Scan, drafts: list[Draft]) -> list[Draft]:
    """Longer quotations inside reported clauses, as statements inside them."""
    fragments = []
    for token in found.tokens:
        quote = token.quote
        content = inside(found.text, quote) if quote is not None else None
        if quote is None or content is None or _is_title(found.text[slice(*content)]):
            continue
        outer = next(
            (d for d in drafts if d.content[0] <= quote.start and quote.end <= d.content[1] + 2
             and d.kind == "mixed"), None
        )  # fmt: skip
        if outer is None or any(draft.content == content for draft in drafts):
            continue
        fragments.append(
            Draft(kind="direct", content=content, cue=outer.cue, source=outer.source, nested=True)
        )
    return fragments


def _is_title(words: str) -> bool:
    """Whether quoted words are too few to be speech, or all of them are capital."""
    split = words.split()
    return len(split) < _FRAGMENT or all(word[:1].isupper() for word in split)


def _only_quote(sentence: Sentence) -> bool:
    return sentence.tokens[0].quote is not None and all(
        token.kind in (PUNCTUATION, QUOTED) for token in sentence.tokens
    )


def _lone(
    page: Page, sentence: Sentence, speaker: Speaker, opening: tuple[Range, Range | None] | None
) -> list[Draft]:
    """A sentence that is a quotation and nothing else."""
    quotes = [token.quote for token in sentence.tokens if token.quote is not None]
    first, last = inside(page.text, quotes[0]), inside(page.text, quotes[-1])
    if first is None or last is None:
        return []
    content = (first[0], last[1])
    if _is_title(page.text[slice(*content)]) and page.text[last[1] : last[1] + 1] not in ".!?":
        return []
    cue, source = opening if opening is not None else (None, speaker.source)
    return [Draft(kind="direct", content=content, cue=cue, source=source)]


def _names_speaker(found: Scan, drafts: list[Draft]) -> bool:
    """Give the quotation before this sentence the speaker that this one names: "„…!“ So X."."""
    draft = next((draft for draft in reversed(drafts) if not draft.nested), None)
    if draft is None or draft.cue is not None or not found.hits or found.hits[0].verb > 0:
        return False
    hit = found.hits[0]
    source = source_of(found, hit, None)
    if source is None or source[1] < found.size:
        return False
    draft.cue, draft.source = cue_span(found, hit), found.span(source)
    return True
