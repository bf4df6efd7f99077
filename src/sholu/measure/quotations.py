"""Who said what: quotations found against quotations marked by people.

The measures are those of quotation attribution as PolNeAR (Newell, Margolin and Ruths, 2018)
and its successors report them: exact span, overlap of half or more, and overlap with the right
source ("e2e").
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sholu.measure.gold import GoldDocument, GoldSet, Quote, Range
from sholu.measure.match import overlap, pair, trim
from sholu.measure.score import Score
from sholu.measure.speech import has_verb_of_speech
from sholu.model import Document, Reading, Statement

LONG_QUOTATION = 4
"""Words from which a direct quotation is more than a fragment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One gold quotation, one statement, or the two of them matched.

    Attributes:
        exact: same span after trimming.
        speaker: the source is right.
    """

    gold: GoldDocument
    quote: Quote | None = None
    statement: Statement | None = None
    exact: bool = False
    speaker: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table: which gold quotations and which unmatched statements it counts."""

    name: str
    wants_quote: Callable[[Document, Quote], bool]
    wants_statement: Callable[[Document, Statement], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationScore:
    """The counts of one row. Speaker and kind are shares of the matched ones."""

    name: str
    exact: Score
    overlap: Score
    end_to_end: Score
    kind: int

    @property
    def speaker(self) -> float:
        """Share of matched quotations with the right source."""
        return self.end_to_end.hits / self.overlap.hits if self.overlap.hits else 0.0

    @property
    def same_kind(self) -> float:
        """Share of matched quotations whose kind is the gold's kind."""
        return self.kind / self.overlap.hits if self.overlap.hits else 0.0


def judge(gold: GoldDocument, reading: Reading) -> list[Judged]:
    """Every gold quotation with its statement, if any, then every statement left over."""
    text = gold.document.text
    wanted = [trim(text, quote.content) for quote in gold.quotes]
    found = [trim(text, _range(statement)) for statement in reading.statements]
    pairs = pair(wanted, found)
    judged = []
    for i, quote in enumerate(gold.quotes):
        if i not in pairs:
            judged.append(Judged(gold=gold, quote=quote))
            continue
        statement = reading.statements[pairs[i]]
        judged.append(
            Judged(
                gold=gold,
                quote=quote,
                statement=statement,
                exact=wanted[i] == found[pairs[i]],
                speaker=speaker_is_right(text, quote, statement),
            )
        )
    matched = set(pairs.values())
    judged.extend(
        Judged(gold=gold, statement=statement)
        for j, statement in enumerate(reading.statements)
        if j not in matched
    )
    return judged


def judge_set(gold: GoldSet, readings: Sequence[Reading]) -> list[list[Judged]]:
    """The same for every document of a set, readings in its order."""
    return [judge(item, reading) for item, reading in zip(gold.documents, readings, strict=True)]


def speaker_is_right(text: str, quote: Quote, statement: Statement) -> bool:
    """Whether the statement names the gold's source.

    Both empty is right. Where the gold has no source in the line, a source carried over from
    another line is not wrong.
    """
    source = statement.source
    if not quote.speaker:
        return source is None or not overlap(
            (source.start, source.end), _lines_of(text, quote.content)
        )
    return source is not None and any(
        overlap((source.start, source.end), part) for part in quote.speaker
    )


def rows(lang: str, kinds: Iterable[str]) -> list[Row]:
    """The rows for a set: its kinds, the usual sums, and for English reported speech."""
    known = ("direct", "indirect", "mixed")
    others = sorted(set(kinds) - set(known))
    table = [_kind_row(kind, kind) for kind in known]
    table.append(_kind_row("indirect+mixed", "indirect", "mixed"))
    table.extend(_kind_row(kind, kind) for kind in others)
    table.append(_kind_row("all", *known, *others))
    if lang != "zh":  # whose words no spaces tell
        table.insert(1, _LONG_DIRECT)
    if lang == "en":
        table.insert(-1, _REPORTED_SPEECH)
    return table


def score(row: Row, judged: Sequence[Judged]) -> QuotationScore:
    """Count one row.

    A matched statement counts with its gold quotation whatever kind it was taken for, an
    unmatched one counts against the row of its own kind.
    """
    wanted = [
        item for item in judged if item.quote and row.wants_quote(item.gold.document, item.quote)
    ]
    matched = [item for item in wanted if item.statement]
    spurious = sum(
        item.quote is None
        and item.statement is not None
        and row.wants_statement(item.gold.document, item.statement)
        for item in judged
    )
    exact = sum(item.exact for item in matched)
    right = sum(item.speaker for item in matched)
    same = sum(
        item.quote is not None
        and item.statement is not None
        and item.quote.kind == item.statement.kind
        for item in matched
    )
    found = len(matched) + spurious
    return QuotationScore(
        name=row.name,
        exact=Score(gold=len(wanted), found=found, hits=exact),
        overlap=Score(gold=len(wanted), found=found, hits=len(matched)),
        end_to_end=Score(gold=len(wanted), found=found, hits=right),
        kind=same,
    )


def _range(statement: Statement) -> Range:
    return statement.content.start, statement.content.end


def _lines_of(text: str, content: Range) -> Range:
    start, end = content
    line_end = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end


def _kind_row(name: str, *kinds: str) -> Row:
    return Row(
        name=name,
        wants_quote=lambda _, quote: quote.kind in kinds,
        wants_statement=lambda _, statement: statement.kind in kinds,
    )


def _is_long(document: Document, span: Range) -> bool:
    start, end = trim(document.text, span)
    return len(document.text[start:end].split()) >= LONG_QUOTATION


_LONG_DIRECT = Row(
    name=f"direct >={LONG_QUOTATION}w",
    wants_quote=lambda doc, quote: quote.kind == "direct" and _is_long(doc, quote.content),
    wants_statement=lambda doc, statement: (
        statement.kind == "direct" and _is_long(doc, _range(statement))
    ),
)
_REPORTED_SPEECH = Row(
    name="reported speech",
    wants_quote=lambda _, quote: quote.kind != "direct" and has_verb_of_speech(quote.cue),
    wants_statement=lambda _, statement: (
        statement.kind != "direct"
        and statement.cue is not None
        and has_verb_of_speech(statement.cue.text)
    ),
)
