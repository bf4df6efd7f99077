"""A quotation that was translated says so, in the words that print it."""

import pytest

from sholu.language import available, pack
from sholu.model import Document
from sholu.read import read
from sholu.world import World

SAYING = [
    (
        "en",
        '"The road is open," Riza Tansyk said through an interpreter.',
        "through an interpreter",
    ),
    ("en", "Speaking in Russian, the minister said that the road was open.", "Speaking in Russian"),
    ("ru", "«Дорога открыта», – сказал министр через переводчика.", "через переводчика"),
    ("ru", "Министр по-казахски заявил, что дорога открыта.", "по-казахски"),
    ("uk", "«Дорога відкрита», – сказав міністр англійською.", "англійською"),
    ("kk", "«Жол ашық», – деді министр аудармашы арқылы.", "аудармашы арқылы"),
    ("ky", "«Жол ачык», – деди министр котормочу аркылуу.", "котормочу аркылуу"),
    ("uz", "“Yoʻl ochiq”, – dedi vazir tarjimon orqali.", "tarjimon orqali"),
    ("tr", '"Yol açık", dedi bakan tercüman aracılığıyla.', "tercüman aracılığıyla"),
    ("az", "“Yol açıqdır”, – nazir deyib tərcüməçi vasitəsilə.", "tərcüməçi vasitəsilə"),
    ("de", "„Die Straße ist offen“, sagte der Minister auf Russisch.", "auf Russisch"),
    ("fr", "« La route est ouverte », a déclaré le ministre en russe.", "en russe"),
    ("es", "«La carretera está abierta», dijo el ministro en ruso.", "en ruso"),
    ("zh", "“道路已经开放，”部长通过翻译说。", "通过翻译"),
]
SILENT = [
    ("en", '"He spoke to me through an interpreter," the minister said.'),
    ("en", 'He learnt Russian. "The road is open," the minister said.'),
    ("ru", "«Он говорил через переводчика», – сказал министр."),
    ("kk", "«Ол аудармашы арқылы сөйледі», – деді министр."),
]


@pytest.fixture(scope="module")
def world() -> World:
    """The world that comes with Sholu."""
    return World.bundled()


def translations(text: str, lang: str, world: World) -> list[str | None]:
    statements = read(Document(id="a", text=text, lang=lang), world=world).statements
    return [item.translated.text if item.translated else None for item in statements]


@pytest.mark.parametrize(("lang", "text", "words"), SAYING)
def test_words_that_say_so_are_kept(lang: str, text: str, words: str, world: World) -> None:
    assert translations(text, lang, world) == [words]


@pytest.mark.parametrize(("lang", "text"), SILENT)
def test_what_is_said_of_others_tells_nothing(lang: str, text: str, world: World) -> None:
    assert translations(text, lang, world) == [None]


def test_every_language_knows_how_it_is_said() -> None:
    assert [code for code in available() if not pack(code).table("voices").get("translation")] == []
