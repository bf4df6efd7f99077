"""Whom a text names as the one it is from."""

import pytest

from sholu.stories.credit import credited, credits
from sholu.world import World


@pytest.fixture(scope="module")
def world() -> World:
    return World.bundled()


@pytest.mark.parametrize(
    ("lang", "text", "outlets"),
    [
        ("ru", "АСТАНА, 12 ноя — РИА Новости. Паром вернулся в порт.", ["ria.ru"]),
        ("ru", "АСТАНА, 12 ноября. /ТАСС/. Паром вернулся в порт.", ["tass.ru"]),
        ("ru", "Паром вернулся в порт, сообщает «Интерфакс».", ["interfax.ru"]),
        ("ru", "Об этом пишет газета со ссылкой на Reuters.", ["reuters"]),
        ("kk", "Паром портқа қайтты, деп хабарлайды Интерфакс.", ["interfax.ru"]),
        ("kk", "Reuters агенттігіне сілтеме жасап жазды газет.", ["reuters"]),
        ("en", "OLMERA (Reuters) – The ferry is back in port.", ["reuters"]),
        ("en", "The ferry is back in port.\nSource: AP", ["ap"]),
        ("en", "The ferry is back in port, the Associated Press reported.", ["ap"]),
        ("de", "Olmera (dpa/AFP) - Die Fähre ist zurück im Hafen.", ["dpa.com", "afp.com"]),
        ("de", "Die Fähre ist zurück im Hafen. (dpa)", ["dpa.com"]),
        ("fr", "Le bac est rentré au port, selon l'AFP.", ["afp.com"]),
        ("tr", "OLMERA /Anadolu/ Feribot limana döndü.", ["aa.com.tr"]),
        ("tr", "Anadolu Ajansı'nın haberine göre feribot limana döndü.", ["aa.com.tr"]),
        ("uk", "Пором повернувся до порту, повідомляє Укрінформ.", ["ukrinform.net"]),
        ("uz", "Parom portga qaytdi, deb xabar bermoqda Reuters.", ["reuters"]),
        ("es", "Olmera (EFE).- El transbordador volvió al puerto.", ["efe.com"]),
        ("az", "Reuters xəbər verir ki, bərə limana qayıdıb.", ["reuters"]),
        ("ky", "Паром портко кайтты, деп кабарлайт Reuters.", ["reuters"]),
        ("zh", "渡轮返回港口。\n来源：新华社", ["xinhuanet.com"]),
        ("zh", "据新华社报道，渡轮返回港口。", ["xinhuanet.com"]),
    ],
)
def test_a_credit(world: World, lang: str, text: str, outlets: list[str]) -> None:
    found = credits(text, lang, world)
    assert [credit.outlet for credit in found] == outlets
    for credit in found:
        credit.span.check(text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The minister met editors of Reuters and AP on the ferry."),
        ("ru", "Журналисты РИА Новости приехали на пароме вместе с министром."),
        ("en", "The ferry is back. " + "The sea was calm. " * 60 + "A writer of AP waved."),
        ("nl", "OLMERA (Reuters) – De veerboot is terug."),
        ("en", ""),
    ],
    ids=["guests", "guests in Russian", "in the middle of nothing", "no pack", "empty"],
)
def test_no_credit(world: World, lang: str, text: str) -> None:
    assert credits(text, lang, world) == ()


def test_a_foot_far_from_the_head_gives_credit(world: World) -> None:
    text = "The ferry is back. " + "The sea was calm. " * 90 + "(Reuters)"
    [credit] = credits(text, "en", world)
    assert text[credit.span.start : credit.span.end] == "Reuters"


def test_nobody_gives_credit_to_itself(world: World) -> None:
    text = "OLMERA (Reuters) – The ferry is back in port.\nSource: AP"
    assert credited(text, "en", world) == "reuters"
    assert credited(text, "en", world, own="reuters") == "ap"
