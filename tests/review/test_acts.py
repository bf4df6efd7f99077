"""What a sentence tells as done, denied or to come."""

import pytest

from sholu.review.acts import find_acts

TOLD = [
    ("kk", "Екі ел шартқа қол қойды.", "sign", "done", "қол қойды"),
    ("kk", "Екі ел шартқа қол қояды.", "sign", "coming", "қол қояды"),
    ("kk", "Екі ел шартқа әлі қол қойған жоқ.", "sign", "undone", "қол қойған жоқ"),
    ("kk", "Екі ел шартқа қол қоймайды.", "sign", "never", "қол қоймайды"),
    ("kk", "Порт ашылмады.", "open", "undone", "ашылмады"),
    ("kk", "Қонақтың Олмераға жасаған сапары.", "go", "done", "сапары"),
    ("kk", "Біз Олмераға барамыз.", "go", "coming", "барамыз"),
    ("kk", "Шартқа қол қойып, қонақтар үйіне қайтты.", "sign", "done", "қол қойып"),
    ("kk", "Шартқа қол қойып, қонақтар үйіне қайтады.", "sign", "coming", "қол қойып"),
    ("kk", "Жаңа көпір салынды.", "build", "done", "салынды"),
    ("kk", "Порт көктемде ашылуы мүмкін.", "open", "coming", "ашылуы мүмкін"),
    ("ru", "Стороны подписали договор.", "sign", "done", "подписали"),
    ("ru", "Стороны подпишут договор.", "sign", "coming", "подпишут"),
    ("ru", "Договор будет подписан в мае.", "sign", "coming", "подписан"),
    ("ru", "Договор так и не подписан.", "sign", "undone", "подписан"),
    ("ru", "Стороны не подпишут договор.", "sign", "never", "подпишут"),
    ("ru", "Порт открыт.", "open", "done", "открыт"),
    ("ru", "Порт откроют весной.", "open", "coming", "откроют"),
    ("ru", "Визит завершился вчера.", "go", "done", "Визит"),
    ("en", "The ministers signed the treaty.", "sign", "done", "signed"),
    ("en", "The treaty will be signed in May.", "sign", "coming", "signed"),
    ("en", "The treaty has not been signed.", "sign", "undone", "signed"),
    ("en", "The ministers will not sign the treaty.", "sign", "never", "sign"),
    ("en", "Work is due to begin in June.", "begin", "coming", "begin"),
    ("en", "They flew home to begin work.", "begin", "open", "begin"),
]


@pytest.mark.parametrize(
    ("lang", "sentence", "key", "form", "words"), TOLD, ids=[row[1] for row in TOLD]
)
def test_form(lang: str, sentence: str, key: str, form: str, words: str) -> None:
    found = [a for a in find_acts(sentence, lang) if a.key == key]
    assert [(a.form, sentence[a.start : a.end]) for a in found][:1] == [(form, words)]


SO_FAR = [
    ("kk", "Консулдық әлі ашылған жоқ.", True),
    ("kk", "Консулдық ашылған жоқ.", False),
    ("ru", "Консульство пока не открыто.", True),
    ("ru", "Консульство не открыто.", False),
    ("en", "The consulate has not yet opened.", True),
    ("en", "The consulate has not opened.", False),
]


@pytest.mark.parametrize(("lang", "sentence", "expected"), SO_FAR, ids=[r[1] for r in SO_FAR])
def test_denied_so_far(lang: str, sentence: str, expected: bool) -> None:
    acts = [a for a in find_acts(sentence, lang) if a.key == "open"]
    assert [(a.form, a.so_far) for a in acts] == [("undone", expected)]


NO_ACT = [
    ("en", "It ran until the end of the year.", "end"),
    ("en", "The opening was short.", "begin"),
    ("kk", "Ол халықтың сенімін сақтап келді.", "go"),
    ("fr", "Ils ont signé le traité.", "sign"),
    (None, "The ministers signed the treaty.", "sign"),
]


@pytest.mark.parametrize(("lang", "sentence", "key"), NO_ACT, ids=[r[1] for r in NO_ACT])
def test_no_act(lang: str | None, sentence: str, key: str) -> None:
    assert key not in {act.key for act in find_acts(sentence, lang)}


OWN = [
    ("en", "The guests applauded.", "The guests will applaud."),
    ("ru", "Зрители аплодировали.", "Зрители будут аплодировать."),
    ("kk", "Қонақтар қуанды.", "Қонақтар қуанады."),
]


@pytest.mark.parametrize(("lang", "done", "coming"), OWN, ids=[row[0] for row in OWN])
def test_verb_that_no_table_has_has_one_key_in_all_forms(lang: str, done: str, coming: str) -> None:
    first, second = find_acts(done, lang), find_acts(coming, lang)
    assert [a.form for a in first] == ["done"]
    assert [a.form for a in second] == ["coming"]
    assert first[0].key == second[0].key
