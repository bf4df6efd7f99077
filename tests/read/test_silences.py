"""Stated silences: the clause, its kind, and who is silent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.model import Silence, Span, Statement, Voice
from sholu.read.page import lay_out
from sholu.read.silence.silences import find_silences

# the clause in brackets, the kind, the sources
KK = [
    (
        "[Ертістан президенті де, Сарытау елшілігі де, палата төрағасы да бұл келісімге қатысты "
        "пікір білдірмеді].",
        "silent",
        ["Ертістан президенті", "Сарытау елшілігі", "палата төрағасы"],
    ),
    ("[Министрлік бұл туралы түсініктеме беруден бас тартты].", "declined", ["Министрлік"]),
    ("[Сыртқы істер министрі үнсіз қалды].", "silent", ["Сыртқы істер министрі"]),
    ("[Компания тілшінің сауалына жауап бермеді].", "no answer", ["Компания"]),
    ("[Асан Серік ештеңе демеді].", "silent", ["Асан Серік"]),
    ("[Үкімет ресми мәлімдеме жасаған жоқ].", "silent", ["Үкімет"]),
    ("[Президент әлі реакция танытпады].", "silent", ["Президент"]),
    ("[Директор сұхбат беруден бас тартты].", "declined", ["Директор"]),
    ("[Елшілік хатқа жауап қайтармады].", "no answer", ["Елшілік"]),
    ("[Банк соманы атаудан бас тартты].", "declined", ["Банк"]),
    ("[Әкім көпірдің қашан ашылатынын айтқан жоқ].", "silent", ["Әкім"]),
    ("[Әкімдіктің сайтында да мәлімдеме жарияланбады].", "silent", ["Әкімдіктің"]),
    (
        "[Сарытау банкіне қоңырау шалдық, бірақ тұтқаны ешкім көтермеді].",
        "no answer",
        ["Сарытау банкіне"],
    ),
]
RU = [
    ("[Министр отказался от комментариев].", "declined", ["Министр"]),
    ("[Компания не ответила на запрос редакции].", "no answer", ["Компания"]),
    ("[Посольство не прокомментировало договор].", "silent", ["Посольство"]),
    (
        "[Ни министерство, ни посольство не отреагировали на заявление].",
        "silent",
        ["министерство", "посольство"],
    ),
    ("[В министерстве отказались комментировать арест].", "declined", ["министерстве"]),
    ("[Премьер хранит молчание].", "silent", ["Премьер"]),
    ("[В среду директор уклонился от ответа].", "declined", ["директор"]),
    ("[Фирма на вопросы редакции не ответила].", "no answer", ["Фирма"]),
    ("[Президент никак не отреагировал на отставку].", "silent", ["Президент"]),
    ("Но [суд не стал комментировать решение].", "declined", ["суд"]),
    ("[Мэр не сказал, кто заплатит за мост].", "silent", ["Мэр"]),
    ("[Новый срок Олег Рин назвать не смог].", "declined", ["Олег Рин"]),
    ("Какой будет цена, [она раскрывать не стала].", "declined", ["она"]),
    ("[Уточнять, где именно, мэр не стал].", "declined", ["мэр"]),
    (
        "[Связаться с заводом «Белый лес» редакции не удалось].",
        "no answer",
        ["заводом «Белый лес»"],
    ),
    ("[Никаких заявлений о пожаре завод с 3 мая не делал].", "silent", ["завод"]),
]
EN = [
    ("[The ministry declined to comment].", "declined", ["The ministry"]),
    ("[The firm did not respond to a request for comment].", "no answer", ["The firm"]),
    ("[The president has not commented on the treaty].", "silent", ["The president"]),
    (
        "[Neither the palace nor the embassy has commented].",
        "silent",
        ["the palace", "the embassy"],
    ),
    ("[The mayor remained silent].", "silent", ["The mayor"]),
    (
        "[A spokeswoman for the bank could not be reached].",
        "no answer",
        ["A spokeswoman for the bank"],
    ),
    ("[On Monday, the court refused to comment].", "declined", ["the court"]),
    ("[The mayor declined to give a new date].", "declined", ["The mayor"]),
    ("[The mayor did not say how long the bridge would stay shut].", "silent", ["The mayor"]),
    ("[The bank has said nothing so far].", "silent", ["The bank"]),
    ("The bank may close, but [it has said nothing so far].", "silent", ["The bank"]),
    ("[There was no immediate comment from the palace].", "silent", ["the palace"]),
    ("However, [Jane Roe made no mention of the treaty].", "silent", ["Jane Roe"]),
    ("[The embassy did not return calls].", "no answer", ["The embassy"]),
    ("[The council has yet to respond].", "silent", ["The council"]),
]
CASES = [
    pytest.param(lang, *case, id=f"{lang}-{case[0][:40]}")
    for lang, table in (("kk", KK), ("ru", RU), ("en", EN))
    for case in table
]

NONE = [
    ("kk", "Науқас емге жауап бермеді."),
    ("kk", "Банк екі апта үндемей отырған еді."),
    ("ru", "Он не смог назвать столицу страны."),
    ("en", "The bank did not comment until Monday."),
    ("en", "The study did not reveal what caused the flood."),
    ("kk", "Ол доп ойнаудан бас тартты."),
    ("kk", "Министр пікір білдірді."),
    ("kk", "Ол түсініктеме берді."),
    ("ru", "Он отказался покинуть пост."),
    ("ru", "Защитник не отреагировал, когда мяч улетел."),
    ("ru", "Министр прокомментировал договор."),
    ("ru", "Прокомментирует ли министр арест?"),
    ("en", "The patient did not respond to treatment."),
    ("en", "He declined to leave."),
    ("en", "The minister commented on the treaty."),
    ("en", "Has the minister declined to comment?"),
]


def _find(lang: str, text: str, statements: tuple[Statement, ...] = ()) -> tuple[Silence, ...]:
    def resolve(start: int, end: int) -> tuple[Voice, ...]:
        return (Voice(id=text[start:end], name=text[start:end], type="unknown"),)

    return find_silences(lay_out(text, pack(lang), None), statements, resolve=resolve)


def _statement(text: str, kind: str, content: str, cue: str, source: str) -> Statement:
    spans = (
        Span.cut(text, at := text.index(part), at + len(part)) for part in (content, cue, source)
    )
    what, said, who = spans
    return Statement(id="s1", kind=kind, content=what, cue=said, source=who)  # type: ignore[arg-type]


def test_a_quotation_repeats_no_silence() -> None:
    text = "Мэр от комментариев отказался. «Мэр не комментирует слухи», – пояснил секретарь."
    said = _statement(text, "direct", "Мэр не комментирует слухи", "пояснил", "секретарь")
    assert [item.kind for item in _find("ru", text, (said,))] == ["declined"]


def test_who_spoke_in_the_sentence_is_silent_later_in_it() -> None:
    text = "Жиыннан соң банк басшысы құнның есептеліп жатқанын айтып, соманы атаудан бас тартты."
    said = _statement(text, "indirect", "құнның есептеліп жатқанын", "айтып", "банк басшысы")
    (item,) = _find("kk", text, (said,))
    assert [span.text for span in item.sources] == ["банк басшысы"]


@pytest.mark.parametrize(("lang", "marked", "kind", "sources"), CASES)
def test_clause_kind_and_sources(lang: str, marked: str, kind: str, sources: list[str]) -> None:
    clause = marked[marked.index("[") + 1 : marked.index("]")]
    (item,) = _find(lang, marked.replace("[", "").replace("]", ""))
    assert (item.content.text, item.kind) == (clause, kind)
    assert [span.text for span in item.sources] == sources
    assert [voice.name for voice in item.voices] == sources


@pytest.mark.parametrize(("lang", "sentence"), NONE, ids=[case[1] for case in NONE])
def test_no_silence(lang: str, sentence: str) -> None:
    assert _find(lang, sentence) == ()


def test_nobody_known_is_no_silence() -> None:
    page = lay_out("The ministry declined to comment.", pack("en"), None)
    assert find_silences(page, (), resolve=lambda start, end: ()) == ()


def test_silences_are_numbered_in_order() -> None:
    found = _find("en", "The mayor remained silent. The court declined to comment.")
    assert [(item.id, item.kind) for item in found] == [("n1", "silent"), ("n2", "declined")]
    assert [item.cue.text for item in found if item.cue] == [
        "remained silent",
        "declined to comment",
    ]


_WORDS = st.sampled_from(
    """
    the ministry declined to comment did not respond a request neither nor who , . “ ” has commented
    в министерстве отказались от комментариев ни не ответил на запрос ; — үнсіз қалды да де ,
    пікір білдірмеді жауап бермеді ол Асан жоқ
    """.split()  # noqa: SIM905
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_text_gives_spans_that_hold(text: str) -> None:
    for lang in available("silence"):
        for item in _find(lang, text):
            for span in (item.content, item.cue, *item.sources):
                if span is not None:
                    span.check(text)
                    assert span.text
