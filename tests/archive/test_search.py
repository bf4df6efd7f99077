"""Looking documents up: by words in any form, by what is known of them, alike on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sholu.archive import Archive, open_archive
from sholu.model import Document, Reading, Selection, Span, Statement, UsageError, Voice
from sholu.world import World
from tests.archive.making import AT, from_file
from tests.postgres import Server

LUM = Voice(id="lum", name="Lum", type="person")

# Each text is long enough for its language to be told; nothing in them happened.
SHELF = {
    "kk-visit": {
        "text": "Кердалия президенті Қазақстанға сапармен келді, содан кейін Мәскеуге аттанды. "
        "Бұл туралы АҚШ-қа барған тілшілер хабарлады.",
        "title": "Сапар",
        "lang": "kk",
        "outlet": "Olmera Today",
        "published": "2026-03-11",
    },
    "kk-hyphen": {
        "text": "Министр Нью-Йоркке барып, онда Біріккен ұйымның жиынына қатысты деп хабарланды.",
        "lang": "kk",
        "outlet": "Olmera Today",
        "published": "2026-03-12T08:30:00+05:00",
    },
    "ru": {
        "text": "Президент Кердалии прилетел в Казахстан, а затем отправился в Москву. "
        "Об этом сообщили журналисты, побывавшие в США. Елки ещё стоят, ёлка одна.",
        "title": "Визит",
        "lang": "ru",
        "outlet": "Lazmir Herald",
        "published": "2026-03-11",
    },
    "en": {
        "text": "The countries of the Munar Sea signed the treaty in New York, and don't mind it. "
        "Ferries were running again on Thursday.",
        "title": "Treaty signed",
        "lang": "en",
        "outlet": "Lazmir Herald",
        "published": "2026-03-13",
    },
    "tr": {
        "text": "İstanbul'da ve IĞDIR'da toplanan bakanlar, Kerdaliya'ya yapılacak ziyareti "
        "görüştü ve ardından Ankara'ya döndü.",
        "lang": "tr",
        "published": "2026-03-14",
    },
    "uz": {
        "text": "Kerdaliya prezidenti Oʻzbekistonga tashrif buyurdi, muzokaralar toʻrt soat davom "
        "etdi va ikki tomon ham natijadan mamnun.",
        "lang": "uz",
    },
    "zh": {
        "text": "凯尔达利亚总统访问中国，随后在2025年APEC峰会上发表讲话，强调两国关系。",
        "lang": "zh",
        "published": "2026-03-15",
    },
    "none": {"text": "Tulo ga mirrado-senta, qolve 42 ganti.", "lang": "eo"},
}


def fill(archive: Archive) -> None:
    with archive.writing() as kept:
        for id, given in SHELF.items():
            kept.keep(from_file(id=id, **given), at=AT)


@pytest.fixture(scope="module")
def on_sqlite(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    file = tmp_path_factory.mktemp("search") / "archive.sqlite"
    with open_archive(str(file), world=world) as lite:
        fill(lite)
        yield lite


@pytest.fixture(scope="module")
def on_postgresql(postgresql: Server, world: World) -> Iterator[Archive]:
    address = postgresql.new()
    with open_archive(address, world=world) as post:
        fill(post)
        yield post
    postgresql.drop(address)


@pytest.fixture(params=["sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest) -> Archive:
    """An archive that the tests of this module only read."""
    found = request.getfixturevalue(f"on_{request.param}")
    assert isinstance(found, Archive)
    return found


def found(archive: Archive, words: str = "", **bounds: object) -> str:
    with archive.view() as view:
        selection = Selection(words=words, **bounds)  # type: ignore[arg-type]
        return " ".join(one.document.id for one in view.find(selection))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # Kazakh: any form finds any other.
        ("қазақстан", "kk-visit"),
        ("Қазақстанға", "kk-visit"),
        ("ҚАЗАҚСТАННЫҢ", "kk-visit"),
        ("мәскеу", "kk-visit"),
        ("мәскеуден", "kk-visit"),
        ("АҚШ", "kk-visit"),
        ("ақш", "kk-visit"),
        ("нью-йорк", "kk-hyphen"),
        ("Нью-Йоркте", "kk-hyphen"),
        ("нью йорк", "kk-hyphen"),
        # Russian.
        ("казахстана", "ru"),
        ("москва", "ru"),
        ("Москве", "ru"),
        ("США", "ru"),
        ("еще", "ru"),
        ("ещё", "ru"),
        ("ЕЛКА", "ru"),
        # English.
        ("country", "en"),
        ("ferry", "en"),
        ("treaties", "en"),
        ("new york", "en"),
        ("don't", "en"),
        ("don’t", "en"),
        # Turkish: capitals with and without a dot.
        ("istanbul", "tr"),
        ("İSTANBUL", "tr"),
        ("ığdır", "tr"),
        ("iğdir", "tr"),
        ("ankara", "tr"),
        ("ankara'dan", "tr"),
        # Uzbek: whatever apostrophe is typed, or none.
        ("oʻzbekiston", "uz"),
        ("O'zbekistonda", "uz"),
        ("o‘zbekistonga", "uz"),
        ("to'rt", "uz"),
        # Chinese: words, single characters, what stands between them.
        ("中国", "zh"),
        ("总统访问", "zh"),
        ("国", "zh"),
        ("话", "zh"),
        ("系", "zh"),
        ("apec", "zh"),
        ("2025", "zh"),
        ("APEC峰会", "zh"),
        # A language without a pack: words as printed.
        ("ganti", "none"),
        ("mirrado-senta", "none"),
        ("42", "none"),
        # Titles are looked up as texts are.
        ("сапар", "kk-visit"),
        ("signed", "en"),
        # All words must stand there, wherever.
        ("мәскеу қазақстан", "kk-visit"),
        ("президент москва", "ru"),
        ("мәскеу москва", ""),
        ("жоқсөз", ""),
        # Everything, the last kept first.
        ("", "none zh uz tr en ru kk-hyphen kk-visit"),
        ("   ", "none zh uz tr en ru kk-hyphen kk-visit"),
    ],
)
def test_words_in_any_form(shelf: Archive, words: str, expected: str) -> None:
    assert found(shelf, words) == expected


@pytest.mark.parametrize(
    "marks", ['""', "“”", "„“", "«»", "‹›", "「」", "『』", "”“", "»«", "〝〞"], ids=lambda it: it
)
@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Munar Sea", "en"),
        ("munar SEA signed the treaty", "en"),
        ("Sea Munar", ""),
        ("Munar Seas", ""),
        ("в Казахстан", "ru"),
        ("访问中国，随后", "zh"),
        ("访问中", "zh"),
        ("中国访问", ""),
    ],
)
def test_phrases_in_any_quotation_marks(
    shelf: Archive, marks: str, phrase: str, expected: str
) -> None:
    assert found(shelf, f"{marks[0]}{phrase}{marks[1]}") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("қазақ*", "kk-visit", id="begins"),
        pytest.param("ҚАЗАҚ*", "kk-visit", id="begins-in-capitals"),
        pytest.param("зақстан*", "", id="begins-with-a-middle"),
        pytest.param("*зақст*", "kk-visit", id="middle"),
        pytest.param("*стан*", "ru kk-visit", id="middle-in-two-languages"),
        pytest.param("*стан", "ru kk-visit", id="middle-with-one-star"),
        pytest.param("*ғызпқ*", "", id="middle-of-nothing"),
        pytest.param("През* *хста*", "ru", id="both"),
        pytest.param('"Munar Se*"', "en", id="phrase-that-goes-on"),
        pytest.param("«Munar Sea» treat* *errie*", "en", id="all-together"),
        pytest.param("нью-йор*", "kk-hyphen", id="begins-behind-a-hyphen"),
    ],
)
def test_parts_of_words(shelf: Archive, words: str, expected: str) -> None:
    assert found(shelf, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("\"' OR 1=1 --", ""),
        ("treaty'; DROP TABLE version; --", ""),
        ("NEAR(treaty sea)", ""),
        ("treaty AND", "en"),
        ("AND treaty", "en"),
        ("treaty NOT sea", ""),
        ("(treaty", "en"),
        ("treaty)", "en"),
        ("surface:treaty", ""),
        ("{surface} : treaty", ""),
        ("^treaty", "en"),
        ("treaty -sea", "en"),
        ("treaty + sea", "en"),
        ("treaty:*", "en"),
        ("treaty | sea", "en"),
        ("!treaty & sea", "en"),
        ("treaty <-> signed", "en"),
        ('"munar', "en"),
        ('munar"', "en"),
        ('"munar" "sea"', "en"),
        ("treaty\\", "en"),
        ("sea\0signed", "en"),
        ("treaty\ud83d", "en"),
        ("%", None),
        ("*%*", None),
        ("*", None),
        ("**", None),
        ('""', None),
        ("«»", None),
        ("… — !?", None),
        ("👍", None),
        ("\0", None),
        ("\ud83d", None),
        ("*ab*", None),
        ("*nью-йорк*", None),
        ("a " * 20 + "word " * 4 + " ".join(f"w{number}" for number in range(80)), None),
    ],
    ids=range(36),
)
def test_words_that_nobody_should_type(shelf: Archive, words: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(UsageError, match=r"."):
            found(shelf, words)
    else:
        assert found(shelf, words) == expected


def test_sixty_words_can_be_looked_for(shelf: Archive) -> None:
    assert found(shelf, " ".join(f"сөз{number}" for number in range(60))) == ""


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ({"since": "2026-03-13"}, "zh tr en"),
        ({"until": "2026-03-11"}, "ru kk-visit"),
        ({"since": "2026-03-12", "until": "2026-03-13"}, "en kk-hyphen"),
        ({"since": "2026-03-12", "until": "2026-03-11"}, ""),
        ({"outlets": ("olmera.example",)}, "kk-hyphen kk-visit"),
        ({"outlets": ("Olmera Today",)}, "kk-hyphen kk-visit"),
        ({"outlets": ("olmera.example", "lazmir.example")}, "en ru kk-hyphen kk-visit"),
        ({"outlets": ("nobody",)}, ""),
        ({"countries": ("XB",)}, "en ru"),
        ({"countries": ("xa", "xb")}, "en ru kk-hyphen kk-visit"),
        ({"langs": ("kk",)}, "kk-hyphen kk-visit"),
        ({"langs": ("ZH", "uz")}, "zh uz"),
        ({"voices": ("somebody",)}, ""),
        ({"langs": ("kk",), "since": "2026-03-12"}, "kk-hyphen"),
        ({"countries": ("XB",), "langs": ("ru",), "until": "2026-03-11"}, "ru"),
        ({"words": "президент", "langs": ("ru",)}, "ru"),
        (
            {"words": "министрдің", "outlets": ("olmera.example",), "since": "2026-03-12"},
            "kk-hyphen",
        ),
        ({"words": "президент", "since": "2026-03-12"}, ""),
    ],
    ids=str,
)
def test_bounds_each_and_together(shelf: Archive, bounds: dict[str, object], expected: str) -> None:
    assert found(shelf, **bounds) == expected  # type: ignore[arg-type]


def test_no_more_than_asked_for(shelf: Archive) -> None:
    with shelf.view() as view:
        asked = [one.document.id for one in view.find(Selection(), limit=3)]
    assert asked == ["none", "zh", "uz"]


def test_only_the_current_version_is_found(archive: Archive) -> None:
    address = "https://olmera.example/1"
    with archive.writing() as kept:
        kept.keep(from_file("The ferry left.", "a", address), at=AT)
        kept.keep(from_file("The bridge opened.", "a", address), at=AT)
    assert found(archive, "ferry") == ""
    assert found(archive, "bridge") == "a"


def test_what_is_kept_is_found_in_the_same_transaction(archive: Archive) -> None:
    with archive.writing() as kept:
        kept.keep(from_file("The ferry left.", "a"), at=AT)
        assert [one.document.id for one in kept.find(Selection(words="ferries *err*"))] == ["a"]


def test_a_voice_is_looked_up_by_what_was_read(archive: Archive) -> None:
    text = "The ferry left, said Mr Lum."
    said = Span.cut(text, 0, 14)
    reading = Reading(
        id="a",
        lang="en",
        published=None,
        outlet=None,
        sha256=Document(id="a", text=text).sha256,
        statements=(Statement(id="s1", kind="indirect", content=said, voice=LUM),),
    )
    with archive.writing() as kept:
        kept.keep(from_file(text, "a"), at=AT)
        kept.keep(from_file("Nobody spoke.", "b"), at=AT)
        ((row, _), _) = kept.unread(reader="1", limit=10)
        kept.keep_reading(row, reading, reader="1")
    assert found(archive, voices=("lum", "nobody")) == "a"
    assert found(archive, words="bridge", voices=("lum",)) == ""


def test_a_middle_of_very_many_words(archive: Archive) -> None:
    words = " ".join(f"ab{chr(97 + i // 26 % 26)}{chr(97 + i % 26)}xyz" for i in range(676))
    with archive.writing() as kept:
        kept.keep(from_file(words, "first"), at=AT)
        kept.keep(from_file("zzzxyz", "beyond-the-five-hundredth"), at=AT)
    assert found(archive, "*xyz*") == "first"


def test_a_text_of_more_words_than_a_database_takes(archive: Archive) -> None:
    words = (f"{chr(0x0430 + i % 32)}{i}сөз" for i in range(120_000))
    with archive.writing() as kept:
        kept.keep(from_file(" ".join(words), "long", lang="kk"), at=AT)
    assert found(archive, "а0сөз") == "long"
    assert found(archive, f"{chr(0x0430 + 119_999 % 32)}119999сөз") == "", "on neither"


@pytest.mark.parametrize(
    "word", ["a" * 70_000, "Қ" * 3000, "ß" * 61, "9" * 10_000], ids=lambda word: word[:1]
)
def test_a_word_without_end(archive: Archive, word: str) -> None:
    with archive.writing() as kept:
        kept.keep(from_file(f"It reads {word} and that was it.", "a", lang="en"), at=AT)
    assert found(archive, word) == "a"


def test_a_file_name_may_hold_any_character(tmp_path: Path, world: World) -> None:
    with open_archive(str(tmp_path / "a?b=1#c %d ә.sqlite"), world=world) as archive:
        fill(archive)
        assert found(archive, "мәскеу") == "kk-visit"
    assert [it.name for it in tmp_path.iterdir()] == ["a?b=1#c %d ә.sqlite"]
