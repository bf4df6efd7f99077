"""Facts on which reports differ."""

from collections.abc import Callable

import pytest

from sholu.review.article import Article
from sholu.review.disputes import find_disputes
from sholu.review.numbers import number_words
from sholu.world import World

Write = Callable[..., Article]


@pytest.mark.parametrize(
    ("lang", "text", "amounts"),
    [
        ("en", "$3.2 billion", [(3.2e9, "USD")]),
        ("en", "12,500 people", [(12500, "people")]),
        ("en", "a 49-year lease", [(49, "years")]),
        ("en", "€10m", [(10e6, "EUR")]),
        ("en", "25 years rather than the 49", [(25, "years"), (49, "years")]),
        ("en", "in 2026", []),
        ("en", "section 4.1.2", []),
        ("ru", "2,8 миллиарда долларов", [(2.8e9, "USD")]),
        ("ru", "3,2 млрд долларов, а не 2,8 млрд", [(3.2e9, "USD"), (2.8e9, "USD")]),
        ("ru", "1 200 человек", [(1200, "people")]),
        ("ru", "в 2026 году", []),
        ("ru", "на 49 лет", [(49, "years")]),
        ("kk", "3,2 миллиард доллар", [(3.2e9, "USD")]),
        ("kk", "51 пайызы", [(51, "percent")]),
        ("kk", "2026 жылы", []),
        ("kk", "49 жылға", [(49, "years")]),
        ("kk", "12 мың адам", [(12000, "people")]),
    ],
)
def test_amounts(lang: str, text: str, amounts: list[tuple[float, str]]) -> None:
    found = number_words(lang).amounts(text)
    assert [(amount.value, amount.unit) for amount in found] == amounts


def values(world: World, *articles: Article, lang: str = "en") -> list[list[tuple[str, str]]]:
    disputes = find_disputes(articles, copies=(), world=world, lang=lang)
    return [[(value.document, value.value) for value in dispute.values] for dispute in disputes]


def test_one_price_two_numbers_in_two_languages(world: World, write: Write) -> None:
    articles = [
        write("a", "The new bridge over the Tumar river will cost $40 million."),
        write("b", "Стоимость моста через реку Тумар составит 55 млн долларов.", lang="ru"),
    ]
    assert values(world, *articles) == [[("a", "40 million"), ("b", "55 млн")]]


def test_it_is_named_in_the_words_and_the_language_of_the_review(
    world: World, write: Write
) -> None:
    articles = [
        write("a", "The cost of the bridge is put at $40 million."),
        write("b", "The bridge will cost $55 million."),
        write("c", "Стоимость моста составит 55 млн долларов.", lang="ru"),
    ]
    english = find_disputes(articles, copies=(), world=world, lang="en")[0]
    russian = find_disputes(articles, copies=(), world=world, lang="ru")[0]
    assert (english.about, english.unit) == ("cost of the bridge", "dollars")
    assert russian.unit == "долларов"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            "The bridge will cost $40 million.", "The bridge cost $40.1 million.", id="the same"
        ),
        pytest.param(
            "The bridge will cost $40 million.", "The bridge cost about $43 million.", id="rounded"
        ),
        pytest.param(
            "The bridge will cost $40 million.", "The bridge will cost 12 lives.", id="no unit"
        ),
        pytest.param(
            "The bridge will cost $40 million.",
            "The bridge needs a loan of $30 million.",
            id="another fact",
        ),
        pytest.param(
            "The bridge will cost $40 million.", "A herring costs $3.", id="another thing"
        ),
        pytest.param(
            "The bridge will cost $40 million.", "The bridge will cost 38 million euros.",
            id="another unit",
        ),
    ],
)  # fmt: skip
def test_no_dispute(world: World, write: Write, first: str, second: str) -> None:
    assert values(world, write("a", first), write("b", second)) == []


def test_crowds_of_different_days_are_different_crowds(world: World, write: Write) -> None:
    texts = [f"Some {count} people gathered in the main square of Karnev." for count in (400, 900)]
    apart = [write("a", texts[0], published="2026-03-01"), write("b", texts[1])]
    together = [write("a", texts[0]), write("b", texts[1])]
    assert values(world, *apart) == []
    assert values(world, *together) == [[("a", "400"), ("b", "900")]]


def test_one_publisher_does_not_differ_with_itself(world: World, write: Write) -> None:
    articles = [
        write("a", "The bridge will cost $40 million.", outlet="Лазмир-Пресс"),
        write("b", "The bridge will cost $55 million.", outlet="Lazmir Herald"),
    ]
    assert values(world, *articles) == []


def test_two_numbers_of_one_report_are_of_two_things_where_no_word_shows_the_fact(
    world: World, write: Write
) -> None:
    articles = [
        write("a", "Herring prices in Karnev rose 5 percent in May and 1 percent in June."),
        write("b", "Herring prices in Karnev rose 7 percent in May."),
    ]
    assert values(world, *articles) == []
    assert values(world, articles[1], write("c", "In May herring prices in Karnev rose 5 percent."))


def test_a_copy_is_no_second_report(world: World, write: Write) -> None:
    articles = [
        write("a", "The bridge will cost $40 million."),
        write("b", "The bridge will cost $55 million."),
    ]
    assert find_disputes(articles, copies={"b"}, world=world) == ()


def test_a_number_that_grows_from_report_to_report_is_a_series(world: World, write: Write) -> None:
    articles = [
        write(f"a{count}", f"Police arrested {count} people in Karnev.")
        for count in (12, 20, 31, 44, 57, 60)
    ]
    assert values(world, *articles) == []
