"""Copies found among articles made from the sample, and what is no copy left alone."""

from dataclasses import replace
from random import Random

import pytest

from sholu.model import Document
from sholu.stories.copies import CopyBook, CopyText, find_copies, find_parts
from tests.stories.pairs import COPIED, SAMPLE, Made, make

STORY = (
    "The harbour of Toldara was closed on Monday after a barge loaded with grain ran aground at "
    "the mouth of the river. Two tugs worked through the night to free it. Nobody was hurt, and "
    "the pilots expect the fairway to open again before the weekend market begins. The owner of "
    "the barge has asked the port for a second survey of the sandbank, which was last measured "
    "when the old lighthouse still stood."
)
OTHER = (
    "Fishermen of the bay met in the old cannery to choose a new chairman for their union. The "
    "vote was quick, the soup was hot, and by nine in the evening the boats were out again under "
    "a moon that nobody had ordered but everybody was glad to have above the water. Their first "
    "wish is a crane that lifts more than a bicycle."
)


@pytest.fixture(scope="module", params=[7, 8])
def made(request: pytest.FixtureRequest) -> list[Made]:
    return make(request.param)


def text(name: str, words: str, **more: str) -> CopyText:
    return CopyText(id=name, text=words, **{"lang": "en", "published": "2026-03-09", **more})


@pytest.mark.slow
def test_copies_are_found_and_what_is_like_one_is_not(made: list[Made]) -> None:
    found = find_copies(each.text for each in made)
    family = {each.text.id: each.family for each in made}
    right = [copy for copy, of in found.items() if of.original == family[copy] != copy]
    copies = [each for each in made if each.how in COPIED]
    assert len(right) >= 0.98 * len(found)
    assert len(right) >= 0.95 * len(copies)
    for how in COPIED:
        of_this_kind = {each.text.id for each in copies if each.how == how}
        assert len(of_this_kind & set(right)) >= 0.9 * len(of_this_kind), how


@pytest.mark.slow
def test_the_order_in_which_documents_come_changes_nothing(made: list[Made]) -> None:
    texts = [each.text for each in made]
    shuffled = Random(1).sample(texts, len(texts))
    assert find_copies(texts) == find_copies(shuffled)


@pytest.mark.slow
def test_passages_are_cut_from_the_copy(made: list[Made]) -> None:
    texts = {each.text.id: each.text for each in made}
    for name, copy in find_copies(texts.values()).items():
        assert copy.passages
        for passage in copy.passages:
            passage.check(texts[name].text)
        ends = [(passage.start, passage.end) for passage in copy.passages]
        assert ends == sorted(ends)
        assert 0 < copy.share <= 1


def test_the_copies_of_the_sample() -> None:
    found = find_copies(Document(**article) for article in SAMPLE)
    assert {copy: of.original for copy, of in found.items()} == {
        "tumar-copy-signing": "kerdalia-signing",
        "khazmun-copy-signing": "lazmir-signing",
        "darsina-copy-signing": "lns-signing",
    }


def test_a_passage_taken_over_is_shown_and_makes_no_copy() -> None:
    first = text("first", STORY)
    taken = STORY[: STORY.index(" The owner")]
    second = text("second", f"{OTHER} {OTHER[::-1]} {taken} {OTHER[::-1]}")
    assert find_copies([first, second]) == {}
    part = find_parts([first, second])["second"]
    assert part.original == "first"
    assert [passage.text for passage in part.passages] == [taken.rstrip(".")]


def test_a_long_quotation_in_two_articles_makes_neither_a_copy() -> None:
    first = text("first", f"“{STORY}” said the pilot. {OTHER[:120]}")
    second = text("second", f"{OTHER[120:]} “{STORY}”", outlet="other")
    assert find_copies([first, second]) == {}
    assert find_parts([first, second]) == {}


@pytest.mark.parametrize(
    ("text_of_later", "is_copy"),
    [
        pytest.param(STORY, True, id="printed again"),
        pytest.param(STORY.partition(". ")[2], True, id="cut"),
        pytest.param(f"{OTHER} {STORY}", False, id="with news at the head"),
        pytest.param(STORY.replace("Two", "2").replace("second", "3"), False, id="other numbers"),
    ],
)
def test_an_outlets_own_article_with_anything_new_is_an_update(
    text_of_later: str, is_copy: bool
) -> None:
    first = text("a", STORY, outlet="herald")
    later = text("b", text_of_later, outlet="herald", published="2026-03-10")
    assert list(find_copies([first, later])) == (["b"] if is_copy else [])


def test_the_outlet_that_is_credited_is_the_original_though_it_came_later() -> None:
    papers = [text(name, STORY, outlet=name, credit="wire") for name in ("herald", "times")]
    wire = text("w", STORY, outlet="wire", published="2026-03-10")
    copies = find_copies([*papers, wire])
    assert {copy: of.original for copy, of in copies.items()} == {"herald": "w", "times": "w"}


def test_a_document_that_comes_late_is_the_original_by_its_date() -> None:
    book = CopyBook()
    assert book.add(text("copy", STORY, published="2026-03-10")) is None
    match = book.add(text("late", STORY, published="2026-03-09"))
    assert match is not None
    assert (match.kind, match.copy, match.original, match.share) == ("copy", "copy", "late", 1.0)
    assert book.copies() == {"copy": "late"}


def test_the_foot_that_an_outlet_prints_every_day_counts_nothing() -> None:
    foot = OTHER
    days = [
        text(f"day{day}", f"{STORY[day * 20 : day * 20 + 40]} {foot}", outlet="herald")
        for day in range(4)
    ]
    days = [replace(each, published=f"2026-03-0{day + 1}") for day, each in enumerate(days)]
    short = "A gull was seen on the mast of the ferry, and the ferry was late."
    other = text("other", f"{short} {foot}", outlet="times", published="2026-03-05")
    assert "other" in find_copies([days[0], other])
    assert "other" not in find_copies([*days, other])


def test_words_that_are_the_same_around_other_numbers_are_a_template() -> None:
    frame = (
        "On the exchange of Olmera the grain of the north closed at {} crowns, barley at {}, salt "
        "at {} and dried herring at {} crowns for the barrel. The harbour dues stay at {} for "
        "ships of the Union and at {} for all others, the brokers of the hall said."
    )
    one = text("a", frame.format(14, 15, 92, 65, 35, 89), outlet="herald")
    two = text("b", frame.format(15, 17, 90, 61, 36, 91), outlet="times")
    same = text("c", frame.format(14, 15, 92, 65, 35, 89), outlet="courier")
    assert list(find_copies([one, two, same])) == ["c"]


def test_documents_are_forgotten_after_the_window() -> None:
    book = CopyBook(window=14)
    for day in range(1, 29):
        for number in range(3):
            words = " ".join(f"{word}{day}{number}" for word in OTHER.split())
            book.add(text(f"{day}/{number}", words, published=f"2026-02-{day:02}"))
        assert len(book) <= 3 * 15
    again = " ".join(f"{word}10" for word in OTHER.split())
    assert book.add(text("again", again, published="2026-02-28")) is None


@pytest.mark.parametrize("words", ["", "…", "One word", "日本" * 30, "\ud800 " * 40])
def test_no_text_is_too_strange(words: str) -> None:
    book = CopyBook()
    book.add(text("a", words))
    book.add(text("b", words))
    assert len(book) == 2


def test_turkish_letters_keep_passages_in_their_place() -> None:
    words = " ".join(f"İstanbul Işık ışıklı İzmir liman{number} bugün" for number in range(20))
    found = find_copies([text("a", words, lang="tr"), text("b", f"İLAN. {words}", lang="tr")])
    assert [passage.text for passage in found["b"].passages] == [words]
