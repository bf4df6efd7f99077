"""Sections, merged voices, balance and what is new."""

from collections.abc import Callable

import pytest

from sholu.language.sounds import skeleton
from sholu.model import Voice
from sholu.review import review
from sholu.review.article import Article
from sholu.review.voices import merge_voices
from sholu.world import World

Write = Callable[..., Article]
WEST = "sample-lorvia-delmora"


def reviewed(world: World, *articles: Article):
    return review([a.document for a in articles], [a.reading for a in articles], world=world)


def test_statements_stand_in_the_section_of_their_voice_in_the_order_of_the_world(
    world: World, write: Write
) -> None:
    stranger = Voice(id="person:ovin", name="Ovin", type="person")
    text = "The quay is old. The sea is cold. The price is high. Somebody laughed."
    found = reviewed(
        world,
        write(
            "a",
            text,
            said=[
                ("The quay is old", "edwin-hollard"),
                ("The sea is cold", "ildan-mersai"),
                ("The price is high", stranger),
                ("Somebody laughed", None),
            ],
        ),
    )
    assert [(section.id, section.statements) for section in found.sections] == [
        ("sample-kerdalia", ("a/s2",)),
        ("sample-lorvia-delmora", ("a/s1",)),
        ("other", ("a/s3", "a/s4")),
    ]


def test_within_a_section_by_date_then_document_then_place(world: World, write: Write) -> None:
    def says(name: str, day: str | None, *lines: str) -> Article:
        said = [(f"{line} of {name} is wet", "edwin-hollard") for line in lines]
        text = ". ".join(f"{line} of {name} is wet" for line in sorted(lines))
        return write(name, text, published=day, said=said)

    found = reviewed(
        world,
        says("undated", None, "A quay"),
        says("b", "2026-03-02", "The sea", "A quay"),
        says("a", "2026-03-02", "A quay"),
        says("z", "2026-03-01", "A quay"),
    )
    assert found.sections[0].statements == ("z/s1", "a/s1", "b/s2", "b/s1", "undated/s1")


@pytest.mark.parametrize(
    ("heading", "lang", "who", "section"),
    [
        pytest.param("Lorvia looks on", "en", ["edwin-hollard"], WEST, id="named"),
        pytest.param("Лорвия мен Делмора: үміт", "kk", ["edwin-hollard"], WEST, id="in Kazakh"),
        pytest.param("Дельмора: другой берег", "ru", ["edwin-hollard"], WEST, id="in Russian"),
        pytest.param("Cold water", "en", ["edwin-hollard"] * 2, WEST, id="most"),
        pytest.param("Cold water", "en", ["edwin-hollard"], None, id="one statement shows nothing"),
        pytest.param("Lorvia looks on", "en", ["ildan-mersai"], None, id="named, but nobody's"),
    ],
)  # fmt: skip
def test_a_heading_opens_the_section_that_it_names_or_that_stands_under_it(
    world: World, write: Write, heading: str, lang: str, who: list[str], section: str | None
) -> None:
    lines = [f"line number {number} of the bay" for number, _ in enumerate(who)]
    text = "\n".join([heading, *lines])
    article = write("a", text, lang=lang, heading=heading, said=list(zip(lines, who, strict=True)))
    opened = {s.id: [h.span.text for h in s.headings] for s in reviewed(world, article).sections}
    assert {name for name, headings in opened.items() if headings} == ({section} - {None})


def person(name: str, **known: str | None) -> Voice:
    return Voice(id=f"person:{name.lower()}", name=name, type="person", **known)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param(person("Tolman Ergai"), person("Толман Эргай"), True, id="across letters"),
        pytest.param(person("Толман Эргай"), person("Толман Ергай"), True, id="two Cyrillics"),
        pytest.param(person("Tolman Ergai"), person("Tolman Ergai"), True, id="the same words"),
        pytest.param(person("Tolman Ergai"), person("Asel Ergai"), False, id="another given name"),
        pytest.param(person("Ergai"), person("Tolman Ergai"), False, id="a surname alone"),
        pytest.param(
            person("Ergai", country="XA"), person("Tolman Ergai", country="XA"), True, id="country"
        ),
        pytest.param(
            person("Tolman Ergai", country="XA"), person("Tolman Ergai", country="XB"), False,
            id="two countries",
        ),
        pytest.param(
            person("Ergai", role="pilot"), person("Tolman Ergai", role="pilot"), True, id="role"
        ),
    ],
)  # fmt: skip
def test_one_person_in_two_documents(write: Write, first: Voice, second: Voice, same: bool) -> None:
    words = "The water is rising"
    articles = [
        write("a", words, said=[(words, first)]),
        write("b", words, said=[(words, second)]),
    ]
    merged = merge_voices(articles)
    ids = {merged["a", first.id].id, merged["b", second.id].id}
    assert (len(ids) == 1) is same


def test_one_person_keeps_the_name_of_each_language(write: Write) -> None:
    words = "The water is rising"
    articles = [
        write("a", words, said=[(words, person("Tolman Ergai"))]),
        write("b", words, lang="kk", said=[(words, person("Толман Ерғайға", role="балықшы"))]),
        write("c", words, lang="kk", said=[(words, person("Толман Ерғай"))]),
    ]
    merged = set(merge_voices(articles).values())
    assert [(v.name, v.role, v.names) for v in merged] == [
        ("Tolman Ergai", "балықшы", {"en": "Tolman Ergai", "kk": "Толман Ерғай"})
    ]


def test_who_has_no_name_is_another_in_every_document(write: Write) -> None:
    minister = Voice(id="person:the minister", name="the minister", type="person")
    words = "The water is rising"
    merged = merge_voices([write(name, words, said=[(words, minister)]) for name in ("a", "b")])
    assert merged["a", minister.id].id != merged["b", minister.id].id


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Stelmar", "Стельмар", True),
        ("Zholaidar", "Жолайдар", True),
        ("Khazmun", "Хазмун", True),
        ("Hollard", "Холлардтың", False),
        ("Bertei", "Versh", False),
    ],
)
def test_the_sound_of_a_name(first: str, second: str, same: bool) -> None:
    assert (skeleton(first) == skeleton(second)) is same


def test_balance_and_what_is_new(world: World, write: Write) -> None:
    def said(line: str, who: str, day: str | None) -> Article:
        return write(line, f"The {line} is on the quay.", published=day,
                     said=[(f"The {line} is on the quay", who)])  # fmt: skip

    found = reviewed(
        world,
        said("crate", "edwin-hollard", "2026-03-01"),
        said("barrel", "ildan-mersai", "2026-03-02"),
        said("rope", "ildan-mersai", "2026-03-02T09:00:00+05:00"),
        said("lamp", "ildan-mersai", None),
        write("late", "Nobody spoke.", published="2026-03-09"),
    )
    assert found.balance == {
        "2026-03-01": {"sample-lorvia-delmora": 1},
        "2026-03-02": {"sample-kerdalia": 2},
    }
    assert list(found.balance) == sorted(found.balance)
    assert set(found.new) == {"barrel/s1", "rope/s1"}
    assert found.new_since is None
