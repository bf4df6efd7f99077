"""A review as an Office Open XML document that Word and LibreOffice open."""

from collections.abc import Iterable

from sholu.model import Review
from sholu.publish.compose import compose
from sholu.publish.paper import Paper
from sholu.publish.sheet import (
    Foreseen,
    Origin,
    Passage,
    Quiet,
    Quotation,
    Sheet,
    Speaker,
    Term,
    ThemeLine,
)
from sholu.publish.words import Words, words


def office(review: Review, lang: str) -> bytes:
    """The review in the order of the page, each quotation over its source line."""
    sheet, say = compose(review, lang), words(lang)
    days = [article.origin.day for article in sheet.articles if article.origin.day]
    paper = Paper(lang=lang, title=sheet.title, day=max(days, default=None))
    printer = _Printer(paper, sheet, say)
    printer.all()
    return paper.bytes()


class _Printer:
    """Puts a sheet on paper, section by section."""

    def __init__(self, paper: Paper, sheet: Sheet, say: Words) -> None:
        self._paper = paper
        self._sheet = sheet
        self._say = say

    def all(self) -> None:
        """Every section that has something to say, in the order of the page."""
        self._paper.line([Term(text=" · ".join(self._sheet.coverage))])
        self._event()
        self._new()
        self._heading("numbers")
        self._paper.bullets(f"{item.number} {item.label}" for item in self._sheet.figures)
        self._blocs()
        self._themes()
        self._camps()
        self._silences()
        self._ledger()
        self._disputes()
        self._tables()
        self._limits()
        self._documents()

    def _heading(self, name: str) -> None:
        self._paper.heading(self._say(f"heading.{name}"), 1)

    def _event(self) -> None:
        if self._sheet.facts:
            self._heading("event")
        for fact in self._sheet.facts:
            values = [piece for value in fact.values for piece in (value, Term(text=", "))][:-1]
            self._paper.line([Term(text=f"{fact.label}: "), *values], strong=1)
            self._passages(fact.passages)

    def _new(self) -> None:
        if self._sheet.new:
            self._heading("new")
            self._paper.line([Term(text=self._sheet.news + ":")])
            self._briefs(self._sheet.new)

    def _blocs(self) -> None:
        self._heading("sections")
        if not self._sheet.blocs:
            self._paper.line([Term(text=self._say("none-found"))])
        for bloc in self._sheet.blocs:
            self._paper.heading(f"{bloc.name} ({bloc.count})", 2)
            self._passages(bloc.headings)
            for said in bloc.quotations:
                self._quotation(said)

    def _themes(self) -> None:
        if self._sheet.themes:
            self._heading("themes")
        for theme in self._sheet.themes:
            self._theme(theme)

    def _theme(self, theme: ThemeLine) -> None:
        self._paper.heading(theme.label.text, 2, theme.label.lang)
        self._paper.line([Term(text=theme.weight)])
        self._quotation(theme.typical)
        if theme.others:
            self._paper.line([Term(text=theme.more + ":")])
            self._briefs(theme.others)

    def _camps(self) -> None:
        if self._sheet.splits:
            self._heading("camps")
        for split in self._sheet.splits:
            self._paper.heading(split.label.text, 2, split.label.lang)
            for side in split.sides:
                self._paper.heading(side.name, 3)
                self._paper.bullets(_who(voice) for voice in side.voices)
                if not side.voices and not side.quotations:
                    self._paper.line([Term(text=self._say("camp.nobody"))])
                for said in side.quotations:
                    self._quotation(said)

    def _silences(self) -> None:
        if self._sheet.quiet:
            self._heading("silences")
        for item in self._sheet.quiet:
            self._quiet(item)

    def _quiet(self, item: Quiet) -> None:
        speakers = "; ".join(_who(who) for who in item.speakers)
        self._paper.line([Term(text=speakers), Term(text=f": {item.kind}")], strong=1)
        self._passages([item.passage])
        self._paper.line([Term(text=item.read)])
        later = [f"{said.speaker.name.text}, {said.origin.date}" for said in item.broken]
        later += [f"{origin.carriers[-1]}, {origin.date}" for origin in item.broken_in]
        if later:
            self._paper.line([Term(text=f"{self._say('silence.broken')}: {'; '.join(later)}")])

    def _ledger(self) -> None:
        if not self._sheet.ledger:
            return
        self._heading("ledger")
        self._paper.line([Term(text=self._say("ledger.proposed"))], keep=True)
        names = ("who", "words", "strength", "due", "outcome")
        head = [self._say(f"ledger.{name}") for name in names]
        table = self._paper.grid(head, widths=(2.8, 4.6, 2.5, 2.7, 4.0))
        for line in self._sheet.ledger:
            self._paper.cells(table, [_who(line.speaker), *self._foreseen(line)])
        for line in self._sheet.ledger:
            self._proof(line)

    def _foreseen(self, line: Foreseen) -> Iterable[str | Term]:
        """Words, strength, due date and outcome of a line of the ledger."""
        yield Term(text=line.passage.text, lang=line.passage.origin.lang)
        negated = f"; {self._say('ledger.negated')}" if line.negated else ""
        yield line.strength + negated
        condition = f"; {self._say('ledger.condition')}: " if line.condition else ""
        yield line.due + condition + (self._say.quoted(line.condition) if line.condition else "")
        yield " ".join((line.outcome + ".", *line.reasons))

    def _proof(self, line: Foreseen) -> None:
        found = [("for", line.evidence), ("against", line.against)]
        if not any(passages for _, passages in found):
            return
        label = f"{line.speaker.name.text}: {line.outcome}"
        self._paper.heading(label, 2)
        self._passages([line.passage])
        for name, passages in found:
            if passages:
                self._paper.line([Term(text=self._say(f"ledger.{name}"))], strong=1)
                self._passages(passages)

    def _disputes(self) -> None:
        if self._sheet.disputes:
            self._heading("disputes")
        for dispute in self._sheet.disputes:
            self._paper.heading(dispute.about.text, 2, dispute.about.lang)
            for reported in dispute.values:
                value = f"{reported.value} {dispute.unit}".strip()
                self._paper.line([Term(text=value)], strong=1)
                self._passages([reported.passage])

    def _tables(self) -> None:
        timeline, matrix = self._sheet.timeline, self._sheet.matrix
        for name, table in (("timeline", timeline and timeline.table), ("matrix", matrix)):
            if table:
                self._heading(name)
                self._paper.line([Term(text=table.caption)], keep=True)
                grid = self._paper.grid(table.head)
                for row in table.rows:
                    self._paper.cells(grid, row)
                if table.foot:
                    self._paper.cells(grid, table.foot, strong=True)

    def _limits(self) -> None:
        if self._sheet.limits:
            self._heading("limits")
            self._paper.bullets(str(limit) for limit in self._sheet.limits)

    def _documents(self) -> None:
        if self._sheet.articles:
            self._heading("documents")
        for article in self._sheet.articles:
            self._paper.line([Term(text=article.origin.title, lang=article.origin.lang)], strong=1)
            copy = article.copy_of
            notes = [self._say("document.copy", title=copy)] if copy else []
            self._source([], article.origin, notes)

    def _briefs(self, quotations: Iterable[Quotation]) -> None:
        self._paper.bullets(f"{said.speaker.name.text}: {said.spoken}" for said in quotations)

    def _passages(self, passages: Iterable[Passage]) -> None:
        for passage in passages:
            self._paper.quote(Term(text=passage.text, lang=passage.origin.lang))
            self._source([], passage.origin)

    def _quotation(self, said: Quotation) -> None:
        self._paper.quote(Term(text=said.spoken, lang=said.origin.lang))
        mark = [self._say(f"assessment.{said.assessment}")] if said.assessment else []
        if mark and said.words:
            mark = [f"{mark[0]}: {self._say.quoted(said.words)}"]
        notes = [self._say("quote.nested")] if said.nested else []
        if said.translated:
            notes.append(f"{self._say('quote.translated')}: {self._say.quoted(said.translated)}")
        names = ", ".join(copy.carriers[-1] for copy in said.copies)
        copies = [f"{self._say('quote.reprinted')}: {names}"] if names else []
        self._source([_who(said.speaker), *mark, *notes], said.origin, copies)

    def _source(self, before: list[str], origin: Origin, after: Iterable[str] = ()) -> None:
        carriers = " → ".join(origin.carriers)
        line = " · ".join([*before, carriers, origin.date, origin.language, *after])
        self._paper.source(line, self._say("quote.original"), origin.url)


def _who(speaker: Speaker) -> str:
    return ", ".join(term.text for term in (speaker.name, *speaker.notes))
