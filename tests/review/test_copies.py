"""Wire copies and statements carried by several documents."""

from collections.abc import Callable

import pytest

from sholu.model import Voice
from sholu.review.article import Article, find_copies
from sholu.review.statements import list_statements
from sholu.review.voices import merge_voices
from sholu.world import World

Write = Callable[..., Article]
Find = Callable[..., dict[str, str]]
STORY = (
    "The harbour of Toldara was closed on Monday after a barge loaded with grain ran aground "
    "at the mouth of the river. Two tugs worked through the night to free it. Nobody was hurt, "
    "and the pilots expect the fairway to open again before the weekend market begins."
)
OTHER = (
    "Fishermen of the bay met in the old cannery to choose a new chairman for their union. "
    "The vote was quick, the soup was hot, and by nine in the evening the boats were out again "
    "under a moon that nobody had ordered but everybody was glad to have above the water."
)


@pytest.fixture
def copies_of(world: World) -> Find:
    return lambda *articles: find_copies(articles, world)


@pytest.mark.parametrize(
    ("text", "is_copy"),
    [
        pytest.param(STORY, True, id="verbatim"),
        pytest.param("TOLDARA, 9 March. " + STORY, True, id="with a dateline"),
        pytest.param(STORY.rpartition(" Nobody")[0], True, id="trimmed"),
        pytest.param(STORY.upper(), True, id="in capitals"),
        pytest.param(OTHER, False, id="another story"),
        pytest.param(OTHER + OTHER.replace("e", "a") + STORY[:150], False, id="a long quotation"),
        pytest.param("The harbour of Toldara was closed on Monday.", False, id="a short template"),
    ],
)
def test_a_copy_carries_the_text_of_an_earlier_document(
    copies_of: Find, write: Write, text: str, is_copy: bool
) -> None:
    first = write("first", STORY, published="2026-03-09")
    second = write("second", text, published="2026-03-10")
    assert copies_of(second, first) == ({"second": "first"} if is_copy else {})


def test_only_one_language_is_compared(copies_of: Find, write: Write) -> None:
    assert copies_of(write("a", STORY), write("b", STORY, lang="ru")) == {}


def test_the_agency_that_is_credited_is_the_original_though_it_came_later(
    copies_of: Find, write: Write
) -> None:
    paper = write("paper", f"{STORY} (Lorvia News Service)", outlet="Darsina Times")
    wire = write("wire", STORY, outlet="Lorvia News Service", published="2026-03-12")
    assert copies_of(paper, wire) == {"paper": "wire"}


def test_the_time_of_day_decides_within_a_day_across_zones(copies_of: Find, write: Write) -> None:
    east = write("east", STORY, published="2026-03-11T18:00:00+05:00")
    west = write("west", STORY, published="2026-03-11T14:00:00+00:00")
    assert copies_of(west, east) == {"west": "east"}


def test_a_copy_of_a_copy_has_the_first_for_its_original(copies_of: Find, write: Write) -> None:
    copies = copies_of(
        *(write(name, STORY, published=f"2026-03-{name}") for name in ("09", "10", "11"))
    )
    assert copies == {"10": "09", "11": "09"}


def listed(world: World, *articles):
    ordered = sorted(articles, key=lambda article: article.order)
    return list_statements(
        ordered, copies=find_copies(ordered, world), voices=merge_voices(ordered), world=world
    )


def test_what_a_copy_repeats_is_carried_and_what_it_adds_is_listed(
    world: World, write: Write
) -> None:
    said = "the fairway to open again before the weekend market begins"
    pilot = Voice(id="person:pilots", name="the pilots", type="group")
    added = "Our own tugs are idle"
    first = write("a", STORY, said=[(said, pilot)])
    second = write("b", f"{STORY} {added}.", said=[(said, pilot), (added, pilot)])
    found = listed(world, second, first)
    assert [(item.document, item.carried_by) for item in found] == [("a", ("b",)), ("b", ())]


def test_the_same_words_of_the_same_voice_are_one_statement(world: World, write: Write) -> None:
    words = "Nobody will be left without a quay"
    articles = [
        write("a", f"“{words},” Dorvach said in town.", said=[(words, "milan-dorvach")]),
        write("b", f"Again: {words.upper()}!", said=[(words.upper(), "milan-dorvach")]),
        write("c", f"{words}, wrote Hollard.", said=[(words, "edwin-hollard")]),
    ]
    found = listed(world, *articles)
    assert [(item.document, item.carried_by) for item in found] == [("a", ("b",)), ("c", ())]


def test_a_few_words_are_said_by_many_of_themselves(world: World, write: Write) -> None:
    articles = [
        write(name, "No comment, said Dorvach.", said=[("No comment", "milan-dorvach")])
        for name in ("a", "b")
    ]
    assert len(listed(world, *articles)) == 2
