"""Expectations: which clauses they are, how strong, by when; against 18 September 2025."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.model import Expectation, Span, Statement, Voice
from sholu.read.foretold.expectations import find_expectations
from sholu.read.page import lay_out

DAY = "2025-09-18"
OUTLET = Voice(id="the-reed", name="The Reed", type="outlet")
ROE = Voice(id="jane-roe", name="Jane Roe", type="person")

# the clause in brackets, its strength, the last day it falls due
KK = [
    ("[Премьер келесі аптада Сарытауға барады].", "certain", "2025-09-28"),
    ("[Жаңа көпір жыл соңына дейін ашылмақ].", "planned", "2025-12-31"),
    ("[Үкімет салықты төмендетпек].", "planned", None),
    ("[Мен ертең Сарытауға барамын].", "certain", "2025-09-19"),
    ("[Біз бұл келісімге қол қоямыз].", "certain", None),
    ("[Біз бұған жол бермейміз].", "certain", None),
    ("[Екі ел басшыларының кездесуі жоспарланған].", "planned", None),
    ("[Министрлік жаңа порт салуды жоспарлап отыр].", "planned", None),
    ("[Астық бағасы төмендеуі ықтимал].", "likely", None),
    ("[Келіссөздің қайта басталуы әбден мүмкін].", "likely", None),
    ("[Егін биыл мол болады деп күтілуде].", "likely", "2025-12-31"),
    ("[Шекара жабылуы мүмкін].", "possible", None),
    ("[Тараптардың келісімге келуі екіталай].", "unlikely", None),
    ("[Сарытау бұл ұсынысты қабылдары сөзсіз].", "certain", None),
    ("[Компания мың адамды жұмысқа алатын болады].", "certain", None),
    ("[Комиссия есепті қарашада жариялайды].", "certain", "2025-11-30"),
    ("[Сапар 11–12 қарашада өтеді].", "certain", "2025-11-12"),
    ("[Парламент заңды келесі айда қабылдайды].", "certain", "2025-10-31"),
    ("[Делегация сапарға дайындалып жатыр].", "planned", None),
    ("[Әкімдік жаңа мектеп салуға ниетті].", "planned", None),
    ("Егер жаңбыр жауса, [жарыс басқа күнге ауыстырылады].", "certain", None),
    ("Баға өсті, сондықтан [халық наразылыққа шығуы мүмкін].", "possible", None),
    ("[Оппозиция бұл жобаға дауыс бермейді].", "certain", None),
    ("[Бұл шешім елдің экономикасына алдағы жылы әсер етеді].", "certain", "2026-12-31"),
    ("Яғни [жаңа келіссөздер болуы сөзсіз].", "certain", None),
    ("[Елшінің жиынға қатысуы да әбден мүмкін].", "likely", None),
    ("[Елшінің жиынның соңғы күніне қосылуы мүмкін].", "possible", None),
    ("Ол [көпірдің ашылатынына] сенбейді.", "unlikely", None),
    ("[Кеме айлаққа келгелі отыр].", "planned", None),
    ("[Жаңа жол астықты арзандатады].", "certain", None),
    ("[Шартқа қол қойылатынына] сенбейді.", "unlikely", None),
    ("[Виза 1 қарашадан бастап жойылады].", "certain", None),
    ("[Зауыт екі маусымның ішінде салынады].", "certain", "2027-09-20"),
]
RU = [
    ("[Премьер посетит Сарытау на следующей неделе].", "certain", "2025-09-28"),
    ("[Новый мост откроют до конца года].", "certain", "2025-12-31"),
    ("[Правительство намерено снизить налог].", "planned", None),
    ("[Стороны будут искать выход].", "certain", None),
    ("[Мы не будем вести переговоры].", "certain", None),
    ("[Встреча министров запланирована на ноябрь].", "planned", "2025-11-30"),
    ("[Саммит должен состояться в марте].", "planned", "2026-03-31"),
    ("[Компания планирует нанять тысячу человек].", "planned", None),
    ("[Его сторонники собираются обжаловать решение].", "planned", None),
    ("[Цены, вероятно, вырастут].", "likely", None),
    ("Скорее всего, [порт закроют].", "likely", None),
    ("Возможно, [границу откроют весной].", "possible", "2026-05-31"),
    ("[Решение может привести к протестам].", "possible", None),
    ("[Депутаты вряд ли поддержат закон].", "unlikely", None),
    ("Фирма обещает [построить завод].", "planned", None),
    ("Дождь прошёл, и [завтра откроется ярмарка].", "certain", "2025-09-19"),
    ("[Суд рассмотрит дело в октябре].", "certain", "2025-10-31"),
    ("[Рано или поздно они вернутся].", "certain", None),
    ("Если снег растает, [река выйдет из берегов].", "certain", None),
    ("[Делегация готовится к визиту].", "planned", None),
    ("[Ожидается подписание договора].", "likely", None),
    ("[Соседи никогда не согласятся].", "certain", None),
    ("Но [завод не закроют].", "certain", None),
    ("[Он займёт этот пост в 2026 году].", "certain", "2026-12-31"),
    ("[Через две недели назовут победителя].", "certain", "2025-10-05"),
    ("Сомневаюсь, что [мост достроят].", "unlikely", None),
    ("Шансов на то, что [забастовка закончится], мало.", "unlikely", None),
    ("Вероятность того, что [порт закроют], ничтожна.", "unlikely", None),
    ("[Слушания перенесли на ноябрь].", "planned", "2025-11-30"),
    ("[Пошлина вырастет с 1 июля].", "certain", None),
    ("[Причал обойдётся в миллиард], срок службы – сорок лет.", "certain", None),
    ("Моей дочери десять лет, и [она поедет в Сарытау].", "certain", None),
]
EN = [
    ("[The premier will visit Sarytau next week].", "certain", "2025-09-28"),
    ("[The bridge is expected to open by the end of the year].", "likely", "2025-12-31"),
    ("[The government plans to cut the tax].", "planned", None),
    ("[We are going to look for a way out].", "certain", None),
    ("[They won't sign the deal].", "certain", None),
    ("[The talks are scheduled for November].", "planned", "2025-11-30"),
    ("[The summit is due to take place in March].", "planned", "2026-03-31"),
    ("[Her lawyers are preparing to sue the paper].", "planned", None),
    ("[Prices will probably rise].", "likely", None),
    ("[The port is likely to close].", "likely", None),
    ("[The border may reopen in spring].", "possible", "2026-05-31"),
    ("[The ruling could lead to protests].", "possible", None),
    ("[Deputies are unlikely to back the bill].", "unlikely", None),
    ("The firm promised [to build a plant].", "certain", None),
    ("The rain stopped and [the fair will open tomorrow].", "certain", "2025-09-19"),
    ("However, [the court will hear the case in October].", "certain", "2025-10-31"),
    ("[Sooner or later they'll come back].", "certain", None),
    ("If the snow melts, [the river will burst its banks].", "certain", None),
    ("[There will be no more aid].", "certain", None),
    ("[The team is set to leave on Friday].", "planned", "2025-09-19"),
    ("The mayor said that [she would resign next month].", "certain", "2025-10-31"),
    ("[The ministry intends to publish the list].", "planned", None),
    ("[The company is on the verge of collapse].", "likely", None),
    ("But [the plant will not close].", "certain", None),
    ("[The party is not expected to win].", "unlikely", None),
    ("It is unlikely, in his view, that [the mill will reopen].", "unlikely", None),
    ("I doubt that [the mill will reopen].", "unlikely", None),
    ("Traders doubt [the bank will cut its rates].", "unlikely", None),
    ("Nobody believes [the tunnel will be finished].", "unlikely", None),
    ("[Parliament votes on the bill next Tuesday].", "certain", "2025-09-23"),
    ("There is little chance that [the strike will end].", "unlikely", None),
    ("The odds that [the strike will end] are slim.", "unlikely", None),
    ("[Work on that scale will ruin the shore within two seasons].", "certain", "2027-09-20"),
    ("[The presidents meet in Sarytau on 10 October].", "certain", "2025-10-10"),
    ("[The council could lower the fee as early as next month].", "possible", "2025-10-31"),
    ("[The old mill, as the town likes to call it, is expected to close].", "likely", None),
    ("[The fee will rise from 1 July].", "certain", None),
    ("[An envoy will come within weeks of the vote].", "certain", None),
]
CASES = [
    pytest.param(lang, *case, id=f"{lang}-{case[0][:40]}")
    for lang, table in (("kk", KK), ("ru", RU), ("en", EN))
    for case in table
]

NONE = [
    ("kk", "Ол әдетте таңертең ерте тұрады."),
    ("kk", "Үкімет бұл мәселені шешуі керек."),
    ("kk", "Бұл ауданда мыңға жуық адам тұрады."),
    ("kk", "Мен бұлай ойламаймын."),
    ("kk", "Сапар барысында не талқылануы мүмкін?"),
    ("kk", "Ол жақсы көмек көрсетті."),
    ("kk", "Мен сізге айтамын."),
    ("kk", "Бұл кітапты оқуға болады."),
    ("kk", "Баға жылдан жылға өсіп келеді."),
    ("ru", "Если он придёт, скажите мне."),
    ("ru", "Он хочет стать врачом."),
    ("ru", "Нужно снизить налоги."),
    ("ru", "Что будет дальше?"),
    ("ru", "Магазин работает каждый день."),
    ("ru", "Заседание прошло вчера."),
    ("ru", "Обычно зимой река замёрзнет."),
    ("kk", "Пойыз күніне екі рет келеді."),
    ("kk", "Шекарасыз мемлекет болмайды."),
    ("kk", "Біз жаңа жолды құптаймыз."),
    ("ru", "Люди спрашивают, за что они будут платить."),
    ("ru", "Кто рано встаёт, тому повезёт."),
    ("ru", "Давайте подпишем договор завтра."),
    ("en", "They must withdraw at once."),
    ("en", "Farmers are asking who will pay for the dam."),
    ("en", "He did not say how long he thought that would last."),
    ("en", "The union expects its contracts to be honoured."),
    ("en", "It was the will of the people."),
    ("en", "Theresa May spoke in Sarytau."),
    ("en", "What will happen next?"),
    ("en", "He wants to leave."),
    ("en", "The meeting was expected to end early."),
    ("en", "She would have won."),
    ("en", "They met in order to talk."),
]


def _find(
    lang: str, text: str, statements: tuple[Statement, ...] = (), day: str | None = DAY
) -> tuple[Expectation, ...]:
    return find_expectations(lay_out(text, pack(lang), day), statements, outlet_voice=OUTLET)


def _statement(text: str, content: str, cue: str, kind: str = "direct") -> Statement:
    start, at = text.index(content), text.index(cue)
    return Statement(
        id="s1",
        kind=kind,  # type: ignore[arg-type]
        content=Span.cut(text, start, start + len(content)),
        cue=Span.cut(text, at, at + len(cue)),
        voice=ROE,
    )


@pytest.mark.parametrize(("lang", "marked", "strength", "due"), CASES)
def test_clause_strength_and_due_day(
    lang: str, marked: str, strength: str, due: str | None
) -> None:
    clause = marked[marked.index("[") + 1 : marked.index("]")]
    found = _find(lang, marked.replace("[", "").replace("]", ""))
    assert [(item.content.text, item.strength) for item in found] == [(clause, strength)]
    assert (found[0].due.end if found[0].due else None) == due


@pytest.mark.parametrize(("lang", "sentence"), NONE, ids=[case[1] for case in NONE])
def test_wishes_habits_questions_and_the_past_are_none(lang: str, sentence: str) -> None:
    assert [item.content.text for item in _find(lang, sentence)] == []


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("kk", "Біз бұған жол бермейміз."),
        ("ru", "Мы не будем вести переговоры."),
        ("ru", "Соседи никогда не согласятся."),
        ("en", "They won't sign the deal."),
        ("en", "There will be no more aid."),
        ("en", "No deal will be signed."),
    ],
)
def test_denied(lang: str, sentence: str) -> None:
    assert [item.negated for item in _find(lang, sentence)] == [True]


@pytest.mark.parametrize(
    ("lang", "sentence", "condition"),
    [
        ("kk", "Егер жаңбыр жауса, жарыс басқа күнге ауыстырылады.", "Егер жаңбыр жауса"),
        ("ru", "Если снег растает, река выйдет из берегов.", "Если снег растает"),
        ("ru", "Мы уйдём, если цена вырастет.", "если цена вырастет"),
        ("en", "If the snow melts, the river will rise.", "If the snow melts"),
        ("en", "The team will leave if it rains.", "if it rains"),
        ("en", "Without a loan, the yard will close.", "Without a loan"),
        ("ru", "Без нового моста город опустеет.", "Без нового моста"),
        ("ru", "Без нового моста, новый квартал опустеет.", "Без нового моста"),
        ("ru", "Закроют верфь – уедут люди.", "Закроют верфь"),
        ("kk", "Мәтін жарияланбайынша, дау тоқтамайды.", "Мәтін жарияланбайынша"),
        ("kk", "Жүк біздің жолмен жүрсе, ұтылмаймыз.", "Жүк біздің жолмен жүрсе"),
    ],
)
def test_condition(lang: str, sentence: str, condition: str) -> None:
    (item,) = _find(lang, sentence)
    assert item.condition is not None
    assert item.condition.text == condition
    assert not item.condition.overlaps(item.content)


def test_two_acts_are_two_expectations() -> None:
    found = _find("en", "The mayor will resign on Friday, and the council will vote in March.")
    assert [item.content.text for item in found] == [
        "The mayor will resign on Friday",
        "the council will vote in March",
    ]
    assert [item.due_words.text for item in found if item.due_words] == ["on Friday", "in March"]


def test_what_stands_in_a_statement_is_its_voices() -> None:
    text = "“I will leave on Friday,” Jane Roe said. The council will meet tomorrow."
    first, second = _find("en", text, (_statement(text, "I will leave on Friday", "said"),))
    assert (first.voice, first.statement) == (ROE, "s1")
    assert (second.voice, second.statement) == (OUTLET, None)
    assert [first.id, second.id] == ["e1", "e2"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("kk", "Сарапшы бұл жол көршілерді байытады деп санайды, келесі айда ашылады."),
        ("kk", "Премьер ертең Сарытауға барады. Бұл туралы оның көмекшісі айтты."),
        ("ru", "Учёный опасается, что бухта высохнет."),
        ("ru", "По его подсчётам, цены вырастут вдвое."),
        ("ru", "Визы отменят весной. Об этом рассказала посол Ольга Нирен."),
        ("en", "The town, she fears, will lose its school."),
        ("en", "She expects the council to agree."),
        ("en", "It will rain tomorrow, according to the shepherd."),
    ],
)
def test_somebodys_view_is_not_the_carriers(lang: str, text: str) -> None:
    assert {item.voice for item in _find(lang, text)} == {None}


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        (
            "kk",
            "Қазан айының соңына дейін шартқа қол қойылады және бұл қалада мектеп ашылады.",
            "Қазан айының соңына дейін",
        ),
        (
            "ru",
            "В пятницу пройдут переговоры, после которых стороны подпишут договор.",
            "В пятницу",
        ),
        ("en", "In March the fair will open and the bridge will close.", "In March"),
    ],
)
def test_one_date_for_two_clauses(lang: str, text: str, words: str) -> None:
    found = _find(lang, text)
    assert [item.due_words.text for item in found if item.due_words] == [words, words]


@pytest.mark.parametrize(
    ("lang", "text", "condition"),
    [
        ("kk", "Келісім бұзылса, баға өседі, дүкендер жабылады.", "Келісім бұзылса"),
        ("ru", "Если мост рухнет, цены вырастут, а магазины закроются.", "Если мост рухнет"),
        (
            "en",
            "If the bridge falls, prices will rise and shops will close.",
            "If the bridge falls",
        ),
    ],
)
def test_one_condition_for_two_clauses(lang: str, text: str, condition: str) -> None:
    found = _find(lang, text)
    assert [item.condition.text for item in found if item.condition] == [condition] * 2


def test_a_clause_goes_on_behind_a_relative_one() -> None:
    text = "The road, which will cost two billion, will open in spring."
    whole, inner = _find("en", text)
    assert whole.content.text == text[:-1]
    assert inner.content.text == "which will cost two billion"


def test_joined_verbs_share_their_tense() -> None:
    text = "Жаңа порт жүкті арзандатады, елге табыс береді."
    assert [item.content.text for item in _find("kk", text)] == [
        "Жаңа порт жүкті арзандатады",
        "елге табыс береді",
    ]


def test_a_forecast_of_the_past_is_none() -> None:
    text = "Jane Roe had said that the mill would close."
    said = _statement(text, "the mill would close", "had said", "indirect")
    assert _find("en", text, (said,)) == ()
    text = "Jane Roe says the mill would close."
    says = _statement(text, "the mill would close", "says", "indirect")
    assert _find("en", text, (says,)) == ()


def test_a_report_of_the_past_tells_what_was_planned() -> None:
    text = "Jane Roe said the two towns planned to deepen the harbour."
    said = _statement(text, "the two towns planned to deepen the harbour", "said", "indirect")
    assert [item.strength for item in _find("en", text, (said,))] == ["planned"]
    assert _find("en", "The two towns planned to deepen the harbour.") == ()


@pytest.mark.parametrize(
    ("lang", "text", "content", "cue", "clause"),
    [
        (
            "ru",
            "Бюджет, считает она, возьмёт долг.",
            "Бюджет, считает она, возьмёт долг",
            "считает она",
            "Бюджет, считает она, возьмёт долг",
        ),
        (
            "en",
            "The town, she fears, will shrink.",
            "The town, she fears, will shrink",
            "she fears",
            "The town, she fears, will shrink",
        ),
    ],
)
def test_words_of_saying_do_not_part_a_clause(
    lang: str, text: str, content: str, cue: str, clause: str
) -> None:
    (item,) = _find(lang, text, (_statement(text, content, cue, "indirect"),))
    assert (item.content.text, item.voice) == (clause, ROE)


def test_a_predicate_before_words_of_saying_governs_still() -> None:
    text = "It is unlikely, in her view, that the mill will reopen."
    said = _statement(text, text[:-1], "in her view", "indirect")
    (item,) = _find("en", text, (said,))
    assert (item.content.text, item.strength) == ("the mill will reopen", "unlikely")


def test_a_call_on_others_is_none() -> None:
    assert _find("ru", "Оставим соседям хотя бы одну тайну.") == ()


def test_a_saying_is_no_forecast() -> None:
    text = "«Досына көмектескен адам бай болады», – деді ол."
    said = _statement(text, "Досына көмектескен адам бай болады", "деді")
    assert _find("kk", text, (said,)) == ()


def test_what_stands_before_a_speaker_is_the_speakers() -> None:
    text = "Вероятность того, что порт закроют, Олин Рой считает ничтожной: «Нам нужен рынок»."
    roy = _statement(text, "Нам нужен рынок", "считает")
    at = text.index("Олин Рой")
    roy = replace(roy, source=Span.cut(text, at, at + len("Олин Рой")))
    (item,) = _find("ru", text, (roy,))
    assert (item.content.text, item.strength, item.voice) == ("порт закроют", "unlikely", ROE)


def test_would_counts_only_where_somebody_reports() -> None:
    text = "Jane Roe said she would leave."
    (item,) = _find("en", text, (_statement(text, "she would leave", "said", "indirect"),))
    assert item.content.text == "she would leave"
    assert _find("en", "It would be nice.") == ()


@pytest.mark.parametrize(
    ("lang", "text", "content", "cue", "strength"),
    [
        (
            "kk",
            "Әкім жаңа мектеп салуға уәде берді.",
            "жаңа мектеп салуға",
            "уәде берді",
            "certain",
        ),
        ("ru", "Мэр пообещал построить школу.", "построить школу", "пообещал", "planned"),
        ("en", "The mayor vowed a new school.", "a new school", "vowed", "certain"),
    ],
)
def test_what_is_promised_is_expected(
    lang: str, text: str, content: str, cue: str, strength: str
) -> None:
    (item,) = _find(lang, text, (_statement(text, content, cue, "indirect"),))
    assert (item.content.text, item.strength) == (content, strength)


_WORDS = st.sampled_from(
    """
    will would may not if and , that who going to is expected by Friday “ ” ‘ ’ . ? ; — ( ) said
    будет не если и что который намерен вряд ли возможно завтра пообещал построить увидит
    барады болады мүмкін екіталай уы егер болса және ал деп жоспарланған өтпек ертең сөзсіз
    """.split()  # noqa: SIM905
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=80),
    st.data(),
)
def test_any_text_gives_spans_that_hold(text: str, data: st.DataObject) -> None:
    size = len(text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    at = data.draw(st.integers(0, size))
    statement = Statement(
        id="s1",
        kind="indirect",
        content=Span.cut(text, start, end),
        cue=Span.cut(text, at, min(size, at + 5)),
        voice=None,
    )
    for lang in available("future"):
        found = _find(lang, text, (statement,))
        assert found == _find(lang, text, (statement,))
        for item in found:
            for span in (item.content, item.strength_words, item.due_words, item.condition):
                if span is not None:
                    span.check(text)
            assert item.content.text.strip()
