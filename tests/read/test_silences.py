"""Stated silences: the clause, its kind, and who is silent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.language import available, pack
from sholu.model import Silence, Voice
from sholu.read.page import lay_out
from sholu.read.silences import find_silences

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


def _find(lang: str, text: str) -> tuple[Silence, ...]:
    def resolve(start: int, end: int) -> tuple[Voice, ...]:
        return (Voice(id=text[start:end], name=text[start:end], type="unknown"),)

    return find_silences(lay_out(text, pack(lang), None), (), resolve=resolve)


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
    for lang in available():
        for item in _find(lang, text):
            for span in (item.content, item.cue, *item.sources):
                if span is not None:
                    span.check(text)
                    assert span.text
