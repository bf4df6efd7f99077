"""Quotation marks: what stands inside, in print as it comes."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sholu.read.marks import Quote, find_quotes


def quotes_of(text: str) -> list[list[Quote]]:
    """Quotations of every line of a text."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return find_quotes(text, lines)


def insides(text: str) -> list[list[str]]:
    """What stands inside the outermost quotations of every line."""
    return [[text[q.start : q.end] for q in line] for line in quotes_of(text)]


BALANCED = {
    "guillemets": ("Ол «бәрі дайын» деді.", ["бәрі дайын"]),
    "straight": ('Ол "бәрі дайын" деді.', ["бәрі дайын"]),
    "curly": ("Ол “бәрі дайын” деді.", ["бәрі дайын"]),
    "german": ("Ол „бәрі дайын“ деді.", ["бәрі дайын"]),
    "swedish": ("Ол ”бәрі дайын” деді.", ["бәрі дайын"]),
    "opening-mark-at-both-ends": ("Ол “бәрі дайын“ деді.", ["бәрі дайын"]),
    "mixed-shapes": ('Ол «бәрі дайын" деді.', ["бәрі дайын"]),
    "single": ("He said 'all is ready' and left.", ["all is ready"]),
    "two": ("«Иә» немесе «жоқ» деңіз.", ["Иә", "жоқ"]),
    "two-straight": ('"Иә" немесе "жоқ" деңіз.', ["Иә", "жоқ"]),
    "comma-inside": ('"Иә," деді ол, "жоқ".', ["Иә,", "жоқ"]),
    "comma-outside": ("«Иә», – деді ол.", ["Иә"]),
    "brackets-around": ("(«Дала үні» газеті)", ["Дала үні"]),
    "hyphen-behind": ("«Көкжиек»-тің тілшісі", ["Көкжиек"]),
    "nothing-quoted": ("Ол үйге кетті.", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "inside"), BALANCED.values(), ids=BALANCED)
def test_balanced(text: str, inside: list[str]) -> None:
    assert insides(text) == [inside]


NESTED = {
    "other-mark": ("«Біздің “Жаңа дала” жобасы сәтті», – деді ол.", ["Жаңа дала"]),
    "same-mark": ("«Біздің «Жаңа дала» жобасы сәтті», – деді ол.", ["Жаңа дала"]),
    "single-in-double": ("\"She said 'no' to me,\" he said.", ["no"]),
    "at-the-end": ("«Біз «Жаңа дала» үшін келдік «Астыққа»», – деді ол.", ["Жаңа дала", "Астыққа"]),
}


@pytest.mark.parametrize(("text", "inner"), NESTED.values(), ids=NESTED)
def test_nested(text: str, inner: list[str]) -> None:
    (line,) = quotes_of(text)
    assert len(line) == 1
    assert [text[quote.start : quote.end] for quote in line[0].inner] == inner


NO_QUOTATION = {
    "apostrophe": "Don't touch the dog's bowl.",
    "apostrophe-behind-plural": "The miners' leader came.",
    "apostrophe-of-an-ending": "Nordpress'тің тілшісі келді.",
    "lone-single-opening": "In the '90s all was well.",
}


@pytest.mark.parametrize("text", NO_QUOTATION.values(), ids=NO_QUOTATION)
def test_single_marks_that_quote_nothing(text: str) -> None:
    assert insides(text) == [[]]


def test_an_inch_mark_does_not_swallow_what_follows() -> None:
    assert insides('A 5" pipe and «all is ready» written on it.')[0][-1] == "all is ready"


OVER_LINES = {
    "carried-on": (
        "«Су көтерілді.\nАдамдар аман», – деді әкім.",
        [["Су көтерілді."], ["Адамдар аман"]],
    ),
    "opened-again-in-every-line": (
        "«Су көтерілді.\n«Адамдар аман», – деді әкім.",
        [["Су көтерілді."], ["Адамдар аман"]],
    ),
    "through-a-whole-line": (
        "«Су көтерілді.\nЕкі көше басылды.\nАдамдар аман».",
        [["Су көтерілді."], ["Екі көше басылды."], ["Адамдар аман"]],
    ),
    "closed-by-a-single-mark": (
        "«Су көтерілді.\nАдамдар аман.'\nБұл – басқа мәтін.",
        [["Су көтерілді."], ["Адамдар аман."], []],
    ),
    "single-marks-of-their-own": (
        "“They were rude.\nThey said, 'go away.'\nThen they left,” he said.",
        [["They were rude."], ["They said, 'go away.'"], ["Then they left,"]],
    ),
    "never-closed": (
        "«Су көтерілді.\nБұл – басқа мәтін.\nТағы бір жол.",
        [["Су көтерілді."], [], []],
    ),
    "closed-by-slip-only": (
        "Су көтерілді», – деді әкім.",
        [["Су көтерілді"]],
    ),
    "a-quotation-of-its-own-in-between": (
        "«Су көтерілді.\nОл «Дала үні» газетіне айтты.",
        [["Су көтерілді."], ["Дала үні"]],
    ),
}


@pytest.mark.parametrize(("text", "inside"), OVER_LINES.values(), ids=OVER_LINES)
def test_over_lines(text: str, inside: list[list[str]]) -> None:
    assert insides(text) == inside


def test_lines_say_which_mark_they_hold() -> None:
    first, second, third = quotes_of("«Бір.\nЕкі.\nҮш».")
    assert [(q.opened, q.closed) for q in (*first, *second, *third)] == [
        (True, False),
        (False, False),
        (False, True),
    ]


PIECES = st.sampled_from(
    ["«", "»", '"', "“", "”", "„", "'", "’", "‘", " ", ", ", ".", "\n", "(", "а", "B", "5"]
)


@settings(max_examples=500, deadline=None)
@given(pieces=st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=40))
@example(pieces=["«", "а", "\n", "»", "а", "»"])
@example(pieces=["“", "'", "а", '"', "'"])
def test_quotations_lie_inside_their_line_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    start = 0
    for line, quotes in zip(text.split("\n"), quotes_of(text), strict=True):
        end = start + len(line)
        at = start
        for quote in quotes:
            assert at <= quote.outer_start <= quote.start <= quote.end <= quote.outer_end <= end
            at = quote.outer_end
            inner_at = quote.start
            for inner in quote.inner:
                assert inner_at <= inner.outer_start <= inner.start
                assert inner.end <= inner.outer_end <= quote.end
                inner_at = inner.outer_end
        start = end + 1


def test_a_mark_that_nothing_closes_in_a_long_line_hides_nothing() -> None:
    rest = 'The road is open. The mayor said "no" to it. ' * 80
    text = f'"The bridge is old. {rest}'
    (quotes,) = find_quotes(text, [(0, len(text))])
    assert {text[quote.start : quote.end] for quote in quotes} == {"no"}


def test_single_marks_hold_speech_over_several_lines() -> None:
    text = "He said: 'We did not.\nThe pilots' boat was late.\nWe will not.' Then he left."
    first, second, third = quotes_of(text)
    assert [text[q.start : q.end] for q in (*first, *second, *third)] == [
        "We did not.",
        "The pilots' boat was late.",
        "We will not.",
    ]


def test_an_apostrophe_opens_nothing() -> None:
    assert quotes_of("They met at 'Brook and Sons.\nThe pilots' boat was late.") == [[], []]
