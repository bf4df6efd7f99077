"""Time expressions and the days they mean, against Thursday 18 September 2025."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.model import Dating
from sholu.read.dating.dates import dates_of, find_dates
from sholu.read.page import lay_out

DAY = "2025-09-18"

# the expression in brackets, its first day, its last day
KK = [
    ("[Осы жылдың соңына қарай] көпір ашылады.", "2025-12-01", "2025-12-31"),
    ("[Жыл соңында] зауыт іске қосылады.", "2025-12-01", "2025-12-31"),
    ("Құрылыс [жыл соңына дейін] бітеді.", "2025-09-18", "2025-12-31"),
    ("Жиын [2025 жылдың 11–12 қарашасында] өтті.", "2025-11-11", "2025-11-12"),
    ("Ол [2025 жылғы 8 қыркүйекте] сөйледі.", "2025-09-08", "2025-09-08"),
    ("Көрме [11-12 қарашада] өтеді.", "2025-11-11", "2025-11-12"),
    ("Кездесу [8-қазанда] болады.", "2025-10-08", "2025-10-08"),
    ("Жоба [2030 жылға дейін] жүзеге асады.", "2025-09-18", "2030-12-31"),
    ("Желі [2015 жылдан бері] жұмыс істейді.", "2015-01-01", "2025-09-18"),
    ("Мектеп [2026 жылдың көктемінде] ашылады.", "2026-03-01", "2026-05-31"),
    ("Теңге [былтыр] әлсіреді.", "2024-01-01", "2024-12-31"),
    ("[Биыл] егін мол болды.", "2025-01-01", "2025-12-31"),
    ("Министр [ертең] келеді.", "2025-09-19", "2025-09-19"),
    ("[Кеше] жаңбыр жауды.", "2025-09-17", "2025-09-17"),
    ("[Келесі аптада] отырыс өтеді.", "2025-09-22", "2025-09-28"),
    ("[Келесі айда] салық өседі.", "2025-10-01", "2025-10-31"),
    ("Олар [өткен жұмада] кездесті.", "2025-09-12", "2025-09-12"),
    ("[Алдағы апталарда] шешім шығады.", "2025-09-18", "2025-10-19"),
    ("[Екі аптадан кейін] дауыс беріледі.", "2025-09-29", "2025-10-05"),
    ("Үй [үш жыл бұрын] салынған.", "2022-01-01", "2022-12-31"),
    ("Заң [2026 жылдың бірінші тоқсанында] қабылданады.", "2026-01-01", "2026-03-31"),
    ("Сайлау [қарашаның басында] өтеді.", "2025-11-01", "2025-11-10"),
    ("Сессия [қарашада] өтеді.", "2025-11-01", "2025-11-30"),
    ("Апат [наурызда] болған.", "2025-03-01", "2025-03-31"),
    ("Баға [жақын арада] төмендейді.", "2025-09-18", None),
    ("Құжат [01.12.2025 күні] күшіне енеді.", "2025-12-01", "2025-12-01"),
    ("Олар [жексенбі күні] жиналады.", "2025-09-21", "2025-09-21"),
    ("Есеп [жұмадан кешіктірмей] тапсырылады.", "2025-09-18", "2025-09-19"),
]

RU = [
    ("Пошлину отменят [с 1 июля].", "2026-07-01", None),
    ("Пошлину отменили [с 1 июля].", "2025-07-01", "2025-09-18"),
    ("Саммит пройдёт [11-12 ноября].", "2025-11-11", "2025-11-12"),
    ("Встреча состоялась [8 сентября 2025 года].", "2025-09-08", "2025-09-08"),
    ("Они виделись [в минувшую пятницу].", "2025-09-12", "2025-09-12"),
    ("Мост достроят [до конца года].", "2025-09-18", "2025-12-31"),
    ("Решение примут [в ближайшие недели].", "2025-09-18", "2025-10-19"),
    ("Отчёт сдадут [не позднее пятницы].", "2025-09-18", "2025-09-19"),
    ("Он приедет [в следующем месяце].", "2025-10-01", "2025-10-31"),
    ("[К 2030 году] выбросы снизят.", "2025-09-18", "2030-12-31"),
    ("Завод откроют [в марте 2026 года].", "2026-03-01", "2026-03-31"),
    ("Ярмарка продлится [с 11 по 12 ноября].", "2025-11-11", "2025-11-12"),
    ("Выборы пройдут [весной 2026 года].", "2026-03-01", "2026-05-31"),
    ("[Через две недели] назовут победителя.", "2025-09-29", "2025-10-05"),
    ("Закон внесут [в первом квартале 2026 года].", "2026-01-01", "2026-03-31"),
    ("Налог введут [в начале следующего года].", "2026-01-01", "2026-01-31"),
    ("[Рано или поздно] цены упадут.", "2025-09-18", None),
    ("Стройка завершилась [в 2020 году].", "2020-01-01", "2020-12-31"),
    ("[К концу месяца] дорогу откроют.", "2025-09-18", "2025-09-30"),
    ("Дом построили [три года назад].", "2022-01-01", "2022-12-31"),
    ("[Завтра] объявят итоги.", "2025-09-19", "2025-09-19"),
    ("[Вчера] прошёл дождь.", "2025-09-17", "2025-09-17"),
    ("[В прошлом году] урожай был хуже.", "2024-01-01", "2024-12-31"),
    ("Партия создана [в 90-е годы].", "1990-01-01", "1999-12-31"),
    ("Документ подписали [01.12.2024].", "2024-12-01", "2024-12-01"),
    ("Он работает здесь [с 2015 года].", "2015-01-01", "2025-09-18"),
    ("[В ноябре] пройдёт съезд.", "2025-11-01", "2025-11-30"),
    ("План рассчитан [на 2026–2028 годы].", "2026-01-01", "2028-12-31"),
]

EN = [
    ("The toll will be dropped [from 1 July].", "2026-07-01", None),
    ("The shore will be bare [within two seasons].", "2025-09-18", "2027-09-20"),
    ("An envoy will come [within weeks of] the vote.", None, None),
    ("It opens [on November 11–12, 2025].", "2025-11-11", "2025-11-12"),
    ("He will leave [on 3 October].", "2025-10-03", "2025-10-03"),
    ("Work will end [by the end of 2025].", "2025-09-18", "2025-12-31"),
    ("The fair will be held [in March].", "2026-03-01", "2026-03-31"),
    ("It will start [in mid-November].", "2025-11-11", "2025-11-20"),
    ("Prices fall [in the second half of 2026].", "2026-07-01", "2026-12-31"),
    ("Talks resume [in the coming weeks].", "2025-09-18", "2025-10-19"),
    ("She will return [next month].", "2025-10-01", "2025-10-31"),
    ("It rained [last year].", "2024-01-01", "2024-12-31"),
    ("The road will be ready [by spring].", "2025-09-18", "2026-05-31"),
    ("They vote [by the end of the month].", "2025-09-18", "2025-09-30"),
    ("The plan runs [through 2030].", "2025-09-18", "2030-12-31"),
    ("They met [on Monday].", "2025-09-15", "2025-09-15"),
    ("They will meet [on Monday].", "2025-09-22", "2025-09-22"),
    ("It closes [no later than Friday].", "2025-09-18", "2025-09-19"),
    ("A summit is due [early next year].", "2026-01-01", "2026-03-31"),
    ("It should be done [by year-end].", "2025-09-18", "2025-12-31"),
    ("The party began [in the 1990s].", "1990-01-01", "1999-12-31"),
    ("The law [of 12/11/2024] stands.", "2024-12-11", "2024-12-11"),
    ("Nothing has changed [since 2006].", "2006-01-01", "2025-09-18"),
    ("[Tomorrow] the court rules.", "2025-09-19", "2025-09-19"),
    ("It was built [three years ago].", "2022-01-01", "2022-12-31"),
    ("The bank reports [in the first quarter of 2026].", "2026-01-01", "2026-03-31"),
    ("He stays [for the next week].", "2025-09-22", "2025-09-28"),
    ("[Sooner or later] it will break.", "2025-09-18", None),
    ("[In two weeks] the season ends.", "2025-09-29", "2025-10-05"),
    ("She was born [in May 1990].", "1990-05-01", "1990-05-31"),
]

NONE = [
    ("kk", "Соңғы отыз жылда бәрі өзгерді."),
    ("kk", "Ол жыл сайын келеді."),
    ("kk", "Көшеде 2500 адам тұр."),
    ("ru", "За последние 30 лет многое изменилось."),
    ("ru", "На митинг вышли 2000 человек."),
    ("en", "For thirty years they marched, and they may march again."),
    ("en", "Some 2000 people came."),
]


def _found(lang: str, sentence: str, day: str | None = DAY) -> tuple[Dating, ...]:
    return find_dates(lay_out(sentence, pack(lang), day))


CASES = [
    pytest.param(lang, *case, id=f"{lang}-{case[0][:40]}")
    for lang, table in (("kk", KK), ("ru", RU), ("en", EN))
    for case in table
]


@pytest.mark.parametrize(("lang", "marked", "start", "end"), CASES)
def test_expression_and_its_days(
    lang: str, marked: str, start: str | None, end: str | None
) -> None:
    words = marked[marked.index("[") + 1 : marked.index("]")]
    found = _found(lang, marked.replace("[", "").replace("]", ""))
    assert [(item.span.text, item.start, item.end) for item in found] == [(words, start, end)]


@pytest.mark.parametrize(("lang", "sentence"), NONE)
def test_durations_habits_and_numbers_are_no_dates(lang: str, sentence: str) -> None:
    assert _found(lang, sentence) == ()


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("kk", "Ол ертең келеді."), ("ru", "Он приедет завтра."), ("en", "He comes tomorrow.")],
)
def test_relative_words_mean_no_days_without_a_day_of_publication(lang: str, sentence: str) -> None:
    (item,) = _found(lang, sentence, None)
    assert (item.start, item.end) == (None, None)


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert all(
        item.start != "2025-02-30" for item in _found("ru", "Это было 30 февраля 2025 года.")
    )


def test_dates_inside_quotations_are_found() -> None:
    (item,) = _found("en", "“We open on 3 October,” the mayor said.")
    assert item.span.text == "on 3 October"


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_edges_of_the_calendar(year: str) -> None:
    page = lay_out(
        "Next year, last decade, in 5000 days and by spring.", pack("en"), f"{year}-01-01"
    )
    assert dates_of(page, 0, len(page.text))


_WORDS = st.sampled_from(
    """
    in on by the end of 2025 11 – - 12 November, Friday next last week year ago 3 mid-May “ ” . ,
    до конца года через две недели 90-е с по 11 ноября 31 февраля жылдың соңына дейін 8-қазан
    аптадан кейін биыл 99999 1000 мамыр 1.1.1 0.0.0000 2025-02-30
    """.split()  # noqa: SIM905
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_WORDS, max_size=20).map(" ".join) | st.text(max_size=80),
    st.sampled_from([DAY, None, "not a day", "9999-12-31", "0001-01-01"]),
)
def test_any_text_gives_spans_that_hold(text: str, day: str | None) -> None:
    for lang in available("time"):
        for item in find_dates(lay_out(text, pack(lang), day)):
            item.span.check(text)
            assert item.start is None or item.end is None or item.start <= item.end
