"""A review as CommonMark that reads as plain text."""

import re
from collections.abc import Iterable, Iterator

from sholu.model import Review
from sholu.publish.compose import compose
from sholu.publish.sheet import (
    Foreseen,
    Origin,
    Passage,
    Quiet,
    Quotation,
    Sheet,
    Speaker,
    Table,
    ThemeLine,
)
from sholu.publish.words import Words, words

# Characters that would be read as markup in running text.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~])")
# An ampersand that would be read as the head of a character's name.
_ENTITY = re.compile(r"&(?=#?\w+;)")
# What makes a heading, list, quotation, rule or code block only where it opens a line.
_OPENING = re.compile(r"^(\s*)([#+\-=>]|\d+(?=[.)]))")
# Where a line of a quoted article ends.
_LINES = re.compile(r"\r\n|\r|\n")


def plain(review: Review, lang: str) -> str:
    """The review in the order of the page, each quotation over its source line."""
    sheet, say = compose(review, lang), words(lang)
    blocks = [f"# {_line(sheet.title)}", " · ".join(sheet.coverage)]
    for name, content in _sections(sheet, say):
        lines = list(content)
        if lines:
            blocks += [f"## {say(f'heading.{name}')}", *lines]
    return "\n\n".join(blocks) + "\n"


def _sections(sheet: Sheet, say: Words) -> Iterator[tuple[str, Iterable[str]]]:
    """Key of the heading, and the blocks under it."""
    yield "event", _event(sheet, say)
    yield "new", _new(sheet)
    yield "numbers", [_list(f"{item.number} {item.label}" for item in sheet.figures)]
    yield "sections", _blocs(sheet, say)
    yield "themes", (block for theme in sheet.themes for block in _theme(theme, say))
    yield "camps", _camps(sheet, say)
    yield "silences", (block for item in sheet.quiet for block in _quiet(item, say))
    yield "ledger", _ledger(sheet, say)
    yield "disputes", _disputes(sheet, say)
    yield "timeline", [_table(sheet.timeline.table)] if sheet.timeline else []
    yield "matrix", [_table(sheet.matrix)] if sheet.matrix else []
    yield "limits", _limits(sheet)
    yield "documents", _documents(sheet, say)


def _event(sheet: Sheet, say: Words) -> Iterator[str]:
    for fact in sheet.facts:
        values = ", ".join(_line(value.text) for value in fact.values)
        yield f"**{fact.label}:** {values}".rstrip()
        for passage in fact.passages:
            yield from _passage(passage, say)


def _new(sheet: Sheet) -> Iterator[str]:
    if sheet.new:
        yield sheet.news + ":"
        yield _list(_brief(said) for said in sheet.new)


def _blocs(sheet: Sheet, say: Words) -> Iterator[str]:
    if not sheet.blocs:
        yield say("none-found")
    for bloc in sheet.blocs:
        yield f"### {_line(bloc.name)} ({bloc.count})"
        for passage in bloc.headings:
            yield from _passage(passage, say)
        for said in bloc.quotations:
            yield from _quotation(said, say)


def _theme(theme: ThemeLine, say: Words) -> Iterator[str]:
    yield f"### {_line(theme.label.text)}"
    yield theme.weight
    yield from _quotation(theme.typical, say)
    if theme.others:
        yield theme.more + ":"
        yield _list(_brief(said) for said in theme.others)


def _camps(sheet: Sheet, say: Words) -> Iterator[str]:
    for split in sheet.splits:
        yield f"### {_line(split.label.text)}"
        for side in split.sides:
            yield f"#### {side.name}"
            if side.voices:
                yield _list(_who(voice) for voice in side.voices)
            elif not side.quotations:
                yield say("camp.nobody")
            for said in side.quotations:
                yield from _quotation(said, say)


def _quiet(item: Quiet, say: Words) -> Iterator[str]:
    yield f"{'; '.join(_who(who) for who in item.speakers)}: {item.kind}"
    yield from _passage(item.passage, say)
    yield item.read
    later = [f"{_line(said.speaker.name.text)}, {said.origin.date}" for said in item.broken]
    later += [f"{_line(origin.carriers[-1])}, {origin.date}" for origin in item.broken_in]
    if later:
        yield f"{say('silence.broken')}: {'; '.join(later)}"


def _ledger(sheet: Sheet, say: Words) -> Iterator[str]:
    if sheet.ledger:
        yield say("ledger.proposed")
    for number, line in enumerate(sheet.ledger, start=1):
        yield f"### {number}. {_line(line.speaker.name.text)}: {line.outcome}"
        yield from _passage(line.passage, say)
        yield _list(_terms(line, say))
        if line.reasons:
            yield _line(" ".join(line.reasons))
        for name, found in (("for", line.evidence), ("against", line.against)):
            if found:
                yield f"{say(f'ledger.{name}')}:"
                for passage in found:
                    yield from _passage(passage, say)


def _terms(line: Foreseen, say: Words) -> Iterator[str]:
    strength = [line.strength, *([say.quoted(line.strength_words)] if line.strength_words else [])]
    due = [line.due, *([say.quoted(line.due_words)] if line.due_words else [])]
    negated = f"; {say('ledger.negated')}" if line.negated else ""
    yield f"{say('ledger.strength')}: {_line(' '.join(strength))}{negated}"
    yield f"{say('ledger.due')}: {_line(' '.join(due))}"
    if line.condition:
        yield f"{say('ledger.condition')}: {_line(say.quoted(line.condition))}"


def _disputes(sheet: Sheet, say: Words) -> Iterator[str]:
    for dispute in sheet.disputes:
        yield f"### {_line(dispute.about.text)}"
        for reported in dispute.values:
            yield f"**{_line(f'{reported.value} {dispute.unit}'.strip())}**"
            yield from _passage(reported.passage, say)


def _limits(sheet: Sheet) -> Iterator[str]:
    if sheet.limits:
        yield _list(_line(str(limit)) for limit in sheet.limits)


def _documents(sheet: Sheet, say: Words) -> Iterator[str]:
    lines = []
    for number, article in enumerate(sheet.articles, start=1):
        copy = f". {say('document.copy', title=article.copy_of)}" if article.copy_of else ""
        source = f"{_source(article.origin)}{_line(copy)}{_link(article.origin, say)}"
        lines.append(f"{number}. {_line(article.origin.title)}. {source}")
    if lines:
        yield "\n".join(lines)


def _quotation(said: Quotation, say: Words) -> Iterator[str]:
    mark = say(f"assessment.{said.assessment}") if said.assessment else ""
    by = f": {_line(say.quoted(said.words))}" if said.words else ""
    notes = [say("quote.nested")] if said.nested else []
    if said.translated:
        notes.append(f"{say('quote.translated')}: {_line(say.quoted(said.translated))}")
    yield _quote(said.spoken)
    yield " · ".join(filter(None, [f"— {_who(said.speaker)}", mark + by, *notes])) + (
        f"\\\n{_source(said.origin)}{_link(said.origin, say)}{_reprints(said, say)}"
    )


def _reprints(said: Quotation, say: Words) -> str:
    names = ", ".join(_line(copy.carriers[-1]) for copy in said.copies)
    return f"\\\n{say('quote.reprinted')}: {names}" if names else ""


def _passage(passage: Passage, say: Words) -> Iterator[str]:
    yield _quote(passage.text)
    yield f"— {_source(passage.origin)}{_link(passage.origin, say)}"


def _source(origin: Origin) -> str:
    carriers = " → ".join(map(_line, origin.carriers))
    return f"{carriers} · {_line(origin.date)} · {_line(origin.language)}"


def _link(origin: Origin, say: Words) -> str:
    if origin.url is None:
        return ""
    return f" · [{say('quote.original')}](<{_address(origin.url)}>)"


def _address(url: str) -> str:
    """The address with what would end a link in angle brackets percent-encoded."""
    return re.sub(r"[<>\\\s]", lambda found: f"%{ord(found[0]):02X}", url)


def _brief(said: Quotation) -> str:
    return f"{_line(said.speaker.name.text)}: {_line(said.spoken)}"


def _who(speaker: Speaker) -> str:
    return ", ".join(_line(term.text) for term in (speaker.name, *speaker.notes))


def _quote(text: str) -> str:
    return "\n".join(f"> {_line(line)}".rstrip() for line in _LINES.split(text))


def _line(text: str) -> str:
    """Text with nothing in it that reads as markup, on one line."""
    flat = _ENTITY.sub("&amp;", _LINES.sub(" ", text))
    return _OPENING.sub(_escaped, _MARKUP.sub(r"\\\1", flat))


def _escaped(found: re.Match[str]) -> str:
    space, opening = found.groups()
    return f"{space}{opening}\\" if opening.isdigit() else f"{space}\\{opening}"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _table(table: Table) -> str:
    rows = [table.head, *table.rows, *([table.foot] if table.foot else [])]
    lines = ["| " + " | ".join(map(_line, row)) + " |" for row in rows]
    lines.insert(1, "| --- |" + " ---: |" * (len(table.head) - 1))
    return "\n".join(lines)
