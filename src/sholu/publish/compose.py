"""A review -> the sheet that every format prints."""

from collections.abc import Iterable

from sholu.model import (
    Dispute,
    DocumentCard,
    Evidence,
    ForeseenItem,
    Limit,
    Period,
    Review,
    Settlement,
    SilenceItem,
    Theme,
)
from sholu.publish.evidence import check
from sholu.publish.printable import printable
from sholu.publish.sheet import (
    Article,
    Bloc,
    Disputed,
    Fact,
    Figure,
    Foreseen,
    Missed,
    Passage,
    Place,
    Quiet,
    Quotation,
    Reported,
    Sheet,
    Side,
    Speaker,
    Split,
    Term,
    ThemeLine,
)
from sholu.publish.sources import Sources
from sholu.publish.tables import matrix, section_names, timeline, voice_ids
from sholu.publish.words import Words, words


def compose(review: Review, lang: str) -> Sheet:
    """Check the review, then put every word of it into `lang`.

    Raises `SpanError` where the review does not hold, `UsageError` where `lang` has no words.
    """
    spoken = words(lang)
    check(review)
    sources = Sources(review, spoken)
    return Sheet(
        lang=lang,
        title=_title(review, spoken),
        coverage=_coverage(review, spoken),
        facts=_facts(review, sources, spoken),
        figures=_figures(review, spoken),
        news=_news(review, spoken),
        new=tuple(sources.quotations[name] for name in review.new),
        blocs=_blocs(review, sources, spoken),
        themes=tuple(
            _theme(f"t{n}", theme, sources, spoken) for n, theme in enumerate(review.themes, 1)
        ),
        splits=tuple(_splits(review, sources, spoken)),
        quiet=tuple(_quiet(item, sources, spoken) for item in review.silences),
        ledger=tuple(
            _foreseen(f"e{n}", line, sources, spoken)
            for n, line in enumerate(sorted(review.expectations, key=_told_first), 1)
        ),
        disputes=tuple(_disputed(item, sources) for item in review.disputes),
        timeline=timeline(review, spoken),
        matrix=matrix(review, spoken),
        limits=tuple(_limit(limit, spoken) for limit in review.limits),
        articles=_articles(review, sources),
        places=_places(review, sources),
    )


def _title(review: Review, words: Words) -> str:
    title = review.event.title
    text = title.get(words.lang) or next(iter(title.values()), "")
    return printable(text) or words("untitled")


def _read(review: Review) -> tuple[DocumentCard, ...]:
    """The documents that were read: the others stand in the limits and are counted there."""
    unread = {limit.name for limit in review.limits if limit.kind == "language"}
    return tuple(card for card in review.documents if card.lang not in unread)


def _coverage(review: Review, words: Words) -> tuple[str, ...]:
    cards = _read(review)
    days = sorted(card.published[:10] for card in cards if card.published)
    period = words.period(Period(start=days[0], end=days[-1])) if days else None
    documents = words.count("amount.documents", len(cards))
    statements = words.count("amount.statements", len(review.statements))
    return (*([period] if period else []), documents, statements)


def _facts(review: Review, sources: Sources, words: Words) -> tuple[Fact, ...]:
    event = review.event
    place = event.place.get(words.lang) or next(iter(event.place.values()), None)
    kind = f"kinds.{event.kind or ''}"
    participants = [sources.speaker(voice, None, None).name for voice in event.participants]
    printed = [
        ("kind", [Term(text=words(kind) if words.has(kind) else event.kind or "")]),
        ("period", [Term(text=words.period(event.period) or "")]),
        ("place", [Term(text=printable(place or ""))]),
        ("participants", participants),
    ]
    facts = [
        Fact(label=words(f"fact.{name}"), values=tuple(value for value in values if value.text))
        for name, values in printed
    ]
    for name, evidence in (("outcome", event.outcome), ("evidence", event.evidence)):
        facts.append(Fact(label=words(f"fact.{name}"), passages=_passages(evidence, sources)))
    return tuple(fact for fact in facts if fact.values or fact.passages)


def _passages(evidence: Iterable[Evidence], sources: Sources) -> tuple[Passage, ...]:
    return tuple(sources.passage(item.document, item.span) for item in evidence)


def _figures(review: Review, words: Words) -> tuple[Figure, ...]:
    cards = _read(review)
    outlets = [card.outlet for card in cards if card.outlet]
    amounts = {
        "documents": len(cards),
        "copies": sum(card.copy_of is not None for card in cards),
        "outlets": len({outlet.id for outlet in outlets}),
        "countries": len({outlet.country for outlet in outlets if outlet.country}),
        "languages": len({card.lang for card in cards if card.lang}),
        "statements": len(review.statements),
        "voices": len(voice_ids(review)),
    }
    return tuple(
        Figure(number=words.number(number), label=words.count(f"number.{name}", number))
        for name, number in amounts.items()
    )


def _news(review: Review, words: Words) -> str:
    if not review.new:
        return ""
    if review.new_since is None:
        return words.count("amount.latest", len(review.new))
    day = words.joined_day(review.new_since, "ablative")
    return words.count("amount.since", len(review.new), day=day)


def _blocs(review: Review, sources: Sources, words: Words) -> tuple[Bloc, ...]:
    headings = {section.id: section.headings for section in review.sections}
    names = section_names(review, words.lang)
    return tuple(
        Bloc(
            id=section,
            anchor=f"s{number}",
            name=printable(names[section]),
            count=words.count("amount.statements", len(statements)),
            headings=_passages(headings.get(section, ()), sources),
            quotations=tuple(sources.quotations[name] for name in statements),
        )
        for number, (section, statements) in enumerate(_sectioned(review).items(), start=1)
        if statements or headings.get(section)
    )


def _sectioned(review: Review) -> dict[str, list[str]]:
    """Section id -> ids of its statements; every statement once, also one that none lists."""
    left = {item.id: item.section for item in review.statements}
    listed = {
        section.id: [name for name in section.statements if left.pop(name, None) is not None]
        for section in review.sections
    }
    for name, section in left.items():
        listed.setdefault(section, []).append(name)
    return listed


def _theme(anchor: str, theme: Theme, sources: Sources, words: Words) -> ThemeLine:
    others = [sources.quotations[name] for name in theme.statements if name != theme.typical]
    return ThemeLine(
        anchor=anchor,
        label=_label(theme, words),
        weight=words(
            "theme.weight",
            publishers=words.count("amount.publishers", len(theme.publishers)),
            documents=words.count("amount.documents", theme.documents),
        ),
        typical=sources.quotations[theme.typical],
        others=tuple(others),
        more=words.count("theme.others", len(others)) if others else "",
    )


def _label(theme: Theme, words: Words) -> Term:
    foreign = theme.label_lang not in (words.lang, "und", "")
    return Term(text=printable(theme.label), lang=theme.label_lang if foreign else None)


def _splits(review: Review, sources: Sources, words: Words) -> Iterable[Split]:
    themes = {theme.id: theme for theme in review.themes}
    for name in dict.fromkeys(camp.theme for camp in review.camps):
        sides = tuple(_side(review, name, stance, sources, words) for stance in ("for", "against"))
        yield Split(label=_label(themes[name], words), sides=sides)


def _side(review: Review, theme: str, stance: str, sources: Sources, words: Words) -> Side:
    camps = [camp for camp in review.camps if camp.theme == theme and camp.stance == stance]
    voices = dict.fromkeys(voice for camp in camps for voice in camp.voices)
    statements = dict.fromkeys(name for camp in camps for name in camp.statements)
    return Side(
        stance=stance,
        name=words(f"camp.{stance}"),
        voices=tuple(sources.speaker(voice, None, None) for voice in voices),
        quotations=tuple(sources.quotations[name] for name in statements),
    )


def _quiet(item: SilenceItem, sources: Sources, words: Words) -> Quiet:
    silence = item.silence
    voices = [sources.speaker(voice, item.document, None) for voice in silence.voices]
    printed = [sources.speaker(None, item.document, span.text) for span in silence.sources]
    unnamed = Speaker(name=Term(text=words("silence.unnamed")))
    return Quiet(
        speakers=tuple(voices or printed or [unnamed]),
        kind=words(f"silence.{silence.kind.replace(' ', '-')}"),
        passage=sources.passage(item.document, silence.content),
        read=words(
            "silence.read",
            documents=words.count("amount.documents", item.documents_read),
            publishers=words.count("amount.publishers", item.publishers_read),
        ),
        broken=_once_a_day(
            sources.quotations[name] for name in item.broken_by if name in sources.quotations
        ),
        broken_in=tuple(
            sources.origin(name) for name in item.broken_by if name not in sources.quotations
        ),
    )


def _once_a_day(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """The first quotation of a voice on a day: that it spoke is all that is told here."""
    first: dict[tuple[str, str | None], Quotation] = {}
    for said in quotations:
        first.setdefault((said.speaker.name.text, said.origin.day), said)
    return tuple(first.values())


def _told_first(line: ForeseenItem) -> int:
    """What something is known of stands before what no later article tells of."""
    return line.settlement.status in ("no evidence", "void")


def _foreseen(anchor: str, line: ForeseenItem, sources: Sources, words: Words) -> Foreseen:
    expected, settlement = line.expectation, line.settlement
    strength, due, condition = expected.strength_words, expected.due_words, expected.condition
    status = settlement.status.replace(" ", "-")
    return Foreseen(
        anchor=anchor,
        speaker=sources.expecting(expected, line.document),
        passage=sources.passage(line.document, expected.content),
        strength=words(f"strength.{expected.strength}"),
        strength_words=printable(strength.text) if strength else None,
        due=words.period(expected.due) or words("ledger.no-due"),
        due_words=printable(due.text) if due else None,
        condition=printable(condition.text) if condition else None,
        negated=expected.negated,
        status=status,
        outcome=words(f"settlement.{status}"),
        reasons=tuple(_reasons(settlement, words, line.expectation.content.text)),
        evidence=_passages(settlement.evidence, sources),
        against=_passages(settlement.against, sources),
    )


def _reasons(settlement: Settlement, words: Words, whole: str) -> Iterable[str]:
    """Why it is settled so; what was found or missed is named only where it is a part of it."""
    key = f"reason.{settlement.reason}"
    if words.has(key):
        yield words(key)
    for name, matter in (("found", settlement.found), ("missing", settlement.missing)):
        if matter and matter != (whole,):
            listed = words.listing(words.quoted(printable(text)) for text in matter)
            yield words.count(f"reason.{name}", len(matter), words=listed)


def _disputed(dispute: Dispute, sources: Sources) -> Disputed:
    values = [
        Reported(value=printable(item.value), passage=sources.passage(item.document, item.span))
        for item in dispute.values
    ]
    langs = {value.passage.origin.lang for value in values}
    lang = langs.pop() if len(langs) == 1 else None
    return Disputed(
        about=Term(text=printable(dispute.about), lang=lang),
        unit=printable(dispute.unit),
        values=tuple(values),
    )


def _limit(limit: Limit, words: Words) -> Missed:
    of_language = limit.kind in ("language", "passage")
    name = printable(words.language(limit.name) if of_language else limit.name)
    kind = "unknown" if limit.kind == "language" and limit.name == "und" else limit.kind
    sentence = words.count(f"limit.{kind}", limit.count, name=name)
    if name and name not in sentence and kind != "unknown":
        sentence = words("limit.named", sentence=sentence, name=name)
    return Missed(sentence=sentence, reason=_reason_of(limit, words))


def _reason_of(limit: Limit, words: Words) -> Term | None:
    known = f"skipped.{limit.reason}"
    if words.has(known):
        return Term(text=words(known))
    foreign = None if words.lang == "en" else "en"
    return Term(text=printable(limit.reason), lang=foreign) if limit.reason else None


def _articles(review: Review, sources: Sources) -> tuple[Article, ...]:
    """The documents read; the text only of those in which something is marked."""
    marked = {document for document, _, _ in sources.places}
    titles = {card.id: sources.origin(card.id).title for card in review.documents}
    return tuple(
        Article(
            anchor=sources.origin(card.id).article,
            id=card.id,
            origin=sources.origin(card.id),
            copy_of=titles[card.copy_of] if card.copy_of else None,
            text=printable(card.text) if card.id in marked else "",
        )
        for card in _read(review)
    )


def _places(review: Review, sources: Sources) -> dict[str, tuple[Place, ...]]:
    by_article: dict[str, list[Place]] = {}
    for (document, _, _), place in sources.places.items():
        by_article.setdefault(sources.origin(document).article, []).append(place)
    return {anchor: tuple(found) for anchor, found in by_article.items()}
