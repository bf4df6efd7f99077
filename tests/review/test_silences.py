"""Stated silences: what they rest on, and who broke them."""

from collections.abc import Callable

import pytest

from sholu.model import Voice
from sholu.review import review
from sholu.review.article import Article
from sholu.world import World

Write = Callable[..., Article]
MINISTRY = "linhara-foreign-ministry"
SILENT = "The ministry has not reacted to the fire"
SPOKEN = "The fire was put out in an hour"


def silences(world: World, *articles: Article):
    found = review([a.document for a in articles], [a.reading for a in articles], world=world)
    return found.silences


def quiet(write: Write, who: str | Voice, **more: object) -> Article:
    return write("quiet", f"{SILENT}.", silent=[(SILENT, who)], published="2026-03-10", **more)


def speaks(write: Write, who: str | Voice, day: str | None, name: str = "spoken") -> Article:
    return write(name, f"{SPOKEN}.", said=[(SPOKEN, who)], published=day)


@pytest.mark.parametrize(
    ("who", "speaker", "day", "broken"),
    [
        pytest.param("milan-dorvach", "milan-dorvach", "2026-03-12", True, id="later"),
        pytest.param("milan-dorvach", "milan-dorvach", "2026-03-10", True, id="the same day"),
        pytest.param("milan-dorvach", "milan-dorvach", "2026-03-09", False, id="earlier"),
        pytest.param("milan-dorvach", "milan-dorvach", None, False, id="no day"),
        pytest.param("milan-dorvach", "ildan-mersai", "2026-03-12", False, id="somebody else"),
        pytest.param(MINISTRY, "leng-wansho", "2026-03-12", True, id="its spokesman"),
        pytest.param(MINISTRY, "yarmila-kostan", "2026-03-12", False, id="another's"),
        pytest.param("XE", "leng-wansho", "2026-03-12", True, id="for the state"),
        pytest.param("XE", "XE", "2026-03-12", True, id="the state itself"),
        pytest.param("XE", "XA", "2026-03-12", False, id="another state"),
    ],
)  # fmt: skip
def test_who_breaks_it(
    world: World, write: Write, who: str, speaker: str, day: str | None, broken: bool
) -> None:
    found = silences(world, quiet(write, who), speaks(write, speaker, day))
    assert found[0].broken_by == (("spoken/s1",) if broken else ())


def test_it_is_broken_on_the_first_day_only(world: World, write: Write) -> None:
    more = write("more", "It burned again. We are tired.", published="2026-03-20",
                 said=[("It burned again", "milan-dorvach")])  # fmt: skip
    found = silences(
        world, quiet(write, "milan-dorvach"), more, speaks(write, "milan-dorvach", "2026-03-15")
    )
    assert found[0].broken_by == ("spoken/s1",)


def test_a_nameless_voice_does_not_break_the_silence_of_another(world: World, write: Write) -> None:
    nobody = Voice(id="unknown:the ministry", name="the ministry", type="unknown")
    found = silences(world, quiet(write, nobody), speaks(write, nobody, "2026-03-12"))
    assert found[0].broken_by == ()


def test_what_was_read_is_counted_without_copies_and_owners_once(
    world: World, write: Write
) -> None:
    filler = " ".join(f"word{number} and" for number in range(60))
    found = silences(
        world,
        quiet(write, "XE", outlet="Лазмир-Пресс"),
        write("herald", "Boats.", outlet="Lazmir Herald"),
        write("story", filler, outlet="Estmond Courier", published="2026-03-01"),
        write("copy", filler, outlet="Darsina Times", published="2026-03-02"),
        write("french", "Rien.", lang=None, outlet="Visanta Review"),
    )
    assert (found[0].documents_read, found[0].publishers_read) == (4, 2)


def test_a_copy_states_no_silence_again(world: World, write: Write) -> None:
    filler = " ".join(f"word{number} and" for number in range(60))
    text = f"{SILENT}. {filler}"
    articles = [
        write(name, text, silent=[(SILENT, "XE")], published=f"2026-03-0{name}") for name in "12"
    ]
    assert [item.document for item in silences(world, *articles)] == ["1"]
