"""What is printed, whatever the format: a review with every word in its final language and order.

`lang` beside a text is the language of that text where it is not the review's own; null where it
is, or where nobody knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A few words and the language they are in."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where words were printed: the source line under a quotation.

    Attributes:
        article: anchor of the article.
        carriers: names of the outlets that passed it on, the printer of the article last.
        day: ISO date; `date` is the same in words.
        lang: language of the article, null where unknown; `language` is its name.
        url: only where it is an http or https address.
    """

    article: str
    title: str
    carriers: tuple[str, ...]
    day: str | None
    date: str
    lang: str | None
    language: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article, and the anchor of the place where they stand in it."""

    text: str
    place: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Whose words they are: the voice's name, else the source as printed, else "not stated"."""

    name: Term
    notes: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A statement as printed.

    Attributes:
        anchor: of the quotation in the review; `place` is that of its words in the article.
        label: whose statement it is, for those who hear the page.
        text: with the marks of the review's language around direct speech.
        before, after: the words of saying beside reported speech, verbatim with what joins them to
            the clause ("said that "); a clause alone is often no sentence.
        assessment: the mark's key; null where the words show none.
        words: the words that show it, verbatim.
        heading: what the statement stands under in its article.
        copies: other articles that carry the same words.
        translated: the words in print that say it was made in another language.
    """

    anchor: str
    section: str
    kind: str
    text: str
    label: str
    speaker: Speaker
    passage: Passage
    assessment: str | None
    words: str | None
    heading: str | None
    nested: bool
    copies: tuple[Origin, ...]
    translated: str | None = None
    before: str = ""
    after: str = ""

    @property
    def spoken(self) -> str:
        """The words with those of saying around them, as a line of plain text."""
        return self.before + self.text + self.after

    @property
    def origin(self) -> Origin:
        """Where it was printed."""
        return self.passage.origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing said of the event, in the review's words or in an article's."""

    label: str
    values: tuple[Term, ...] = ()
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number and what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bloc:
    """A section of the review."""

    id: str
    anchor: str
    name: str
    count: str
    headings: tuple[Passage, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """A theme: its label, its weight in publishers and articles, and its statements."""

    anchor: str
    label: Term
    weight: str
    typical: Quotation
    others: tuple[Quotation, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One camp of a theme; `stance` is "for" or "against"."""

    stance: str
    name: str
    voices: tuple[Speaker, ...]
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A disputed theme with its two sides, in favour first."""

    label: Term
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A stated silence, what was read, and who spoke later."""

    speakers: tuple[Speaker, ...]
    kind: str
    passage: Passage
    read: str
    broken: tuple[Quotation, ...]
    broken_in: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """A line of the ledger.

    Attributes:
        status: key of the outcome; `outcome` is its name, `reasons` the sentences that say why.
    """

    anchor: str
    speaker: Speaker
    passage: Passage
    strength: str
    strength_words: str | None
    due: str
    due_words: str | None
    condition: str | None
    negated: bool
    status: str
    outcome: str
    reasons: tuple[str, ...]
    evidence: tuple[Passage, ...]
    against: tuple[Passage, ...]

    @property
    def told(self) -> bool:
        """Whether something is known of what came of it."""
        return self.status not in ("no-evidence", "void")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One value for a disputed fact, in the words of one report."""

    value: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """A fact on which reports differ."""

    about: Term
    unit: str
    values: tuple[Reported, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of the timeline, in units of its strip: `x`, `width` and `height` of 0 to 1000."""

    x: int
    width: int
    height: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The bars of one section, with their sum in words."""

    name: str
    summary: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Head, rows (the first cell names the row) and, where there is a sum, a foot."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Statements per day by section: strips to look at, and the same as a table."""

    strips: tuple[Strip, ...]
    first: str
    last: str
    grain: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """What could not be seen, and why.

    Attributes:
        sentence: without its full stop.
        reason: in the review's language where it is known in it, else as given.
    """

    sentence: str
    reason: Term | None

    def __str__(self) -> str:
        reason = f" ({self.reason.text})" if self.reason else ""
        return f"{self.sentence}{reason}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A document of the review.

    Attributes:
        copy_of: the title of what it reprints.
        text: empty where nothing in it is marked.
    """

    anchor: str
    id: str
    origin: Origin
    copy_of: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A marked stretch of an article: its anchor, and the quotation that it belongs to."""

    anchor: str
    start: int
    end: int
    kind: str
    back: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole review, ready for print. Empty tuples are sections that do not appear.

    Attributes:
        coverage: the days of the articles, and how many they and their statements are.
        places: anchor of an article -> the places marked in it.
    """

    lang: str
    title: str
    coverage: tuple[str, ...]
    facts: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    news: str
    new: tuple[Quotation, ...]
    blocs: tuple[Bloc, ...]
    themes: tuple[ThemeLine, ...]
    splits: tuple[Split, ...]
    quiet: tuple[Quiet, ...]
    ledger: tuple[Foreseen, ...]
    disputes: tuple[Disputed, ...]
    timeline: Timeline | None
    matrix: Table | None
    limits: tuple[Missed, ...]
    articles: tuple[Article, ...]
    places: Mapping[str, tuple[Place, ...]]
