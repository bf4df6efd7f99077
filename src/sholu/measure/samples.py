"""Whole articles: is everything found that people found in them?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sholu.measure.entities import same_country, same_voice
from sholu.measure.foreseen import judge_expectations, judge_silences
from sholu.measure.names import same_name
from sholu.measure.quotations import Judged, judge, rows, score
from sholu.measure.sample_gold import NamedVoice, SampleGold
from sholu.measure.score import Score
from sholu.measure.table import percent, table
from sholu.model import EventCard, Expectation, Reading, Review, Silence, Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One line of the table: how many of how many are right, and which are not."""

    name: str
    right: int
    of: int
    note: str = ""


def sample_table(gold: SampleGold, reading: Reading, review: Review | None) -> str:
    """The table of one article; the review's part where there is a review."""
    checks = [*statement_checks(gold, reading), *expectation_checks(gold, reading)]
    checks += silence_checks(gold, reading)
    if review is not None:
        checks += section_checks(gold, reading, review)
        checks += event_checks(gold, review.event)
    return _table(gold.marked.document.id, checks)


def settlement_table(golds: Sequence[SampleGold], review: Review) -> str:
    """The table of what became of the first article's expectations; empty where not marked."""
    checks = [settlement_check(golds[0], later, review) for later in golds if later.settlements]
    return _table("settlements", checks) if checks else ""


def statement_checks(gold: SampleGold, reading: Reading) -> list[Check]:
    """Statements found, and source, voice and country of those that were."""
    judged = judge(gold.marked, reading)
    result = score(rows("kk", ())[-1], judged)
    marked = list(zip(judged, gold.voices, strict=False))
    found = [(item, voice) for item, voice in marked if item.statement]
    with_country = [(item, voice) for item, voice in found if voice.country]
    return [
        _share("statements ov50", result.overlap),
        _share("statements exact", result.exact),
        _check("source", [(_place(item), _source_is_right(item, voice)) for item, voice in found]),
        _check("voice", [(_place(i), same_voice(voice, _voice(i))) for i, voice in found]),
        _check(
            "country", [(_place(i), same_country(voice, _voice(i))) for i, voice in with_country]
        ),
    ]


def expectation_checks(gold: SampleGold, reading: Reading) -> list[Check]:
    """Expectations found, and strength, last day due and voice of those that were."""
    marked = judge_expectations(gold.marked, reading)[: len(gold.due_ends)]
    if not marked:
        return []
    found = [
        (item.wanted, item.found, due, voice)
        for item, due, voice in zip(marked, gold.due_ends, gold.expecting, strict=True)
        if item.wanted and item.found
    ]
    hits = Score(gold=len(marked), found=len(reading.expectations), hits=len(found))
    return [
        _share("expectations", hits),
        _check("strength", [(w.content[0], w.strength == f.strength) for w, f, _, _ in found]),
        _check("due", [(w.content[0], _due_end(f) == due) for w, f, due, _ in found]),
        _check(
            "expected by", [(w.content[0], same_voice(voice, f.voice)) for w, f, _, voice in found]
        ),
    ]


def silence_checks(gold: SampleGold, reading: Reading) -> list[Check]:
    """Silences found, and who is silent in those that were."""
    marked = judge_silences(gold.marked, reading)[: len(gold.silent)]
    if not marked:
        return []
    found = [(item.found, who) for item, who in zip(marked, gold.silent, strict=True) if item.found]
    hits = Score(gold=len(marked), found=len(reading.silences), hits=len(found))
    voices = [(voice.name, _among(voice, item)) for item, who in found for voice in who]
    return [_share("silences", hits), _check("silent voices", voices)]


def section_checks(gold: SampleGold, reading: Reading, review: Review) -> list[Check]:
    """Sections of the article that the review has, and found statements in the right one."""
    if not gold.headings:
        return []
    ids = {bloc: _section_id(bloc, review) for _, bloc in gold.headings}
    of_statement = {(item.document, item.statement.id): item.section for item in review.statements}
    placed = []
    for item, voice in zip(judge(gold.marked, reading), gold.voices, strict=False):
        bloc = _bloc_of(gold, _place(item), voice)
        if item.statement and bloc:
            section = of_statement.get((reading.id, item.statement.id))
            placed.append((_place(item), section is not None and section == ids[bloc]))
    present = [(bloc, section is not None) for bloc, section in ids.items()]
    return [_check("sections", present), _check("in their section", placed)]


def event_checks(gold: SampleGold, event: EventCard) -> list[Check]:
    """Kind, days, place and participants of the event."""
    wanted = gold.event
    if wanted is None:
        return []
    days = (event.period.start, event.period.end) if event.period else (None, None)
    places = event.place.values()
    people = [
        (name, any(same_voice(NamedVoice(name=name), voice) for voice in event.participants))
        for name in wanted.participants
    ]
    return [
        _check("event kind", [(str(event.kind), event.kind == wanted.kind)]),
        _check("event days", [(f"{days[0]} to {days[1]}", days == (wanted.start, wanted.end))]),
        _check("event place", [("place", any(same_name(wanted.place, name) for name in places))]),
        _check("participants", people),
    ]


def settlement_check(first: SampleGold, later: SampleGold, review: Review) -> Check:
    """Expectations of the first article whose proposed status is accepted."""
    document = first.marked.document.id
    items = {item.expectation.id: item for item in review.expectations if item.document == document}
    reading = _expecting(document, [item.expectation for item in items.values()])
    marked = judge_expectations(first.marked, reading)
    outcomes = []
    for wanted in later.settlements:
        found = marked[wanted.expectation].found
        status = items[found.id].settlement.status if found else None
        outcomes.append((f"{wanted.expectation}: {status}", status in wanted.statuses))
    return _check("settled as marked", outcomes)


def _expecting(document: str, expectations: Sequence[Expectation]) -> Reading:
    return Reading(
        id=document,
        lang=None,
        published=None,
        outlet=None,
        sha256="",
        expectations=tuple(expectations),
    )


def _source_is_right(item: Judged, wanted: NamedVoice) -> bool:
    if item.quote and not item.quote.speaker:
        return item.speaker or same_voice(wanted, _voice(item))
    return item.speaker


def _voice(item: Judged) -> Voice | None:
    return item.statement.voice if item.statement else None


def _place(item: Judged) -> int:
    return item.quote.content[0] if item.quote else 0


def _due_end(found: Expectation) -> str | None:
    return found.due.end if found.due else None


def _among(wanted: NamedVoice, silence: Silence) -> bool:
    return any(same_voice(wanted, voice) for voice in silence.voices)


def _bloc_of(gold: SampleGold, start: int, voice: NamedVoice) -> str | None:
    """The section a statement stands in; none where its voice belongs to no country or bloc."""
    above = [bloc for heading, bloc in gold.headings if heading <= start]
    if not above:
        return None
    belongs = voice.country is not None or bool(_words(voice.name) & _words(above[-1]))
    return above[-1] if belongs else None


def _section_id(bloc: str, review: Review) -> str | None:
    """The review's section that shares at least half of its English words with the gold's."""
    for section in review.sections:
        words = _words(section.names.get("en", section.id))
        if 2 * len(words & _words(bloc)) >= len(words | _words(bloc)):
            return section.id
    return None


def _words(name: str) -> set[str]:
    return set(name.casefold().split()) - {"and", "the"}


def _share(name: str, result: Score) -> Check:
    shares = map(percent, (result.precision, result.recall, result.f1))
    return Check(
        name=name, right=result.hits, of=result.gold, note="P {} R {} F {}".format(*shares)
    )


def _check(name: str, outcomes: Iterable[tuple[int | str, bool]]) -> Check:
    listed = list(outcomes)
    wrong = [str(label) for label, right in listed if not right]
    note = f"wrong: {', '.join(wrong)}" if wrong else ""
    return Check(name=name, right=len(listed) - len(wrong), of=len(listed), note=note)


def _table(title: str, checks: Sequence[Check]) -> str:
    body = [[check.name, str(check.right), str(check.of)] for check in checks]
    printed = table(title, ("check", "right", "of"), body).split("\n")
    notes = ["", "", *(check.note for check in checks)]
    return "\n".join(f"{a}  {b}".rstrip() for a, b in zip(printed, notes, strict=True))
