"""Whose voice a source is: names, role nouns, pronouns, headings, carriers."""

from pathlib import Path

import pytest

from sholu.model import Document, Reading, Statement, Voice
from sholu.read import read
from sholu.world import World

WORLD = """
[[state]]
id = "XA"
names.en = ["Lumaria"]
names.ru = ["Лумария"]
names.kk = ["Лумария"]
capital.en = ["Vantor"]
capital.ru = ["Вантор"]
capital.kk = ["Вантор"]
adjectives.en = ["Lumarian"]
adjectives.ru = ["лумарийский"]
adjectives.kk = ["лумариялық"]

[[person]]
id = "belo-sarkand"
country = "XA"
roles = [{ role = "president", since = 2020-01-01 }]
names.en = ["Belo Sarkand", "Sarkand"]
names.ru = ["Бело Сарканд", "Сарканд"]
names.kk = ["Бело Сарканд", "Сарканд"]

[[outlet]]
id = "vantor-post"
name = "Vantor Post"
country = "XA"
kind = "newspaper"
domain = "vantor-post.example"
names = ["Vantor Post"]

[[institution]]
id = "lumar-institute"
kind = "think tank"
country = "XA"
names.en = ["Sarn Institute"]
names.ru = ["Институт Сарн"]
names.kk = ["Сарн институты"]
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    file: Path = tmp_path_factory.mktemp("world") / "world.toml"
    file.write_text(WORLD, "utf-8")
    return World.load(file)


def reading(text: str, world: World, lang: str = "kk", outlet: str | None = None) -> Reading:
    """A text of the day on which the invented president is in office."""
    document = Document(id="d", text=text, lang=lang, outlet=outlet, published="2031-03-04")
    return read(document, world=world)


def statements(text: str, world: World, lang: str = "kk") -> tuple[Statement, ...]:
    return reading(text, world, lang).statements


def voices(text: str, world: World, lang: str = "kk") -> list[Voice | None]:
    return [statement.voice for statement in statements(text, world, lang)]


def names(text: str, world: World, lang: str = "kk") -> list[str | None]:
    return [voice.name if voice else None for voice in voices(text, world, lang)]


ONE_VOICE = {
    "pronoun": (
        "kk",
        "Сарапшы Орал Жанат нарықтың тұрақты екенін айтты.\n«Баға өспейді», – деді ол.",
    ),
    "pronoun-in-the-genitive": (
        "kk",
        "Сарапшы Орал Жанат нарықтың тұрақты екенін айтты.\nОның айтуынша, баға өспейді.",
    ),
    "surname-behind-full-name": (
        "kk",
        "Сарапшы Орал Жанат нарықтың тұрақты екенін айтты.\n«Баға өспейді», – деді Жанат.",
    ),
    "surname-with-mister": (
        "kk",
        "Сарапшы Орал Жанат нарықтың тұрақты екенін айтты.\n«Баға өспейді», – деді Жанат мырза.",
    ),
    "role-noun": (
        "kk",
        "Сарапшы Орал Жанат нарықтың тұрақты екенін айтты.\n«Баға өспейді», – деді сарапшы.",
    ),
    "introduced-before-the-role-noun": (
        "kk",
        "Бұл туралы саясаттанушы Орал Жанат айтып берді.\nСарапшының пікірінше, баға өспейді.",
    ),
    "nobody-printed": (
        "kk",
        "Сарапшы Орал Жанат нарықтың тұрақты екенін айтты.\n«Баға ешқашан өспейді», – деді.",
    ),
    "line-that-carries-on": (
        "kk",
        "«Нарық тұрақты», – деді сарапшы Орал Жанат.\n«Баға енді ешқашан өспейді.»",
    ),
    "pronoun-en": (
        "en",
        '"The market is calm," said analyst Oral Janat.\n"Prices will not rise," he said.',
    ),
    "surname-en": (
        "en",
        '"The market is calm," said analyst Oral Janat.\n"Prices will not rise," Janat said.',
    ),
    "pronoun-ru": (
        "ru",
        "«Рынок спокоен», — сказал аналитик Орал Жанат.\n«Цены не вырастут», — добавил он.",
    ),
}


@pytest.mark.parametrize(("lang", "text"), ONE_VOICE.values(), ids=ONE_VOICE)
def test_one_voice_under_many_words(lang: str, text: str, world: World) -> None:
    found = voices(text, world, lang)
    assert len(found) == text.count("\n") + 1 - text.startswith("Бұл туралы")
    assert {voice.id if voice else None for voice in found} in (
        {"person:орал жанат"},
        {"person:oral janat"},
    )


def test_a_second_name_is_a_second_voice(world: World) -> None:
    text = (
        "«Нарық тұрақты», – деді сарапшы Орал Жанат.\n"
        "«Баға енді өседі», – деді экономист Нияз Көктас.\n«Мен бұған келіспеймін», – деді ол."
    )
    assert names(text, world) == ["Орал Жанат", "Нияз Көктас", "Нияз Көктас"]


KNOWN = {
    "full-name": "Бело Сарканд келісімге дайын екенін айтты.",
    "surname": "Сарканд келісімге дайын екенін айтты.",
    "genitive": "Саркандтың айтуынша, келісім дайын.",
    "behind": "«Келісім дайын тұр», – деді Бело Сарканд.",
    "office-of-the-state": "Лумария президенті келісімнің дайын екенін айтты.",
}


@pytest.mark.parametrize("text", KNOWN.values(), ids=KNOWN)
def test_a_person_the_world_knows(text: str, world: World) -> None:
    (voice,) = voices(text, world)
    assert voice is not None
    assert (voice.id, voice.country, voice.known) == ("belo-sarkand", "XA", True)


def test_a_pronoun_behind_a_known_person(world: World) -> None:
    found = voices("Бело Сарканд келісімге дайын екенін айтты.\n«Бұл оңай емес», – деді ол.", world)
    assert [voice.id for voice in found if voice] == ["belo-sarkand", "belo-sarkand"]


COUNTRIES = {
    "adjective": ("Лумариялық сарапшылар бағаның өсетінін айтты.", "XA"),
    "genitive": ("Лумарияның сарапшылары бағаның өсетінін айтты.", "XA"),
    "heading": (
        "Лумария: баға туралы пікірлер\n"
        "Сарапшылар бағаның биыл да, келер жылы да екі еседен кем өспейтінін айтты.",
        "XA",
    ),
    "many-experts": ("Көптеген сарапшылар бағаның өсетінін айтты.", None),
    "many-experts-under-a-heading": (
        "Лумария: баға туралы пікірлер\n"
        "Көптеген сарапшылар бағаның биыл да, келер жылы да екі еседен кем өспейтінін айтты.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "country"), COUNTRIES.values(), ids=COUNTRIES)
def test_country_of_a_group(text: str, country: str | None, world: World) -> None:
    (voice,) = voices(text, world)
    assert voice is not None
    assert (voice.type, voice.country) == ("group", country)


def test_an_outlet_is_a_voice(world: World) -> None:
    (voice,) = voices("Vantor Post басылымы келісімнің дайын екенін жазды.", world)
    assert voice is not None
    assert (voice.id, voice.type, voice.country) == ("vantor-post", "outlet", "XA")


def test_two_who_speak_together_are_members(world: World) -> None:
    (voice,) = voices("Vantor Post пен Сарн институты бағаның өсетінін мәлімдеді.", world)
    assert voice is not None
    assert [member.id for member in voice.members] == ["vantor-post", "lumar-institute"]


def test_an_unknown_name_stays_under_its_own_words(world: World) -> None:
    (voice,) = voices("Нияз Көктастың айтуынша, баға өспейді.", world)
    assert voice is not None
    assert (voice.name, voice.type, voice.known) == ("Нияз Көктас", "person", False)


TO_A_REPORTER = (
    "Бұл туралы Vantor Post тілшісіне сарапшы Нияз Көктас айтып берді.\n«Баға өседі», – деді ол."
)
CARRIERS = {
    "given": ("Сарапшы бағаның өсетінін айтты.", "Vantor Post", "vantor-post"),
    "correspondent": (TO_A_REPORTER, None, "vantor-post"),
    "given-wins": (TO_A_REPORTER, "Дала үні", "дала-үні"),
    "none": ("Сарапшы бағаның өсетінін айтты.", None, None),
}


@pytest.mark.parametrize(("text", "outlet", "carrier"), CARRIERS.values(), ids=CARRIERS)
def test_carrier(text: str, outlet: str | None, carrier: str | None, world: World) -> None:
    found = reading(text, world, outlet=outlet)
    assert (found.outlet.id if found.outlet else None) == carrier
    chain = () if carrier is None else (carrier,)
    assert {statement.carriers for statement in found.statements} == {chain}


def test_what_an_outlet_relays_has_passed_through_it(world: World) -> None:
    text = "Vantor Post-тың хабарлауынша, Бело Сарканд «келісім дайын» деді."
    outer, inner = reading(text, world, outlet="Дала үні").statements
    assert outer.voice is not None
    assert (outer.voice.id, outer.carriers) == ("vantor-post", ("дала-үні",))
    assert inner.voice is not None
    assert (inner.nested, inner.voice.id) == (True, "belo-sarkand")
    assert inner.carriers == ("vantor-post", "дала-үні")
