"""The event card, per language and per kind."""

from collections.abc import Callable, Sequence

import pytest

from sholu.model import EventCard, Period
from sholu.review.article import Article
from sholu.review.event import find_event
from sholu.review.event_words import event_words
from sholu.world import World

Write = Callable[..., Article]
VISIT = {
    "en": [
        (
            "President Ildan Mersai will pay a state visit to Lazmir on 10–12 March.",
            "10–12 March",
        ),
        (
            "Ildan Mersai and Radmil Stelmar signed a declaration in Lazmir. "
            "Milan Dorvach welcomed it. The visit lasted three days, from 10–12 March.",
            "10–12 March",
        ),
    ],
    "ru": [
        (
            "Президент Ильдан Мерсай 10–12 марта посетит Торвению с государственным визитом. "
            "Визит в Лазмир готовили год.",
            "10–12 марта",
        ),
        (
            "Ильдан Мерсай и Радмил Стельмар подписали в Лазмире декларацию. "
            "Визит продлился три дня, 10–12 марта.",
            "10–12 марта",
        ),
    ],
    "kk": [
        (
            "Президент Илдан Мерсай 10–12 наурызда Лазмирге мемлекеттік сапармен барады.",
            "10–12 наурызда",
        ),
        (
            "Илдан Мерсай мен Радмил Стелмар Лазмирде декларацияға қол қойды. "
            "Сапар 10–12 наурызда өтті.",
            "10–12 наурызда",
        ),
    ],
}


def card(world: World, articles: Sequence[Article], **given: str) -> EventCard:
    return find_event(sorted(articles, key=lambda article: article.order), world=world, **given)


def visit(write: Write, lang: str) -> list[Article]:
    return [
        write(
            f"{lang}{number}", text, lang=lang, published=f"2026-03-{9 + 4 * number:02}",
            dated=[(days, "2026-03-10", "2026-03-12")],
        )
        for number, (text, days) in enumerate(VISIT[lang])
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ru", "kk"])
def test_a_state_visit(world: World, write: Write, lang: str) -> None:
    event = card(world, visit(write, lang))
    assert event.kind == "state visit"
    assert event.period == Period(start="2026-03-10", end="2026-03-12")
    assert event.place == {"en": "Lazmir", "ru": "Лазмир", "kk": "Лазмир"}
    assert [voice.id for voice in event.participants] == ["ildan-mersai", "radmil-stelmar"]
    assert [item.document for item in event.outcome] == [f"{lang}1"]
    assert not event.outcome[0].span.text.endswith(".")


def test_its_title_in_three_languages(world: World, write: Write) -> None:
    titles = {k: v.replace("\u202f", " ") for k, v in card(world, visit(write, "kk")).title.items()}
    assert titles == {
        "en": "State visit of Ildan Mersai to Lazmir, 10–12 March 2026",
        "ru": "Государственный визит: Ильдан Мерсай и Радмил Стельмар, Лазмир, 10–12 марта 2026 г.",
        "kk": "Илдан Мерсайдың Лазмирге мемлекеттік сапары, 2026 ж. 10–12 наурыз",
    }


def test_every_claim_has_evidence_that_slices(world: World, write: Write) -> None:
    articles = {article.id: article for lang in VISIT for article in visit(write, lang)}
    event = card(world, list(articles.values()))
    words = " ".join(item.span.text for item in event.evidence)
    for claim in ("Mersai", "Stelmar", "Lazmir", "10–12 March", "state visit"):
        assert claim in words
    for item in (*event.evidence, *event.outcome):
        item.span.check(articles[item.document].text)


def test_the_user_names_it_in_every_language(world: World, write: Write) -> None:
    event = card(world, visit(write, "en"), title="Three days in March")
    assert event.title == dict.fromkeys(("en", "kk", "ru"), "Three days in March")
    assert event.kind == "state visit"


def test_who_is_silent_on_it_takes_no_part(world: World, write: Write) -> None:
    text = "Kazimir Bolesh was silent on the visit of Ildan Mersai to Lazmir."
    articles = [
        *visit(write, "en"),
        write("q1", text, silent=[("Kazimir Bolesh was silent", "kazimir-bolesh")]),
        write("q2", text, silent=[("Kazimir Bolesh was silent", "kazimir-bolesh")]),
    ]
    people = [voice.id for voice in card(world, articles).participants]
    assert people == ["ildan-mersai", "radmil-stelmar"]


def test_states_meet_where_no_person_is_named(world: World, write: Write) -> None:
    articles = [
        write("a", "Talks between Lorvia and Kerdalia opened in Visanta.", title="Talks"),
        write("b", "Переговоры Лорвии и Кердалии идут в Висанте.", lang="ru", title="Переговоры"),
        write("c", "Висантада Лорвия мен Кердалия келіссөз бастады.", lang="kk"),
    ]
    event = card(world, articles)
    assert {voice.id for voice in event.participants} == {"XA", "XC"}
    assert event.title["en"] == "Talks of Kerdalia and Lorvia in Visanta"
    assert event.title["kk"] == "Висантадағы келіссөз: Кердалия және Лорвия"


def test_crowds_have_no_participants(world: World, write: Write) -> None:
    articles = [
        write(
            name,
            "Protests in Karnev went on for a second week. The protesters want Kazimir Bolesh out.",
            title="Protesters fill the squares",
        )
        for name in ("a", "b")
    ]
    event = card(world, articles)
    assert (event.kind, event.place["en"], event.participants) == ("protests", "Karnev", ())
    assert event.title["en"] == "Protests in Karnev"


def test_what_lasts_goes_from_its_first_day_to_its_last(world: World, write: Write) -> None:
    articles = [
        write(
            day,
            f"The protests in Karnev went on, on {day} as before.",
            dated=[(day, f"2026-03-{day}", f"2026-03-{day}")],
            title="Protests",
        )
        for day in ("07", "14", "21")
    ]
    assert card(world, articles).period == Period(start="2026-03-07", end="2026-03-21")
    assert card(world, articles[:1]).period == Period(start="2026-03-07", end=None)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        pytest.param({"title": "Protests in Karnev"}, "protests", id="in a title"),
        pytest.param({"title": "A cold week in Karnev"}, None, id="in no title"),
        pytest.param({}, "protests", id="where there are no titles"),
    ],
)
def test_what_is_told_in_passing_is_not_the_event(
    world: World, write: Write, told: dict[str, str], kind: str | None
) -> None:
    lead = "Protests in Karnev kept the bakers awake."
    late = "Bread is dear. Flour is dear. Salt is cheap. The bakers remember the protests."
    articles = [write("a", lead, **told), write("b", lead)]
    assert card(world, articles).kind == kind
    assert card(world, [write(name, late) for name in "abc"]).kind is None


def test_nothing_told_is_left_empty_and_the_commonest_title_stands(
    world: World, write: Write
) -> None:
    articles = [
        write("a", "The herring is back.", title="Herring"),
        write("b", "The herring is back again.", title="Good catch"),
        write("c", "The herring stays.", title="Good catch"),
    ]
    event = card(world, articles)
    assert event == EventCard(
        title=dict.fromkeys(("en", "kk", "ru"), "Good catch"),
        kind=None, period=None, place={}, participants=(), outcome=(), evidence=(),
    )  # fmt: skip


def test_no_document_gives_an_empty_card(world: World) -> None:
    assert card(world, []).title == {}


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "The state visit ended", ["state visit"]),
        ("en", "two rallies and a walkout", ["protests", "strike"]),
        ("ru", "перед государственным визитом", ["state visit"]),
        ("ru", "участники митингов", ["protests"]),
        ("ru", "об итогах переговоров", ["talks"]),
        ("kk", "мемлекеттік сапармен", ["state visit"]),
        ("kk", "сайлауға дейін", ["election"]),
        ("kk", "келіссөздердің соңы", ["talks"]),
        ("en", "The boats went out", []),
        ("en", "since the Cold War, an election law and a clinical trial", []),
        ("ru", "во времена холодной войны", []),
        ("kk", "баспасөз конференциясында", []),
    ],
)
def test_words_of_kinds(lang: str, text: str, kinds: list[str]) -> None:
    assert [hit.what for hit in event_words(lang).kinds(text)] == kinds


@pytest.mark.parametrize(
    ("lang", "text", "done"),
    [
        ("en", "The two sides signed a memorandum", True),
        ("en", "The memorandum was signed", True),
        ("en", "The memorandum has not yet been signed", False),
        ("en", "She came home with a signed agreement", False),
        ("en", "They signed autographs", False),
        ("en", "The minister signed off on the agreement", False),
        ("ru", "Стороны подписали меморандум", True),
        ("ru", "Стороны так и не подписали меморандум", False),
        ("ru", "Стороны подпишут меморандум", False),
        ("kk", "Тараптар меморандумға қол қойды", True),
        ("kk", "Тараптар меморандумға қол қойған жоқ", False),
        ("kk", "Тараптар меморандумға қол қояды", False),
    ],
)
def test_words_of_outcome(lang: str, text: str, done: bool) -> None:
    assert bool(event_words(lang).outcomes(text)) is done


@pytest.mark.parametrize(
    ("lang", "text", "name", "is_place"),
    [
        ("en", "They met in Lazmir", "Lazmir", True),
        ("en", "Lazmir agreed", "Lazmir", False),
        ("ru", "встреча в Лазмире", "Лазмире", True),
        ("ru", "власти Лазмира", "Лазмира", False),
        ("kk", "Лазмирде кездесті", "Лазмирде", True),
        ("kk", "Лазмирге барды", "Лазмирге", True),
        ("kk", "Лазмирдің билігі", "Лазмирдің", False),
    ],
)
def test_a_place_is_where_something_happens(
    lang: str, text: str, name: str, is_place: bool
) -> None:
    start = text.index(name)
    assert event_words(lang).is_place(text, start, start + len(name)) is is_place
