"""Assessments: what the words of saying, or of what is said, show."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.read.assessment import assess
from sholu.read.page import lay_out

# text with the content in brackets and the cue in braces, the assessment, the words that show it
KK = [
    ("Газет [елдің саясатын] {жоғары бағалады}.", "positive", "жоғары бағалады"),
    ("Сарапшы [үкімет шешімін] {сынады}.", "negative", "сынады"),
    ("Ол [дағдарыс болатынын] {ескертті}.", "warning", "ескертті"),
    (
        "Агенттік келісімді [екі елдің сенімді серіктес] {деп атады}.",
        "positive",
        "сенімді серіктес",
    ),
    ("Сарапшы бұл келісімді [үлкен қателік] {деп атады}.", "negative", "үлкен қателік"),
    ("Басшы [келісімді {құптап}], қол қойды.", "positive", "құптап"),
    ("Одақ [шабуылды] {айыптады}.", "negative", "айыптады"),
    ("«[Біз бұл қадамды құптаймыз]», – {деді} ол.", "positive", "құптаймыз"),
    ("Топ [келісімді] {деп бағалап}, сапарды оң қабылдады.", "positive", "оң қабылдады"),
    ("Сарапшы [жолды ауылдың үлкен мүмкіндігі] {деп атады}.", "positive", "үлкен мүмкіндігі"),
    ("Сарапшы сапарды [сәтті] {деп бағалайды}.", "positive", "сәтті"),
    ("Ғалым зерттеудің жоқтығын [жауапсыздық] {деп атады}.", "negative", "жауапсыздық"),
    ("«[Ескі көпірді құптаймыз, жаңа көпірді құптамаймыз]», – {деді} ол.", None, None),
    ("Әкім [қарыз туралы] {сынды қабылдамады}.", None, None),
    ("Ол [жауын болғанын] {айтты}.", None, None),
    ("Ол [бұл қателік емес] {деді}.", None, None),
    ("Сарапшы [үкіметті] {сынаған жоқ}.", None, None),
    ("Одақ [шабуылды] {айыптамады}.", None, None),
]
RU = [
    ("Газета {похвалила} [политику страны].", "positive", "похвалила"),
    ("Эксперт {раскритиковал} [решение].", "negative", "раскритиковал"),
    ("Он {предупредил}, что [будет кризис].", "warning", "предупредил"),
    ("«[Этот договор — историческая ошибка]», — {сказал} он.", "negative", "историческая ошибка"),
    ("Он {сказал}, что [страна является надёжным партнёром].", "positive", "надёжным партнёром"),
    ("Союз {осудил} [нападение].", "negative", "осудил"),
    ("«[Мы приветствуем этот шаг]», — {сказал} он.", "positive", "приветствуем"),
    ("Он {заявил}, что [это опасная зависимость].", "negative", "опасная зависимость"),
    ("Она {назвала} [визит историческим].", "positive", "историческим"),
    ("Она {назвала} [это иначе: старый исторический квартал].", None, None),
    ("Он {назвал} [упрёки соседей несправедливыми].", "negative", "несправедливыми"),
    ("«[Для города без реки это большой шанс]», — {сказал} он.", "positive", "большой шанс"),
    ("Он {уверен}, что [мост выгоден всем].", "positive", "выгоден всем"),
    ("Он не {назвал} [визит ошибкой].", None, None),
    (
        "«[Это не дверь, а путь в опасную зависимость]», — {сказал} он.",
        "negative",
        "опасную зависимость",
    ),
    ("Мэр {отверг} обвинения [в трате денег].", None, None),
    ("Он {сказал}, что [шёл дождь].", None, None),
    ("Он {сказал}, что [это не ошибка].", None, None),
    ("Он {сказал}, что [видел ошибку в тетради].", None, None),
    ("Он {сказал}: «[Это ошибка?]»", None, None),
]
EN = [
    ("The paper {praised} [the policy].", "positive", "praised"),
    ("The expert {criticised} [the ruling].", "negative", "criticised"),
    ("She {warned} that [a crisis is coming].", "warning", "warned"),
    ("“[The treaty is a historic mistake],” he {said}.", "negative", "historic mistake"),
    ("He {called} the deal [a blow to trade].", "negative", "blow to"),
    ("He {said} [the country is a reliable partner].", "positive", "reliable partner"),
    ("“[We welcome this step],” she {said}.", "positive", "We welcome"),
    ("The union {condemned} [the attack].", "negative", "condemned"),
    ("She {said} [the plan poses a threat to trade].", "warning", "poses a threat"),
    ("He {called} the silence [irresponsible].", "negative", "irresponsible"),
    ("“[The road is a great opportunity for us],” he {said}.", "positive", "great opportunity"),
    ("“[I admire the way she works],” he {said}.", "positive", "I admire"),
    ("“[This one is a trap],” he {said}.", "negative", "trap"),
    ("He {dismisses} the talk of traps: “[Every bridge is a gift].”", None, None),
    ("She {rejected} claims of waste as [a tale told in the next town].", None, None),
    ("He {said} [it rained].", None, None),
    ("He {said} [this is not a mistake].", None, None),
    ("The union {did not condemn} [the attack].", None, None),
    ("He {said} [they spoke about the threat of war and a mistake].", None, None),
    ("“[Is this a mistake?]” he {asked}.", None, None),
]
CASES = [
    pytest.param(lang, *case, id=f"{lang}-{case[0][:40]}")
    for lang, table in (("kk", KK), ("ru", RU), ("en", EN))
    for case in table
]


def _range(marked: str, opening: str, closing: str, others: str) -> tuple[int, int]:
    start, end = marked.index(opening), marked.index(closing)
    before = sum(mark in others for mark in marked[:start])
    inside = sum(mark in others for mark in marked[start:end])
    return start - before, end - before - inside - 1


@pytest.mark.parametrize(("lang", "marked", "expected", "words"), CASES)
def test_what_the_words_show(
    lang: str, marked: str, expected: str | None, words: str | None
) -> None:
    content = _range(marked, "[", "]", "{}")
    cue = _range(marked, "{", "}", "[]")
    text = marked
    for mark in "[]{}":
        text = text.replace(mark, "")
    judged = assess(lay_out(text, pack(lang), None), content, cue)
    found = (judged[0], judged[1].text) if judged else (None, None)
    assert found == (expected, words)


def test_no_cue() -> None:
    text = "This is a disgrace."
    judged = assess(lay_out(text, pack("en"), None), (0, len(text)), None)
    assert judged is not None
    assert judged[0] == "negative"


def test_words_that_show_opposite_things_show_nothing() -> None:
    text = "It is a great success. It is a disaster."
    assert assess(lay_out(text, pack("en"), None), (0, len(text)), None) is None


_WORDS = st.sampled_from(
    """
    praised is a mistake not we condemn . ? “ ” threat to это ошибка не — осудил мы приветствуем
    жоғары бағалап сенімді серіктес емес деп , ретінде қауіпті сынаған жоқ
    """.split()  # noqa: SIM905
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=20).map(" ".join) | st.text(max_size=60), st.data())
def test_any_range_of_any_text(text: str, data: st.DataObject) -> None:
    size = len(text) + 3
    content = tuple(sorted((data.draw(st.integers(0, size)), data.draw(st.integers(0, size)))))
    cue = tuple(sorted((data.draw(st.integers(0, size)), data.draw(st.integers(0, size)))))
    for lang in available():
        judged = assess(lay_out(text, pack(lang), None), content, cue)  # type: ignore[arg-type]
        if judged is not None:
            judged[1].check(text)
            assert judged[1].text
