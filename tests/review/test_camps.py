"""Camps: who stands where, by words alone."""

from collections.abc import Sequence

import pytest

from sholu.model import Assessment, Camp, ReviewStatement, Span, Statement, Theme, Voice
from sholu.review.camps import find_camps

Said = tuple[str, Assessment | None, str]
"""Voice, assessment, words."""


def _statement(number: int, said: Said) -> ReviewStatement:
    voice, assessment, words = said
    return ReviewStatement(
        id=f"s{number}",
        document=f"d{number}",
        statement=Statement(
            id="s",
            kind="indirect",
            content=Span(start=0, end=len(words), text=words),
            voice=Voice(id=voice, name=voice.title(), type="person") if voice else None,
            assessment=assessment,
        ),
        section="x",
    )


def _camps(*themes: Sequence[Said]) -> tuple[Camp, ...]:
    statements: dict[str, ReviewStatement] = {}
    made = []
    for number, said in enumerate(themes, 1):
        items = [_statement(100 * number + place, one) for place, one in enumerate(said)]
        statements |= {item.id: item for item in items}
        names = tuple(item.id for item in items)
        made.append(
            Theme(
                id=f"t{number}",
                label="x",
                label_lang="en",
                typical=names[0],
                statements=names,
                publishers=("p",),
                documents=len(names),
            )
        )
    return find_camps(made, statements)


def _table(camps: Sequence[Camp]) -> list[tuple[str, str, list[str]]]:
    return [(c.theme, c.stance, [voice.id for voice in c.voices]) for c in camps]


CASES: list[tuple[str, list[Said], list[tuple[str, str, list[str]]]]] = [
    (
        "praise and blame",
        [("a", "positive", "good"), ("b", "negative", "bad"), ("c", "warning", "beware")],
        [("t1", "for", ["a"]), ("t1", "against", ["b", "c"])],
    ),
    ("praise alone", [("a", "positive", "good"), ("b", "positive", "good")], []),
    ("nothing assessed", [("a", None, "a good port"), ("b", None, "a bad port")], []),
    ("neutral is no side", [("a", "positive", "good"), ("b", "neutral", "so")], []),
    ("one voice on both sides", [("a", "positive", "good"), ("a", "negative", "bad")], []),
    ("a side without a voice", [("a", "positive", "good"), ("", "negative", "bad")], []),
    (
        "who praises and warns stands where he says more",
        [
            ("a", "positive", "good"),
            ("b", "negative", "bad"),
            ("c", "positive", "good"),
            ("c", "warning", "but"),
            ("c", "warning", "beware"),
        ],
        [("t1", "for", ["a"]), ("t1", "against", ["b", "c"])],
    ),
    (
        "who says as much on either side stands on neither",
        [
            ("a", "positive", "good"),
            ("b", "negative", "bad"),
            ("c", "positive", "good"),
            ("c", "warning", "but"),
        ],
        [("t1", "for", ["a"]), ("t1", "against", ["b"])],
    ),
]


@pytest.mark.parametrize(("said", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_camps_of_a_theme(said: list[Said], expected: list[tuple[str, str, list[str]]]) -> None:
    assert _table(_camps(said)) == expected


PRAISE: list[Said] = [
    ("a", "positive", "the corridor is a great opportunity"),
    ("b", "positive", "дәліз – елдің тарихи мүмкіндігі"),
    ("e", "positive", "the corridor is good for trade"),
]
BLAME: list[Said] = [
    ("c", "negative", "коридор – опасная зависимость"),
    ("d", "warning", "this corridor makes us dependent"),
    ("f", "negative", "the corridor costs too much"),
]


def test_praise_and_blame_of_one_matter_in_two_themes_is_one_dispute() -> None:
    both = _camps(PRAISE, BLAME)
    assert _table(both) == [("t1", "for", ["a", "b", "e"]), ("t1", "against", ["c", "d", "f"])]
    assert [camp.statements for camp in both] == [
        ("s100", "s101", "s102"),
        ("s200", "s201", "s202"),
    ]


def test_two_who_speak_of_one_thing_are_too_few_for_a_dispute() -> None:
    """That two praise and two blame something of the corridor may be chance."""
    assert _camps(PRAISE[1:], BLAME[:2]) == ()


def test_blame_first_gives_the_dispute_its_theme() -> None:
    assert [camp.theme for camp in _camps(BLAME, PRAISE)] == ["t1", "t1"]


def test_themes_of_two_matters_stay_apart() -> None:
    weather: list[Said] = [
        ("c", "negative", "winters are too cold"),
        ("d", "warning", "рыба уходит"),
    ]
    assert _camps(PRAISE, weather) == ()


def test_a_chance_and_a_danger_are_two_views_of_one_matter() -> None:
    hope: list[Said] = [
        ("a", "positive", "a great opportunity"),
        ("b", "positive", "исторический шанс"),
    ]
    fear: list[Said] = [
        ("c", "negative", "қауіпті тәуелділік"),
        ("d", "warning", "a danger to all of us"),
    ]
    assert _table(_camps(hope, fear)) == [
        ("t1", "for", ["a", "b"]),
        ("t1", "against", ["c", "d"]),
    ]
    assert _camps(hope, fear[:1]) == ()
